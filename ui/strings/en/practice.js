// @ts-check
// The practice account: what it is, and whether it runs.

import { html } from "../../lib/html.js";

export const practice = {
  badge: "Practice",
  name: "Practice account",
  railTitle: "Practice account runs",
  railNote: "A stand-in, not NetSuite",
  started: "The practice account runs",
  stopped: "The practice account is stopped",
  start: "Start the practice account",
  starting: "Starting…",
  stop: "Stop it",
  stopping: "Stopping…",
  openPages: "Open the practice pages",
  openPage: "Open the practice page",
  notRunningTitle: "The practice account is not running",
  notRunningBody: "This connection belongs to it. Nothing is lost while it is stopped; start it to go on.",
  /** @param {string} address @param {string} account */
  running: (address, account) => html`The practice account runs at <span class="mono">${address}</span>. Its account ID is <span class="mono">${account}</span>. Only this computer can reach it.`,
};
