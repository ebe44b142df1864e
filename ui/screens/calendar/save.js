// @ts-check
// Reminders before certificates expire: a file for the calendar, written by the backend to where the
// user chooses.

import { toast } from "../../elements/toast.js";
import { backend } from "../../lib/backend.js";
import { strings } from "../../strings/en/first-screen.js";

/** @param {string | null} id of one connection; null is all */
export async function saveCalendar(id) {
  const path = await backend.calendar.save(id);
  if (path !== null) toast(strings.calendar.saved(path));
}
