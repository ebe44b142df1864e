// @ts-check
// Dates, times, figures and IDs as people read them. Validity is told by UTC date, as NetSuite
// tells it; what happened here is told in local time.

import { dates, LANGUAGE } from "../strings/en/dates.js";
import { html } from "./html.js";

/** @import { Instant } from "../types/ipc.d.ts" */
/** @import { Markup } from "./html.js" */

/** "Dec 2, 2026". For validity. @param {Instant} instant */
export const day = (instant) => SYSTEM.day(instant);

/** "Dec". For an axis of months. @param {Instant} instant */
export const monthName = (instant) => SYSTEM.monthName(instant);

/** "Dec 2, 2026, 2:11 PM". For history. @param {Instant} instant */
export const moment = (instant) => SYSTEM.moment(instant);

/** "2:11 PM", local. @param {Instant} instant */
export const time = (instant) => SYSTEM.time(instant);

/**
 * "today at 9:46 AM", "yesterday at 6:18 PM", "Monday at 6:18 PM" within a week, otherwise "Dec 2, 2026, 2:11 PM".
 * It stands within a sentence; where it begins one, `capital` is needed.
 * @param {Instant} instant
 * @param {Date} [now]
 */
export const recent = (instant, now) => SYSTEM.recent(instant, now);

/** "2:11:07 PM", local: for what is only seconds away. @param {Instant} instant */
export const exactTime = (instant) => SYSTEM.exactTime(instant);

/**
 * "9:46 AM" of today, otherwise "Nov 14, 2026": since when something is known.
 * @param {Instant} instant
 * @param {Date} [now]
 */
export const known = (instant, now) => SYSTEM.known(instant, now);

/**
 * "9:46 AM" of today, otherwise "Dec 2, 2026, 2:11 PM": by when something is known or over. It follows "by" or "until".
 * @param {Instant} instant
 * @param {Date} [now]
 */
export const deadline = (instant, now) => SYSTEM.deadline(instant, now);

/**
 * Dates and times in the order and with the names of one locale. The words around them are those of the text.
 * @param {string | undefined} locale as in BCP 47
 */
export function datesIn(locale) {
  const date = /** @type {const} */ ({ day: "numeric", month: "short", year: "numeric" });
  const clock = /** @type {const} */ ({ hour: "numeric", minute: "2-digit" });
  const local = new Intl.DateTimeFormat(locale, date);
  const utc = new Intl.DateTimeFormat(locale, { ...date, timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const both = new Intl.DateTimeFormat(locale, { ...date, ...clock });
  const hour = new Intl.DateTimeFormat(locale, clock);
  const second = new Intl.DateTimeFormat(locale, { ...clock, second: "2-digit" });
  const weekday = new Intl.DateTimeFormat(LANGUAGE, { weekday: "long" });
  const write = (/** @type {Intl.DateTimeFormat} */ format, /** @type {Instant} */ instant) => format.format(new Date(instant)).replaceAll(NARROW_SPACE, " ");
  const time = (/** @type {Instant} */ instant) => write(hour, instant);
  return {
    day: (/** @type {Instant} */ instant) => write(utc, instant),
    monthName: (/** @type {Instant} */ instant) => write(month, instant),
    moment: (/** @type {Instant} */ instant) => write(both, instant),
    time,
    exactTime: (/** @type {Instant} */ instant) => write(second, instant),
    recent(/** @type {Instant} */ instant, now = new Date()) {
      const days = daysBetween(new Date(instant), now);
      if (days === 0) return dates.today(time(instant));
      if (days === 1) return dates.yesterday(time(instant));
      if (days === -1) return dates.tomorrow(time(instant));
      if (Math.abs(days) < 7) return dates.onWeekday(weekday.format(new Date(instant)), time(instant));
      return write(both, instant);
    },
    deadline: (/** @type {Instant} */ instant, now = new Date()) => (daysBetween(new Date(instant), now) === 0 ? time(instant) : write(both, instant)),
    known: (/** @type {Instant} */ instant, now = new Date()) => (daysBetween(new Date(instant), now) === 0 ? time(instant) : write(local, instant)),
  };
}

/** @param {string} sentence */
export const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** `<time>` around the day. @param {Instant} instant @returns {Markup} */
export const dayTime = (instant) => html`<time datetime="${instant}">${day(instant)}</time>`;

/** `<time>` around "9:46 AM" or the day. @param {Instant} instant @returns {Markup} */
export const knownTime = (instant) => html`<time datetime="${instant}">${known(instant)}</time>`;

/** `<time>` around "today at 9:46 AM". @param {Instant} instant @returns {Markup} */
export const recentTime = (instant) => html`<time datetime="${instant}">${recent(instant)}</time>`;

/** "Today at 9:46 AM": the same where nothing stands before it. @param {Instant} instant @returns {Markup} */
export const recentTimeFirst = (instant) => html`<time datetime="${instant}">${capital(recent(instant))}</time>`;

/** "1,184". @param {number} figure */
export const figure = (figure) => FIGURE.format(figure);

/**
 * The form that a count asks for, with the count in it: `plural(2, { one: "{count} file", other: "{count} files" })`.
 * Each form is a whole sentence or a whole label, so that it can be translated.
 * @param {number} count
 * @param {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} forms
 */
export const plural = (count, forms) => (forms[PLURALS.select(count)] ?? forms.other).replaceAll("{count}", figure(count));

/** "a and b", "a, b, and c". @param {string[]} parts */
export const list = (parts) => LIST.format(parts);

/** Whether an instant has passed. A certificate that has ended has no days left, as one that ends today. @param {Instant} instant */
export const hasEnded = (instant) => Date.parse(instant) <= Date.now();

/** "12 days left", "1 day left", "Expires today", "Expired". @param {number} days @param {Instant} until */
export function daysLeft(days, until) {
  if (hasEnded(until)) return dates.expired;
  return days === 0 ? dates.expiresToday : plural(days, dates.daysLeft);
}

/** The date `days` days after `from`, as `day` writes it. @param {number} days @param {Date} [from] */
export const dayAfter = (days, from = new Date()) => day(new Date(from.getTime() + days * DAY_LENGTH).toISOString());

/**
 * An ID cut into groups of six, as it is read out by phone.
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

/** The system's locale as the web view reports it; one that isn't a BCP 47 tag would stop the app from starting. */
function systemLocale() {
  const locale = globalThis.navigator?.language;
  try {
    return locale && Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** How many midnights lie between, negative for what is to come. Noon is compared, since a day of the clock change has 23 or 25 hours. @param {Date} then @param {Date} now */
const daysBetween = (then, now) => Math.round((noon(now) - noon(then)) / DAY_LENGTH);
/** @param {Date} date */
const noon = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();

const DAY_LENGTH = 24 * 60 * 60 * 1000;
/** What some locales write between the time and "PM"; in a text that somebody copies it is in the way. */
const NARROW_SPACE = "\u202f";
const FIGURE = new Intl.NumberFormat(LANGUAGE);
const LIST = new Intl.ListFormat(LANGUAGE, { type: "conjunction" });
const PLURALS = new Intl.PluralRules(LANGUAGE);
const SYSTEM = datesIn(systemLocale());
