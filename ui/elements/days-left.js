// @ts-check
// The rule: days left on a scale of 90, with marks at 60, 30 and 14, the days on which NetSuite
// mails Administrators. Never without its words.

import { daysLeft, dayTime, hasEnded } from "../lib/format.js";
import { html } from "../lib/html.js";

/** @import { Instant } from "../types/ipc.d.ts" */

/** @param {number} left @param {Instant} until */
export const daysRule = (left, until) => html`<div class="days" ${tone(left, until) && html`data-tone="${tone(left, until)}"`}>
  <span class="days-line"><span class="days-count">${daysLeft(left, until)}</span><span class="days-date">${dayTime(until)}</span></span>
  ${rule(left)}
</div>`;

/** No certificate yet: the same drawing, empty. @param {string} words */
export const noDays = (words) => html`<div class="days"><span class="days-line"><span class="soft">${words}</span></span>${rule(0)}</div>`;

/** @param {number} left */
const rule = (left) => html`<svg class="days-rule" viewBox="0 0 90 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
  <rect class="days-track" y="2" width="90" height="4"></rect>
  ${left > 0 && html`<rect class="days-fill" y="2" width="${Math.min(left, 90)}" height="4"></rect>`}
  <path class="days-ticks" d="M14 0v8M30 0v8M60 0v8"></path>
</svg>`;

/** @param {number} left @param {Instant} until */
function tone(left, until) {
  if (hasEnded(until)) return "danger";
  return left <= 60 ? "warn" : null;
}
