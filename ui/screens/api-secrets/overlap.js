// @ts-check
// The hour after a change: how much of it is left, or that it is over.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { hasEnded, recent, time } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { OverlapView } from "../../types/ipc.d.ts" */

const s = strings.apiSecrets.overlap;

/** @param {OverlapView | null} overlap */
export function overlapCard(overlap) {
  if (!overlap) return null;
  const { changedAt, until } = overlap;
  if (hasEnded(until)) {
    return html`<div data-overlap="over">${callout({ tone: "ok", title: html`<span id="overlap-title" tabindex="-1">${s.overTitle}</span>`, body: html`<p>${s.over(recent(until))}</p>`, actions: button({ act: "withdrawn", id: "withdrawn", label: s.withdrawn }) })}</div>`;
  }
  const [start, end] = [Date.parse(changedAt), Date.parse(until)];
  const left = Math.ceil((end - Date.now()) / MINUTE);
  const gone = Math.max(0, Math.min(60, 60 - left));
  return html`<section class="card" aria-labelledby="overlap-title" data-overlap="lasts">
    <div class="card-head"><h2 id="overlap-title" tabindex="-1">${s.title(until)}</h2><strong>${s.left(left)}</strong></div>
    <p class="small">${s.body}</p>
    <div class="span">
      <svg class="span-rule" viewBox="0 0 60 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="span-track" y="4" width="60" height="4"></rect>
        ${gone > 0 && html`<rect class="span-fill" y="4" width="${gone}" height="4"></rect>`}
        <path class="span-ticks" d="M0 1v10M15 3v6M30 3v6M45 3v6M60 1v10"></path>
      </svg>
      <div class="span-scale"><span>${s.changed(changedAt)}</span><span>${time(new Date((start + end) / 2).toISOString())}</span><span>${s.ends(until)}</span></div>
    </div>
  </section>`;
}

const MINUTE = 60_000;
