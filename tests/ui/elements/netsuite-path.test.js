// Each path of NetSuite's menu that is shown opens its own page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, walk } from "../support/walk.js";

/** Which page is asked for by a button beside a path. @type {[scene: string, path: RegExp, command: string, page: string][]} */
const PLACES = [
  ["setup-role", /Enable Features/, "netsuite_open", "features"],
  ["setup-role", /Manage Roles/, "netsuite_open", "roles"],
  ["setup-role-practice", /Enable Features/, "practice_open", "features"],
  ["setup-role-practice", /Manage Roles/, "practice_open", "roles"],
  ["setup-integration", /Manage Integrations > New/, "netsuite_open", "integration"],
  ["setup-integration-cli", /Manage Integrations$/, "netsuite_open", "integrations"],
  ["setup-upload", /Create New/, "netsuite_open", "mapping"],
  ["practice-upload", /Create New/, "practice_open", "mapping"],
  ["setup-prove-refused", /View Login Audit Trail/, "netsuite_open", "audit-trail"],
  ["leak", /View Login Audit Trail/, "netsuite_open", "audit-trail"],
  ["pro-record-role", /Manage Roles/, "account_open", "roles"],
];

for (const [scene, path, command, wanted] of PLACES) {
  test(`the button beside a path opens its page: ${scene}, ${wanted}`, () =>
    walk(scene, async (page) => {
      const shown = page.locator(".path", { hasText: path }).first();
      const button = shown.locator("xpath=ancestor::*[.//button[@data-act='open-netsuite' or @data-act='open-practice']][1]//button[@data-act='open-netsuite' or @data-act='open-practice']").first();
      await button.click();
      const asked = (await calls(page)).filter((call) => call.command === command);
      assert.deepEqual(asked.map(({ args }) => args.page), [wanted]);
    }));
}

test("the practice account's own line opens its start page", () =>
  walk("practice-upload", async (page) => {
    await page.locator(".button-quiet[data-act=open-practice]").click();
    assert.deepEqual((await calls(page)).filter(({ command }) => command === "practice_open").map(({ args }) => args.page), [null]);
  }));
