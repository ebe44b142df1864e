// @ts-check
// The other way to keep keys: as files with a passphrase. Sets them up, or opens them.

import { openDialog } from "../../elements/dialog.js";
import { status, takeVault, vault } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { field, say, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

const s = strings.vault.files;

/** Whether keys are kept in files, or are now. @returns {Promise<boolean>} whether the files are open afterwards */
export async function openKeyFiles() {
  const exists = vault().state === "key-files-locked";
  const answer = await openDialog({
    name: "key-files",
    title: exists ? s.titleOpen : s.titleNew,
    body: html`${!exists && html`<p>${s.body}</p><dl class="facts"><div class="facts-row"><dt>${s.folder}</dt><dd class="mono">${status.get()?.dataFolder}</dd></div></dl>`}
      ${field({ id: "files-passphrase", label: s.passphrase, value: "", type: "password", ...(exists ? {} : { hint: s.hint }), autocomplete: exists ? "off" : "new-password" })}
      ${!exists && field({ id: "files-again", label: s.again, value: "", type: "password", autocomplete: "new-password" })}`,
    act: { label: exists ? s.actOpen : s.actNew, busy: s.busy },
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
  say(one, long ? null : "danger", s.short);
  say(other, long && !same ? "danger" : null, s.differ);
  if (!long) document.getElementById(one)?.focus();
  else if (!same) document.getElementById(other)?.focus();
  return long && same;
}

/** Characters; the backend refuses less as well. */
const LEAST = 12;
