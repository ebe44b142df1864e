// One connection, and who it acts as: NetSuite's names for NetSuite's IDs, and a red word where they differ.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {any} page @param {string} fact */
const fact = async (page, fact) => (await page.locator(`[data-fact='${fact}']`).first().innerText()).replaceAll("\n", " ");

/** @param {any} page @param {string} command */
const asked = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

/** @param {any} page */
const match = (page) => page.locator("[data-check='mapping']");

test("the test card names whom NetSuite names, and that it is whom step 3 expects", () =>
  walk("setup-prove-done", async (page) => {
    assert.match(await fact(page, "entity"), /^Alumio Integration User \(1187\) Matches step 3 of setup$/);
    assert.match(await fact(page, "role"), /^Alumio Integration \(1042\) Matches step 3 of setup$/);
    assert.equal(await page.locator("#identity-warning").count(), 0);
  }));

test("a typed name never stands beside the ID of a token: Administrator is told in red", () =>
  walk("setup-prove-administrator", async (page) => {
    assert.match(await fact(page, "entity"), /^Mira Lindqvist \(-5\) Step 3 expects Alumio Integration User$/);
    assert.match(await fact(page, "role"), /^Administrator \(3\)/);
    assert.match(await page.locator("#identity-warning").innerText(), /acts as Administrator/);
    const [red, plain] = await page.evaluate(() => ["[data-fact='role']", "[data-fact='scopes']"].map((one) => getComputedStyle(document.querySelector(one) ?? document.body).color));
    assert.notEqual(red, plain);
  }));

test("another entity and role are shown, with what to do", () =>
  walk("setup-prove-another", async (page) => {
    const warning = page.locator("#identity-warning");
    assert.match(await warning.innerText(), /Unexpected entity and role[\s\S]*NetSuite says Orbit Payroll \(2210\), step 3 expects Alumio Integration User/);
    await warning.locator("[data-step=role]").click();
    await page.locator("[data-screen=setup-role]").waitFor();
  }));

test("a name that NetSuite has not given is not made up, and is asked for by itself and by a button", () =>
  walk("setup-prove-unnamed", async (page) => {
    assert.match(await fact(page, "role"), /^Internal ID 1042 Step 3 expects Alumio Integration, but Certdesk has no name for this ID/);
    assert.equal((await asked(page, "identity_look")).length, 1, "after the token");
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures = {}));
    await page.locator("#look-up-names").click();
    await page.locator("#look-up-names").waitFor({ state: "detached" });
    assert.match(await fact(page, "role"), /^Alumio Integration \(1042\)/);
  }));

test("the connection's facts tell it, too", () =>
  walk("connection-administrator", async (page) => {
    assert.match(await fact(page, "role"), /^Administrator \(3\) Full access/);
    assert.match(await fact(page, "entity"), /Step 3 expects Alumio Integration User/);
    assert.ok(await page.locator("#identity-warning").isVisible());
  }));

test("before a token the facts say that a name is only expected", () =>
  walk("connection-setting-up", async (page) => {
    assert.equal(await fact(page, "role"), "Expected: Alumio Integration. No token has confirmed it yet.");
  }));

test("nobody hands over the key of an Administrator without reading so, and all values are copied at once", () =>
  walk("setup-hand-over-administrator", async (page) => {
    assert.match(await page.locator("#identity-warning").innerText(), /acts as Administrator/);
    const copied = (await page.locator("#copy-all").getAttribute("data-copy")) ?? "";
    assert.match(copied, /^Settings: Oauth2 authentication\nProvider: Netsuite\n[\s\S]*\nAuthentication URL: https:/);
    assert.doesNotMatch(copied, /Private key|PRIVATE/);
  }));

test("with a list that does not name step 3's user and role nothing is chosen beforehand", () =>
  walk("setup-upload-nobody", async (page) => {
    assert.equal(await page.inputValue("#map-role"), "");
    assert.equal(await page.inputValue("#map-entity"), "");
    assert.match(await match(page).innerText(), /aren’t chosen yet/);
    assert.match(await page.locator("#upload-checks-passed").innerText(), /^7 of 8 passed$/);
    await page.locator("#upload-certificate").click();
    await page.locator("#map-entity-message .field-message").waitFor();
    assert.deepEqual(await asked(page, "certificate_upload"), []);
  }));

test("whom step 3 names is chosen by NetSuite's name, and the match is a check of its own", () =>
  walk("setup-upload-ready", async (page) => {
    assert.deepEqual([await page.inputValue("#map-role"), await page.inputValue("#map-entity")], ["1042", "1187"]);
    assert.equal(await match(page).getAttribute("data-tone"), "ok");
    assert.match(await page.locator("#upload-checks-passed").innerText(), /^8 of 8 passed$/);
  }));

