// Moving integrations off token-based authentication, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page @param {string} command */
const sent = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

test("a pasted list becomes a plan, and the plan opens", () =>
  walk("tba-plans-empty", async (page) => {
    await page.fill("#tba-account", "4718203");
    await page.fill("#tba-text", "Application Name\tUser\tRole\nBoomi\tMira\tIntegrator");
    await page.locator("#add-list").click();
    await page.locator("[data-screen=tba-plan]").waitFor();
    assert.equal(await page.locator("[data-entry]").count(), 2);
    await page.locator(".toast", { hasText: "2 integrations added, 1 already in the plan, 3 revoked tokens left out" }).waitFor();
    assert.equal((await sent(page, "tba_plan_paste")).length, 1);
  }));

test("every release has its source beside it, and says whether it is tentative", () =>
  walk("tba-plans-empty", async (page) => {
    const rows = page.locator(".tba-dates tbody tr");
    assert.equal(await rows.count(), 4);
    for (const row of await rows.all()) assert.match(await row.innerText(), /NetSuite Help, section_/);
    assert.match(await rows.nth(2).innerText(), /Tentative/);
    assert.match(await rows.nth(3).innerText(), /2028\.2[\s\S]*SOAP[\s\S]*Announced by Oracle/);
  }));

test("a list with a secret is refused, and the secret does not stay in the page", () =>
  walk("tba-plans-secret", async (page) => {
    assert.match(await page.locator("#tba-text-message").innerText(), /Line 2/);
    assert.equal(await page.inputValue("#tba-text"), "");
    assert.ok(!(await page.content()).includes("5f2c9b7e"));
  }));

test("a list that isn’t one says which headings are needed", () =>
  walk("tba-plans-unknown", async (page) => {
    assert.match(await page.locator("#tba-text-message").innerText(), /Application Name with User or Role/);
    assert.equal(await page.inputValue("#tba-text"), "Invoice\tAmount", "what was pasted stays");
  }));

test("what is left to do is shown first, and the rest by a press", () =>
  walk("tba-plan", async (page) => {
    assert.equal(await page.locator("[data-entry]").count(), 24);
    await page.locator("#tba-show-all").check();
    assert.equal(await page.locator("[data-entry]").count(), 30);
    await page.fill("#tba-search", "warehouse");
    assert.equal(await page.locator("[data-entry]").count(), 3);
  }));

test("a thousand integrations come a few at a time, and each is found by what is typed", () =>
  walk("tba-plan-full", async (page) => {
    assert.equal(await page.locator("[data-entry]").count(), 100);
    await page.locator("#show-more").click();
    assert.equal(await page.locator("[data-entry]").count(), 400);
    assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? "", / 11$/, "the first new one has the focus");
    await page.fill("#tba-search", "power bi 42");
    assert.equal(await page.locator("[data-entry]").count(), 1);
  }));

test("an integration goes from what it calls to the set-up of its connection", () =>
  walk("tba-entry", async (page) => {
    assert.equal(await page.locator("#start-setup").count(), 0, "first what it calls");
    assert.equal(await page.inputValue("#tba-target"), "celigo", "its name is in the integration’s");
    await page.locator("#calls-rest-webservices").check();
    await page.locator("#calls-restlets").check();
    await page.locator("#save-about").click();
    await page.locator("#start-setup").click();
    await page.locator("[data-screen^=setup]").waitFor();
    assert.deepEqual(await sent(page, "tba_plan_change"), [{ account: "4718203", entry: "a", change: { kind: "about", calls: ["rest-webservices", "restlets"], target: "celigo" } }]);
    assert.deepEqual(await sent(page, "tba_plan_set_up"), [{ account: "4718203", entry: "a" }]);
  }));

