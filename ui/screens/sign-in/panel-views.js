// @ts-check
// What the sign-in shows in each of its states: the form, the wait, who one is. Markup only; what
// is pressed is in panel.js.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton, copyFact } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { vault } from "../../lib/app-state.js";
import { field } from "../../elements/form.js";
import { recentTime, shortId, time } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { labels, paths, scopes } from "../../strings/netsuite.js";
import { landed, steps, wayFields } from "./redirect.js";

/** @import { Access, AccessView, ConnectionView, Scope, WaitingSignIn } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/** @import { Way } from "./redirect.js" */

/** @typedef {{ isPublic: boolean, secret: string, otherSecret: boolean, stay: boolean, way: Way, webPage: string }} Typed */

const s = strings.signIn;

/**
 * How the record is registered, what it needs, the secret where one is asked.
 * @param {ConnectionView} view @param {AccessView} known @param {Typed} typed
 */
export function form(view, known, { isPublic, secret, otherSecret, stay, way, webPage }) {
  const asksSecret = !isPublic && (otherSecret || !known.hasClientSecret);
  return html`<form class="stack" novalidate>
    <p>${s.lead}</p>
    <fieldset class="field"><legend class="field-label">${s.how}</legend>
      <div class="choice-cards">
        <label class="choice-card"><input type="radio" id="client-public" name="client-kind" value="public" ${flag("checked", isPublic)} /><span class="choice-card-title">${s.publicClient}</span><span class="choice-card-note">${s.publicNote}</span></label>
        <label class="choice-card"><input type="radio" id="client-confidential" name="client-kind" value="confidential" ${flag("checked", !isPublic)} /><span class="choice-card-title">${s.confidential}</span><span class="choice-card-note">${s.confidentialNote}</span></label>
      </div>
    </fieldset>
    ${wayFields(known, { way, webPage })}
    <section class="part part-tight" aria-labelledby="sign-in-record">
      <div class="card-head"><h3 class="h3" id="sign-in-record">${s.record}</h3>${openPages(view.practice, "integrations")}</div>
      ${netsuitePath(paths.integrations)}
      <div id="sign-in-record-fields">${recordFields(way === "app" ? known.appRedirectUri : webPage.trim(), isPublic, view.scopes)}</div>
      <p class="small soft">${s.recordNote} ${s.way.several}</p>
    </section>
    ${!isPublic && (asksSecret ? html`<div class="stack stack-tight">${field({ id: "client-secret", label: s.secret, value: secret, type: "password", hint: s.secretHint, mono: true })}<p class="small soft">${s.secretKept(store())}</p></div>` : secretThere())}
    <label class="choice"><input type="checkbox" id="stay-signed-in" name="stay-signed-in" ${flag("checked", stay)} /><span>${s.stay}</span><span class="choice-note">${s.stayNote(store())} ${isPublic ? s.stayPublic : s.stayConfidential}</span></label>
    ${failurePlace()}
    <div class="actions">${button({ act: "sign-in", id: "sign-in", label: s.start, busy: s.starting, sign: "external", kind: "button-primary", submit: true })}</div>
  </form>`;
}

/**
 * The wait for the browser, with the ways on when nothing comes of it.
 * @param {ConnectionView} view @param {AccessView} known @param {WaitingSignIn} wait
 */
export function waiting(view, known, wait) {
  return html`<div class="progress" id="sign-in-waiting">
    <div><h2 class="progress-title" id="sign-in-title" tabindex="-1">${icon("clock")}${s.waiting}</h2><p class="progress-note">${wait.page === null ? s.waitingNote(recentTime(wait.since)) : s.waitingPageNote(recentTime(wait.since))}</p></div>
    ${button({ act: "sign-in-cancel", label: s.cancel, busy: s.cancelling })}
    <div class="progress-bar run" role="progressbar" aria-label="${s.waiting}"></div>
  </div>
  ${failurePlace()}
  <section class="part part-tight" aria-labelledby="sign-in-steps">
    <div class="card-head"><h3 class="h3" id="sign-in-steps">${s.steps}</h3><div class="actions actions-tight">${button({ act: "sign-in-open", label: s.again, sign: "external" })}</div></div>
    <ol class="acts acts-tight">${steps(wait, view.practice)}</ol>
    <div class="copy-field"><span class="copy-field-label">${s.addressNote}</span><div class="copy-field-box"><span class="copy-field-value copy-field-line">${wait.authorizeUrl}</span>${copyButton(wait.authorizeUrl, s.address)}</div></div>
  </section>
  ${landed(wait, known.links)}
  <details class="more" id="sign-in-stays">
    <summary class="more-summary">${icon("right")}${s.stays}</summary>
    <div class="more-body stack stack-tight">
      <p>${s.staysBody}</p>
      <ul class="dialog-list"><li>${icon("info")}<span>${s.staysRedirect} ${copyFact(known.redirectUri, labels.redirectUri, html`<span class="mono">${known.redirectUri}</span>`)}</span></li><li>${icon("info")}<span>${s.staysClient} <span class="mono">${view.integration.clientId && shortId(view.integration.clientId)}</span></span></li></ul>
      <p>${s.staysAudit}</p>
      <div class="card-head">${netsuitePath(paths.auditTrail)}${openPages(view.practice, "audit-trail")}</div>
    </div>
  </details>`;
}

