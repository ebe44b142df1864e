// @ts-check
// A button with an act of the page.

import { flag, html } from "../lib/html.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */
/** @import { NetSuitePage } from "../types/ipc.d.ts" */

/**
 * A button with an act. While the act runs it shows `busy`.
 * @param {object} options
 * @param {string} options.act
 * @param {Part} options.label
 * @param {string} [options.id]
 * @param {string} [options.sign]
 * @param {string} [options.kind] "button-primary", …
 * @param {string} [options.busy]
 * @param {Part} [options.named] what is said after the label, for assistive technology
 * @param {boolean} [options.submit]
 * @param {boolean} [options.disabled]
 * @param {string} [options.step]
 * @param {NetSuitePage} [options.page] of NetSuite
 */
export const button = ({ act, label, id, sign, kind = "", busy, named, submit = false, disabled = false, step, page }) =>
  html`<button class="button ${kind}" type="${submit ? "submit" : "button"}" data-act="${act}" ${id && html`id="${id}"`} ${busy && html`data-busy="${busy}"`} ${step && html`data-step="${step}"`} ${page && html`data-page="${page}"`} ${flag("disabled", disabled)}>${sign && icon(sign)}<span data-label>${label}</span>${named && html`<span class="visually-hidden"> ${named}</span>`}</button>`;
