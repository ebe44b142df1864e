// @ts-check
// The groups in which the board shows connections. Pure.

import { strings } from "../../strings/en/first-screen.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */

/** @typedef {"need" | "client" | "account" | "none"} Grouping */
/** @typedef {{ title: string | null, note: string | null, connections: ConnectionSummary[] }} Group */

const s = strings.board;

/** @type {readonly Grouping[]} */
export const GROUPINGS = ["need", "client", "account", "none"];

/**
 * Sorted rows in groups. The first row decides which group comes first, so the groups are sorted as the rows are.
 * @param {ConnectionSummary[]} rows
 * @param {Grouping} grouping
 * @returns {Group[]}
 */
export function groupsOf(rows, grouping) {
  if (grouping === "none") return [{ title: null, note: null, connections: rows }];
  if (grouping === "need") return byNeed(rows);
  const key = KEYS[grouping];
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const connection of rows) {
    const { name, title } = key(connection);
    const group = groups.get(name);
    if (group) group.connections.push(connection);
    else groups.set(name, { title, note: null, connections: [connection] });
  }
  for (const group of groups.values()) group.note = s.inGroup(group.connections.length, group.connections.filter(({ needsYou }) => needsYou).length);
  return [...groups.values()];
}

/** @param {ConnectionSummary[]} rows @returns {Group[]} */
const byNeed = (rows) =>
  [
    { title: s.needsYou, note: null, connections: rows.filter(({ needsYou }) => needsYou) },
    { title: s.working, note: null, connections: rows.filter(({ needsYou }) => !needsYou) },
  ].filter(({ connections }) => connections.length > 0);

/** A client is known by the connection's whole name, in whatever capital letters. @type {Record<"client" | "account", (connection: ConnectionSummary) => { name: string, title: string }>} */
const KEYS = {
  client: ({ name }) => ({ name: name.trim().toLowerCase(), title: name.trim() }),
  account: ({ accountId, environment }) => ({ name: accountId ?? "", title: accountId === null ? s.noAccount : s.inAccount(accountId, environment) }),
};
