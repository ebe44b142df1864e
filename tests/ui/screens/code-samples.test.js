// Sample code for a connection, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const code = (page) => page.locator("#code").textContent();

test("the program has the path of the saved key, and the key is never shown", () =>
  walk("code-samples", async (page) => {
    assert.equal(await page.inputValue("#language"), "node");
    assert.match((await code(page)) ?? "", /keyFile = "\/home\/mira\/Documents\/private.pem"/);
    assert.equal(await page.locator("#export-key").count(), 0);
    assert.doesNotMatch(await page.content(), /BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-/);
  }));

test("the language that was chosen last is remembered", () =>
  walk("code-samples", async (page) => {
    await page.selectOption("#language", "csharp");
    await page.locator("text=Program.cs").first().waitFor();
    assert.match((await page.locator("#language-hint").textContent()) ?? "", /don’t run it/);
    await page.locator("#back").click();
    await page.locator("#code-samples-link").click();
    await page.locator("[data-screen=code-samples]").waitFor();
    assert.equal(await page.inputValue("#language"), "csharp");
  }));

test("the program is copied as it is shown", () =>
  walk("code-samples", async (page) => {
    assert.equal(await page.locator(".code-head .copy").nth(1).getAttribute("data-copy"), await code(page));
  }));

test("a program is saved under its own name, and a dialog that is closed says nothing", () =>
  walk("code-samples", async (page) => {
    await page.selectOption("#language", "bruno");
    await page.locator("#save-code").click();
    await page.locator(".toast").waitFor();
    assert.match((await page.locator(".toast").textContent()) ?? "", /netsuite-token\.bru/);
    assert.deepEqual((await calls(page)).find(({ command }) => command === "code_sample_save")?.args, { id: "northwind", sample: "bruno" });
  }));

test("once the key is saved, the program names its path", () =>
  walk("code-samples-key", async (page) => {
    assert.match((await code(page)) ?? "", /keyFile = "private.pem"/);
    await page.locator("#export-key").click();
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#export-key").waitFor({ state: "detached" });
    assert.match((await code(page)) ?? "", /keyFile = "\/home\/mira\/Documents\/private.pem"/);
  }));

test("the target that stands for your own program offers it first, others at the end", async () => {
  await walk("setup-hand-over-other", async (page) => {
    await page.locator(".step-sheet .callout #code-samples-link").click();
    await page.locator("[data-screen=code-samples]").waitFor();
    await page.locator("#back").click();
    await page.locator("[data-screen=setup-hand-over]").waitFor();
  });
  await walk("setup-hand-over", async (page) => {
    assert.equal(await page.locator(".page-end #code-samples-link").count(), 1);
  });
});

test("no sample code is offered before there is a Client ID and a certificate", () =>
  walk("connection-setting-up", async (page) => {
    assert.equal(await page.locator("#code-samples-link").count(), 1, "both are there since step 5");
    await page.evaluate(() => globalThis.fakeBackend.scene.connections.forEach((connection) => Object.assign(connection.integration, { clientId: null })));
    await page.evaluate(() => (location.hash = "#/connections"));
    await page.locator("[data-screen=connections]").waitFor();
    await page.evaluate(() => (location.hash = "#/connection/northwind"));
    await page.locator("[data-screen=connection]").waitFor();
    assert.equal(await page.locator("#code-samples-link").count(), 0);
  }));
