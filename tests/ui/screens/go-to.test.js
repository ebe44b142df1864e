// "Go to": a combobox that finds anything by name, ID, code or error.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clientIdOf, idOf } from "../fake-backend/board.js";
import { slots } from "../fake-backend/fixtures.js";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

/** @param {import("playwright-core").Page} page */
const listening = (page) => page.waitForFunction(() => globalThis.fakeBackend.calls.some(({ command }) => command === "app_listen"));

/** @param {import("playwright-core").Page} page */
const options = (page) => page.locator("#go-to-list [role=option] .go-to-label").allTextContents();

/** What the screen reader is told is chosen. @param {import("playwright-core").Page} page */
const active = (page) => page.evaluate(() => document.getElementById(document.getElementById("go-to")?.getAttribute("aria-activedescendant") ?? "")?.querySelector(".go-to-label")?.textContent ?? null);

/** @param {import("playwright-core").Page} page @param {string} words */
const counted = (page, words) => page.waitForFunction((words) => document.getElementById("go-to-count")?.textContent === words, words);

/** Opens it by keyboard. @param {string} scene @param {(page: any) => Promise<void>} steps */
const goTo = (scene, steps) =>
  walk(scene, async (page) => {
    await listening(page);
    await page.keyboard.press("Control+k");
    await page.locator("#go-to-list:not([hidden])").waitFor();
    await steps(page);
  });

test("it is a combobox: the arrows choose, the count is said, Enter opens, and the focus is on the new screen", () =>
  goTo("board-thirty", async (page) => {
    assert.equal(await focused(page), "go-to");
    await counted(page, "39 results");
    assert.equal(await active(page), "Beispiel GmbH", "what needs attention first");
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(page), "Vermeer & Zoon");
    assert.equal(await page.locator("[aria-selected=true]").count(), 1);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(page), "About Certdesk", "round from the first to the last");
    await page.keyboard.type("sud");
    await counted(page, "1 result");
    assert.equal(await page.locator("#go-to").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#/connection/client-0");
    await page.locator("[data-screen=connection]").waitFor();
    assert.equal(await page.locator("dialog").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  }));

test("Esc leaves it, and the focus is where it was", () =>
  walk("board-thirty", async (page) => {
    await listening(page);
    await page.locator("#sort-target").focus();
    await page.keyboard.press("Control+k");
    await page.locator("#go-to-list:not([hidden])").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal(await focused(page), "sort-target");
    assert.equal(await page.evaluate(() => location.hash), "#/connections");
  }));

test("a mouse does the same", () =>
  goTo("board-thirty", async (page) => {
    await page.fill("#go-to", "lindqvist");
    await page.locator("#go-to-list [role=option]").click();
    await page.waitForFunction(() => location.hash === "#/connection/client-12");
  }));

test("any part of a client ID or of a Certificate ID leads to its connection, and says which was found", () =>
  goTo("board-thirty", async (page) => {
    await page.fill("#go-to", clientIdOf(3).slice(2, 14).toUpperCase());
    await counted(page, "1 result");
    assert.deepEqual(await options(page), ["Cavendish Paper Mills"]);
    assert.match(await page.locator("#go-to-0 .go-to-note").innerText(), /Client ID 000000…/);
    await page.fill("#go-to", idOf(7));
    assert.deepEqual(await options(page), ["Greenway Cycles"]);
    assert.match(await page.locator("#go-to-0 .go-to-note").innerText(), /Certificate ID/);
    await page.fill("#go-to", "no such thing at all");
    await counted(page, "No results");
    assert.equal(await page.locator("#go-to").getAttribute("aria-expanded"), "false");
    assert.match(await page.locator("#go-to-said").innerText(), /No connection, ID, or page matches/);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("dialog[open]").count(), 1, "nothing is opened");
  }));

