// @ts-check
// Step 6 by hand: a person uploads the certificate in NetSuite and reads the Certificate ID back. It
// is compared, character by character, with the ID worked out from the certificate.

import { compare, differenceInWords } from "../../elements/compare.js";
import { copyFact } from "../../elements/copy.js";
import { confirmDialog } from "../../elements/dialog.js";
import { button, netsuitePath, openPages } from "../../elements/parts.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { field, message, say, valueOf } from "../../lib/form.js";
import { fileName, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { keepInSight } from "../../lib/sight.js";
import { toast } from "../../lib/toast.js";
import { strings } from "../../strings/en.js";
import { labels, paths } from "../../strings/netsuite.js";
import { stepFoot } from "./foot.js";
import { working } from "./summaries.js";

/** @import { Part } from "../../lib/html.js" */
/** @import { RunOptions } from "../../lib/page.js" */
/** @import { StepPart, Walk } from "../setup.js" */

const s = strings.upload;

/** @param {Walk} walk @param {() => Part} ways the choice between the two @returns {StepPart} */
export function uploadByHand(walk, ways) {
  const view = walk.view;
  const credential = () => working(view());
  /** What was entered and is not the predicted ID. @type {{ expected: string, entered: string } | null} */
  let differs = null;

  const entered = () => walk.drafts.get("certificate-id", credential()?.certificateIdConfirmed ? (credential()?.certificateId ?? "") : "");

  /** @param {HTMLElement} pressed @param {"pem" | "cer"} format */
  const save = (pressed, format) =>
    walk.page.run(pressed, async () => {
      const saved = await backend.certificate.save(view().id, credential()?.id ?? "", format);
      if (!saved) return;
      walk.take(saved);
      const path = credential()?.savedCertificate?.path;
      if (path) toast(s.savedToast(path));
    });

  /** @param {HTMLElement} pressed @param {string} text @param {boolean} accept */
  const confirmId = (pressed, text, accept) =>
    walk.page.run(
      pressed,
      async () => walk.advance(await backend.connection.change(view().id, { kind: "certificate-id", credentialId: credential()?.id ?? "", text, accept })),
      {
        ...FIELDS,
        failed: (failure) => {
          if (failure.kind !== "certificate-id-differs") return false;
          differs = { expected: failure.expected, entered: failure.entered };
          walk.draw();
          announce(differenceInWords(failure.expected, failure.entered));
          const input = document.getElementById("certificate-id");
          input?.focus({ preventScroll: true });
          keepInSight(input?.closest(".act") ?? null);
          return true;
        },
      },
    );

  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${ways()}
      <p>${s.lead}</p>
      <ol class="acts">
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.save}</h3><div class="actions actions-tight">${button({ act: "save-cer", id: "save-cer", label: s.saveCer, busy: s.saving, kind: "button-plain" })}${button({ act: "save-pem", id: "save-pem", label: credential()?.savedCertificate ? s.saveAgain : s.savePem, sign: "save", busy: s.saving })}</div></div>
          ${savedLine()}
        </div></li>
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.where}</h3>${openPages(view().practice)}</div>
          ${netsuitePath(paths.mapping)}
          <p class="small soft">${s.needs}</p>
          <div class="pair pair-facts">
            <dl class="facts">${fact(labels.entity, view().entityName)}${fact(labels.certificate, savedName())}</dl>
            <dl class="facts">${fact(labels.role, view().roleName)}${fact(labels.application, view().integration.name)}</dl>
          </div>
          <p class="tiny soft">${view().target?.application && !view().practice ? s.missingBrought(view().integration.name) : s.missing}</p>
        </div></li>
        <li class="act"><div class="act-body">
          <h3 id="enter-id">${s.enter}</h3>
          ${field({
            id: "certificate-id",
            label: s.label,
            value: entered(),
            hint: s.hint,
            mono: true,
            invalid: differs !== null,
            message: differs ? message("danger", differenceInWords(differs.expected, differs.entered)) : null,
          })}
          ${differs && html`${compare(differs.expected, differs.entered)}<p class="small soft">${s.prediction}</p>`}
        </div></li>
      </ol>
      ${stepFoot(walk, {
        primary: differs ? button({ act: "use-expected", label: s.useExpected, busy: strings.setup.saving, kind: "button-primary" }) : button({ act: "continue", label: s.continue, busy: s.comparing, kind: "button-primary", submit: true }),
        second: differs && button({ act: "insist", label: s.insist, busy: strings.setup.saving }),
      })}
    </form>`,
    acts: {
      "save-pem": (pressed) => save(pressed, "pem"),
      "save-cer": (pressed) => save(pressed, "cer"),
      continue: (pressed) => confirmId(pressed, valueOf("certificate-id"), false),
      "use-expected": (pressed) => confirmId(pressed, differs?.expected ?? "", false),
      insist: async (pressed) => {
        const typed = valueOf("certificate-id");
        const sure = await confirmDialog({ name: "insist", title: s.insistTitle, body: html`<p>${s.insistBody}</p><p class="mono">${typed}</p>`, act: s.insistAct, kind: "primary" });
        if (sure) await confirmId(pressed, typed, true);
      },
    },
    typed: (element) => {
      if (element.id !== "certificate-id") return;
      if (differs) {
        differs = null;
        walk.draw();
      }
      const typed = valueOf("certificate-id").trim();
      if (typed === credential()?.certificateId && !credential()?.certificateIdConfirmed) say("certificate-id", "ok", s.matches);
      else say("certificate-id", null);
    },
  };

  function savedLine() {
    const saved = credential()?.savedCertificate;
    return saved ? message("ok", s.saved(recentTime(saved.at), fileName(saved.path))) : html`<p class="small soft">${s.saveNote}</p>`;
  }

  function savedName() {
    const saved = credential()?.savedCertificate;
    return saved ? fileName(saved.path) : "public.pem";
  }
}

/** @param {string} name @param {string} value */
const fact = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value && copyFact(value, name)}</dd></div>`;

/** @type {RunOptions} */
const FIELDS = { fields: { "certificate-id-invalid": "certificate-id" } };
