// @ts-check
// The practice account: what it is, and whether it runs.

import { html } from "../../lib/html.js";

export const practice = {
  badge: "Practice",
  name: "Practice account",
  railTitle: "Practice account",
  railNote: "Running, simulated",
  started: "Practice account started",
  stopped: "Practice account stopped",
  start: "Start practice account",
  starting: "Starting…",
  stop: "Stop practice account",
  stopping: "Stopping…",
  openPages: "Open practice pages",
  openPage: "Open practice page",
  notRunningTitle: "Practice account not running",
  notRunningBody: "This connection uses it. Start it to continue.",
  /** @param {string} address @param {string} account */
  running: (address, account) => html`Simulated NetSuite account <span class="mono">${account}</span> runs at <span class="mono">${address}</span>. Only this computer can reach it.`,
};
