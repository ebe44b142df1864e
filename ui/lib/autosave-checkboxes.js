// @ts-check
// Boxes that are kept at once, each by a command of its own.

import { failureOf } from "../window/page.js";

/** @import { Page } from "../window/page.js" */

/**
 * @template T
 * @param {Page} page
 * @param {(tick: string, done: boolean) => Promise<T>} change
 * @param {(view: T) => void} keep takes the answer
 * @returns {{ chosen: (element: HTMLElement) => void, kept: () => Promise<void>, keepAll: (ticks: readonly string[], done: boolean) => Promise<void> }} `kept` waits for all boxes ticked so far
 */
export function autosaveCheckboxes(page, change, keep) {
  let kept = Promise.resolve();
  return {
    kept: () => kept,
    /** Keeps several boxes in one act, after those chosen before, and shows each one that is kept. The first one that can't be ends it. */
    keepAll(ticks, done) {
      const all = kept.then(async () => {
        for (const tick of ticks) {
          keep(await change(tick, done));
          const box = document.querySelector(`[data-tick="${CSS.escape(tick)}"]`);
          if (box instanceof HTMLInputElement) box.checked = done;
        }
      });
      kept = all.catch(() => {});
      return all;
    },
    chosen(element) {
      if (!(element instanceof HTMLInputElement) || !element.dataset.tick) return;
      const { tick } = element.dataset;
      const done = element.checked;
      // One after the other: two quick ticks must both arrive, in order.
      kept = kept.then(async () => {
        try {
          keep(await change(tick, done));
        } catch (thrown) {
          element.checked = !done;
          page.tell(failureOf(thrown), element);
        }
      });
    },
  };
}
