// @ts-check
// Pieces that several steps share.

import { copyButton } from "../../elements/copy.js";
import { button, netsuitePath } from "../../elements/parts.js";
import { backend } from "../../lib/backend.js";
import { flag, html } from "../../lib/html.js";
import { ticking } from "../../lib/ticking.js";
import { strings } from "../../strings/en.js";

/** @import { ProAct } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { ProWalk } from "../pro-record.js" */

/** Boxes of this account, kept at once. @param {ProWalk} walk */
export const proTicks = (walk) => ticking(walk.page, (act, done) => backend.proRecord.change(walk.view().accountId, { kind: "act", act: /** @type {ProAct} */ (act), done }), walk.keep);

/** @param {ProWalk} walk @param {ProAct} act @param {Part} label @param {{ note?: Part, copied?: string | null }} [options] */
export const tickLine = (walk, act, label, { note = null, copied = null } = {}) => html`<div class="tick">
  <label class="choice"><input type="checkbox" id="tick-${act}" data-tick="${act}" ${flag("checked", walk.view().acts.includes(act))} /><span>${label}</span>${note && html`<span class="choice-note tiny">${note}</span>`}</label>
  ${copied && copyButton(copied, copied)}
</div>`;

/** A place in NetSuite, and the button that opens NetSuite. @param {string[]} path */
export const place = (path) => html`<div class="card-head"><div class="grow">${netsuitePath(path)}</div>${button({ act: "open-netsuite", label: strings.common.openNetSuite, sign: "external" })}</div>`;
