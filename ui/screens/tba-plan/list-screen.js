// @ts-check
// What ends when, what M2M can replace, and the plans of all accounts.

import { knownAccounts } from "../../elements/account-buttons.js";
import { badge } from "../../elements/badge.js";
import { callout } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { field, valueOf } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { pageHead } from "../../elements/page-head.js";
import { forgetUndo, undoCallout, undoRemoval } from "../../elements/undo-removal.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { breakable, recentTimeFirst } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { hashOf } from "../../window/router.js";
import { listForm } from "./list-form.js";

/** @import { TbaPlanSummary } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.tbaPlan;

/** @param {Page} page @returns {Promise<Screen>} */
export async function openTbaPlans(page) {
  const board = await backend.tbaPlan.list();
  const kept = drafts("tba-plans");
  const form = listForm(page, {
    account: () => valueOf("tba-account"),
    taken: async ({ accountId }) => {
      kept.clear();
      page.go({ screen: "tba-plan", account: accountId });
    },
  });
  const only = () => (board.accounts.length === 1 ? (board.accounts[0]?.accountId ?? "") : "");
  return {
    name: "tba-plans",
    title: () => s.title,
    drafts: () => kept,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, back: { label: strings.rail.connections, route: { screen: "connections" } } })}
      ${undoCallout()}
      ${board.unreadable.map(({ path, reason }) => callout({ tone: "warn", title: s.unreadableTitle, body: html`<p>${strings.proRecord.unreadable[reason]}</p><p class="mono">${breakable(path)}</p>` }))}
      ${board.plans.length > 0 ? plans(board.plans) : html`${dates()}${served()}`}
      <section class="part" aria-labelledby="tba-start">
        <h2 id="tba-start">${s.start.title}</h2>
        <div class="card">${form.html(html`${field({ id: "tba-account", label: s.start.account, value: kept.get("tba-account", only()), hint: s.start.accountHint, mono: true })}${knownAccounts(board.accounts)}`)}</div>
      </section>
      ${board.plans.length > 0 && html`${dates()}${served()}`}
    </div>`,
    typed: form.typed,
    left: forgetUndo,
    acts: {
      "undo-removal": (pressed) =>
        page.run(pressed, async () => {
          await undoRemoval();
          await page.show(() => openTbaPlans(page));
        }),
      "take-account": (pressed) => {
        kept.set("tba-account", pressed.dataset.account ?? "");
        page.draw();
        document.getElementById("tba-account")?.focus();
      },
      ...form.acts,
    },
  };
}

/** @param {TbaPlanSummary[]} all */
const plans = (all) => html`<section class="part" aria-labelledby="tba-plans">
  <h2 id="tba-plans">${s.plans.title}</h2>
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.plans.caption}"><table class="table">
    <caption class="visually-hidden">${s.plans.caption}</caption>
    <thead><tr><th scope="col">${s.plans.account}</th><th scope="col">${s.plans.progress}</th><th scope="col">${s.plans.changed}</th></tr></thead>
    <tbody>${all.map((plan) => html`<tr data-account="${plan.accountId}">
      <th scope="row"><span class="cell"><a class="cell-name" href="${hashOf({ screen: "tba-plan", account: plan.accountId })}">${plan.client || plan.accountId}</a><span class="cell-note">${plan.client && html`<span class="mono">${plan.accountId}</span>`} ${strings.names.environment[plan.environment]}</span></span></th>
      <td>${plan.open === 0 ? badge("ok", "ok", s.plans.done) : s.plans.open(plan.open, plan.all)}</td>
      <td>${recentTimeFirst(plan.changedAt)}</td>
    </tr>`)}</tbody>
  </table></div>
</section>`;

const dates = () => html`<section class="part" aria-labelledby="tba-dates">
  <div class="part-head"><h2 id="tba-dates">${s.dates.title}</h2><p class="part-note">${s.dates.lead}</p></div>
  <div class="table-frame" tabindex="0" role="region" aria-label="${s.dates.caption}"><table class="table tba-dates">
    <caption class="visually-hidden">${s.dates.caption}</caption>
    <thead><tr><th scope="col">${s.dates.release}</th><th scope="col">${s.dates.what}</th><th scope="col">${s.dates.sure}</th><th scope="col">${s.dates.source}</th></tr></thead>
    <tbody>${s.dates.rows.map(({ release, what, sure, note, sources }) => html`<tr>
      <th scope="row">${release}</th>
      <td>${what}</td>
      <td><span class="cell">${sure === "announced" ? badge("ok", "ok", s.dates.sureness.announced) : badge("warn", "clock", s.dates.sureness.tentative)}${note && html`<span class="cell-note">${note}</span>`}</span></td>
      <td>${sources.map(source)}</td>
    </tr>`)}</tbody>
  </table></div>
</section>`;

const served = () => html`<section class="part" aria-labelledby="tba-served">
  <h2 id="tba-served">${s.served.title}</h2>
  <ul class="checks">
    <li class="check" data-tone="ok">${icon("ok")}<span>${s.served.yes}</span></li>
    <li class="check" data-tone="warn">${icon("warn")}<span>${s.served.no}</span></li>
  </ul>
  ${s.served.sources.map(source)}
</section>`;

/** @param {import("../../strings/en/tba-plan.js").Source} source */
const source = ({ name, address }) => html`<p class="tba-source"><span class="tiny soft">${name}</span>${copyButton(address, s.dates.copied(name))}</p>`;
