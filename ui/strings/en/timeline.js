// @ts-check
// The board's timeline: when certificates expire in the next two years.

import { figure, plural } from "../../lib/format.js";

/** How urgent an expiration date is. @typedef {"expired" | "fortnight" | "month" | "two-months" | "later"} Urgency */

export const timeline = {
  label: "Certificates by expiration date",
  hint: "Use the arrow keys to move between certificates, Page Up and Page Down to move by month, and Enter to open the connection.",
  today: "Today",
  expiredBand: "Expired",
  /** @type {Record<Urgency, string>} */
  urgency: { expired: "Expired", fortnight: "Within 14 days", month: "Within 30 days", "two-months": "Within 60 days", later: "Later" },
  columns: { client: "Client", target: "Target", expires: "Expires", left: "Days left" },
  /** @param {string} client @param {string} target @param {string} day @param {string} left */
  mark: (client, target, day, left) => `${client}, ${target}, expires ${day}, ${left}`,
  /** @param {string} client @param {string} target @param {string} day */
  expiredMark: (client, target, day) => `${client}, ${target}, expired ${day}`,
  /** @param {string} day @param {string} left */
  expires: (day, left) => `Expires ${day} · ${left}`,
  /** @param {string} day */
  expired: (day) => `Expired ${day}`,
  /** Above marks, of those for which there is no room. @param {number} count */
  more: (count) => `+${figure(count)}`,
  /** @param {number} count */
  counted: (count) => plural(count, { one: "{count} certificate isn’t drawn: too many expire around the same day.", other: "{count} certificates aren’t drawn: too many expire around the same day." }),
  showList: "Show the list by expiration date",
  /** @param {number} count */
  without: (count) => plural(count, { one: "{count} connection without an active certificate isn’t shown.", other: "{count} connections without an active certificate aren’t shown." }),
  none: "None of these connections has an active certificate.",
};
