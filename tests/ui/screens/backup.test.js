// A backup is saved, opened and restored; one connection goes to a colleague; removed ones come back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {any} page @param {string} passphrase @param {string} [again] */
async function type(page, passphrase, again = passphrase) {
  await page.locator("#backup-passphrase").fill(passphrase);
  await page.locator("#backup-repeat").fill(again);
}

test("a backup goes to a passphrase that was typed twice, with the keys unless they are left out", () =>
  walk("backup", async (page) => {
    await type(page, "correct horse battery", "correct horse batterx");
    await page.locator("#save-backup").click();
    await page.locator("#backup-repeat[aria-invalid=true]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "backup-repeat");
    await page.locator("#with-keys").uncheck();
    await type(page, "correct horse battery");
    await page.locator("#save-backup").click();
    await page.locator("#saved").waitFor();
    const saves = (await calls(page)).filter(({ command }) => command === "backup_save");
    assert.deepEqual(saves.map(({ args }) => args), [{ ids: null, withKeys: false, protection: { kind: "passphrase", passphrase: "correct horse battery" } }]);
    assert.equal(await page.locator("#backup-passphrase").inputValue(), "", "a passphrase stays nowhere");
  }));

test("a passphrase that is too short is told beside its field", () =>
  walk("backup", async (page) => {
    await type(page, "short");
    await page.locator("#save-backup").click();
    await page.locator("#backup-passphrase[aria-invalid=true]").waitFor();
  }));

test("age keys are told apart from their secret halves", () =>
  walk("backup-age-keys", async (page) => {
    await page.locator("#age-keys").fill("AGE-SECRET-KEY-1QQ");
    await page.locator("#save-backup").click();
    await page.locator("#age-keys[aria-invalid=true]").waitFor();
    await page.locator("#age-keys").fill("age1northwind");
    await page.locator("#save-backup").click();
    await page.locator("#saved").waitFor();
    const [refused, saved] = (await calls(page)).filter(({ command }) => command === "backup_save");
    assert.equal(refused?.args.protection.kind, "age-keys");
    assert.deepEqual(saved?.args.protection, { kind: "age-keys", text: "age1northwind" });
  }));

test("a wrong passphrase is told beside its field and can be typed again", () =>
  walk("backup-locked", async (page) => {
    await page.locator("#file-passphrase").fill("wrong");
    await page.locator("#open-backup").click();
    await page.locator("#file-passphrase[aria-invalid=true]").waitFor();
    await page.locator("#file-passphrase").fill("correct horse battery");
    await page.locator("#open-backup").click();
    await page.locator("#contents").waitFor();
  }));

test("what is new or continues is chosen, and what would replace something waits for a word", () =>
  walk("backup-opened", async (page) => {
    const chosen = () => page.evaluate(() => [...document.querySelectorAll("[data-take]:checked")].map((box) => box.getAttribute("data-take")));
    assert.deepEqual(await chosen(), ["connection-harbor", "connection-vermeer", "connection-damaged", "api-secrets-bank", "pro-record-4718203"]);
    assert.ok(await page.locator("#take-connection-acme").isDisabled(), "there is nothing to restore of what is the same");
    assert.ok(await page.locator("#take-connection-broken").isDisabled());
    assert.match(await page.locator("[data-item=connection-broken]").innerText(), /Not replaced.*Update Certdesk/);
    assert.match(await page.locator("[data-item=connection-damaged]").innerText(), /The damaged file stays beside it/);
    await page.locator("#take-connection-beispiel").check();
    assert.match(await page.locator("[data-item=connection-beispiel]").innerText(), /Removed connections for 30 days/);
    await page.locator("#take-connection-harbor").uncheck();
    await page.locator("#restore").click();
    await page.locator("#restored").waitFor();
    const [restore] = (await calls(page)).filter(({ command }) => command === "backup_restore");
    assert.deepEqual(restore?.args.taken.map((/** @type {{ id: string }} */ { id }) => id), ["vermeer", "beispiel", "damaged", "bank", "4718203"]);
  }));

test("a file that was opened is let go of when its page is left or it is cancelled", () =>
  walk("backup-opened", async (page) => {
    await page.locator("#cancel-restore").click();
    await page.locator("#choose-backup").waitFor();
    assert.equal((await calls(page)).filter(({ command }) => command === "backup_close").length, 1);
  }));

test("a file for an age key opens with a key file", () =>
  walk("backup-locked-by-key", async (page) => {
    await page.locator("#open-with-key").click();
    await page.locator("#contents").waitFor();
    assert.match(await page.locator("#contents").innerText(), /^File from a colleague/);
  }));

test("a restore that was cut off is finished or stopped", () =>
  walk("backup-unfinished", async (page) => {
    assert.match(await page.locator("#unfinished").innerText(), /certdesk-2026-11-18-backup\.age/);
    await page.locator("#stop-restore").click();
    await page.locator("#unfinished").waitFor({ state: "detached" });
  }));

test("a removed connection comes back, and one that was replaced can only be deleted", () =>
  walk("backup", async (page) => {
    assert.equal(await page.locator("[data-removed-item=removed-2] [data-act=bring-back]").count(), 0);
    await page.locator("[data-removed-item=removed-1] [data-act=bring-back]").click();
    await page.locator("[data-removed-item=removed-1]").waitFor({ state: "detached" });
    await page.locator("[data-removed-item=removed-2] [data-act=delete-removed]").click();
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-removed-item=removed-2]").waitFor({ state: "detached" });
    const names = (await calls(page)).map(({ command }) => command);
    assert.ok(names.includes("removed_bring_back") && names.includes("removed_delete"));
  }));

