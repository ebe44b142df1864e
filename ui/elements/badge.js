// @ts-check
// A state in a word or two.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/first-screen.js";
import { icon } from "./icon.js";

/** @import { Part } from "../lib/html.js" */

/** @param {"danger" | "warn" | "ok" | "accent" | null} tone @param {string} sign @param {Part} words */
export const badge = (tone, sign, words) => html`<span class="badge" ${tone && html`data-tone="${tone}"`}>${icon(sign)}${words}</span>`;

/** A dashed edge, never a colour: it cannot be mistaken for a state. */
export const practiceBadge = () => html`<span class="badge badge-practice">${icon("practice")}${strings.practice.badge}</span>`;
