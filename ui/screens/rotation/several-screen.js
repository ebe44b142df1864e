// @ts-check
// Several rotations at once: the connections that are due, each chosen by the user; then their
// lines as they move; then what is left, one connection at a time.

import { callout, failurePlace } from "../../elements/callout.js";
import { daysRule } from "../../elements/days-left.js";
import { practiceBadge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { daysLeft, recentTime } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { keepVisible } from "../../lib/scrolling.js";
import { strings } from "../../strings/en/all.js";
import { accessLine } from "../sign-in/access-line.js";
import { forgetRun, isRunning, runOf, runSeveral, watchRuns } from "./active-runs.js";
import { waitsFor } from "./facts.js";
import { canRun, lineAct, lineState, rotationOf } from "./several-rows.js";
import { vaultCallout, vaultReady } from "../vault/status.js";

/** @import { ConnectionSummary, Due, DueConnection } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.several;

/** What was run on this screen, until it is opened anew with nothing at work. @type {Set<string>} */
let batch = new Set();

/** @param {Page} page @returns {Promise<Screen>} */
export async function openRotations(page) {
  let [due, { connections }] = await Promise.all([backend.rotation.due(), readBoard()]);
  if (![...batch].some(isRunning)) {
    for (const id of batch) forgetRun(id);
    batch = new Set();
  }
  /** Whether NetSuite's list last showed that no further certificate would be taken. @param {string} id */
  const isFull = (id) => connections.some((known) => known.id === id && known.nextAct === "free-slot");
  /** @param {Pick<DueConnection, "id" | "access" | "rotation">} line */
  const selectable = (line) => canStart(line) && !isFull(line.id);
  const chosen = new Set(due.filter(({ due, ...line }) => due === "fourteen-days" && selectable(line)).map(({ id }) => id));
  let stop = () => {};

  const running = () => [...batch].filter(isRunning);
  const draw = () => page.isShown(screen) && page.draw();

  /** @type {Screen} */
  const screen = {
    name: "rotations",
    title: () => s.title,
    html: () => html`${pageHead({ title: s.title, sub: s.sub, back: { label: strings.board.title, route: { screen: "connections" } } })}
      ${vaultCallout()}
      ${due.length === 0 && batch.size === 0 ? callout({ tone: "note", sign: "ok", title: s.none }) : html`${progress()}${left()}${table()}`}
      ${failurePlace()}
      ${due.length > 0 && batch.size === 0 && foot()}`,
    chosen: (element) => {
      if (!(element instanceof HTMLInputElement)) return;
      if (element.id === "choose-all") {
        for (const line of due) {
          if (!selectable(line)) continue;
          if (element.checked) chosen.add(line.id);
          else chosen.delete(line.id);
        }
      } else if (element.dataset.choose) {
        if (element.checked) chosen.add(element.dataset.choose);
        else chosen.delete(element.dataset.choose);
      } else return;
      draw();
    },
    entered: () => {
      stop = watchRuns((id) => {
        if (batch.has(id)) draw();
      });
    },
    left: () => stop(),
    acts: {
      start: () => {
        const lines = due.filter(({ id }) => chosen.has(id));
        if (lines.length === 0) return announce(s.nothing);
        batch = new Set(lines.map(({ id }) => id));
        const work = runSeveral(lines);
        draw();
        document.getElementById("at-work")?.focus({ preventScroll: true });
        return work.then(after);
      },
      "try-again": () => void page.show(() => openRotations(page)),
    },
  };
  return screen;

  async function after() {
    announce(summary());
    // Days and journals may have changed; what was told of each run stays.
    [due, { connections }] = await Promise.all([backend.rotation.due(), readBoard()]);
    draw();
    const place = document.getElementById("left");
    if (!page.isShown(screen)) return;
    place?.focus({ preventScroll: true });
    keepVisible(place);
  }

  function progress() {
    if (running().length === 0) return null;
    return html`<div class="progress" id="at-work" tabindex="-1"><div><p class="progress-title">${s.working(batch.size - running().length, batch.size)}</p><p class="progress-note">${s.workingNote}</p></div>
      <progress class="progress-bar" max="${batch.size}" value="${batch.size - running().length}" aria-label="${s.progress}"></progress></div>`;
  }

  function counts() {
    const ids = [...batch];
    return { waiting: ids.filter((id) => waitsFor(rotationOf(id, null)?.next ?? null) && !runOf(id)?.failure).length, stopped: ids.filter((id) => runOf(id)?.failure).length };
  }

  function summary() {
    const { waiting, stopped } = counts();
    return s.left(waiting, stopped);
  }

  function left() {
    if (batch.size === 0 || running().length > 0) return null;
    const { stopped } = counts();
    return html`<div id="left" tabindex="-1">${callout({ tone: stopped > 0 ? "warn" : "ok", sign: stopped > 0 ? "warn" : "ok", title: summary(), body: html`<p>${s.leftBody}</p>` })}</div>`;
  }

  function table() {
    const busy = batch.size > 0;
    /** @type {Due[]} */
    const groups = ["fourteen-days", "one-month", "two-months"];
    const all = due.filter(selectable);
    return html`<div class="part">
      ${!busy && all.length > 1 && html`<label class="choice"><input type="checkbox" id="choose-all" ${flag("checked", all.every(({ id }) => chosen.has(id)))} /><span>${s.all}</span></label>`}
      <div class="table-frame" tabindex="0" role="region" aria-label="${s.table}"><table class="table table-several">
        <caption class="visually-hidden">${s.caption}</caption>
        <colgroup>${!busy && html`<col class="col-choose" />`}<col class="col-name" /><col class="col-days" /><col /><col class="col-act" /></colgroup>
        <thead><tr>${!busy && html`<th scope="col"><span class="visually-hidden">${s.columns.choose}</span></th>`}<th scope="col">${s.columns.client}</th><th scope="col">${s.columns.certificate}</th><th scope="col">${s.columns.access}</th><th scope="col"><span class="visually-hidden">${s.columns.act}</span></th></tr></thead>
        ${groups.map((group) => ({ group, lines: due.filter((line) => line.due === group && (!busy || batch.has(line.id))) })).filter(({ lines }) => lines.length > 0).map(({ group, lines }) => html`<tbody>
          <tr><th class="table-group" colspan="${busy ? 4 : 5}" scope="rowgroup">${s.due[group]}</th></tr>
          ${lines.map((connection) => line(connection, connections.find(({ id }) => id === connection.id), busy))}
        </tbody>`)}
      </table></div>
    </div>`;
  }

  /** @param {DueConnection} connection @param {ConnectionSummary | undefined} known @param {boolean} busy */
  function line(connection, known, busy) {
    const { id, name, accountId, target } = connection;
    return html`<tr data-connection="${id}">
      ${!busy && html`<td class="table-choose"><label class="choice choice-alone"><input type="checkbox" id="choose-${id}" data-choose="${id}" ${flag("checked", chosen.has(id))} ${flag("disabled", !selectable(connection))} /><span class="visually-hidden">${s.choose(name)}</span></label></td>`}
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "connection", id })}">${name}</a><span class="cell-note">${accountId && html`<span class="mono">${accountId}</span> · `}${target?.label ?? strings.board.noTarget}</span>${known?.practice && practiceBadge()}</span></th>
      <td>${known?.validUntil ? daysRule(connection.daysLeft, known.validUntil) : daysLeft(connection.daysLeft, new Date(Date.now() + 1).toISOString())}</td>
      <td>${lineState(id, connection.rotation, html`<span class="cell-note">${isFull(id) && known?.slots ? s.full(known.slots.most, recentTime(known.slots.at)) : accessLine(connection.access, id)}</span>`)}</td>
      <td class="table-act">${isFull(id) && !busy ? html`<a class="button" href="${hashOf({ screen: "certificates", id })}">${s.freeSlot}<span class="visually-hidden"> ${strings.lines.of(name)}</span></a>` : lineAct(id, name, connection.rotation)}</td>
    </tr>`;
  }

  function foot() {
    return html`<div class="step-foot page-foot">
      ${button({ act: "start", id: "start", label: s.start(chosen.size), busy: s.starting, kind: "button-primary", disabled: chosen.size === 0 || !vaultReady() })}
      <p class="step-foot-note">${vaultReady() ? s.note : strings.rotation.preview.noVault}</p>
    </div>`;
  }
}

/** Somebody can ask NetSuite for it, and there is something that Certdesk can do alone. @param {Pick<DueConnection, "id" | "access" | "rotation">} line */
const canStart = ({ id, access, rotation }) => access.by.kind !== "none" && canRun(id, rotation);
