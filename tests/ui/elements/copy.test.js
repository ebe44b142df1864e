// What is copied is the whole value, and it is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPECTED_ID } from "../fake-backend/fixtures.js";
import { walk } from "../support/walk.js";

test("copying says so and puts the whole value on the clipboard", () =>
  walk("setup-hand-over", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator(".kit-field:nth-child(4) .copy").click();
    await page.locator(".copy[data-state=copied]").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), EXPECTED_ID);
    assert.match((await page.locator("#announce").textContent()) ?? "", /^Copied/);
  }));

test("copying also works where the clipboard is refused to scripts", () =>
  walk("setup-hand-over", async (page) => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.locator(".kit-field:nth-child(4) .copy").click();
    await page.locator(".copy[data-state=copied]").waitFor();
    assert.match((await page.locator("#announce").textContent()) ?? "", /^Copied/);
  }));
