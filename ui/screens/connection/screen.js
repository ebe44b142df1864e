// @ts-check
// One connection: what is true of it, its credentials, its facts, its history.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton, copyFact } from "../../elements/copy.js";
import { daysRule } from "../../elements/days-left.js";
import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { statusBadge } from "../../elements/status-badge.js";
import { button } from "../../elements/button.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { slotCells } from "../../elements/slot-count.js";
import { announce } from "../../lib/announce.js";
import { readBoard, tokenUrlOf } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { field, valueOf } from "../../elements/form.js";
import { breakable, capital, dayTime, hasEnded, moment, recentTime, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf, STEPS } from "../../window/router.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { saveCalendar } from "../calendar/save.js";
import { codeSamplesLink } from "../code-samples/link.js";
import { findStores, secretStoresLink } from "../secret-stores/link.js";
import { vendorCertificates } from "../certificates/vendor-list.js";
import { credentialDialog } from "./certificate-dialog.js";
import { identityWarning, lookUp, partyFact, withNames } from "./identity.js";
import { practiceBar } from "../practice/bar.js";
import { saveSheet, sheetButton } from "../administrator/client-sheet.js";
import { gapMark, historyGaps } from "../evidence/gaps.js";
import { evidenceButton, saveEvidence } from "../evidence/save.js";
import { askedCalls, callResult, lastCall, permissions } from "./test-call.js";
import { decodedFolded, keepOutcome, outcomeOf, plate, refused, showResult } from "./token-result.js";
import { onlyTargetProves, targetName, workingCredential } from "../../lib/connection-facts.js";
import { isRunning, watchRuns } from "../rotation/active-runs.js";
import { withRunningStatus } from "../rotation/running-status.js";
import { vaultCallout } from "../vault/status.js";

