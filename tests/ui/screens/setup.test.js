// The set-up as a person walks through it, with the keyboard where it matters, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CLIENT_ID, EXPECTED_ID, MISREAD_ID } from "../fake-backend/fixtures.js";
import { calls, walk } from "../support/walk.js";

test("the whole walk leads from the empty board to the finished connection", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=set-up]").click();
    await page.fill("#name", "Northwind Traders");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("[data-screen=setup-target] [data-act=continue]").isDisabled(), "nothing is proposed");
    await page.locator("#target-alumio").check();
    await page.locator("[data-screen=setup-target] [data-act=continue]").click();
    await page.fill("#account-id", "4718203");
    await page.locator("#account-recognised").waitFor();
    await page.locator("[data-act=check]").click();
    await page.locator("#tick-feature-oauth2").check();
    await page.locator("#tick-role-assigned").check();
    await page.fill("#role-name", "Alumio Integration");
    await page.fill("#entity-name", "Alumio Integration User");
    await page.locator("[data-act=continue]").click();
    await page.fill("#client-id", CLIENT_ID);
    await page.locator("[data-screen=setup-integration] [data-act=continue]").click();
    await page.locator("[data-act=make-certificate]").click();
    await page.locator("#save-pem").click();
    await page.fill("#certificate-id", EXPECTED_ID);
    await page.locator("[data-act=continue]").click();
    await page.locator("#request-token").click();
    await page.locator("#who-am-i").waitFor();
    await page.locator("[data-act=go-on]").click();
    await page.locator("[data-act=hand-over-done]").click();
    await page.locator("[data-screen=setup-finished]").waitFor();
    const ticked = (await calls(page)).filter(({ args }) => args.change?.kind === "tick").map(({ args }) => args.change.tick);
    assert.deepEqual(ticked, ["feature-oauth2", "role-assigned"]);
  }));

test("an account that NetSuite’s answer doesn’t name isn’t confirmed, and can be saved all the same", () =>
  walk("setup-account-unconfirmed", async (page) => {
    const told = page.locator("[data-failure] .callout");
    assert.match(await told.textContent(), /NetSuite didn’t confirm this account.*none of them is for 9999999/s);
    await page.locator("[data-act=skip-check]").click();
    await page.locator("[data-screen=setup-account]").waitFor({ state: "detached" });
  }));

test("a system is found by typing and chosen by the keyboard alone", () =>
  walk("setup-target", async (page) => {
    await page.focus("#find-target");
    await page.keyboard.type("mule");
    await page.locator("#target-alumio").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "find-target", "the focus stays while the list shrinks");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.locator("[data-target=mulesoft]").waitFor();
    assert.match((await page.locator("#target-chosen").textContent()) ?? "", /EC P-521, ES512/);
    await page.keyboard.press("Enter");
    await page.locator("[data-screen=setup-account]").waitFor();
    const changes = (await calls(page)).filter(({ command }) => command === "connection_change").map(({ args }) => args.change);
    assert.deepEqual(changes, [{ kind: "target", target: "mulesoft" }]);
  }));

test("a system that is not in the list leads to the one for all others", () =>
  walk("setup-target-unknown", async (page) => {
    assert.deepEqual(await page.locator("[name=target]").evaluateAll((radios) => radios.map((radio) => /** @type {HTMLInputElement} */ (radio).value)), ["other"]);
    assert.match((await page.locator(".targets [role=status]").textContent()) ?? "", /teleporter/);
  }));

test("a system without M2M says so when it is chosen, with what it offers, its source, and what to do, and can’t be saved", () =>
  walk("setup-target", async (page) => {
    await page.fill("#find-target", "make");
    await page.locator("#target-make").check();
    const card = page.locator("[data-system=make]");
    assert.equal(await page.locator(".step-foot-note").innerText(), "Choose a system with M2M access.");
    assert.match(await card.innerText(), /Make\.com’s NetSuite app has no M2M access[\s\S]*Token-based authentication[\s\S]*February 2026[\s\S]*2027\.1[\s\S]*2028\.1[\s\S]*Another system/);
    await card.locator("summary").click();
    assert.match(await card.innerText(), /https:\/\/apps\.make\.com\/netsuite/);
    assert.equal(await card.locator("a").getAttribute("href"), "#/move-from-tba");
    const save = page.locator("[data-screen=setup-target] [data-act=continue]");
    assert.ok(await save.isDisabled());
    await page.keyboard.press("Enter");
    await page.fill("#find-target", "");
    await page.locator("#target-other").check();
    await card.waitFor({ state: "detached" });
    assert.ok(await save.isEnabled());
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "connection_change"), []);
  }));

