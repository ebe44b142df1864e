// What a board of many clients is narrowed down with, and the groups that it is shown in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf } from "../../../ui/screens/board/groups.js";
import { BY_NEED, sorted } from "../../../ui/screens/board/rows.js";
import { forty, thousandSpread } from "../fake-backend/board.js";
import { summary } from "../fake-backend/fixtures.js";
import { accounts, count, heads, scrollToEnd } from "../support/board.js";
import { walk } from "../support/walk.js";

const board = forty().map(summary);

/** @param {Partial<import("../../../ui/types/ipc.d.ts").ConnectionSummary>} part */
const having = (part) => board.filter((connection) => Object.entries(part).every(([name, value]) => JSON.stringify(connection[name]) === JSON.stringify(value))).length;

test("target, status and environment narrow the board down together, with the search and with what needs attention", () =>
  walk("board-forty", async (page) => {
    await page.selectOption("#environment", "sandbox");
    assert.ok((await accounts(page)).every((account) => account.includes("_SB")));
    assert.equal(await count(page), having({ environment: "sandbox" }));
    await page.selectOption("#target", "alumio");
    const both = board.filter(({ environment, target }) => environment === "sandbox" && target?.target === "alumio");
    assert.equal(await count(page), both.length);
    assert.equal(await page.locator("#board-count").innerText(), `${both.length} of 40 connections\nClear all filters`);
    await page.locator("#show-needs-you").check({ force: true });
    assert.equal(await count(page), both.filter(({ needsYou }) => needsYou).length);
    await page.selectOption("#state", "expired");
    await page.fill("#filter", "greenway");
    assert.equal(await count(page), 1);
  }));

test("a filter offers only what occurs among the connections", () =>
  walk("board-forty", async (page) => {
    const offered = await page.locator("#target option").evaluateAll((options) => options.map((option) => option.textContent));
    const targets = [...new Set(board.map(({ target }) => target?.label))].sort((one, other) => String(one).localeCompare(String(other)));
    assert.deepEqual(offered, ["All targets", ...targets]);
    assert.deepEqual(await page.locator("#environment option").allInnerTexts(), ["All environments", "Production", "Sandbox"]);
  }));

test("a handful of connections has no filters, and a timeline all the same", () =>
  walk("board-timeline-three", async (page) => {
    assert.equal(await page.locator(".board-tools").count(), 0);
    assert.equal(await page.locator("#view-timeline").isChecked(), true);
  }));

test("the filters are used by keyboard, and the number of matches is said", () =>
  walk("board-forty", async (page) => {
    await page.locator("#target").focus();
    await page.keyboard.press("A");
    await page.waitForFunction((words) => document.getElementById("announce")?.textContent?.includes(words), `${having({ target: { target: "alumio", label: "Alumio" } })} of 40 connections`);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "target", "the focus stays for the next choice");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "state");
  }));

test("when nothing matches, one button clears every filter and the search", () =>
  walk("board-forty-filtered-out", async (page) => {
    assert.match(await page.locator("#board").innerText(), /^No connections match\./);
    await page.locator("#show-needs-you").check({ force: true });
    await page.locator("#clear-filters").press("Enter");
    assert.equal(await count(page), 40);
    assert.equal(await page.inputValue("#filter"), "");
    for (const filter of ["target", "state", "environment"]) assert.equal(await page.inputValue(`#${filter}`), "all");
    assert.equal(await page.locator("#show-all").isChecked(), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "filter");
    await page.waitForFunction(() => document.getElementById("announce")?.textContent?.includes("40 connections"));
  }));

test("filters, groups and the view are kept while another screen is open", () =>
  walk("board-forty-accounts", async (page) => {
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.locator("#rail-connections").click();
    await page.locator("tr[data-connection]").first().waitFor();
    assert.equal(await page.inputValue("#target"), "alumio");
    assert.equal(await page.inputValue("#environment"), "sandbox");
    assert.equal(await page.inputValue("#group"), "account");
    assert.match((await heads(page))[0] ?? "", /^\d+_SB1 · Sandbox 3 connections, 1 needs attention$/);
  }));

