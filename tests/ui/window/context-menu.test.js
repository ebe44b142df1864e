// The web view's own menu is left where it copies and pastes, and is nowhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "../support/walk.js";

/** Whether a right click opens the menu of the web view. @param {any} page @param {string} selector */
async function opens(page, selector) {
  await page.evaluate(() => {
    Object.assign(globalThis, { menu: new Promise((done) => addEventListener("contextmenu", (event) => setTimeout(() => done(!event.defaultPrevented)), { once: true, capture: true })) });
  });
  await page.locator(selector).first().click({ button: "right" });
  return page.evaluate(() => /** @type {any} */ (globalThis).menu);
}

test("a right click opens no menu on the page, its buttons, links and boxes", () =>
  walk("setup-role", async (page) => {
    for (const selector of ["h1", ".step-sheet", "[data-act=continue]", "#rail-help", "#tick-feature-oauth2", "#tick-feature-oauth2 + span"]) assert.equal(await opens(page, selector), false, selector);
  }));

test("a right click in a field opens the menu that pastes", () =>
  walk("setup-role", async (page) => {
    assert.equal(await opens(page, "#role-name"), true);
  }));

test("a right click in a passphrase and in a long text does so too", async () => {
  await walk("vault-key-files-dialog", async (page) => assert.equal(await opens(page, "#files-passphrase"), true));
  await walk("doctor-paste", async (page) => assert.equal(await opens(page, "#doctor-text"), true));
});

test("a right click on selected text opens the menu that copies, beside it none", () =>
  walk("connection", async (page) => {
    await page.evaluate(() => {
      const heading = document.querySelector("h1");
      if (heading) getSelection()?.selectAllChildren(heading);
    });
    assert.equal(await opens(page, "h1"), true);
    assert.equal(await opens(page, "#facts"), false);
  }));
