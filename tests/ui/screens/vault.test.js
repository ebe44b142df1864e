// Keys that are locked, and a key that leaves the vault, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("a passphrase for the private key must be long enough and typed twice", () =>
  walk("setup-hand-over-export", async (page) => {
    await page.fill("#export-passphrase", "too short");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#export-passphrase-message .field-message").waitFor();
    await page.fill("#export-passphrase", "long enough to hold");
    await page.fill("#export-again", "long enough to hole");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("#export-again-message .field-message").waitFor();
    assert.equal((await calls(page)).some(({ command }) => command === "key_export"), false);
    await page.fill("#export-again", "long enough to hold");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.equal((await calls(page)).find(({ command }) => command === "key_export")?.args.passphrase, "long enough to hold");
  }));

test("an unlocked keychain lets the certificate be made without leaving the step", () =>
  walk("setup-key-no-vault", async (page) => {
    assert.ok(await page.locator("[data-act=make-certificate]").isDisabled());
    await page.evaluate(() => (globalThis.fakeBackend.scene.vault = { state: "ready", store: "secret-service" }));
    await page.locator("[data-act=check-vault]").click();
    await page.locator("[data-act=make-certificate]:enabled").waitFor();
  }));
