// The file doctor, walked through with the stand-in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DOCTOR_SCENES } from "../fake-backend/scenes/file-doctor.js";
import { calls, walk } from "../support/walk.js";

test("a matching pair becomes a connection", () =>
  walk("doctor-pair", async (page) => {
    assert.equal(await page.locator(".doctor-case").count(), 1);
    assert.match((await page.locator(".doctor-case .badge").first().textContent()) ?? "", /Matching pair/);
    await page.locator("[data-act=bring-pair]").click();
    await page.locator("[data-screen=bring] #pair").waitFor();
    await page.fill("#bring-name", "Larkspur Medical");
    await page.locator("[data-act=import]").click();
    await page.locator("[data-screen^=setup]").waitFor();
    const made = (await calls(page)).map(({ command }) => command);
    assert.ok(made.indexOf("file_doctor_bring") < made.indexOf("file_doctor_close") && made.includes("pair_import"), made.join(" "));
  }));

test("a key of 2048 bits is refused with the reason, and a new pair is one press away", () =>
  walk("doctor-several", async (page) => {
    const card = page.locator("#case-3");
    assert.match((await card.textContent()) ?? "", /RSA-2048[\s\S]*3072 or 4096/);
    assert.match((await card.locator(".check[data-tone=danger]").first().textContent()) ?? "", /Key too short/);
    await card.locator("[data-act=new-pair]").click();
    await page.locator("[data-screen=new]").waitFor();
  }));

test("files are removed card by card, and leaving clears the table", () =>
  walk("doctor-several", async (page) => {
    await page.locator("#case-4 [data-act=remove-files]").click();
    await page.locator("#case-4").waitFor({ state: "detached" });
    assert.deepEqual((await calls(page)).find(({ command }) => command === "file_doctor_remove")?.args, { files: [4] });
    await page.locator("#case-1 [data-act=remove-files]").click();
    await page.locator("#case-1").waitFor({ state: "detached" });
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "file_doctor_remove")[1]?.args, { files: [1, 2] });
    await page.locator("#rail-connections").click();
    await page.locator("#drop").waitFor({ state: "detached" });
    assert.ok((await calls(page)).some(({ command }) => command === "file_doctor_close"));
  }));

test("a wrong passphrase is told at its field, the right one opens", () =>
  walk("doctor-locked", async (page) => {
    await page.fill("#passphrase-1", "wrong");
    await page.locator("[data-act=unlock]").click();
    await page.locator("#passphrase-1[aria-invalid=true]").waitFor();
    await page.fill("#passphrase-1", "changeit");
    await page.keyboard.press("Enter");
    await page.locator("[data-kind=private-key]").waitFor();
    assert.equal(await page.locator("#passphrase-1").count(), 0);
  }));

test("a private key that is pasted never gets into the field, and never to the backend", () =>
  walk("doctor-empty", async (page) => {
    await page.locator("#doctor-paste summary").click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text", "-----BEGIN PRIVATE KEY-----\nMIGH");
      document.getElementById("doctor-text")?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.locator("#doctor-text-message .field-message").waitFor();
    assert.equal(await page.inputValue("#doctor-text"), "");
    assert.ok(!(await calls(page)).some(({ command }) => command === "file_doctor_paste"));
  }));

test("a public text is pasted and examined", () =>
  walk("doctor-empty", async (page) => {
    await page.locator("#doctor-paste summary").click();
    await page.fill("#doctor-text", "hello");
    await page.locator("#examine-text").click();
    await page.locator("[data-kind=text]").waitFor();
    assert.equal((await calls(page)).find(({ command }) => command === "file_doctor_paste")?.args.name, "Pasted text 1");
  }));

test("the target's rules are asked for by name", () =>
  walk("doctor-certificate", async (page) => {
    await page.locator("#doctor-target").selectOption("suitecloud-cli");
    await page.waitForFunction(() => globalThis.fakeBackend.calls.some(({ command }) => command === "file_doctor_aim"));
    assert.deepEqual((await calls(page)).find(({ command }) => command === "file_doctor_aim")?.args, { target: "suitecloud-cli" });
    assert.equal(await page.inputValue("#doctor-target"), "suitecloud-cli");
  }));

