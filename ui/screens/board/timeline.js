// @ts-check
// The board's timeline: a mark for each certificate in use, on the day on which it expires. For whoever
// doesn't see it there is a table of the same.

import { day, daysLeft, figure } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";
import { timeline as s } from "../../strings/en/timeline.js";
import { drawing, shape } from "./timeline-drawing.js";
import { listen, restore } from "./timeline-focus.js";
import { marksOf } from "./timeline-marks.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Urgency } from "../../strings/en/timeline.js" */
/** @import { Mark } from "./timeline-marks.js" */

/** @type {ResizeObserver | undefined} */
let watching;

/** The frame of it, and how many there are of each kind. @param {ConnectionSummary[]} connections */
export function timeline(connections) {
  const marks = marksOf(connections);
  if (marks.length === 0) return html`<p class="empty-line">${s.none}</p>`;
  const without = connections.length - marks.length;
  return html`<div class="timeline">
    <ul class="timeline-kinds">${KINDS.map((kind) => html`<li class="timeline-kind"><svg class="timeline-sign" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false"><path class="mark-${kind}" d="${shape(kind, 12)}"></path></svg>${s.urgency[kind]} <span class="timeline-count">${figure(marks.filter(({ urgency }) => urgency === kind).length)}</span></li>`)}</ul>
    <div class="timeline-plot" id="timeline" role="group" aria-label="${s.label}" aria-describedby="timeline-hint"></div>
    <p class="visually-hidden" id="timeline-hint">${s.hint}</p>
    <p class="part-note" id="timeline-counted"></p>
    ${without > 0 && html`<p class="part-note">${s.without(without)}</p>`}
    <div class="visually-hidden"><table id="timeline-table">
      <caption>${s.label}</caption>
      <thead><tr><th scope="col">${s.columns.client}</th><th scope="col">${s.columns.target}</th><th scope="col">${s.columns.expires}</th><th scope="col">${s.columns.left}</th></tr></thead>
      <tbody></tbody>
    </table></div>
  </div>`;
}

/** Draws what the frame holds, as wide as it is, and again when it has another width. @param {ConnectionSummary[]} connections */
export function drawTimeline(connections) {
  watching?.disconnect();
  const plot = document.getElementById("timeline");
  if (!plot) return;
  const marks = marksOf(connections);
  let width = plot.clientWidth;
  drawPlot(plot, marks, width);
  listen(plot, marks);
  watching = new ResizeObserver(() => {
    if (!plot.isConnected || plot.clientWidth === width) return;
    width = plot.clientWidth;
    drawPlot(plot, marks, width);
  });
  watching.observe(plot);
  fillTable(marks, 0);
}

/** @param {HTMLElement} plot @param {Mark[]} marks @param {number} width */
function drawPlot(plot, marks, width) {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { image, counted } = drawing(marks, width, unit);
  mount(plot, html`${image}<div class="timeline-tip" id="timeline-tip" aria-hidden="true" ${flag("hidden", true)}></div>`);
  const place = document.getElementById("timeline-counted");
  if (place) mount(place, html`${counted > 0 && html`${s.counted(counted)} <button class="button button-quiet" type="button" data-act="show-by-end" id="show-by-end">${s.showList}</button>`}`);
  restore(plot, marks);
}

/** Adds the table's rows, some in each frame. @param {Mark[]} marks @param {number} from */
function fillTable(marks, from) {
  const body = document.querySelector("#timeline-table tbody");
  if (!body || from >= marks.length) return;
  requestAnimationFrame(() => setTimeout(() => {
    if (!body.isConnected) return;
    const made = document.createElement("tbody");
    mount(made, html`${marks.slice(from, from + ROWS_AT_ONCE).map(tableRow)}`);
    body.append(...made.children);
    fillTable(marks, from + ROWS_AT_ONCE);
  }));
}

/** @param {Mark} mark @returns {Markup} */
const tableRow = ({ connection, until, days }) => html`<tr><th scope="row">${connection.name}</th><td>${connection.target?.label ?? strings.board.noTarget}</td><td>${day(until)}</td><td>${daysLeft(days, until)}</td></tr>`;

/** @type {readonly Urgency[]} */
const KINDS = ["expired", "fortnight", "month", "two-months", "later"];
const ROWS_AT_ONCE = 100;
