// The chosen theme is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "../support/walk.js";

test("the theme stands before the first paint of the next start", () =>
  walk("board", async (page) => {
    await page.locator("#theme-dark").check({ force: true });
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.ok(await page.locator("#theme-dark").isChecked());
  }));