/**
 * As whom Certdesk asks.
 * @param {ConnectionView} view @param {Extract<Access, { kind: "sign-in" }>} by @param {AccessView} known @param {Part} end
 */
export function plate(view, by, known, end) {
  const until = html`<time datetime="${by.expiresAt}">${time(by.expiresAt)}</time>`;
  const of = view.account?.accountId ?? "";
  return html`<div class="plate" id="signed-in">
      <div class="plate-head">
        <h2 class="plate-title" id="sign-in-title" tabindex="-1">${badge("ok", "ok", s.signedIn)}<span class="small soft">${known.staysSignedIn ? s.untilStay(until) : s.until(until)}</span></h2>
        <div class="actions actions-tight">${button({ act: "sign-in-anew", label: s.other, kind: "button-plain" })}${button({ act: "sign-in-end", label: s.end, busy: s.ending })}</div>
      </div>
      <dl class="plate-cells">
        ${cell(s.account, by.account, s.accountNote(of), "account")}
        ${cell(s.role, by.role, s.roleNote, "role")}
        ${cell(s.entity, by.entity, s.entityNote, "entity")}
        ${cell(s.scopes, by.scopes.length > 0 ? strings.prove.granted(by.scopes.length) : null, by.scopes.join(", "), "scopes")}
      </dl>
    </div>
    ${by.ofAnotherRecord && callout({ tone: "note", title: s.otherRecord, body: html`<p>${s.otherRecordBody}</p>` })}
    ${known.hasClientSecret && secretThere()}
    ${failurePlace()}${actions(end)}`;
}

/**
 * A certificate of ours that was tested gives the token; who wants to sign in instead can.
 * @param {Extract<Access, { kind: "certificate" }>} by @param {Part} end
 */
export function byCertificate(by, end) {
  return html`<h2 id="sign-in-title" tabindex="-1">${s.byCertificate}</h2>
  <p>${s.byCertificateNote(shortId(by.certificateId), by)}</p>
  ${failurePlace()}
  ${actions(html`${end}${button({ act: "sign-in-anew", label: s.instead })}`)}`;
}

/**
 * The fields that a browser sign-in needs on the record, beside those of step 4. The list of
 * certificates is read with the scope of REST web services, although its host is another.
 * @param {string} redirectUri empty before the page's address is entered @param {boolean} isPublic @param {Scope[] | null} asked null where the scopes stand beside it
 */
export const recordFields = (redirectUri, isPublic, asked, { grant = true } = {}) => html`<dl class="facts facts-netsuite" id="sign-in-fields">
  ${grant && html`<div class="facts-row"><dt>${labels.codeGrant}</dt><dd>${s.tick}</dd></div>`}
  <div class="facts-row"><dt>${labels.redirectUri}</dt><dd>${redirectUri ? copyFact(redirectUri, labels.redirectUri, html`<span class="mono">${redirectUri}</span>`) : s.way.addressOfPage}</dd></div>
  <div class="facts-row"><dt>${labels.publicClient}</dt><dd>${isPublic ? s.tick : s.untick}</dd></div>
  ${asked && html`<div class="facts-row"><dt>${labels.scope}</dt><dd>${[...new Set([...asked, /** @type {Scope} */ ("rest_webservices")])].map((scope) => scopes[scope]).join(", ")}</dd></div>`}
</dl>`;

/** @param {string} name @param {string | null} value @param {string} note @param {string} fact */
const cell = (name, value, note, fact) => html`<div class="plate-cell"><dt>${name}</dt><dd data-fact="${fact}">${value ?? s.unsaid}<span class="facts-note">${note}</span></dd></div>`;

export const needsRecord = () => html`<p>${s.needsRecord}</p><div class="actions">${button({ act: "go-to-step", step: "integration", label: s.goToRecord })}</div>`;

function secretThere() {
  return html`<div class="card-head" id="secret-kept"><p class="small">${s.secretThere(store())}</p><div class="actions actions-tight">${button({ act: "sign-in-other-secret", label: s.secretOther, kind: "button-plain" })}${button({ act: "sign-in-forget-secret", label: s.secretForget, busy: s.secretForgetting, kind: "button-plain" })}</div></div>`;
}

/** @param {Part} buttons */
const actions = (buttons) => buttons && html`<div class="actions">${buttons}</div>`;

/** Where secrets are kept, as a place. */
function store() {
  const known = vault();
  return known.state === "ready" ? strings.names.store[known.store] : strings.board.keychain;
}
