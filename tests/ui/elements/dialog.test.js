// A dialog begins where one types, and leaving it changes nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** Dialogs, how they are opened, and what has the focus then. @type {[scene: string, open: string[], focused: string][]} */
const DIALOGS = [
  ["connection", ["[data-act=rename]"], "#new-name"],
  ["setup-hand-over", ["#export-key"], "#form-plain"],
  ["rotate-revoke-old", ["#revoke-old"], "#typed"],
  ["connection", ["#end", "#remove"], "#typed"],
  ["doctor-pair", ["[data-act=convert]"], "[name=conversion]:checked"],
  ["vault-missing", ["[data-act=open-key-files]"], "#files-passphrase"],
  ["connection", ["[data-act=details]"], "[data-act=cancel]"],
  ["setup-upload-differs", ["[data-act=insist]"], "[data-act=cancel]"],
];

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

for (const [scene, open, focused] of DIALOGS) {
  test(`a dialog begins in its first field, or on its harmless button: ${scene} ${open.at(-1)}`, () =>
    walk(scene, async (page) => {
      for (const selector of open) await page.locator(selector).first().click();
      await page.locator("dialog[open]").waitFor();
      assert.ok(await page.evaluate((selector) => document.activeElement?.matches(`dialog ${selector}`), focused), await page.evaluate(() => document.activeElement?.outerHTML));
    }));
}

test("a name that is to be changed is selected, so that typing replaces it", () =>
  walk("connection", async (page) => {
    await page.locator("[data-act=rename]").click();
    await page.keyboard.type("Larkspur");
    assert.equal(await page.inputValue("#new-name"), "Larkspur");
  }));
