// @ts-check
// The board: every connection, those that need somebody first. With none, the three ways in.

import { callout, failurePlace } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard, status, takePractice, vault } from "../../lib/app-state.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { breakable } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";
import { BY_NEED, COLUMNS, finderOf, next, sorted } from "./rows.js";
import { boardTable, follow } from "./table.js";
import { isRunning, watchRuns } from "../rotation/active-runs.js";
import { withRunningStatus } from "../rotation/running-status.js";
import { vaultCallout } from "../vault/status.js";

/** @import { ConnectionSummary, UnreadableDocument } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */
/** @import { Route } from "../../window/router.js" */
/** @import { Sorting } from "./rows.js" */
/** @import { Rest } from "./table.js" */

const s = strings.board;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openConnections(page) {
  let { connections, unreadable } = await read();
  const empty = connections.length === 0 && unreadable.length === 0;
  const kept = drafts("board");
  let find = finderOf(connections);
  let stopWatching = () => {};
  /** What is to follow the rows that are drawn. @type {Rest[]} */
  let rest = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  /** @returns {Sorting} */
  const sorting = () => ({ column: COLUMNS.find((column) => column === kept.get("column", "")) ?? BY_NEED.column, down: kept.isOn("down", BY_NEED.down) });

  /** Which connections are chosen: all, where a reminder names none any more. */
  function choice() {
    const chosen = kept.get("show", "all");
    return chosen === "reminded" && !connections.some((connection) => connection.reminded) ? "all" : chosen;
  }

  function shown() {
    const found = find(kept.get("filter", ""));
    return sorted(found.filter(SHOWN[choice()] ?? (() => true)), sorting());
  }

  function table() {
    const rows = shown();
    rest = [];
    if (rows.length === 0) return html`<p class="empty-line">${s.nothing} ${kept.get("filter", "").trim() !== "" && html`<button class="button button-quiet" type="button" data-act="go-to" id="go-further">${s.goFurther}</button>`}</p>`;
    // As far down as the window has been scrolled, so that drawing again moves nothing.
    const drawn = boardTable({ rows, sorting: sorting(), height: scrollY + innerHeight });
    rest = drawn.rest;
    return drawn.first;
  }

  function followRest() {
    const wanted = rest;
    follow(wanted, () => rest === wanted);
  }

  /** Only the table: the field that is typed into stays as it is. */
  function drawTable() {
    const place = document.getElementById("board");
    if (place) mount(place, table());
    followRest();
  }

  /** Says how many match, once nobody types any more. */
  function sayShown() {
    clearTimeout(saying);
    saying = setTimeout(() => announce(s.shown(shown().length, connections.length)), PAUSE);
  }

  /** A rotation has come to where it needs the user, or has stopped. */
  async function settled() {
    ({ connections, unreadable } = await read());
    find = finderOf(connections);
    if (page.isShown(screen)) page.draw();
  }

  /** @type {Screen} */
  const screen = {
    name: empty ? "connections-empty" : "connections",
    title: () => (empty ? s.emptyTitle : s.title),
    html: () => (empty ? emptyBoard() : board(connections, unreadable, kept.get("filter", ""), choice(), table())),
    drafts: () => kept,
    drawn: followRest,
    entered: () => {
      stopWatching = watchRuns((id) => {
        if (!isRunning(id)) void page.meanwhile(settled());
      });
    },
    left: () => {
      stopWatching();
      rest = [];
      clearTimeout(saying);
    },
    typed: (element) => {
      if (element.id !== "filter") return;
      drawTable();
      sayShown();
    },
    chosen: (element) => {
      if (!(element instanceof HTMLInputElement) || element.name !== "show") return;
      drawTable();
      sayShown();
    },
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
          const { holdPair } = await import("../setup/existing-key-screen.js");
          holdPair(pair);
          page.go({ screen: "bring" });
        }),
      "next-act": (pressed) => page.go(routeOf(pressed.dataset)),
      "rotate-several": () => page.go({ screen: "rotations" }),
      "save-calendar": (pressed) =>
        page.run(pressed, async () => {
          const { saveCalendar } = await import("../calendar/save.js");
          await saveCalendar(null);
        }),
      sort: (pressed) => {
        const { column, down } = next(sorting(), /** @type {Sorting["column"]} */ (pressed.dataset.column));
        kept.set("column", column);
        kept.set("down", down ? "on" : "off");
        drawTable();
        announce(s.caption(s.columns[column], down));
      },
      "go-to": async () => {
        const { openGoTo } = await import("../go-to/dialog.js");
        await openGoTo(page, kept.get("filter", ""));
      },
    },
  };
  return screen;
}

