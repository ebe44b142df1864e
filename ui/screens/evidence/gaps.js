// @ts-check
// Where the history of a connection isn't as Certdesk wrote it: told above the entries, and marked at each of them.

import { callout } from "../../elements/callout.js";
import { icon } from "../../elements/icon.js";
import { moment } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView, HistoryEntry, HistoryGap } from "../../types/ipc.d.ts" */

const s = strings.evidence;

/** As many as one reads; the rest is counted. */
const SHOWN = 3;

/** @param {ConnectionView} view */
export function historyGaps({ history, hashChain: { gaps } }) {
  if (gaps.length === 0) return null;
  const sentences = gaps.slice(0, SHOWN).map((gap) => sentence(history, gap));
  const body = html`${sentences.length === 1 ? html`<p>${sentences[0]}</p>` : html`<ul class="lines">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`}
    ${gaps.length > SHOWN && html`<p>${s.more(gaps.length - SHOWN)}</p>`}
    <p>${s.gapsBody}</p><p>${s.gapsRemedy}</p>`;
  return callout({ id: "history-changed", tone: "danger", title: s.gapsTitle, body });
}

/** At an entry that a gap is next to. @param {ConnectionView} view @param {HistoryEntry} entry */
export function gapMark({ history, hashChain: { gaps } }, entry) {
  const at = history.indexOf(entry);
  const words = gaps.some(({ after }) => after === at) ? s.marked.after : at === 0 && gaps.some(({ after, before }) => after === null && before === 0) ? s.marked.before : null;
  return words && html`<span class="history-gap">${icon("warn")}${words}</span>`;
}

/** @param {HistoryEntry[]} history @param {HistoryGap} gap */
function sentence(history, { after, before }) {
  const first = after === null ? undefined : history[after];
  if (first) return s.after(strings.connection.event(first.event, first.system), moment(first.at));
  const second = before === null ? undefined : history[before];
  return second ? s.before(strings.connection.event(second.event, second.system), moment(second.at)) : s.allRemoved;
}
