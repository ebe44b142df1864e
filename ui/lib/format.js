// @ts-check
// Dates, times, figures and IDs as people read them. Validity is told by UTC date, as NetSuite
// tells it; what happened here is told in local time.

import { html } from "./html.js";

/** @import { Instant } from "../types/ipc.d.ts" */
/** @import { Markup } from "./html.js" */

/** "2 Dec 2026". For validity. @param {Instant} instant */
export const day = (instant) => DAY_UTC.format(new Date(instant));

/** "2 Dec 2026, 14:11". For history. @param {Instant} instant */
export const moment = (instant) => `${DAY.format(new Date(instant))}, ${time(instant)}`;

/** "14:11", local. @param {Instant} instant */
export const time = (instant) => TIME.format(new Date(instant));

/**
 * "today at 09:46", "yesterday at 18:18", otherwise "2 Dec 2026, 14:11".
 * @param {Instant} instant
 * @param {Date} [now]
 */
export function recent(instant, now = new Date()) {
  const then = new Date(instant);
  if (sameDay(then, now)) return `today at ${time(instant)}`;
  if (sameDay(then, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return `yesterday at ${time(instant)}`;
  return moment(instant);
}

/**
 * "09:46" of today, otherwise "14 Nov 2026": since when something is known.
 * @param {Instant} instant
 * @param {Date} [now]
 */
export function known(instant, now = new Date()) {
  const then = new Date(instant);
  return sameDay(then, now) ? time(instant) : DAY.format(then);
}

/** @param {string} sentence */
export const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** `<time>` around the day. @param {Instant} instant @returns {Markup} */
export const dayTime = (instant) => html`<time datetime="${instant}">${day(instant)}</time>`;

/** `<time>` around "09:46" or the day. @param {Instant} instant @returns {Markup} */
export const knownTime = (instant) => html`<time datetime="${instant}">${known(instant)}</time>`;

/** `<time>` around "today at 09:46". @param {Instant} instant @returns {Markup} */
export const recentTime = (instant) => html`<time datetime="${instant}">${recent(instant)}</time>`;

/** "Today at 09:46": the same where nothing stands before it. @param {Instant} instant @returns {Markup} */
export const recentTimeFirst = (instant) => html`<time datetime="${instant}">${capital(recent(instant))}</time>`;

/** "1,184". @param {number} figure */
export const figure = (figure) => FIGURE.format(figure);

/** "a and b", "a, b and c". @param {string[]} parts */
export const list = (parts) => LIST.format(parts);

/** Whether an instant has passed. A certificate that has ended has no days left, as one that ends today. @param {Instant} instant */
export const hasEnded = (instant) => Date.parse(instant) <= Date.now();

/** "12 days left", "1 day left", "Ends today", "Expired". @param {number} days @param {Instant} until */
export function daysLeft(days, until) {
  if (hasEnded(until)) return "Expired";
  if (days === 0) return "Ends today";
  return `${figure(days)} ${days === 1 ? "day" : "days"} left`;
}

/** The date `days` days after `from`, as `day` writes it. @param {number} days @param {Date} [from] */
export const dayAfter = (days, from = new Date()) => day(new Date(from.getTime() + days * DAY_LENGTH).toISOString());

/**
 * An ID cut into groups of six, as it is read over the telephone.
 * @param {string} id
 * @returns {string[]}
 */
export const sixes = (id) => id.match(/.{1,6}/gu) ?? [];

/** The gaps are margins, so a copied selection has none. @param {string} id @returns {Markup} */
export const idInSixes = (id) => html`<span class="id">${sixes(id).map((six) => html`<span class="id-six">${six}</span>`)}</span>`;

/** "q7Vd2m…Zt8U": for tables, beside a copy button. @param {string} id */
export const shortId = (id) => (id.length > 14 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id);

/**
 * The name in a certificate: "Northwind Traders" of the subject `CN=Northwind Traders`. A subject that says more, or is
 * written otherwise, stays as it is.
 * @param {string} subject in the notation of RFC 4514
 */
export const nameIn = (subject) => /^CN=((?:[^\\,+]|\\[^0-9A-Fa-f])*)$/.exec(subject)?.[1]?.replace(/\\(.)/g, "$1") ?? subject;

/**
 * A path that may go on in the next line after each of its folders, an address also within its host.
 * @param {string} text
 */
export const breakable = (text) => html`${(text.match(text.includes("://") ? /[^/.]+[/.]*|[/.]+/g : /[^/\\]+[/\\]*|[/\\]+/g) ?? []).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

/** The last part of a path, of whichever system. @param {string} path */
export const fileName = (path) => path.split(/[\\/]/).pop() || path;

/** @param {Date} one @param {Date} other */
const sameDay = (one, other) => one.toDateString() === other.toDateString();

const DAY_LENGTH = 24 * 60 * 60 * 1000;
const LOCALE = "en-GB";
const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" });
const DAY_UTC = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hour12: false });
const FIGURE = new Intl.NumberFormat("en-US");
const LIST = new Intl.ListFormat(LOCALE, { type: "conjunction" });
