// @ts-check
// The board: every connection, those that need somebody first. With none, the three ways in.

import { callout, failurePlace } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { forgetUndo, undoCallout, undoRemoval } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { readBoard, takePractice } from "../../lib/app-state.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { breakable } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";
import { hashOf } from "../../window/router.js";
import { choicesOf } from "./choices.js";
import { emptyBoard } from "./empty.js";
import { groupsOf } from "./groups.js";
import { BY_NEED, finderOf, next, sorted } from "./rows.js";
import { boardTable, follow } from "./table.js";
import { counted, nothing, segmented, showChoices, toolbar } from "./toolbar.js";
import { isRunning, watchRuns } from "../rotation/active-runs.js";
import { withRunningStatus } from "../rotation/running-status.js";
import { vaultCallout } from "../vault/status.js";

/** @import { ConnectionSummary, UnreadableDocument } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */
/** @import { Route } from "../../window/router.js" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Choices } from "./choices.js" */
/** @import { Sorting } from "./rows.js" */
/** @import { Rest } from "./table.js" */

const s = strings.board;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openConnections(page) {
  let { connections, unreadable } = await read();
  const empty = connections.length === 0 && unreadable.length === 0;
  const kept = drafts("board");
  const choices = choicesOf(kept, () => connections);
  let find = finderOf(connections);
  let stopWatching = () => {};
  /** What the search and the filters let through, sorted. @type {ConnectionSummary[]} */
  let shown = [];
  /** What is to follow the rows that are drawn. @type {Rest[]} */
  let rest = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  /** Fetched when it is first shown. @type {typeof import("./timeline.js") | null} */
  let timeline = choices.isTimeline() ? await fetchTimeline() : null;

  function rows() {
    shown = sorted(choices.filtered(find(choices.search())), choices.sorting());
    rest = [];
    if (shown.length === 0) return nothing(choices);
    if (timeline && choices.isTimeline()) return timeline.timeline(shown);
    const drawn = boardTable({ groups: groupsOf(shown, choices.grouping()), sorting: choices.sorting(), height: heightInSight() });
    rest = drawn.rest;
    return drawn.first;
  }

  /** What the first drawing leaves for later. */
  function followRest() {
    if (timeline && choices.isTimeline()) return timeline.drawTimeline(shown);
    follow(rest);
  }

  /** Only the rows and what is said of them: the field that is typed into stays as it is. */
  function drawRows() {
    const place = document.getElementById("board");
    if (place) mount(place, rows());
    showChoices(choices);
    const count = document.getElementById("board-count");
    if (count) mount(count, counted(choices, shown.length, connections.length));
    followRest();
  }

  /** The first rows of a new order or another choice, not those that happen to be where the old ones were. */
  function drawFromTop() {
    const top = topOfRows();
    if (top !== null && top < 0) scrollBy(0, top);
    drawRows();
  }

  /** Says how many match, once nobody types any more. */
  function sayShown() {
    clearTimeout(saying);
    saying = setTimeout(() => announce(s.shown(shown.length, connections.length)), PAUSE);
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
    html: () => (empty ? emptyBoard() : board(connections, unreadable, choices, rows(), () => shown.length)),
    drafts: () => kept,
    drawn: followRest,
    entered: () => {
      stopWatching = watchRuns((id) => {
        if (!isRunning(id)) void page.meanwhile(settled());
      });
    },
    left: () => {
      stopWatching();
      forgetUndo();
      clearTimeout(saying);
    },
    typed: (element) => {
      if (element.id !== "filter") return;
      drawFromTop();
      sayShown();
    },
    chosen: async (element) => {
      if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement) || element.id === "filter") return;
      if (element.id === "group" && element.value === "need") choices.sortBy(BY_NEED);
      if (element.name === "view") {
        timeline ??= await fetchTimeline();
        page.draw();
        return;
      }
      drawFromTop();
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
      "undo-removal": (pressed) =>
        page.run(pressed, async () => {
          await undoRemoval();
          await page.show(() => openConnections(page));
        }),
      "rotate-several": () => page.go({ screen: "rotations" }),
      "save-calendar": (pressed) =>
        page.run(pressed, async () => {
          const { saveCalendar } = await import("../calendar/save.js");
          await saveCalendar(null);
        }),
      sort: (pressed) => {
        const sorting = next(choices.sorting(), /** @type {Sorting["column"]} */ (pressed.dataset.column));
        choices.sortBy(sorting);
        drawFromTop();
        announce(s.caption(s.columns[sorting.column], sorting.down));
      },
      "clear-filters": () => {
        choices.clear();
        page.draw();
        document.getElementById("filter")?.focus();
        sayShown();
      },
      "show-by-end": () => {
        kept.set("view", "list");
        choices.sortBy({ column: "certificate", down: false });
        page.draw();
        document.getElementById("view-list")?.focus();
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

/** @param {ConnectionSummary[]} connections @param {UnreadableDocument[]} unreadable @param {Choices} choices @param {Markup} rows @param {() => number} shown how many there are */
function board(connections, unreadable, choices, rows, shown) {
  const needy = connections.filter((connection) => connection.needsYou);
  const failing = connections.filter((connection) => connection.status.kind === "expired" || connection.status.kind === "revoked" || connection.status.kind === "token-refused" || connection.status.kind === "call-refused");
  const due = connections.filter((connection) => connection.due !== null);
  const reminded = connections.filter((connection) => connection.reminded);
  const remindable = connections.some((connection) => connection.certificateId !== null && !connection.practice);

  return html`${pageHead({
    title: s.title,
    sub: s.sub(connections.length, needy.length, failing.length, unreadable.length),
    actions: html`${button({ act: "choose-pair", label: s.bringShort, sign: "bring", busy: s.choosing })}${button({ act: "try-practice", label: s.practiceShort, sign: "practice", busy: strings.practice.starting })}${button({ act: "set-up", label: s.setUp, sign: "plus", kind: "button-primary" })}`,
  })}
  ${vaultCallout()}
  ${undoCallout()}
  ${failurePlace()}
  ${unreadable.length > 0 && callout({
    tone: "warn",
    title: s.unreadableTitle(unreadable.length),
    body: unreadable.map(({ reason, path }) => html`<p>${s.unreadable[reason](html`<span class="mono">${breakable(path)}</span>`)}</p>`),
    actions: unreadable.some(({ reason }) => reason === "damaged") && html`<a class="button" id="restore-unreadable" href="${hashOf({ screen: "backup" })}">${s.restoreUnreadable}</a>`,
  })}
  ${connections.length > 0 && html`<div class="part">
    <div class="board-head">
      <div class="field-search">${icon("search")}<input class="field-input" type="search" id="filter" name="filter" value="${choices.search()}" aria-label="${s.filter}" placeholder="${s.filterShort}" autocomplete="off" spellcheck="false" /></div>
      ${segmented("show", s.show, [{ value: "all", label: s.all(connections.length) }, { value: "needs-you", label: s.onlyNeedYou(needy.length) }, ...(reminded.length > 0 ? [{ value: "reminded", label: s.onlyReminded(reminded.length) }] : [])], choices.show())}
      ${connections.length > 1 && segmented("view", s.view, [{ value: "list", label: s.list }, { value: "timeline", label: s.timeline }], choices.isTimeline() ? "timeline" : "list")}
      <div class="actions">${due.length > 1 && button({ act: "rotate-several", id: "rotate-several", label: s.rotateSeveral, sign: "rotate", named: s.rotateSeveralNamed(due.length) })}${remindable && button({ act: "save-calendar", id: "save-calendar", label: strings.calendar.save, sign: "calendar", busy: strings.calendar.saving, named: strings.calendar.all })}</div>
    </div>
    ${choices.areMany() && toolbar(connections, choices)}
    <p class="board-count" id="board-count">${counted(choices, shown(), connections.length)}</p>
    <div id="board">${rows}</div>
    ${!choices.isTimeline() && html`<p class="part-note">${s.note}</p>`}
    <p class="part-note">${s.tba} <a id="move-from-tba" href="${hashOf({ screen: "tba-plans" })}">${s.moveFromTba}</a></p>
  </div>`}`;
}

const fetchTimeline = async () => {
  const [timeline, { styles }] = await Promise.all([import("./timeline.js"), import("../../window/lazy-loading.js")]);
  await styles();
  return timeline;
};

/** Where the rows begin, from the window's upper edge. */
const topOfRows = () => document.getElementById("board")?.getBoundingClientRect().top ?? null;

/** From the first row to the window's lower edge, as far down as it has been scrolled, so that drawing again moves nothing. */
const heightInSight = () => innerHeight - (topOfRows() ?? ABOVE);

/** Pixels above the rows at least: what stands there before they are drawn for the first time. */
const ABOVE = 200;

/** Milliseconds without a key until the count is read out. */
const PAUSE = 600;
