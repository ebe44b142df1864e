// Every scene in a real browser, under the app's content security policy: axe finds nothing,
// nothing is complained of, nothing overflows sideways, and the page has one heading of its own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SCENES } from "../fake-backend/scenes.js";
import { violations } from "../support/axe.js";
import { SIZES, start } from "../support/browser.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;

before(async () => {
  window = await start();
});
after(() => window.stop());

describe("every scene passes axe, light and dark, and fits its window", { concurrency: 2 }, () => {
  for (const scene of Object.keys(SCENES)) {
    test(scene, async () => {
      const { page, complaints, close } = await window.show(scene);
      // As a file that the browser keeps compiled: handed over by the driver it would be sent and read for every scene.
      await page.addScriptTag({ url: "/axe.js" });
      assert.equal(await page.locator("h1").count(), 1, "one h1");
      assert.equal(await page.locator("#rail [aria-current=page]").count(), 1, "one entry of the rail is the current one");

      assert.deepEqual(await bareButtons(page), [], "a button is a verb and an object");
      assert.deepEqual(await violations(page), [], "light, 1120 × 760");
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize(SIZES.small);
      assert.deepEqual(await violations(page), [], "dark, 900 × 600");

      for (const size of [SIZES.small, SIZES.zoomed, SIZES.usual]) {
        await page.setViewportSize(size);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `at ${size.width} px the page is ${overflow} px too wide`);
      }
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});

/** Buttons that say one word and are not among those whose object nobody misses. @param {import("playwright-core").Page} page */
const bareButtons = (page) =>
  page.evaluate((allowed) => {
    const texts = [...document.querySelectorAll(".button")].map((button) => (button instanceof HTMLElement ? button.innerText.trim() : ""));
    return texts.filter((text) => text !== "" && !/\s/u.test(text) && !allowed.includes(text.replace(/…$/u, "")));
  }, BARE);
const BARE = ["Cancel", "Close", "Copy", "Back", "Save"];
