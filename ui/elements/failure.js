// @ts-check
// A failure in words, in a callout.

import { html } from "../lib/html.js";
import { hashOf, parseRoute } from "../window/router.js";
import { strings } from "../strings/en/first-screen.js";
import { messageFor } from "../strings/en/failures.js";
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
  const find = findLink(failure);
  return callout({ tone: "danger", title, body: html`<p>${body}</p>`, actions: button || extra || find ? html`${button}${extra}${find}` : null });
}

/** The way to the diagnosis of the connection in sight, for what NetSuite or the way there refused. @param {Failure} failure */
export function findLink(failure) {
  const route = parseRoute(location.hash);
  if (!DIAGNOSED.includes(failure.kind) || !("id" in route) || route.screen === "diagnosis") return null;
  return html`<a class="button" data-find href="${hashOf({ screen: "diagnosis", id: route.id })}">${strings.common.findCause}</a>`;
}

/** What the backend keeps for the diagnosis: no failure of the vault, of typing or of a file that is written. @type {Failure["kind"][]} */
const DIAGNOSED = [
  "token-refused", "server-failed", "too-many-requests", "offline", "timed-out", "tls-failed", "redirected", "answer-empty", "answer-not-json", "answer-too-large",
  "key-missing", "key-not-readable", "pair-differs", "certificate-expired", "certificate-not-yet-valid",
  "sign-in-denied", "sign-in-refused", "sign-in-other-account", "sign-in-code-refused", "client-not-authenticated", "sign-in-ended",
  "token-not-accepted", "permission-missing", "endpoint-missing", "endpoint-refused", "scope-missing", "slots-full", "certificate-already-listed",
];
