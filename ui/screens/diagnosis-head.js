// @ts-check
// What is true now, in one callout: what failed, what was found, what settled it, or that all is well.

import { callout } from "../elements/callout.js";
import { icon } from "../elements/icon.js";
import { button } from "../elements/parts.js";
import { recentTime } from "../lib/format.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en.js";
import { fixButton } from "./diagnosis-fixes.js";
import { provesItself, working } from "./setup/summaries.js";

/** @import { ConnectionView, DiagnosisFailure, DiagnosisSign, DiagnosisView } from "../types/ipc.d.ts" */
/** @import { Markup } from "../lib/html.js" */

const s = strings.diagnosis;

/** Without an answer NetSuite cannot have refused. @type {DiagnosisSign[]} */
const UNANSWERED = ["no-host", "unreachable", "timed-out", "tls-failed"];

/** @param {ConnectionView} view @param {DiagnosisView} found @param {string} report */
export function head(view, found, report) {
  const { tone, title, body } = words(found);
  const first = found.causes[0];
  const fix = first && fixButton(view, first, { primary: true });
  return html`<div id="situation" tabindex="-1" data-situation="${situation(found)}">${callout({
    tone,
    title,
    body,
    actions: html`${fix}${testable(view) && button({ act: "test", id: "test", label: found.failure && !found.failure.ours ? s.testHere : s.test, sign: "test", busy: s.testing, kind: fix ? "" : "button-primary" })}<button class="button" type="button" id="report" data-act="report" data-copy="${report}">${icon("copy")}<span data-label>${s.copyReport}</span></button>`,
  })}</div>`;
}

/** @param {DiagnosisView} found @returns {"settled" | "offline" | "failed" | "unknown" | "found" | "fine"} */
export function situation({ failure, causes, settled, checks }) {
  if (settled) return "settled";
  if (!failure) return causes.length > 0 || checks.some(({ outcome }) => outcome === "failed") ? "found" : "fine";
  if (causes.length === 0) return "unknown";
  return failure.signs.some(({ sign }) => UNANSWERED.includes(sign)) ? "offline" : "failed";
}

/** @param {DiagnosisView} found @returns {{ tone: "danger" | "warn" | "ok" | "note", title: Markup | string, body: Markup }} */
function words(found) {
  const { failure, causes, settled } = found;
  const when = failure && html` ${s.failedAt(recentTime(failure.at))}`;
  switch (situation(found)) {
    case "settled":
      return { tone: "danger", title: s.settledTitle(settled ?? ""), body: html`<p>${causes.length === 1 ? s.settledBody : s.settledSeveral}</p>` };
    case "offline":
      return { tone: "danger", title: s.offlineTitle, body: html`<p>${s.offlineBody}${when}</p>` };
    case "unknown":
      return { tone: "danger", title: titleOf(failure), body: html`<p>${s.noCauseTitle}. ${s.noCauseBody}${when}</p>` };
    case "failed":
      return { tone: "danger", title: titleOf(failure), body: html`<p>${causes[0]?.sure ? s.toldBody : s.failedBody}${when}</p>${askForMore(found) && html`<p>${s.moreFromThem}</p>`}` };
    case "found":
      return { tone: "warn", title: s.foundTitle, body: html`<p>${s.foundBody}</p>` };
    case "fine":
      return { tone: "ok", title: found.checks.some(({ outcome }) => outcome === "open") ? s.fineOpenTitle : s.fineTitle, body: html`<p>${s.fineBody}</p>` };
  }
}

/** An answer alone leaves a lot open that the request would tell. @param {DiagnosisView} found */
const askForMore = ({ failure, pasted, causes }) => failure !== null && !failure.ours && failure.doing === "token" && !pasted?.assertion && !causes[0]?.sure;

/** @param {DiagnosisFailure | null} failure */
const titleOf = (failure) => html`${failure && failureWords(failure)}${failure && s.answer(failure.error, failure.status)}`;

/** What failed, without the answer. Where there was none, NetSuite has refused nothing. @param {DiagnosisFailure} failure */
export function failureWords({ doing, ours, error, status }) {
  if (doing === "token" && error === null && status === null) return ours ? s.noToken : s.reported;
  return ours || doing === "mapping" ? s.doing[doing] : `${s.theirs} ${s.doing[doing]}`;
}

/** Whether Certdesk can ask for a token itself. @param {ConnectionView} view */
const testable = (view) => !provesItself(view) && working(view) !== null && view.integration.clientId !== null && view.account !== null;
