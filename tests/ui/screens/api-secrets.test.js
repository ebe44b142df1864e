// The API secrets of a bank, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("a value is sent once and does not stay in the page", () =>
  walk("bank-create", async (page) => {
    await page.locator("#value-part-client-secret summary").click();
    await page.fill("#value-client-secret", "q7Vd2mKx");
    await page.fill("#again-client-secret", "q7Vd2mKx");
    await page.locator("#hold-value-client-secret").click();
    await page.locator("[data-held]").waitFor();
    assert.ok(!(await page.content()).includes("q7Vd2mKx"));
    const sent = (await calls(page)).filter(({ args }) => JSON.stringify(args).includes("q7Vd2mKx"));
    assert.deepEqual(sent.map(({ command }) => command), ["api_secret_value_hold"]);
    await page.locator("#rail-help").click();
    await page.locator("[data-screen=help]").waitFor();
    assert.ok((await calls(page)).some(({ command }) => command === "api_secret_values_discard"));
  }));

test("a value is shown as dots until somebody wants to see it", () =>
  walk("bank-create", async (page) => {
    await page.locator("#value-part-client-secret summary").click();
    const masked = () => page.locator("#value-client-secret").evaluate((/** @type {Element} */ field) => getComputedStyle(field).webkitTextSecurity);
    assert.equal(await masked(), "disc");
    await page.locator("#show-client-secret").check();
    assert.equal(await masked(), "none");
  }));

test("an ID is judged while it is typed, and what fits is a press away", () =>
  walk("bank-notes", async (page) => {
    await page.locator("[data-act=use-id]").first().click();
    assert.equal(await page.inputValue("#id-client-id"), "_fhb_client");
    assert.equal(await page.inputValue("#name-client-id"), "Bank pin", "the name that was typed stays");
    await page.locator("#save-names").click();
    await page.locator(".toast").waitFor();
    // What is only warned of is still there when the step is opened again.
    await page.locator(".step[data-step=names] [data-act=change-step]").click();
    await page.locator("#name-client-id-message .field-message[data-tone=warn]").waitFor();
  }));

test("a save that is refused leaves every reason and its one-click fix, and leads to the field", () =>
  walk("bank", async (page) => {
    await page.fill("#id-client-secret", "custsecretFHB secret");
    await page.fill("#ends-client-id", "03/04/2027");
    await page.locator("#save-names").click();
    await page.locator(".step-sheet > [data-failure] .field-message").waitFor();
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "api_secret_change"), [], "nothing is half saved");
    assert.equal(await page.locator("#id-client-secret-message .field-message").count(), 2, "both reasons");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "ends-client-id", "the first field in order");
    await page.locator("[data-act=use-day][data-proposal='2027-04-03']").click();
    await page.locator("#id-client-secret-message [data-act=use-id]").click();
    assert.equal(await page.inputValue("#id-client-secret"), "_fhb_secret");
    await page.locator("#save-names").click();
    await page.locator(".step[data-step=create][aria-current=step]").waitFor();
    const [saved] = (await calls(page)).filter(({ command }) => command === "api_secret_change");
    assert.deepEqual(saved?.args.change.secrets.map((/** @type {any} */ { scriptId, endsOn }) => [scriptId, endsOn]), [["_fhb_client_id", "2027-04-03"], ["_fhb_secret", ""]]);
  }));

test("there is one save, and it takes both secrets", () =>
  walk("bank", async (page) => {
    assert.deepEqual(await page.locator("main button", { hasText: /save/i }).allTextContents(), ["Save names and IDs"]);
    await page.fill("#name-client-id", "Harbour client ID");
    await page.fill("#name-client-secret", "Harbour client secret");
    await page.locator("#save-names").click();
    await page.locator("#save-created").waitFor();
    const saved = (await calls(page)).filter(({ command }) => command === "api_secret_change");
    assert.equal(saved.length, 1);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "open-step", "the focus goes along");
  }));

