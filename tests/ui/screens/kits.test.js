// The hand-over of a connection to the system that uses it, against the stand-in backend.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

test("no kit ever shows a private key", async () => {
  for (const scene of ["setup-hand-over", "setup-hand-over-cli", "setup-hand-over-n8n", "setup-hand-over-unseen", "setup-hand-over-exported"]) {
    await walk(scene, async (page) => {
      assert.doesNotMatch(await page.content(), /BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-/);
      assert.equal(await page.locator("[data-kit=private-key] .copy").count(), 0, "there is nothing to copy");
    });
  }
});

test("in the setup no value is marked as new", async () => {
  for (const scene of ["setup-hand-over", "setup-hand-over-cli", "setup-hand-over-unseen"]) await walk(scene, async (page) => assert.equal(await page.locator(".kit .badge").count(), 0, scene));
});

test("a private key is asked for in the form that the target takes", () =>
  walk("setup-hand-over-unseen", async (page) => {
    await page.locator("#export-key").click();
    assert.equal(await page.inputValue("#export-as"), "traditional");
    await page.locator("dialog [data-act=confirm]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    const { args } = (await calls(page)).find(({ command }) => command === "key_export") ?? { args: {} };
    assert.deepEqual([args.form, args.passphrase], ["traditional", null]);
  }));
