// @ts-check
// JSON, set calmly: one ink, keys a little softer, and the values that must agree marked.

import { html } from "../lib/html.js";

/**
 * @param {string} json pretty-printed
 * @param {string[]} marked values to mark where they occur
 */
export const jsonLines = (json, marked) => json.split("\n").map((line) => html`<span class="code-line ${!line.startsWith(" ") && "code-edge"}">${parts(line.trimStart(), marked)}</span>`);

/** @param {string} line @param {string[]} marked */
function parts(line, marked) {
  const key = /^("[^"]*")(:.*)$/.exec(line);
  return key ? html`<span class="code-key">${key[1]}</span>${mark(key[2] ?? "", marked)}` : mark(line, marked);
}

/** @param {string} text @param {string[]} marked */
function mark(text, marked) {
  const value = marked.find((value) => value !== "" && text.includes(value));
  if (value === undefined) return html`${text}`;
  const at = text.indexOf(value);
  return html`${text.slice(0, at)}<mark>${value}</mark>${text.slice(at + value.length)}`;
}
