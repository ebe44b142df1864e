// @ts-check
// NetSuite's list as a table: one page of it at a time, so that ten thousand rows are as quick as
// ten. It says which part is shown; the whole is reached by search, sorting, filters and pages.

import { copyButton } from "../../elements/copy.js";
import { daysRule } from "../../elements/days-left.js";
import { badge } from "../../elements/badge.js";
import { sortHead } from "../../elements/sort-head.js";
import { dayTime, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";

/** @import { CertificateRow, ListedState } from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */
/** @import { Column } from "./rows.js" */

const s = strings.certificates;

/** Rows on one page. */
export const PAGE = 50;

/**
 * Drawn in two goes: what can be in sight at once, and what follows when that has been painted.
 * @param {object} options
 * @param {string} options.record the integration record's name
 * @param {CertificateRow[]} options.rows all that match
 * @param {number} options.all how many NetSuite lists
 * @param {number} options.page from 0
 * @param {{ column: Column, down: boolean }} options.sorting
 * @param {string | null} options.inUse the certificate that the access in use came from
 * @param {number} options.height of the window, in pixels
 * @returns {{ first: Markup, rest: Markup | null }} `rest` belongs into #certificates-rest
 */
export function certificateTable({ record, rows, all, page, sorting, inUse, height }) {
  const first = page * PAGE;
  const shown = rows.slice(first, first + PAGE);
  if (shown.length === 0) return { rest: null, first: html`<p class="empty-line">${s.nothing} <button class="button button-quiet" type="button" data-act="show-all" id="show-all">${s.nothingAct}</button></p>` };
  const inSight = Math.ceil(height / LOWEST);
  const lines = shown.map((row, index) => line(row, first + index + 2, inUse));
  const markup = html`<div class="table-frame" tabindex="0" role="region" aria-label="${s.table}">
      <table class="table table-certificates" id="certificates" aria-rowcount="${rows.length + 1}">
        <caption class="visually-hidden">${s.caption(record)}</caption>
        <colgroup><col class="col-cert" /><col class="col-state" /><col /><col class="col-role" /><col class="col-date" /><col class="col-date col-from" /><col class="col-until" /><col class="col-revoke" /></colgroup>
        <thead><tr aria-rowindex="1">${COLUMNS.map((column) => sortHead(column, s.columns[column], sorting))}<th scope="col"><span class="visually-hidden">${s.columns.acts}</span></th></tr></thead>
        <tbody>${lines.slice(0, inSight)}</tbody>
        ${lines.length > inSight && html`<tbody id="certificates-rest"></tbody>`}
      </table>
    </div>
    <div class="part-head table-foot">
      <p class="part-note" id="shown">${s.shown(first + 1, first + shown.length, rows.length, all)}</p>
      ${rows.length > PAGE && pages(page, Math.ceil(rows.length / PAGE))}
    </div>`;
  return { first: markup, rest: lines.length > inSight ? html`${lines.slice(inSight)}` : null };
}

/** @param {CertificateRow} row @param {number} place @param {string | null} inUse */
function line(row, place, inUse) {
  return html`<tr data-certificate="${row.certificateId}" data-state="${row.state}" data-holder="${row.holder}" aria-rowindex="${place}">
    <th scope="row"><span class="id-line"><span class="id">${shortId(row.certificateId)}</span>${copyButton(row.certificateId, `${s.columns.id} ${row.certificateId.slice(0, 6)}`)}</span><span class="cell-note cell-block">${row.certificateId === inUse ? s.inUse(row.algorithm ?? s.unsaid) : (row.algorithm ?? s.unsaid)}</span></th>
    <td>${stateBadge(row.state)}<span class="cell-note cell-block">${holder(row)}</span></td>
    <td>${named(row.entityName, row.entityId)}</td>
    <td>${named(row.roleName, row.roleId)}</td>
    <td><span class="nowrap">${date(row.created)}</span></td>
    <td><span class="nowrap">${date(row.validFrom)}</span></td>
    <td>${until(row)}${row.validFrom !== null && row.validFrom !== row.created && html`<span class="cell-note only-narrow">${s.fromDate(date(row.validFrom))}</span>`}</td>
    <td class="table-act"><button class="button button-plain" type="button" data-act="details" data-certificate="${row.certificateId}">${s.details}<span class="visually-hidden"> ${s.revokeNamed(row.certificateId.slice(0, 6))}</span></button>${row.state === "active" && html`<button class="button button-plain" type="button" data-act="revoke" data-certificate="${row.certificateId}">${s.revoke}<span class="visually-hidden"> ${s.revokeNamed(row.certificateId.slice(0, 6))}</span></button>`}</td>
  </tr>`;
}

/** Shape and word; the colour says nothing by itself. @param {ListedState} state */
export function stateBadge(state) {
  switch (state) {
    case "active":
      return badge("ok", "ok", s.states.active);
    case "expired":
      return badge(null, "clock", s.states.expired);
    case "revoked":
      return badge(null, "revoke", s.states.revoked);
  }
}

/** @param {CertificateRow} row @returns {Part} */
export function holder(row) {
  if (row.holder === "vendor") return s.vendor(row.vendor ?? "");
  if (row.connectionId !== null && row.connectionName !== null) return html`<a href="${hashOf({ screen: "connection", id: row.connectionId })}">${row.connectionName}</a>`;
  return s.holders[row.holder];
}

/** @param {CertificateRow} row */
function until(row) {
  if (row.validUntil === null) return html`<span class="cell-note">${s.unsaid}</span>`;
  if (row.state !== "active" || row.daysLeft === null) return html`<span class="cell-note">${date(row.validUntil)}</span>`;
  // NetSuite gives the day; it is over when the day is.
  return html`${daysRule(row.daysLeft, `${row.validUntil}T23:59:59Z`)}${row.shortened && html`<span class="cell-note cell-block">${s.shortened}</span>`}`;
}

/** @param {string | null} name @param {string | null} id */
export const named = (name, id) => html`<span class="cell"><span class="cell-text">${name ?? (id === null ? s.unsaid : s.internal(id))}</span>${name !== null && id !== null && html`<span class="cell-note">${s.internal(id)}</span>`}</span>`;

/** NetSuite's day as people read it. @param {string | null} written `YYYY-MM-DD` @returns {Markup} */
export const date = (written) => (written === null ? html`${s.unsaid}` : dayTime(written));

/** @param {number} page @param {number} count */
const pages = (page, count) => html`<nav class="actions actions-tight" aria-label="${s.pages}">
  ${turn("first", 0, page === 0)}${turn("previous", page - 1, page === 0)}${turn("next", page + 1, page === count - 1)}${turn("last", count - 1, page === count - 1)}
</nav>`;

/** Not disabled at an end: that would take the focus away from who turns pages by keyboard. @param {"first" | "previous" | "next" | "last"} to @param {number} page @param {boolean} off */
const turn = (to, page, off) => html`<button class="button" type="button" data-act="turn" data-page="${page}" id="page-${to}" ${off && html`aria-disabled="true"`}>${s.turn[to]}</button>`;

/** Pixels of the lowest row there is. */
const LOWEST = 57;

/** @type {Column[]} */
const COLUMNS = ["id", "state", "entity", "role", "created", "from", "until"];