/** @import { ConnectionView, CredentialState, CredentialView, HistoryEntry } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.connection;

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openConnection(page, { id }) {
  let view = await backend.connection.read(id);
  /** Whether a test was made on this screen; an older one stays in the history. */
  let tested = false;
  /** What the client was called before it was renamed here. @type {string | null} */
  let formerName = null;
  let stopWatching = () => {};

  /** @param {HTMLElement} pressed */
  const test = (pressed) =>
    page.run(
      pressed,
      async () => {
        keepOutcome(view, { proof: await backend.token.request(id, workingCredential(view)?.id ?? "") });
        announce(strings.prove.receivedSaid);
        await after();
      },
      {
        failed: (failure) => {
          if (failure.kind.startsWith("vault") || failure.kind === "practice-not-running" || failure.kind === "busy") return false;
          keepOutcome(view, { failure });
          void page.meanwhile(after());
          return true;
        },
      },
    );

  async function after() {
    tested = true;
    view = await backend.connection.read(id);
    void readBoard();
    if (!page.isShown(screen)) return;
    page.draw();
    showResult("test-result");
    const shown = view;
    const names = withNames(shown).then((named) => {
      if (named === shown) return;
      view = named;
      if (page.isShown(screen)) page.draw();
    });
    void page.meanwhile(names);
  }

  /** The rotation has come to where it needs the user, or has stopped. */
  async function settled() {
    view = await backend.connection.read(id);
    if (page.isShown(screen)) page.draw();
  }

  const calls = askedCalls(
    page,
    () => view,
    (read) => {
      view = read;
      if (page.isShown(screen)) page.draw();
    },
  );

  /** @type {Screen} */
  const screen = {
    name: "connection",
    title: () => view.name,
    html: () => html`${pageHead({ title: view.name, sub: sub(view), status: statusBadge(withRunningStatus(view).status), practice: view.practice, back: { label: strings.board.title, route: { screen: "connections" } }, actions: actions(view) })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${situation(view, tested)}
      ${view.nextAct === "free-slot" && view.slots && callout({ id: "slots-full", tone: "warn", title: s.fullTitle(view.slots.most), body: html`<p>${s.fullBody(recentTime(view.slots.at))}</p>` })}
      ${!tested && identityWarning(view)}
      ${failurePlace()}
      ${tested && html`<section class="card" id="test-result" tabindex="-1" aria-labelledby="tested"><h2 id="tested">${s.tested}</h2>${result(view)}</section>`}
      ${credentials(view)}
      ${isProven(view) && html`<section class="part" aria-labelledby="permissions"><div class="part-head"><h2 id="permissions">${strings.testCall.permissions}</h2><p class="part-note">${strings.testCall.permissionsNote}</p></div>${!tested && view.status.kind !== "call-refused" && lastCall(view)}${permissions(view)}${calls.html()}</section>`}
      ${vendorCertificates(view)}
      <div class="pair">
        <section class="part" aria-labelledby="facts" data-part><div class="part-head"><h2 id="facts">${s.facts}</h2>${view.credential && view.account && view.target && sheetButton("button-plain button-small")}</div>${failurePlace()}<div class="card card-flush">${facts(view, formerName)}</div>${!tested && lookUp(view)}</section>
        <section class="part" aria-labelledby="history" data-part><div class="part-head"><h2 id="history">${s.history}</h2><div class="actions">${view.history.length > 0 && button({ act: "export-history", id: "export-history", label: s.exportHistory, busy: s.exportingHistory, kind: "button-plain button-small" })}${evidenceButton("button-plain button-small")}</div></div>${failurePlace()}${historyGaps(view)}${view.history.length > 0 && html`<div class="card card-flush"><ol class="history">${newestFirst(view.history.filter((entry, at) => !isAnswered(view, entry, at))).map((entry) => html`<li class="history-item"><time class="history-time" datetime="${entry.at}">${moment(entry.at)}</time><span>${s.event(entry.event, entry.system)}${gapMark(view, entry)}</span></li>`)}</ol></div>`}</section>
      </div>
      <div>
        ${view.nextAct !== "find-cause" && html`<div class="page-end"><p class="small soft">${s.diagnosisNote}</p><a class="button" id="diagnosis-link" href="${hashOf({ screen: "diagnosis", id })}">${s.diagnosis}</a></div>`}
        ${codeSamplesLink(view)}
        ${secretStoresLink(view)}
        ${view.credentials.length > 0 && html`<div class="page-end"><p class="small soft">${s.leakNote}</p>${button({ act: "leak", id: "leak", label: s.leak })}</div>`}
        ${canBeRefreshed(view) && view.credentials.length > 0 && view.status.kind !== "mapping-gone" && html`<div class="page-end"><p class="small soft">${s.refreshedNote}</p>${button({ act: "refreshed", id: "refreshed", label: s.refreshed })}</div>`}
        ${view.credentials.length > 0 && html`<div class="page-end"><p class="small soft">${strings.backup.handOverNote}</p><a class="button" id="hand-to-colleague" href="${hashOf({ screen: "backup-hand-over", id })}">${strings.backup.handOverOpen}</a></div>`}
        <div class="page-end"><p class="small soft">${s.endNote}</p><a class="button button-danger" id="end" href="${hashOf({ screen: "end", id })}">${s.end}</a></div>
      </div>`,
    entered: () => {
      stopWatching = watchRuns((run) => {
        if (run === id && !isRunning(id)) void page.meanwhile(settled());
      });
      void page.meanwhile(findStores(id).then((news) => {
        if (news && page.isShown(screen)) page.draw();
      }));
    },
    left: () => stopWatching(),
    acts: {
      ...calls.acts,
      test,
      "request-token": test,
      "try-again": test,
      "look-up-names": (pressed) =>
        page.run(pressed, async () => {
          view = await backend.identity.look(id);
          page.draw();
        }),
      "hand-over": () => page.go({ screen: "setup", id, step: "hand-over" }),
      "continue-set-up": () => page.go({ screen: "setup", id, step: null }),
      replace: () => page.go({ screen: "setup", id, step: "key" }),
      rotate: () => page.go({ screen: "rotate", id, reason: null, order: null }),
      refreshed: () => page.go({ screen: "refreshed", id }),
      leak: () => {
        const credentialId = (workingCredential(view) ?? view.credentials[0])?.id;
        if (credentialId) page.go({ screen: "leak", id, credentialId });
      },
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      details: (pressed) => {
        const credential = view.credentials.find((credential) => credential.id === pressed.dataset.credential);
        if (credential) void credentialDialog(credential, id);
      },
      "export-history": (pressed) =>
        page.run(pressed, async () => {
          const path = await backend.history.export(id);
          if (path !== null) toast(s.historyExported(path));
        }),
      "save-evidence": (pressed) =>
        page.run(pressed, () =>
          saveEvidence(id, (saved) => {
            view = saved;
            page.draw();
          }),
        ),
      "save-calendar": (pressed) => page.run(pressed, () => saveCalendar(id)),
      "save-sheet": (pressed) =>
        page.run(pressed, () =>
          saveSheet(id, (saved) => {
            view = saved;
            page.draw();
          }),
        ),
      "undo-rename": (pressed) =>
        page.run(pressed, async () => {
          view = await backend.connection.change(id, { kind: "name", name: formerName ?? view.name });
          formerName = null;
          page.draw();
        }),
      rename: async () => {
        const renamed = await openDialog({
          name: "rename",
          title: s.renameTitle,
          body: field({ id: "new-name", label: s.name, value: view.name }),
          act: { label: s.renameAct, busy: strings.setup.saving },
          work: () => backend.connection.change(id, { kind: "name", name: valueOf("new-name").trim() }),
        });
        if (!renamed) return;
        formerName = view.name;
        view = renamed;
        page.draw();
      },
    },
  };
  return screen;
}

