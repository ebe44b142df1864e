// @ts-check
// Where a rotation stands, above everything else: at work, interrupted, waiting for the user, or in
// the hands of another process.

import { callout, failurePlace } from "../../elements/callout.js";
import { findLink } from "../../elements/failure.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { capital, dayTime, deadline, hasEnded, recent } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { targetName } from "../../lib/connection-facts.js";
import { isTrue, looksByItself, nextStep, oldWorks } from "./facts.js";

/** @import { AccessView, ConnectionView, Failure, RotationStep, RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Run } from "./active-runs.js" */

const s = strings.rotation.state;

/** Of a rotation that stopped only because nobody is signed in. @typedef {"needed" | "made"} SignIn */

/**
 * A certificate alone is no answer: what stopped may be what that certificate can't be used for.
 * @param {Failure["kind"]} kind @param {AccessView} access
 * @returns {SignIn | null} null where more than that may be missing
 */
export const signInFor = (kind, access) => (!stopsForSignIn(kind) ? null : access.by.kind === "sign-in" ? "made" : "needed");

/** @param {Failure["kind"]} kind */
export const stopsForSignIn = (kind) => ["sign-in-needed", "sign-in-ended", "revokes-itself"].includes(kind);

/** Why it stands still, as far as anybody knows. @param {RotationView | null} rotation @param {Run | null} run */
export const stoppedBy = (rotation, run) => run?.failure?.kind ?? rotation?.lastFailure?.kind ?? null;

/**
 * Null while a sheet below says what to do.
 * @param {ConnectionView} view
 * @param {RotationView} rotation
 * @param {Run | null} run
 * @param {number | null} secondsLeft of the generation of its key, on average
 * @param {SignIn | null} signIn
 */
export function stateOf(view, rotation, run, secondsLeft, signIn) {
  const looking = run?.state === "running" && run.quiet && rotation.settlesAt !== null;
  if (run?.state === "running" && !looking) return atWork(nextStep(rotation) ?? "key-stored", secondsLeft);
  if (rotation.mayRunElsewhere) return callout({ id: "moved", tone: "warn", sign: "pause", title: s.movedTitle, body: html`<p>${s.movedBody}</p>`, actions: button({ act: "go-on-here", id: "go-on-here", label: s.goOnHere, busy: s.goingOn }) });
  if (rotation.abandoning) return abandoning(view, rotation, run?.failure ?? null, signIn);
  const at = run?.failure ? run.at : rotation.lastFailure?.at;
  const kind = stoppedBy(rotation, run);
  if (kind && at && signIn) return stopped(view, rotation, kind, at, signIn === "made" ? s.signedIn : (s.cause[kind] ?? null), null, signIn === "needed");
  if (run?.failure) return stopped(view, rotation, run.failure.kind, run.at, told(run.failure), html`${remedyOf(run.failure)}${findLink(run.failure)}`);
  if (rotation.lastFailure) {
    const { at, kind } = rotation.lastFailure;
    return stopped(view, rotation, kind, at, s.cause[kind] ?? s.causeUnknown, signInMayHelp(kind) ? signInButton() : null);
  }
  if (rotation.settlesAt !== null && (looking || rotation.next === "continue")) return stopped(view, rotation, "upload-unsettled", null, s.cause["upload-unsettled"], null);
  if (rotation.next === null) return callout({ id: "elsewhere", tone: "note", sign: "pause", title: s.elsewhereTitle, body: html`<p>${s.elsewhereBody}</p>`, actions: button({ act: "read-again", label: s.readAgain, sign: "rotate" }) });
  if (rotation.next !== "continue") return null;
  const next = strings.rotation.steps.name[nextStep(rotation) ?? "key-stored"](targetName(view));
  return paused(rotation, "paused", "accent", s.paused, html`<p>${s.pausedBody(recent(rotation.startedAt), next)} ${position(view, rotation)}</p>`, null);
}

/** It was given up, and NetSuite has not confirmed it yet. @param {ConnectionView} view @param {RotationView} rotation @param {Failure | null} failure @param {SignIn | null} signIn */
function abandoning(view, rotation, failure, signIn) {
  const { lastFailure } = rotation;
  const needed = signIn === "needed";
  const cause = signIn === "made" ? s.signedIn : failure ? told(failure) : lastFailure && (s.cause[lastFailure.kind] ?? s.causeUnknown);
  const remedy = signIn ? null : failure ? remedyOf(failure) : lastFailure && signInMayHelp(lastFailure.kind) ? signInButton() : null;
  return html`<div data-part class="stack stack-tight">${callout({
    id: "abandoning",
    tone: "warn",
    sign: "pause",
    title: s.abandoningTitle,
    body: html`<p>${s.abandoningBody} ${cause} ${rotation.settlesAt !== null && html`${settling(rotation)} `}${position(view, rotation)}</p>`,
    actions: html`${needed && signInButton("button-primary")}${button({ act: "abandon-rest", id: "abandon-rest", label: s.continueAbandoning, busy: s.continuing, kind: needed ? "" : "button-primary" })}${remedy}`,
  })}${failurePlace()}</div>`;
}