test("the target decides which pair is proposed and which are offered", () =>
  walk("setup-key-rsa-only", async (page) => {
    const offered = await page.locator("#key-other option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
    assert.deepEqual(offered, ["rsa-4096 PS256", "rsa-3072 PS256"]);
    assert.ok(await page.locator("[name=key-choice][value='rsa-4096 PS256']").isChecked());
    assert.match((await page.locator(".step-sheet").textContent()) ?? "", /activepieces accepts RSA keys only/);
  }));

test("a target that takes EC keys only says which", () =>
  walk("setup-key-ec-only", async (page) => {
    const offered = await page.locator("#key-other option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
    assert.deepEqual(offered, ["p-256 ES256"]);
    assert.match((await page.locator(".step-sheet").textContent()) ?? "", /Ampersand accepts EC P-256 keys only/);
  }));

test("the target decides which scopes are proposed", () =>
  walk("setup-integration", async (page) => {
    await page.evaluate(() => {
      const { fakeBackend } = globalThis;
      fakeBackend.scene.connections[0].target.scopes = ["suite_analytics"];
    });
    await page.locator("#rail-connections").click();
    await page.locator("[data-act=next-act]").click();
    await page.locator("#scope-suite_analytics").waitFor();
    assert.ok(await page.locator("#scope-suite_analytics").isChecked());
    assert.equal(await page.locator("#scope-restlets").isChecked(), false);
  }));

test("what was typed and not saved is there after leaving and coming back", () =>
  walk("setup-account", async (page) => {
    await page.fill("#account-id", "4718203_SB2");
    await page.locator("#rail-connections").click();
    await page.locator("[data-screen=connections]").waitFor();
    await page.locator("[data-act=next-act]").click();
    await page.locator("[data-screen=setup-account]").waitFor();
    assert.equal(await page.inputValue("#account-id"), "4718203_SB2");
  }));

test("a key search begins when the step opens and is joined, not repeated, by who comes back", () =>
  walk("setup-key", async (page) => {
    await page.locator("#rail-connections").click();
    await page.locator("[data-act=next-act]").click();
    await page.locator("[data-search=running]").waitFor();
    assert.equal((await calls(page)).filter(({ command }) => command === "key_search").length, 1);
  }));

test("a search tells how long it takes at the speed that this computer has shown", () =>
  walk("setup-key", async (page) => {
    const told = async () => (await page.locator("[data-search=running] .progress-note").textContent()) ?? "";
    assert.match(await told(), /How long this takes varies/, "nothing is measured yet");
    await page.clock.pauseAt("2026-11-20T09:50:00Z");
    const progress = (/** @type {number} */ tested) => page.evaluate((tested) => globalThis.fakeBackend.calls.find(({ command }) => command === "key_search")?.args.onProgress.onmessage({ tested, primes: 1, leftOnAverage: 57 }), tested);
    await progress(1184);
    const before = await told();
    await page.clock.runFor(10_000);
    await progress(1304);
    assert.match(await told(), /About \d+ more seconds? at this computer’s speed/);
    assert.notEqual(await told(), before);
  }));

test("another kind of key replaces the search", () =>
  walk("setup-key", async (page) => {
    await page.locator("#key-p-256-ES256").check();
    await page.locator("[data-search=found]").waitFor();
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "key_search").map(({ args }) => args.keyType), ["rsa-4096", "p-256"]);
  }));

test("the certificate is asked for as it was chosen", () =>
  walk("setup-key-found", async (page) => {
    await page.selectOption("#key-other", "rsa-3072 PS512");
    await page.selectOption("#days", "365");
    await page.locator("#plain-signature").check();
    await page.locator("[data-act=make-certificate]").click();
    await page.locator("[data-screen=setup-upload]").waitFor();
    const made = (await calls(page)).find(({ command }) => command === "certificate_make");
    assert.deepEqual(made?.args.request, { keyType: "rsa-3072", algorithm: "PS512", days: 365, subject: "Northwind Traders - production - Alumio", signature: "plain" });
  }));

test("another Certificate ID is taken only after a second question", () =>
  walk("setup-upload-differs", async (page) => {
    await page.locator("[data-act=insist]").click();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-act")), "cancel", "the harmless button has the focus");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
    const sent = (await calls(page)).filter(({ args }) => args.change?.kind === "certificate-id").map(({ args }) => [args.change.text, args.change.accept]);
    assert.deepEqual(sent, [[MISREAD_ID, false], [MISREAD_ID, true]]);
  }));

test("the expected ID can be taken instead of the misread one", () =>
  walk("setup-upload-differs", async (page) => {
    await page.locator("[data-act=use-expected]").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
    const sent = (await calls(page)).filter(({ args }) => args.change?.kind === "certificate-id").at(-1);
    assert.deepEqual([sent?.args.change.text, sent?.args.change.accept], [EXPECTED_ID, false]);
  }));