test("what is typed in NetSuite is copied as it is typed there: the name, and the ID without the prefix", () =>
  walk("bank-create", async (page) => {
    const copied = await page.locator(".step-sheet [data-secret] [data-copy]").evaluateAll((/** @type {HTMLElement[]} */ buttons) => buttons.map(({ dataset }) => dataset.copy));
    assert.deepEqual(copied, ["First Harbour Bank client id", "_fhb_client_id", "First Harbour Bank client secret", "_fhb_client_secret"]);
  }));

test("the page of NetSuite is told in the order of its tabs, and Expiration Warning once", () =>
  walk("bank-create", async (page) => {
    const text = (await page.locator("main").textContent()).replaceAll(/\s+/g, " ");
    const places = ["Create New", "Details", "Password", "Confirm Password", "Expiration Warning", "Description", "Restrictions", "Click Save"].map((word) => text.indexOf(word));
    assert.ok(places.every((place, index) => place > (places[index - 1] ?? 0)), String(places));
    assert.equal(text.split("Expiration Warning").length - 1, 1);
  }));

test("several domains are copied with commas, as NetSuite wants them", () =>
  walk("bank-create", async (page) => {
    await page.locator("#restrictions summary").click();
    await page.fill("#domains", "api.bank.example sftp.bank.example");
    assert.equal(await page.locator("#domains-copy [data-copy]").getAttribute("data-copy"), "api.bank.example, sftp.bank.example");
  }));

test("acts keep the place in the window and the focus", () =>
  walk("bank-connect", async (page) => {
    await page.setViewportSize({ width: 900, height: 420 });
    const seen = () => page.evaluate(() => [document.activeElement?.id || document.activeElement?.getAttribute("data-name"), Math.round(document.activeElement?.getBoundingClientRect().top ?? -1)]);
    // In the middle: at the edge the focus itself would move it.
    await page.locator("#entered-1").evaluate((box) => box.scrollIntoView({ block: "center" }));
    await page.locator("#entered-1").focus();
    const [, before] = await seen();
    await page.locator("#entered-1").press("Space");
    await page.locator(".step[data-step=connect] .listed input:checked").nth(1).waitFor();
    assert.deepEqual(await seen(), ["entered-1", before], "a box");
    // A row that goes hands the focus to the one in its place.
    await page.locator("[data-act=remove-connection]").first().click();
    await page.locator(".listed").nth(1).waitFor({ state: "detached" });
    assert.equal((await seen())[0], "USD accounts");
    await page.locator("#changed").evaluate((button) => button.scrollIntoView({ block: "center" }));
    await page.locator("#changed").focus();
    const [, start] = await seen();
    await page.locator("#changed").click();
    await page.locator("[data-overlap=lasts]").waitFor();
    assert.deepEqual(await seen(), ["changed", start], "what comes above it moves nothing");
  }));

test("what is typed stays when a box elsewhere is ticked", () =>
  walk("bank", async (page) => {
    await page.fill("#name-client-id", "Harbour client ID");
    await page.locator("#tick-brazil").check();
    await page.locator("[data-secret=preferences]").waitFor();
    assert.equal(await page.inputValue("#name-client-id"), "Harbour client ID");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "tick-brazil");
  }));

test("a step that is not whole says so, and keeps what was chosen", () =>
  walk("bank-create", async (page) => {
    await page.locator("#restrictions summary").click();
    await page.fill("#scripts", "customscript_bank");
    await page.locator("#created-client-id").check();
    await page.locator("#save-created").click();
    await page.locator(".step-sheet > [data-failure] .field-message").waitFor();
    assert.ok((await calls(page)).some(({ args }) => args.change?.choices?.scripts === "customscript_bank"));
    await page.locator("#created-client-secret").check();
    await page.locator("#save-created").click();
    await page.locator("#bank-connection").waitFor();
  }));

test("the hour runs down and its end is said", () =>
  walk("bank-overlap", async (page) => {
    await page.locator("[data-overlap=lasts]").waitFor();
    await page.clock.fastForward("39:00");
    await page.locator("[data-overlap=over]").waitFor();
    assert.match(await page.locator("#announce").textContent(), /may withdraw|can withdraw/);
    await page.locator("#withdrawn").click();
    await page.locator("[data-overlap]").waitFor({ state: "detached" });
  }));
