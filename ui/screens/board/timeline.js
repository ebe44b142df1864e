// @ts-check
// The board's timeline: a mark for each certificate in use, on the day on which it expires. For whoever
// doesn't see it there is a table of the same.

import { day, daysLeft, figure, hasEnded, monthName } from "../../lib/format.js";
import { flag, html, mount } from "../../lib/html.js";
import { hashOf, STEPS } from "../../window/router.js";
import { strings } from "../../strings/en/first-screen.js";
import { timeline as s } from "../../strings/en/timeline.js";
import { isUnlisted, routeTo } from "./rows.js";
import { layOut, urgencyOf } from "./timeline-layout.js";

/** @import { ConnectionSummary, Instant } from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */
/** @import { Urgency } from "../../strings/en/timeline.js" */
/** @import { Layout } from "./timeline-layout.js" */

/** @typedef {{ connection: ConnectionSummary, until: Instant, days: number, urgency: Urgency }} Mark */

/** The mark that Tab leads to, by its connection. It stays when the timeline is drawn again. */
let current = "";
/** Whether it has the focus, also while all is drawn again. */
let focused = false;
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
  if (!marks.some(({ connection }) => connection.id === current)) current = marks[0]?.connection.id ?? "";
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

/** Of certificates that NetSuite knows and still lists, the first to expire first. @param {ConnectionSummary[]} connections @returns {Mark[]} */
function marksOf(connections) {
  const marks = connections.flatMap((connection) => {
    const { validUntil: until, daysLeft: left, status } = connection;
    if (until === null || left === null || isUnlisted(status) || isNotUploaded(connection)) return [];
    const ended = hasEnded(until);
    return [{ connection, until, days: left, urgency: urgencyOf(left, ended), time: Date.parse(until) }];
  });
  return marks.sort((one, other) => one.time - other.time);
}

/** @param {ConnectionSummary} connection */
const isNotUploaded = ({ status }) => status.kind === "setting-up" && STEPS.indexOf(status.step) <= STEPS.indexOf("upload");

/** @param {HTMLElement} plot @param {Mark[]} marks @param {number} width */
function drawPlot(plot, marks, width) {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const months = monthsAhead();
  const last = /** @type {Month} */ (months.at(-1));
  const layout = layOut(marks, { width, days: last.days, unit });
  const step = layout.size + 2;
  const top = unit * 1.5;
  const base = top + Math.max(layout.lanes, LEAST_LANES) * step + 4;
  const height = base + unit * 2.75;
  mount(plot, html`<svg class="timeline-drawing" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    ${axis(months, layout, { base, height, top, width, unit })}
    ${marks.map((mark, index) => {
      const place = layout.places[index];
      return place && anchor(mark, index, round(place.x), round(base - 2 - step * (place.lane + 0.5)), layout.size);
    })}
    ${layout.more.map(({ x, count }) => html`<text class="timeline-more" x="${round(Math.min(Math.max(x, unit), width - unit))}" y="${round(top + step)}" text-anchor="middle" aria-hidden="true">${s.more(count)}</text>`)}
  </svg>
  <div class="timeline-tip" id="timeline-tip" aria-hidden="true" ${flag("hidden", true)}></div>`);
  const counted = document.getElementById("timeline-counted");
  const more = layout.more.reduce((sum, { count }) => sum + count, 0);
  if (counted) mount(counted, html`${more > 0 && html`${s.counted(more)} <button class="button button-quiet" type="button" data-act="show-by-end" id="show-by-end">${s.showList}</button>`}`);
  const tab = markOf(plot, current) ?? plot.querySelector(".mark");
  if (!(tab instanceof SVGElement)) return;
  lead(tab, marks);
  if (focused && document.activeElement === document.body) tab.focus({ preventScroll: true });
}

