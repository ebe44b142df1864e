// @ts-check
// The board's table: a line for each connection. What can be in sight is drawn at once, the rest
// when it is about to be, so that a thousand connections do not make anybody wait.

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
import { COLUMNS, isByNeed, isUnlisted, routeTo } from "./rows.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Group } from "./groups.js" */
/** @import { Sorting } from "./rows.js" */

const s = strings.board;

/** @typedef {{ group: number, head: Group | null, connections: ConnectionSummary[] }} Rest what a group still lacks; its head, too, if nothing of it is drawn */

/**
 * @param {object} options
 * @param {Group[]} options.groups none of them empty
 * @param {Sorting} options.sorting
 * @param {number} options.height of what is in sight, in pixels
 * @returns {{ first: Markup, rest: Rest[] }}
 */
export function boardTable({ groups, sorting, height }) {
  const pieces = groups.map((group, index) => ({ group: index, head: group, connections: group.connections }));
  const { now, rest } = cut(pieces, Math.max(LEAST, Math.ceil(height / LOWEST)));
  const primary = groups[0]?.connections[0]?.needsYou ? groups[0].connections[0] : null;
  return {
    rest,
    first: html`<div class="table-frame table-frame-fixed" tabindex="0" role="region" aria-label="${s.table}">
      <table class="table table-board" aria-rowcount="${countOf(pieces) + 1}">
        <caption class="visually-hidden">${isByNeed(sorting) ? s.captionByNeed : s.caption(s.columns[sorting.column], sorting.down)}</caption>
        <colgroup><col class="col-name" /><col class="col-account" /><col class="col-target" /><col class="col-status" /><col class="col-days" /><col class="col-slots" /><col class="col-act" /></colgroup>
        <thead><tr>
          ${COLUMNS.map((column) => sortHead(column, s.columns[column], sorting, column === "account" || column === "target" ? "own-column" : undefined))}
          <th scope="col" class="table-act">${s.columns.act}</th>
        </tr></thead>
        ${now.map((piece) => body(piece, primary))}
      </table>
    </div>
    ${rest.length > 0 && html`<div id="board-rest"></div>`}`,
  };
}

/**
 * Adds what is still to follow whenever somebody comes near it. Until then its place is empty and as high as it will be.
 * @param {Rest[]} rest
 */
export function follow(rest) {
  following?.disconnect();
  const place = document.getElementById("board-rest");
  const table = document.querySelector(".table-board");
  if (!place || !(table instanceof HTMLTableElement)) return;
  let left = rest;
  const keepPlace = () => (place.style.blockSize = `${Math.round(countOf(left) * rowHeight)}px`);
  following = new IntersectionObserver((seen, observer) => {
    // The last thing it tells is that the board has gone.
    if (!place.isConnected) return observer.disconnect();
    rowHeight = table.offsetHeight / table.rows.length;
    keepPlace();
    if (!seen.at(-1)?.isIntersecting) return;
    const cutOff = cut(left, AT_ONCE);
    left = cutOff.rest;
    for (const piece of cutOff.now) add(table, piece);
    keepPlace();
    observer.disconnect();
    // It may still be near, and an observer tells only what changes.
    if (left.length > 0) observer.observe(place);
  }, { rootMargin: `${AHEAD}px` });
  // What has just been drawn is not measured: that would lay all of it out before the window shows it, and then again.
  keepPlace();
  following.observe(place);
}

/** @type {IntersectionObserver | undefined} */
let following;

/** @param {HTMLTableElement} table @param {Rest} piece */
function add(table, piece) {
  const made = document.createElement("table");
  mount(made, body(piece, null));
  const rows = made.tBodies[0];
  const drawn = table.querySelector(`tbody[data-group="${piece.group}"]`);
  if (drawn) drawn.append(...(rows?.children ?? []));
  else if (rows) table.append(rows);
}

/** The rows that they will have. @param {Rest[]} rest */
const countOf = (rest) => rest.reduce((sum, { head, connections }) => sum + connections.length + (head?.title ? 1 : 0), 0);

/**
 * As many rows as there is room for, and the rest. A group's head counts as one.
 * @param {Rest[]} pieces
 * @param {number} room
 * @returns {{ now: Rest[], rest: Rest[] }}
 */
