// @ts-check
// What to do when the keychain is not ready: told with the exact remedy for the piece that is
// missing, and the other way to keep keys.

import { callout } from "../elements/callout.js";
import { copyField } from "../elements/copy.js";
import { openDialog } from "../elements/dialog.js";
import { button } from "../elements/parts.js";
import { status, takeVault, vault } from "../lib/app.js";
import { backend } from "../lib/backend.js";
import { field, say, valueOf } from "../lib/form.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en.js";

/** @import { VaultStatus } from "../types/ipc.d.ts" */

const s = strings.vault;

/** Nothing when the vault is ready. */
export function vaultCallout() {
  const state = vault();
  if (!status.get() || state.state === "ready" || state.state === "checking") return null;
  const files = state.state === "key-files-locked";
  return html`<div class="vault-callout" id="vault-callout" data-state="${state.state}">${callout({
    tone: "warn",
    sign: "vault",
    title: s.title(state),
    body: html`<p>${s.lead}</p>${remedy(state)}`,
    actions: html`${files ? button({ act: "open-key-files", label: s.openFiles, kind: "button-primary" }) : button({ act: "check-vault", label: s.check, busy: s.checking })}${!files && button({ act: "open-key-files", label: s.useFiles })}`,
  })}</div>`;
}

export const vaultReady = () => vault().state === "ready";

/** Whether keys are kept in files, or are now. @returns {Promise<boolean>} whether the files are open afterwards */
export async function openKeyFiles() {
  const exists = vault().state === "key-files-locked";
  const answer = await openDialog({
    name: "key-files",
    title: exists ? s.files.titleOpen : s.files.titleNew,
    body: html`${!exists && html`<p>${s.files.body}</p><dl class="facts"><div class="facts-row"><dt>${s.files.folder}</dt><dd class="mono">${status.get()?.dataFolder}</dd></div></dl>`}
      ${field({ id: "files-passphrase", label: s.files.passphrase, value: "", type: "password", ...(exists ? {} : { hint: s.files.hint }), autocomplete: exists ? "off" : "new-password" })}
      ${!exists && field({ id: "files-again", label: s.files.again, value: "", type: "password", autocomplete: "new-password" })}`,
    act: { label: exists ? s.files.actOpen : s.files.actNew, busy: s.files.busy },
    work: async () => {
      const passphrase = valueOf("files-passphrase");
      if (!exists && !passphraseHolds("files-passphrase", "files-again")) return undefined;
      return backend.vault.openFiles(passphrase);
    },
  });
  if (!answer) return false;
  takeVault(answer);
  return answer.state === "ready";
}

/**
 * Long enough, and typed the same twice; says under the fields what is not so.
 * @param {string} one
 * @param {string} other
 */
export function passphraseHolds(one, other) {
  const long = [...valueOf(one)].length >= LEAST;
  const same = valueOf(one) === valueOf(other);
  say(one, long ? null : "danger", s.files.short);
  say(other, long && !same ? "danger" : null, s.files.differ);
  if (!long) document.getElementById(one)?.focus();
  else if (!same) document.getElementById(other)?.focus();
  return long && same;
}

/** @param {Exclude<VaultStatus, { state: "ready" | "checking" }>} state */
function remedy(state) {
  switch (state.state) {
    case "missing": {
      const [words, command] = {
        "session-bus": [s.sessionBus, s.sessionBusCommand],
        "secret-service": [s.secretService, s.secretServiceCommand],
        collection: [s.collection, s.collectionCommand],
      }[state.piece];
      return html`<p>${words}</p>${copyField({ label: s.command, value: String(command) })}${state.detail && html`<p class="small soft">${s.detail(state.detail)}</p>`}`;
    }
    case "locked":
      return html`<p>${s.locked}</p>`;
    case "broken":
      return html`<p>${s.broken}</p>${state.detail && html`<p class="small soft">${s.detail(state.detail)}</p>`}`;
    case "key-files-locked":
      return html`<p>${s.keyFilesLocked}</p>`;
  }
}

/** Characters; the backend refuses less as well. */
const LEAST = 12;
