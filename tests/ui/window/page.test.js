// What every page does: its heading has the focus, it says when it is busy, and what failed can be tried again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("focus goes to the heading of each new screen", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=set-up]").click();
    await page.locator("[data-screen=new]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  }));

test("while NetSuite is asked the page is busy and a second press asks nothing", () =>
  walk("setup-prove-busy", async (page) => {
    assert.equal(await page.locator("#main").getAttribute("aria-busy"), "true");
    await page.locator("#request-token").click({ force: true });
    assert.equal((await calls(page)).filter(({ command }) => command === "token_request").length, 1);
  }));

test("Try again asks again what failed", () =>
  walk("setup-account-offline", async (page) => {
    await page.evaluate(() => delete globalThis.fakeBackend.scene.failures.account_check);
    await page.locator("[data-act=try-again]").click();
    await page.locator("[data-screen=setup-role]").waitFor();
  }));

test("a press counts although the page is drawn again before the button comes up", () =>
  walk("board-empty", async (page) => {
    await page.locator("[data-act=set-up]").hover();
    await page.mouse.down();
    await page.evaluate(async () => {
      const { refreshStatus } = await import(new URL("/lib/app-state.js", location.href).href);
      await refreshStatus();
    });
    await page.mouse.up();
    await page.locator("[data-screen=new]").waitFor();
  }));
