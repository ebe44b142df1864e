// @ts-check
// Fields with their label, hint and message: what is wrong stands next to where it is wrong.

import { icon } from "./icon.js";
import { flag, html, mount } from "../lib/html.js";
import { keepVisible } from "../lib/scrolling.js";

/** @import { Markup, Part } from "../lib/html.js" */
/** @typedef {"danger" | "warn" | "ok"} Tone */

/**
 * @param {object} options
 * @param {string} options.id also the name under which its draft is kept
 * @param {string} options.label
 * @param {string} options.value
 * @param {Part} [options.hint]
 * @param {Markup | null} [options.message] made by `message`
 * @param {boolean} [options.invalid]
 * @param {"text" | "password" | "search"} [options.type]
 * @param {boolean} [options.mono]
 * @param {boolean} [options.optional]
 * @param {string} [options.autocomplete]
 * @param {boolean} [options.awaited] whether its value is copied from a page outside Certdesk; see window/return-to-field.js
 */
export function field({ id, label, value, hint, message = null, invalid = false, type = "text", mono = false, autocomplete = "off", awaited = false }) {
  const described = [hint ? `${id}-hint` : "", `${id}-message`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label class="field-label" for="${id}">${label}</label>
    <input class="field-input ${mono ? "field-mono" : ""}" id="${id}" name="${id}" type="${type}" value="${value}"
      aria-describedby="${described}" aria-invalid="${invalid ? "true" : "false"}" autocomplete="${autocomplete}" autocapitalize="off" spellcheck="false" ${flag("data-awaited", awaited)} />
    ${hint && html`<p class="field-hint" id="${id}-hint">${hint}</p>`}
    <div id="${id}-message" class="field-messages">${message}</div>
  </div>`;
}

/**
 * A field of several lines. What is typed into it is no draft: the screen keeps it, or nobody does.
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} options.value
 * @param {Part} [options.hint]
 * @param {boolean} [options.masked] every character is shown as a dot
 * @param {boolean} [options.mono]
 * @param {number} [options.rows]
 */
export const area = ({ id, label, value, hint, masked = false, mono = false, rows = 3 }) => html`<div class="field">
  <label class="field-label" for="${id}">${label}</label>
  <textarea class="field-input field-area ${mono ? "field-mono" : ""} ${masked ? "field-masked" : ""}" id="${id}" rows="${rows}" aria-describedby="${hint ? `${id}-hint ` : ""}${id}-message" aria-invalid="false" autocomplete="off" autocapitalize="off" spellcheck="false">${value}</textarea>
  ${hint && html`<p class="field-hint" id="${id}-hint">${hint}</p>`}
  <div id="${id}-message" class="field-messages"></div>
</div>`;

/**
 * @param {Tone} tone
 * @param {Part} body
 */
export const message = (tone, body) =>
  html`<p class="field-message" data-tone="${tone}">${icon({ danger: "stop", warn: "warn", ok: "ok" }[tone])}<span>${body}</span></p>`;

/**
 * Says something under a field without drawing the screen again.
 * @param {string} id
 * @param {Tone | null} tone null takes the message away
 * @param {Part} [body]
 */
export function say(id, tone, body = null) {
  const input = document.getElementById(id);
  const place = document.getElementById(`${id}-message`);
  if (!input || !place) return;
  input.setAttribute("aria-invalid", tone === "danger" ? "true" : "false");
  mount(place, tone ? message(tone, body) : html``);
  if (tone && input === document.activeElement) keepVisible(input.closest(".field"));
}

/**
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {{ value: string, label: string }[]} options.options
 * @param {string} options.value
 * @param {Part} [options.hint]
 */
export const select = ({ id, label, options, value, hint }) => html`<div class="field">
  <label class="field-label" for="${id}">${label}</label>
  <div class="select">
    <select class="select-input" id="${id}" name="${id}" aria-describedby="${hint ? `${id}-hint` : `${id}-message`}">
      ${options.map((option) => html`<option value="${option.value}" ${flag("selected", option.value === value)}>${option.label}</option>`)}
    </select>
    ${icon("down")}
  </div>
  ${hint && html`<p class="field-hint" id="${id}-hint">${hint}</p>`}
  <div id="${id}-message" class="field-messages"></div>
</div>`;

/** The value of the field `id`, or "" when it is not there. @param {string} id */
export function valueOf(id) {
  const element = document.getElementById(id);
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? element.value : "";
}

/** Whether the box `id` is ticked. @param {string} id */
export function isTicked(id) {
  const element = document.getElementById(id);
  return element instanceof HTMLInputElement && element.checked;
}
