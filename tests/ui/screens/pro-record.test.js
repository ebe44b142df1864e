// The record of SuiteProjects Pro, against the stand-in backend.

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
    for (const name of ["Enable NetSuite single sign-on", "Enable NetSuite real-time integration", "Use OAuth 2.0 for NetSuite Single Sign-On Integration and Real-Time Record Import", "NetSuite Connector administration form"]) assert.ok(text.includes(name), name);
  }));

test("boxes that the health check has shown are not asked for", () =>
  walk("pro-record-role-seen", async (page) => {
    await page.locator("#boxes-seen").waitFor();
    assert.equal(await page.locator("#tick-box-oauth2").count(), 0);
  }));

test("the placeholder is chosen on the Files tab, and saved", () =>
  walk("pro-record-by-hand", async (page) => {
    const text = (await page.locator(".step-sheet").textContent()).replaceAll(/\s+/g, " ");
    assert.match(text, /Files tab, click Choose a file .* Click Save/);
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

test("the message to Oracle Support is copied whole, with the account and the versions", () =>
  walk("pro-record-stand-in", async (page) => {
    const shown = await page.locator("#support-text").textContent();
    const copied = await page.locator("#support [data-copy]").getAttribute("data-copy");
    assert.equal(copied, shown);
    for (const part of ["5530917", "369630: 3.0", "custcertificate_oa_realtime", "_oa_realtime"]) assert.ok(copied?.includes(part), part);
  }));

test("a message that Certdesk doesn’t recognize is mentioned once", () =>
  walk("pro-records-unknown", async (page) => {
    assert.equal(await page.locator("main").getByText("Certdesk doesn’t recognize this message").count(), 1);
    await page.locator("#pro-text").press("End");
    await page.locator("#pro-text").pressSequentially(" again");
    await page.locator("[data-said=unknown]").waitFor();
    assert.equal(await page.locator("main").getByText("Certdesk doesn’t recognize this message").count(), 1, "and while the text is changed");
  }));
