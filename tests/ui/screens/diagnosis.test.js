// What a person does with a diagnosis, against the stand-in backend; and what its report holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { reportText } from "../../../ui/screens/diagnosis/report.js";
import { strings } from "../../../ui/strings/en/all.js";
import { SIGNED_IN } from "../fake-backend/certificates.js";
import { refreshed } from "../fake-backend/diagnosis.js";
import { CLIENT_ID, clients } from "../fake-backend/fixtures.js";
import { start } from "../support/browser.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;
before(async () => {
  window = await start();
});
after(() => window.stop());

/** @param {import("playwright-core").Page} page @param {string} command @returns {Promise<any[]>} */
const called = (page, command) => page.evaluate((name) => globalThis.fakeBackend.calls.filter((call) => call.command === name).map(({ args }) => JSON.parse(JSON.stringify(args))), command);

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

/** @param {import("playwright-core").Page} page */
const causes = (page) => page.locator("[data-cause]").evaluateAll((found) => found.map((cause) => cause.getAttribute("data-cause")));

/** @param {string} scene @param {(page: any) => Promise<void>} steps */
async function walk(scene, steps) {
  const { page, complaints, close } = await window.show(scene);
  await steps(page);
  assert.deepEqual(complaints, []);
  await close();
}

test("a refused token leads to its diagnosis", () =>
  walk("connection-refused", async (page) => {
    await page.locator("#refusal").waitFor();
    assert.equal(await page.locator("[data-find]").count(), 0, "the page's head has the button, and one is enough");
    await page.locator("#find-cause").click();
    await page.locator("main[data-screen=diagnosis]").waitFor();
    assert.equal(await page.locator("h1").textContent(), "What’s wrong with Vermeer & Zoon?");
    assert.deepEqual(await called(page, "diagnosis_read"), [{ id: "vermeer", told: { pasted: null, seen: null, code: null } }], "nothing is sent to NetSuite by looking");
    assert.deepEqual(await called(page, "diagnosis_ask"), []);
  }));

test("in the setup the refusal itself has the way there, below the cause that this computer found", () =>
  walk("setup-prove-refused", async (page) => {
    const said = await page.locator("#refusal .callout").innerText();
    assert.match(said, /Likely cause: this computer’s clock is 10 minutes fast\. Turn on automatic date and time/);
    assert.doesNotMatch(said, /doesn’t say why/);
    await page.locator("#refusal [data-find]").click();
    await page.locator("main[data-screen=diagnosis]").waitFor();
  }));

test("where nothing is set up nothing is found to be fine, and the setup is the way on", () =>
  walk("diagnosis-new", async (page) => {
    assert.equal(await page.locator("#situation").getAttribute("data-situation"), "unfinished");
    assert.match(await page.locator("main").innerText(), /The setup isn’t finished[\s\S]*\n1 of 1 passed, 10 not checked/);
    await page.locator("#continue-setup").click();
    await page.locator("main[data-screen=setup-account]").waitFor();
  }));

test("every connection has the way there, also while nothing has failed", () =>
  walk("connection", async (page) => {
    await page.locator("#diagnosis-link").click();
    await page.locator("main[data-screen=diagnosis]").waitFor();
  }));

test("the likeliest cause is open, with what speaks for it; its remedy stands there, and no guess is the button on top", () =>
  walk("diagnosis", async (page) => {
    assert.deepEqual((await causes(page)).slice(0, 2), ["sandbox-refreshed", "certificate-revoked"]);
    assert.deepEqual(await page.locator("details.cause[open]").evaluateAll((open) => open.map(({ id }) => id)), ["cause-sandbox-refreshed"]);
    const evidence = await page.locator("#cause-sandbox-refreshed .evidence").first().textContent();
    assert.match(evidence, /invalid_client.*3904471_SB2.*Nov 11, 2026/s);
    assert.equal(await page.locator("#situation [data-act=recreate]").count(), 0);
    assert.match(await page.locator("#cause-sandbox-refreshed").textContent(), /Other causes fit as well/);
    await page.locator("#cause-sandbox-refreshed [data-act=recreate]").click();
    await page.locator("main[data-screen=refreshed]").waitFor();
  }));

