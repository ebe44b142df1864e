// @ts-check
// Where the timeline's marks are: by day from left to right, and above each other where days are too close. Pure.

/** @import { Urgency } from "../../strings/en/timeline.js" */

/** @typedef {{ days: number, urgency: Urgency }} Mark days from today until it expires, negative ones in the past */
/** @typedef {{ x: number, lane: number }} Place */
/** @typedef {{ x: number, count: number, first: number }} More `first` is the index of the first mark that it counts */
/** @typedef {{ places: (Place | null)[], more: More[], lanes: number, size: number, today: number, scale: number }} Layout `scale` is pixels in a day */

/**
 * A place for each mark, none for one that is only counted.
 * @param {Mark[]} marks sorted by day
 * @param {object} room
 * @param {number} room.width in pixels
 * @param {number} room.days that are shown
 * @param {number} room.unit pixels of a `rem`
 * @returns {Layout}
 */
export function layOut(marks, { width, days, unit }) {
  const [large, small] = SIZES.map(({ size, most }) => inSize(marks, { width, days, size: size * unit, most }));
  return /** @type {Layout} */ (large && large.more.length === 0 ? large : small);
}

/** @param {Mark[]} marks @param {{ width: number, days: number, size: number, most: number }} room @returns {Layout} */
function inSize(marks, { width, days, size, most }) {
  const step = size + GAP;
  const expired = marks.filter(({ urgency }) => urgency === "expired").length;
  const columns = expired === 0 ? 0 : Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, Math.ceil(expired / most)));
  const today = columns === 0 ? size : columns * step + size;
  const scale = (width - today - size) / days;
  /** The right edge of what is in each lane. @type {number[]} */
  const edges = [];
  /** @type {More[]} */
  const more = [];
  let lanes = 0;
  const places = marks.map(({ days: day, urgency }, index) => {
    if (urgency === "expired") {
      const lane = Math.floor(index / columns);
      if (lane >= most) return count(more, (columns * step) / 2, index, step), null;
      lanes = Math.max(lanes, lane + 1);
      // The latest is the nearest to today.
      return { x: (columns - 1 - (index % columns)) * step + step / 2, lane };
    }
    const x = today + Math.min(day, days) * scale;
    const free = edges.findIndex((edge) => edge <= x - size / 2);
    const lane = free === -1 ? edges.length : free;
    if (lane >= most) return count(more, x, index, step), null;
    edges[lane] = x + size / 2 + GAP;
    lanes = Math.max(lanes, lane + 1);
    return { x, lane };
  });
  return { places, more, lanes: more.length > 0 ? most + 2 : lanes, size, today, scale };
}

/** Counts with the one before where they would overlap. @param {More[]} more @param {number} x @param {number} index @param {number} step */
function count(more, x, index, step) {
  const last = more.at(-1);
  if (last && x - last.x < COUNT_WIDTH * step) last.count += 1;
  else more.push({ x, count: 1, first: index });
}

/** How urgent a certificate is. @param {number} days @param {boolean} ended @returns {Urgency} */
export function urgencyOf(days, ended) {
  if (ended) return "expired";
  if (days <= 14) return "fortnight";
  if (days <= 30) return "month";
  return days <= 60 ? "two-months" : "later";
}

/** Marks in `rem`, and how many of them fit above each other; smaller ones where there are too many. */
const SIZES = [{ size: 0.75, most: 16 }, { size: 0.5625, most: 32 }];
/** Pixels between two marks. */
const GAP = 2;
const LEAST_COLUMNS = 4;
const MOST_COLUMNS = 6;
/** The width of "+170", in marks. */
const COUNT_WIDTH = 3;