test("a Consumer Key in the place of the Certificate ID is recognized while it is entered", () =>
  walk("setup-upload", async (page) => {
    await page.fill("#certificate-id", CLIENT_ID);
    assert.match((await page.locator("#certificate-id-message").textContent()) ?? "", /looks like a Consumer Key/);
    await page.fill("#certificate-id", EXPECTED_ID);
    assert.match((await page.locator("#certificate-id-message").textContent()) ?? "", /All 43 characters match/);
  }));

test("step 6 of a certificate that NetSuite has shows its ID, and offers no second upload", () =>
  walk("setup-finished", async (page) => {
    await page.evaluate(() => {
      globalThis.fakeBackend.scene.certificates.access.by = { kind: "certificate", certificateId: "mdtx0uPabXH78gyT_0_F8Iqi7anWyWqYqsL8kPxXP2k", role: "1042", entity: "1187" };
    });
    await page.locator("#fold-steps").click();
    await page.locator("[data-act=change-step][data-step=upload]").click();
    await page.locator("[data-screen=setup-upload]").waitFor();
    assert.ok(await page.locator("#way-by-hand").isChecked());
    assert.equal(await page.inputValue("#certificate-id"), EXPECTED_ID);
    await page.locator("#way-for-me").check();
    await page.locator("#certificate-id").waitFor({ state: "detached" });
  }));

test("a refusal can be tried again and then proves the connection", () =>
  walk("setup-prove-refused", async (page) => {
    await page.evaluate(() => delete globalThis.fakeBackend.scene.failures.token_request);
    await page.locator("#request-token").click();
    await page.locator("#who-am-i").waitFor();
  }));

test("a key whose search was cancelled is not searched for again by itself", () =>
  walk("setup-key-cancelled", async (page) => {
    await page.locator("#rail-connections").click();
    await page.locator("[data-act=next-act]").click();
    await page.locator("[data-search=cancelled]").waitFor();
    await page.locator("#restart-search").click();
    await page.locator("[data-search=running]").waitFor();
  }));

test("a chosen pair is given back when the screen is left", () =>
  walk("bring-pair", async (page) => {
    await page.locator("#back").click();
    await page.locator("[data-screen=connections-empty]").waitFor();
    assert.ok((await calls(page)).some(({ command }) => command === "pair_discard"));
  }));

test("the passphrase fields are there only for a file with a passphrase", () =>
  walk("setup-hand-over", async (page) => {
    await page.locator("#export-key").click();
    assert.equal(await page.locator("#export-passphrase").isVisible(), false);
    await page.locator("#form-passphrase").check();
    assert.equal(await page.locator("#export-passphrase").isVisible(), true);
    await page.locator("#form-plain").check();
    assert.equal(await page.locator("#export-passphrase").isVisible(), false);
  }));

test("a record that the target brings needs no Consumer Key, and the target proves the connection", () =>
  walk("setup-integration-cli", async (page) => {
    assert.equal(await page.locator("#integration-name, #scope-restlets").count(), 0);
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-key]").waitFor();
    const changes = (await calls(page)).filter(({ command }) => command === "connection_change").map(({ args }) => args.change);
    assert.deepEqual(changes, [{ kind: "integration", name: "SuiteCloud Development Integration", scopes: ["restlets", "rest_webservices"] }]);
    await page.locator("[data-act=make-certificate]").click();
    await page.fill("#certificate-id", EXPECTED_ID);
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-hand-over] .kit").waitFor();
    assert.match((await page.locator("[data-act=hand-over-done]").textContent()) ?? "", /the CLI accepted the key/);
  }));

test("a known Consumer Key of a brought record is kept, with the scopes to ask for", () =>
  walk("setup-integration-cli", async (page) => {
    await page.locator("#client-id").pressSequentially(CLIENT_ID.slice(0, 3));
    await page.locator("#scope-restlets").uncheck();
    await page.fill("#client-id", CLIENT_ID);
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-key]").waitFor();
    const changes = (await calls(page)).filter(({ command }) => command === "connection_change").map(({ args }) => args.change);
    assert.deepEqual(changes, [{ kind: "integration", name: "SuiteCloud Development Integration", scopes: ["rest_webservices"] }, { kind: "client-id", text: CLIENT_ID }]);
  }));

test("the sheet keeps its width and place from step to step", async () => {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const scene of ["setup-target", "setup-account", "setup-role", "setup-integration", "setup-key-found", "setup-upload", "setup-prove", "setup-prove-done", "setup-hand-over"]) {
    await walk(scene, async (page) => {
      seen.add(await page.locator(".step-sheet").evaluate((sheet) => JSON.stringify([sheet.getBoundingClientRect().left, sheet.getBoundingClientRect().width])));
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollbarGutter), "stable", "nor does a scrollbar take any of it");
    });
  }
  assert.equal(seen.size, 1, [...seen].join(" "));
});

