// @ts-check
// One line of several rotations: its status, and what it leaves for the user.

import { badge } from "../../elements/badge.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { isRunning, runOf } from "./active-runs.js";
import { nextStep, waitsFor } from "./facts.js";
import { settling } from "./status.js";

/** @import { RotationView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.lines;

/** What was told last: by the run, or by the journal. @param {string} id @param {RotationView | null} journal */
export const rotationOf = (id, journal) => runOf(id)?.rotation ?? journal;

/** @param {string} id @param {RotationView | null} journal @param {Part} otherwise while there is no rotation */
export function lineState(id, journal, otherwise) {
  const run = runOf(id);
  const rotation = rotationOf(id, journal);
  if (run?.state === "running") {
    const step = rotation && nextStep(rotation);
    return html`<span class="cell" data-line="running"><span class="cell-line">${badge("accent", "rotate", s.underWay)}</span><span class="cell-note">${step ? s.running[step] : s.begin}</span></span>`;
  }
  if (run?.failure) {
    const { title, body } = messageFor(run.failure);
    return html`<span class="cell" data-line="stopped"><span class="cell-line">${badge("danger", "stop", s.stopped)}</span><span class="cell-note"><strong>${title}.</strong> ${body}</span></span>`;
  }
  if (!rotation) return run ? html`<span class="cell" data-line="ended">${badge("ok", "ok", s.ended)}</span>` : otherwise;
  const waits = waitsFor(rotation.next);
  if (waits) return html`<span class="cell" data-line="waits"><span class="cell-line">${badge("ok", "ok", s.reached[waits])}</span><span class="cell-note">${s.waits[waits]}</span></span>`;
  const cause = rotation.lastFailure && (strings.rotation.state.cause[rotation.lastFailure.kind] ?? strings.rotation.state.causeUnknown);
  return html`<span class="cell" data-line="interrupted"><span class="cell-line">${badge("warn", "pause", s.interrupted)}</span><span class="cell-note">${cause} ${settling(rotation)}</span></span>`;
}

/** The way to what is left. @param {string} id @param {string} name @param {RotationView | null} journal @param {boolean} [first] */
export function lineAct(id, name, journal, first = false) {
  const rotation = rotationOf(id, journal);
  if (!rotation || isRunning(id)) return null;
  const waits = waitsFor(rotation.next);
  return html`<a class="button ${first && "button-first"}" href="${hashOf({ screen: "rotate", id, reason: null, order: null })}" data-open="${id}">${waits ? s.act[waits] : s.open}<span class="visually-hidden"> ${s.of(name)}</span></a>`;
}

/** Whether Certdesk can still do something for it alone. @param {string} id @param {RotationView | null} journal */
export const canRun = (id, journal) => !isRunning(id) && waitsFor(rotationOf(id, journal)?.next ?? null) === null;
