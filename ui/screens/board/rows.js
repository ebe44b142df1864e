// @ts-check
// Which connections the board shows, and in which order. Pure.

import { accountForms, searchable } from "../../lib/text-search.js";
import { strings } from "../../strings/en/first-screen.js";

/** @import { ConnectionStatus, ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Route } from "../../window/router.js" */

/** @typedef {"client" | "account" | "target" | "status" | "certificate" | "slots"} Column */
/** @typedef {{ column: Column, down: boolean }} Sorting */

/** @type {readonly Column[]} */
export const COLUMNS = ["client", "account", "target", "status", "certificate", "slots"];

/** What needs doing first. @type {Sorting} */
export const BY_NEED = { column: "status", down: false };

/**
 * The search of the board: by client, account, target, status and Certificate ID.
 * @param {ConnectionSummary[]} connections
 */
export const finderOf = (connections) =>
  searchable(connections, ({ name, accountId, environment, target, certificateId, status, practice }) => [name, ...accountForms(accountId), environment, target?.label, certificateId, strings.names.connectionStatus(status), practice ? strings.practice.badge : null]);

/**
 * Sorted; equal ones by need, then by name.
 * @param {ConnectionSummary[]} connections
 * @param {Sorting} sorting
 */
export function sorted(connections, { column, down }) {
  const sign = down ? -1 : 1;
  const by = BY[column];
  return [...connections].sort((one, other) => sign * by(one, other) || byNeed(one, other));
}

/** Whether what needs doing comes first. @param {Sorting} sorting */
export const isByNeed = ({ column, down }) => column === BY_NEED.column && down === BY_NEED.down;

/** The next column: another one, or the same the other way round. @param {Sorting} sorting @param {Column} column @returns {Sorting} */
export const next = (sorting, column) => ({ column, down: sorting.column === column && !sorting.down });

/** What needs doing first; then the fewest days left, then the name. @param {ConnectionSummary} one @param {ConnectionSummary} other */
function byNeed(one, other) {
  return NEED.indexOf(one.status.kind) - NEED.indexOf(other.status.kind) || byDays(one, other) || byText(one.name, other.name);
}

/** @param {ConnectionSummary} one @param {ConnectionSummary} other */
function byDays(one, other) {
  const [days, others] = [daysOf(one), daysOf(other)];
  return days === others ? 0 : days - others;
}

/** Days that count: of a certificate that NetSuite no longer lists none does. @param {ConnectionSummary} connection */
const daysOf = ({ daysLeft, status }) => (isUnlisted(status) ? Infinity : (daysLeft ?? Infinity));

/** Whether NetSuite lists no certificate of a connection any more. @param {ConnectionStatus} status */
export const isUnlisted = ({ kind }) => kind === "mapping-gone" || kind === "revoked";

/** Where a connection is continued or looked at. @param {ConnectionSummary} connection @returns {Route} */
export const routeTo = ({ id, status }) => (status.kind === "setting-up" ? { screen: "setup", id, step: null } : { screen: "connection", id });

/** @param {string} one @param {string} other */
const byText = (one, other) => COLLATOR.compare(one, other);

/** @type {Record<Column, (one: ConnectionSummary, other: ConnectionSummary) => number>} */
const BY = {
  client: (one, other) => byText(one.name, other.name),
  account: (one, other) => byText(one.accountId ?? LAST, other.accountId ?? LAST),
  target: (one, other) => byText(one.target?.label ?? LAST, other.target?.label ?? LAST),
  status: byNeed,
  certificate: byDays,
  slots: (one, other) => (one.slots?.active ?? MOST) - (other.slots?.active ?? MOST),
};

/** Made once: a thousand comparisons with `localeCompare` take longer than all the rest. */
const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
/** After all that is named. */
const LAST = "\u{10FFFF}";
/** After all that is counted. */
const MOST = 1000;

/** @type {ConnectionStatus["kind"][]} */
const NEED = ["expired", "revoked", "token-refused", "call-refused", "mapping-gone", "rotating", "runs-out-soon", "setting-up", "in-order"];
