// A leaked key and the end of a connection, as a person walks through them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LANDED } from "../fake-backend/certificates.js";
import { OLD_ID } from "../fake-backend/fixtures.js";
import { calls as allCalls, walk } from "../support/walk.js";

/** What was asked of the backend of these screens, in order. @param {any} page @param {RegExp} [wanted] */
const calls = async (page, wanted = /^(rotation|rotations|leak|account|certificate|kit|key)_/) => (await allCalls(page)).filter(({ command }) => wanted.test(command));

/** @param {any} page @param {string} selector */
const text = async (page, selector) => ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/g, " ").trim();

/** @param {any} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

test("a connection is removed only when its name is typed", () =>
  walk("connection", async (page) => {
    await page.locator("#end").click();
    await page.locator("#remove").click();
    assert.ok(await page.locator("dialog [data-act=confirm]").isDisabled());
    await page.fill("#typed", "northwind traders");
    assert.ok(await page.locator("dialog [data-act=confirm]").isDisabled());
    await page.fill("#typed", "Northwind Traders");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=connections-empty]").waitFor();
  }));

test("a leaked key: replace first leads to the rotation with that reason and order", () =>
  walk("leak", async (page) => {
    await page.locator("#replace").click();
    await page.locator("[data-screen=rotate-preview] #start").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
    const { plan } = (await calls(page, /^rotation_start$/))[0]?.args ?? {};
    assert.deepEqual([plan.reason, plan.order], ["leak", "replace-first"]);
  }));

test("a leaked key is revoked at once, and its last page says so of the old certificate", () =>
  walk("leak", async (page) => {
    await page.locator("#revoke-now").click();
    assert.match(await text(page, "[data-dialog=revoke-leaked]"), /Revoking stops new tokens for Alumio until you enter new values/);
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-leaked] [data-act=confirm]").click();
    await page.locator("#revoked").waitFor();
    assert.equal(await focused(page), "replace");
    await page.locator("#replace").click();
    await page.locator("[data-screen=rotate-preview] #start").waitFor();
    const side = await text(page, "[data-side=old]");
    assert.match(side, /Revoked today at 9:46 AM/, "not “NetSuite lists no certificate”");
    assert.match(await text(page, "#shut-out"), /Alumio can’t get tokens until it has the new values/);
    await page.locator("#start").click();
    await page.locator("[data-sheet=hand-over]").waitFor();
    const { plan } = (await calls(page, /^rotation_start$/))[0]?.args ?? {};
    assert.deepEqual([plan.reason, plan.order], ["leak", "revoke-first"]);
    await page.locator("#handed-over").click();
    await page.locator("#switched").click();
    await page.locator("#ended").waitFor();
    const ended = await text(page, "#ended");
    assert.match(ended, /mdtxOu…XP2k Revoked today at 9:46 AM, confirmed by NetSuite’s list/);
    assert.doesNotMatch(ended, /Old certificate ?None/);
  }));

test("a leaked key that only its own token could revoke: the sign-in is in place, and the revocation goes on by itself", () =>
  walk("leak-obstacle", async (page) => {
    assert.ok(await page.locator("#revoke-now").isEnabled(), "never a dead button in an emergency");
    await page.locator("#revoke-now").click();
    await page.locator("#revoke-sign-in").waitFor();
    assert.equal(await focused(page), "revoke-sign-in");
    assert.doesNotMatch(await text(page, "main"), /Nobody has to sign in/);
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    await page.fill("#landed-address", LANDED);
    await page.keyboard.press("Enter");
    await page.locator("[data-dialog=revoke-leaked]").waitFor();
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-leaked] [data-act=confirm]").click();
    await page.locator("#revoked").waitFor();
    assert.deepEqual((await calls(page, /^leak_revoke$/)).length, 1);
    assert.match(await page.evaluate(() => location.hash), /\/leak\//, "all of it on one page");
  }));

test("a leaked key is revoked by an administrator on the phone: where, which, what to say, and on whose word", () =>
  walk("leak", async (page) => {
    await page.locator("#by-hand summary").click();
    const words = await text(page, "#by-hand-words");
    for (const part of ["Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup", "4718203", "mdtxOu", "PxXP2k", "has leaked"]) assert.ok(words.includes(part), part);
    await page.locator("#revoked-by-hand").click();
    await page.locator("#revoked").waitFor();
    assert.deepEqual((await calls(page, /^certificate_revoked_by_hand$/)).map(({ args }) => args), [{ id: "northwind", certificateId: OLD_ID }]);
    assert.match(await text(page, "#revoked"), /not checked yet/, "what was not looked up is not claimed");
    assert.equal(await focused(page), "replace");
  }));

test("a sign-in that does not suffice for the revocation asks for another, and says why", () =>
  walk("leak", async (page) => {
    await page.evaluate(() => (globalThis.fakeBackend.scene.failures.leak_revoke = { kind: "permission-missing", detail: "" }));
    await page.locator("#revoke-now").click();
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-leaked] [data-act=confirm]").click();
    await page.locator("#revoke-sign-in").waitFor();
    assert.equal(await page.locator("dialog").count(), 0);
    await page.locator("#sign-in").waitFor();
    assert.match(await text(page, "main"), /Manage own OAuth 2.0 Client Credentials Certificates/);
  }));

test("where nothing can be asked of NetSuite, the way by hand is open and nothing else is offered", () =>
  walk("leak-no-client-id", async (page) => {
    assert.equal(await page.locator("#revoke-now").count(), 0);
    assert.ok(await page.locator("#by-hand-words").isVisible());
  }));

test("a connection ends: its last certificate is revoked, who uses it is told, and it is removed", () =>
  walk("end", async (page) => {
    assert.equal(await page.locator("#ending-certificates tbody tr").count(), 3, "its own two and a vendor's");
    await page.locator(`#ending-certificates tr[data-certificate="${OLD_ID}"] [data-act=revoke]`).click();
    assert.match(await text(page, "[data-dialog=revoke-ending]"), /Alumio can’t get tokens with it anymore/);
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-ending] [data-act=confirm]").click();
    await page.locator(`#ending-certificates tr[data-certificate="${OLD_ID}"]`).waitFor({ state: "detached" });
    assert.equal(await focused(page), "tell");
    const told = await text(page, "#tell-text");
    assert.match(told, /Certificate mdtxOu.*was revoked today at 9:46 AM/);
    assert.match(told, /Alumio: delete the private key/);
    assert.match(told, /Orbit Payroll B.V.: delete the private key of certificate ssaHUk/);
    assert.match(told, /Certificate ssaHUk.*is still active, until Mar 3, 2028/);
    assert.match(await text(page, "#still-active"), /2 certificates may still be active/);
    await page.locator("#remove").click();
    await page.fill("#typed", "Northwind Traders");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=connections-empty]").waitFor();
  }));

test("the end of a connection whose only access is its own certificate signs in in place", () =>
  walk("end-sign-in", async (page) => {
    await page.locator("#sign-in").click();
    await page.locator("#sign-in-waiting").waitFor();
    await page.fill("#landed-address", LANDED);
    await page.keyboard.press("Enter");
    await page.locator("[data-dialog=revoke-ending]").waitFor();
    await page.fill("#typed", OLD_ID.slice(-6));
    await page.locator("[data-dialog=revoke-ending] [data-act=confirm]").click();
    await page.locator("#tell:focus").waitFor();
    assert.deepEqual((await calls(page, /^ending_revoke$/)).map(({ args }) => args.certificateId), [OLD_ID]);
  }));

test("nobody types a name of a hundred characters to remove a connection", () =>
  walk("end-none", async (page) => {
    await page.locator("#none-active").waitFor();
    assert.equal(await page.locator("#still-active").count(), 0);
    await page.locator("#remove").click();
    assert.ok(await page.locator("dialog [data-act=confirm]").isDisabled());
    await page.fill("#typed", "4718203");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("[data-screen=connections-empty]").waitFor();
  }));

test("while a rotation is under way the end points to it instead of revoking beside it", () =>
  walk("end-rotating", async (page) => {
    await page.locator("#rotation-first").waitFor();
    assert.equal(await page.locator("#ending-certificates [data-act=revoke]").count(), 0);
  }));
