// @ts-check
// The record of SuiteProjects Pro: what somebody sees comes first, then the account it is about.
// Below, what was begun.

import { callout, failurePlace } from "../../elements/callout.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { forgetUndo, undoCallout, undoRemoval } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { area, field, say, valueOf } from "../../elements/form.js";
import { breakable, recentTimeFirst } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { knownAccounts } from "../../elements/account-buttons.js";
import { said, sentence } from "./message-meaning.js";

/** @import { ProSummary } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.proRecord;

/** What was pasted and is not yet kept. In this window's memory only. */
let pasted = "";

/** @param {Page} page @returns {Promise<Screen>} */
export async function openProRecords(page) {
  const board = await backend.proRecord.list();
  const kept = drafts("pro-records");
  let heard = pasted ? await backend.proRecord.readMessage(pasted) : null;
  let asked = 0;

  return {
    name: "pro-records",
    title: () => s.title,
    drafts: () => kept,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead })}
      ${undoCallout()}
      ${callout({ tone: "note", title: s.elsewhereTitle, body: html`<p>${s.elsewhere}</p>` })}
      ${board.unreadable.map(({ path, reason }) => callout({ tone: "warn", title: s.unreadableTitle, body: html`<p>${s.unreadable[reason]}</p><p class="mono">${breakable(path)}</p>` }))}
      <form class="card" novalidate data-part>
        <h2 class="h3">${s.begin.title}</h2>
        ${area({ id: "pro-text", label: s.begin.text, value: pasted, hint: s.begin.hint, mono: true })}
        <div id="pro-said">${heard && said(heard)}</div>
        <div class="known-lines"><p class="small soft">${s.begin.known}</p><ul>${s.begin.sentences.map((line) => html`<li><code>${line}</code></li>`)}</ul></div>
        ${field({ id: "pro-account", label: s.begin.account, value: kept.get("pro-account", board.accounts.length === 1 ? (board.accounts[0]?.accountId ?? "") : ""), hint: s.begin.accountHint, mono: true })}
        ${knownAccounts(board.accounts)}
        ${failurePlace()}
        <div class="actions">${button({ act: "begin", id: "begin", label: s.begin.act, busy: s.begin.busy, kind: "button-primary", submit: true })}</div>
      </form>
      ${board.records.length > 0 && begun(board.records)}
    </div>`,
    typed: (element) => {
      if (element.id !== "pro-text") return;
      pasted = valueOf("pro-text");
      return read();
    },
    left: forgetUndo,
    acts: {
      "undo-removal": (pressed) =>
        page.run(pressed, async () => {
          await undoRemoval();
          await page.show(() => openProRecords(page));
        }),
      "take-account": (pressed) => {
        kept.set("pro-account", pressed.dataset.account ?? "");
        page.draw();
        document.getElementById("pro-account")?.focus();
      },
      begin: (pressed) =>
        page.run(
          pressed,
          async () => {
            const view = await backend.proRecord.begin(valueOf("pro-account"), pasted);
            pasted = "";
            kept.clear();
            page.go({ screen: "pro-record", account: view.accountId, step: null });
          },
          {
            fields: { "account-id-invalid": "pro-account", "health-check-unknown": "pro-text", "paste-is-secret": "pro-text" },
            // The field says it then; the callout would say it again.
            failed: ({ kind }) => {
              const place = document.getElementById("pro-said");
              if (place && kind !== "account-id-invalid") mount(place, html``);
              return false;
            },
          },
        ),
    },
  };

  /** Says at once what a text means. An answer that comes late is not shown over a newer one. */
  async function read() {
    const number = (asked += 1);
    heard = pasted.trim() === "" ? null : await backend.proRecord.readMessage(pasted);
    const place = document.getElementById("pro-said");
    if (number !== asked || !place) return;
    say("pro-text", null);
    mount(place, html`${heard && said(heard)}`);
    if (heard) announce(sentence(heard));
  }
}

/** @param {ProSummary[]} records */
const begun = (records) => html`<section class="part" aria-labelledby="begun">
  <h2 id="begun">${s.list.title}</h2>
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.list.caption}"><table class="table">
    <caption class="visually-hidden">${s.list.caption}</caption>
    <thead><tr><th scope="col">${s.list.account}</th><th scope="col">${s.list.status}</th><th scope="col">${s.list.step}</th><th scope="col">${s.list.changed}</th></tr></thead>
    <tbody>${records.map((record) => html`<tr data-account="${record.accountId}">
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "pro-record", account: record.accountId, step: null })}">${record.client || record.accountId}</a><span class="cell-note">${record.client && html`<span class="mono">${record.accountId}</span>`} ${strings.names.environment[record.environment]}</span></span></th>
      <td>${record.situation && s.situation[record.situation]}</td>
      <td>${record.openStep ? s.step[record.openStep] : badge("ok", "ok", s.list.done)}</td>
      <td>${recentTimeFirst(record.changedAt)}</td>
    </tr>`)}</tbody>
  </table></div>
</section>`;
