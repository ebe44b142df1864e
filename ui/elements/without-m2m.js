// @ts-check
// A system whose own NetSuite connection has no machine-to-machine access: what it offers, who says so, and what to do.

import { hashOf } from "../window/router.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";
import { badge } from "./badge.js";
import { copyButton } from "./copy.js";
import { icon } from "./icon.js";

/** @import { WithoutM2mView } from "../types/ipc.d.ts" */

const s = strings.withoutM2m;

/** @param {WithoutM2mView} facts @param {object} [options] @param {boolean} [options.plan] whether to lead to the plan that moves integrations off TBA */
export const withoutM2m = (facts, { plan = false } = {}) => html`<div class="card target-about" data-system="${facts.system}">
  <div class="card-head"><p class="strong">${s.title(facts.label, facts.connector)}</p>${badge("warn", "warn", s.badge)}</div>
  <dl class="facts facts-close">
    <div class="facts-row"><dt>${s.offers}</dt><dd>${facts.offers.map((offer, index) => html`${index > 0 && html`<br />`}${offer}`)}</dd></div>
    <div class="facts-row"><dt>${strings.target.known}</dt><dd>${facts.seen}</dd></div>
    <div class="facts-row"><dt>${s.asOf}</dt><dd>${facts.asOf}</dd></div>
  </dl>
  <p class="small strong">${s.instead}</p>
  <ul class="lines small">
    ${facts.instead.map((way) => html`<li>${way}</li>`)}
    <li>${s.keep} ${strings.tbaPlan.dates.noNew} ${strings.tbaPlan.deadlineWhy["tba-end"]}</li>
    <li>${s.ask}</li>
    <li>${s.own}</li>
  </ul>
  ${plan && html`<p class="small"><a href="${hashOf({ screen: "tba-plans" })}">${s.plan}</a></p>`}
  <details class="more">
    <summary class="more-summary">${icon("right")}${s.sources}</summary>
    <div class="more-body stack stack-tight">${facts.sources.map((source) => html`<p class="facts-copy small"><span class="mono kit-source">${source}</span>${copyButton(source, strings.handOver.source)}</p>`)}</div>
  </details>
</div>`;
