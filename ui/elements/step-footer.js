// @ts-check
// The foot of an open step: the place for failures, the one primary button, the way back when a
// done step was opened again.

import { button } from "./button.js";
import { failurePlace } from "./callout.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";

/** @import { Part } from "../lib/html.js" */
/** @typedef {{ isChange: boolean }} Walk whether a done step was opened again */

/**
 * @param {Walk} walk
 * @param {object} options
 * @param {Part} options.primary
 * @param {Part} [options.second]
 * @param {Part} [options.note]
 * @param {boolean} [options.saves] whether this step holds anything that is not saved
 * @param {Part} [options.failure] what to show in the place for failures
 */
export const stepFoot = (walk, { primary, second = null, note = null, saves = true, failure = null }) => html`${failurePlace(failure)}
  <div class="step-foot">
    ${primary}${second}${walk.isChange && button({ act: "leave-change", label: saves ? strings.setup.back : strings.setup.leave, kind: "button-plain" })}
    ${note && html`<p class="step-foot-note">${note}</p>`}
  </div>`;

/** The button that saves the step. @param {string} label @param {{ disabled?: boolean }} [options] */
export const saveButton = (label, { disabled = false } = {}) => button({ act: "continue", label, busy: strings.setup.saving, kind: "button-primary", submit: true, disabled });
