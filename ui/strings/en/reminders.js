// @ts-check
// Reminders at login. What a notification says is written by the backend.

import { plural } from "../../lib/format.js";

/** @import * as ipc from "../../types/ipc.d.ts" */

export const reminders = {
  title: "Reminders",
  label: "Remind me on this computer",
  lead: "When you log in, Certdesk checks your certificates once and closes again. You get at most one notification a day, if any expire within 30 days or expired in the last 30.",
  /** What a click on the notification does, where Certdesk learns of it. @type {Record<ipc.ReminderClick, string>} */
  click: {
    "shows-them": "Click the notification to see those connections.",
    "shows-them-for-minutes": "Click the notification within five minutes to see those connections.",
    unknown: "",
  },
  /** On macOS, which doesn't tell a program what is turned off there. */
  loginItems: "If you turn off Certdesk in System Settings > General > Login Items, reminders stop, and this page can’t tell.",
  /** @type {Record<ipc.ReminderProblem, { title: string, body: string }>} */
  problem: {
    "no-notifications": { title: "No program shows notifications", body: "Install one, such as dunst or xfce4-notifyd, then open Help again." },
    "not-installed": { title: "Reminders need an installed Certdesk", body: "The system shows notifications only for installed apps. Install Certdesk from its package; on a Mac, move it to Applications first, then open it from there." },
  },
  turnedOn: "Reminders turned on",
  turnedOff: "Reminders turned off",
  since: "On since",
  lastCheck: "Last check",
  noCheck: "Not yet. Certdesk checks when you next log in.",
  /** What the last check found. @param {ipc.LastLook} look */
  found({ due, complete }) {
    if (!complete) return due === 0 ? "Some connections couldn’t be read" : plural(due, { one: "{count} certificate due, some connections couldn’t be read", other: "{count} certificates due, some connections couldn’t be read" });
    return due === 0 ? "No certificates due" : plural(due, { one: "{count} certificate due", other: "{count} certificates due" });
  },
  /** @type {Record<ipc.Notified, string>} */
  notified: {
    "not-needed": "No notification needed",
    shown: "Notification shown",
    earlier: "Notification shown earlier that day",
    failed: "The notification couldn’t be shown",
  },
};
