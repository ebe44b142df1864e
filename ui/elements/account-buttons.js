// @ts-check
// The accounts of the connections, to be taken over by a press.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";

/** @import { KnownAccount } from "../types/ipc.d.ts" */

/** Stands below the field that it fills in. @param {KnownAccount[]} accounts */
export const knownAccounts = (accounts) =>
  accounts.length > 1 && html`<div class="known-accounts" role="group" aria-labelledby="known-accounts"><p class="small soft" id="known-accounts">${strings.knownAccounts}</p><div class="actions actions-tight">${accounts.slice(0, MOST_OFFERED).map(({ accountId, client }) => html`<button class="button button-quiet" type="button" data-act="take-account" data-account="${accountId}"><span>${client} <span class="mono">${accountId}</span></span></button>`)}</div></div>`;

/** More would push the button out of sight. */
const MOST_OFFERED = 6;
