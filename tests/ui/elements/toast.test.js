// What has the focus is not lain upon by a toast.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, start } from "../support/browser.js";
import { walk } from "../support/walk.js";

/** @type {Awaited<ReturnType<typeof start>>} */
let window;

before(async () => {
  window = await start();
});

after(() => window.stop());

/** What the toast covers of what has the focus. @param {any} page */
const covered = (page) =>
  page.evaluate(() => {
    const [toast, focused] = [document.querySelector(".toast"), document.activeElement].map((element) => element?.getBoundingClientRect());
    if (!toast || !focused) return null;
    const wide = Math.min(toast.right, focused.right) - Math.max(toast.left, focused.left);
    const high = Math.min(toast.bottom, focused.bottom) - Math.max(toast.top, focused.top);
    return { area: Math.max(wide, 0) * Math.max(high, 0), inside: toast.left >= 0 && toast.right <= innerWidth && toast.top >= 0 && toast.bottom <= innerHeight };
  });

for (const size of /** @type {(keyof typeof SIZES)[]} */ (["usual", "small", "zoomed"])) {
  test(`a toast gives way to the focus in every corner: ${size}`, async () => {
    const { page, close } = await window.show("connection", { size });
    for (const [block, inline] of [["end", "end"], ["start", "end"], ["end", "start"], ["start", "start"]]) {
      // A button that stands where the toast would, as one does on a page that has been scrolled.
      await page.evaluate(([block, inline]) => {
        document.getElementById("there")?.remove();
        const button = document.createElement("button");
        button.id = "there";
        button.textContent = "There";
        button.style.cssText = `position: fixed; inset-block-${block}: 2rem; inset-inline-${inline}: 2rem`;
        document.getElementById("main")?.append(button);
      }, [block, inline]);
      await page.evaluate(async () => {
        document.getElementById("there")?.focus();
        const { toast } = await import(new URL("elements/toast.js", location.href).href);
        toast("The history is saved");
      });
      assert.deepEqual(await covered(page), { area: 0, inside: true }, `${block} ${inline}`);
    }
    await close();
  });
}

test("a toast that is there gives way when the focus comes under it", async () => {
  const { page, close } = await window.show("connection");
  await page.locator("#export-history").click();
  await page.locator(".toast").waitFor();
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "There";
    button.style.cssText = "position: fixed; inset-block-end: 2rem; inset-inline-end: 2rem";
    document.getElementById("main")?.append(button);
    button.focus();
  });
  assert.deepEqual(await covered(page), { area: 0, inside: true });
  await close();
});

test("a toast goes at the next act", () =>
  walk("setup-upload", async (page) => {
    await page.evaluate(async () => {
      const { toast } = await import(new URL("elements/toast.js", location.href).href);
      toast("The history is saved");
    });
    await page.locator(".toast").waitFor();
    await page.locator("#certificate-id").press("a");
    await page.locator(".toast").waitFor({ state: "detached" });
  }));