/** @param {Month[]} months @param {Layout} layout @param {{ base: number, height: number, top: number, width: number, unit: number }} edges */
function axis(months, { today, scale }, { base, top, width, unit }) {
  const every = [1, 2, 3, 6].find((every) => every * 30 * scale >= unit * 2.25) ?? 12;
  const at = (/** @type {number} */ days) => round(today + days * scale);
  const [line, years] = [base + unit * 1.0625, base + unit * 2.25];
  const end = width - unit * 1.75;
  return html`<g class="timeline-axis" aria-hidden="true">
    <path class="timeline-base" d="M0 ${round(base)}H${width}"></path>
    ${today > unit && html`<text x="0" y="${round(line)}">${s.expiredBand}</text>`}
    ${months.map(({ days, month, name }) => html`<path class="${month === 0 ? "timeline-year-line" : "timeline-month-line"}" d="M${at(days)} ${round(month === 0 ? top : base)}V${round(base + (month === 0 ? unit * 2.375 : 4))}"></path>${month % every === 0 && at(days) < end && html`<text x="${at(days) + 3}" y="${round(line)}">${name}</text>`}`)}
    ${months.map(({ days, month, year }, index) => (month === 0 || (index === 0 && (months.find(({ month }) => month === 0)?.days ?? 0) * scale > unit * 3)) && at(days) < end && html`<text class="timeline-year" x="${(index === 0 && month !== 0 ? round(today) : at(days)) + 3}" y="${round(years)}">${year}</text>`)}
    <path class="timeline-today" d="M${round(today)} ${round(top - 4)}V${round(base + 4)}"></path>
    <text class="timeline-today-text" x="${round(Math.max(today, unit * 1.25))}" y="${round(top - unit * 0.5)}" text-anchor="middle">${s.today}</text>
  </g>`;
}

/** @param {Mark} mark @param {number} index @param {number} x @param {number} y @param {number} size */
const anchor = ({ connection, urgency }, index, x, y, size) =>
  html`<a class="mark" id="mark-${connection.id}" href="${hashOf(routeTo(connection))}" data-mark="${index}" tabindex="-1" aria-hidden="true"><path class="mark-${urgency}" transform="translate(${x} ${y})" d="${shape(urgency, size)}"></path></a>`;

/** Another shape for each, so that nobody needs the colour. @param {Urgency} urgency @param {number} size @returns {string} */
function shape(urgency, size) {
  const half = size / 2;
  switch (urgency) {
    case "expired": {
      const [out, arm] = [half - 0.5, size / 5];
      return `M${-out} ${arm - out}L${arm - out} ${-out} 0 ${-arm} ${out - arm} ${-out} ${out} ${arm - out} ${arm} 0 ${out} ${out - arm} ${out - arm} ${out} 0 ${arm} ${arm - out} ${out} ${-out} ${out - arm} ${-arm} 0Z`;
    }
    case "fortnight":
      return `M0 ${-half}L${half} ${half - 0.5}H${-half}Z`;
    case "month":
      return `M0 ${-half}L${half} 0 0 ${half} ${-half} 0Z`;
    case "two-months": {
      const side = half - 1;
      return `M${-side} ${-side}H${side}V${side}H${-side}Z`;
    }
    case "later": {
      const radius = half - 1.5;
      return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
    }
  }
}

/** @param {HTMLElement} plot @param {Mark[]} marks */
function listen(plot, marks) {
  plot.addEventListener("pointerover", ({ target }) => {
    const mark = target instanceof Element ? target.closest(".mark") : null;
    if (mark instanceof SVGElement) tell(plot, mark, marks);
    else if (!plot.contains(document.activeElement)) hideTip();
  });
  plot.addEventListener("pointerleave", () => {
    const { activeElement } = document;
    if (activeElement instanceof SVGElement && plot.contains(activeElement)) tell(plot, activeElement, marks);
    else hideTip();
  });
  plot.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof SVGElement) || !target.matches(".mark")) return;
    focused = true;
    lead(target, marks);
    tell(plot, target, marks);
  });
  plot.addEventListener("focusout", () => {
    hideTip();
    // What is taken out of the page loses the focus, too, and gets it back.
    queueMicrotask(() => plot.isConnected && (focused = plot.contains(document.activeElement)));
  });
  plot.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hideTip();
    const to = event.altKey || event.ctrlKey || event.metaKey ? null : goal(plot, event.key, marks);
    if (!to) return;
    event.preventDefault();
    to.removeAttribute("aria-hidden");
    to.focus();
  });
}

