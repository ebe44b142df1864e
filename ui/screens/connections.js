// @ts-check
// The board: every connection, those that need somebody first. With none, the three ways in.

import { callout } from "../elements/callout.js";
import { daysRule, noDays } from "../elements/days.js";
import { icon } from "../elements/icon.js";
import { badge, button, failurePlace, pageHead, practiceBadge } from "../elements/parts.js";
import { slotCells } from "../elements/slots.js";
import { readBoard, status, takePractice, vault } from "../lib/app.js";
import { announce } from "../lib/announce.js";
import { backend } from "../lib/backend.js";
import { drafts } from "../lib/drafts.js";
import { breakable, knownTime, recentTime } from "../lib/format.js";
import { flag, html } from "../lib/html.js";
import { hashOf, STEPS } from "../lib/router.js";
import { strings } from "../strings/en/first.js";
import { vaultCallout } from "./vault.js";

/** @import { ConnectionStatus, ConnectionSummary, UnreadableDocument } from "../types/ipc.d.ts" */
/** @import { Page, Screen } from "../lib/page.js" */
/** @import { Route } from "../lib/router.js" */

const s = strings.board;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openConnections(page) {
  const { connections, unreadable } = await readBoard();
  const empty = connections.length === 0 && unreadable.length === 0;
  const kept = drafts("board");

  return {
    name: empty ? "connections-empty" : "connections",
    title: () => (empty ? s.emptyTitle : s.title),
    html: () => (empty ? emptyBoard() : board(connections, unreadable, kept.get("filter", ""), kept.get("show", "all"))),
    drafts: () => kept,
    typed: (element) => element.id === "filter" && page.draw(),
    chosen: (element) => element instanceof HTMLInputElement && element.name === "show" && page.draw(),
    acts: {
      "set-up": () => page.go({ screen: "new", practice: false }),
      "try-practice": (pressed) =>
        page.run(pressed, async () => {
          takePractice(await backend.practice.start());
          announce(strings.practice.started);
          const made = await backend.connection.create(freeName(connections), true);
          page.go({ screen: "setup", id: made.id, step: null });
        }),
      "choose-pair": (pressed) =>
        page.run(pressed, async () => {
          const pair = await backend.pair.choose();
          if (!pair) return;
          const { holdPair } = await import("./bring.js");
          holdPair(pair);
          page.go({ screen: "bring" });
        }),
      "next-act": (pressed) => page.go(routeOf(pressed.dataset)),
      "rotate-several": () => page.go({ screen: "rotations" }),
    },
  };
}

/** "Practice account", or the next free number after it. @param {ConnectionSummary[]} connections */
function freeName(connections) {
  const taken = new Set(connections.map((connection) => connection.name));
  let name = strings.practice.name;
  for (let number = 2; taken.has(name); number += 1) name = `${strings.practice.name} ${number}`;
  return name;
}

/** @param {DOMStringMap} data @returns {Route} */
function routeOf({ id = "", next }) {
  if (next === "test") return { screen: "connection", id };
  if (next === "find-cause") return { screen: "diagnosis", id };
  if (next === "free-slot") return { screen: "certificates", id };
  if (next === "rotate" || next === "rotation") return { screen: "rotate", id, reason: null, order: null };
  return { screen: "setup", id, step: null };
}