/** @param {ConnectionView} view */
const sub = (view) => (view.account && view.target ? html`${s.account(view.target.label, strings.names.environment[view.account.environment])} <span class="mono">${view.account.accountId}</span>` : s.noAccount);

/** The one primary button is the next act. @param {ConnectionView} view */
function actions(view) {
  const provable = !onlyTargetProves(view) && view.steps.some(({ step, state }) => step === "prove" && state !== "ahead");
  const proven = view.steps.some(({ step, state }) => step === "prove" && state === "done");
  const rotates = proven || view.rotation !== null || (!onlyTargetProves(view) && ["mapping-gone", "revoked"].includes(view.status.kind));
  const renew = rotates ? "rotate" : "replace";
  const next = { "continue-set-up": "continue", rotation: renew, rotate: renew, "free-slot": rotates ? "free-slot" : renew, "find-cause": "find-cause", test: "test" }[view.nextAct];
  /** @param {string} act */
  const kind = (act) => (act === next ? "button-primary" : "");
  return html`${proven && !view.rotation && view.status.kind !== "mapping-gone" && button({ act: "hand-over", label: strings.names.stepFor("hand-over", view.target), sign: "handover" })}
    ${next === "find-cause" && html`<a class="button button-primary" id="find-cause" href="${hashOf({ screen: "diagnosis", id: view.id })}">${icon("search")}${strings.common.findCause}</a>`}
    ${provable && button({ act: "test", label: s.test, sign: "test", busy: s.testing, kind: kind("test") })}
    ${next === "continue" && button({ act: "continue-set-up", label: s.continue, kind: "button-primary" })}
    ${next === "free-slot" ? html`<a class="button button-primary" id="free-slot" href="${hashOf({ screen: "certificates", id: view.id })}">${s.freeSlot}</a>` : rotates && button({ act: "rotate", id: "rotate", label: view.rotation ? s.openRotation : view.status.kind === "mapping-gone" ? s.recreate : s.rotate, sign: "rotate", kind: kind("rotate") })}
    ${!rotates && (next === "replace" || proven) && button({ act: "replace", label: s.replace, sign: "key", kind: kind("replace") })}`;
}

/** What needs somebody, if anything does. @param {ConnectionView} view @param {boolean} told whether a test's result is shown @returns {Part} */
function situation(view, told) {
  const credential = workingCredential(view) ?? view.credentials[0];
  const target = targetName(view);
  switch (view.status.kind) {
    case "in-order":
      return onlyTargetProves(view) ? untested(view) : null;
    case "rotating":
      return rotating(view, view.status);
    case "mapping-gone":
      return callout({ tone: "danger", title: s.goneTitle, body: html`<p>${s.goneBody(target)}</p>`, actions: canBeRefreshed(view) && button({ act: "refreshed", id: "refreshed", label: s.refreshed }) });
    case "revoked":
      return callout({ id: "certificate-revoked", tone: "danger", title: s.revokedTitle, body: html`<p>${s.revokedBody(target)}</p>` });
    case "setting-up":
      return callout({ tone: "accent", sign: "pause", title: s.settingUpTitle(strings.names.stepFor(view.status.step, view.target), STEPS.indexOf(view.status.step) + 1) });
    case "runs-out-soon":
      return credential && callout({ tone: "warn", sign: "clock", title: s.runsOutTitle(credential.daysLeft), body: html`<p>${s.runsOutBody(dayTime(credential.validUntil), target)}</p>` });
    case "expired":
      return credential && callout({ tone: "danger", title: s.expiredTitle, body: html`<p>${s.expiredBody(dayTime(credential.validUntil), target)}</p>` });
    case "call-refused":
      return told ? null : callout({ id: "call-refused-before", tone: "danger", title: s.callRefusedTitle(recentTime(view.status.at)) });
    case "token-refused":
      // A refusal that is shown below in full needs no second word.
      return told ? null : callout({ tone: "danger", title: s.refusedTitle(recentTime(view.status.at)) });
  }
}

