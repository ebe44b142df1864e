// @ts-check
// The same five cells, large, where it matters which certificate is in which.

import { shortId } from "../lib/format.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";

/** @import { Part } from "../lib/html.js" */

/**
 * @typedef {object} Slot
 * @property {string | null} id Certificate ID; null when it is not known here
 * @property {Part} [name] in place of the ID
 * @property {Part} note whose it is and what becomes of it
 * @property {"accent" | "danger" | null} [tone]
 * @property {boolean} [free]
 */

/** @param {Slot[]} slots */
export const slotRow = (slots) => html`<ol class="slot-row">${slots.map(({ id, name, note, tone = null, free = false }) => html`<li class="slot ${free ? "slot-free" : ""}" ${tone && html`data-tone="${tone}"`} ${id && html`data-certificate="${id}"`}>
  <span class="slot-name">${name ?? (id ? html`<span class="mono">${shortId(id)}</span>` : strings.rotation.slots.free)}</span>
  ${note && html`<span class="slot-note">${note}</span>`}
</li>`)}</ol>`;

/** @type {Slot} */
export const FREE = { id: null, note: null, free: true };
