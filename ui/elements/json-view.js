// @ts-check
// JSON, set calmly: one line an entry, one ink, keys a little softer, and the values that must
// agree marked.

import { html } from "../lib/html.js";

/** @import { Markup } from "../lib/html.js" */

/**
 * @param {string} json an object; what cannot be parsed is set as it came
 * @param {string[]} marked values to mark where they occur
 * @returns {Markup}
 */
export function jsonLines(json, marked) {
  const entries = entriesOf(json);
  if (!entries) return html`<span class="code-line">${json}</span>`;
  const last = entries.length - 1;
  return html`<span class="code-line code-edge">{</span>${entries.map(([key, value], index) => html`<span class="code-line"><span class="code-key">${JSON.stringify(key)}</span>: ${mark(oneLine(value), marked)}${index < last && ","}</span>`)}<span class="code-line code-edge">}</span>`;
}

/** @param {string} json */
function entriesOf(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  } catch {
    return null;
  }
}

/** With a blank after each comma, so that long arrays can break there. @param {unknown} value */
const oneLine = (value) => (Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : JSON.stringify(value));

/** @param {string} text @param {string[]} marked @returns {Markup} */
function mark(text, marked) {
  const value = marked.find((value) => value !== "" && text.includes(value));
  if (value === undefined) return html`${text}`;
  const at = text.indexOf(value);
  return html`${text.slice(0, at)}<mark>${value}</mark>${text.slice(at + value.length)}`;
}