function cut(pieces, room) {
  /** @type {Rest[]} */
  const now = [];
  for (const [index, { group, head, connections }] of pieces.entries()) {
    if (room <= 0) return { now, rest: pieces.slice(index) };
    const shown = connections.slice(0, room);
    now.push({ group, head, connections: shown });
    room -= shown.length + (head?.title ? 1 : 0);
    if (shown.length < connections.length) return { now, rest: [{ group, head: null, connections: connections.slice(shown.length) }, ...pieces.slice(index + 1)] };
  }
  return { now, rest: [] };
}

/** @param {Rest} piece @param {ConnectionSummary | null} primary */
const body = ({ group, head, connections }, primary) => html`<tbody data-group="${group}">
  ${head?.title && html`<tr><th class="table-group" colspan="5" scope="rowgroup">${head.title}${head.note && html` <span class="table-group-note">${head.note}</span>`}</th><td class="table-group own-column" colspan="2"></td></tr>`}
  ${connections.map((connection) => line(connection, connection === primary))}
</tbody>`;

/** @param {ConnectionSummary} connection @param {boolean} first the next act of the first row in need is the view's one primary */
function line(connection, first) {
  const { id, name, status, accountId, practice, slots, nextAct } = connection;
  const target = connection.target?.label ?? s.noTarget;
  return html`<tr data-connection="${id}">
    <th scope="row"><span class="cell">
      <span class="cell-line"><a class="cell-name" href="${hashOf(routeTo(connection))}">${name}</a>${practice && practiceBadge()}</span>
      <span class="cell-note two-lines">${accountId && html`<span class="mono">${accountId}</span> · `}${target}</span>
    </span></th>
    <td class="own-column"><span class="mono">${accountId ?? none(s.noAccount)}</span></td>
    <td class="own-column"><span class="cell-text">${connection.target ? target : none(s.noTarget)}</span></td>
    <td><span class="cell cell-status">
      <span class="cell-line">${statusBadge(status)}</span>
      <span class="cell-note ${awaitedUntil(connection) ? "cell-until" : "cell-aside"}">${note(connection)}</span>
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

/** Until when the outcome of an upload without an answer can still come. @param {ConnectionSummary} connection */
const awaitedUntil = ({ settlesAt }) => (settlesAt !== null && !hasEnded(settlesAt) ? settlesAt : null);

/** @param {ConnectionSummary} connection */
function note(connection) {
  const { status } = connection;
  const until = awaitedUntil(connection);
  if (until) return s.uploadOpen(html`<time datetime="${until}">${deadline(until)}</time>`);
  if (status.kind === "rotating") return status.next ? s.rotationNote[status.next] : isRunning(connection.id) ? s.rotationRunning : s.rotationElsewhere;
  if (status.kind === "setting-up") return s.atStep(strings.names.stepFor(status.step, connection.target), STEPS.indexOf(status.step) + 1);
  if (provenElsewhere(connection)) return s.provenBy(connection.target?.label ?? s.noTarget);
  const { lastCall } = connection;
  if (status.kind !== "token-refused" && lastCall && !lastCall.works) return s.callRefused(recentTime(lastCall.at));
  if (lastCall?.works && lastCall.at === latest(connection)) return s.callWorked(recentTime(lastCall.at));
  return connection.lastTokenAt ? s.lastToken(recentTime(connection.lastTokenAt)) : s.noToken;
}

/** When a token or a call worked last. @param {ConnectionSummary} connection */
const latest = ({ lastTokenAt, lastCall }) => (lastCall && (lastTokenAt === null || Date.parse(lastCall.at) >= Date.parse(lastTokenAt)) ? lastCall.at : lastTokenAt);

/** Pixels of the lowest row there is. */
const LOWEST = 36;
/** Pixels of a row on average, as measured last. */
let rowHeight = LOWEST;
/** Rows in one go: a few milliseconds. */
const AT_ONCE = 20;
/** Rows where there is no room for any: whoever scrolls sees some. */
const LEAST = 8;
/** Pixels below the window in which rows are drawn before they are in sight. */
const AHEAD = 1500;
