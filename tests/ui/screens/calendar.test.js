// Reminders for the calendar: for all connections from the board, for one from its page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {any} page */
const saved = async (page) => (await calls(page)).filter(({ command }) => command === "calendar_save").map(({ args }) => args);

/** @param {any} page */
async function save(page) {
  await page.locator("#save-calendar").focus();
  await page.keyboard.press("Enter");
}

test("the board saves reminders for all connections, says where, and opens the file in the calendar", () =>
  walk("board", async (page) => {
    assert.match(await page.locator("#save-calendar").innerText(), /^Save to calendar…/);
    await save(page);
    const dialog = page.locator("[data-dialog=calendar-saved]");
    assert.match(await dialog.innerText(), /Calendar file saved[^]*netsuite-certificates\.ics/);
    assert.deepEqual(await saved(page), [{ id: null }]);
    await dialog.getByRole("button", { name: "Open in calendar app" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    assert.equal((await calls(page)).filter(({ command }) => command === "calendar_open").length, 1);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "save-calendar");
  }));

test("a connection saves its own reminders, and nothing opens when the dialog is closed", () =>
  walk("connection", async (page) => {
    await save(page);
    const dialog = page.locator("[data-dialog=calendar-saved]");
    assert.match(await dialog.innerText(), /certificates\.ics/);
    const [{ id }] = await saved(page);
    assert.ok(page.url().includes(id), "for this connection and no other");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal((await calls(page)).filter(({ command }) => command === "calendar_open").length, 0);
  }));

test("where no program opens a calendar, the dialog says so and keeps the path", () =>
  walk("board", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures = { calendar_open: /** @type {any} */ ({ kind: "file-not-opened", path: "/home/mira/Documents/netsuite-certificates.ics" }) }));
    await save(page);
    const dialog = page.locator("[data-dialog=calendar-saved]");
    await dialog.getByRole("button", { name: "Open in calendar app" }).press("Enter");
    await dialog.locator(".callout", { hasText: "The file didn’t open" }).waitFor();
    assert.match(await dialog.innerText(), /Open it in your calendar yourself/);
  }));

test("who closes the dialog is told nothing", () =>
  walk("connection", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.choosesFile = false));
    await save(page);
    await page.locator("#save-calendar:not([aria-busy=true])").waitFor();
    assert.equal((await saved(page)).length, 1);
    assert.equal(await page.locator("dialog").count(), 0);
  }));

test("where there is nothing to be reminded of the failure says what to do", () =>
  walk("board", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures = { calendar_save: /** @type {any} */ ({ kind: "nothing-to-remind" }) }));
    await save(page);
    const failure = page.locator(".callout", { hasText: "There’s nothing to add to the calendar" });
    await failure.waitFor();
    assert.match(await failure.innerText(), /Finish the setup of a connection first/);
  }));

test("without a certificate in NetSuite there is no button", () =>
  walk("connection-setting-up", async (page) => {
    assert.equal(await page.locator("#save-calendar").count(), 0);
  }));
