// Help and About, against the stand-in backend: the check, the report to copy, the licenses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

test("help leads to About, and About back to help", () =>
  walk("help", async (page) => {
    await page.locator("#open-about").click();
    await page.locator("[data-screen=about]").waitFor();
    assert.match(await page.locator("main").innerText(), /235b7eb12c4d/);
    await page.locator("#back").click();
    await page.locator("[data-screen=help]").waitFor();
  }));

test("nothing is checked before somebody asks for it, and NetSuite is asked only where that is ticked", () =>
  walk("about", async (page) => {
    const asked = async () => (await calls(page)).filter(({ command }) => command === "check_run").map(({ args }) => args);
    assert.deepEqual(await asked(), []);
    await page.locator("#run-check").click();
    await page.locator("#check-results").waitFor();
    assert.equal(await page.locator("[data-check=clock]").count(), 0);
    await page.locator("#check-online").check();
    await page.locator("#run-check").click();
    await page.locator("[data-check=clock]").waitFor();
    assert.deepEqual(await asked(), [{ online: false }, { online: true }]);
    assert.equal(await page.locator("#announce").textContent().then((text) => text.trim()), "No problems found.");
  }));

test("a line says what was found and what to do, and the report is copied as the backend wrote it", () =>
  walk("about-problems", async (page) => {
    const states = await page.locator("#check-results .check").evaluateAll((/** @type {HTMLElement[]} */ lines) => lines.map((line) => line.dataset.state));
    assert.deepEqual(states.slice(0, 3), ["failed", "warning", "ok"], "problems come first");
    const keychain = page.locator("[data-check=keychain]");
    assert.equal(await keychain.getAttribute("data-state"), "failed");
    const said = await keychain.textContent();
    assert.match(said, /^Failed: KeychainNo keychain program responds\.Install gnome-keyring/);
    const text = await page.locator("#copy-report").getAttribute("data-copy");
    assert.match(text, /^failed {2}Keychain {2}No keychain program responds\. Install gnome-keyring or KWallet, then sign out and in again\.$/m);
    await page.locator("#copy-report").click();
    await page.locator(".toast").waitFor();
    assert.match(await page.locator(".toast").textContent(), /Report copied/);
  }));

test("the licenses are fetched once, when they are asked for, and a text when it is unfolded", () =>
  walk("about", async (page) => {
    const asked = async () => (await calls(page)).filter(({ command }) => command === "license_list").length;
    assert.equal(await asked(), 0);
    await page.locator("#show-licenses").click();
    await page.locator("#licenses").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "license-find");
    assert.ok(!(await page.locator("#licenses").textContent()).includes("Permission is hereby granted"));
    await page.locator("#license-4 summary").click();
    await page.locator("#license-4 .code-text").first().waitFor();
    assert.equal(await page.locator("#license-4 .code-text").count(), 2);
    assert.equal(await asked(), 1);
  }));

test("the search finds packages by name, license and author, and says how many", () =>
  walk("about-licenses", async (page) => {
    const found = () => page.locator(".license-name").allInnerTexts();
    for (const [words, names] of [["mpl", ["cssparser 0.29.6"]], ["SAPIN css", ["cssparser 0.29.6"]], ["aws", ["aws-lc-rs 1.19.0"]]]) {
      await page.fill("#license-find", words);
      assert.deepEqual(await found(), names, words);
      assert.equal(await page.locator("#licenses-shown").textContent(), "1 of 6 packages");
    }
    await page.locator("#license-2 summary").click();
    await page.locator("#license-2 .code-text").waitFor();
    await page.fill("#license-find", "nothing like that");
    await page.locator(".empty-line").waitFor();
    await page.fill("#license-find", "");
    assert.equal((await found()).length, 6);
  }));

test("help opens a folder by its kind, never by a path of the page", () =>
  walk("help", async (page) => {
    await page.locator("[data-act=open-place]").first().click();
    const opened = (await calls(page)).find(({ command }) => command === "place_open");
    assert.deepEqual(opened?.args, { place: "data" });
  }));

test("Help is searched as everything else is, what is found is open, and its count is said", () =>
  walk("help", async (page) => {
    await page.fill("#help-search", "TOKEN renews");
    assert.equal(await page.locator("#help-found").innerText(), "1 entry matches");
    assert.ok(await page.locator("#help-refresh-token").evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open));
    await page.waitForFunction(() => document.getElementById("announce")?.textContent?.includes("1 entry matches"));
    await page.fill("#help-search", "");
    assert.ok((await page.locator(".help-secret").count()) > 5);
    assert.equal(await focused(page), "help-search");
  }));
