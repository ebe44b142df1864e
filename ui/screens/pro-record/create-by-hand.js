// @ts-check
// The record is made again by hand: the placeholder, or a file in its place; the record; its ID.

import { callout } from "../../elements/callout.js";
import { copyButton, copyFact } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { backend } from "../../lib/backend.js";
import { field, message, say, valueOf } from "../../elements/form.js";
import { recent } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { labels, paths, proRecordFields } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { goOn, nextButton, place, proTicks, tickLine } from "./step-elements.js";

/** @import { ProRecordView } from "../../types/ipc.d.ts" */
/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord.byHand;
/** Of a stand-in, as the backend makes it. */
const STAND_IN_DAYS = 30;

/** @param {ProWalk} walk @returns {ProPart} */
export function byHandStep(walk) {
  const view = walk.view;
  const ticks = proTicks(walk);
  let typedId = view().recordId ?? "";

  /** A native dialog, and what came of it. @param {HTMLElement} pressed @param {() => Promise<ProRecordView | null>} work @param {string} [told] */
  const file = (pressed, work, told) =>
    walk.page.run(pressed, async () => {
      await ticks.kept();
      const next = await work();
      if (!next) return;
      walk.take(next);
      if (told) toast(told);
    });

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${callout({ tone: "warn", title: s.warnTitle, body: html`<p>${s.warn}</p>${support()}` })}
      <ol class="acts">
        <li class="act"><div class="act-body">
          <h3>${s.download}</h3>
          ${place(paths.placeholder, "file-cabinet")}
          <p class="small soft">${s.file}</p>
          <div class="ticks ticks-one">${tickLine(walk, "placeholder-downloaded", s.downloaded)}</div>
          <div class="actions">${button({ act: "check-file", id: "check-file", label: view().placeholder ? s.checkAgain : s.check, busy: s.checking, sign: "file" })}</div>
          ${placeholder()}
          ${gone()}
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.create}</h3>
          ${place(paths.digitalCertificate, "digital-certificate")}
          <p class="small soft">${s.needs}</p>
          <p class="small">${s.details}</p>
          <dl class="facts">
            <div class="facts-row"><dt>${labels.name}</dt><dd>${copyFact(proRecordFields.name, labels.name)}</dd></div>
            <div class="facts-row"><dt>${s.id}</dt><dd>${copyFact(proRecordFields.id, s.id, html`<span class="mono">${proRecordFields.id}</span><span class="facts-note">${s.idNote}</span>`)}</dd></div>
          </dl>
          <p class="small">${s.files}</p>
          <dl class="facts">
            <div class="facts-row"><dt>${s.certificateFile}</dt><dd>${copyFact(proRecordFields.file, s.certificateFile, html`<span class="mono">${proRecordFields.file}</span>`)}</dd></div>
          </dl>
          <p class="small soft">${s.others}</p>
          <p class="small">${s.save}</p>
          <div class="ticks ticks-one">${tickLine(walk, "record-saved", s.saved)}</div>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.shown}</h3>
          ${field({ id: "record-id", label: s.shownLabel, value: typedId, hint: s.shownHint, mono: true, message: typedId === proRecordFields.wholeId ? message("ok", s.fits) : null })}
        </div></li>
      </ol>
      ${stepFoot(walk, { primary: nextButton(walk, s.next), note: s.foot })}
    </form>`,
    typed: (element) => {
      if (element.id !== "record-id") return;
      typedId = valueOf("record-id").trim();
      say("record-id", typedId.toLowerCase() === proRecordFields.wholeId ? "ok" : null, s.fits);
    },
    chosen: ticks.chosen,
    acts: {
      "check-file": (pressed) => file(pressed, () => backend.proRecord.choosePlaceholder(view().accountId)),
      "make-stand-in": (pressed) => file(pressed, () => backend.proRecord.saveStandIn(view().accountId), s.madeToast),
      continue: (pressed) =>
        goOn(
          walk,
          pressed,
          async () => {
            await ticks.kept();
            return backend.proRecord.change(view().accountId, { kind: "record-id", text: typedId });
          },
          { fields: { "record-id-differs": "record-id" } },
        ),
    },
  };

  function support() {
    const text = s.supportText(view().accountId, view().bundles?.import ?? null, view().bundles?.integration ?? null);
    return html`<details class="more" id="support"><summary class="more-summary">${icon("right")}${s.support}</summary>
      <div class="card-head"><span class="grow"></span>${copyButton(text, s.supportCopy, { word: true })}</div>
      <p class="letter" id="support-text">${text}</p>
    </details>`;
  }

  function placeholder() {
    const looked = view().placeholder;
    if (!looked) return html`<p class="field-hint">${s.checkNote}</p>`;
    const { tone, text } = s.verdict[looked.verdict];
    return html`<div id="verdict" data-verdict="${looked.verdict}">
      ${message(tone, html`<span class="mono">${looked.name}</span>: ${text}`)}
      ${looked.name !== proRecordFields.file && message("warn", s.otherName)}
      <p class="small"><a id="look-closer" href="${hashOf({ screen: "doctor" })}">${s.closer}</a></p>
    </div>`;
  }

  function gone() {
    const made = view().standIn;
    return html`<details class="more" id="gone"><summary class="more-summary">${icon("right")}${s.gone}</summary>
      <div class="stack stack-tight more-body">
        <p class="small">${s.goneNote}</p><p class="small">${s.goneKey}</p><p class="small">${s.goneDays(STAND_IN_DAYS)}</p>
        <div class="actions">${button({ act: "make-stand-in", id: "make-stand-in", label: s.make, busy: s.making, sign: "save" })}</div>
        ${made && html`<div id="stand-in">${message("ok", s.made(recent(made.at), made.path))}</div>`}
      </div>
    </details>`;
  }
}
