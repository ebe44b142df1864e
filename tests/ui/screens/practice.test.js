// The practice account, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "../support/walk.js";

test("the practice account starts from the empty board and is marked on its screens", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=try-practice]").click();
    await page.locator("[data-screen=setup-target] .badge-practice").waitFor();
    await page.locator("[data-act=stop-practice]").click();
    await page.locator("[data-act=start-practice]").waitFor();
  }));

test("a stopped practice account is told with the button that starts it", () =>
  walk("practice-stopped", async (page) => {
    await page.locator("[data-act=start-practice]").click();
    await page.locator("#practice-bar").waitFor();
  }));

test("a practice connection names the practice account's own address, and none while it is stopped", () =>
  walk("practice-account", async (page) => {
    const main = page.locator("#main");
    assert.match((await main.textContent()) ?? "", /http:\/\/127\.0\.0\.1:\d+\/services\/rest\/auth\/oauth2\/v1\/token/);
    await page.locator("[data-act=stop-practice]").click();
    await page.locator("[data-act=start-practice]").waitFor();
    assert.doesNotMatch((await main.textContent()) ?? "", /oauth2\/v1\/token/);
  }));
