// @ts-check
// How the timeline is drawn: its axis, its marks, and their shapes.

import { monthName } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf } from "../../window/router.js";
import { timeline as s } from "../../strings/en/timeline.js";
import { routeTo } from "./rows.js";
import { layOut } from "./timeline-layout.js";

/** @import { Urgency } from "../../strings/en/timeline.js" */
/** @import { Layout } from "./timeline-layout.js" */
/** @import { Mark } from "./timeline-marks.js" */

/**
 * As an image, and how many of the marks are only counted in it.
 * @param {Mark[]} marks sorted by day
 * @param {number} width in pixels
 * @param {number} unit pixels of a `rem`
 */
export function drawing(marks, width, unit) {
  const months = monthsAhead();
  const last = /** @type {Month} */ (months.at(-1));
  const layout = layOut(marks, { width, days: last.days, unit });
  const step = layout.size + 2;
  const top = unit * 1.5;
  const base = top + Math.max(layout.lanes, LEAST_LANES) * step + 4;
  const height = base + unit * 2.75;
  return {
    counted: layout.more.reduce((sum, { count }) => sum + count, 0),
    image: html`<svg class="timeline-drawing" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
      ${axis(months, layout, { base, top, width, unit })}
      ${marks.map((mark, index) => {
        const place = layout.places[index];
        return place && anchor(mark, index, round(place.x), round(base - 2 - step * (place.lane + 0.5)), layout.size);
      })}
      ${layout.more.map(({ x, count }) => html`<text class="timeline-more" x="${round(Math.min(Math.max(x, unit), width - unit))}" y="${round(top + step)}" text-anchor="middle" aria-hidden="true">${s.more(count)}</text>`)}
    </svg>`,
  };
}

/** @param {Month[]} months @param {Layout} layout @param {{ base: number, top: number, width: number, unit: number }} edges */
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
export function shape(urgency, size) {
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

/** @typedef {{ days: number, month: number, year: number, name: string }} Month `days` from today until its first day */

/** The months that begin in the next 24, the last of them being the end. @param {Date} [now] @returns {Month[]} */
function monthsAhead(now = new Date()) {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Array.from({ length: MONTHS + 1 }, (_, index) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + index, 1));
    return { days: Math.round((first.getTime() - today) / DAY_LENGTH), month: first.getUTCMonth(), year: first.getUTCFullYear(), name: monthName(first.toISOString()) };
  }).filter(({ days }) => days >= 0);
}

/** Tenths of a pixel are enough, and shorter. @param {number} pixels */
const round = (pixels) => Math.round(pixels * 10) / 10;

const MONTHS = 24;
const DAY_LENGTH = 24 * 60 * 60 * 1000;
const LEAST_LANES = 6;