test("a token of a minute ago is told as evidence against every cause, and asking comes first", () =>
  walk("diagnosis-fresh", async (page) => {
    assert.equal((await causes(page))[0], "integration-blocked");
    assert.match(await page.locator("#likeliest").textContent(), /4 causes fit.*integration record isn’t enabled/s);
    for (const cause of await causes(page)) {
      const against = page.locator(`#cause-${cause} .facts-row`, { has: page.getByText("Evidence against", { exact: true }) });
      assert.match(await against.textContent(), /got a token 1 minute before the refusal/, cause ?? "");
    }
    const primary = page.locator("#situation .button-primary");
    assert.deepEqual(await primary.evaluateAll((found) => found.map(({ id }) => id)), ["sign-in-and-ask"]);
    assert.deepEqual(await page.locator("#situation [data-act=recreate], #situation [data-act=new-pair]").count(), 0);
    const { y } = (await primary.boundingBox()) ?? { y: Number.NaN };
    assert.ok(y < 500, `what asks is in sight without scrolling, at ${y}`);
  }));

test("whoever signs in from here comes back to NetSuite’s answer", () =>
  walk("diagnosis-fresh", async (page) => {
    await page.evaluate((access) => {
      const { scene } = globalThis.fakeBackend;
      scene.certificates.access = access;
    }, SIGNED_IN);
    await page.locator("#sign-in-and-ask").click();
    await page.locator("[data-screen=sign-in]").waitFor();
    await page.evaluate(() => void (globalThis.fakeBackend.scene.diagnosis = { ...globalThis.fakeBackend.scene.diagnosis, listReadable: true }));
    await page.locator("#sign-in-go-on").click();
    await page.locator("[data-screen=diagnosis] #answered").waitFor();
    assert.deepEqual(await causes(page), ["integration-blocked", "feature-off"]);
    assert.equal((await called(page, "diagnosis_ask")).length, 1);
  }));

test("whoever comes back without having signed in is asked nothing, then or later", () =>
  walk("diagnosis-fresh", async (page) => {
    await page.locator("#sign-in-and-ask").click();
    await page.locator("[data-screen=sign-in]").waitFor();
    await page.goBack();
    await page.locator("[data-screen=diagnosis]").waitFor();
    await page.locator("#back").click();
    await page.locator("[data-screen=connection]").waitFor();
    await page.evaluate(() => void (globalThis.fakeBackend.scene.diagnosis = { ...globalThis.fakeBackend.scene.diagnosis, listReadable: true }));
    await page.locator("#find-cause").click();
    await page.locator("[data-screen=diagnosis] #ask").waitFor();
    assert.deepEqual(await called(page, "diagnosis_ask"), []);
  }));

test("asking NetSuite cuts the causes, and the code is asked for next", () =>
  walk("diagnosis-signed-in", async (page) => {
    await page.locator("#situation #ask").click();
    await page.locator("#answered").waitFor();
    assert.deepEqual(await causes(page), ["integration-blocked", "feature-off"]);
    assert.match(await page.locator("#answered").textContent(), /NetSuite refuses the list although you’re signed in for this record/);
    assert.equal(await focused(page), "situation");
    assert.deepEqual(await page.locator("#situation .button-primary").evaluateAll((found) => found.map(({ id }) => id)), ["look-up"]);
    await page.locator("#look-up").click();
    assert.equal(await focused(page), "audit-code");
  }));

