// Every scene in a language whose texts are a third longer, in the smallest window: axe finds nothing, nothing is
// complained of, and nothing overflows sideways. What passes here leaves room for a translation.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { SCENES } from "../fake-backend/scenes.js";
import { violations } from "../support/axe.js";
import { startWithLongerTexts } from "../support/browser.js";
import { longer } from "../support/longer-texts.js";

/** @type {Awaited<ReturnType<typeof startWithLongerTexts>>} */
let window;

before(async () => {
  window = await startWithLongerTexts();
});
after(() => window.stop());

test("a text gets a third longer, and what isn’t text stays", () => {
  const text = "Upload the certificate of this connection";
  assert.ok(longer(text).length >= text.length * 1.35, longer(text));
  assert.equal(longer('<a href="x">'), '<a href="x">');
  assert.match(longer("{count} certificates"), /^\{count\} /u);
});

describe("every scene has room for longer texts", { concurrency: 2 }, () => {
  for (const scene of Object.keys(SCENES)) {
    test(scene, async () => {
      const { page, complaints, close } = await window.show(scene, { size: "small" });
      await page.addScriptTag({ url: "/axe.js" });
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});
