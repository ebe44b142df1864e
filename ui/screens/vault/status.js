// @ts-check
// What to do when the keychain is not ready: told with the exact remedy for the piece that is
// missing, and the other way to keep keys.

import { callout } from "../../elements/callout.js";
import { copyField } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { status, vault } from "../../lib/app-state.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";

/** @import { VaultStatus } from "../../types/ipc.d.ts" */

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
