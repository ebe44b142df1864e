// @ts-check
// What is true now, in one callout: the cause where no doubt is left, with its remedy; else what
// failed, and what can be asked to find the cause; or that all is well.

import { callout } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { vault } from "../../lib/app-state.js";
import { recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { answered, askButton, asks, testable, testButton } from "./questions.js";
import { changes, fixButton } from "./fixes.js";

/** @import { ConnectionView, DiagnosisFailure, DiagnosisSign, DiagnosisView } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

const s = strings.diagnosis;

/** Without an answer NetSuite cannot have refused. @type {DiagnosisSign[]} */
const UNANSWERED = ["no-host", "unreachable", "timed-out", "tls-failed"];

/** @param {ConnectionView} view @param {DiagnosisView} found @param {string} report */
export function head(view, found, report) {
  const { tone, title, body } = words(view, found);
  // Its callout, above, has the primary button then.
  const passphraseFirst = vault().state === "key-files-locked";
  const questions = asks(view, found).map((ask, index) => ({ ask, primary: index === 0 && !passphraseFirst }));
  const fix = fixAbove(view, found);
  const tests = testable(view) && !questions.some(({ ask }) => ask.act === "test");
  const setUp = situation(view, found) === "unfinished" && html`<a class="button button-primary" id="continue-setup" href="${hashOf({ screen: "setup", id: view.id, step: null })}">${s.continueSetup}</a>`;
  return html`<div id="situation" tabindex="-1" data-situation="${situation(view, found)}" data-decided="${found.decided ? "yes" : "no"}">${callout({
    tone,
    title,
    body,
    actions: html`${setUp}${fix}${questions.map(({ ask, primary }) => askButton(ask, primary, found))}${tests && testButton(found, fix || questions.length > 0 ? "" : "button-primary")}<button class="button" type="button" id="report" data-act="report" data-copy="${report}">${icon("copy")}<span data-label>${s.copyReport}</span></button>`,
  })}</div>`;
}

/**
 * The remedy of the first cause, where it stands on top: of the answer always, of a guess only when
 * nothing can be asked any more, and never when it would replace the certificate.
 * @param {ConnectionView} view @param {DiagnosisView} found
 */
export function fixAbove(view, found) {
  const first = found.causes[0];
  if (!first || (!found.decided && (changes(first) || asks(view, found).length > 0))) return null;
  return fixButton(view, first, { primary: true });
}

/** @param {ConnectionView} view @param {DiagnosisView} found @returns {"settled" | "offline" | "failed" | "unknown" | "found" | "unfinished" | "fine"} */
function situation(view, { failure, causes, settled, checks }) {
  if (settled) return "settled";
  if (failure && causes.length === 0) return "unknown";
  if (failure) return failure.signs.some(({ sign }) => UNANSWERED.includes(sign)) ? "offline" : "failed";
  if (causes.length > 0 || checks.some(({ outcome }) => outcome === "failed")) return "found";
  return view.credentials.length === 0 ? "unfinished" : "fine";
}

/** @typedef {{ tone: "danger" | "warn" | "ok" | "note", title: Markup | string, body: Markup }} Words */

/** @param {ConnectionView} view @param {DiagnosisView} found @returns {Words} */
function words(view, found) {
  const { failure } = found;
  const [first] = found.causes;
  const when = failure && html` ${s.failedAt(recentTime(failure.at))}`;
  if (first && found.decided) return { tone: failure ? "danger" : "warn", ...answer(found, when) };
  switch (situation(view, found)) {
    case "settled":
      return { tone: "danger", title: s.settledTitle(found.settled ?? ""), body: doubt(view, found, null) };
    case "offline":
      return { tone: "danger", title: s.offlineTitle, body: doubt(view, found, when) };
    case "unknown":
      return { tone: "danger", title: titleOf(failure), body: html`<p>${s.noCause} ${s.noCauseBody}${when}</p>${answered(found)}` };
    case "failed":
      return { tone: "danger", title: titleOf(failure), body: doubt(view, found, when) };
    case "found":
      return { tone: "warn", title: s.foundTitle, body: html`<p>${s.foundBody}</p>` };
    case "unfinished":
      return { tone: "note", title: s.unfinishedTitle, body: html`<p>${s.unfinishedBody}</p><p>${s.fineBody}</p>` };
    case "fine":
      return { tone: "ok", title: found.checks.some(({ outcome }) => outcome === "open") ? s.fineOpenTitle : s.fineTitle, body: html`<p>${s.fineBody}</p>${answered(found)}` };
  }
}

/** No doubt is left: the cause is the headline. @param {DiagnosisView} found @param {Markup | null} when */
function answer(found, when) {
  const { failure, causes, settled } = found;
  const [first] = causes;
  const { title, means, remedy } = s.cause[/** @type {NonNullable<typeof first>} */ (first).cause];
  return {
    title,
    body: html`<p>${!(first?.sure || settled) && html`${s.onlyOne} `}${means}</p><p><strong>${remedy}</strong></p>
      ${failure && html`<p class="small" id="failed">${titleOf(failure)}.${settled && html` ${s.auditSays(settled)}`}${when}</p>`}
      ${answered(found)}`,
  };
}

/** Several causes fit: which is the likeliest, and what tells them apart. @param {ConnectionView} view @param {DiagnosisView} found @param {Markup | null} when */
function doubt(view, found, when) {
  const { causes } = found;
  const [first] = causes;
  const [next] = asks(view, found);
  if (first?.sure && !found.settled) return html`<p id="likeliest">${s.certain(s.cause[first.cause].title)} ${s.moreFit(causes.length - 1)}${when}</p>${rest(found, next)}`;
  return html`${first && html`<p id="likeliest">${!found.settled && (found.failure?.error ?? found.failure?.status) && html`${s.unexplained} `}${s.fitting(causes.length, s.cause[first.cause].title)}${when}</p>`}
    ${rest(found, next)}`;
}

/** What was asked, and what comes next. @param {DiagnosisView} found @param {ReturnType<typeof asks>[number] | undefined} next */
const rest = (found, next) => html`${answered(found)}
    ${next && html`<p id="next-question">${next.why}</p>`}
    ${askForMore(found) && html`<p>${s.moreFromThem}</p>`}`;

/** An answer alone leaves a lot open that the request would tell. @param {DiagnosisView} found */
const askForMore = ({ failure, pasted }) => failure !== null && !failure.ours && failure.doing === "token" && !pasted?.assertion;

/** @param {DiagnosisFailure | null} failure */
const titleOf = (failure) => failure ? s.answered(failureWords(failure), failure.error, failure.status) : html``;

/** What failed, without the answer. Where there was none, NetSuite has refused nothing. @param {DiagnosisFailure} failure */
export function failureWords({ doing, ours, error, status }) {
  if (doing === "token" && error === null && status === null) return ours ? s.noToken : s.reported;
  return ours ? s.doing[doing] : s.doingThere[doing];
}
