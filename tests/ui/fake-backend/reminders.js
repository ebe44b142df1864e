// @ts-check
// Reminders at login: what the system has, and what the last look found.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/** @param {Partial<ipc.RemindersView>} [part] @returns {ipc.RemindersView} */
export const remindersHeld = (part = {}) => ({ on: false, problem: null, click: "shows-them-for-minutes", turnedOnAt: null, lastLook: null, ...part });

/** @param {Partial<ipc.LastLook>} [part] @returns {ipc.LastLook} */
export const look = (part = {}) => ({ at: "2026-11-20T07:58:00Z", due: 3, complete: true, notified: "shown", ...part });

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const REMINDER_COMMANDS = {
  reminders_read: (backend) => backend.scene.reminders,
  reminders_switch: (backend, { on }) => (backend.scene.reminders = { ...backend.scene.reminders, on, turnedOnAt: on ? "2026-11-20T09:50:00Z" : null }),
};
