// @ts-check
// Five small cells: how many certificates of an integration record are active. Never without its words.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/first-screen.js";

/** @import { Part } from "../lib/html.js" */

/** @param {{ active: number, most: number }} slots @param {{ after?: Part, words?: Part }} [options] words behind the count, or instead of it */
export const slotCells = ({ active, most }, { after = null, words = null } = {}) => html`<span class="slots" ${active >= most && html`data-tone="warn"`}>
  <svg class="slots-cells" viewBox="0 0 ${most * 8 - 2} 12" aria-hidden="true" focusable="false">${Array.from({ length: most }, (_, index) => html`<rect class="slots-cell ${index < active ? "slots-cell-used" : ""}" x="${index * 8 + 0.5}" y="0.5" width="5" height="11"></rect>`)}</svg>
  <span class="slots-text">${words ?? html`${strings.board.slots(active, most)}${after && html` ${after}`}`}</span>
</span>`;
