// @ts-check
// Everything about one certificate, in a dialog that only shows.

import { copyFact, copyField } from "../../elements/copy.js";
import { openDialog } from "../../elements/dialog.js";
import { breakable, capital, dayTime, idInSixes, nameIn, recentTimeFirst } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";

/** @import { CredentialView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.connection;

/** @param {CredentialView} credential @param {string} id of its connection */
export async function credentialDialog(credential, id) {
  const { labels } = s;
  await openDialog({
    name: "credential",
    title: s.detailsTitle,
    body: html`${copyField({ label: s.columns.id, value: credential.certificateId, shown: idInSixes(credential.certificateId), over: true })}
      <dl class="facts">
        ${row(labels.subject, nameIn(credential.subject))}
        ${row(labels.from, dayTime(credential.validFrom))}
        ${row(labels.until, dayTime(credential.validUntil))}
        ${row(labels.key, html`${strings.names.keyType[credential.keyType]}, ${credential.algorithm}`)}
        ${credential.keyType.startsWith("rsa") && row(labels.signature, strings.names.signature[credential.signature])}
        ${row(labels.kept, capital(strings.names.store[credential.keyStore]))}
        ${credential.savedCertificate && row(labels.certificateFile, html`${recentTimeFirst(credential.savedCertificate.at)}, <span class="mono">${breakable(credential.savedCertificate.path)}</span>`)}
        ${credential.exportedKey && row(labels.keyFile, html`${recentTimeFirst(credential.exportedKey.at)}, <span class="mono">${breakable(credential.exportedKey.path)}</span>`)}
        ${row(labels.serial, copyFact(credential.serial, labels.serial, html`<span class="mono">${credential.serial}</span>`))}
        ${row(labels.fingerprint, copyFact(credential.fingerprint, labels.fingerprint, html`<span class="mono">${credential.fingerprint}</span>`))}
      </dl>
      ${copyField({ label: labels.pem, value: credential.certificatePem, shown: html`<span class="pem">${credential.certificatePem}</span>`, over: true })}
      <p class="small"><a href="${hashOf({ screen: "leak", id, credentialId: credential.id })}" data-act="cancel">${s.leak}</a></p>`,
  });
}

/** @param {string} name @param {Part} value */
const row = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;
