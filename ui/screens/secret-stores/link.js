// @ts-check
// The way to the secret stores, where the private key is saved and on the connection's page.

import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { secretStores as s } from "../../strings/en/secret-stores.js";
import { hashOf } from "../../window/router.js";

/** @import { ConnectionView, CredentialView, SecretStore } from "../../types/ipc.d.ts" */

/** The stores whose tools were found when it was last looked. @type {SecretStore[]} */
let present = [];

/** Looks which tools are here. A failure offers none: the key can still be saved as a file. @param {string} id of a connection @returns {Promise<boolean>} whether that is news */
export async function findStores(id) {
  const before = present.join();
  try {
    present = (await backend.secretStores.list(id)).map(({ store }) => store);
  } catch {
    present = [];
  }
  return present.join() !== before;
}

/** @param {ConnectionView} view */
export const secretStoresLink = (view) => present.length > 0 && view.credential !== null && html`<div class="page-end"><p class="small soft">${s.linkNote(present)}</p>${link(view, null, "button")}</div>`;

/** The same beside the button that saves the key to a file. @param {ConnectionView} view @param {CredentialView | null} credential whose key it is */
export const secretStoresNote = (view, credential) => present.length > 0 && credential !== null && html`<span class="kit-note">${link(view, credential, "")}</span>`;

/** @param {ConnectionView} view @param {CredentialView | null} credential @param {string} look */
const link = (view, credential, look) => html`<a class="${look}" id="secret-stores-link" href="${hashOf({ screen: "secret-stores", id: view.id, credentialId: credential?.id ?? null })}">${s.link}</a>`;
