// Evidence of a connection for an auditor, and a history that somebody has changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("evidence is saved from the history, which then says so", () =>
  walk("connection", async (page) => {
    await page.locator("#save-evidence").press("Enter");
    await page.locator(".toast").waitFor();
    assert.match(await page.locator(".toast").innerText(), /Evidence saved as \/home\/mira\/Documents\/evidence\.html, with a JSON file beside it/);
    assert.match(await page.locator(".history").innerText(), /Evidence saved as \/home\/mira/);
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "evidence_save"), [{ command: "evidence_save", args: { id: "northwind" } }]);
    assert.equal(await page.locator("#history-changed").count(), 0);
  }));

test("a dialog that is canceled says nothing and changes nothing", () =>
  walk("connection", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.choosesFile = false));
    const entries = await page.locator(".history-item").count();
    await page.locator("#save-evidence").click();
    await page.locator("#save-evidence:not([disabled])").waitFor();
    assert.equal(await page.locator(".toast").count(), 0);
    assert.equal(await page.locator(".history-item").count(), entries);
  }));

test("a file in the way is named beside the history", () =>
  walk("connection", async (page) => {
    await page.evaluate(() => void (globalThis.fakeBackend.scene.failures = { evidence_save: { kind: "file-exists", path: "/home/mira/Documents/evidence.json" } }));
    await page.locator("#save-evidence").click();
    const failure = page.locator("section[aria-labelledby=history] [data-failure]");
    await failure.locator(".callout").waitFor();
    assert.match(await failure.innerText(), /The file already exists[\s\S]*evidence\.json wasn’t replaced/);
  }));

test("a changed entry is named, with what it means and what to do, and marked in the list", () =>
  walk("evidence-changed", async (page) => {
    const told = await page.locator("#history-changed").innerText();
    assert.match(told, /History changed outside Certdesk/);
    assert.match(told, /“Client ID entered” \(Nov 20, 2026, [^)]+\) was changed, or entries after it were removed, added, or moved\./);
    assert.match(told, /Keys and tokens aren’t affected\./);
    assert.match(told, /Compare the history with a backup/);
    const marked = page.locator(".history-item", { has: page.locator(".history-gap") });
    assert.equal(await marked.count(), 1);
    assert.match(await marked.innerText(), /Client ID entered\s*Changed, or entries missing after it/);
    assert.ok(await page.locator("#save-evidence").isEnabled(), "evidence can still be saved");
  }));

test("three gaps are told and the others counted; each entry next to one is marked", () =>
  walk("evidence-changed-often", async (page) => {
    assert.equal(await page.locator("#history-changed li").count(), 3);
    assert.match(await page.locator("#history-changed").innerText(), /Entries before “Connection created”[\s\S]*The history has 2 more gaps\./);
    assert.equal(await page.locator(".history-gap").count(), 5);
    assert.match(await page.locator(".history-item").last().innerText(), /Added, or entries missing before it/);
  }));

test("a history without entries that had some says so", () =>
  walk("evidence-all-removed", async (page) => {
    assert.match(await page.locator("#history-changed").innerText(), /All entries were removed\./);
  }));