const emptyBoard = () => html`${pageHead({ title: s.emptyTitle, sub: s.emptySub })}
  ${vaultCallout()}
  ${failurePlace()}
  <ul class="ways">
    ${way("connections", s.setUp, s.setUpNote, button({ act: "set-up", label: s.setUp, kind: "button-primary" }))}
    ${way("practice", s.practice, s.practiceNote, button({ act: "try-practice", label: strings.practice.start, busy: strings.practice.starting }))}
    ${way("bring", s.bring, s.bringNote, button({ act: "choose-pair", label: s.bringAct, busy: s.choosing }))}
  </ul>
  <section class="part" aria-labelledby="words">
    <h2 id="words">${s.words}</h2>
    <dl class="terms">${s.terms(storeNow()).map(([term, meaning]) => html`<div class="term"><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
  </section>`;

/** @param {string} sign @param {string} title @param {string} note @param {import("../lib/html.js").Markup} act */
const way = (sign, title, note, act) => html`<li class="way">${icon(sign, "icon-lg way-icon")}<h2>${title}</h2><p class="way-note">${note}</p>${act}</li>`;

function storeNow() {
  const now = vault();
  return status.get() && now.state === "ready" ? strings.names.store[now.store] : s.keychain;
}

/** @param {ConnectionSummary[]} connections @param {UnreadableDocument[]} unreadable @param {string} filter @param {string} show */
function board(connections, unreadable, filter, show) {
  const needy = connections.filter((connection) => connection.needsYou);
  const failing = connections.filter((connection) => connection.status.kind === "expired" || connection.status.kind === "revoked" || connection.status.kind === "token-refused");
  const due = connections.filter((connection) => connection.due !== null);
  const shown = connections.filter((connection) => matches(connection, filter)).sort(byNeed);
  const groups = [
    { title: s.needsYou, rows: shown.filter((connection) => connection.needsYou) },
    { title: s.inOrder, rows: show === "needs-you" ? [] : shown.filter((connection) => !connection.needsYou) },
  ].filter((group) => group.rows.length > 0);

  return html`${pageHead({
    title: s.title,
    sub: s.sub(connections.length, needy.length, failing.length),
    actions: html`${button({ act: "choose-pair", label: s.bringShort, sign: "bring", busy: s.choosing })}${button({ act: "try-practice", label: s.practiceShort, named: s.practice, sign: "practice", busy: strings.practice.starting })}${button({ act: "set-up", label: s.setUp, sign: "plus", kind: "button-primary" })}`,
  })}
  ${vaultCallout()}
  ${failurePlace()}
  ${unreadable.map((document) => callout({ tone: "warn", title: s.unreadableTitle, body: html`<p><span class="mono">${breakable(document.path)}</span> ${s.unreadable[document.reason]}</p>` }))}
  ${connections.length > 0 && html`<div class="part">
    <div class="card-head">
      <div class="field-search">${icon("search")}<input class="field-input" type="search" id="filter" name="filter" value="${filter}" aria-label="${s.filter}" placeholder="${s.filterShort}" autocomplete="off" spellcheck="false" /></div>
      <div class="actions">${due.length > 1 && button({ act: "rotate-several", id: "rotate-several", label: s.rotateSeveral, sign: "rotate", named: s.rotateSeveralNamed(due.length) })}
      <fieldset class="segmented">
        <legend class="visually-hidden">${s.show}</legend>
        <label class="segmented-option"><input type="radio" name="show" id="show-all" value="all" ${flag("checked", show !== "needs-you")} />${s.all(connections.length)}</label>
        <label class="segmented-option"><input type="radio" name="show" id="show-needs-you" value="needs-you" ${flag("checked", show === "needs-you")} />${s.onlyNeedYou(needy.length)}</label>
      </fieldset></div>
    </div>
    ${groups.length === 0 ? html`<p class="empty-line">${s.nothing}</p>` : table(groups)}
    <p class="part-note">${s.note}</p>
  </div>`}`;
}

/** What needs doing first; then the fewest days left, then the name. @param {ConnectionSummary} one @param {ConnectionSummary} other */
function byNeed(one, other) {
  const days = (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity);
  return NEED.indexOf(one.status.kind) - NEED.indexOf(other.status.kind) || days || one.name.localeCompare(other.name);
}

/** @param {ConnectionSummary} connection @param {string} filter */
function matches(connection, filter) {
  const wanted = filter.trim().toLowerCase();
  const texts = [connection.name, connection.accountId ?? "", connection.certificateId ?? "", connection.target?.label ?? ""];
  return wanted === "" || texts.some((text) => text.toLowerCase().includes(wanted));
}

/** @param {{ title: string, rows: ConnectionSummary[] }[]} groups */
const table = (groups) => html`<div class="table-frame" tabindex="0" role="region" aria-label="${s.table}">
  <table class="table table-board">
    <caption class="visually-hidden">${s.caption}</caption>
    <colgroup><col class="col-name" /><col /><col class="col-days" /><col class="col-slots" /><col class="col-act" /></colgroup>
    <thead><tr>
      <th scope="col">${s.columns.client}</th><th scope="col">${s.columns.now}</th><th scope="col">${s.columns.certificate}</th><th scope="col">${s.columns.slots}</th>
      <th scope="col"><span class="visually-hidden">${s.columns.act}</span></th>
    </tr></thead>
    ${groups.map((group, index) => html`<tbody>
      <tr><th class="table-group" colspan="5" scope="rowgroup">${group.title}</th></tr>
      ${group.rows.map((connection, row) => line(connection, index === 0 && row === 0 && connection.needsYou))}
    </tbody>`)}
  </table>
