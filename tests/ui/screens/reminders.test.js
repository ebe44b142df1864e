// Reminders at login: the switch on Help, and the board after a click on a notification.

import assert from "node:assert/strict";
import { test } from "node:test";
import { count, names } from "../support/board.js";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const switched = async (page) => (await calls(page)).filter(({ command }) => command === "reminders_switch").map(({ args }) => args.on);

test("the switch turns reminders on and off by keyboard, and says so", () =>
  walk("help", async (page) => {
    const control = page.getByRole("switch", { name: "Remind me on this computer" });
    assert.equal(await control.isChecked(), false);
    await control.focus();
    await page.keyboard.press("Space");
    await page.getByText("Reminders turned on").first().waitFor();
    assert.equal(await control.isChecked(), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "reminders-switch");
    assert.match(await page.locator("[aria-labelledby=help-reminders]").innerText(), /On since.*Nov 20, 2026.*Last check.*Not yet/su);
    await page.keyboard.press("Space");
    await page.getByText("Reminders turned off").first().waitFor();
    assert.equal(await control.isChecked(), false);
    assert.deepEqual(await switched(page), [true, false]);
  }));

test("what the last check found is told with its time", () =>
  walk("reminders-shown", async (page) => {
    const told = await page.locator("[aria-labelledby=help-reminders] dl").innerText();
    assert.match(told, /3 certificates due\. Notification shown\./u);
    assert.equal(await page.locator("[aria-labelledby=help-reminders] time[datetime='2026-11-20T07:58:00Z']").count(), 1);
  }));

test("what failed is told beside the switch, which shows what the system has", () =>
  walk("reminders-not-changed", async (page) => {
    const section = page.locator("[aria-labelledby=help-reminders]");
    assert.match(await section.locator("[data-failure]").innerText(), /Reminders weren’t changed.*Permission denied/su);
    assert.equal(await page.getByRole("switch").isChecked(), false);
  }));

test("where nothing shows notifications, reminders can be turned off but not on", async () => {
  await walk("reminders-no-notifications", async (page) => {
    assert.equal(await page.getByRole("switch").isDisabled(), true);
    assert.match(await page.locator("[aria-labelledby=help-reminders]").innerText(), /No program shows notifications/u);
  });
  await walk("reminders-failed", async (page) => {
    await page.getByRole("switch").click();
    await page.getByText("Reminders turned off").first().waitFor();
    assert.equal(await page.getByRole("switch").isDisabled(), true);
  });
});

test("the search of Help finds reminders", () =>
  walk("help", async (page) => {
    await page.fill("#help-search", "remind notification");
    assert.equal(await page.locator("#help-found").innerText(), "1 entry matches");
    assert.equal(await page.getByRole("switch").isVisible(), true);
    await page.fill("#help-search", "consumer key");
    assert.equal(await page.getByRole("switch").count(), 0);
  }));

test("a click on a notification shows the connections that it was about, from any screen and on the board", () =>
  walk("board", async (page) => {
    const all = await names(page);
    const click = () => page.evaluate(() => globalThis.fakeBackend.notify({ kind: "reminder-opened" }));
    await page.fill("#filter", "no such thing");
    await click();
    await page.locator("#show-reminded:checked").waitFor();
    assert.equal(await page.inputValue("#filter"), "");
    const reminded = await names(page);
    assert.ok(reminded.length > 0 && reminded.length < all.length, `${reminded.length} of ${all.length}`);

    await page.evaluate(() => (location.hash = "#/help"));
    await page.locator("[data-screen=help]").waitFor();
    await click();
    await page.locator("#show-reminded:checked").waitFor();
    assert.deepEqual(await names(page), reminded);
    await page.locator("#show-all").check();
    assert.deepEqual(await names(page), all);
  }));

test("where a reminder names none of the connections any more, a click on it shows all of them", () =>
  walk("board", async (page) => {
    const all = await page.evaluate(() => {
      const { scene } = globalThis.fakeBackend;
      scene.connections = scene.connections.filter(({ credentials }) => credentials.every(({ daysLeft }) => daysLeft > 30));
      return scene.connections.length;
    });
    await page.evaluate(() => globalThis.fakeBackend.notify({ kind: "reminder-opened" }));
    await page.locator("#show-reminded").waitFor({ state: "detached" });
    assert.equal(await page.locator("#show-all").isChecked(), true);
    assert.equal(await count(page), all);
  }));
