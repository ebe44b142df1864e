// @ts-check
// Reminders before certificates expire: a file for the calendar, written by the backend to where the
// user chooses, and opened there if the user wants that.

import { openDialog } from "../../elements/dialog.js";
import { backend } from "../../lib/backend.js";
import { breakable } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";

const s = strings.calendar;

/** @param {string | null} id of one connection; null is all */
export async function saveCalendar(id) {
  const path = await backend.calendar.save(id);
  if (path === null) return;
  void openDialog({
    name: "calendar-saved",
    title: s.saved,
    body: html`<p class="mono file-line">${breakable(path)}</p><p>${s.savedBody}</p>`,
    act: { label: s.open, busy: s.opening, kind: "primary" },
    leave: strings.common.close,
    work: async () => {
      await backend.calendar.open();
      return true;
    },
  });
}