test("a key that nothing needs is kept or deleted", () =>
  walk("backup", async (page) => {
    await page.locator("[data-removed-item=c7] [data-act=delete-key]").click();
    await page.locator("dialog [data-act=cancel]").click();
    await page.locator("[data-removed-item=c7] [data-act=keep-key]").click();
    await page.locator("[data-removed-item=c7]").waitFor({ state: "detached" });
    const asked = (await calls(page)).filter(({ command }) => command.startsWith("retired_key"));
    assert.deepEqual(asked, [{ command: "retired_key_keep", args: { id: "vermeer", credentialId: "c7" } }]);
  }));

test("a colleague gets one connection, and it is kept here or removed", () =>
  walk("backup-handed-over", async (page) => {
    const [save] = (await calls(page)).filter(({ command }) => command === "backup_save");
    assert.deepEqual(save?.args.ids, ["northwind"]);
    await page.locator("#remove").click();
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("main[data-screen^=connections]").waitFor();
    assert.ok((await calls(page)).some(({ command, args }) => command === "connection_remove" && args.typed === "Northwind Traders"));
  }));

test("a file of which everything is here has nothing to restore", () =>
  walk("backup-opened-same", async (page) => {
    assert.equal(await page.locator("#restore").count(), 0);
    await page.locator("#cancel-restore").click();
    await page.locator("#choose-backup").waitFor();
  }));

test("a key that is missing here is added without restoring its connection", () =>
  walk("backup-opened", async (page) => {
    const chosen = await page.evaluate(() => [...document.querySelectorAll("[data-take]:checked")].map(({ id }) => id));
    for (const id of chosen) await page.locator(`#${id}`).uncheck();
    assert.match(await page.locator("[data-item=connection-acme]").innerText(), /1 missing here/);
    await page.locator("#restore").click();
    await page.locator("#restored").waitFor();
    const [restore] = (await calls(page)).filter(({ command }) => command === "backup_restore");
    assert.deepEqual(restore?.args, { taken: [] });
  }));

test("other connections go along, are removed with it, and all come back with one press", () =>
  walk("backup-hand-over", async (page) => {
    await page.locator("#others summary").click();
    await page.locator("#along-vermeer").check();
    await type(page, "correct horse battery");
    await page.locator("#save-backup").click();
    await page.locator("#remove").click();
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#undo-removal").click();
    await page.locator("#removed").waitFor({ state: "detached" });
    const all = await calls(page);
    assert.deepEqual(all.find(({ command }) => command === "backup_save")?.args.ids, ["northwind", "vermeer"]);
    const back = all.filter(({ command }) => command === "removed_bring_back").map(({ args }) => args.id);
    assert.deepEqual(back, ["removed-northwind", "removed-vermeer"]);
  }));

for (const [scene, list, restore] of [["bank", "api-secrets", "api_secret_restore"], ["pro-record-says", "pro-records", "pro_record_restore"]]) {
  test(`a guide that was removed comes back with one press: ${list}`, () =>
    walk(scene ?? "", async (page) => {
      await page.locator("[data-act=remove]").click();
      await page.locator("dialog [data-act=confirm]").click();
      await page.locator(`main[data-screen=${list}]`).waitFor();
      await page.locator("#undo-removal").click();
      await page.locator("#removed").waitFor({ state: "detached" });
      assert.ok((await calls(page)).some(({ command }) => command === restore));
    }));
}

test("a rotation that another computer may have goes on here after a word", () =>
  walk("rotate-moved", async (page) => {
    await page.locator("#go-on-here").click();
    await page.locator("#moved").waitFor({ state: "detached" });
    assert.ok((await calls(page)).some(({ command }) => command === "rotation_go_on_here"));
  }));
