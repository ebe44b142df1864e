// @ts-check
// The board's table: a line for each connection. What can be in sight is drawn at once, the rest
// behind it, so that a thousand connections do not make anybody wait.

import { daysRule, noDays } from "../../elements/days-left.js";
import { practiceBadge } from "../../elements/badge.js";
import { statusBadge } from "../../elements/status-badge.js";
import { slotCells } from "../../elements/slot-count.js";
import { sortHead } from "../../elements/sort-head.js";
import { deadline, hasEnded, knownTime, recentTime } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { hashOf, STEPS } from "../../window/router.js";
import { strings } from "../../strings/en/first-screen.js";
import { isRunning } from "../rotation/active-runs.js";
import { BY_NEED, COLUMNS, isUnlisted } from "./rows.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Route } from "../../window/router.js" */
/** @import { Sorting } from "./rows.js" */

const s = strings.board;

/** @typedef {{ group: number, connections: ConnectionSummary[] }} Rest what a group still lacks */

/**
 * @param {object} options
 * @param {ConnectionSummary[]} options.rows sorted; never none
 * @param {Sorting} options.sorting
 * @param {number} options.height of what is in sight, in pixels
 * @returns {{ first: Markup, rest: Rest[] }}
 */
export function boardTable({ rows, sorting, height }) {
  let room = Math.max(AT_ONCE, Math.ceil(height / LOWEST));
  /** @type {Rest[]} */
  const rest = [];
  const bodies = groupsOf(rows, sorting).map(({ title, connections }, group) => {
    const shown = connections.slice(0, room);
    room -= shown.length;
    if (shown.length < connections.length) rest.push({ group, connections: connections.slice(shown.length) });
    return html`<tbody data-group="${group}">
      ${title && html`<tr><th class="table-group" colspan="5" scope="rowgroup">${title}</th><td class="table-group own-column" colspan="2"></td></tr>`}
      ${shown.map((connection, row) => line(connection, group === 0 && row === 0 && connection.needsYou))}
    </tbody>`;
  });
  return {
    rest,
    first: html`<div class="table-frame table-frame-fixed" tabindex="0" role="region" aria-label="${s.table}">
      <table class="table table-board" aria-rowcount="${rows.length + 1 + bodies.length}">
        <caption class="visually-hidden">${isByNeed(sorting) ? s.captionByNeed : s.caption(s.columns[sorting.column], sorting.down)}</caption>
        <colgroup><col class="col-name" /><col class="col-account" /><col class="col-target" /><col class="col-status" /><col class="col-days" /><col class="col-slots" /><col class="col-act" /></colgroup>
        <thead><tr>
          ${COLUMNS.map((column) => sortHead(column, s.columns[column], sorting, column === "account" || column === "target" ? "own-column" : undefined))}
          <th scope="col" class="table-act">${s.columns.act}</th>
        </tr></thead>
        ${bodies}
      </table>
    </div>`,
  };
}

/**
 * Adds what is still to follow, a part in each frame, as long as nothing else is drawn.
 * @param {Rest[]} rest
 * @param {() => boolean} wanted
 */
export function follow(rest, wanted) {
  const [first, ...others] = rest;
  if (!first) return;
  requestAnimationFrame(() => setTimeout(() => {
    const body = document.querySelector(`.table-board tbody[data-group="${first.group}"]`);
    if (!body || !wanted()) return;
    const made = document.createElement("tbody");
    mount(made, html`${first.connections.slice(0, AT_ONCE).map((connection) => line(connection, false))}`);
    body.append(...made.children);
    const left = first.connections.slice(AT_ONCE);
    follow(left.length > 0 ? [{ ...first, connections: left }, ...others] : others, wanted);
  }));
}

/** By need they stand in groups that say why; otherwise the column says it. @param {ConnectionSummary[]} rows @param {Sorting} sorting */
function groupsOf(rows, sorting) {
  if (!isByNeed(sorting)) return [{ title: null, connections: rows }];
  return [
    { title: s.needsYou, connections: rows.filter((connection) => connection.needsYou) },
    { title: s.working, connections: rows.filter((connection) => !connection.needsYou) },
  ].filter(({ connections }) => connections.length > 0);
}

