// The guides for SuiteProjects Pro and API secrets, and help, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("a record is brought back by hand, from the pasted line to the health check", () =>
  walk("pro-records-empty", async (page) => {
    await page.fill("#pro-text", "Certificate \"custcertificate_oa_realtime\" not found");
    await page.locator("[data-said=not-found]").waitFor();
    await page.fill("#pro-account", "5530917");
    await page.locator("#begin").click();
    await page.fill("#bundle-import", "3.0");
    await page.locator("[data-screen=pro-record-bundles] [data-act=continue]").click();
    await page.locator("[data-act=take-way]").click();
    await page.locator("#tick-record-saved").check();
    await page.fill("#record-id", "custcertificate_oa_realtime");
    await page.locator("#record-id-message .field-message").waitFor();
    await page.locator("[data-screen=pro-record-restore] [data-act=continue]").click();
    await page.locator("#tick-permission-oidc").check();
    await page.locator("#tick-box-oauth2").check();
    await page.locator("[data-screen=pro-record-role] [data-act=continue]").click();
    await page.locator("#generated").click();
    await page.fill("#pro-text", "Current real-time import certificate is valid until 12/31/2026");
    await page.locator("[data-act=read-line]").click();
    await page.locator("[data-screen=pro-record-done]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "pro-done", "the focus went along");
    const acts = (await calls(page)).filter(({ args }) => args.change?.kind === "act").map(({ args }) => args.change.act);
    assert.deepEqual(acts, ["record-saved", "permission-oidc", "box-oauth2", "generated"]);
  }));

test("no valid certificate leads to one button at once, and to versions and choices only when it failed", () =>
  walk("pro-records-empty", async (page) => {
    await page.fill("#pro-text", "No valid certificate available for real-time import");
    await page.locator("[data-said=no-certificate]").waitFor();
    await page.fill("#pro-account", "5530917");
    await page.locator("#begin").click();
    await page.locator("[data-screen=pro-record-generate]").waitFor();
    assert.deepEqual(await page.locator(".step[data-step]").evaluateAll((/** @type {HTMLElement[]} */ steps) => steps.map(({ dataset }) => dataset.step)), ["says", "generate", "check"]);
    assert.equal(await page.locator(".step-sheet input").count(), 0, "nothing to tick, nothing to choose");
    await page.locator("#generated").click();
    await page.fill("#pro-text", "Certificate \"custcertificate_oa_realtime\" not found");
    await page.locator("[data-act=read-line]").click();
    await page.locator("[data-screen=pro-record-bundles] [data-failed=not-found]").waitFor();
    assert.match(await page.locator(".step[data-step=says] .step-summary").textContent(), /not found/, "the newest message is told");
    assert.doesNotMatch(await page.locator("main").textContent(), /Nothing says that the record is missing/);
    // The record is made by hand, and Generate is to be pressed again.
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-act=take-way]").click();
    await page.fill("#record-id", "custcertificate_oa_realtime");
    await page.locator("#tick-record-saved").check();
    await page.locator("[data-act=continue]").click();
    await page.locator("#tick-box-oauth2, #boxes-seen").first().waitFor();
    assert.equal(await page.locator(".step[data-step=generate]").getAttribute("data-state"), "ahead");
  }));

test("that a certificate renews itself is said with its condition, and how to replace it at any time", () =>
  walk("pro-record-nothing", async (page) => {
    const text = await page.locator("main").textContent();
    assert.match(text, /renews it .* if the upgraded version of Real-Time Record Import is set up in NetSuite/);
    assert.ok(await page.locator("[data-copy='Administration > NetSuite Connector']").isVisible());
    assert.match(text, /Tips, then Generate new real-time import certificate/);
  }));

test("the boxes are told by name, with the form they are on", () =>
  walk("pro-record-role", async (page) => {
    const text = await page.locator(".step-sheet").textContent();
    for (const name of ["Enable NetSuite single sign-on", "Enable NetSuite real-time integration", "Use OAuth 2.0 for NetSuite Single Sign-On Integration and Real-Time Record Import", "administration form NetSuite Connector"]) assert.ok(text.includes(name), name);
  }));

test("boxes that the health check has shown are not asked for", () =>
  walk("pro-record-role-seen", async (page) => {
    await page.locator("#boxes-seen").waitFor();
    assert.equal(await page.locator("#tick-box-oauth2").count(), 0);
  }));

test("the placeholder is chosen on the tab Files, and saved", () =>
  walk("pro-record-by-hand", async (page) => {
    const text = (await page.locator(".step-sheet").textContent()).replaceAll(/\s+/g, " ");
    assert.match(text, /tab Files, click Choose a file .* Click Save/);
  }));

test("what was ticked and typed stays when a file is looked at in between", () =>
  walk("pro-record-by-hand-checked", async (page) => {
    await page.locator("#tick-record-saved").check();
    await page.locator("#gone summary").click();
    await page.locator("#make-stand-in").click();
    await page.locator("#stand-in").waitFor();
    assert.equal(await page.inputValue("#record-id"), "custcertificate_oa_realtime");
    assert.ok(await page.locator("#tick-record-saved").isChecked());
  }));

test("a step whose boxes are not ticked says so instead of standing still", () =>
  walk("pro-record-by-hand", async (page) => {
    await page.fill("#record-id", "custcertificate_oa_realtime");
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-failure] .field-message").waitFor();
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute("data-failure")));
    await page.locator("#tick-record-saved").check();
    await page.locator("[data-act=continue]").click();
    await page.locator("[data-screen=pro-record-role]").waitFor();
  }));

test("of a date with two readings one is chosen", () =>
  walk("pro-record-says", async (page) => {
    await page.locator("#reading-2027-04-03").check();
    await page.locator("[data-act=read-line]").click();
    await page.locator("[data-screen=pro-record-done]").waitFor();
    const chosen = (await calls(page)).find(({ args }) => args.change?.kind === "valid-until");
    assert.equal(chosen?.args.change.day, "2027-04-03");
  }));

test("the text for Oracle support is copied whole, with the account and the versions", () =>
  walk("pro-record-stand-in", async (page) => {
    const shown = await page.locator("#support-text").textContent();
    const copied = await page.locator("#support [data-copy]").getAttribute("data-copy");
    assert.equal(copied, shown);
    for (const part of ["5530917", "369630: 3.0", "custcertificate_oa_realtime", "_oa_realtime"]) assert.ok(copied?.includes(part), part);
  }));

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
    await page.locator("#entered-1").scrollIntoViewIfNeeded();
    await page.locator("#entered-1").focus();
    const [, before] = await seen();
    await page.locator("#entered-1").press("Space");
    await page.locator(".step[data-step=connect] .listed input:checked").nth(1).waitFor();
    assert.deepEqual(await seen(), ["entered-1", before], "a box");
    // A row that goes hands the focus to the one in its place.
    await page.locator("[data-act=remove-connection]").first().click();
    await page.locator(".listed").nth(1).waitFor({ state: "detached" });
    assert.equal((await seen())[0], "USD accounts");
    await page.locator("#changed").scrollIntoViewIfNeeded();
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

test("help opens a folder by its kind, never by a path of the page", () =>
  walk("help", async (page) => {
    await page.locator("[data-act=open-place]").first().click();
    const opened = (await calls(page)).find(({ command }) => command === "place_open");
    assert.deepEqual(opened?.args, { place: "data" });
  }));