test("another user than step 3 names does not pass, and is sent after a second word only", () =>
  walk("setup-upload-other-user", async (page) => {
    assert.equal(await match(page).getAttribute("data-tone"), "danger");
    assert.match(await match(page).innerText(), /you chose Orbit Payroll \(2210\), step 3 has Alumio Integration User/);
    assert.match(await page.locator("#upload-checks-passed").innerText(), /^7 of 8 passed$/);
    await page.locator("#upload-certificate").click();
    await page.locator("[data-dialog='acts-as-another'] [data-act=cancel]").click();
    assert.deepEqual(await asked(page, "certificate_upload"), []);
    await page.locator("#upload-certificate").click();
    await page.locator("[data-dialog='acts-as-another'] [data-act=confirm]").click();
    await page.locator("#upload-outcome").waitFor();
    assert.deepEqual((await asked(page, "certificate_upload"))[0]?.mapping, { role: "1042", entity: "2210", another: true, administrator: false });
  }));

test("Administrator is typed out before anything is sent", () =>
  walk("setup-upload-administrator", async (page) => {
    const dialog = page.locator("[data-dialog='acts-as-administrator']");
    assert.ok(await dialog.locator("[data-act=confirm]").isDisabled());
    assert.deepEqual(await asked(page, "certificate_upload"), []);
    await page.fill("#typed", "Administrator");
    await dialog.locator("[data-act=confirm]").click();
    await page.locator("#upload-outcome").waitFor();
    assert.equal((await asked(page, "certificate_upload"))[0]?.mapping.administrator, true);
  }));

test("a typed internal ID is checked while it is typed", () =>
  walk("setup-upload-nobody", async (page) => {
    await page.selectOption("#map-entity", "-5");
    await page.selectOption("#map-role", "other");
    await page.locator("#map-role-id").pressSequentially("3");
    assert.match(await match(page).innerText(), /Administrator role/);
    await page.locator("#map-role-id").pressSequentially("1");
    assert.match(await match(page).innerText(), /can’t compare user and role with step 3/);
  }));

test("a name of more than 100 characters is called too long, beside its field", () =>
  walk("setup-role", async (page) => {
    await page.fill("#role-name", "Alumio Integration");
    await page.fill("#entity-name", "x".repeat(112));
    await page.locator("[data-act=continue]").click();
    await page.locator("#entity-name-message .field-message").waitFor();
    assert.match(await page.locator("#entity-name-message").innerText(), /too long[\s\S]*112 characters[\s\S]*100/);
  }));

test("step 3 without a tick is not confirmed: no green tick, and the walk goes on", () =>
  walk("setup-role", async (page) => {
    for (const tick of ["feature-client-suite-script", "feature-oauth2"]) await page.locator(`#tick-${tick}`).uncheck();
    await page.fill("#role-name", "Alumio Integration");
    await page.fill("#entity-name", "Alumio Integration User");
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=setup-integration]").waitFor();
    const step = page.locator("[data-step=role]");
    assert.equal(await step.first().getAttribute("data-state"), "unconfirmed");
    assert.match(await step.first().innerText(), /0 of 4 features, 0 of 3 permissions \(not confirmed\)/);
    assert.equal(await step.first().locator("use[href='icons.svg#check']").count(), 0);
  }));

test("the practice account's role and user are filled in", () =>
  walk("setup-role-practice", async (page) => {
    assert.deepEqual([await page.inputValue("#role-name"), await page.inputValue("#entity-name")], ["Certdesk Practice Integration", "Integration User"]);
  }));

test("what was taken over from another connection of the account says from which", () =>
  walk("setup-role-taken", async (page) => {
    assert.match(await page.locator("[data-step=role]").first().innerText(), /as for Larkspur Medical/);
  }));

test("a file with both a key and a certificate is called so", () =>
  walk("upload-vendor-both", async (page) => {
    assert.match(await page.locator("#vendor-problems").innerText(), /contains a certificate and a private key/);
  }));

test("a connection that only its target can prove offers no test", () =>
  walk("connection-cli", async (page) => {
    assert.equal(await page.locator("[data-act=test]").count(), 0);
    await page.locator("[data-act=go-to-step]").click();
    await page.locator("[data-screen=setup-integration]").waitFor();
  }));

test("the history begins with the newest event", () =>
  walk("connection", async (page) => {
    const times = await page.locator(".history-time").evaluateAll((items) => items.map((item) => item.getAttribute("datetime")));
    assert.deepEqual(times, [...times].sort().reverse());
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

test("a rename is undone with one press, for as long as the page is shown", () =>
  walk("connection", async (page) => {
    assert.equal(await page.locator("#undo-rename").count(), 0);
    await page.locator("[data-act=rename]").click();
    await page.locator("#new-name").fill("Northwind Holding");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("h1", { hasText: "Northwind Holding" }).waitFor();
    await page.locator("#undo-rename").click();
    await page.locator("h1", { hasText: "Northwind Traders" }).waitFor();
    assert.equal(await page.locator("#undo-rename").count(), 0);
    assert.deepEqual((await asked(page, "connection_change")).map(({ change }) => change.name), ["Northwind Holding", "Northwind Traders"]);
  }));
