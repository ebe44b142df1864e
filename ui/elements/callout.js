// @ts-check
// What is true now, what it means, what to do with the button that does it.

import { html } from "../lib/html.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */

/**
 * @param {object} options
 * @param {"danger" | "warn" | "ok" | "note" | "accent"} options.tone
 * @param {Part} options.title
 * @param {Part} [options.body]
 * @param {Part} [options.actions]
 * @param {string} [options.sign] an icon other than the tone's own
 * @param {string} [options.id]
 */
export const callout = ({ tone, title, body, actions, sign = SIGNS[tone], id = "" }) => html`<div class="callout" data-tone="${tone}" ${id && html`id="${id}"`}>
  ${icon(sign)}
  <div class="callout-body">
    <p class="callout-title">${title}</p>
    ${body && html`<div class="callout-text">${body}</div>`}
    ${actions && html`<div class="actions">${actions}</div>`}
  </div>
</div>`;

/** Where a failure is told. @param {Part} [inside] */
export const failurePlace = (inside = null) => html`<div class="failure-place" data-failure tabindex="-1">${inside}</div>`;

const SIGNS = { danger: "stop", warn: "warn", ok: "ok", note: "info", accent: "info" };