/** @param {RotationStep} step @param {number | null} secondsLeft */
const atWork = (step, secondsLeft) => html`<div class="progress" id="at-work" data-step="${step}">
  <div><p class="progress-title">${icon("rotate")}${strings.rotation.running.title[step]}</p><p class="progress-note">${step === "key-stored" && html`<span id="key-note">${secondsLeft === null ? strings.rotation.running.noteKey : strings.rotation.running.keyLeft(secondsLeft)}</span> `}${strings.rotation.running.note}</p></div>
  ${step === "key-stored" && button({ act: "cancel-search", id: "cancel-search", label: strings.key.cancel, named: strings.key.cancelName })}
  <div class="progress-bar run" role="progressbar" aria-label="${strings.rotation.running.title[step]}"></div>
</div>`;

/** @param {ConnectionView} view @param {RotationView} rotation @param {Failure["kind"] | string} kind @param {string | null} at null when nobody has checked yet @param {Part} cause @param {Part} remedy @param {boolean} [signInFirst] */
function stopped(view, rotation, kind, at, cause, remedy, signInFirst = false) {
  const unsettled = kind === "upload-unsettled";
  const title = at === null ? s.notConfirmedYet : unsettled ? s.notConfirmed(recent(at)) : s.interrupted(recent(at));
  return paused(rotation, "interrupted", "warn", title, html`<p>${cause}${rotation.unsettled && !unsettled && html` ${s.unsettled}`} ${rotation.settlesAt !== null && html`${settling(rotation)} `}${position(view, rotation)}</p>`, remedy, signInFirst);
}

/** By when it is known what became of an upload without an answer, and what happens then. @param {RotationView} rotation @returns {Part} */
export function settling({ settlesAt, abandoning, lastFailure }) {
  if (settlesAt === null) return null;
  const when = html`<time datetime="${settlesAt}" data-settles>${deadline(settlesAt)}</time>`;
  if (!looksByItself(lastFailure?.kind ?? null)) return hasEnded(settlesAt) ? null : s.settles.only(when);
  if (hasEnded(settlesAt)) return s.settles.now;
  return abandoning ? s.settles.abandoning(when) : s.settles.by(when);
}

/** @param {RotationView} rotation @param {string} id @param {"warn" | "accent"} tone @param {string} title @param {Part} body @param {Part} remedy @param {boolean} [signInFirst] */
const paused = (rotation, id, tone, title, body, remedy, signInFirst = false) => html`<div data-part class="stack stack-tight">${callout({
  id,
  tone,
  sign: "pause",
  title,
  body,
  actions: html`${signInFirst && signInButton("button-primary")}${rotation.next === "continue" && button({ act: "continue", id: "continue", label: continueLabel(rotation), busy: s.continuing, kind: signInFirst ? "" : "button-primary" })}${remedy}${rotation.next === "continue" && rotation.canAbandon && button({ act: "abandon", id: "abandon", label: s.abandon, kind: "button-danger" })}`,
})}${failurePlace()}</div>`;

/** @param {RotationView} rotation */
const continueLabel = (rotation) => (rotation.unsettled ? s.continueUnsettled : s.continue[nextStep(rotation) ?? "key-stored"]);

/** What the target has in its hands meanwhile. @param {ConnectionView} view @param {RotationView} rotation @returns {Part} */
export function position(view, rotation) {
  const target = capital(targetName(view));
  if (isTrue(rotation, "switched")) return null;
  if (!rotation.old || rotation.old.revoked || isTrue(rotation, "old-revoked")) return s.noOld(target);
  if (hasEnded(rotation.old.validUntil)) return s.oldExpired(target);
  return oldWorks(rotation) ? s.oldWorks(target, dayTime(rotation.old.validUntil)) : null;
}

/** @param {Failure} failure */
function told(failure) {
  if (failure.kind === "cancelled" || failure.kind === "upload-unsettled") return s.cause[failure.kind] ?? null;
  const { title, body } = messageFor(failure);
  return html`<strong>${title}.</strong> ${body}`;
}

/** Its remedy, unless that is what continuing does. @param {Failure} failure */
function remedyOf(failure) {
  const { remedy } = messageFor(failure);
  if (!remedy || remedy.act === "try-again" || remedy.act === "open-rotation") return null;
  return html`<button class="button" type="button" data-act="${remedy.act}" ${remedy.step && html`data-step="${remedy.step}"`}>${remedy.label}</button>`;
}

/** @param {Failure["kind"]} kind */
const signInMayHelp = (kind) => stopsForSignIn(kind) || ["token-not-accepted", "permission-missing"].includes(kind);

const signInButton = (kind = "") => button({ act: "open-sign-in", label: s.signIn, kind });
