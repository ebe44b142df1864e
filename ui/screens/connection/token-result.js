// @ts-check
// A token request, told: who NetSuite says we are, what was sent and what came back; or the
// refusal, what could be checked here, and where NetSuite says more. The walk and the
// connection's own screen both show it.

import { callout } from "../../elements/callout.js";
import { failureCallout, findLink } from "../../elements/failure.js";
import { copyButton } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { capital, day, recent, shortId, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { auditCodes, codesOfCheck, paths } from "../../strings/netsuite.js";
import { strings } from "../../strings/en/all.js";
import { jsonLines } from "../../elements/json-view.js";
import { scrollToOpened } from "../../lib/scrolling.js";
import { workingCredential } from "../../lib/connection-facts.js";
import { identityWarning, lookUp, partyLine, partyNote } from "./identity.js";

/** @import { ConnectionView, Failure, LocalCheck, PartyView, Proof, ProofSummary } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @typedef {Extract<Failure, { kind: "token-refused" }>} TokenRefused */

const s = strings.prove;

/** @typedef {{ proof: Proof } | { failure: Failure }} Outcome */

/** What the last request of this session brought, by connection, and what it was sent with. No token is in it. @type {Map<string, { outcome: Outcome, sentWith: string }>} */
const outcomes = new Map();

/** Of the connection as it is: an answer to another Client ID or certificate says nothing of it. @param {ConnectionView} view @returns {Outcome | null} */
export function outcomeOf(view) {
  const kept = outcomes.get(view.id);
  return kept?.sentWith === sentWith(view) ? kept.outcome : null;
}

/** @param {ConnectionView} view @param {Outcome} outcome */
export const keepOutcome = (view, outcome) => void outcomes.set(view.id, { outcome, sentWith: sentWith(view) });

/** The connection is no more. @param {string} id */
export const forgetOutcome = (id) => void outcomes.delete(id);

/** @param {ConnectionView} view */
const sentWith = (view) => JSON.stringify([view.account?.accountId, view.integration.clientId, view.scopes, workingCredential(view)?.certificateId]);

/** Moves the focus to the result, and the page only when most of it is out of sight. @param {string} id */
export function showResult(id) {
  const result = document.getElementById(id);
  result?.focus({ preventScroll: true });
  scrollToOpened(result?.closest("[aria-current=step]") ?? result);
}

/** @param {ConnectionView} view @param {ProofSummary} summary */
export const plate = (view, summary) => html`<div class="plate" id="who-am-i">
  <div class="plate-head">
    <div class="actions">${badge("ok", "ok", s.received)}<span class="small soft">${s.receivedNote(html`<time datetime="${summary.at}">${capital(recent(summary.at))}</time>`, time(summary.expiresAt))}</span></div>
    ${button({ act: "request-token", label: s.again, sign: "rotate", busy: s.requesting })}
  </div>
  <dl class="plate-cells">
    ${cell(s.account, summary.account, view.account ? strings.names.environment[view.account.environment] : "", "account")}
    ${partyCell(s.entity, summary.entity, view.identity.entity, s.entityNote, "entity")}
    ${partyCell(s.role, summary.role, view.identity.role, s.roleNote, "role")}
    ${cell(s.scopes, s.granted(summary.scopes.length), summary.scopes.join(", "), "scopes")}
  </dl>
</div>
${identityWarning(view)}
${lookUp(view)}`;

/** Assertion and token side by side, then the checks. @param {Proof} proof */
export const decoded = (proof) => html`<section class="stack stack-tight" aria-labelledby="both">
  <h3 id="both">${s.both}</h3>
  ${jwts(proof)}
  ${passedChecks(proof)}
</section>`;

/** The checks, and the two tokens for whoever wants to read them. @param {Proof} proof */
export const decodedFolded = (proof) => html`${passedChecks(proof)}
<details class="more" id="test-decoded">
  <summary class="more-summary">${icon("right")}${s.both}</summary>
  <div class="more-body stack stack-tight">${jwts(proof)}</div>
</details>`;

/** @param {Proof} proof */
const jwts = (proof) => html`<p class="small soft">${s.bothNote}</p>
  <div class="pair">
    ${code("assertion", s.assertion, proof.assertion, [proof.certificateId, proof.clientId])}
    ${proof.token ? code("token", s.token, proof.token, [proof.clientId]) : html`<p class="small soft">${s.opaque}</p>`}
  </div>`;

/** @param {Proof} proof */
const passedChecks = (proof) => html`<ul class="checks" aria-label="${s.checks}">${proof.checks.map(({ check, passed, detail }) => checkLine(passed, s.check[check], check === "clock" && proof.clockSkewSeconds !== null ? s.clockOff(proof.clockSkewSeconds) : detail))}</ul>`;

/** @param {ConnectionView} view @param {Failure} failure @param {boolean} [findInHead] whether the page's head leads to the diagnosis */
export const refused = (view, failure, findInHead = false) => (failure.kind === "token-refused" ? refusedByNetSuite(view, failure, findInHead) : html`<div id="refusal">${failureCallout(failure, { without: "try-again" })}</div>`);

/** @param {ConnectionView} view @param {TokenRefused} failure @param {boolean} findInHead */
function refusedByNetSuite(view, failure, findInHead) {
  const pointed = new Set(failure.checks.filter(({ passed }) => !passed).flatMap(({ check }) => codesOfCheck[check]));
  const codes = [...auditCodes].sort((one, other) => Number(pointed.has(other.code)) - Number(pointed.has(one.code)));
  return html`<div class="stack" id="refusal">
    ${callout({
      tone: "danger",
      title: s.refusedTitle(failure.error ?? "", failure.status),
      body: html`<p>${likely(failure) ?? s.refusedBody}${failure.description && html` ${s.description(failure.description)}`}</p>`,
      actions: findInHead ? null : findLink(failure),
    })}
    <section class="part part-tight" aria-labelledby="local">
      <div class="part-head"><h3 id="local">${s.local}</h3><p class="part-note">${s.localNote(failure.checks.filter(({ passed }) => passed).length, failure.checks.length)}</p></div>
      <ul class="checks">${failure.checks.map((check) => checkLine(check.passed, s.localCheck[check.check], looked(check, failure)))}</ul>
    </section>
    <section class="part part-tight" aria-labelledby="audit">
      <div class="card-head"><h3 id="audit">${s.audit}</h3>${openPages(view.practice, "audit-trail")}</div>
      ${netsuitePath(paths.auditTrail)}
      <p class="small">${s.auditBefore}</p>
      <div class="table-frame" tabindex="0" role="region" aria-label="${s.codes}">
        <table class="table table-codes">
          <caption class="visually-hidden">${s.codes}</caption>
          <thead><tr><th scope="col">${s.code}</th><th scope="col">${s.means}</th></tr></thead>
          <tbody>${codes.map(({ code, means }) => html`<tr><th scope="row"><code>${code}</code></th><td>${means}${pointed.has(code) && html` <strong>${capital(s.pointed)}.</strong>`}</td></tr>`)}</tbody>
        </table>
      </div>
    </section>
  </div>`;
}

/** The first failed check, as the cause that it most likely is. @param {TokenRefused} failure */
function likely({ checks, clockSkewSeconds }) {
  const failed = checks.find(({ passed }) => !passed);
  if (!failed) return null;
  const { cause, remedy } = s.localCause[failed.check];
  return s.likelyCause(failed.check === "clock" && clockSkewSeconds !== null ? s.clockOff(clockSkewSeconds) : cause, remedy);
}

/** The value looked at, as it reads best. What did not pass is told in full. @param {LocalCheck} looked @param {TokenRefused} failure @returns {Part} */
function looked({ check, passed, detail }, { clockSkewSeconds }) {
  switch (check) {
    case "clock": {
      const off = clockSkewSeconds !== null ? s.clockOff(clockSkewSeconds) : detail;
      return passed ? off : capital(off);
    }
    case "validity":
      return untilDay(detail);
    case "certificate-id":
    case "client-id":
      return passed && detail ? html`<span class="mono">${shortId(detail)}</span>` : detail;
    default:
      return detail;
  }
}

/** The backend writes a day as 2028-11-18. @param {string} detail */
const untilDay = (detail) => (/^\d{4}-\d\d-\d\d$/.test(detail) ? s.untilDay(day(`${detail}T12:00:00Z`)) : detail);

/** @param {boolean} passed @param {Part} words @param {Part} detail */
const checkLine = (passed, words, detail) => html`<li class="check" data-tone="${passed ? "ok" : "danger"}">${icon(passed ? "ok" : "stop")}<span><span class="visually-hidden">${passed ? s.passed : s.notPassed} </span>${words}${!passed && detail && html`<span class="check-note">${detail}</span>`}</span>${passed && detail && html`<span class="check-value">${detail}</span>`}</li>`;

/**
 * What the token says, with NetSuite's name for it. What the connection knows of another token is not taken.
 * @param {string} name @param {string | null} id @param {PartyView} party @param {string} otherwise @param {string} fact
 */
function partyCell(name, id, party, otherwise, fact) {
  const known = id !== null && party.id === id;
  return cell(name, known ? partyLine(party) : id && strings.identity.unnamed(id), (known && partyNote(party)) || otherwise, fact, known ? party.fit : "not-said");
}

/** @param {string} name @param {string | null} value @param {Part} note @param {string} fact @param {string} [fit] */
const cell = (name, value, note, fact, fit = "") => html`<div class="plate-cell"><dt>${name}</dt><dd data-fact="${fact}" ${fit && html`data-fit="${fit}"`}>${value ?? s.unsaid}<span class="facts-note">${note}</span></dd></div>`;

/** @param {string} id @param {string} title @param {{ header: string, claims: string }} jwt @param {string[]} marked */
const code = (id, title, { header, claims }, marked) => html`<figure class="code" id="decoded-${id}">
  <figcaption class="code-head">${title}${copyButton(`${header}.${claims}`, title)}</figcaption>
  <pre class="code-text" tabindex="0" aria-label="${title}">${jsonLines(header, marked)}<span class="code-line code-edge">.</span>${jsonLines(claims, marked)}</pre>
</figure>`;
