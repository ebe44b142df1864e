// @ts-check
// The client handout: a printable page without secrets, written by the backend to where the
// user chooses.

import { button } from "../../elements/button.js";
import { backend } from "../../lib/backend.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */

const s = strings.sheet;

/** @param {string} [kind] */
export const sheetButton = (kind = "") => button({ act: "save-sheet", id: "save-sheet", label: s.save, busy: s.saving, sign: "file", kind });

/** @param {string} id @param {(view: ConnectionView) => void} take what is true afterwards */
export async function saveSheet(id, take) {
  const saved = await backend.sheet.save(id);
  if (!saved) return;
  take(saved);
  const event = saved.history.findLast(({ event }) => event.kind === "sheet-saved")?.event;
  if (event?.kind === "sheet-saved") toast(s.saved(event.path));
}
