// @ts-check
// A certificate before its upload and after it: what was checked, and what NetSuite has then.

import { callout } from "../../elements/callout.js";
import { copyField } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { day, dayTime, deadline, hasEnded, idInSixes, nameIn, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { UploadCheckKind, UploadCheckView, UploadOutcome, UploadPreview } from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */

const s = strings.uploadForMe;

/**
 * @param {UploadPreview} preview
 * @param {{ listed?: Part, more?: { markup: Markup, passes: boolean } | null }} [options] a button for one that NetSuite has already; one more check
 */
export function checkList(preview, { listed = null, more = null } = {}) {
  const passed = preview.checks.filter((check) => check.passed).length + Number(more?.passes ?? false);
  const all = preview.checks.length + (more ? 1 : 0);
  return html`<section class="part part-tight" aria-labelledby="upload-checks">
    <div class="part-head"><h3 class="h3" id="upload-checks" tabindex="-1">${s.checks}</h3><p class="part-note" id="upload-checks-passed">${s.passedOf(passed, all)}</p></div>
    <ul class="checks">${more?.markup}${preview.checks.map((check) => line(check, shown(check, preview), listed))}</ul>
  </section>`;
}

/** A check whose outcome the window works out itself. @param {string} check @param {keyof typeof SIGNS} tone @param {Part} words @param {Part} note */
export const checkMarkup = (check, tone, words, note) => html`<li class="check" data-check="${check}" data-tone="${tone}">${icon(SIGNS[tone])}<span>${tone !== "note" && html`<span class="visually-hidden">${tone === "ok" ? s.passed : s.notPassed} </span>`}${words}${tone !== "ok" && note && html`<span class="check-note">${note}</span>`}</span>${tone === "ok" && note && html`<span class="check-value">${note}</span>`}</li>`;

const SIGNS = { ok: "ok", warn: "warn", danger: "stop", note: "pause" };

/** @param {UploadOutcome} outcome @param {{ actions: Part, title?: Part, then?: Part }} options */
export const outcomeCallout = ({ certificateId, asPredicted, foundInList, validUntil, shortened }, { actions, title = s.outcome.title, then = null }) =>
  callout({
    id: "upload-outcome",
    tone: asPredicted && !shortened ? "ok" : "warn",
    title: html`<span id="upload-outcome-title" tabindex="-1">${title}</span>`,
    body: html`<p data-as-predicted="${String(asPredicted)}">${asPredicted ? s.outcome.asPredicted : s.outcome.other}${foundInList && html` <span data-found-in-list>${s.outcome.foundInList}</span>`}</p>
      ${validUntil !== null && html`<p ${shortened && html`data-shortened`}>${shortened ? s.outcome.shortened(day(validUntil)) : s.outcome.until(day(validUntil))}</p>`}
      ${copyField({ label: strings.upload.label, value: certificateId, shown: idInSixes(certificateId), over: true })}${then}`,
    actions,
  });

/** The outcome of one upload is open; it is looked for, never sent again. @param {string} act @param {string} until when it is known at the latest */
export const unsettledCallout = (act, until) => callout({ id: "upload-unsettled", tone: "warn", sign: "clock", title: html`<span id="upload-unsettled-title" tabindex="-1">${s.unsettledTitle}</span>`, body: html`<p>${s.unsettledBody} ${hasEnded(until) ? s.unsettledNow : s.unsettledUntil(html`<time datetime="${until}" data-settles>${deadline(until)}</time>`)}</p>`, actions: button({ act, label: s.unsettledAct, busy: s.looking, sign: "search", kind: "button-primary" }) });

/**
 * The value looked at, as people read it.
 * @param {UploadCheckView} view @param {UploadPreview} preview
 * @returns {Part}
 */
function shown({ check, detail }, preview) {
  switch (check) {
    case "is-certificate":
      return nameIn(detail);
    case "key-type":
      return preview.keyType ? strings.names.keyType[preview.keyType] : detail;
    case "validity":
      return s.until(dayTime(preview.validUntil));
    case "not-listed":
      return html`<span class="mono">${shortId(detail)}</span>`;
    case "free-slot":
      return strings.board.slots(preview.slots.active, preview.slots.most);
    default:
      return detail;
  }
}

/** @param {UploadCheckView} view @param {Part} detail @param {Part} listed */
function line({ check, passed }, detail, listed) {
  const [holds, fails] = s.check[check];
  return html`<li class="check" data-check="${check}" data-tone="${passed ? "ok" : "danger"}">${icon(passed ? "ok" : "stop")}<span><span class="visually-hidden">${passed ? s.passed : s.notPassed} </span>${passed ? holds : fails}${!passed && html`<span class="check-note">${detail && html`${detail}. `}${s.remedy[check]}</span>`}</span>${passed ? detail && html`<span class="check-value">${detail}</span>` : remedy(check, listed)}</li>`;
}

/** @param {UploadCheckKind} check @param {Part} listed @returns {Part} */
function remedy(check, listed) {
  switch (check) {
    case "not-listed":
      return listed ?? button({ act: "open-certificates", label: s.openList });
    case "free-slot":
      return button({ act: "open-certificates", label: s.openList });
    case "scope":
      return button({ act: "go-to-step", step: "integration", label: s.openRecord });
    case "account":
      return button({ act: "open-sign-in", label: s.signInAgain });
    default:
      return null;
  }
}
