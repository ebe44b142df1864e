// @ts-check
// The form that makes an encrypted file: of everything, or of one connection for a colleague. What is typed into its
// passphrase fields is kept nowhere but in them.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { area, field, isTicked, say, valueOf } from "../../elements/form.js";
import { backend } from "../../lib/backend.js";
import { breakable } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { backup as s } from "../../strings/en/backup.js";

/** @import { BackupProtection, SavedBackup } from "../../types/ipc.d.ts" */
/** @import { Page } from "../../window/page.js" */

/**
 * @param {object} options
 * @param {Page} options.page
 * @param {(() => string[]) | null} options.ids null for everything
 * @param {(saved: SavedBackup) => void} options.done
 */
export function saveForm({ page, ids, done }) {
  const handsOver = ids !== null;
  let withKeys = true;
  /** @type {BackupProtection["kind"]} */
  let kind = "passphrase";
  let ageKeys = "";

  /** @returns {BackupProtection | null} null after saying what is wrong with it */
  function protection() {
    if (kind === "age-keys") return { kind, text: valueOf("age-keys").trim() };
    const [passphrase, repeated] = [valueOf("backup-passphrase"), valueOf("backup-repeat")];
    say("backup-repeat", passphrase === repeated ? null : "danger", s.different);
    if (passphrase !== repeated) document.getElementById("backup-repeat")?.focus();
    return passphrase === repeated ? { kind, passphrase } : null;
  }

  const markup = () => html`<div class="stack">
    <label class="choice"><input type="checkbox" id="with-keys" ${flag("checked", withKeys)} /><span>${s.withKeys}</span><span class="choice-note">${handsOver ? s.handOverKeysNote : s.withKeysNote}</span></label>
    <fieldset class="field"><legend class="field-label">${s.protection}</legend>
      <div class="choice-cards">
        ${card("passphrase", handsOver ? s.passphraseOptionColleague : s.passphraseOption, handsOver ? s.passphraseOptionColleagueNote : s.passphraseOptionNote)}
        ${card("age-keys", handsOver ? s.ageOptionColleague : s.ageOption, handsOver ? s.ageOptionColleagueNote : s.ageOptionNote)}
      </div>
    </fieldset>
    ${kind === "passphrase"
      ? html`${field({ id: "backup-passphrase", label: s.passphrase, value: "", type: "password", hint: s.passphraseHint, autocomplete: "new-password" })}
        ${field({ id: "backup-repeat", label: s.repeat, value: "", type: "password", autocomplete: "new-password" })}`
      : area({ id: "age-keys", label: s.ageKeys, value: ageKeys, hint: s.ageKeysHint, mono: true, rows: 3 })}
    ${failurePlace()}
    <div class="actions">${button({ act: "save-backup", id: "save-backup", label: handsOver ? s.handOverSave : s.save, busy: s.saving, kind: "button-primary", sign: "save" })}</div>
  </div>`;

  /** @param {BackupProtection["kind"]} value @param {string} title @param {string} note */
  const card = (value, title, note) => html`<label class="choice-card"><input type="radio" name="protection" id="protect-${value}" value="${value}" ${flag("checked", kind === value)} /><span class="choice-card-title">${title}</span><span class="choice-card-note">${note}</span></label>`;

  return {
    html: markup,
    /** @param {Element} element */
    typed: (element) => {
      if (element.id === "age-keys") ageKeys = valueOf("age-keys");
    },
    /** @param {Element} element */
    chosen: (element) => {
      if (element.id === "with-keys") withKeys = isTicked("with-keys");
      if (!(element instanceof HTMLInputElement) || element.name !== "protection") return;
      kind = element.value === "age-keys" ? "age-keys" : "passphrase";
      page.draw();
    },
    acts: {
      "save-backup": (/** @type {HTMLElement} */ pressed) => {
        const chosen = protection();
        if (!chosen) return;
        return page.run(
          pressed,
          async () => {
            const saved = await backend.backup.save(ids && ids(), withKeys, chosen);
            if (saved) done(saved);
          },
          { fields: { "passphrase-too-short": "backup-passphrase", "age-key-invalid": "age-keys", "age-key-secret": "age-keys" } },
        );
      },
    },
  };
}

/** What was saved. It stands where the button was pressed. @param {SavedBackup} saved @param {string} title */
export const savedCallout = (saved, title) => callout({
  id: "saved",
  tone: saved.withoutKeys.length + saved.unreadable.length > 0 ? "warn" : "ok",
  title,
  body: html`<p>${s.saved(saved.connections, saved.keys, html`<span class="mono">${breakable(saved.path)}</span>`)}</p>
    ${saved.withoutKeys.length > 0 && html`<p>${s.withoutKeys(saved.withoutKeys)}</p>`}
    ${saved.unreadable.map(({ path }) => html`<p>${s.unreadable} <span class="mono">${breakable(path)}</span></p>`)}`,
});
