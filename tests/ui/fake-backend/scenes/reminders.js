// @ts-check
// Reminders on Help: off, on, after a check, and where the system has no way to show them; and what they name, on the board.

import * as fixtures from "../fixtures.js";
import { look, remindersHeld } from "../reminders.js";

/** @import { Shown } from "../scenes.js" */

const hash = "#/help";
const ON = { on: true, turnedOnAt: "2026-10-02T08:12:00Z" };

/** @type {Record<string, Shown>} */
export const REMINDER_SCENES = {
  "reminders-turned-on": { scene: {}, hash, then: [["click", "#reminders-switch"], ["wait", ".toast"]] },
  "reminders-shown": { scene: { reminders: remindersHeld({ ...ON, lastLook: look() }) }, hash },
  "reminders-incomplete": { scene: { reminders: remindersHeld({ ...ON, lastLook: look({ due: 1, complete: false, notified: "earlier" }) }) }, hash },
  "reminders-failed": { scene: { reminders: remindersHeld({ ...ON, problem: "no-notifications", lastLook: look({ due: 1, notified: "failed" }) }) }, hash },
  "reminders-no-notifications": { scene: { reminders: remindersHeld({ problem: "no-notifications" }) }, hash },
  "reminders-not-installed": { scene: { reminders: remindersHeld({ problem: "not-installed", click: "shows-them" }) }, hash },
  "reminders-not-changed": { scene: { failures: { reminders_switch: { kind: "reminders-not-changed", detail: "Permission denied (os error 13)" } } }, hash, then: [["click", "#reminders-switch"], ["wait", "[data-failure] .callout"]] },
  "board-due": { scene: { connections: fixtures.clients() }, hash: "#/connections", then: [["click", "#show-reminded"]] },
};
