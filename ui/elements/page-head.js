// @ts-check
// The head of a page: its title, what stands below it, and the link back.

import { html } from "../lib/html.js";
import { hashOf } from "../window/router.js";
import { practiceBadge } from "./badge.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */
/** @import { Route } from "../window/router.js" */

/**
 * @param {object} options
 * @param {Part} options.title
 * @param {Part} [options.sub]
 * @param {{ label: string, route: Route }} [options.back]
 * @param {boolean} [options.practice]
 * @param {Part} [options.status] a badge
 * @param {Part} [options.actions]
 */
export const pageHead = ({ title, sub, back, practice = false, status, actions }) => html`<div class="page-head">
  <div class="page-title">
    ${back && html`<a class="page-back" id="back" href="${hashOf(back.route)}">${icon("left")}${back.label}</a>`}
    <div class="page-name"><h1 tabindex="-1">${title}</h1>${status}${practice && practiceBadge()}</div>
    ${sub && html`<p class="page-sub">${sub}</p>`}
  </div>
  ${actions && html`<div class="actions">${actions}</div>`}
</div>`;
