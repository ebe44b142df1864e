// @ts-check
// The head of a column that can be sorted: a button in the `th`, and `aria-sort` on the column that is.

import { html } from "../lib/html.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */

/**
 * @param {string} column
 * @param {Part} label
 * @param {{ column: string, down: boolean }} sorting
 * @param {string} [kind] a class for the `th`
 */
export function sortHead(column, label, sorting, kind) {
  const sorted = sorting.column === column;
  return html`<th scope="col" ${kind && html`class="${kind}"`} ${sorted && html`aria-sort="${sorting.down ? "descending" : "ascending"}"`}><button class="table-sort" type="button" data-act="sort" data-column="${column}" id="sort-${column}">${label}${sorted ? html`<span class="table-sort-sign" ${sorting.down && html`data-down="true"`}>${icon("down")}</span>` : icon("sort")}</button></th>`;
}