test("a field without a Consumer Key asks for it, and NetSuite is not blamed for what nobody entered", () =>
  walk("setup-integration", async (page) => {
    await page.fill("#client-id", "");
    await page.locator("[data-act=continue]").click();
    await page.locator("#client-id[aria-invalid=true]").waitFor();
    assert.match((await page.locator("#client-id-message").textContent()) ?? "", /Paste the Consumer Key/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "client-id");
    assert.ok(!(await calls(page)).some(({ command }) => command === "connection_change"), "nothing was saved");
  }));

for (const [scene, id] of [["setup-integration-cli-practice", "client-id"], ["setup-upload", "certificate-id"]]) {
  test(`whoever comes back from NetSuite to ${scene} can paste at once`, () =>
    walk(/** @type {string} */ (scene), async (page) => {
      const focused = () => page.evaluate(() => document.activeElement?.id);
      const comesBack = () => page.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
      await page.locator("h1").focus();
      await comesBack();
      assert.notEqual(await focused(), id, "a dialog of the system has closed, nobody was at NetSuite");
      await page.locator(".step-sheet :is([data-act=open-practice], [data-act=open-netsuite])").first().click();
      await comesBack();
      assert.equal(await focused(), id);
      assert.ok(await page.locator(`#${id}`).evaluate((/** @type {Element} */ field) => field.getBoundingClientRect().bottom <= (document.querySelector(".step-foot")?.getBoundingClientRect().top ?? 0)), "it is in sight");
    }));
}

test("coming back leaves alone who is typing elsewhere, and what is filled in", () =>
  walk("setup-integration", async (page) => {
    await page.locator(".step-sheet [data-act=open-netsuite]").first().click();
    await page.locator("#integration-name").focus();
    await page.evaluate(() => globalThis.dispatchEvent(new Event("focus")));
    assert.equal(await page.evaluate(() => document.activeElement?.id), "integration-name");
  }));

test("a refusal of another Client ID is not shown once the Client ID is corrected", () =>
  walk("setup-prove-refused", async (page) => {
    await page.locator("#refusal").waitFor();
    await page.locator("#fold-steps").click();
    await page.locator("[data-act=change-step][data-step=integration]").click();
    await page.fill("#client-id", "f".repeat(64));
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-prove]").waitFor();
    assert.equal(await page.locator("#refusal").count(), 0);
  }));

test("an administrator who did all of step 3 before says so in one act, which keeps each fact as its box would", () =>
  walk("setup-role", async (page) => {
    const checked = () => page.locator("[data-tick]").evaluateAll((boxes) => boxes.filter((box) => /** @type {HTMLInputElement} */ (box).checked).map((box) => /** @type {HTMLInputElement} */ (box).dataset.tick));
    assert.match((await page.locator("#claim-note").textContent()) ?? "", /Checks all eight boxes.*first token confirms/);
    await page.fill("#role-name", "Alumio Integration");
    await page.locator("[data-act=claim-everything]").focus();
    await page.keyboard.press("Enter");
    await page.locator("#everything[data-claimed=true]").waitFor();
    assert.equal((await checked()).length, 8);
    assert.equal(await page.inputValue("#role-name"), "Alumio Integration", "what was typed is still there");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "claim");
    const kept = (await calls(page)).filter(({ args }) => args.change?.kind === "tick").map(({ args }) => [args.change.tick, args.change.done]);
    assert.deepEqual(kept, ["feature-server-suite-script", "feature-rest-web-services", "permission-oauth2-login", "permission-rest-web-services", "permission-manage-certificates", "role-assigned"].map((tick) => [tick, true]));
    await page.keyboard.press("Enter");
    await page.locator("#everything[data-claimed=false]").waitFor();
    assert.deepEqual(await checked(), ["feature-client-suite-script", "feature-oauth2"], "what was checked before stays checked");
  }));

test("all boxes of step 3 that were checked earlier can be cleared in one act, and one of them by itself", () =>
  walk("setup-role-claimed", async (page) => {
    assert.match((await page.locator("#claim").textContent()) ?? "", /Clear all boxes/);
    await page.locator("#tick-role-assigned").uncheck();
    await page.locator("#everything[data-claimed=false]").waitFor();
    await page.locator("#tick-role-assigned").check();
    await page.locator("#everything[data-claimed=true]").waitFor();
    await page.locator("[data-act=claim-nothing]").click();
    await page.locator("#everything[data-claimed=false]").waitFor();
    assert.equal(await page.locator("[data-tick]:checked").count(), 0);
  }));

test("what can't be kept in one act is told, and only what was kept is checked", () =>
  walk("setup-role", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures.connection_change = { kind: "disk-full" }));
    await page.locator("[data-act=claim-everything]").click();
    await page.locator("[data-failure] .callout").waitFor();
    assert.equal(await page.locator("[data-tick]:checked").count(), 2);
  }));
