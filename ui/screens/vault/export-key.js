// @ts-check
// The dialog before a private key leaves the vault: who needs it, what it opens, in which form.
// The file itself is written by the backend, to the place chosen in the system's own dialog.

import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { backend } from "../../lib/backend.js";
import { field, select, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { OTHER, workingCredential } from "../../lib/connection-facts.js";
import { passphraseHolds } from "./key-files.js";

/** @import { ConnectionView, CredentialView, PemForm } from "../../types/ipc.d.ts" */

const s = strings.handOver;

/**
 * @param {ConnectionView} view
 * @param {string} label of the system that needs it
 * @param {CredentialView | null} [credential] whose key it is
 * @returns {Promise<ConnectionView | null>} null when nothing was saved
 */
export async function exportKey(view, label, credential = workingCredential(view)) {
  if (!credential) return null;
  const wanted = view.target?.pemForm ?? "pkcs8-lines";
  /** The target's own first; a file is written as lines. @type {PemForm[]} */
  const forms = [wanted, ...FORMS.filter((form) => form !== wanted && (form !== "pkcs8-lines" || wanted !== "file"))];
  return openDialog({
    name: "export-key",
    title: s.exportTitle,
    body: html`<ul class="dialog-list">
        <li>${icon("handover")}<span>${s.exportWho(label)}</span></li>
        <li>${icon("warn")}<span>${s.exportRisk}</span></li>
        <li>${icon("vault")}<span>${s.exportStays(strings.names.store[credential.keyStore])}</span></li>
      </ul>
      <fieldset class="field">
        <legend class="field-label">${s.form}</legend>
        <div class="choice-cards">
          <label class="choice-card"><input type="radio" name="form" id="form-plain" value="plain" checked /><span class="choice-card-title">${s.plain}</span><span class="choice-card-note">${view.target?.target === OTHER ? s.plainNoteOther : s.plainNote(label)}</span></label>
          <label class="choice-card"><input type="radio" name="form" id="form-passphrase" value="passphrase" /><span class="choice-card-title">${s.protect}</span><span class="choice-card-note">${s.protectNote}</span></label>
        </div>
      </fieldset>
      <div id="export-written">${select({ id: "export-as", label: s.written, value: wanted, options: forms.map((form) => ({ value: form, label: form === wanted && view.target?.target !== OTHER ? s.takes(s.pemForm[form], label) : s.pemForm[form] })) })}</div>
      <div class="stack" id="export-passphrases" hidden>
        ${field({ id: "export-passphrase", label: s.passphrase, value: "", type: "password", hint: s.passphraseHint, autocomplete: "new-password" })}
        ${field({ id: "export-again", label: s.again, value: "", type: "password", autocomplete: "new-password" })}
      </div>`,
    act: { label: s.exportAct, busy: s.exporting },
    changed: (dialog, target) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "form") return;
      const places = dialog.querySelector("#export-passphrases");
      const written = dialog.querySelector("#export-written");
      if (places instanceof HTMLElement) places.hidden = target.value !== "passphrase";
      if (written instanceof HTMLElement) written.hidden = target.value === "passphrase";
    },
    work: async (dialog) => {
      const protect = dialog.querySelector("#form-passphrase");
      const protects = protect instanceof HTMLInputElement && protect.checked;
      if (protects && !passphraseHolds("export-passphrase", "export-again")) return undefined;
      // Null means that the system's dialog was left: the question stays open.
      return (await backend.key.export(view.id, credential.id, protects ? valueOf("export-passphrase") : null, protects ? "pkcs8-lines" : /** @type {PemForm} */ (valueOf("export-as")))) ?? undefined;
    },
  });
}

/** @type {PemForm[]} */
const FORMS = ["pkcs8-lines", "pkcs8-one-line", "pkcs8-base64", "traditional"];
