// What a person does, with the keyboard where it matters, against the stand-in backend.

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
    assert.match((await page.locator(".targets [role=status]").textContent()) ?? "", /airbyte/);
  }));

test("the target decides which pair is proposed and which are offered", () =>
  walk("setup-key-rsa-only", async (page) => {
    const offered = await page.locator("#key-other option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
    assert.deepEqual(offered, ["rsa-4096 PS256", "rsa-3072 PS256"]);
    assert.ok(await page.locator("[name=key-choice][value='rsa-4096 PS256']").isChecked());
    assert.match((await page.locator(".step-sheet").textContent()) ?? "", /activepieces takes RSA keys only/);
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

test("a private key is asked for in the form that the target takes", () =>
  walk("setup-hand-over-unseen", async (page) => {
    await page.locator("#export-key").click();
    assert.equal(await page.inputValue("#export-as"), "traditional");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const { args } = (await calls(page)).find(({ command }) => command === "key_export") ?? { args: {} };
    assert.deepEqual([args.form, args.passphrase], ["traditional", null]);
  }));

test("the sheet for the client is saved from the hand-over and noted in the history", () =>
  walk("setup-hand-over", async (page) => {
    await page.locator("#save-sheet").click();
    await page.locator(".toast").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /netsuite-access\.html/);
    await page.locator("#back").click();
    await page.locator(".history").waitFor();
    assert.match((await page.locator(".history-item").first().textContent()) ?? "", /Sheet for the client saved/);
  }));

test("no kit ever shows a private key", async () => {
  for (const scene of ["setup-hand-over", "setup-hand-over-cli", "setup-hand-over-unseen", "setup-hand-over-exported"]) {
    await walk(scene, async (page) => {
      assert.doesNotMatch(await page.content(), /BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-/);
      assert.equal(await page.locator("[data-kit=private-key] .copy").count(), 0, "there is nothing to copy");
    });
  }
});

test("focus goes to the heading of each new screen", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=set-up]").click();
    await page.locator("[data-screen=new]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
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

test("a passphrase for the private key must be long enough and typed twice", () =>
  walk("setup-hand-over-export", async (page) => {
    await page.fill("#export-passphrase", "too short");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#export-passphrase-message .field-message").waitFor();
    await page.fill("#export-passphrase", "long enough to hold");
    await page.fill("#export-again", "long enough to hole");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#export-again-message .field-message").waitFor();
    assert.equal((await calls(page)).some(({ command }) => command === "key_export"), false);
    await page.fill("#export-again", "long enough to hold");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal((await calls(page)).find(({ command }) => command === "key_export")?.args.passphrase, "long enough to hold");
  }));

test("a connection is removed only when its name is typed", () =>
  walk("connection", async (page) => {
    await page.locator("#end").click();
    await page.locator("#remove").click();
    assert.ok(await page.locator("dialog [data-act=confirm]").isDisabled());
    await page.fill("#typed", "northwind traders");
    assert.ok(await page.locator("dialog [data-act=confirm]").isDisabled());
    await page.fill("#typed", "Northwind Traders");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=connections-empty]").waitFor();
  }));

test("Escape leaves a dialog, nothing happens, and the focus is where it was", () =>
  walk("connection", async (page) => {
    await page.locator("#end").click();
    await page.locator("#remove").focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.id), "remove");
    assert.equal((await calls(page)).some(({ command }) => command === "connection_remove"), false);
  }));

test("copying says so and puts the whole value on the clipboard", () =>
  walk("setup-hand-over", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator(".kit-field:nth-child(4) .copy").click();
    await page.locator(".copy[data-state=copied]").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), EXPECTED_ID);
    assert.match((await page.locator("#announce").textContent()) ?? "", /^Copied/);
  }));

test("copying also works where the clipboard is refused to scripts", () =>
  walk("setup-hand-over", async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.locator(".kit-field:nth-child(4) .copy").click();
    await page.locator(".copy[data-state=copied]").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /^Copied/);
  }));

test("the theme stands before the first paint of the next start", () =>
  walk("board", async (page) => {
    await page.locator("#theme-dark").check({ force: true });
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.ok(await page.locator("#theme-dark").isChecked());
  }));

