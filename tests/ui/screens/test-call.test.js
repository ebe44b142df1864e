// Test calls: what follows a token, what a refusal names, and what a person can ask for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {any} page @param {string} need */
const proof = (page, need) => page.locator(`[data-need='${need}']`).first().getAttribute("data-proof");

/** @param {any} page @param {string} command */
const asked = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

test("a token is followed by a call, and the permissions that it proves are marked", () =>
  walk("connection-tested", async (page) => {
    const result = page.locator("#test-result");
    assert.match(await result.innerText(), /Token received[\s\S]*Test call worked[\s\S]*customer/);
    assert.equal(await proof(page, "permission-oauth2-login"), "works");
    assert.equal(await proof(page, "permission-workbook"), "untested");
  }));

test("a refused call names the permission, its path with a copy button, and the way to the diagnosis", () =>
  walk("connection-call-refused", async (page) => {
    const refused = page.locator("#call-refused");
    const text = await refused.innerText();
    assert.match(text, /Test call refused: The role lacks “Log in using OAuth 2.0 Access Tokens”/);
    assert.match(text, /Setup > Users\/Roles > Manage Roles/);
    assert.match(text, /1 other cause fits too/);
    assert.equal(await refused.locator("[data-copy]").count(), 1);
    assert.equal(await proof(page, "permission-oauth2-login"), "refused");
    assert.equal(await refused.locator("[data-find]").count(), 0, "the page's head has the button, and one is enough");
    await page.locator("#find-cause").click();
    await page.locator("[data-screen=diagnosis]").waitFor();
  }));

test("the set-up's test step shows the call and says that the connection doesn't work yet", () =>
  walk("setup-prove-call-refused", async (page) => {
    const step = page.locator("#prove-result");
    assert.match(await step.innerText(), /Token received[\s\S]*Test call refused/);
    assert.equal(await step.locator("#call-refused [data-find]").count(), 1, "its page's head has no such button");
    assert.match(await page.locator(".step-sheet", { has: step }).innerText(), /The token works, but the test call didn’t/);
  }));

test("with RESTlets alone no call is made by itself, and a RESTlet can be called by its URL", () =>
  walk("connection-restlets-only", async (page) => {
    assert.match(await page.locator("#call-none").innerText(), /Enter a RESTlet’s URL/);
    assert.equal(await proof(page, "permission-connect"), "unchecked");
    await page.locator("#more-calls summary").click();
    assert.equal(await page.locator("#call-query").count(), 0, "queries need REST web services");
    await page.locator("#call-restlet").fill("https://4718203.restlets.api.netsuite.com/app/site/hosting/restlet.nl?script=1&deploy=1");
    await page.locator("[data-act=call-restlet]").click();
    await page.locator("#call-worked").waitFor();
    assert.equal((await asked(page, "call_test"))[0].read.kind, "restlet");
    assert.equal(await proof(page, "restlet-access"), "works");
  }));

test("a query that is refused names what it lacks, and what was typed stays", () =>
  walk("connection-query-refused", async (page) => {
    assert.match(await page.locator("#call-refused").innerText(), /The role lacks SuiteAnalytics Workbook[\s\S]*Permission violation/);
    assert.equal(await page.locator("#call-query").inputValue(), "SELECT id FROM customer");
    assert.equal(await proof(page, "permission-workbook"), "refused");
    assert.equal(await proof(page, "permission-rest-web-services"), "works");
  }));

test("what isn't one SELECT is told beside its field, and of the call before nothing is left", () =>
  walk("connection-query-refused", async (page) => {
    await page.locator("#call-refused").waitFor();
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures = { call_test: { kind: "query-not-read" } }));
    await page.locator("#call-query").fill("DELETE FROM customer");
    await page.locator("[data-act=call-query]").click();
    await page.locator("#call-query-message .field-message").waitFor();
    assert.match(await page.locator("#call-query-message").innerText(), /isn’t one SELECT statement/);
    assert.equal(await page.locator("#call-refused").count(), 0);
    assert.equal(await page.locator("#call-query").isVisible(), true);
  }));
