// Walks through scenes as a person does, in one browser for all tests of a file.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { start } from "./browser.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;
before(async () => {
  window = await start();
});
after(() => window.stop());

/** Opens a scene, takes the steps, and sees that nothing was complained of. @param {string} scene @param {(page: any) => Promise<void>} steps @param {object} [view] theme and size, as `show` takes them */
export async function walk(scene, steps, view = {}) {
  const { page, complaints, close } = await window.show(scene, view);
  await steps(page);
  assert.deepEqual(complaints, []);
  await close();
}

/** What was asked of the backend, in order. @param {import("playwright-core").Page} page @returns {Promise<{ command: string, args: any }[]>} */
export const calls = (page) => page.evaluate(() => globalThis.fakeBackend.calls.map(({ command, args }) => ({ command, args: JSON.parse(JSON.stringify(args)) })));
