// @ts-check
// A place in NetSuite: its path in the menu, and the button that opens its page.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/first-screen.js";
import { button } from "./button.js";
import { copyButton } from "./copy.js";

/** @import { NetSuitePage } from "../types/ipc.d.ts" */

/** A place in NetSuite, with the button that copies it. @param {string[]} path @param {{ copy?: boolean }} [options] */
export const netsuitePath = (path, { copy = true } = {}) => html`<p class="path-line"><span class="path">${path.map((part, index) => html`${index > 0 && html`<span class="path-sep"> &gt; </span>`}${part}`)}</span>${copy && copyButton(path.join(" > "), strings.common.netsuitePath)}</p>`;

/**
 * The button to where a person acts: NetSuite, or the pages that stand for it. It opens the page
 * whose path is shown beside it, where its address is known.
 * @param {boolean} practice
 * @param {NetSuitePage} page
 * @param {{ kind?: string }} [options]
 */
export const openPages = (practice, page, { kind = "" } = {}) =>
  practice
    ? button({ act: "open-practice", label: strings.practice.openPage, sign: "external", kind, page })
    : button({ act: "open-netsuite", label: strings.common.openNetSuite, sign: "external", kind, page });

/** Which page a button opens. @param {HTMLElement} pressed */
export const pageOf = (pressed) => /** @type {NetSuitePage | null} */ (pressed.dataset.page ?? null);
