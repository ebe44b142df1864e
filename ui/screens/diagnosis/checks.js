// @ts-check
// What was checked without NetSuite's word, ticked, failed, or not looked at and why.

import { icon } from "../../elements/icon.js";
import { breakable, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { vaultReady } from "../vault/status.js";

/** @import { DiagnosisCheck, DiagnosisCheckView, DiagnosisView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.diagnosis;

/** @param {DiagnosisView} found @param {Part} ask what NetSuite can be asked */
export function checkList(found, ask) {
  const { checks } = found;
  const count = (/** @type {string} */ outcome) => checks.filter((check) => check.outcome === outcome).length;
  return html`<section class="part" aria-labelledby="checks">
    <div class="part-head"><h2 id="checks" tabindex="-1">${s.checks}</h2><p class="part-note">${s.checksNote(count("passed"), count("passed") + count("failed"), count("open"))}</p></div>
    <div class="card card-flush"><ul class="checks">${checks.map((check) => line(check, found))}</ul></div>
    ${ask}
  </section>`;
}

/** @param {DiagnosisCheckView} check @param {DiagnosisView} found */
function line({ check, outcome, sign, detail }, found) {
  const [tone, shape, word] = { passed: ["ok", "ok", s.passed], failed: ["danger", "stop", s.failed], open: ["", "unknown", s.open] }[outcome];
  const note = outcome === "failed" && sign ? s.signs[sign](detail) : outcome === "open" ? openNote(check, found) : null;
  const value = outcome === "passed" ? valueOf(check, detail) : null;
  return html`<li class="check" data-check="${check}" data-outcome="${outcome}" ${tone && html`data-tone="${tone}"`}>${icon(shape ?? "")}<span><span class="visually-hidden">${word} </span>${s.check[check]}${note && html`<span class="check-note">${note}</span>`}</span>${value && html`<span class="check-value">${value}</span>`}</li>`;
}

/** Why a check is open. @param {DiagnosisCheck} check @param {DiagnosisView} found */
function openNote(check, { failure, pasted }) {
  const theirs = failure !== null && !failure.ours;
  if (theirs && !pasted?.assertion && IN_ASSERTION.includes(check)) return s.openAssertion;
  return check === "pair" && !vaultReady() ? s.openLocked : s.openNote[check];
}

/** What is read from an assertion: of another system, Certdesk knows only what is pasted. @type {DiagnosisCheck[]} */
const IN_ASSERTION = ["pair", "certificate-id", "algorithm", "client-id", "audience", "lifetime", "scope"];

/** The value of a check that passed, as it reads best. @param {DiagnosisCheckView["check"]} check @param {string} detail @returns {Part} */
function valueOf(check, detail) {
  if (!detail) return null;
  switch (check) {
    case "certificate-id":
    case "client-id":
      return html`<span class="mono">${shortId(detail)}</span>`;
    case "audience":
      return html`<span class="mono">${breakable(detail)}</span>`;
    case "dates":
      return s.validUntil(detail);
    case "clock":
      return strings.prove.clockOff(Number(detail));
    case "lifetime":
      return s.lifetime(Number(detail));
    default:
      return detail;
  }
}
