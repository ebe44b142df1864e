// @ts-check
// The plan of one account: every integration that uses token-based authentication, and how far it is.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { confirmDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { pageHead } from "../../elements/page-head.js";
import { offerUndo } from "../../elements/undo-removal.js";
import { toast } from "../../elements/toast.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { html, mount } from "../../lib/html.js";
import { searchable } from "../../lib/text-search.js";
import { strings } from "../../strings/en/all.js";
import { hashOf } from "../../window/router.js";
import { segmented } from "../board/toolbar.js";
import { listForm } from "./list-form.js";
import { progressBadge } from "./progress-badge.js";

/** @import { TbaEntryView, TbaPlanView } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.tbaPlan;

/** @param {Page} page @param {{ account: string }} route @returns {Promise<Screen>} */
export async function openTbaPlan(page, { account }) {
  let view = await backend.tbaPlan.read(account);
  let find = finderOf(view);
  const kept = drafts(`tba-plan/${account}`);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  const form = listForm(page, {
    account: () => account,
    taken: async () => {
      view = await backend.tbaPlan.read(account);
      find = finderOf(view);
      if (page.isShown(screen)) page.draw();
    },
  });
  const open = () => view.entries.filter((entry) => entry.open);
  const isAll = () => kept.get("tba-show", "to-do") === "all";
  /** How many rows are drawn at most. */
  let most = FIRST;
  const shown = () => find(kept.get("tba-search", "")).filter((entry) => isAll() || entry.open);

  /** Only the rows: the field that is typed into stays as it is. */
  function drawRows() {
    const place = document.getElementById("tba-rows");
    most = FIRST;
    if (place) mount(place, rows(account, shown(), most, open().length));
    clearTimeout(saying);
    saying = setTimeout(() => announce(s.plan.count(shown().length, view.entries.length)), PAUSE);
  }

  /** @type {Screen} */
  const screen = {
    name: "tba-plan",
    title: () => s.plan.title(view.client || view.accountId),
    drafts: () => kept,
    html: () => html`${pageHead({
        title: s.plan.title(view.client || view.accountId),
        sub: html`${s.plan.sub(view.accountId, strings.names.environment[view.environment])} · ${s.plan.progress(view.entries.length - open().length, view.entries.length)}`,
        back: { label: s.plan.back, route: { screen: "tba-plans" } },
        actions: button({ act: "export", id: "export-plan", label: s.plan.export, busy: s.plan.exporting }),
      })}
      <section class="part" aria-labelledby="tba-entries" data-part>
        ${failurePlace()}
        <h2 class="visually-hidden" id="tba-entries">${s.plan.table}</h2>
        <div class="tba-tools">
          <div class="field-search">${icon("search")}<input class="field-input" type="search" id="tba-search" name="tba-search" value="${kept.get("tba-search", "")}" aria-label="${s.plan.search}" placeholder="${s.plan.searchShort}" autocomplete="off" spellcheck="false" /></div>
          ${segmented("tba-show", s.plan.shown, [{ value: "to-do", label: s.plan.toDo(open().length) }, { value: "all", label: s.plan.all(view.entries.length) }], isAll() ? "all" : "to-do")}
        </div>
        <div id="tba-rows">${rows(account, shown(), most, open().length)}</div>
      </section>
      <div class="page-column">
        <details class="more" id="tba-add"><summary class="more-summary">${icon("right")}${s.plan.add}</summary><div class="more-body"><p class="small">${s.plan.addNote}</p>${form.html()}</div></details>
        <div class="actions">${button({ act: "remove", id: "remove-plan", label: s.plan.remove, kind: "button-danger" })}</div>
      </div>`,
    typed: (element) => (element.id === "tba-search" ? drawRows() : form.typed(element)),
    chosen: (element) => void (element instanceof HTMLInputElement && element.name === "tba-show" && drawRows()),
    left: () => clearTimeout(saying),
    acts: {
      ...form.acts,
      "show-more": () => {
        const from = most;
        most += MORE;
        page.draw();
        const first = document.querySelectorAll("[data-entry] a")[from];
        if (first instanceof HTMLElement) first.focus();
      },
      export: (pressed) =>
        page.run(pressed, async () => {
          const path = await backend.tbaPlan.export(account);
          if (path) toast(s.plan.exported(path));
        }),
      remove: async () => {
        const sure = await confirmDialog({ name: "tba-remove", title: s.remove.title(account), body: html`<p>${s.remove.body}</p>`, act: s.remove.act, work: async () => void (await backend.tbaPlan.remove(account)) });
        if (!sure) return;
        offerUndo({ name: account, note: strings.undo.guide, undo: () => backend.tbaPlan.restore() });
        page.go({ screen: "tba-plans" });
      },
      "try-again": () => void page.show(() => openTbaPlan(page, { account })),
    },
  };
  return screen;
}

/** @param {TbaPlanView} view */
const finderOf = (view) => searchable(view.entries, ({ name, tokenName, user, role, target }) => [name, tokenName, user, role, target?.label]);

/** @param {string} account @param {TbaEntryView[]} shown @param {number} most @param {number} open */
const rows = (account, shown, most, open) =>
  shown.length === 0
    ? html`<p class="empty-line">${open === 0 ? s.plan.allDone : s.plan.nothing}</p>`
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="${s.plan.caption}"><table class="table tba-table">
    <caption class="visually-hidden">${s.plan.caption}</caption>
    <thead><tr><th scope="col">${s.plan.name}</th><th scope="col">${s.plan.who}</th><th scope="col">${s.plan.calls}</th><th scope="col">${s.plan.by}</th><th scope="col">${s.plan.status}</th></tr></thead>
    <tbody>${shown.slice(0, most).map((entry) => row(account, entry))}</tbody>
  </table></div>
  ${shown.length > most && html`<p class="part-note">${s.plan.count(most, shown.length)} ${button({ act: "show-more", id: "show-more", label: s.plan.more(Math.min(MORE, shown.length - most)), kind: "button-quiet" })}</p>`}`;

/** @param {string} account @param {TbaEntryView} entry */
const row = (account, entry) => html`<tr data-entry="${entry.id}">
  <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "tba-entry", account, entry: entry.id })}">${entry.name}</a>${(entry.target || entry.kind === "integration-records") && html`<span class="cell-note">${entry.target ? entry.target.label : s.entry.kind[entry.kind]}</span>`}</span></th>
  <td><span class="cell"><span class="tba-cell">${entry.user}</span><span class="cell-note">${entry.role}</span></span></td>
  <td>${entry.calls.length > 0 ? s.callsList(entry.calls) : html`<span class="cell-note">${s.plan.unknown}</span>`}</td>
  <td class="nowrap">${entry.open && s.deadline[entry.deadline]}</td>
  <td>${progressBadge(entry)}</td>
</tr>`;

/** Rows that are drawn at first: more are seldom read, and a thousand make a slow page. */
const FIRST = 100;
const MORE = 300;
/** Milliseconds without a key until the count is read out. */
const PAUSE = 600;