/** @param {Sorting} sorting */
const isByNeed = ({ column, down }) => column === BY_NEED.column && down === BY_NEED.down;

/** @param {ConnectionSummary} connection @param {boolean} first the next act of the first row in need is the view's one primary */
function line(connection, first) {
  const { id, name, status, accountId, practice, slots, nextAct } = connection;
  const open = status.kind === "setting-up";
  const route = /** @type {Route} */ (open ? { screen: "setup", id, step: null } : { screen: "connection", id });
  const target = connection.target?.label ?? s.noTarget;
  return html`<tr data-connection="${id}">
    <th scope="row"><span class="cell">
      <span class="cell-line"><a class="cell-name" href="${hashOf(route)}">${name}</a>${practice && practiceBadge()}</span>
      <span class="cell-note two-lines">${accountId && html`<span class="mono">${accountId}</span> · `}${target}</span>
    </span></th>
    <td class="own-column"><span class="mono">${accountId ?? none(s.noAccount)}</span></td>
    <td class="own-column"><span class="cell-text">${connection.target ? target : none(s.noTarget)}</span></td>
    <td><span class="cell cell-status">
      <span class="cell-line">${statusBadge(status)}</span>
      <span class="cell-note cell-aside">${note(connection)}</span>
    </span></td>
    <td>${isUnlisted(status) ? noDays(s.noneListed) : connection.daysLeft === null || connection.validUntil === null ? noDays(s.noCertificate) : daysRule(connection.daysLeft, connection.validUntil)}</td>
    <td>${slots ? html`<span class="cell cell-slots">${slotCells(slots)}<span class="cell-note cell-aside" data-as-of>${s.slotsAsOf(knownTime(slots.at))}</span></span>` : html`<span class="cell-note">${none(s.slotsUnknown)}<span class="two-lines">${s.slotsUnknown}</span></span>`}</td>
    <td class="table-act"><button class="button ${first ? "button-first" : ""}" type="button" data-act="next-act" data-next="${nextAct}" data-id="${id}">${actLabel(connection)}<span class="visually-hidden"> ${s.forConnection(name)}</span></button></td>
  </tr>`;
}

/** A dash for the eyes where there is one line; its words for assistive technology. @param {string} words */
const none = (words) => html`<span class="one-line soft"><span aria-hidden="true">–</span><span class="visually-hidden">${words}</span></span>`;

/** In order without a token ever seen here: the target proved it, and only the target can. @param {ConnectionSummary} connection */
const provenElsewhere = ({ status, nextAct, lastTokenAt }) => status.kind === "in-order" && nextAct === "test" && lastTokenAt === null;

/** @param {ConnectionSummary} connection */
function actLabel(connection) {
  const { status, nextAct } = connection;
  if (provenElsewhere(connection)) return s.open;
  if (status.kind === "rotating") return status.next ? s.rotationAct[status.next] : s.openRotation;
  if (nextAct === "rotate" && status.kind === "mapping-gone") return s.recreate;
  return s.act[nextAct];
}

/** @param {ConnectionSummary} connection */
function note(connection) {
  const { status } = connection;
  if (connection.settlesAt !== null && !hasEnded(connection.settlesAt)) return s.uploadOpen(html`<time datetime="${connection.settlesAt}">${deadline(connection.settlesAt)}</time>`);
  if (status.kind === "rotating") return status.next ? s.rotationNote[status.next] : isRunning(connection.id) ? s.rotationRunning : s.rotationElsewhere;
  if (status.kind === "setting-up") return s.atStep(strings.names.stepFor(status.step, connection.target), STEPS.indexOf(status.step) + 1);
  if (provenElsewhere(connection)) return s.provenBy(connection.target?.label ?? s.noTarget);
  return connection.lastTokenAt ? s.lastToken(recentTime(connection.lastTokenAt)) : s.noToken;
}

/** Pixels of the lowest row there is. */
const LOWEST = 36;
/** Rows in one go: a few milliseconds. */
const AT_ONCE = 60;
