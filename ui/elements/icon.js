// @ts-check
// A sign from icons.svg. Always hidden from assistive technology: its meaning is in the text beside it.

import { html } from "../lib/html.js";

/** @param {string} name @param {string} [extra] further classes */
export const icon = (name, extra = "") =>
  html`<svg class="icon ${extra}" aria-hidden="true" focusable="false"><use href="icons.svg#${name}"></use></svg>`;