test("SOAP waits for REST: no setup, no switch, and no revoking", () =>
  walk("tba-entry", async (page) => {
    await page.locator("#calls-soap").check();
    await page.locator("#save-about").click();
    await page.getByText("M2M can’t replace SOAP").waitFor();
    for (const id of ["#start-setup", "#tick-switched", "#tick-token-revoked"]) assert.equal(await page.locator(id).count(), 0, id);
  }));

test("a system without M2M waits: what to do instead is shown, with no setup, no switch, and no revoking", () =>
  walk("tba-entry", async (page) => {
    await page.locator("#calls-rest-webservices").check();
    await page.selectOption("#tba-target", "airbyte");
    await page.locator("#save-about").click();
    const card = page.locator("#tba-without-m2m");
    assert.match(await card.innerText(), /Airbyte’s NetSuite source has no M2M access[\s\S]*NetSuite Enterprise[\s\S]*2027\.1[\s\S]*2028\.1/);
    await page.locator(".page-head", { hasText: "Target system without M2M" }).waitFor();
    for (const id of ["#start-setup", "#tick-switched", "#tick-token-revoked"]) assert.equal(await page.locator(id).count(), 0, id);
    await page.selectOption("#tba-target", "airbyte-netsuite-enterprise");
    await page.locator("#save-about").click();
    await page.locator("#start-setup").waitFor();
    assert.equal(await card.count(), 0);
  }));

test("an integration is recognized by its system’s name, also where that has no M2M", () =>
  walk("tba-entry-named", async (page) => {
    assert.equal(await page.inputValue("#tba-target"), "airbyte", "airbyte-rest-integration");
    assert.equal(await page.locator("#tba-target option:checked").innerText(), "Airbyte (no M2M)");
  }));

test("the old token can be confirmed as revoked only after the switch", () =>
  walk("tba-entry-works", async (page) => {
    assert.ok(await page.locator("#tick-token-revoked").isDisabled());
    await page.locator("#tick-switched").check();
    await page.locator("#tick-token-revoked:enabled").check();
    await page.getByText("Old token revoked").waitFor();
    assert.deepEqual((await sent(page, "tba_plan_change")).map(({ change }) => change), [{ kind: "switched", done: true }, { kind: "token-revoked", done: true }]);
  }));

test("while the setup is unfinished nothing can be switched", () =>
  walk("tba-entry-setup", async (page) => {
    assert.ok(await page.locator("#tick-switched").isDisabled());
    assert.equal(await page.locator("#continue-setup").getAttribute("href"), "#/connection/northwind/setup");
  }));

test("what nothing needs skips M2M and is revoked", () =>
  walk("tba-entry", async (page) => {
    await page.locator("#tick-unneeded").check();
    await page.locator("#tick-token-revoked:enabled").waitFor();
    assert.equal(await page.locator("#tick-switched").count(), 0);
  }));

test("a plan is removed after a question, and comes back by a press", () =>
  walk("tba-plan", async (page) => {
    await page.locator("#remove-plan").click();
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=tba-plans] #undo-removal").click();
    assert.equal((await sent(page, "tba_plan_restore")).length, 1);
  }));

test("a plan is saved as a table", () =>
  walk("tba-plan", async (page) => {
    await page.locator("#export-plan").click();
    await page.locator(".toast", { hasText: "move-from-tba.csv" }).waitFor();
    assert.deepEqual(await sent(page, "tba_plan_export"), [{ account: "4718203" }]);
  }));

test("the board leads here", () =>
  walk("board", async (page) => {
    await page.locator("#move-from-tba").click();
    await page.locator("[data-screen=tba-plans]").waitFor();
  }));

test("setup proposes the old token’s role and user, and saves them only with the step", () =>
  walk("tba-role", async (page) => {
    assert.equal(await page.inputValue("#role-name"), "Celigo Role");
    assert.equal(await page.inputValue("#entity-name"), "Integration, Celigo");
    await page.getByText("Proposed from the old token of Celigo integrator.io").first().waitFor();
    assert.deepEqual(await sent(page, "connection_change"), []);
  }));
