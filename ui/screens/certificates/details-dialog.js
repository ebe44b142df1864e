// @ts-check
// Everything that NetSuite's list says of one certificate, and what is known of it here.

import { copyFact, copyField } from "../../elements/copy.js";
import { openDialog } from "../../elements/dialog.js";
import { daysLeft, idInSixes, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { date, holder, named, stateBadge } from "./table.js";

/** @import { CertificateList, CertificateRow } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.certificates;

/** @param {CertificateRow} row @param {CertificateList} list it stands in */
export const certificateDialog = (row, list) =>
  openDialog({
    name: "listed-certificate",
    title: s.detailsTitle,
    body: html`${copyField({ label: s.columns.id, value: row.certificateId, shown: idInSixes(row.certificateId), over: true })}
      <dl class="facts facts-netsuite">
        ${fact(s.columns.state, stateBadge(row.state))}
        ${fact(s.columns.entity, copied(row.entityName, row.entityId, s.columns.entity))}
        ${fact(s.columns.role, copied(row.roleName, row.roleId, s.columns.role))}
        ${fact(s.columns.created, date(row.created))}
        ${fact(s.columns.from, date(row.validFrom))}
        ${fact(s.columns.until, html`${date(row.validUntil)}${row.shortened && html`<span class="facts-note">${s.shortened}</span>`}`)}
        ${row.state === "active" && row.daysLeft !== null && row.validUntil !== null && fact(s.daysLeft, daysLeft(row.daysLeft, `${row.validUntil}T23:59:59Z`))}
        ${fact(s.algorithm, row.algorithm ?? s.unsaid)}
        ${fact(s.holder, holder(row))}
        ${fact(s.listRead, html`${recentTime(list.at)}, <span class="mono">${list.host}</span>`)}
      </dl>`,
  });

/** @param {string | null} name @param {string | null} id @param {string} what */
const copied = (name, id, what) => (id === null ? named(name, id) : copyFact(id, what, named(name, id)));

/** @param {string} name @param {Part} value */
const fact = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;
