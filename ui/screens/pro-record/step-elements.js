// @ts-check
// Pieces that several steps share.

import { callout } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { message } from "../../elements/form.js";
import { saveButton } from "../../elements/step-footer.js";
import { flag, html, mount } from "../../lib/html.js";
import { autosaveCheckboxes } from "../../lib/autosave-checkboxes.js";
import { strings } from "../../strings/en/all.js";

/** @import { NetSuitePage, ProAct, ProRecordView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { RunOptions } from "../../window/page.js" */
/** @import { ProWalk } from "./screen.js" */

/** Boxes of this account, kept at once. @param {ProWalk} walk */
export const proTicks = (walk) => autosaveCheckboxes(walk.page, (act, done) => backend.proRecord.change(walk.view().accountId, { kind: "act", act: /** @type {ProAct} */ (act), done }), walk.keep);

/** @param {ProWalk} walk @param {ProAct} act @param {Part} label @param {{ note?: Part, copied?: string | null }} [options] */
export const tickLine = (walk, act, label, { note = null, copied = null } = {}) => html`<div class="tick">
  <label class="choice"><input type="checkbox" id="tick-${act}" data-tick="${act}" ${flag("checked", walk.view().acts.includes(act))} /><span>${label}</span>${note && html`<span class="choice-note tiny">${note}</span>`}</label>
  ${copied && copyButton(copied, copied)}
</div>`;

/** A place in NetSuite, and the button that opens NetSuite. @param {string[]} path @param {NetSuitePage} page */
export const place = (path, page) => html`<div class="card-head"><div class="grow">${netsuitePath(path)}</div>${openPages(false, page)}</div>`;

/** The button at the end of a step, "Save" when a done step was opened again. @param {ProWalk} walk @param {string} label */
export const nextButton = (walk, label) => saveButton(walk.isChange ? strings.setup.save : label);

/** That Generate was pressed and did not help, as long as nothing was done since. @param {ProWalk} walk */
export function failedNote(walk) {
  const { failed, situation } = walk.view();
  if (!failed || walk.isChange || !situation || situation === "in-order") return null;
  return html`<div id="failed" data-failed="${situation}">${callout({ tone: "warn", title: strings.proRecord.failed.title, body: html`<p>${strings.proRecord.failed.body[situation]}</p>` })}</div>`;
}

/**
 * Opens the next step when this one is done, and says so when a box of it is missing.
 * @param {ProWalk} walk
 * @param {HTMLElement} pressed
 * @param {() => Promise<ProRecordView>} work
 * @param {RunOptions} [options]
 */
export const goOn = (walk, pressed, work, options) =>
  walk.page.run(
    pressed,
    async () => {
      const view = await work();
      const here = pressed.closest("[data-step]")?.getAttribute("data-step");
      if (view.steps.every(({ step, state }) => step !== here || state === "done")) return walk.advance(view);
      walk.keep(view);
      const told = pressed.closest("[data-part]")?.querySelector("[data-failure]");
      if (!(told instanceof HTMLElement)) return;
      mount(told, message("warn", strings.proRecord.notTicked));
      announce(strings.proRecord.notTicked);
      told.focus({ preventScroll: true });
    },
    options,
  );

/** After the boxes of a step that has nothing else. @param {ProWalk} walk @param {() => Promise<void>} kept */
export const afterTicks = (walk, kept) => async () => {
  await kept();
  return walk.view();
};
