// What has the focus can be seen, also in a small window: a step's foot does not lie on it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MISREAD_ID } from "../fake-backend/fixtures.js";
import { start } from "../support/browser.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;
before(async () => {
  window = await start();
});
after(() => window.stop());

const WALKS = ["setup-account", "setup-role", "setup-integration", "setup-integration-cli", "setup-key-found", "setup-upload", "setup-prove-refused", "setup-hand-over"];

for (const scene of WALKS) {
  for (const size of /** @type {const} */ (["small", "zoomed"])) {
    test(`Tab shows where it is: ${scene}, ${size}`, async () => {
      const { page, close } = await window.show(scene, { size });
      await page.evaluate(() => document.getElementById("open-step")?.focus());
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body || !focused.closest(".step-sheet")) return null;
          const { left, top, width, height } = (focused.closest("label") ?? focused).getBoundingClientRect();
          const at = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 20));
          return at && (focused.closest("label") ?? focused).contains(at) ? null : focused.outerHTML.slice(0, 120);
        });
        assert.equal(covered, null);
        if (await page.evaluate(() => document.activeElement === document.body)) break;
      }
      await close();
    });
  }
}

test("a step that opens in a small window begins at its head, and does not move in a large one", async () => {
  for (const [size, moves] of /** @type {const} */ ([["small", true], ["usual", false]])) {
    const { page, close } = await window.show("setup-account", { size });
    await page.fill("#account-id", "4718203");
    await page.locator("[data-act=skip-check]").click();
    await page.locator("[data-screen=setup-role]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "open-step");
    assert.equal(await page.evaluate(() => scrollY > 0), moves, size);
    assert.ok(await page.locator("#open-step").evaluate((head) => head.getBoundingClientRect().top >= 0));
    await close();
  }
});

test("the two IDs that differ are in sight above the foot", async () => {
  const { page, close } = await window.show("setup-upload", { size: "small" });
  await page.fill("#certificate-id", MISREAD_ID);
  await page.locator("[data-act=continue]").click();
  await page.locator(".compare").waitFor();
  const seen = await page.evaluate(() => {
    const edge = document.querySelector(".step-foot")?.getBoundingClientRect().top ?? 0;
    return ["#certificate-id", "#certificate-id-message", ".compare"].map((part) => {
      const { top, bottom } = document.querySelector(part)?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
      return top >= 0 && bottom <= edge;
    });
  });
  assert.deepEqual(seen, [true, true, true]);
  await close();
});
