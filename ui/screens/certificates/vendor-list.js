// @ts-check
// On a connection's page: the certificates that were uploaded from here for vendors who hold the keys.

import { copyButton } from "../../elements/copy.js";
import { daysRule } from "../../elements/days-left.js";
import { badge } from "../../elements/badge.js";
import { dayTime, nameIn, recentTime, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { stateBadge } from "./table.js";

/** @import { ConnectionView, VendorCertificateView } from "../../types/ipc.d.ts" */

const s = strings.certificates;

/** @param {ConnectionView} view */
export const vendorCertificates = (view) => view.vendorCertificates.length > 0 && html`<section class="part" aria-labelledby="vendor-certificates">
  <h2 id="vendor-certificates">${s.ofVendors}</h2>
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.ofVendorsTable}">
    <table class="table table-creds">
      <caption class="visually-hidden">${s.ofVendorsTable}</caption>
      <thead><tr><th scope="col">${s.columns.id}</th><th scope="col">${s.vendorColumn}</th><th scope="col">${s.columns.state}</th><th scope="col">${strings.uploadForMe.vendor.subject}</th><th scope="col">${s.columns.until}</th></tr></thead>
      <tbody>${view.vendorCertificates.map(line)}</tbody>
    </table>
  </div>
</section>`;

/** @param {VendorCertificateView} certificate */
const line = (certificate) => html`<tr data-certificate="${certificate.certificateId}" data-state="${certificate.state}">
  <th scope="row"><span class="id-line"><span class="id">${shortId(certificate.certificateId)}</span>${copyButton(certificate.certificateId, `${s.columns.id} ${certificate.certificateId.slice(0, 6)}`)}</span></th>
  <td>${certificate.vendor}</td>
  <td>${certificate.state === "gone" ? badge("danger", "stop", s.gone) : stateBadge(certificate.state)}${certificate.seenAt && html`<span class="cell-note cell-block">${s.asOf(recentTime(certificate.seenAt))}</span>`}</td>
  <td>${nameIn(certificate.subject)}</td>
  <td>${certificate.state === "active" ? daysRule(certificate.daysLeft, certificate.validUntil) : html`<span class="cell-note">${dayTime(certificate.validUntil)}</span>`}</td>
</tr>`;
