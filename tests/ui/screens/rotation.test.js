// Rotations, several at once and a refreshed sandbox, as a person walks through them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CLIENT_ID, EXPECTED_ID, OLD_ID } from "../fake-backend/fixtures.js";
import { calls as allCalls, walk } from "../support/walk.js";

/** What was asked of the backend of these screens, in order. @param {any} page @param {RegExp} [wanted] */
const calls = async (page, wanted = /^(rotation|rotations|leak|account|certificate|kit|key)_/) => (await allCalls(page)).filter(({ command }) => wanted.test(command));

/** @param {any} page @param {string} selector */
const text = async (page, selector) => ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/g, " ").trim();

/** The names of the values that are marked as new. @param {any} page @returns {Promise<string[]>} */
const marked = (page) => page.locator(".kit-field:has(.badge) .kit-name").allTextContents();

/** What is said of the values without a mark: with the old ones compared, and without. */
const SAME = /The others stay the same/;
const COMPARE = /Compare the others, and replace any that differ/;

/** @param {any} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

test("a rotation leads from the board to the revoked old certificate, each of the user's words asked for", () =>
  walk("board-rotations", async (page) => {
    await page.locator("tr[data-connection=northwind] [data-act=next-act]").click();
    await page.locator("[data-screen=rotate-preview]").waitFor();
    assert.deepEqual((await calls(page)).map(({ command }) => command), ["rotation_preview"], "looking makes nothing");
    await page.locator("#start").click();
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.deepEqual((await calls(page)).map(({ command }) => command), ["rotation_preview", "rotation_start", "rotation_continue", "kit_read", "kit_read"]);
    await page.locator("#handed-over").click();
    await page.locator("[data-sheet=switch]").waitFor();
    await page.locator("#switched").click();
    await page.locator("[data-sheet=revoke-old]").waitFor();
    await page.locator("#revoke-old").click();
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-old] [data-act=confirm]").click();
    await page.locator("[data-screen=rotate-ended] #ended").waitFor();
    assert.equal((await calls(page, /^rotation_revoke_old$/))[0]?.args.typed, OLD_ID.slice(-6));
    await page.locator("#open-connection").click();
    await page.locator("[data-screen=connection]").waitFor();
  }));

test("the hand-over shows the values of the new certificate and saves its key", () =>
  walk("rotate-hand-over", async (page) => {
    assert.deepEqual((await calls(page, /^kit_read$/)).map(({ args }) => args.credentialId), ["c9", "c1"], "the old values are only compared");
    assert.ok((await page.locator(".kit [data-copy]").evaluateAll((buttons) => buttons.map((button) => button.dataset.copy))).includes(EXPECTED_ID));
    assert.deepEqual(await marked(page), ["Certificate ID", "Private key"]);
    assert.match(await text(page, "[data-sheet=hand-over]"), SAME);
    assert.equal(await page.locator(".part-head:has(#kit) .path").innerText(), "Clients > HTTP Authentications", "not New: the connection exists");
    await page.locator("#export-key").click();
    await page.locator("[data-dialog=export-key] [data-act=confirm]").click();
    await page.locator(".toast").waitFor();
    assert.equal((await calls(page, /^key_export$/))[0]?.args.credentialId, "c9");
  }));

test("a hand-over with the key type of before marks the ID and the key alone", () =>
  walk("rotate-hand-over-other", async (page) => {
    assert.deepEqual(await marked(page), ["Certificate ID", "Private key"]);
    assert.equal((await calls(page, /^kit_read$/)).at(-1)?.args.credentialId, "c1", "the others were compared");
    assert.match(await text(page, "[data-sheet=hand-over]"), SAME);
  }));

test("a hand-over with another key type marks the algorithm, too, in the system's words and order", async () => {
  await walk("rotate-hand-over-algorithm", async (page) => {
    assert.deepEqual(await marked(page), ["certificateId", "privateKey", "signatureAlgorithm"]);
    assert.match(await text(page, ".kit-field:has-text('signatureAlgorithm')"), /ES512 New/);
    assert.equal(await page.getAttribute("#copy-all", "data-copy"), `accountId: 4718203\nclientId: ${CLIENT_ID}\ncertificateId: ${EXPECTED_ID}\nsignatureAlgorithm: ES512`, "what is copied has no marks");
    await page.locator("#handed-over").click();
    await page.locator("[data-sheet=switch]").waitFor();
    await page.locator("#toggle-values").click();
    await page.locator("[data-sheet=switch] .kit").waitFor();
    assert.deepEqual(await marked(page), ["certificateId", "privateKey", "signatureAlgorithm"], "also when they are shown again");
  });
  await walk("rotate-hand-over-unseen", async (page) => assert.deepEqual(await marked(page), ["Certificate ID", "Algorithm", "Private key"]));
});

test("a key type that was chosen in the preview marks the algorithm", () =>
  walk("rotate-preview-more", async (page) => {
    await page.locator("#start").click();
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.deepEqual(await marked(page), ["JWT algorithm", "Certificate ID", "Private key"]);
    assert.match(await text(page, "[data-sheet=hand-over]"), SAME);
  }));

test("a path and a command that contain what is new are marked", () =>
  walk("rotate-hand-over-cli", async (page) => {
    assert.deepEqual(await marked(page), ["Private key", "--certificateid", "--privatekeypath", "Command"], "the old key was saved elsewhere");
    await page.locator("#export-key").click();
    await page.locator("[data-dialog=export-key] [data-act=confirm]").click();
    await page.locator(".toast").waitFor();
    assert.deepEqual(await marked(page), ["Private key", "--certificateid", "Command"], "the new key has the old one's path");
  }));

test("without an old credential nobody is told that the unmarked values stay the same", () =>
  walk("rotate-hand-over-no-old", async (page) => {
    assert.deepEqual((await calls(page, /^kit_read$/)).map(({ args }) => args.credentialId), ["c9"]);
    assert.deepEqual(await marked(page), ["Certificate ID", "Private key"]);
    assert.match(await text(page, "[data-sheet=hand-over]"), COMPARE);
    assert.doesNotMatch(await text(page, "[data-sheet=hand-over]"), SAME);
  }));

test("old values that can't be read don't keep the new ones from being shown", () =>
  walk("rotate-hand-over-cli", async (page) => {
    await page.evaluate(() => globalThis.fakeBackend.scene.connections[0]?.credentials.forEach((known) => known.id === "c1" && (known.keyType = "p-256")));
    await page.locator("#back").click();
    await page.locator("[data-screen=connection]").waitFor();
    await page.locator("#rotate").click();
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.equal(await page.locator("[data-sheet=hand-over] .callout[data-tone=danger]").count(), 0);
    assert.deepEqual(await marked(page), ["Private key", "--certificateid"]);
    assert.match(await text(page, "[data-sheet=hand-over]"), COMPARE);
  }));

test("what was chosen under More is what is asked for", () =>
  walk("rotate-preview-more", async (page) => {
    await page.selectOption("#rotate-days", "180");
    await page.fill("#rotate-subject", "Northwind, second pair");
    await page.fill("#rotate-role", "1077");
    await page.fill("#rotate-entity", "");
    assert.match(await text(page, "[data-side=new]"), /EC P-256, ES256/);
    await page.locator("#start").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
    assert.deepEqual((await calls(page, /^rotation_start$/))[0]?.args.plan, { reason: "renewal", order: "replace-first", way: "endpoint", keyType: "p-256", algorithm: "ES256", signature: "pss", days: 180, subject: "Northwind, second pair", role: "1077", entity: null });
  }));

test("each step is shown as it becomes true, and the way to begin is gone meanwhile", () =>
  walk("rotate-running", async (page) => {
    assert.equal(await page.locator("[data-step=key-stored]").getAttribute("data-state"), "done");
    assert.equal(await page.locator("li[data-step=uploaded]").getAttribute("aria-current"), "step");
    assert.equal(await page.locator("#start, #continue, #abandon").count(), 0);
  }));

test("a rotation at work is found again after leaving its page", () =>
  walk("rotate-running", async (page) => {
    await page.locator("#back").click();
    await page.locator("[data-screen=connection]").waitFor();
    await page.locator("#rotate").click();
    await page.locator("#at-work[data-step=uploaded]").waitFor();
    assert.equal((await calls(page, /^rotation_continue$/)).length, 1, "it is not driven twice");
  }));

test("the search for the new key can be cancelled, and Continue starts another", () =>
  walk("rotate-key", async (page) => {
    await page.locator("#cancel-search").click();
    await page.locator("#interrupted").waitFor();
    assert.equal((await calls(page, /^key_search_cancel$/)).length, 1);
    assert.match(await text(page, "#interrupted"), /Rotation paused.*You canceled the key generation/);
    assert.equal(await focused(page), "continue");
  }));

test("the search for the new key tells how long it takes at the speed that this computer shows", () =>
  walk("rotate-key", async (page) => {
    assert.match(await text(page, "#key-note"), /varies/, "nothing is measured yet");
    await page.evaluate(() => void (globalThis.fakeBackend.keyProgress = { tested: 100, primes: 0, leftOnAverage: 115 }));
    await page.clock.runFor(600);
    await page.evaluate(() => void (globalThis.fakeBackend.keyProgress = { tested: 300, primes: 0, leftOnAverage: 115 }));
    await page.clock.runFor(2_000);
    await page.locator("#key-note", { hasText: /About \d+ more seconds? at this computer’s speed/ }).waitFor();
  }));

test("an interruption names its cause, keeps the focus on Continue, and Continue goes on", () =>
  walk("rotate-stopped", async (page) => {
    assert.match(await text(page, "#interrupted"), /Rotation paused today at 9:46 AM.*reach.*Alumio keeps working with the old certificate/);
    assert.equal(await focused(page), "continue");
    await page.keyboard.press("Enter");
    await page.locator("[data-sheet=hand-over]").waitFor();
    assert.equal((await calls(page, /^rotation_start$/)).length, 1);
    assert.equal((await calls(page, /^rotation_continue$/)).length, 2);
  }));

for (const scene of ["rotate-interrupted-sign-in", "rotate-interrupted-certificate", "rotate-stopped-sign-in", "rotate-abandoning-sign-in"]) {
  test(`${scene}: what stopped for want of a sign-in offers that first`, () =>
    walk(scene, async (page) => {
      const place = page.locator("#interrupted, #abandoning");
      assert.equal(await place.locator("button").first().getAttribute("data-act"), "open-sign-in");
      assert.equal(await place.locator(".button-primary").count(), 1);
      assert.equal(await place.locator("[data-act=open-sign-in]").count(), 1);
      if (scene === "rotate-stopped-sign-in") assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-act")), "open-sign-in");
      await place.locator(".button-primary").click();
      await page.locator("[data-screen=sign-in]").waitFor();
    }));
}

test("who has signed in meanwhile is told so, and continues", () =>
  walk("rotate-interrupted-signed-in", async (page) => {
    assert.match(await text(page, "#interrupted"), /You’re signed in now. Alumio keeps working/);
    assert.equal(await page.locator("#interrupted [data-act=open-sign-in]").count(), 0);
    await page.locator("#continue.button-primary").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
  }));

test("an upload whose answer was lost is looked up, never announced as to be sent again", () =>
  walk("rotate-unsettled", async (page) => {
    assert.match(await text(page, "#continue"), /Check NetSuite’s list/);
    assert.match(await text(page, "#interrupted"), /won’t upload it twice/);
    assert.match(await text(page, "li[data-step=uploaded]"), /Waiting for NetSuite’s list/);
  }));

test("a lost upload names the moment at which its outcome is known, and the list is read every minute until then", () =>
  walk("rotate-unsettled", async (page) => {
    assert.match(await text(page, "#interrupted"), /We’ll know by 9:56 AM; if it’s still missing then, Certdesk continues with a new key pair/);
    await page.locator("h1").focus();
    assert.equal((await calls(page, /^rotation_continue$/)).length, 0, "it was read a moment ago");
    await page.clock.fastForward("01:00");
    await page.locator("#interrupted", { hasText: "last checked today at 9:47 AM" }).waitFor();
    assert.equal((await calls(page, /^rotation_continue$/)).length, 1);
    assert.match(await text(page, "#interrupted"), /We’ll know by 9:56 AM/, "the moment doesn’t move");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "nobody who reads or types is disturbed");
    await page.clock.fastForward("01:00");
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.equal((await calls(page, /^rotation_continue$/)).length, 2);
  }));

test("at the moment at which a lost upload can’t arrive anymore, the rotation continues without a press", () =>
  walk("rotate-unsettled", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.rotations.stops.northwind = []));
    await page.clock.fastForward("09:50");
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.deepEqual((await calls(page, /^kit_read$/)).map(({ args }) => args.credentialId), ["c10", "c1"], "another pair has taken its place");
    assert.equal((await calls(page, /^rotation_continue$/)).length, 1);
  }));

test("what only the user can put right is not tried every minute, and the moment is still named", () =>
  walk("rotate-unsettled-stuck", async (page) => {
    assert.match(await text(page, "#interrupted"), /can still arrive until 9:56 AM/);
    await page.clock.fastForward("05:00");
    assert.equal((await calls(page, /^rotation_continue$/)).length, 0);
  }));

test("after a restart the list is read without anybody having opened the rotation", () =>
  walk("board-unsettled", async (page) => {
    assert.match(await text(page, "tr[data-connection=northwind]"), /Upload not confirmed, known by 9:56 AM/);
    await page.clock.fastForward("01:00");
    await page.locator(".toast", { hasText: "NetSuite has the new certificate for Northwind Traders" }).waitFor();
    assert.deepEqual((await calls(page)).map(({ command }) => command), ["rotation_continue"]);
  }));

test("abandoning a lost upload finishes by itself once nothing can arrive anymore", () =>
  walk("rotate-abandoning-unsettled", async (page) => {
    assert.match(await text(page, "#abandoning"), /We’ll know by 9:56 AM. Certdesk then finishes by itself/);
    await page.clock.fastForward("05:00");
    assert.equal((await calls(page, /^rotation_abandon$/)).length, 0, "it revokes what the list doesn’t show: that is done once");
    await page.clock.fastForward("05:00");
    await page.locator("[data-screen=connection]").waitFor();
    assert.equal((await calls(page, /^rotation_abandon$/)).length, 1);
  }));

test("abandoning says what happens and leads back to the connection", () =>
  walk("rotate-abandon", async (page) => {
    assert.match(await text(page, "[data-dialog=abandon]"), /revokes the new certificate in NetSuite.*deletes the new private key.*Alumio keeps using the old certificate/);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-act")), "cancel");
    await page.locator("[data-dialog=abandon] [data-act=confirm]").click();
    await page.locator("[data-screen=connection]").waitFor();
    assert.equal((await calls(page, /^rotation_abandon$/)).length, 1);
  }));

test("an abandoning that was interrupted can only be finished", () =>
  walk("rotate-abandoning", async (page) => {
    assert.equal(await page.locator("#continue, .step-sheet").count(), 0);
    await page.locator("#abandon-rest").click();
    await page.locator("[data-screen=connection]").waitFor();
  }));

test("only the last six characters let the old certificate be revoked", () =>
  walk("rotate-revoke-dialog", async (page) => {
    const confirm = page.locator("[data-dialog=revoke-old] [data-act=confirm]");
    assert.ok(await confirm.isDisabled());
    await page.fill("#typed", OLD_ID.slice(-6).toLowerCase());
    assert.ok(await confirm.isDisabled());
    await page.fill("#typed", OLD_ID.slice(-6));
    assert.ok(await confirm.isEnabled());
  }));

test("the old certificate may be left until it expires", () =>
  walk("rotate-revoke-old", async (page) => {
    await page.locator("#leave-old").click();
    await page.locator("#ended").waitFor();
    assert.match(await text(page, "#ended"), /expires on Dec 2, 2026/);
    assert.equal((await calls(page, /^rotation_revoke_old$/)).length, 0);
    assert.equal(await focused(page), "ended");
  }));

test("with five of five used it says which to revoke first, and does not begin", () =>
  walk("rotate-preview-full", async (page) => {
    assert.equal(await page.locator("#start").count(), 0, "what cannot start is not offered");
    await page.locator("#read-again").click();
    await page.locator("#slots-full").waitFor();
    assert.equal((await calls(page, /^rotation_preview$/)).length, 2, "once a slot is free, it is asked again");
    await page.locator(".dead-line a").first().click();
    await page.waitForFunction(() => location.hash.startsWith("#/connection/northwind/certificates/revoke/"));
  }));

test("revoking first makes the room that is missing, so that five of five do not stop it", () =>
  walk("rotate-preview-leak-full", async (page) => {
    assert.ok(await page.locator("#start").isEnabled());
    assert.equal(await page.locator("#slots-full").count(), 0);
  }));

test("a pair that runs out is renewed by hand, the old one kept until the user has confirmed", () =>
  walk("rotate-preview-by-hand", async (page) => {
    assert.equal(await page.locator("#obstacle").count(), 0, "nothing of NetSuite is asked");
    for (const proposed of ["Alumio Integration User", "Alumio Integration", "Alumio M2M"]) {
      assert.ok(await page.locator("dl.facts dd", { hasText: proposed }).first().isVisible(), proposed);
    }
    await page.locator("#start").click();
    await page.locator("[data-sheet=upload-by-hand]").waitFor();
    assert.equal((await calls(page, /^rotation_start$/))[0]?.args.plan.way, "by-hand");
    await page.locator("#save-pem").click();
    await page.locator(".act .field-message[data-tone=ok]").waitFor();
    assert.equal(await page.locator(".toast").count(), 0, "nothing lies over the next button");
    await page.fill("#certificate-id", EXPECTED_ID);
    await page.keyboard.press("Enter");
    await page.locator("[data-sheet=hand-over] .kit").waitFor();
    assert.match((await page.locator("#renewal").textContent()) ?? "", /both the private key and the Certificate ID/);
    assert.deepEqual(await marked(page), ["Certificate ID", "Private key"]);
    await page.locator("#handed-over").click();
    await page.locator("#switched").click();
    await page.locator("[data-sheet=revoke-old]").waitFor();
    assert.equal(await page.locator("#revoke-old").count(), 0, "it is revoked in NetSuite, by hand");
    await page.locator("#leave-old").click();
    await page.locator("#ended").waitFor();
    assert.equal((await calls(page, /^certificate_(upload|list|revoke)$/)).length, 0);
  }));

test("a misread Certificate ID is compared before it is taken", () =>
  walk("rotate-upload-by-hand-differs", async (page) => {
    assert.equal(await focused(page), "certificate-id");
    await page.locator("[data-act=use-expected]").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
    assert.deepEqual((await calls(page, /^rotation_uploaded$/)).map(({ args }) => args.accept), [false, false]);
  }));

test("a connection that only its target can prove is renewed by hand, without a token asked for here", () =>
  walk("rotate-preview-cli", async (page) => {
    assert.ok(await page.locator("#rotate-way-by-hand").isChecked());
    assert.equal(await page.locator("[data-step=proven]").count(), 0);
  }));

test("where NetSuite's list is not to be had the certificate can be replaced by hand", () =>
  walk("rotate-preview-failed", async (page) => {
    await page.locator("#by-hand").click();
    await page.locator("[data-screen=setup-key]").waitFor();
  }));

test("several rotations: one that stops leaves the others alone, and what is left is named for each", () =>
  walk("several", async (page) => {
    assert.ok(await page.locator("#choose-tern").isDisabled(), "nobody is signed in there");
    assert.ok(await page.locator("#choose-northwind").isChecked(), "within 14 days");
    assert.ok(!(await page.locator("#choose-heron").isChecked()), "two months are only proposed");
    await page.evaluate(() => {
      globalThis.fakeBackend.scene.rotations.stops.orchard = [{ kind: "permission-missing", detail: "" }];
    });
    await page.locator("#choose-heron").check();
    await page.locator("#start").click();
    await page.locator("#left").waitFor();
    assert.deepEqual((await calls(page, /^rotations_run$/))[0]?.args.ids, ["northwind", "orchard", "heron"]);
    assert.equal(await page.locator("tr[data-connection=orchard] [data-line=stopped]").count(), 1);
    assert.equal(await page.locator("[data-line=waits]").count(), 2);
    assert.match(await text(page, "#left"), /2 rotations ready for the next step and 1 stopped/);
    await page.locator("tr[data-connection=heron] [data-open]").click();
    await page.locator("[data-screen=rotate] [data-sheet=hand-over]").waitFor();
  }));

test("nothing is rotated that nobody chose", () =>
  walk("several", async (page) => {
    await page.locator("#choose-northwind").uncheck();
    await page.locator("#choose-orchard").uncheck();
    assert.ok(await page.locator("#start").isDisabled());
  }));

test("a refreshed sandbox: marked on the user's word, then re-created for all, and who must be told", () =>
  walk("refreshed", async (page) => {
    await page.locator("#mark").click();
    await page.locator("[data-dialog=mark-gone] [data-act=cancel]").click();
    assert.equal((await calls(page, /^account_refreshed$/)).length, 0);
    await page.evaluate(() => {
      const { access } = globalThis.fakeBackend.scene.rotations;
      access.vermeer = { by: { kind: "sign-in", role: "3", entity: "-5", account: "3904471_SB2", scopes: [], expiresAt: "2026-11-20T10:46:00Z", ofAnotherRecord: false }, waiting: null, redirectUri: "certdesk://oauth/callback", publicClient: true, hasClientSecret: false, staysSignedIn: false };
    });
    await page.locator("#mark").click();
    await page.locator("[data-dialog=mark-gone] [data-act=confirm]").click();
    await page.locator("#start").waitFor();
    await page.locator("#choose-vermeer-cli").uncheck();
    await page.locator("#start").click();
    await page.locator("[data-tell=vermeer] a").waitFor();
    assert.deepEqual((await calls(page, /^rotations_run$/))[0]?.args.ids, ["vermeer", "vermeer-webshop"]);
    assert.match((await page.locator("#tell [data-copy]").getAttribute("data-copy")) ?? "", /Alumio \(Vermeer & Zoon, account 3904471_SB2\): needs the new private key/);
    await page.locator("[data-tell=vermeer] a").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
  }));

test("without a sign-in nothing is re-created", () =>
  walk("refreshed-sign-in", async (page) => {
    assert.ok(await page.locator("#start").isDisabled());
    await page.locator("#sign-in").click();
    await page.waitForFunction(() => location.hash === "#/connection/vermeer/sign-in");
  }));

test("every active certificate in a slot is called what it is, also while a rotation is under way", () =>
  walk("rotate-hand-over", async (page) => {
    const slots = await page.locator(".slot-row .slot").allInnerTexts();
    assert.equal(slots.filter((slot) => /Free/.test(slot)).length, 1, "four of five are used");
    assert.match(await text(page, "section:has(> .slot-row) .part-note"), /4 of 5 active certificates.*as of/);
    assert.ok(slots.some((slot) => /This connection. Replaced/.test(slot)), slots.join(" | "));
    assert.ok(slots.some((slot) => /Orbit Payroll B.V. holds its key/.test(slot)));
    assert.ok(!slots.some((slot) => /Another certificate of this record/.test(slot)));
  }));

test("a refused token offers its cause first, on the board and on the connection's page", async () => {
  await walk("board", async (page) => {
    const act = page.locator("tr[data-connection=vermeer] [data-act=next-act]");
    assert.match(await act.innerText(), /Find the cause/);
    await act.click();
    await page.locator("[data-screen=diagnosis]").waitFor();
  });
  await walk("connection-refused", async (page) => {
    assert.equal(await page.locator("#diagnosis-link").count(), 0, "it isn’t offered again at the end of the page");
    await page.locator("#find-cause.button-primary").click();
    await page.locator("[data-screen=diagnosis]").waitFor();
  });
});

test("with five of five slots no rotation is offered: the board and the page lead to where one is freed", async () => {
  await walk("board-rotations", async (page) => {
    const act = page.locator("tr[data-connection=alder] [data-act=next-act]");
    assert.match(await act.innerText(), /Free a slot/);
    await act.click();
    await page.waitForFunction(() => location.hash === "#/connection/alder/certificates");
  });
  await walk("connection-slots-full", async (page) => {
    assert.equal(await page.locator("#rotate").count(), 0);
    await page.locator("#slots-full").waitFor();
    await page.locator("#free-slot").click();
    await page.waitForFunction(() => location.hash === "#/connection/northwind/certificates");
  });
  await walk("several", async (page) => assert.ok(await page.locator("#choose-alder").isDisabled(), "nor among several"));
});

test("what was read earlier says from when it is", async () => {
  await walk("board-rotations", async (page) => assert.match(await text(page, "tr[data-connection=northwind] [data-as-of]"), /as of 9:46 AM/));
  await walk("connection-slots-full", async (page) => assert.match(await text(page, "section:has(> .part-head #credentials) .slots"), /5 of 5 .* as of today at 9:46 AM/));
});

test("a rotation that revokes first waits for the confirmation before anything is made", () =>
  walk("rotate-leak-first", async (page) => {
    assert.equal(await page.locator("#leave-old").count(), 0);
    await page.locator("#revoke-old").click();
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-old] [data-act=confirm]").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
    assert.deepEqual((await calls(page, /^rotation_(revoke_old|continue)$/)).map(({ command }) => command), ["rotation_revoke_old", "rotation_continue"]);
  }));

test("the connection's page offers what a refresh needs only where accounts are refreshed", async () => {
  await walk("connection", async (page) => assert.equal(await page.locator("#refreshed").count(), 0, "production"));
  await walk("connection-mapping-gone", async (page) => {
    assert.equal(await page.locator("[data-act=refreshed]").count(), 1, "once");
    await page.locator("#refreshed").click();
    await page.locator("[data-screen=refreshed]").waitFor();
  });
});

test("revoking the old certificate is not the first act beside the advice to wait", () =>
  walk("rotate-revoke-old", async (page) => {
    assert.match(await text(page, "[data-sheet=revoke-old] .step-foot-note"), /Wait for a day/);
    assert.equal(await page.locator("[data-sheet=revoke-old] .button-primary").count(), 0);
    assert.ok(await page.locator("#revoke-old").isVisible(), "it is there all the same");
  }));