test("a certificate that Certdesk did not make leads to the list that shows it", () =>
  walk("connection", async (page) => {
    await listening(page);
    await page.evaluate((seen) => (globalThis.fakeBackend.scene.connections[0].slots = seen), slots(1, [{ certificateId: idOf(40), holder: "unknown", name: "Payroll" }]));
    await page.keyboard.press("Control+k");
    await page.locator("#go-to-list:not([hidden])").waitFor();
    await page.fill("#go-to", idOf(40).slice(0, 10));
    await counted(page, "1 result");
    assert.match(await page.locator("#go-to-0 .go-to-note").innerText(), /In NetSuite’s list for Northwind Traders/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#/connection/northwind/certificates");
  }));

test("a part of an audit code offers the codes, a whole one the connections, and leads to the diagnosis that uses it", () =>
  goTo("board-thirty", async (page) => {
    await page.fill("#go-to", "entityor");
    assert.deepEqual(await options(page), ["EntityOrRoleDisabled"]);
    await page.keyboard.press("Enter");
    await counted(page, "30 results");
    assert.equal(await page.locator(".go-to-title").first().innerText(), "Find the cause of EntityOrRoleDisabled");
    await page.keyboard.type("vermeer");
    await counted(page, "1 result");
    await page.keyboard.press("Enter");
    await page.locator("[data-screen=diagnosis]").waitFor();
    const told = (await calls(page)).find(({ command }) => command === "diagnosis_read")?.args;
    assert.deepEqual(told, { id: "vermeer", told: { pasted: null, seen: null, code: "EntityOrRoleDisabled" } });
    assert.match(await page.locator("#situation, main").first().innerText(), /EntityOrRoleDisabled/);
    // Once: whoever comes back sees the connection's own failure.
    await page.locator("#back").click();
    await page.locator("[data-screen=connection]").waitFor();
    await page.evaluate(() => void (location.hash = "#/connection/vermeer/diagnosis"));
    await page.locator("[data-screen=diagnosis]").waitFor();
    assert.equal((await calls(page)).filter(({ command }) => command === "diagnosis_read").at(-1)?.args.told.code, null);
  }));

test("a code that settles nothing is told at its field", () =>
  goTo("board-thirty", async (page) => {
    await page.fill("#go-to", "InvalidState vermeer");
    await counted(page, "1 result");
    await page.keyboard.press("Enter");
    await page.locator("#audit-code-message .field-message").waitFor();
  }));

test("a pasted error of several lines goes whole to the diagnosis of the connection that it names", () =>
  goTo("board-thirty", async (page) => {
    const text = "POST https://5530921-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token\r\nHTTP/1.1 500\r\n\r\n{\"error\":\"server_error\"}\r\n";
    await page.evaluate((text) => {
      const field = document.getElementById("go-to");
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      field?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await counted(page, "30 results");
    assert.equal(await active(page), "Süd Handels GmbH");
    assert.match(await page.locator("#go-to-0 .go-to-note").innerText(), /named in the text/);
    await page.keyboard.press("Enter");
    await page.locator("[data-screen=diagnosis]").waitFor();
    const told = (await calls(page)).find(({ command }) => command === "diagnosis_read")?.args;
    assert.deepEqual(told, { id: "client-0", told: { pasted: text, seen: null, code: null } });
    assert.match(await page.locator("#pasted-found").innerText(), /Recognized/);
    assert.doesNotMatch(await page.content(), /services\/rest\/auth\/oauth2\/v1\/token\r?\n?HTTP/, "the text itself is shown nowhere");
  }));

test("an error without a connection says what is missing", () =>
  walk("board-empty", async (page) => {
    await listening(page);
    await page.keyboard.press("Control+k");
    await page.locator("#go-to-list:not([hidden])").waitFor();
    await page.fill("#go-to", "invalid_client");
    await page.waitForFunction(() => /Set up a connection to find the cause/.test(document.getElementById("go-to-said")?.textContent ?? ""));
  }));

test("a private key that was pasted is told", () =>
  goTo("board-thirty", async (page) => {
    await page.fill("#go-to", "-----BEGIN PRIVATE KEY----- MIGH");
    await page.waitForFunction(() => /contains a private key/.test(document.getElementById("go-to-said")?.textContent ?? ""));
  }));

test("the board's search that finds nothing hands its words on", () =>
  walk("board-thirty-none", async (page) => {
    await page.fill("#filter", clientIdOf(3).slice(0, 12));
    await page.locator("#go-further").click();
    await counted(page, "1 result");
    assert.deepEqual(await options(page), ["Cavendish Paper Mills"]);
  }));

test("what cannot be read is told in the dialog", () =>
  walk("board-thirty", async (page) => {
    await listening(page);
    await page.evaluate(() => (globalThis.fakeBackend.scene.failures.go_to_index = { kind: "unexpected", reference: "4f2a-77" }));
    await page.keyboard.press("Control+k");
    await page.waitForFunction(() => (document.getElementById("go-to-said")?.textContent ?? "").length > 10);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }));

test("of a thousand connections fifty are listed, and the count says how many there are", () =>
  walk("board-thirty", async (page) => {
    await listening(page);
    await page.evaluate(async () => {
      const { thousand } = await import("/fake/board.js");
      globalThis.fakeBackend.scene.connections = thousand();
    });
    await page.keyboard.press("Control+k");
    await counted(page, "55 of 1,009 results. Type more to see the rest.");
    await page.keyboard.type("waverley 506");
    await counted(page, "1 result");
  }));

test("the sample code of a connection is found by its title and the client’s name", () =>
  goTo("board-thirty", async (page) => {
    await page.keyboard.type("sample code sud");
    await counted(page, "1 result");
    assert.equal(await page.locator(".go-to-title").textContent(), "Sample code");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#/connection/client-0/code-samples");
    await page.locator("[data-screen=code-samples]").waitFor();
  }));
