// @ts-check
// The question before a revocation: what it is, who uses it, what it means; typed. Where it must
// not be done from here, the dialog says how it is done safely.

import { copyField } from "../../elements/copy.js";
import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { backend } from "../../lib/backend.js";
import { valueOf } from "../../elements/form.js";
import { idInSixes } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { date, named } from "./table.js";

/** @import { CertificateList, CertificateRow, Failure } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.certificates.revocation;

/**
 * @param {string} id of the connection whose list it is
 * @param {CertificateRow} row
 * @returns {Promise<CertificateList | "sign-in" | "rotate" | null>} what is true then, or the safe way that was chosen
 */
export function openRevocation(id, row) {
  if (row.guard) return guarded(row, row.guard);
  const typed = lastSix(row.certificateId);
  return openDialog({
    name: "revoke",
    title: title(row),
    body: html`${what(row)}
      <ul class="dialog-list">
        <li>${icon("stop")}<span>${s.refused}</span></li>
        <li>${icon("info")}<span>${users(row)}</span></li>
        <li>${icon("revoke")}<span>${s.final}</span></li>
      </ul>
      ${typedField(typed)}`,
    act: { label: s.act, busy: s.busy, kind: "destroy" },
    typed,
    work: () => backend.certificate.revoke(id, row.certificateId, valueOf("typed").trim()),
  });
}

/** @param {CertificateRow} row @param {Failure} guard */
function guarded(row, guard) {
  const body = (/** @type {Part} */ why, /** @type {Part} */ how) => html`${what(row)}<ul class="dialog-list" data-guard="${guard.kind}"><li>${icon("stop")}<span>${why}</span></li><li>${icon("ok")}<span>${how}</span></li></ul>`;
  switch (guard.kind) {
    case "revokes-itself":
      return openDialog({ name: "revoke-guarded", title: s.itselfTitle, body: body(s.itselfBody, s.itselfHow), act: { label: s.itselfAct, kind: "primary" }, work: async () => /** @type {const} */ ("sign-in") });
    case "revokes-last":
      return openDialog({ name: "revoke-guarded", title: s.lastTitle(guard.connection), body: body(s.lastBody(guard.connection), s.lastHow), act: { label: s.lastAct, kind: "primary" }, work: async () => /** @type {const} */ ("rotate") });
    default: {
      const { title, body: words } = messageFor(guard);
      return openDialog({ name: "revoke-guarded", title: s.otherTitle, body: html`${what(row)}<p><strong>${title}.</strong> ${words}</p>`, work: async () => /** @type {null} */ (null) });
    }
  }
}

/** @param {CertificateRow} row */
function title(row) {
  if (row.holder === "vendor") return s.titleVendor(row.vendor ?? "");
  return row.connectionName !== null ? s.titleOurs(row.connectionName) : s.titleUnknown;
}

/** @param {CertificateRow} row */
function users(row) {
  if (row.holder === "vendor") return s.usersVendor(row.vendor ?? "");
  return row.connectionName !== null ? s.usersOurs(row.connectionName) : s.usersUnknown;
}

/** @param {CertificateRow} row */
const what = (row) => html`${copyField({ label: s.id, value: row.certificateId, shown: row.guard ? idInSixes(row.certificateId) : idWithEnd(row.certificateId), over: true })}
  <dl class="facts facts-netsuite">
    <div class="facts-row"><dt>${s.entity}</dt><dd>${named(row.entityName, row.entityId)}</dd></div>
    <div class="facts-row"><dt>${s.role}</dt><dd>${named(row.roleName, row.roleId)}</dd></div>
    <div class="facts-row"><dt>${s.valid}</dt><dd>${s.fromUntil(date(row.validFrom), date(row.validUntil))}</dd></div>
  </dl>`;

/** @param {string} typed */
const typedField = (typed) => html`<div class="field"><label class="field-label" for="typed">${s.type}: <strong class="mono typed-six">${typed}</strong></label><input class="field-input field-mono" id="typed" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="${typed.length}" /></div>`;

/** The whole ID in sixes, and its last six characters, however they fall, marked. @param {string} id */
export function idWithEnd(id) {
  const end = id.length - lastSix(id).length;
  const groups = [];
  for (let at = 0; at < id.length; at += 6) {
    const six = id.slice(at, at + 6);
    const cut = Math.min(Math.max(end - at, 0), six.length);
    groups.push(html`<span class="id-six">${six.slice(0, cut)}${cut < six.length && html`<b class="id-end">${six.slice(cut)}</b>`}</span>`);
  }
  return html`<span class="id">${groups}</span>`;
}

/** What is typed to confirm. @param {string} id */
export const lastSix = (id) => id.slice(-6);
