// @ts-check
// How a failure is told: beside the field it belongs to, in the place beside the button, or as the
// whole screen. Fetched after the first screen, or when the first thing fails.

import { failureCallout } from "../elements/failure.js";
import { strings } from "../strings/en/first-screen.js";
import { messageFor } from "../strings/en/failures.js";
import { announce } from "./announce.js";
import { say } from "../elements/form.js";
import { html, mount } from "./html.js";
import { hashOf } from "../window/router.js";
import { keepVisible } from "./scrolling.js";

/** @import { Failure } from "../types/ipc.d.ts" */
/** @import { Screen } from "../window/page.js" */

/**
 * @param {Failure} failure
 * @param {string | undefined} field the id of the field that it belongs to
 * @param {HTMLElement | null} place for failures that belong to none
 */
export function showFailure(failure, field, place) {
  const { title, body } = messageFor(failure);
  const input = field ? document.getElementById(field) : null;
  announce(`${title}. ${body}`);
  if (field && input) {
    say(field, "danger", html`<strong>${title}.</strong> ${body}`);
    input.focus({ preventScroll: true });
    keepVisible(input.closest(".field") ?? input);
    return;
  }
  if (!place) return;
  mount(place, failureCallout(failure));
  place.focus({ preventScroll: true });
  keepVisible(place);
}

/**
 * What stands where a screen could not be read.
 * @param {Failure} failure
 * @param {() => Promise<void>} again
 * @returns {Screen}
 */
export const failedScreen = (failure, again) => ({
  name: "failed",
  title: () => messageFor(failure).title,
  html: () => failed(failure),
  acts: { "try-again": again },
});

/** @param {Failure} failure */
const failed = (failure) => {
  const act = messageFor(failure).remedy?.act;
  const elsewhere = !["", hashOf({ screen: "connections" })].includes(location.hash);
  const again = html`<button class="button" type="button" data-act="try-again">${strings.common.tryAgain}</button>`;
  return html`<div class="page-column">
    <div class="page-head"><div class="page-title"><h1 tabindex="-1">${strings.common.notRead}</h1></div></div>
    ${failureCallout(failure, { extra: act === "try-again" || act === "open-board" ? null : again })}
    ${act !== "open-board" && elsewhere && html`<p><a href="${hashOf({ screen: "connections" })}" data-act="open-board">${strings.common.backToBoard}</a></p>`}
  </div>`;
};