test("what is dropped is examined, and the place shows that it may be dropped there", () =>
  walk("doctor-pair", async (page) => {
    await page.evaluate(() => globalThis.fakeBackend.notify({ kind: "files-over", over: true }));
    await page.locator("#drop[data-over]").waitFor();
    await page.evaluate(() => {
      globalThis.fakeBackend.table = [];
      globalThis.fakeBackend.notify({ kind: "files-dropped", failure: null });
    });
    await page.locator(".doctor-case").waitFor({ state: "detached" });
    assert.equal(await page.locator("#drop[data-over]").count(), 0);
  }));

test("a key is saved under a passphrase that is typed twice, and only then", () =>
  walk("doctor-convert", async (page) => {
    const confirm = page.locator("[data-dialog=convert] [data-act=confirm]");
    await page.fill("#convert-passphrase", "a walk along the quay");
    await page.fill("#convert-again", "another walk");
    await confirm.click();
    assert.ok(!(await calls(page)).some(({ command }) => command === "file_doctor_save"));
    await page.fill("#convert-again", "a walk along the quay");
    await confirm.click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.deepEqual((await calls(page)).find(({ command }) => command === "file_doctor_save")?.args, { file: 2, item: 0, form: "encrypted", passphrase: "a walk along the quay" });
  }));