async function read() {
  const { connections, unreadable } = await readBoard();
  return { connections: connections.map(withRunningStatus), unreadable };
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

/** @param {string} sign @param {string} title @param {string} note @param {import("../../lib/html.js").Markup} act */
const way = (sign, title, note, act) => html`<li class="way">${icon(sign, "icon-lg way-icon")}<h2>${title}</h2><p class="way-note">${note}</p>${act}</li>`;

function storeNow() {
  const now = vault();
  return status.get() && now.state === "ready" ? strings.names.store[now.store] : s.keychain;
}

/** @param {ConnectionSummary[]} connections @param {UnreadableDocument[]} unreadable @param {string} filter @param {string} show @param {import("../../lib/html.js").Markup} table */
function board(connections, unreadable, filter, show, table) {
  const needy = connections.filter((connection) => connection.needsYou);
  const failing = connections.filter((connection) => connection.status.kind === "expired" || connection.status.kind === "revoked" || connection.status.kind === "token-refused");
  const due = connections.filter((connection) => connection.due !== null);
  const reminded = connections.filter((connection) => connection.reminded);
  const remindable = connections.some((connection) => connection.certificateId !== null && !connection.practice);

  return html`${pageHead({
    title: s.title,
    sub: s.sub(connections.length, needy.length, failing.length),
    actions: html`${button({ act: "choose-pair", label: s.bringShort, sign: "bring", busy: s.choosing })}${button({ act: "try-practice", label: s.practiceShort, sign: "practice", busy: strings.practice.starting })}${button({ act: "set-up", label: s.setUp, sign: "plus", kind: "button-primary" })}`,
  })}
  ${vaultCallout()}
  ${failurePlace()}
  ${unreadable.map((document) => callout({ tone: "warn", title: s.unreadableTitle, body: html`<p>${s.unreadable[document.reason](html`<span class="mono">${breakable(document.path)}</span>`)}</p>` }))}
  ${connections.length > 0 && html`<div class="part">
    <div class="card-head">
      <div class="field-search">${icon("search")}<input class="field-input" type="search" id="filter" name="filter" value="${filter}" aria-label="${s.filter}" placeholder="${s.filterShort}" autocomplete="off" spellcheck="false" /></div>
      <div class="actions">${due.length > 1 && button({ act: "rotate-several", id: "rotate-several", label: s.rotateSeveral, sign: "rotate", named: s.rotateSeveralNamed(due.length) })}${remindable && button({ act: "save-calendar", id: "save-calendar", label: strings.calendar.save, sign: "calendar", busy: strings.calendar.saving, named: strings.calendar.all })}
      <fieldset class="segmented">
        <legend class="visually-hidden">${s.show}</legend>
        <label class="segmented-option"><input type="radio" name="show" id="show-all" value="all" ${flag("checked", show !== "needs-you" && show !== "reminded")} />${s.all(connections.length)}</label>
        <label class="segmented-option"><input type="radio" name="show" id="show-needs-you" value="needs-you" ${flag("checked", show === "needs-you")} />${s.onlyNeedYou(needy.length)}</label>
        ${reminded.length > 0 && html`<label class="segmented-option"><input type="radio" name="show" id="show-reminded" value="reminded" ${flag("checked", show === "reminded")} />${s.onlyReminded(reminded.length)}</label>`}
      </fieldset></div>
    </div>
    <div id="board">${table}</div>
    <p class="part-note">${s.note}</p>
  </div>`}`;
}

/** Which connections each choice shows. @type {Record<string, (connection: ConnectionSummary) => boolean>} */
const SHOWN = { "needs-you": ({ needsYou }) => needsYou, reminded: ({ reminded }) => reminded };

/** Milliseconds without a key until the count is read out. */
const PAUSE = 600;
