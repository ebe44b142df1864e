// The board's timeline: a mark for each certificate in use, by day, read with the eyes, the keyboard and as a table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, urgencyOf } from "../../../ui/screens/board/timeline-layout.js";
import { forty, thousandSpread } from "../fake-backend/board.js";
import { summary } from "../fake-backend/fixtures.js";
import { count } from "../support/board.js";
import { walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const focusedName = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? "");

/** Days from today, each later than 60. @param {number[]} days */
const later = (days) => days.map((days) => ({ days, urgency: urgencyOf(days, false) }));

const ROOM = { width: 800, days: 730, unit: 16 };

test("urgency has the marks of NetSuite’s emails", () => {
  assert.deepEqual([0, 14, 15, 30, 31, 60, 61].map((days) => urgencyOf(days, false)), ["fortnight", "fortnight", "month", "month", "two-months", "two-months", "later"]);
  assert.equal(urgencyOf(0, true), "expired");
});

test("marks of the same days are above each other, and none hides another", () => {
  const marks = later([70, 70, 70, 71, 75, 200, 400]);
  const { places, size, more } = layOut(marks, ROOM);
  assert.deepEqual(more, []);
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      assert.ok(one && other);
      assert.ok(one.lane !== other.lane || Math.abs(one.x - other.x) >= size, `${JSON.stringify(one)} and ${JSON.stringify(other)}`);
    }
  }
  assert.deepEqual(places.slice(0, 3).map((place) => place?.lane), [0, 1, 2]);
});

test("of more than fit above each other the rest is counted, and nothing is lost", () => {
  const marks = later([...Array.from({ length: 500 }, () => 100), ...Array.from({ length: 20 }, () => 600)]);
  const { places, more } = layOut(marks, ROOM);
  const drawn = places.filter(Boolean).length;
  assert.equal(more.length, 1);
  assert.equal(drawn + (more[0]?.count ?? 0), 520);
  assert.ok(drawn >= 52);
});

test("sixty in every month of two years are all drawn at the usual width", () => {
  const marks = later(Array.from({ length: 1440 }, (_, index) => 61 + Math.floor((index * 660) / 1440)));
  assert.deepEqual(layOut(marks, ROOM).more, []);
});

test("those that have expired are at the left edge, before today", () => {
  const marks = [...Array.from({ length: 30 }, () => ({ days: 0, urgency: /** @type {const} */ ("expired") })), ...later([0, 61])];
  const { places, today } = layOut(marks, ROOM);
  assert.ok(places.slice(0, 30).every((place) => place && place.x < today));
  assert.equal(places[30]?.x, today);
});

test("the timeline shows what the list shows, by the same search and filters", () =>
  walk("board-timeline", async (page) => {
    assert.equal(await page.locator(".mark").count(), 40);
    await page.selectOption("#environment", "sandbox");
    const sandboxes = forty().map(summary).filter(({ environment }) => environment === "sandbox").length;
    assert.equal(await page.locator(".mark").count(), sandboxes);
    await page.fill("#filter", "greenway");
    assert.equal(await page.locator(".mark").count(), 3);
    await page.waitForFunction(() => document.getElementById("announce")?.textContent?.includes("3 of 40 connections"));
    await page.fill("#filter", "no such thing");
    await page.locator("#clear-filters").click();
    assert.equal(await page.locator(".mark").count(), 40);
    await page.locator("#view-list").check({ force: true });
    assert.equal(await count(page), 40);
  }));

test("arrow keys go from mark to mark by day, there is one tab stop, and Enter opens the connection", () =>
  walk("board-timeline", async (page) => {
    assert.equal(await page.locator(".mark[tabindex='0']").count(), 1);
    await page.locator("#group").count().then((count) => assert.equal(count, 0, "a timeline has no groups"));
    await page.locator("#environment").focus();
    await page.keyboard.press("Tab");
    assert.equal(await focusedName(page), "Süd Handels GmbH, Boomi, expired Oct 11, 2026");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focusedName(page), "Crédit Zürich & Söhne, Alumio, expires Nov 22, 2026, 2 days left");
    assert.equal(await page.locator("#timeline-tip").innerText(), "Crédit Zürich & Söhne\nAlumio · 7719340\nExpires Nov 22, 2026 · 2 days left");
    assert.equal(await page.locator(".mark[tabindex='0']").count(), 1);
    assert.equal(await page.locator(".mark:not([aria-hidden])").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#timeline-tip").isVisible(), false);
    await page.keyboard.press("PageDown");
    assert.match(await focusedName(page), /expires Dec 3, 2026/);
    await page.keyboard.press("PageUp");
    assert.match(await focusedName(page), /expired Nov 17, 2026/, "the first of the month before");
    await page.keyboard.press("End");
    assert.match(await focusedName(page), /expires Oct 22, 2028/);
    await page.keyboard.press("Home");
    assert.match(await focusedName(page), /expired Oct 11, 2026/);
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".mark:focus").count(), 0, "Tab leaves the marks");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator("main[data-screen=connection]").waitFor();
  }));

