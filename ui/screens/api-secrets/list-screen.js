// @ts-check
// The banks whose API secrets were begun, and the beginning of another one.

import { callout, failurePlace } from "../../elements/callout.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { forgetUndo, undoCallout, undoRemoval } from "../../elements/undo-removal.js";
import { pageHead } from "../../elements/page-head.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { field, valueOf } from "../../elements/form.js";
import { breakable, hasEnded } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { knownAccounts } from "../../elements/account-buttons.js";

/** @import { BankSummary } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.apiSecrets;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openApiSecrets(page) {
  const board = await backend.apiSecret.list();
  const kept = drafts("api-secrets");
  return {
    name: "api-secrets",
    title: () => s.title,
    drafts: () => kept,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead })}
      ${undoCallout()}
      ${board.unreadable.map(({ path, reason }) => callout({ tone: "warn", title: s.unreadableTitle, body: html`<p>${strings.proRecord.unreadable[reason]}</p><p class="mono">${breakable(path)}</p>` }))}
      ${board.banks.length > 0 && banks(board.banks)}
      <form class="card" novalidate data-part>
        <h2 class="h3">${s.begin.title}</h2>
        <div class="pair">
          ${field({ id: "bank", label: s.begin.bank, value: kept.get("bank", ""), hint: s.begin.bankHint })}
          <div class="stack stack-tight">${field({ id: "bank-account", label: s.begin.account, value: kept.get("bank-account", board.accounts.length === 1 ? (board.accounts[0]?.accountId ?? "") : ""), hint: s.begin.accountHint, mono: true })}${knownAccounts(board.accounts)}</div>
        </div>
        ${failurePlace()}
        <div class="actions">${button({ act: "begin", id: "begin", label: s.begin.act, busy: s.begin.busy, kind: "button-primary", submit: true })}</div>
      </form>
    </div>`,
    left: forgetUndo,
    acts: {
      "undo-removal": (pressed) =>
        page.run(pressed, async () => {
          await undoRemoval();
          await page.show(() => openApiSecrets(page));
        }),
      "take-account": (pressed) => {
        kept.set("bank-account", pressed.dataset.account ?? "");
        page.draw();
        document.getElementById("bank-account")?.focus();
      },
      begin: (pressed) =>
        page.run(
          pressed,
          async () => {
            const made = await backend.apiSecret.begin(valueOf("bank-account"), valueOf("bank").trim());
            kept.clear();
            page.go({ screen: "bank", id: made.id });
          },
          { fields: { "account-id-invalid": "bank-account", "name-empty": "bank" } },
        ),
    },
  };
}

/** @param {BankSummary[]} banks */
const banks = (banks) => html`<section class="part" aria-labelledby="banks">
  <h2 id="banks">${s.list.title}</h2>
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.list.caption}"><table class="table">
    <caption class="visually-hidden">${s.list.caption}</caption>
    <thead><tr><th scope="col">${s.list.bank}</th><th scope="col">${s.list.secrets}</th><th scope="col">${s.list.connections}</th></tr></thead>
    <tbody>${banks.map((bank) => html`<tr data-bank="${bank.id}">
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "bank", id: bank.id })}">${bank.bank}</a><span class="cell-note">${bank.client} <span class="mono">${bank.accountId}</span></span></span></th>
      <td><span class="cell">${overlap(bank)}${bank.endsOn && html`<span class="cell-note">${s.list.ends(bank.endsOn)}</span>`}</span></td>
      <td>${s.list.entered(bank.entered, bank.connections)}</td>
    </tr>`)}</tbody>
  </table></div>
</section>`;

/** @param {BankSummary} bank */
function overlap({ overlap, created }) {
  if (overlap && !hasEnded(overlap.until)) return badge("warn", "clock", s.list.overlap(overlap.until));
  if (overlap) return badge("accent", "clock", s.list.over);
  return created ? badge("ok", "ok", s.list.created) : badge(null, "pause", s.list.notCreated);
}
