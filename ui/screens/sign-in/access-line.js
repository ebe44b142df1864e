// @ts-check
// One line: what the next request to NetSuite's certificates is made with, and the way to change it.

import { shortId, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { Access, AccessView } from "../../types/ipc.d.ts" */

const s = strings.signIn.line;

/** @param {AccessView} access @param {string} id of the connection */
export const accessLine = (access, id) => html`<span class="access-line" data-access="${access.by.kind}"><span>${accessWords(access.by)}</span> <button class="button button-plain button-small" type="button" data-act="open-sign-in" data-id="${id}">${s.open[access.by.kind]}</button></span>`;

/** @param {Access} by */
export function accessWords(by) {
  if (by.kind === "none") return s.none;
  if (by.kind === "certificate") return s.certificate(shortId(by.certificateId), by);
  return s.signIn(by, html`<time datetime="${by.expiresAt}">${time(by.expiresAt)}</time>`);
}
