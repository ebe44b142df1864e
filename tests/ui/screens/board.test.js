// The board of a whole portfolio: one line for each connection, heads that stay, every column sorted,
// and a search that forgives accents, capital letters, and order.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BY_NEED, finderOf, next, sorted } from "../../../ui/screens/board/rows.js";
import { Rows } from "../../../ui/screens/certificates/rows.js";
import { board as strings } from "../../../ui/strings/en/board.js";
import { thirty, thousand } from "../fake-backend/board.js";
import { row } from "../fake-backend/certificates.js";
import { summary } from "../fake-backend/fixtures.js";
import { count, frames, names, rowsDrawn, scrollToEnd } from "../support/board.js";
import { start } from "../support/browser.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;

before(async () => {
  window = await start();
});

after(() => window.stop());

/** @param {string} scene @param {(page: any) => Promise<void>} steps @param {Parameters<typeof window.show>[1]} [options] */
async function walk(scene, steps, options) {
  const { page, complaints, close } = await window.show(scene, options);
  await steps(page);
  assert.deepEqual(complaints, []);
  await close();
}

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

const board = thirty().map(summary);

for (const scene of ["board-thirty", "board-rotations"]) {
  test(`at the usual size and above every connection is one line: ${scene}`, () =>
    walk(scene, async (page) => {
      for (const width of [1120, 1280, 1400, 1600, 1700, 1920]) {
        await page.setViewportSize({ width, height: 760 });
        await rowsDrawn(page);
        const heights = await page.locator("tr[data-connection]").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
        assert.ok(heights.length >= 7);
        assert.ok(Math.max(...heights) <= 40, `at ${width} px the highest is ${Math.max(...heights)} px`);
        const cut = await page.locator("tr[data-connection]").evaluateAll((rows) =>
          rows.flatMap((row) => [...row.cells].filter((cell) => [...cell.querySelectorAll(".cell-name, .badge, .button, .days-count, .mono, .cell-text, .slots-text")].some((part) => part.getBoundingClientRect().right > cell.getBoundingClientRect().right + 0.5)).map((cell) => cell.textContent)),
        );
        assert.deepEqual(cut, [], `at ${width} px nothing reaches into the next column`);
      }
    }));
}

