// @ts-check
// The progress of a rotation: its steps in order, each with when it was done and what else is known
// of it; the next one may carry a sheet. And the five slots, as far as they are known.

import { icon } from "../../elements/icon.js";
import { FREE, slotRow } from "../../elements/slot-row.js";
import { day, dayTime, moment, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { targetName } from "../../lib/connection-facts.js";
import { credentialOf, isTrue, nextStep, oldWorks, whose } from "./facts.js";

/** @import { ConnectionView, RotationOrder, RotationStep, RotationStepView, RotationView, RotationWay } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Slot } from "../../elements/slot-row.js" */

const s = strings.rotation.steps;
const slots = strings.rotation.slots;

/** @param {ConnectionView} view @param {RotationView} rotation @param {Part} sheet of the next step */
export function whatIsTrue(view, rotation, sheet) {
  const next = nextStep(rotation);
  return html`<section class="part" aria-labelledby="steps">
    <h2 id="steps">${s.title}</h2>
    <ol class="stepper stepper-facts">${rotation.steps.map((line, index) => (line.step === next ? open(view, rotation, line, index + 1, sheet) : closed(view, rotation, line, index + 1)))}</ol>
  </section>`;
}

/** What a rotation would do, in its order: nothing of it is true yet. @param {ConnectionView} view @param {{ order: RotationOrder, way: RotationWay }} plan @param {RotationStep[]} steps @param {string} store @param {Part} until */
export const whatWillHappen = (view, { order, way }, steps, store, until) => html`<ol class="stepper stepper-facts">${steps.map((step, index) => html`<li class="step" data-state="ahead" data-step="${step}">
  <span class="step-mark" aria-hidden="true">${index + 1}</span>
  <div class="step-head"><h3 class="step-title">${s.name[step](targetName(view))}</h3><p class="step-summary">${s.ahead[step]({ target: targetName(view), store, order, way, until })}</p></div>
</li>`)}</ol>`;

/** @param {ConnectionView} view @param {RotationView} rotation @param {RotationStepView} line @param {number} number @param {Part} sheet */
const open = (view, rotation, line, number, sheet) => html`<li class="step" data-state="open" data-step="${line.step}" aria-current="step">
  <span class="step-mark" aria-hidden="true">${number}</span>
  <div class="step-body">
    <div class="step-head"><h3 class="step-title" id="open-step" tabindex="-1"><span class="visually-hidden">${s.next} </span>${s.name[line.step](targetName(view))}</h3>${!sheet && html`<p class="step-summary">${ahead(view, rotation, line)}</p>`}</div>
    ${sheet}
  </div>
</li>`;

/** @param {ConnectionView} view @param {RotationView} rotation @param {RotationStepView} line @param {number} number */
function closed(view, rotation, line, number) {
  const done = line.state === "done";
  return html`<li class="step" data-state="${done ? "done" : "ahead"}" data-step="${line.step}">
    <span class="step-mark" ${!done && html`aria-hidden="true"`}>${done ? icon("check") : number}</span>
    <div class="step-head"><h3 class="step-title"><span class="visually-hidden">${done ? s.done : s.later} </span>${s.name[line.step](targetName(view))}</h3><p class="step-summary">${done ? truth(view, rotation, line) : ahead(view, rotation, line)}</p></div>
  </li>`;
}

/** @param {ConnectionView} view @param {RotationView} rotation @param {RotationStepView} line @returns {Part} */
function ahead(view, rotation, { step }) {
  if (step === "uploaded" && rotation.unsettled) return s.unsettled;
  const until = rotation.old && oldWorks(rotation) ? dayTime(rotation.old.validUntil) : null;
  return s.ahead[step]({ target: targetName(view), store: storeOf(view, rotation), order: rotation.order, way: rotation.way, until });
}

/** @param {ConnectionView} view @param {RotationView} rotation @param {RotationStepView} line @returns {Part} */
function truth(view, rotation, { step, at, notes }) {
  const date = (/** @type {string} */ text) => html`<time datetime="${text}">${day(`${text}T12:00:00Z`)}</time>`;
  return html`${at && html`<time datetime="${at}">${moment(at)}</time>. `}${s.true[step]({ target: targetName(view), store: storeOf(view, rotation), way: rotation.way })}${notes.map((note) => html` <span data-note="${note.kind}">${s.noteOf(note, date)}</span>`)}`;
}

/** @param {ConnectionView} view @param {RotationView | null} rotation */
export function storeOf(view, rotation) {
  const credential = credentialOf(view, rotation?.new ?? rotation?.old ?? null) ?? view.credentials[0];
  return strings.names.store[credential?.keyStore ?? "secret-service"];
}

/** The slots of a rotation under way, as NetSuite said last. @param {ConnectionView} view @param {RotationView} rotation */
export function slotsNow(view, rotation) {
  const seen = rotation.slots;
  if (!seen || rotation.way === "by-hand") return null;
  const mine = [old(rotation), fresh(rotation)].filter((slot) => slot !== null);
  const named = seen.holders.map((holder) => mine.find(({ id }) => id === holder.certificateId) ?? { id: holder.certificateId, note: whose(view, holder) });
  // Where only a number is known, ours are among them.
  const ours = named.length > 0 ? [] : mine.filter(({ free }) => !free);
  const others = Math.max(0, seen.active - named.length - ours.length);
  /** @type {Slot[]} */
  const all = [...named, ...ours, ...Array.from({ length: others }, () => ({ id: null, name: slots.another, note: slots.anotherNote })), ...(seen.active < seen.most ? mine.filter(({ free }) => free) : [])];
  return html`<section class="part" aria-labelledby="slots">
    <div class="part-head"><h2 id="slots">${slots.title}</h2><p class="part-note">${slots.noteAsOf(seen.active, seen.most, recentTime(seen.at))}</p></div>
    ${slotRow([...all, ...Array.from({ length: Math.max(0, seen.most - all.length) }, () => FREE)].slice(0, Math.max(seen.most, named.length)))}
  </section>`;
}

/** @param {RotationView} rotation @returns {Slot | null} */
function old(rotation) {
  if (!rotation.old || !oldWorks(rotation)) return null;
  const leaked = rotation.reason === "leak";
  return { id: rotation.old.certificateId, note: leaked ? slots.leaked : isTrue(rotation, "switched") ? slots.old : slots.inUse, tone: leaked ? "danger" : null };
}

/** @param {RotationView} rotation @returns {Slot | null} */
function fresh(rotation) {
  if (!rotation.new) return null;
  if (!isTrue(rotation, "uploaded")) return { id: null, name: slots.newHere, note: rotation.unsettled ? slots.unsettled : slots.newHereNote, tone: "accent", free: true };
  const last = rotation.steps.filter(({ step, state }) => state === "done" && slots.fresh[step]).at(-1);
  return { id: rotation.new.certificateId, note: slots.fresh[last?.step ?? "uploaded"] ?? null, tone: "accent" };
}