test("a filter whose last connection is gone hides nothing", () =>
  walk("board-forty", async (page) => {
    await page.selectOption("#target", "boomi");
    await page.evaluate(() => {
      const { scene } = globalThis.fakeBackend;
      scene.connections = scene.connections.filter(({ target }) => target?.target !== "boomi");
    });
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.locator("#rail-connections").click();
    await page.locator("tr[data-connection]").first().waitFor();
    assert.equal(await page.inputValue("#target"), "all");
    assert.equal(await count(page), board.filter(({ target }) => target?.target !== "boomi").length);
  }));

test("connections of one client are under one head, in whatever capital letters, the most urgent client first", () => {
  const [first, second, third] = [...board].filter(({ name }) => name === "Greenway Cycles");
  assert.ok(first && second && third);
  const rows = sorted([{ ...first, name: "GREENWAY cycles" }, second, third, ...board.filter(({ name }) => name === "Iberia Vinos")], BY_NEED);
  const groups = groupsOf(rows, "client");
  assert.deepEqual(groups.map(({ connections }) => connections.length), [3, rows.length - 3]);
  assert.equal(groups[0]?.connections[0], rows[0]);
});

test("groups follow the sorting, and a column that sorts otherwise ends those by need", () =>
  walk("board-forty", async (page) => {
    assert.deepEqual((await heads(page)).map((head) => head.trim()), ["Needs attention", "Working"]);
    await page.locator("#sort-client").click();
    assert.equal(await page.inputValue("#group"), "none");
    assert.deepEqual(await heads(page), []);
    await page.selectOption("#group", "client");
    const clients = (await heads(page)).map((head) => head.split("\t")[0]?.split(/\d+ connection/)[0]?.trim() ?? "");
    assert.deepEqual(clients, [...clients].sort(new Intl.Collator("en").compare));
    await page.selectOption("#group", "need");
    assert.equal(await page.locator("th[aria-sort=ascending]:has(#sort-status)").count(), 1, "need sorts again, too");
    assert.equal((await heads(page)).length, 2);
    await page.selectOption("#group", "none");
    assert.deepEqual(await heads(page), []);
    assert.equal(await count(page), 40);
  }));

test("a thousand in groups come completely, in order, and each head once", () =>
  walk("board-thousand", async (page) => {
    await page.evaluate(() => {
      for (const connection of globalThis.fakeBackend.scene.connections) connection.name = connection.name.replace(/ \d+$/, "");
    });
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.locator("#rail-connections").click();
    await page.selectOption("#group", "client");
    await scrollToEnd(page);
    assert.equal((await heads(page)).length, 23);
    const shown = await page.locator("tr[data-connection]").evaluateAll((rows) => rows.map((row) => row.dataset.connection));
    const named = thousandSpread().map((connection) => summary({ ...connection, name: connection.name.replace(/ \d+$/, "") }));
    assert.deepEqual(shown, groupsOf(sorted(named, BY_NEED), "client").flatMap(({ connections }) => connections.map(({ id }) => id)));
  }));

test("whoever has scrolled down sees the first rows of a new order", () =>
  walk("board-thousand", async (page) => {
    await scrollToEnd(page);
    const drawn = await page.evaluate(() => {
      document.getElementById("sort-client")?.click();
      return { rows: document.querySelectorAll("tr[data-connection]").length, top: document.querySelector("tr[data-connection]")?.getBoundingClientRect().top ?? -1 };
    });
    assert.ok(drawn.top >= 0 && drawn.top < 100, `the first row is at ${drawn.top} px`);
    assert.ok(drawn.rows <= 60, `${drawn.rows} rows in the same task`);
  }));
