// @ts-check
// A certificate is uploaded by hand: a person saves it, uploads it in NetSuite and reads the
// Certificate ID back. It is compared, character by character, with the ID worked out from the
// certificate. The walk does this in its step 6, and so does a rotation by hand.

import { compare, differenceInWords } from "../../elements/id-comparison.js";
import { copyFact } from "../../elements/copy.js";
import { confirmDialog } from "../../elements/dialog.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { field, message, say, valueOf } from "../../elements/form.js";
import { fileName, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { keepVisible } from "../../lib/scrolling.js";
import { strings } from "../../strings/en/all.js";
import { labels, paths } from "../../strings/netsuite.js";
import { requestActs, requestButtons } from "../administrator/upload-request.js";

/** @import { ConnectionView, CredentialView } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Act, Page, RunOptions } from "../../window/page.js" */

const s = strings.upload;

/**
 * @param {object} options
 * @param {Page} options.page
 * @param {() => ConnectionView} options.view
 * @param {() => CredentialView | null} options.credential whose certificate is uploaded
 * @param {Drafts} options.drafts
 * @param {(view: ConnectionView) => void} options.take keeps a new answer and draws it
 * @param {() => void} options.draw
 * @param {(text: string, accept: boolean) => Promise<void>} options.confirm the ID that NetSuite shows
 * @param {string} options.act of the button that confirms
 */
export function byHand({ page, view, credential, drafts, take, draw, confirm, act }) {
  /** What was entered and is not the predicted ID. @type {{ expected: string, entered: string } | null} */
  let differs = null;

  const entered = () => drafts.get("certificate-id", credential()?.certificateIdConfirmed ? (credential()?.certificateId ?? "") : "");

  /** @param {HTMLElement} pressed @param {"pem" | "cer"} format */
  const save = (pressed, format) =>
    page.run(pressed, async () => {
      const saved = await backend.certificate.save(view().id, credential()?.id ?? "", format);
      if (!saved) return;
      take(saved);
      const path = credential()?.savedCertificate?.path;
      // The step says so itself; a toast would lie over the button that comes next.
      if (path) announce(s.savedAnnounced(path));
    });

  /** @param {HTMLElement} pressed @param {string} text @param {boolean} accept */
  const confirmId = (pressed, text, accept) =>
    page.run(pressed, () => confirm(text, accept), {
      ...FIELDS,
      failed: (failure) => {
        if (failure.kind !== "certificate-id-differs") return false;
        differs = { expected: failure.expected, entered: failure.entered };
        draw();
        announce(differenceInWords(failure.expected, failure.entered));
        const input = document.getElementById("certificate-id");
        input?.focus({ preventScroll: true });
        keepVisible(input?.closest(".act") ?? null);
        return true;
      },
    });

  /** @type {Record<string, Act>} */
  const acts = {
    "save-pem": (pressed) => save(pressed, "pem"),
    "save-cer": (pressed) => save(pressed, "cer"),
    [act]: (pressed) => confirmId(pressed, valueOf("certificate-id"), false),
    "use-expected": (pressed) => confirmId(pressed, differs?.expected ?? "", false),
    insist: async (pressed) => {
      const typed = valueOf("certificate-id");
      const sure = await confirmDialog({ name: "insist", title: s.insistTitle, body: html`<p>${s.insistBody}</p><p class="mono">${typed}</p>`, act: s.insistAct, kind: "primary" });
      if (sure) await confirmId(pressed, typed, true);
    },
  };

  return {
    acts: { ...acts, ...requestActs(page, () => backend.uploadRequest.read(view().id, credential()?.id ?? ""), () => backend.uploadRequest.save(view().id, credential()?.id ?? "")) },
    /** What is to be done, one after the other. */
    steps: () => html`${requestButtons()}<ol class="acts">
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.save}</h3><div class="actions actions-tight">${button({ act: "save-cer", id: "save-cer", label: s.saveCer, busy: s.saving, kind: "button-plain" })}${button({ act: "save-pem", id: "save-pem", label: credential()?.savedCertificate ? s.saveAgain : s.savePem, sign: "save", busy: s.saving })}</div></div>
          ${savedLine()}
        </div></li>
        <li class="act"><div class="act-body">
          <div class="card-head"><h3>${s.where}</h3>${openPages(view().practice, "mapping")}</div>
          ${netsuitePath(paths.mapping)}
          <p class="small soft">${s.needs}</p>
          ${mapping(view(), savedName())}
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
            awaited: true,
            invalid: differs !== null,
            message: differs ? message("danger", differenceInWords(differs.expected, differs.entered)) : null,
          })}
          ${differs && html`${compare(differs.expected, differs.entered)}<p class="small soft">${s.prediction}</p>`}
        </div></li>
      </ol>`,
    primary: () => (differs ? button({ act: "use-expected", label: s.useExpected, busy: strings.setup.saving, kind: "button-primary" }) : button({ act, label: s.continue, busy: s.comparing, kind: "button-primary", submit: true })),
    second: () => differs && button({ act: "insist", label: s.insist, busy: strings.setup.saving }),
    /** @param {HTMLElement} element */
    typed(element) {
      if (element.id !== "certificate-id") return;
      if (differs) {
        differs = null;
        draw();
      }
      const typed = valueOf("certificate-id").trim();
      if (typed === credential()?.certificateId && !credential()?.certificateIdConfirmed) say("certificate-id", "ok", s.matches);
      else if (/^[0-9a-f]{64}$/i.test(typed)) say("certificate-id", "warn", s.isClientId);
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

/** In the order of the page. The fields of NetSuite's page for a mapping. @param {ConnectionView} view @param {string} certificate the file */
export const mapping = (view, certificate) => html`<dl class="facts" id="mapping-fields">
  ${fact(labels.entity, view.entityName)}${fact(labels.role, view.roleName)}${fact(labels.application, view.integration.name)}${fact(labels.certificate, certificate)}
</dl>`;

/** @param {string} name @param {string} value */
const fact = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value && copyFact(value, name)}</dd></div>`;

/** @type {RunOptions} */
const FIELDS = { fields: { "certificate-id-invalid": "certificate-id" } };
