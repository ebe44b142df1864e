// @ts-check
// Small pieces that many screens share: the head of a page, badges, a path in NetSuite, buttons.

import { flag, html } from "../lib/html.js";
import { hashOf } from "../window/router.js";
import { strings } from "../strings/en/first-screen.js";
import { copyButton } from "./copy.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */
/** @import { Route } from "../window/router.js" */
/** @import { NetSuitePage } from "../types/ipc.d.ts" */

/**
 * @param {object} options
 * @param {Part} options.title
 * @param {Part} [options.sub]
 * @param {{ label: string, route: Route }} [options.back]
 * @param {boolean} [options.practice]
 * @param {Part} [options.actions]
 */
export const pageHead = ({ title, sub, back, practice = false, actions }) => html`<div class="page-head">
  <div class="page-title">
    ${back && html`<a class="page-back" id="back" href="${hashOf(back.route)}">${icon("left")}${back.label}</a>`}
    <div class="page-name"><h1 tabindex="-1">${title}</h1>${practice && practiceBadge()}</div>
    ${sub && html`<p class="page-sub">${sub}</p>`}
  </div>
  ${actions && html`<div class="actions">${actions}</div>`}
</div>`;

/** A dashed edge, never a colour: it cannot be mistaken for a state. */
export const practiceBadge = () => html`<span class="badge badge-practice">${icon("practice")}${strings.practice.badge}</span>`;

/** @param {"danger" | "warn" | "ok" | "accent" | null} tone @param {string} sign @param {Part} words */
export const badge = (tone, sign, words) => html`<span class="badge" ${tone && html`data-tone="${tone}"`}>${icon(sign)}${words}</span>`;

/** A place in NetSuite, with the button that copies it. @param {string[]} path @param {{ copy?: boolean }} [options] */
export const netsuitePath = (path, { copy = true } = {}) => html`<p class="path-line"><span class="path">${path.map((part, index) => html`${index > 0 && html`<span class="path-sep"> &gt; </span>`}${part}`)}</span>${copy && copyButton(path.join(" > "), strings.common.netsuitePath)}</p>`;

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

/** Where a failure is told. @param {Part} [inside] */
export const failurePlace = (inside = null) => html`<div class="failure-place" data-failure tabindex="-1">${inside}</div>`;

/** A confirmation in the corner, for the eyes: the live region says the same words. @param {string} words */
export const toastMarkup = (words) => html`<div class="toast" aria-hidden="true">${icon("ok")}<span>${words}</span></div>`;
