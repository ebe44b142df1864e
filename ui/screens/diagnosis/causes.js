// @ts-check
// The causes, the likeliest first and open, each with what speaks for it and against it.

import { icon } from "../../elements/icon.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { changes, fixButton, placeOf } from "./fixes.js";
import { fixAbove } from "./summary.js";

/** @import { ConnectionView, DiagnosisCauseView, DiagnosisView, EvidenceView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.diagnosis;

/** @param {ConnectionView} view @param {DiagnosisView} found */
export function causeList(view, found) {
  if (found.causes.length === 0) return null;
  const title = found.decided && found.causes.length === 1 ? s.settledCauses : found.failure ? s.causes : s.foundCauses;
  return html`<section class="part" aria-labelledby="causes">
    <div class="part-head"><h2 id="causes">${title}</h2>${found.causes.length > 1 && html`<p class="part-note">${s.causesNote}</p>`}</div>
    <ol class="causes">${found.causes.map((cause, index) => html`<li>${causeLine(view, found, cause, index)}</li>`)}</ol>
  </section>`;
}

/** @param {ConnectionView} view @param {DiagnosisView} found @param {DiagnosisCauseView} cause @param {number} index */
function causeLine(view, found, cause, index) {
  const { settled, decided } = found;
  const words = s.cause[cause.cause];
  const codes = cause.codes.join(", ");
  // What the callout says and offers is not said and offered again.
  const headline = decided && index === 0;
  const fix = index === 0 && fixAbove(view, found) ? null : fixButton(view, cause);
  const said = settled && cause.codes.includes(settled) ? s.auditSays(settled) : null;
  return html`<details class="cause" id="cause-${cause.cause}" data-cause="${cause.cause}" ${flag("open", index === 0)}>
    <summary class="cause-summary">
      <span class="cause-rank">${index + 1}</span>
      <span class="cause-title">${words.title}<span class="cause-code">${codes || html`<span class="cause-nocode">${s.noCode}</span>`}</span></span>
      ${icon("right")}
    </summary>
    <div class="cause-body">
      <dl class="facts">
        ${!headline && row(s.means, words.means)}
        ${row(s.evidenceFor, html`${evidence(cause.evidenceFor, said)}${cause.source !== "oracle" && html`<span class="facts-note">${s.source[cause.source]}</span>`}`)}
        ${cause.evidenceAgainst.length > 0 || !cause.sure ? row(s.evidenceAgainst, evidence(cause.evidenceAgainst, null)) : null}
        ${!headline && row(s.remedy, words.remedy)}
        ${cause.place && row(s.place, placeOf(cause.place))}
      </dl>
      ${fix && html`${!decided && changes(cause) && html`<p class="small soft">${s.fixInDoubt}</p>`}<div class="actions">${fix}</div>`}
    </div>
  </details>`;
}

/** @param {EvidenceView[]} observed @param {string | null} first */
const evidence = (observed, first) => (observed.length === 0 && !first ? s.nothingKnown : html`<ul class="evidence">${first && html`<li>${first}</li>`}${observed.map(({ sign, detail }) => html`<li>${s.signs[sign](detail)}</li>`)}</ul>`);

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;
