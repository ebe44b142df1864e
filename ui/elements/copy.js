// @ts-check
// A value somebody will need elsewhere, with the button that copies it and says so.

import { announce } from "../lib/announce.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en/first-screen.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */

/**
 * @param {string} value what goes to the clipboard
 * @param {string} name what it is, for the button's name
 * @param {{ word?: boolean }} [options] `word` shows "Copy" beside the sign
 */
export const copyButton = (value, name, { word = false } = {}) =>
  html`<button class="copy" type="button" data-act="copy" data-copy="${value}">${icon("copy")}${word ? html`<span>${strings.common.copy}</span><span class="visually-hidden"> ${name}</span>` : html`<span class="visually-hidden">${strings.common.copyNamed(name)}</span>`}</button>`;

/**
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.value
 * @param {Part} [options.shown] as it is set, when not as plain text
 * @param {boolean} [options.over] the button stands over the box: for a whole Certificate ID
 */
export const copyField = ({ label, value, shown = value, over = false }) => html`<div class="copy-field ${over ? "copy-field-over" : ""}">
  <span class="copy-field-label">${label}</span>
  ${over && copyButton(value, label, { word: true })}
  <div class="copy-field-box"><span class="copy-field-value">${shown}</span>${!over && copyButton(value, label)}</div>
</div>`;

/** The value of a fact, the button at its right. @param {string} value @param {string} name @param {Part} [shown] */
export const copyFact = (value, name, shown = value) => html`<span class="facts-copy"><span>${shown}</span>${copyButton(value, name)}</span>`;

/**
 * Copies what the button carries, shows the tick and says "Copied".
 * @param {HTMLElement} button
 */
export async function copyFrom(button) {
  const copied = await copyText(button.dataset.copy ?? "");
  announce(copied ? strings.common.copied : strings.common.notCopied);
  if (!copied) return;
  button.dataset.state = "copied";
  const use = button.querySelector("use");
  use?.setAttribute("href", "icons.svg#check");
  setTimeout(() => {
    delete button.dataset.state;
    use?.setAttribute("href", "icons.svg#copy");
  }, TICK_STAYS);
}

/** Copies a text that no button carries. @param {string} text @returns {Promise<boolean>} whether it was copied */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // WebKitGTK may refuse the asynchronous interface; the old one works from a click.
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const active = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  area.setAttribute("aria-hidden", "true");
  // Inside an open dialog everything outside is inert and could not be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return copied;
}

/** Milliseconds. */
const TICK_STAYS = 2000;