test("until when an upload without an answer is open is seen in one line, too", () =>
  walk("board-unsettled", async (page) => {
    for (const width of [1120, 1280, 1400]) {
      await page.setViewportSize({ width, height: 760 });
      const row = page.locator("tr[data-connection]");
      const seen = await row.locator(".cell-until time").evaluate((time) => {
        const { left, right, top, height, width } = time.getBoundingClientRect();
        const cell = time.closest("td")?.getBoundingClientRect();
        return width > 20 && cell !== undefined && left >= cell.left && right <= cell.right && time.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      assert.ok(seen, `at ${width} px`);
      assert.ok((await row.evaluate((row) => row.getBoundingClientRect().height)) <= 40, `one line at ${width} px`);
      assert.match((await row.textContent()) ?? "", /Upload not confirmed, known by 9:56/);
    }
  }));

test("in a small window the account and the target stand under the client, and nothing is lost", () =>
  walk("board-thirty", async (page) => {
    const line = await page.locator("tr[data-connection=client-0]").innerText();
    for (const part of ["Süd Handels GmbH", "5530921_SB1", "Boomi", "Working", "Last token", "63 days left", "1 of 5", "as of"]) assert.ok(line.includes(part), `${part} in ${line}`);
    assert.equal(await page.locator("#sort-account").isVisible(), false);
  }, { size: "small" }));

test("the heads of the columns stay while thirty rows scroll", async () => {
  for (const size of /** @type {const} */ (["usual", "small"])) {
    await walk("board-thirty", async (page) => {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await frames(page);
      assert.equal(await page.locator("#sort-client").evaluate((head) => head.closest("th")?.getBoundingClientRect().top), 0);
      const top = await page.locator("#sort-status").evaluate((head) => {
        const { left, top, width, height } = head.getBoundingClientRect();
        return head.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      assert.ok(top, `they can be pressed there, ${size}`);
    }, { size });
  }
});

test("whoever walks back with Tab sees the row under the heads", () =>
  walk("board-thirty", async (page) => {
    assert.equal(await count(page), board.length);
    await page.locator("tr[data-connection] .cell-name").last().focus();
    for (let presses = 0; presses < 56; presses += 1) {
      await page.keyboard.press("Shift+Tab");
      await frames(page);
      const covered = await page.evaluate(() => {
        const { activeElement } = document;
        const cell = activeElement?.closest("td, tbody th");
        if (!activeElement || !cell) return null;
        const { left, top, width } = activeElement.getBoundingClientRect();
        const at = document.elementFromPoint(left + Math.min(width / 2, 20), top + 4);
        return at && cell.contains(at) ? null : activeElement.textContent;
      });
      assert.equal(covered, null);
    }
  }));

test("every column is sorted one way, then the other, by keyboard, and says so", () =>
  walk("board-thirty", async (page) => {
    assert.equal(await page.locator("th[aria-sort]:has(#sort-status)").getAttribute("aria-sort"), "ascending", "by need at first");
    for (const column of ["client", "account", "target", "certificate", "slots", "status"]) {
      await page.locator(`#sort-${column}`).focus();
      for (const [down, words] of /** @type {const} */ ([[false, "ascending"], [true, "descending"]])) {
        await page.keyboard.press("Enter");
        assert.deepEqual(await names(page), sorted(board, { column, down }).map(({ name }) => name), `${column}, ${words}`);
        assert.equal(await page.locator(`th:has(#sort-${column})`).getAttribute("aria-sort"), words);
        assert.equal(await page.locator("[aria-sort]").count(), 1);
        assert.equal(await focused(page), `sort-${column}`, "the focus stays for the next press");
        assert.match((await page.locator("#announce").textContent()) ?? "", new RegExp(`sorted by .*, ${words}`));
      }
    }
    await page.locator("#sort-client").click();
    const clients = await names(page);
    assert.deepEqual(clients, [...clients].sort(new Intl.Collator("en").compare));
    assert.equal(await page.locator(".table-group").count(), 0, "by name nothing stands in groups");
  }));

test("the sorting is kept while another screen is open", () =>
  walk("board-thirty-sorted", async (page) => {
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.locator("#rail-connections").click();
    await page.locator("th[aria-sort]:has(#sort-client)").waitFor();
  }));

test("what is not known comes last, and what is equal stays in the order of need", () => {
  const slots = sorted(board, { column: "slots", down: false });
  const known = slots.findIndex(({ slots }) => slots === null);
  assert.ok(slots.slice(known).every(({ slots }) => slots === null));
  const rest = slots.slice(known);
  assert.deepEqual(rest, sorted(rest, BY_NEED));
  assert.deepEqual(next(BY_NEED, "status"), { column: "status", down: true });
  assert.deepEqual(next({ column: "client", down: true }, "slots"), { column: "slots", down: false });
});

test("words are found in any order, without accents and capital letters", () =>
  walk("board-thirty", async (page) => {
    await page.fill("#filter", "sud");
    assert.deepEqual(await names(page), ["Süd Handels GmbH"]);
    await page.fill("#filter", "SB1 boomi");
    assert.deepEqual((await names(page)).sort(), ["Juniper Textiles", "Süd Handels GmbH"]);
    await page.fill("#filter", "boomi sb1 sud");
    assert.deepEqual(await names(page), ["Süd Handels GmbH"]);
    await page.fill("#filter", "etoile");
    assert.deepEqual(await names(page), ["Brasserie Étoile"]);
    await page.fill("#filter", "5530921-sb1");
    assert.deepEqual(await names(page), ["Süd Handels GmbH"]);
    await page.fill("#filter", "token refused");
    assert.deepEqual(await names(page), ["Vermeer & Zoon"]);
    assert.equal(await focused(page), "filter", "the field keeps the focus");
  }));

test("the number of matches is said once nobody types any more", () =>
  walk("board-thirty", async (page) => {
    await page.fill("#filter", "sb1 boomi");
    await page.waitForFunction(() => document.getElementById("announce")?.textContent?.includes("2 of 30 connections"));
  }));

test("the list of certificates is searched the same way", () => {
  const rows = new Rows([row({ entityName: "Élodie Süß", roleName: "Integration Zürich" }), row({ entityName: "Sudo Nakamura", roleName: "Payroll" })]);
  /** @param {string} search */
  const found = (search) => rows.matching({ search, state: "all", holder: "all" }).map(({ entityName }) => entityName);
  assert.deepEqual(found("zurich elodie"), ["Élodie Süß"]);
  assert.deepEqual(found("SUSS"), ["Élodie Süß"]);
  assert.deepEqual(found("nakamura payroll"), ["Sudo Nakamura"]);
});

test("a thousand connections: what is in sight comes at once, the rest when somebody comes near, and a key waits for neither", () =>
  walk("board-thirty", async (page) => {
    await page.evaluate(async () => {
      const { thousand } = await import("/fake/board.js");
      globalThis.fakeBackend.scene.connections = thousand();
    });
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    await page.evaluate(() => {
      Object.assign(globalThis, { drawnFirst: 0 });
      new MutationObserver((_, self) => {
        const rows = document.querySelectorAll("tr[data-connection]").length;
        if (rows > 0) Object.assign(globalThis, { drawnFirst: rows }), self.disconnect();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.locator("#rail-connections").click();
    await page.locator("tr[data-connection]").first().waitFor();
    assert.ok(await page.evaluate(() => globalThis.drawnFirst <= 60), "not all at once");
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await scrollToEnd(page);
    assert.equal(await page.locator("tr[data-connection]").count(), 1000);
    const end = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(Math.abs(end - height) < end / 10, `the page is as high as before: ${height} and ${end} px`);
    const drawn = await page.evaluate(() => {
      const filter = /** @type {HTMLInputElement} */ (document.getElementById("filter"));
      filter.value = "sb1 boomi";
      filter.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return document.querySelectorAll("tr[data-connection]").length;
    });
    assert.ok(drawn > 0 && drawn <= 60, `${drawn} rows in the same task`);
    await scrollToEnd(page);
    // Of 23 clients by turns two are on SB1 with Boomi.
    assert.equal(await page.locator("tr[data-connection]").count(), 88);
  }));

test("searching a thousand takes one pass over texts that were folded once", () => {
  let folded = 0;
  const counted = thousand().map(summary).map((connection) => new Proxy(connection, { get: (target, key) => ((key === "name" && (folded += 1)), Reflect.get(target, key)) }));
  const find = finderOf(counted);
  find("");
  assert.equal(folded, 0, "nothing is folded before somebody searches");
  assert.equal(find("waverley").length, 43);
  find("sud sb1");
  assert.equal(folded, 1000, "and nothing twice");
});

test("connections that can’t be opened are counted, and nobody says that all are working", () =>
  walk("board-unreadable", async (page) => {
    const said = await page.locator(".page-head").first().innerText();
    assert.match(said, /\b5 connections, 1 needs attention, 4 can’t be opened/u);
    const callout = page.locator(".callout", { has: page.getByText("Certdesk can’t open 4 connections") });
    assert.equal(await callout.count(), 1);
    await callout.locator("#restore-unreadable").click();
    await page.locator("main[data-screen=backup]").waitFor();
    assert.equal(strings.sub(60, 0, 0, 1), "61 connections, 1 can’t be opened");
    assert.equal(strings.sub(0, 0, 0, 1), "1 connection, 1 can’t be opened");
  }));

test("the board begins with what is worst and has the fewest days left", () =>
  walk("board", async (page) => {
    assert.deepEqual(await names(page), ["Beispiel GmbH", "Vermeer & Zoon", "Northwind Traders", "Kestrel Logistics", "Alder & Finch Foods", "Larkspur Medical", "Practice account"]);
  }));

test("a rotation that runs in this window isn’t paused on the board or on its connection, until it stops", () =>
  walk("rotate-key", async (page) => {
    await page.evaluate(() => (location.hash = "#/connection/northwind"));
    await page.locator("main[data-screen=connection]").waitFor();
    assert.match(await page.locator("#rotation-state").innerText(), /^Rotation running\s+Certdesk continues it in the background/);
    await page.evaluate(() => (location.hash = "#/connections"));
    const line = page.locator("tr[data-connection=northwind]");
    assert.match(await line.textContent(), /Rotating\s*Running in the background.*Open rotation/s);
    await page.evaluate(() => globalThis.fakeBackend.searches.get("northwind")("cancelled"));
    await line.getByText("Rotation paused").waitFor();
    assert.match(await line.textContent(), /Ready to continue.*Continue rotation/s);
  }));
