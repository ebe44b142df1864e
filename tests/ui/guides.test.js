// The guides for SuiteProjects Pro and API secrets, and help, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "./walk.js";

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
    await page.locator("#tick-generated").check();
    await page.locator("[data-screen=pro-record-generate] [data-act=continue]").click();
    await page.fill("#pro-text", "Current real-time import certificate is valid until 12/31/2026");
    await page.locator("[data-act=read-line]").click();
    await page.locator("[data-screen=pro-record-done]").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "pro-done", "the focus went along");
    const acts = (await calls(page)).filter(({ args }) => args.change?.kind === "act").map(({ args }) => args.change.act);
    assert.deepEqual(acts, ["record-saved", "permission-oidc", "box-oauth2", "generated"]);
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
  walk("bank", async (page) => {
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
  walk("bank", async (page) => {
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
    await page.locator("#save-client-id").click();
    await page.locator(".toast").waitFor();
  }));

test("what is typed in a card stays when a box elsewhere is ticked", () =>
  walk("bank", async (page) => {
    await page.fill("#name-client-id", "Harbour client ID");
    await page.locator("#created-client-secret").check();
    await page.locator("[data-secret=client-secret] .badge", { hasText: "In NetSuite" }).waitFor();
    assert.equal(await page.inputValue("#name-client-id"), "Harbour client ID");
  }));

test("the hour runs down and its end is said", () =>
  walk("bank-overlap", async (page) => {
    await page.locator("[data-overlap=lasts]").waitFor();
    await page.clock.fastForward("39:00");
    await page.locator("[data-overlap=over]").waitFor();
    assert.match(await page.locator("#announce").textContent(), /may go/);
    await page.locator("#withdrawn").click();
    await page.locator("[data-overlap]").waitFor({ state: "detached" });
  }));

test("help opens a folder by its kind, never by a path of the page", () =>
  walk("help", async (page) => {
    await page.locator("[data-act=open-place]").first().click();
    const opened = (await calls(page)).find(({ command }) => command === "place_open");
    assert.deepEqual(opened?.args, { place: "data" });
  }));