test("hovering over a mark names client, target and day, and a click opens the connection", () =>
  walk("board-timeline", async (page) => {
    await page.locator("#mark-forty-3").hover();
    assert.match(await page.locator("#timeline-tip").innerText(), /^Süd|^[^\n]+\n[^\n]+\nExpires Nov 29, 2026 · 9 days left$/);
    const inside = await page.evaluate(() => {
      const tip = document.getElementById("timeline-tip")?.getBoundingClientRect();
      return tip !== undefined && tip.left >= 0 && tip.right <= innerWidth && tip.top >= 0;
    });
    assert.ok(inside, "the tip is in the window");
    await page.locator("#mark-forty-3").click();
    await page.locator("main[data-screen=connection]").waitFor();
  }));

test("a screen reader has a table of client, target, expiration date, and days left, the first to expire first", () =>
  walk("board-timeline", async (page) => {
    await page.waitForFunction(() => document.querySelectorAll("#timeline-table tbody tr").length === 40);
    assert.deepEqual(await page.locator("#timeline-table thead th").allInnerTexts(), ["Client", "Target", "Expires", "Days left"]);
    const rows = await page.locator("#timeline-table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(rows[0], ["Süd Handels GmbH", "Boomi", "Oct 11, 2026", "Expired"]);
    assert.deepEqual(rows[2], ["Crédit Zürich & Söhne", "Alumio", "Nov 22, 2026", "2 days left"]);
  }));

test("shape and colour differ by urgency, and the legend counts each", () =>
  walk("board-timeline", async (page) => {
    const kinds = await page.locator(".timeline-kind").evaluateAll((kinds) => kinds.map((kind) => [kind.textContent?.trim(), kind.querySelector("path")?.getAttribute("d")]));
    assert.deepEqual(kinds.map(([words]) => words), ["Expired 2", "Within 14 days 3", "Within 30 days 2", "Within 60 days 3", "Later 30"]);
    assert.equal(new Set(kinds.map(([, shape]) => shape)).size, 5);
  }));

test("a thousand are drawn without overlap in every size, or counted", async () => {
  const certified = thousandSpread().filter(({ credentials, status }) => credentials.length > 0 && status.kind !== "setting-up").length;
  for (const size of ["usual", "small", "zoomed"]) {
    await walk("board-timeline-thousand", async (page) => {
      const seen = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll(".mark")].map((mark) => mark.getBoundingClientRect()).sort((one, other) => one.left - other.left);
        let overlaps = 0;
        for (let index = 0; index < boxes.length; index += 1) {
          for (let next = index + 1; next < boxes.length && boxes[next].left < boxes[index].right - 1; next += 1) {
            if (boxes[next].top < boxes[index].bottom - 1 && boxes[index].top < boxes[next].bottom - 1) overlaps += 1;
          }
        }
        const counted = [...document.querySelectorAll(".timeline-more")].reduce((sum, { textContent }) => sum + Number(textContent?.replace(/\D/g, "")), 0);
        return { drawn: boxes.length, overlaps, counted };
      });
      assert.equal(seen.overlaps, 0);
      assert.ok(seen.drawn + seen.counted >= certified, JSON.stringify(seen));
    }, { size });
  }
});

test("those that are only counted are one press away in the list", () =>
  walk("board-timeline-thousand", async (page) => {
    await page.locator("#show-by-end").click();
    assert.equal(await page.locator("#view-list").isChecked(), true);
    assert.equal(await page.locator("th[aria-sort=ascending]:has(#sort-certificate)").count(), 1);
  }, { size: "zoomed" }));

test("the timeline is drawn again when the window gets narrower, and keeps its place", () =>
  walk("board-timeline", async (page) => {
    await page.locator(".mark").first().focus();
    await page.keyboard.press("End");
    const name = await focusedName(page);
    await page.setViewportSize({ width: 900, height: 600 });
    await page.waitForFunction(() => document.querySelector(".timeline-drawing")?.getAttribute("width") === String(document.getElementById("timeline")?.clientWidth));
    assert.equal(await focusedName(page), name);
  }));

test("the focus stays on its mark when the board is drawn again", () =>
  walk("board-timeline", async (page) => {
    await page.locator(".mark").first().focus();
    await page.keyboard.press("End");
    const name = await focusedName(page);
    await page.evaluate(async () => (await import("/lib/app-state.js")).takeVault({ state: "locked" }));
    await page.waitForFunction((name) => document.activeElement?.getAttribute("aria-label") === name, name);
  }));

test("the view is kept while another screen is open", () =>
  walk("board-timeline", async (page) => {
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.locator("#rail-connections").click();
    await page.locator(".mark").first().waitFor();
  }));
