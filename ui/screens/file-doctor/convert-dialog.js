// @ts-check
// The dialog that saves a key or certificate of the table in another form. The file is written by
// the backend, to the place chosen in the system's own dialog.

import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { backend } from "../../lib/backend.js";
import { field, valueOf } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { passphraseHolds } from "../vault/key-files.js";

/** @import { Conversion, ExaminedFile, FileCase } from "../../types/ipc.d.ts" */

const s = strings.doctor.convert;

/** @typedef {{ file: number, item: number, form: Conversion }} Choice */

/** @type {Conversion[]} */
const OF_KEY = ["pkcs8", "encrypted", "one-line", "jwk", "traditional"];
/** @type {Conversion[]} */
const OF_CERTIFICATE = ["certificate", "certificate-der"];

/** @param {FileCase} found @param {ExaminedFile[]} files @returns {Choice[]} */
export function choices(found, files) {
  const things = files.flatMap((file) => file.items.map((item, index) => ({ file: file.file, index, item })));
  const of = (/** @type {string} */ kind) => things.filter(({ item }) => item.converts && item.kind === kind);
  const [key] = of("private-key");
  return [
    ...of("certificate").slice(0, 1).flatMap(({ file, index }) => OF_CERTIFICATE.map((form) => ({ file, item: index, form }))),
    ...(key ? [...OF_KEY, ...(found.pair ? /** @type {const} */ (["pkcs12"]) : [])].map((form) => ({ file: key.file, item: key.index, form })) : []),
  ];
}

/** @param {FileCase} found @param {ExaminedFile[]} files @returns {Promise<string | null>} where it was saved */
export function convert(found, files) {
  const offered = choices(found, files);
  const chosen = () => offered[Number(document.querySelector("[name=conversion]:checked")?.getAttribute("value") ?? 0)];
  return openDialog({
    name: "convert",
    title: s.title,
    body: html`<fieldset class="field">
        <legend class="field-label">${s.form}</legend>
        <div class="choice-cards">${offered.map(({ form }, index) => html`<label class="choice-card"><input type="radio" name="conversion" id="form-${form}" value="${index}" ${flag("checked", index === 0)} /><span class="choice-card-title">${s.forms[form][0]}</span><span class="choice-card-note">${s.forms[form][1]}</span></label>`)}</div>
      </fieldset>
      <div class="stack" id="convert-private" ${flag("hidden", !isPrivate(offered[0]?.form))}><ul class="dialog-list"><li>${icon("warn")}<span>${s.risk}</span></li></ul></div>
      <div class="stack" id="convert-passphrases" ${flag("hidden", !isLocked(offered[0]?.form))}>
        ${field({ id: "convert-passphrase", label: strings.handOver.passphrase, value: "", type: "password", hint: strings.handOver.passphraseHint, autocomplete: "new-password" })}
        ${field({ id: "convert-again", label: strings.handOver.again, value: "", type: "password", autocomplete: "new-password" })}
      </div>`,
    act: { label: s.act, busy: s.saving },
    changed: (dialog, target) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "conversion") return;
      const form = chosen()?.form;
      show(dialog, "#convert-private", isPrivate(form));
      show(dialog, "#convert-passphrases", isLocked(form));
    },
    work: async () => {
      const choice = chosen();
      if (!choice) return undefined;
      const locked = isLocked(choice.form);
      if (locked && !passphraseHolds("convert-passphrase", "convert-again")) return undefined;
      // Null means that the system's dialog was left: the question stays open.
      return (await backend.doctor.save(choice.file, choice.item, choice.form, locked ? valueOf("convert-passphrase") : null)) ?? undefined;
    },
  });
}

/** @param {HTMLDialogElement} dialog @param {string} selector @param {boolean} shown */
function show(dialog, selector, shown) {
  const place = dialog.querySelector(selector);
  if (place instanceof HTMLElement) place.hidden = !shown;
}

/** @param {Conversion | undefined} form */
const isPrivate = (form) => form !== undefined && !OF_CERTIFICATE.includes(form);

/** @param {Conversion | undefined} form */
const isLocked = (form) => form === "encrypted" || form === "pkcs12";