/** Which of its steps a rotation has come to, and what it wants. @param {ConnectionView} view @param {Extract<ConnectionView["status"], { kind: "rotating" }>} status */
function rotating(view, { next, interrupted }) {
  const { rotation } = view;
  const { title, body } = s.rotation;
  const target = targetName(view);
  if (isRunning(view.id)) return callout({ id: "rotation-state", tone: "accent", sign: "rotate", title: s.rotation.runningTitle, body: html`<p>${s.rotation.runningBody}</p>` });
  if (interrupted) {
    const cause = rotation?.lastFailure && (strings.rotation.state.cause[rotation.lastFailure.kind] ?? strings.rotation.state.causeUnknown);
    return callout({ id: "rotation-state", tone: "warn", sign: "pause", title: title.continue(target), body: html`<p>${cause} ${body.continue(target)}</p>` });
  }
  if (next === null) return callout({ id: "rotation-state", tone: "note", sign: "pause", title: s.rotation.elsewhereTitle, body: html`<p>${s.rotation.elsewhereBody}</p>` });
  return callout({ id: "rotation-state", tone: "accent", sign: "rotate", title: title[next](target), body: html`<p>${body[next](target)}</p>` });
}

/** Only these are refreshed. @param {ConnectionView} view */
const canBeRefreshed = (view) => view.practice || view.account?.environment === "sandbox" || view.account?.environment === "release-preview";

/** @param {ConnectionView} view */
const untested = (view) => callout({ tone: "note", title: s.untestedTitle(view.target?.label ?? ""), body: html`<p>${s.untestedBody}</p>`, actions: button({ act: "go-to-step", step: "integration", label: strings.prove.enterClientId }) });

/** Whether a token was received, and Certdesk can request another. @param {ConnectionView} view */
const isProven = (view) => !onlyTargetProves(view) && view.preflight.length > 0 && view.lastProof !== null;

/** @param {ConnectionView} view */
function result(view) {
  const outcome = outcomeOf(view);
  if (!outcome) return null;
  const findInHead = view.nextAct === "find-cause";
  return "proof" in outcome ? html`${plate(view, outcome.proof.summary)}${callResult(view, outcome.proof.call, findInHead)}${decodedFolded(outcome.proof)}` : refused(view, outcome.failure, findInHead);
}

/** @param {ConnectionView} view */
const credentials = (view) => html`<section class="part" aria-labelledby="credentials">
  <div class="part-head"><h2 id="credentials">${s.credentials}</h2><div class="actions">${view.slots && slotCells(view.slots, { words: s.slotsUsed(view.slots.active, view.slots.most, recentTime(view.slots.at)) })}${view.credentials.some(({ certificateIdConfirmed }) => certificateIdConfirmed) && button({ act: "save-calendar", id: "save-calendar", label: strings.calendar.save, sign: "calendar", busy: strings.calendar.saving })}${view.account && view.integration.clientId && html`<a class="button" id="certificates-link" href="${hashOf({ screen: "certificates", id: view.id })}">${strings.certificates.open}</a>`}</div></div>
  ${view.credentials.length === 0
    ? html`<p class="part-note">${s.noCredentials}</p>`
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="${s.caption(view.name)}">
    <table class="table table-creds">
      <caption class="visually-hidden">${s.caption(view.name)}</caption>
      <thead><tr><th scope="col">${s.columns.id}</th><th scope="col">${s.columns.state}</th><th scope="col">${s.columns.algorithm}</th><th scope="col">${s.columns.until}</th><th scope="col"><span class="visually-hidden">${s.columns.acts}</span></th></tr></thead>
      <tbody>${view.credentials.map(credentialLine)}</tbody>
    </table>
  </div>`}
