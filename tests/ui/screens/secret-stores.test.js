// A private key into a secret store, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** @param {import("playwright-core").Page} page @param {string} selector */
const text = async (page, selector) => (await page.locator(selector).first().textContent()) ?? "";

/** What was asked of the stores. @param {import("playwright-core").Page} page @param {string} command */
const asked = async (page, command) => (await calls(page)).filter((call) => call.command === command).map(({ args }) => args);

/** Changes what the backend holds. @param {import("playwright-core").Page} page @param {object} part */
const set = (page, part) => page.evaluate((part) => void Object.assign(globalThis.fakeBackend.scene, part), part);

test("a key is stored by keyboard alone, after its commands were shown", () =>
  walk("secret-stores", async (page) => {
    await page.focus("#store-vault");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.isChecked("#store-azure-key-vault"), true);
    await page.focus("#store-vault");
    await page.keyboard.press("Space");
    await page.focus("#preview");
    await page.keyboard.press("Enter");
    await page.locator("#commands").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "commands");
    assert.equal((await asked(page, "secret_store_put")).length, 0, "nothing is stored before it is confirmed");
    const shown = await page.locator(".code-text").allTextContents();
    assert.equal(shown.length, 3);
    assert.equal(shown[1], "/usr/bin/vault kv put -address=https://vault.northwind.example:8200 -mount=secret -cas=0 -format=json netsuite/northwind-traders-alumio private_key=-");
    assert.match(await text(page, "main"), /Anyone who can read this secret in HashiCorp Vault can act as this user in NetSuite/);
    await page.focus("#put");
    await page.keyboard.press("Enter");
    await page.locator("#stored").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "stored");
    assert.match(await text(page, ".callout"), /Stored, read back, and compared: the same key.*secret\/netsuite\/northwind-traders-alumio/s);
    const [put] = await asked(page, "secret_store_put");
    assert.deepEqual([put.id, put.found, put.form, put.place.store], ["northwind", { kind: "nothing" }, "pkcs8-lines", "vault"]);
    await page.locator("#open-back").click();
    await page.locator("[data-screen=connection]").waitFor();
    assert.match(await text(page, ".history"), /Private key stored in HashiCorp Vault: secret\/netsuite/);
  }));

test("what is entered for one store stays while another is looked at", () =>
  walk("secret-stores", async (page) => {
    await page.fill("#place-mount", "team-kv");
    await page.click("label:has(#store-one-password)");
    await page.fill("#place-vault-name", "Client keys");
    await page.click("label:has(#store-vault)");
    assert.equal(await page.inputValue("#place-mount"), "team-kv");
    await page.selectOption("#store-form", "pkcs8-base64");
    await page.click("#preview");
    await page.locator("#commands").waitFor();
    await page.click("#change");
    assert.equal(await page.inputValue("#place-mount"), "team-kv");
    assert.equal(await page.inputValue("#store-form"), "pkcs8-base64");
    await page.click("label:has(#store-one-password)");
    assert.equal(await page.inputValue("#place-vault-name"), "Client keys");
    const [place] = (await asked(page, "secret_store_preview")).map((args) => args.place);
    assert.equal(place.mount, "team-kv");
  }));

test("a value that is missing or refused is told at its field", () =>
  walk("secret-stores", async (page) => {
    await page.click("label:has(#store-azure-key-vault)");
    await page.click("#preview");
    await page.locator("#place-vault-name-message .field-message").waitFor();
    assert.equal(await text(page, "#place-vault-name-message"), "Enter a value.");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "place-vault-name");
    await page.fill("#place-vault-name", "kv-northwind");
    await page.fill("#place-secret-name", "--help");
    await page.click("#preview");
    await page.locator("#place-secret-name-message .field-message").waitFor();
    assert.match(await text(page, "#place-secret-name-message"), /letters, digits, and hyphens/);
  }));

test("something that is there gets a new version only after its box is checked", () =>
  walk("secret-stores-version", async (page) => {
    assert.match(await text(page, "#found"), /Version 3 is stored there.*becomes a new version/s);
    assert.match(await text(page, "[data-step=store] .code-text"), /kv patch .* -cas=3 /);
    await page.click("#put");
    assert.match(await text(page, "#add-version-message"), /Check this box/);
    assert.equal((await asked(page, "secret_store_put")).length, 0);
    await page.focus("#add-version");
    await page.keyboard.press("Space");
    assert.equal(await text(page, "#add-version-message"), "");
    await page.click("#put");
    await page.locator("#stored").waitFor();
    const [put] = await asked(page, "secret_store_put");
    assert.deepEqual(put.found, { kind: "versions", version: "3", deleted: false });
  }));

