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

test("choosing a theme does not move the page behind", () =>
  walk("setup-integration", async (page) => {
    await page.evaluate(() => scrollTo(0, 60));
    const before = await page.evaluate(() => scrollY);
    for (const theme of ["dark", "light", "auto"]) {
      const { x, y, width, height } = await page.locator(`label:has(#theme-${theme})`).boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2);
      assert.ok(await page.locator(`#theme-${theme}`).isChecked());
      assert.equal(await page.evaluate(() => document.activeElement?.id), `theme-${theme}`);
    }
    assert.equal(await page.evaluate(() => scrollY), before);
  }));
