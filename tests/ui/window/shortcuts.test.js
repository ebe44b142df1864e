// The keyboard on every screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

/** @param {import("playwright-core").Page} page */
const listening = (page) => page.waitForFunction(() => globalThis.fakeBackend.calls.some(({ command }) => command === "app_listen"));

for (const [scene, field] of /** @type {const} */ ([["board-thirty", "filter"], ["list", "search"], ["help", "help-search"], ["setup-target", "find-target"]])) {
  test(`Ctrl+F goes into the search and selects what is in it: ${scene}`, () =>
    walk(scene, async (page) => {
      await listening(page);
      await page.fill(`#${field}`, "what was there");
      await page.locator("h1").focus();
      await page.keyboard.press("Control+f");
      assert.equal(await focused(page), field);
      await page.keyboard.type("now");
      assert.equal(await page.inputValue(`#${field}`), "now");
    }));
}

test("Ctrl+F is left to the web view where a screen has no search", () =>
  walk("connection", async (page) => {
    await listening(page);
    const prevented = await page.evaluate(() => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", code: "KeyF", ctrlKey: true, bubbles: true, cancelable: true })));
    assert.equal(prevented, false);
  }));

test("Ctrl+N begins a new connection, F1 opens Help, from anywhere", () =>
  walk("connection", async (page) => {
    await listening(page);
    await page.keyboard.press("Control+n");
    await page.locator("[data-screen=new]").waitFor();
    await page.keyboard.press("F1");
    await page.locator("[data-screen=help]").waitFor();
  }));

test("on a Mac it is Cmd, and Ctrl stays with the caret; Help says so", () =>
  walk("help", async (page) => {
    await listening(page);
    await page.evaluate(async () => {
      const { status } = await import("/lib/app-state.js");
      status.set({ ...status.get(), platform: "macos" });
    });
    await page.keyboard.press("Control+n");
    await page.keyboard.press("Control+k");
    assert.equal(await page.locator("[data-screen=help]").count(), 1);
    assert.equal(await page.locator("dialog").count(), 0);
    await page.keyboard.press("Meta+k");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#rail-connections").click();
    await page.locator("[data-screen^=connections]").waitFor();
    await page.keyboard.press("F1");
    await page.locator("[data-screen=help]").waitFor();
    assert.match((await page.locator("section:has(> #help-keys)").innerText()), /⌘ K/);
  }));

test("the letter of a shortcut is found on a keyboard without Latin letters, and AltGr writes", () =>
  walk("board-thirty", async (page) => {
    await listening(page);
    /** @param {Partial<KeyboardEventInit>} init */
    const press = (init) => page.evaluate((init) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })), init);
    assert.equal(await press({ key: "а", code: "KeyF", ctrlKey: true }), true);
    assert.equal(await press({ key: "ķ", code: "KeyK", ctrlKey: true, altKey: true }), false);
  }));

test("while a dialog wants an answer no shortcut leads away", () =>
  walk("setup-upload-insist", async (page) => {
    await listening(page);
    await page.locator("dialog[open]").waitFor();
    for (const keys of ["F1", "Control+n", "Control+k"]) await page.keyboard.press(keys);
    assert.equal(await page.locator("[data-screen=setup-upload]").count(), 1);
    assert.equal(await page.locator("dialog[open]").count(), 1);
  }));

test("Help lists every shortcut", () =>
  walk("help", async (page) => {
    const keys = await page.locator("section:has(> #help-keys) dt").allInnerTexts();
    for (const shortcut of ["Ctrl K", "Ctrl F", "Ctrl N", "F1"]) assert.ok(keys.includes(shortcut), `${shortcut} in ${keys}`);
  }));