test("the practice account starts from the empty board and is marked on its screens", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=try-practice]").click();
    await page.locator("[data-screen=setup-target] .badge-practice").waitFor();
    await page.locator("[data-act=stop-practice]").click();
    await page.locator("[data-act=start-practice]").waitFor();
  }));

test("a stopped practice account is told with the button that starts it", () =>
  walk("practice-stopped", async (page) => {
    await page.locator("[data-act=start-practice]").click();
    await page.locator("#practice-bar").waitFor();
  }));

test("while NetSuite is asked the page is busy and a second press asks nothing", () =>
  walk("setup-prove-busy", async (page) => {
    assert.equal(await page.locator("#main").getAttribute("aria-busy"), "true");
    await page.locator("#request-token").click({ force: true });
    assert.equal((await calls(page)).filter(({ command }) => command === "token_request").length, 1);
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

test("an unlocked keychain lets the certificate be made without leaving the step", () =>
  walk("setup-key-no-vault", async (page) => {
    assert.ok(await page.locator("[data-act=make-certificate]").isDisabled());
    await page.evaluate(() => (globalThis.fakeBackend.scene.vault = { state: "ready", store: "secret-service" }));
    await page.locator("[data-act=check-vault]").click();
    await page.locator("[data-act=make-certificate]:enabled").waitFor();
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
    assert.match((await page.locator("[data-act=hand-over-done]").textContent()) ?? "", /The CLI accepted it/);
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

test("a connection that only its target can prove offers no test", () =>
  walk("connection-cli", async (page) => {
    assert.equal(await page.locator("[data-act=test]").count(), 0);
    await page.locator("[data-act=go-to-step]").click();
    await page.locator("[data-screen=setup-integration]").waitFor();
  }));

test("the board begins with what is worst and has the fewest days left", () =>
  walk("board", async (page) => {
    const names = await page.locator(".cell-name").allTextContents();
    assert.deepEqual(names, ["Beispiel GmbH", "Vermeer & Zoon", "Northwind Traders", "Kestrel Logistics", "Alder & Finch Foods", "Larkspur Medical", "Practice account"]);
  }));

test("the history begins with the newest event", () =>
  walk("connection", async (page) => {
    const times = await page.locator(".history-time").evaluateAll((items) => items.map((item) => item.getAttribute("datetime")));
    assert.deepEqual(times, [...times].sort().reverse());
  }));

test("a practice connection names the practice account's own address, and none while it is stopped", () =>
  walk("practice-account", async (page) => {
    const main = page.locator("#main");
    assert.match((await main.textContent()) ?? "", /http:\/\/127\.0\.0\.1:\d+\/services\/rest\/auth\/oauth2\/v1\/token/);
    await page.locator("[data-act=stop-practice]").click();
    await page.locator("[data-act=start-practice]").waitFor();
    assert.doesNotMatch((await main.textContent()) ?? "", /oauth2\/v1\/token/);
  }));

test("a toast goes at the next act", () =>
  walk("setup-upload", async (page) => {
    await page.locator("#save-pem").click();
    await page.locator(".toast").waitFor();
    await page.locator("#certificate-id").press("a");
    await page.locator(".toast").waitFor({ state: "detached" });
  }));

test("Try again asks again what failed", () =>
  walk("setup-account-offline", async (page) => {
    await page.evaluate(() => delete globalThis.fakeBackend.scene.failures.account_check);
    await page.locator("[data-act=try-again]").click();
    await page.locator("[data-screen=setup-role]").waitFor();
  }));

test("a certificate whose time is over has expired, and does not end today", () =>
  walk("board", async (page) => {
    assert.match((await page.locator("tr[data-connection=beispiel] .days").textContent()) ?? "", /Expired/);
  }));

test("a test's decoded tokens are there, folded until somebody wants to read them", () =>
  walk("connection-tested", async (page) => {
    const folded = page.locator("#test-result #test-decoded");
    assert.equal(await folded.evaluate((details) => details.matches("details") && details.hasAttribute("open")), false);
    assert.equal(await page.locator("#decoded-assertion").isVisible(), false);
    assert.ok(await page.locator("#test-result .checks").isVisible(), "what was checked is not folded");
    await folded.locator("summary").click();
    for (const part of ["#decoded-assertion", "#decoded-token"]) assert.ok(await page.locator(part).isVisible(), part);
    await page.locator("[data-act=request-token]").click();
    await page.locator("#test-decoded[open]").waitFor();
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
