// What a person does with a diagnosis, against the stand-in backend; and what its report holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { reportText } from "../../ui/screens/diagnosis-report.js";
import { strings } from "../../ui/strings/en.js";
import { refreshed } from "./fake-backend/diagnosis.js";
import { CLIENT_ID, clients } from "./fake-backend/fixtures.js";
import { start } from "./window.js";

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
    await page.locator("#refusal [data-find]").click();
    await page.locator("main[data-screen=diagnosis]").waitFor();
    assert.equal(await page.locator("h1").textContent(), "What is wrong with Vermeer & Zoon?");
    assert.deepEqual(await called(page, "diagnosis_read"), [{ id: "vermeer", told: { pasted: null, seen: null, code: null } }], "nothing is sent to NetSuite by looking");
    assert.deepEqual(await called(page, "diagnosis_ask"), []);
  }));

test("every connection has the way there, also while nothing has failed", () =>
  walk("connection", async (page) => {
    await page.locator("#diagnosis-link").click();
    await page.locator("main[data-screen=diagnosis]").waitFor();
  }));

test("the likeliest cause is open, with what speaks for it, and its remedy is the button on top", () =>
  walk("diagnosis", async (page) => {
    assert.deepEqual((await causes(page)).slice(0, 2), ["sandbox-refreshed", "certificate-revoked"]);
    assert.deepEqual(await page.locator("details.cause[open]").evaluateAll((open) => open.map(({ id }) => id)), ["cause-sandbox-refreshed"]);
    const evidence = await page.locator("#cause-sandbox-refreshed .evidence").first().textContent();
    assert.match(evidence, /invalid_client.*3904471_SB2.*11 Nov 2026/s);
    await page.locator("#situation [data-act=recreate]").click();
    await page.locator("main[data-screen=refreshed]").waitFor();
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
    assert.equal(await focused(page), "checks");
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
    assert.match(await page.locator("#audit-code-message").textContent(), /none of the codes that Oracle documents/);
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
    assert.match(await page.locator("#cause-algorithm-refused").textContent(), /third parties/);
    await page.locator("#own-failure").click();
    await page.locator("[data-cause=sandbox-refreshed]").waitFor();
  }));

test("a text without anything known is told so, and a private key in it is pointed out", () =>
  walk("diagnosis-pasted-nothing", async (page) => {
    const found = await page.locator("#pasted-found").textContent();
    assert.match(found, /private key in this text/);
    assert.match(found, /Nothing in this text is known/);
    assert.doesNotMatch(await page.content(), /BEGIN PRIVATE KEY/);
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
    assert.match(report, /^Certdesk, diagnosis of Vermeer & Zoon\n/);
    assert.match(report, /1\. The sandbox was refreshed; the mapping is gone \[MissingKey, InvalidIntegration\]/);
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