</div>`;

/** @param {ConnectionSummary} connection @param {boolean} first the next act of the first row in need is the view's one primary */
function line(connection, first) {
  const open = connection.status.kind === "setting-up";
  const route = /** @type {Route} */ (open ? { screen: "setup", id: connection.id, step: null } : { screen: "connection", id: connection.id });
  return html`<tr data-connection="${connection.id}">
    <th scope="row"><span class="cell">
      <a class="cell-name" href="${hashOf(route)}">${connection.name}</a>
      <span class="cell-note">${connection.accountId && html`<span class="mono">${connection.accountId}</span> · `}${connection.target?.label ?? s.noTarget}</span>
    </span></th>
    <td><span class="cell">
      <span class="cell-line">${statusBadge(connection.status)}${connection.practice && practiceBadge()}</span>
      <span class="cell-note">${note(connection)}</span>
    </span></td>
    <td>${connection.status.kind === "mapping-gone" || connection.status.kind === "revoked" ? noDays(s.noneListed) : connection.daysLeft === null || connection.validUntil === null ? noDays(s.noCertificate) : daysRule(connection.daysLeft, connection.validUntil)}</td>
    <td>${connection.slots ? html`<span class="cell">${slotCells(connection.slots)}<span class="cell-note" data-as-of>${s.slotsAsOf(knownTime(connection.slots.at))}</span></span>` : html`<span class="cell-note">${s.slotsUnknown}</span>`}</td>
    <td class="table-act"><button class="button ${first ? "button-first" : ""}" type="button" data-act="next-act" data-next="${connection.nextAct}" data-id="${connection.id}">${actLabel(connection)}<span class="visually-hidden"> ${s.actNamed[connection.nextAct](connection.name)}</span></button></td>
  </tr>`;
}

/** In order without a token ever seen here: the target proved it, and only the target can. @param {ConnectionSummary} connection */
const provenElsewhere = ({ status, nextAct, lastTokenAt }) => status.kind === "in-order" && nextAct === "test" && lastTokenAt === null;

/** @param {ConnectionSummary} connection */
function actLabel(connection) {
  const { status, nextAct } = connection;
  if (provenElsewhere(connection)) return s.open;
  if (status.kind === "rotating" && status.next) return s.rotationAct[status.next];
  if (nextAct === "rotate" && status.kind === "mapping-gone") return s.recreate;
  if (nextAct === "rotate" && (status.kind === "expired" || status.kind === "revoked")) return s.replace;
  return s.act[nextAct];
}

/** @param {ConnectionSummary} connection */
function note(connection) {
  if (connection.status.kind === "rotating") return connection.status.next ? s.rotationNote[connection.status.next] : s.rotationElsewhere;
  if (connection.status.kind === "setting-up") return s.atStep(connection.status.step, STEPS.indexOf(connection.status.step) + 1);
  if (provenElsewhere(connection)) return s.provenBy(connection.target?.label ?? s.noTarget);
  return connection.lastTokenAt ? s.lastToken(recentTime(connection.lastTokenAt)) : s.noToken;
}

/** @param {ConnectionStatus} status */
export function statusBadge(status) {
  const words = s.status(status);
  switch (status.kind) {
    case "setting-up":
      return badge("accent", "pause", words);
    case "rotating":
      return status.interrupted ? badge("warn", "pause", words) : badge("accent", "rotate", words);
    case "in-order":
      return badge("ok", "ok", words);
    case "runs-out-soon":
      return badge("warn", "clock", words);
    case "expired":
    case "token-refused":
    case "mapping-gone":
    case "revoked":
      return badge("danger", "stop", words);
  }
}

/** @type {ConnectionStatus["kind"][]} */
const NEED = ["expired", "revoked", "token-refused", "mapping-gone", "rotating", "runs-out-soon", "setting-up", "in-order"];
