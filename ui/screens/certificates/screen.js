// @ts-check
// Certificates in NetSuite: the list of one integration record, what it was read with, how many
// slots are in use; search, filters, sorting; from here one is uploaded or revoked.

import { callout, failurePlace } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { icon } from "../../elements/icon.js";
import { button } from "../../elements/button.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { slotCells } from "../../elements/slot-count.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { select } from "../../elements/form.js";
import { recentTime, shortId } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { failureOf } from "../../window/page.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { accessLine } from "../sign-in/access-line.js";
import { certificateDialog } from "./details-dialog.js";
import { openRevocation } from "./revoke-dialog.js";
import { Rows } from "./rows.js";
import { certificateTable, PAGE } from "./table.js";
import { practiceBar } from "../practice/bar.js";
import { goToSignIn } from "../sign-in/screen.js";
import { signInPart } from "../sign-in/panel.js";
import { vaultCallout } from "../vault/status.js";

/** @import { CertificateList, Failure, KeyHolder, ListedState } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Page, Screen } from "../../window/page.js" */
/** @import { Column, Filter } from "./rows.js" */

const s = strings.certificates;

/** @param {Page} page @param {{ id: string, revoke?: string | null }} route @returns {Promise<Screen>} */
export async function openCertificates(page, { id, revoke = null }) {
  let view = await backend.connection.read(id);
  /** @type {CertificateList | null} */
  let list = null;
  let rows = new Rows([]);
  /** @type {Failure | null} */
  let failure = null;
  let reading = false;
  let shown = 0;
  /** The rows that are still to follow. @type {Markup | null} */
  let rest = null;
  const kept = drafts(`${id}/certificates`);
  const part = signInPart({ page, view: () => view, draw, taken: (access) => (access.by.kind !== "none" && !access.waiting ? first() : undefined) });
  await part.read();

  /** @returns {Filter} */
  const filter = () => ({ search: kept.get("search", ""), state: /** @type {ListedState | "all"} */ (kept.get("state", "all")), holder: /** @type {KeyHolder | "all"} */ (kept.get("holder", "all")) });

  function draw() {
    if (page.isShown(screen)) page.draw();
  }

  /** @param {CertificateList} answer */
  function take(answer) {
    const { sorting } = rows;
    list = answer;
    rows = new Rows(answer.rows);
    rows.sortAs(sorting);
    part.take(answer.access);
    failure = null;
  }

  /** Read without a button: when the screen opens, and after a sign-in. */
  async function first() {
    if (reading) return;
    reading = true;
    failure = null;
    draw();
    try {
      take(await backend.certificate.list(id));
      announce(s.readSaid(rows.all.length));
    } catch (thrown) {
      failure = failureOf(thrown);
      await part.read();
      announce(messageFor(failure).title);
    }
    reading = false;
    draw();
    const asked = revoke;
    revoke = null;
    if (asked !== null && list) await ask(asked);
  }

  /** @param {string} certificateId */
  async function ask(certificateId) {
    const row = rows.all.find((row) => row.certificateId === certificateId);
    if (!row) return page.tell({ kind: "certificate-not-listed" });
    const answer = await openRevocation(id, row);
    if (answer === "sign-in") return goToSignIn(page, id);
    if (answer === "rotate") return page.go({ screen: "rotate", id: row.connectionId ?? id, reason: null, order: null });
    if (!answer || !page.isShown(screen)) return;
    take(answer);
    page.draw();
    document.getElementById("list-title")?.focus();
    toast(s.revocation.done(shortId(certificateId)));
  }

  /** Only the table: the field that is typed into stays as it is. */
  function drawTable() {
    const place = document.getElementById("list");
    if (place) mount(place, table());
    follow();
  }

  /** Adds the rows below once those in sight are painted; not any more when others have been asked for. */
  function follow() {
    const wanted = rest;
    if (wanted === null) return;
    requestAnimationFrame(() => setTimeout(() => {
      const place = document.getElementById("certificates-rest");
      if (place && rest === wanted) mount(place, wanted);
    }));
  }

  function table() {
    const matching = rows.matching(filter());
    const { by } = part.access() ?? { by: null };
    shown = Math.min(shown, Math.max(0, Math.ceil(matching.length / PAGE) - 1));
    const drawn = certificateTable({ height: innerHeight, record: view.integration.name, rows: matching, all: rows.all.length, page: shown, sorting: rows.sorting, inUse: by?.kind === "certificate" ? by.certificateId : null });
    rest = drawn.rest;
    return drawn.first;
  }

  /** Says how many match, once nobody types any more. */
  function sayShown() {
    clearTimeout(saying);
    saying = setTimeout(() => announce(document.getElementById("shown")?.textContent ?? s.nothing), PAUSE);
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  /** @type {Screen} */
  const screen = {
    name: "certificates",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`${pageHead({
        title: s.title,
        sub: s.sub(view.integration.name || view.name, view.account?.accountId ?? ""),
        back: { label: view.name, route: { screen: "connection", id } },
        practice: view.practice,
        actions: list && html`${list.rows.length > 0 && button({ act: "export", id: "export", label: s.export, sign: "save", busy: s.exporting })}${button({ act: "refresh", id: "refresh", label: s.refresh, sign: "rotate", busy: s.refreshing })}${button({ act: "upload", id: "upload", label: s.upload, sign: "upload", kind: "button-primary" })}`,
      })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${failurePlace(failure && failureCallout(failure, { extra: !["try-again", "start-practice"].includes(messageFor(failure).remedy?.act ?? "") && button({ act: "refresh", label: strings.common.tryAgain }) }))}
      ${list ? known(list) : reading ? loading() : needsSignIn() && html`<div class="page-column"><div class="card">${part.html()}</div></div>`}`,
    drafts: () => kept,
    drawn: follow,
    begin: (from) => (from === "sign-in" ? document.getElementById("list-title") : null),
    entered: () => {
      part.entered();
      if (!needsSignIn()) return first();
    },
    left: () => {
      part.left();
      clearTimeout(saying);
    },
    typed: (element) => {
      if (element.id !== "search") return part.typed(element);
      shown = 0;
      drawTable();
      sayShown();
    },
    chosen: (element) => {
      if (element.id !== "holder" && !element.id.startsWith("state-")) return part.chosen(element);
      shown = 0;
      drawTable();
      sayShown();
    },
    acts: {
      ...part.acts,
      refresh: (pressed) =>
        list
          ? page.run(pressed, async () => {
              take(await backend.certificate.list(id));
              draw();
              announce(s.readSaid(rows.all.length));
            })
          : first(),
      "try-again": () => first(),
      upload: () => page.go({ screen: "certificate-upload", id }),
      sort: (pressed) => {
        const column = /** @type {Column} */ (pressed.dataset.column);
        rows.sortBy(column);
        shown = 0;
        drawTable();
        announce(s.sorted(s.columns[column], rows.sorting.down));
      },
      turn: (pressed) => {
        shown = Number(pressed.dataset.page);
        drawTable();
        document.getElementById("list-title")?.scrollIntoView({ block: "nearest" });
        sayShown();
      },
      "show-all": () => {
        kept.clear();
        draw();
        document.getElementById("search")?.focus();
      },
      revoke: (pressed) => ask(pressed.dataset.certificate ?? ""),
      details: (pressed) => {
        const row = rows.all.find(({ certificateId }) => certificateId === pressed.dataset.certificate);
        if (row && list) void certificateDialog(row, list);
      },
      export: (pressed) =>
        page.run(pressed, async () => {
          const saved = await backend.certificate.export(id);
          if (!saved) return;
          take(saved.list);
          draw();
          toast(s.exported(saved.path));
        }),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
    },
  };
  return screen;

  /** Whether nothing can be asked before somebody signs in. */
  function needsSignIn() {
    const access = part.access();
    return access === null || access.by.kind === "none" || access.waiting !== null;
  }

  /** @param {CertificateList} answer */
  function known(answer) {
    return html`<section class="part" aria-labelledby="list-title">
      <div class="part-head"><h2 id="list-title" tabindex="-1">${s.listTitle}</h2>${slotCells(answer.slots, { after: s.slotsAfter })}</div>
      <div class="list-source"><p id="list-host">${s.fromHost(answer.host, recentTime(answer.at))}</p>${accessLine(answer.access, id)}</div>
      ${answer.fallback && html`<p class="part-note" data-fallback>${s.fallback}</p>`}
      ${answer.slots.active >= answer.slots.most && html`<p class="part-note">${s.slotsFull}</p>`}
      ${answer.rows.length === 0
        ? html`<div class="table-frame">${callout({ tone: "note", title: s.emptyTitle, body: html`<p>${s.emptyBody}</p>` })}</div>`
        : html`${toolbar()}<div id="list" class="stack stack-tight">${table()}</div>`}
    </section>`;
  }

  function toolbar() {
    const { search, state, holder } = filter();
    const states = rows.counts("state");
    const holders = rows.counts("holder");
    return html`<div class="toolbar" role="search" aria-label="${s.table}">
      <div class="field field-search"><label class="visually-hidden" for="search">${s.search}</label>${icon("search")}<input class="field-input" id="search" name="search" type="search" value="${search}" placeholder="${s.searchShort}" autocomplete="off" spellcheck="false" /></div>
      <fieldset class="segmented"><legend class="visually-hidden">${s.state}</legend>${STATES.map((value) => html`<label class="segmented-option"><input type="radio" name="state" id="state-${value}" value="${value}" ${flag("checked", value === state)} />${s.filter(value === "all" ? s.all : s.states[value], value === "all" ? rows.all.length : (states.get(value) ?? 0))}</label>`)}</fieldset>
      ${select({ id: "holder", label: s.holder, value: holder, options: HOLDERS.map((value) => ({ value, label: value === "all" ? s.allHolders : s.filter(s.holders[value], holders.get(value) ?? 0) })) })}
    </div>`;
  }

  function loading() {
    return html`<div class="progress" id="list-reading"><p class="progress-title">${s.reading}</p><div class="progress-bar run" role="progressbar" aria-label="${s.reading}"></div></div>`;
  }
}

/** @type {(ListedState | "all")[]} */
const STATES = ["all", "active", "expired", "revoked"];
/** @type {(KeyHolder | "all")[]} */
const HOLDERS = ["all", "ours", "vendor", "unknown"];
/** Milliseconds without a key until the count is read out. */
const PAUSE = 600;