test("something that came meanwhile is shown before anything is stored", () =>
  walk("secret-stores-commands", async (page) => {
    await set(page, { stores: { present: ["vault"], found: { kind: "versions", version: "1", deleted: false } } });
    await page.click("#put");
    await page.locator("[data-failure] .callout").waitFor();
    assert.match(await text(page, "[data-failure]"), /has changed.*Nothing was stored/s);
    await page.click("[data-failure] [data-act=try-again]");
    await page.locator("#add-version").waitFor();
    assert.match(await text(page, "#found"), /Version 1 is stored there/);
  }));

test("a title that is taken can’t be stored, and another can be chosen", () =>
  walk("secret-stores-taken", async (page) => {
    assert.match(await text(page, "#found"), /already in use.*Choose another title/s);
    assert.equal(await page.locator("#put").count(), 0);
    assert.equal(await page.locator(".code").count(), 1, "only what was done already");
    await page.click("#change");
    assert.equal(await page.inputValue("#place-vault-name"), "Client keys");
  }));

test("a failed tool is told with what became of the key, and its own message", async () => {
  await walk("secret-stores-not-signed-in", async (page) => {
    assert.match(await text(page, "[data-failure]"), /vault isn’t signed in.*Nothing was stored\. Run vault login/s);
    assert.match(await text(page, "#tool-message"), /permission denied/);
    await set(page, { failures: {} });
    await page.click("[data-failure] [data-act=try-again]");
    await page.locator("#commands").waitFor();
    assert.equal(await page.locator("[data-failure] .callout").count(), 0);
  });
  await walk("secret-stores-timed-out", async (page) => {
    assert.match(await text(page, "[data-failure]"), /The key may have been stored/);
    assert.equal(await page.locator("#tool-message").count(), 0);
  });
  await walk("secret-stores-differs", async (page) => {
    assert.match(await text(page, "[data-failure]"), /returned a different value/);
    assert.equal(await page.locator("#stored").count(), 0, "nothing says that it worked");
  });
});

test("stores are offered where the key is saved, and only if a tool is here", async () => {
  await walk("secret-stores-link", async (page) => {
    assert.match(await text(page, ".page-end:has(#secret-stores-link)"), /HashiCorp Vault and 1Password/);
    await page.click("#secret-stores-link");
    await page.locator("[data-screen=secret-stores]").waitFor();
    assert.deepEqual(await page.locator("[name=store]").evaluateAll((inputs) => inputs.map((input) => input.id)), ["store-vault", "store-one-password"]);
    await set(page, { stores: { present: [], found: { kind: "nothing" } } });
    await page.click("#back");
    await page.locator("[data-screen=connection]").waitFor();
    await page.locator("#secret-stores-link").waitFor({ state: "detached" });
  });
  await walk("setup-hand-over", async (page) => {
    assert.equal(await page.locator("#secret-stores-link").count(), 0);
    await set(page, { stores: { present: ["open-bao"], found: { kind: "nothing" } } });
    await page.evaluate(() => (location.hash = "#/connections"));
    await page.locator("[data-screen=connections]").waitFor();
    await page.evaluate(() => (location.hash = "#/connection/northwind/setup/hand-over"));
    await page.click("[data-kit=private-key] #secret-stores-link");
    await page.locator("[data-screen=secret-stores]").waitFor();
    await page.click("#back");
    await page.locator("[data-screen=setup-hand-over]").waitFor();
  });
});

test("the key of a rotation is stored from its own page, for the new certificate", () =>
  walk("rotate-hand-over", async (page) => {
    await set(page, { stores: { present: ["vault"], found: { kind: "nothing" } } });
    const hash = await page.evaluate(() => location.hash);
    await page.evaluate(() => (location.hash = "#/connections"));
    await page.locator("[data-screen=connections]").waitFor();
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.click("[data-kit=private-key] #secret-stores-link");
    await page.locator("[data-screen=secret-stores]").waitFor();
    await page.click("#preview");
    await page.click("#put");
    await page.locator("#stored").waitFor();
    const [put] = await asked(page, "secret_store_put");
    const coming = await page.evaluate(() => globalThis.fakeBackend.scene.connections[0].rotation.new.credentialId);
    assert.equal(put.credentialId, coming);
    await page.click("#open-back");
    await page.locator("[data-screen=rotate]").waitFor();
  }));

test("without a tool the page says which ones there are", () =>
  walk("secret-stores-none", async (page) => {
    assert.match(await text(page, ".callout"), /No command-line tool found.*vault, bao, az, aws, or op/s);
  }));

test("the history has one line for a store that answered, and the start where Certdesk ended meanwhile", () =>
  walk("connection-stored-keys", async (page) => {
    const lines = await page.locator(".history-item").allInnerTexts();
    const told = lines.filter((line) => line.includes("Vault") || line.includes("OpenBao"));
    assert.deepEqual(told.map((line) => line.match(/(Storing the private key in OpenBao started|Private key stored|Private key not stored)/)?.[0]), ["Storing the private key in OpenBao started", "Private key stored", "Private key not stored"]);
  }));