test("a keystore that is too large is told with its own bound", () =>
  walk("doctor-nonsense", async (page) => {
    assert.match((await page.locator("#case-4").textContent()) ?? "", /PKCS#12[\s\S]*more than Certdesk opens/);
  }));

test("what was changed on the way is named, and the repaired file is saved by one button", () =>
  walk("doctor-repaired", async (page) => {
    const card = page.locator("#case-1");
    assert.match((await card.textContent()) ?? "", /Repaired\.[\s\S]*original is unchanged[\s\S]*Line breaks had become the letter n[\s\S]*Private key, EC P-256/);
    await card.locator("[data-act=save-repaired]").click();
    await page.locator(".toast", { hasText: "/home/mira/Documents/postman-repaired.pem" }).waitFor();
    assert.deepEqual((await calls(page)).find(({ command }) => command === "file_doctor_save_repaired")?.args, { file: 1 });
    // The other file of the table wasn't changed.
    assert.equal(await page.locator("[data-act=save-repaired]").count(), 1);
  }));

test("a key that is encrypted in an old way is named, with the command that converts it", () =>
  walk("doctor-old-encryption", async (page) => {
    const card = (await page.locator("#case-1").textContent()) ?? "";
    assert.match(card, /old format \(PBE-MD5-DES\)[\s\S]*openssl pkcs8 -topk8[\s\S]*-provider legacy/);
    assert.doesNotMatch(card, /Damaged/);
    assert.equal(await page.locator("#case-1 [data-act=unlock]").count(), 0);
  }));

test("a certificate is saved without a passphrase, from the first choice", () =>
  walk("doctor-certificate", async (page) => {
    await page.locator("[data-act=convert]").click();
    assert.equal(await page.locator("#convert-passphrase").isVisible(), false);
    await page.locator("[data-dialog=convert] [data-act=confirm]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.deepEqual((await calls(page)).find(({ command }) => command === "file_doctor_save")?.args, { file: 1, item: 0, form: "certificate", passphrase: null });
  }));

test("everything is done by keyboard alone", () =>
  walk("doctor-pair", async (page) => {
    await page.locator("h1").focus();
    const reached = new Set();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-act") || document.activeElement?.tagName));
    }
    for (const wanted of ["choose-files", "doctor-target", "bring-pair", "remove-files", "clear-table"]) assert.ok(reached.has(wanted), `${wanted} not in ${[...reached].join(" ")}`);
  }));

test("a key's ID is looked for among pasted ones, and they are tried until one is accepted", () =>
  walk("doctor-id-lookup-given", async (page) => {
    assert.match((await page.locator(".id-lookup").textContent()) ?? "", /accepted the key/);
    assert.match((await page.locator(".id-lookup .copy-field").textContent()) ?? "", /Hk2-9s/);
    const tried = (await calls(page)).filter(({ command }) => command === "certificate_id_try").map(({ args }) => args.certificateId.slice(0, 6));
    assert.deepEqual(tried, ["q7Vd2m", "Hk2-9s"]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "id-lookup-title");
    await page.locator("[data-act=find-close]").click();
    await page.locator(".id-lookup").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-act")), "find-id");
  }));

test("what is pasted is asked for, and what is none is told at its field", () =>
  walk("doctor-id-lookup-paste", async (page) => {
    await page.fill("#id-lookup-ids", "no ID at all");
    await page.locator("#find-look").click();
    await page.locator("#id-lookup-ids[aria-invalid=true]").waitFor();
    const rows = "q7Vd2mXk0pYb5sTnA3cHrWf9LzUeJ8oGiQ1xSvR6Zt8\tIntegration";
    await page.fill("#id-lookup-ids", rows);
    await page.locator("#find-look").click();
    await page.locator("#find-try").waitFor();
    const asked = (await calls(page)).filter(({ command }) => command === "certificate_id_look_up").at(-1);
    assert.deepEqual(asked?.args, { file: 1, item: 0, id: "larkspur", pasted: rows });
    await page.locator("[data-act=find-again]").click();
    assert.equal(await page.inputValue("#id-lookup-ids"), rows, "what was pasted is not lost");
  }));

test("trials are stopped after the one that runs", () =>
  walk("doctor-id-lookup-candidates", async (page) => {
    await hold(page);
    await page.locator("#find-try").click();
    await page.locator("#find-stop").click();
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await page.locator("#find-look").waitFor();
    assert.match((await page.locator(".id-lookup").textContent()) ?? "", /Stopped\. 1 ID was refused/);
    assert.equal((await calls(page)).filter(({ command }) => command === "certificate_id_try").length, 1);
  }));

test("leaving stops the trials", () =>
  walk("doctor-id-lookup-candidates", async (page) => {
    await hold(page);
    await page.locator("#find-try").click();
    await page.locator("#find-stop").waitFor();
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await page.locator("main[aria-busy=false]").waitFor();
    assert.equal((await calls(page)).filter(({ command }) => command === "certificate_id_try").length, 1);
  }));

test("a certificate that is known tells the ID without a trial", () =>
  walk("doctor-id-lookup-found", async (page) => {
    assert.match((await page.locator(".id-lookup").textContent()) ?? "", /didn’t need to try any IDs/);
    assert.ok(!(await calls(page)).some(({ command }) => command === "certificate_id_try"));
  }));

/** Lets the next trial wait until it is let go. */
const hold = (page) => page.evaluate(() => {
  globalThis.fakeBackend.trial = new Promise((go) => addEventListener("let-go", go, { once: true }));
});

for (const scene of Object.keys(DOCTOR_SCENES)) {
  test(`the table offers one act before all others: ${scene}`, () =>
    walk(scene, async (page) => {
      const primary = await page.locator("main .button-primary").evaluateAll((/** @type {HTMLElement[]} */ buttons) => buttons.filter((button) => button.checkVisibility()).map((button) => button.dataset.act));
      assert.equal(primary.length, 1, primary.join(" "));
    }));
}

test("of a table full of files the next act is to open what is locked, then to use the pair", () =>
  walk("doctor-crowded", async (page) => {
    assert.equal(await page.locator("main .button-primary").getAttribute("data-act"), "unlock");
    await page.fill("#passphrase-5", "changeit");
    await page.keyboard.press("Enter");
    await page.locator("#passphrase-5").waitFor({ state: "detached" });
    assert.equal(await page.locator("main .button-primary").getAttribute("data-act"), "bring-pair");
  }));