</section>`;

/** @param {CredentialView} credential */
const credentialLine = (credential) => html`<tr data-credential="${credential.id}">
  <th scope="row"><span class="id-line"><span class="id">${shortId(credential.certificateId)}</span>${copyButton(credential.certificateId, `${strings.upload.label} ${credential.certificateId.slice(0, 6)}`)}</span>${!credential.certificateIdConfirmed && html`<span class="cell-note id-note">${s.predicted}</span>`}</th>
  <td>${stateBadge(credential.state)}${credential.revoked && html`<span class="cell-note cell-block" data-revoked="${credential.revoked.by}">${s.revoked[credential.revoked.by](recentTime(credential.revoked.at))}</span>`}</td>
  <td class="nowrap">${strings.names.keyType[credential.keyType]}, ${credential.algorithm}</td>
  <td>${isOver(credential) ? html`<span class="cell-note">${dayTime(credential.validUntil)}</span>` : daysRule(credential.daysLeft, credential.validUntil)}</td>
  <td class="table-act"><button class="button button-plain" type="button" data-act="details" data-credential="${credential.id}">${s.details}<span class="visually-hidden"> ${s.detailsOf(credential.certificateId.slice(0, 6))}</span></button></td>
</tr>`;

/** Whether nobody counts its days any more. One that was replaced counts for as long as NetSuite accepts it. @param {CredentialView} credential */
const isOver = ({ state, certificateIdConfirmed, validUntil }) => ["revoked", "gone"].includes(state) || (state === "superseded" && (!certificateIdConfirmed || hasEnded(validUntil)));

/** @param {CredentialState} state */
function stateBadge(state) {
  const words = strings.names.credentialState[state];
  switch (state) {
    case "current":
    case "proven":
      return badge("ok", "ok", words);
    case "made":
    case "uploaded":
      return badge("accent", "pause", words);
    case "expired":
    case "gone":
      return badge("danger", "stop", words);
    case "superseded":
    case "revoked":
      return badge(null, "revoke", words);
  }
}

/** @param {ConnectionView} view @param {string | null} formerName */
function facts(view, formerName) {
  const { labels } = s;
  const tokenUrl = view.account && tokenUrlOf(view.account, view.practice);
  const stores = [...new Set(view.credentials.map(({ keyStore }) => strings.names.store[keyStore]))];
  return html`<dl class="facts">
    ${row(s.name, html`<span class="facts-copy facts-name"><span>${view.name}</span><span class="actions actions-tight">${formerName !== null && formerName !== view.name && button({ act: "undo-rename", id: "undo-rename", label: s.undoRename, busy: strings.setup.saving, kind: "button-plain button-small" })}${button({ act: "rename", label: s.rename, kind: "button-plain button-small" })}</span></span>`)}
    ${view.account && row(labels.accountId, copyFact(view.account.accountId, labels.accountId, html`<span class="mono">${view.account.accountId}</span>`))}
    ${row(labels.clientId, view.integration.clientId ? copyFact(view.integration.clientId, labels.clientId, html`<span class="mono">${shortId(view.integration.clientId)}</span>`) : onlyTargetProves(view) ? s.notKnown : s.notEntered)}
    ${row(labels.application, view.integration.name || s.notEntered)}
    ${row(labels.entity, html`<span data-fact="entity">${partyFact(view.identity.entity, s.notEntered)}</span>`)}
    ${row(labels.role, html`<span data-fact="role">${partyFact(view.identity.role, s.notEntered)}</span>`)}
    ${row(labels.scopes, view.scopes.join(", ") || s.notEntered)}
    ${view.account && row(labels.tokenUrl, tokenUrl ? copyFact(tokenUrl, labels.tokenUrl, html`<span class="mono">${breakable(tokenUrl)}</span>`) : s.practiceStopped)}
    ${row(labels.keys, capital(stores.join(", ")) || s.keysNone)}
  </dl>`;
}

/**
 * A start that its outcome follows at once says nothing more: one line is enough, unless something was changed there.
 * @param {ConnectionView} view @param {HistoryEntry} entry @param {number} at its place in the history
 */
function isAnswered(view, entry, at) {
  const next = view.history[at + 1];
  if (entry.event.kind !== "key-storing-started" || gapMark(view, entry)) return false;
  return next?.event.kind === "key-stored" || next?.event.kind === "key-not-stored";
}

/** @param {HistoryEntry[]} history the backend adds at the end */
const newestFirst = (history) => [...history].reverse().sort((one, other) => Date.parse(other.at) - Date.parse(one.at));

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;