test("where one cause is left it is the headline, with its remedy as the button, and told once", () =>
  walk("diagnosis-gone", async (page) => {
    const { title, means, remedy } = strings.diagnosis.cause["sandbox-refreshed"];
    assert.equal(await page.locator("#situation .callout-title").textContent(), title);
    assert.deepEqual(await page.locator("#situation .button-primary").evaluateAll((found) => found.map(({ dataset }) => dataset.act)), ["recreate"]);
    assert.match(await page.locator("#situation").textContent(), /only this one fits/);
    const text = await page.locator("main").textContent();
    for (const words of [means, remedy]) assert.equal(text.split(words).length - 1, 1, words);
    assert.match(await page.locator("#cause-sandbox-refreshed").textContent(), /list is empty/);
  }));

test("a cause without doubt is the headline also before anything has failed", () =>
  walk("diagnosis-found", async (page) => {
    assert.equal(await page.locator("#situation .callout-title").textContent(), strings.diagnosis.cause["certificate-expired"].title);
    assert.doesNotMatch(await page.locator("#situation").textContent(), /only this one fits/);
  }));

test("a sign-in that may not read the list is told, and another one offered", () =>
  walk("diagnosis-unread", async (page) => {
    assert.match(await page.locator("#answered").textContent(), /didn’t show the certificate list/);
    await page.locator("#situation #sign-in-and-ask").waitFor();
  }));

test("while the keys are locked no token is offered, and unlocking looks again", () =>
  walk("diagnosis-locked", async (page) => {
    assert.equal(await page.locator("[data-act=test]").count(), 0);
    assert.match(await page.locator("[data-check=pair]").textContent(), /keys are locked/);
    await page.locator("#vault-callout [data-act=open-key-files]").click();
    await page.fill("#files-passphrase", "a quiet harbour");
    await page.locator("[data-dialog=key-files] [data-act=confirm]").click();
    await page.locator("[data-act=test]").waitFor();
    await page.waitForFunction(() => globalThis.fakeBackend.calls.filter(({ command }) => command === "diagnosis_read").length === 2);
  }));

test("causes open by keyboard and stay open when the screen is drawn again", () =>
  walk("diagnosis", async (page) => {
    await page.locator("#cause-integration-blocked summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("#cause-integration-blocked[open]").waitFor();
    await page.locator("#ask").focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-check=account][data-outcome=passed]").waitFor();
    assert.equal(await page.locator("#cause-integration-blocked[open]").count(), 1);
    assert.equal(await focused(page), "situation");
  }));

test("a code of the audit trail settles the cause, and can be taken back", () =>
  walk("diagnosis", async (page) => {
    await page.locator("#use-code").click();
    await page.locator("#audit-code-message .field-message").waitFor();
    await page.fill("#audit-code", " EntityOrRoleDisabled ");
    await page.keyboard.press("Enter");
    await page.locator("[data-situation=settled]").waitFor();
    assert.deepEqual(await causes(page), ["role-or-entity-inactive"]);
    assert.match(await page.locator("#cause-role-or-entity-inactive").textContent(), /Login Audit Trail says EntityOrRoleDisabled/);
    assert.equal(await focused(page), "situation");
    await page.locator("#clear-code").click();
    await page.locator("[data-situation=failed]").waitFor();
    assert.equal((await causes(page)).length, 5);
  }));

test("an unknown code is answered honestly, and the ranking stays", () =>
  walk("diagnosis-code-unknown", async (page) => {
    assert.match(await page.locator("#audit-code-message").textContent(), /Oracle doesn’t list this code for OAuth 2.0/);
    assert.equal(await focused(page), "audit-code");
    assert.equal((await causes(page)).length, 5);
  }));

