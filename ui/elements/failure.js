// @ts-check
// A failure in words, in a callout.

import { html } from "../lib/html.js";
import { messageFor } from "../strings/failures.js";
import { callout } from "./callout.js";

/** @import { Failure } from "../types/ipc.d.ts" */
/** @import { Part } from "../lib/html.js" */

/**
 * A failure in words. Its remedy is a button whose act the page knows.
 * @param {Failure} failure
 * @param {{ extra?: Part, without?: string }} [options] further buttons; an act that already has its button
 */
export function failureCallout(failure, { extra = null, without = "" } = {}) {
  const { title, body, remedy } = messageFor(failure);
  const button = remedy && remedy.act !== without && html`<button class="button" type="button" data-act="${remedy.act}" ${remedy.step && html`data-step="${remedy.step}"`}>${remedy.label}</button>`;
  return callout({ tone: "danger", title, body: html`<p>${body}</p>`, actions: button || extra ? html`${button}${extra}` : null });
}