/** Where a key leads. @param {HTMLElement} plot @param {string} key @param {Mark[]} marks */
function goal(plot, key, marks) {
  const drawn = /** @type {SVGElement[]} */ ([...plot.querySelectorAll(".mark")]);
  const here = drawn.findIndex((mark) => mark === document.activeElement);
  if (here === -1) return null;
  const monthOf = (/** @type {SVGElement | undefined} */ mark) => markIn(marks, mark)?.until.slice(0, 7) ?? "";
  const month = monthOf(drawn[here]);
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return drawn[here + 1];
    case "ArrowLeft":
    case "ArrowUp":
      return drawn[here - 1];
    case "Home":
      return drawn[0];
    case "End":
      return drawn.at(-1);
    case "PageDown":
      return drawn.slice(here).find((mark) => monthOf(mark) > month) ?? drawn.at(-1);
    case "PageUp": {
      const earlier = drawn.slice(0, here).findLast((mark) => monthOf(mark) < month);
      return drawn.find((mark) => monthOf(mark) === monthOf(earlier)) ?? drawn[0];
    }
    default:
      return null;
  }
}

/** Tab leads to this mark from now on; the others are in the table for whoever doesn't see them. @param {SVGElement} mark @param {Mark[]} marks */
function lead(mark, marks) {
  const before = mark.ownerSVGElement?.querySelector(".mark[tabindex='0']");
  if (before && before !== mark) {
    before.setAttribute("tabindex", "-1");
    before.setAttribute("aria-hidden", "true");
    before.removeAttribute("aria-label");
  }
  const known = markIn(marks, mark);
  if (!known) return;
  const target = known.connection.target?.label ?? strings.board.noTarget;
  mark.setAttribute("tabindex", "0");
  mark.removeAttribute("aria-hidden");
  mark.setAttribute("aria-label", known.urgency === "expired" ? s.expiredMark(known.connection.name, target, day(known.until)) : s.mark(known.connection.name, target, day(known.until), daysLeft(known.days, known.until)));
  current = known.connection.id;
}

/** Shows whose mark it is, above it. @param {HTMLElement} plot @param {SVGElement} mark @param {Mark[]} marks */
function tell(plot, mark, marks) {
  const known = markIn(marks, mark);
  const tip = document.getElementById("timeline-tip");
  if (!known || !tip) return;
  const { name, target, accountId } = known.connection;
  mount(tip, html`<strong>${name}</strong><span>${target?.label ?? strings.board.noTarget}${accountId && html` · <span class="mono">${accountId}</span>`}</span><span>${known.urgency === "expired" ? s.expired(day(known.until)) : s.expires(day(known.until), daysLeft(known.days, known.until))}</span>`);
  tip.hidden = false;
  const [frame, box] = [plot.getBoundingClientRect(), mark.getBoundingClientRect()];
  const left = box.left + box.width / 2 - frame.left - tip.offsetWidth / 2;
  const above = box.top - frame.top - tip.offsetHeight - 6;
  tip.style.insetInlineStart = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
  tip.style.insetBlockStart = `${box.top - tip.offsetHeight - 6 < 0 ? box.bottom - frame.top + 6 : above}px`;
}

function hideTip() {
  const tip = document.getElementById("timeline-tip");
  if (tip) tip.hidden = true;
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

/** @typedef {{ days: number, month: number, year: number, name: string }} Month `days` from today until its first day */

/** The months that begin in the next 24, the last of them being the end. @param {Date} [now] @returns {Month[]} */
function monthsAhead(now = new Date()) {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Array.from({ length: MONTHS + 1 }, (_, index) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + index, 1));
    return { days: Math.round((first.getTime() - today) / DAY_LENGTH), month: first.getUTCMonth(), year: first.getUTCFullYear(), name: monthName(first.toISOString()) };
  }).filter(({ days }) => days >= 0);
}

/** @param {HTMLElement} plot @param {string} id */
const markOf = (plot, id) => plot.querySelector(`#mark-${CSS.escape(id)}`);

/** @param {Mark[]} marks @param {SVGElement | undefined} mark */
const markIn = (marks, mark) => marks[Number(mark?.dataset.mark)];

/** Tenths of a pixel are enough, and shorter. @param {number} pixels */
const round = (pixels) => Math.round(pixels * 10) / 10;

/** @type {readonly Urgency[]} */
const KINDS = ["expired", "fortnight", "month", "two-months", "later"];
const MONTHS = 24;
const DAY_LENGTH = 24 * 60 * 60 * 1000;
const LEAST_LANES = 6;
const ROWS_AT_ONCE = 100;
