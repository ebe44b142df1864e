// @ts-check
// Two IDs under each other, character over character. What differs is boxed, underlined,
// and named in a sentence.

import { list, sixes } from "../lib/format.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";

/** @param {string} expected @param {string} entered */
export function compare(expected, entered) {
  const at = new Set(differences(expected, entered));
  return html`<div class="compare" role="group" aria-label="${strings.compare.label}">
    <div class="compare-row"><span class="compare-name">${strings.compare.expected}</span>${marked(expected, at, "expected")}</div>
    <div class="compare-row"><span class="compare-name">${strings.compare.entered}</span>${marked(entered, at, "entered")}</div>
  </div>`;
}

/**
 * @param {string} expected
 * @param {string} entered
 * @returns {number[]} positions, from 0, at which the two differ; a missing character differs
 */
export function differences(expected, entered) {
  const one = [...expected];
  const other = [...entered];
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => index).filter((index) => one[index] !== other[index]);
}

/**
 * The difference as one sentence, short enough to read by phone.
 * @param {string} expected
 * @param {string} entered
 */
export function differenceInWords(expected, entered) {
  const one = [...expected];
  const other = [...entered];
  if (one.length !== other.length) return strings.compare.length(one.length, other.length);
  const at = differences(expected, entered);
  const [first] = at;
  if (first === undefined) return strings.compare.same;
  if (at.length === 1) return strings.compare.one(one.length, first + 1, named(one[first] ?? ""), named(other[first] ?? ""));
  if (at.length <= 4) return strings.compare.few(at.length, one.length, list(at.map((index) => String(index + 1))));
  return strings.compare.many(at.length, one.length);
}

/** What a character is, so that 1, l and I can be told apart. @param {string} character */
export function named(character) {
  if (/[0-9]/.test(character)) return strings.compare.digit(character);
  if (/[a-z]/.test(character)) return strings.compare.small(character);
  if (/[A-Z]/.test(character)) return strings.compare.capital(character);
  if (character === "-") return strings.compare.hyphen;
  if (character === "_") return strings.compare.underscore;
  return strings.compare.sign(character);
}

/** @param {string} id @param {Set<number>} at @param {"expected" | "entered"} side */
function marked(id, at, side) {
  return html`<span class="id">${sixes(id).map(
    (six, group) =>
      html`<span class="id-six">${[...six].map((character, index) =>
        at.has(group * 6 + index) ? html`<mark ${side === "expected" && html`data-side="expected"`}>${character}</mark>` : character,
      )}</span>`,
  )}</span>`;
}