test("a pasted text is read once and not shown again", () =>
  walk("diagnosis", async (page) => {
    await page.fill("#pasted", 'HTTP/1.1 500 {"error":"server_error"} eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl');
    await page.locator("#read-pasted").click();
    await page.locator("#pasted-found .evidence").waitFor();
    assert.deepEqual(await causes(page), ["algorithm-refused"]);
    assert.equal(await page.locator("#pasted").inputValue(), "");
    assert.doesNotMatch(await page.content(), /eyJhbGciOiJSUzI1NiJ9\.e30/);
    assert.equal(await page.locator("#situation").getAttribute("data-decided"), "yes");
    assert.match(await page.locator("#cause-algorithm-refused").textContent(), /third parties/);
    await page.locator("#own-failure").click();
    await page.locator("[data-cause=sandbox-refreshed]").waitFor();
  }));

test("a text without anything known is told so, and a private key in it is pointed out", () =>
  walk("diagnosis-pasted-nothing", async (page) => {
    const found = await page.locator("#pasted-found").textContent();
    assert.match(found, /This text contains a private key/);
    assert.match(found, /doesn’t recognize this text/);
    assert.doesNotMatch(await page.content(), /BEGIN PRIVATE KEY/);
  }));

test("a text that isn’t recognized says what to paste instead", () =>
  walk("diagnosis-pasted-nothing", async (page) => {
    const helps = await page.locator("#pasted-helps li").allTextContents();
    assert.equal(helps.length, 4);
    assert.match(helps.join("\n"), /status.*401[^]*error.*invalid_client[^]*Login Audit Trail.*MissingKey[^]*assertion.*eyJ/);
  }));

test("a problem that is certain isn’t the answer while something else fits", () =>
  walk("diagnosis-two", async (page) => {
    assert.equal(await page.locator("#situation").getAttribute("data-decided"), "no");
    assert.match(await page.locator("#likeliest").textContent(), /found a problem: The assertion was signed with another key\. It may not be the only one: 1 more cause fits\./);
    assert.deepEqual(await causes(page), ["key-of-another-pair", "assertion-expired"]);
    assert.match(await page.locator("#cause-assertion-expired").textContent(), /expired 5 hours before you pasted it/);
  }));

test("what NetSuite shows is a place to start as well", () =>
  walk("diagnosis", async (page) => {
    await page.selectOption("#seen", "application-not-offered");
    await page.locator("[data-cause=grant-not-ticked]").waitFor();
    assert.deepEqual((await called(page, "diagnosis_read")).at(-1)?.told, { pasted: null, seen: "application-not-offered", code: null });
  }));

test("testing again that succeeds says so", () =>
  walk("diagnosis-fine", async (page) => {
    await page.locator("[data-act=test]").click();
    await page.locator(".toast").waitFor();
    assert.equal((await called(page, "token_request")).length, 1);
  }));

test("copying puts the report on the clipboard and says so", () =>
  walk("diagnosis", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#report").click();
    await page.locator(".toast").waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^Certdesk diagnosis of Vermeer & Zoon\n/);
    assert.match(report, /1\. The sandbox was refreshed and the mapping is missing \[MissingKey, InvalidIntegration\]/);
  }));

test("the report has no word that could be a secret: the Client ID is shortened, the Certificate ID is public", () => {
  const view = clients().find(({ id }) => id === "vermeer");
  assert.ok(view);
  const report = reportText(view, refreshed());
  assert.ok(!report.includes(CLIENT_ID));
  assert.match(report, /Client ID, shortened: 2800a8…98ec/);
  const long = report.split(/[\s"',:/]+/).filter((word) => word.length > 40);
  assert.deepEqual(long, [refreshed().certificateId]);
});

test("every cause, sign and check has its words", () => {
  for (const [cause, { title, means, remedy }] of Object.entries(strings.diagnosis.cause)) {
    assert.ok(title && means && remedy, cause);
    assert.doesNotMatch(title, /\.$/, cause);
    assert.match(remedy, /\.$/, cause);
  }
  for (const [sign, words] of Object.entries(strings.diagnosis.signs)) {
    for (const detail of ["", "612", "2028-03-04", "2026-11-11T08:12:00Z"]) assert.match(words(detail), /^\S.*\.$/s, sign);
  }
});
