// @ts-check
// Evidence for an auditor: a printable page and JSON beside it, written by the backend to where the user chooses.

import { button } from "../../elements/button.js";
import { toast } from "../../elements/toast.js";
import { backend } from "../../lib/backend.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */

const s = strings.evidence;

/** @param {string} [kind] */
export const evidenceButton = (kind = "") => button({ act: "save-evidence", id: "save-evidence", label: s.save, busy: s.saving, kind });

/** @param {string} id @param {(view: ConnectionView) => void} take what is true afterwards */
export async function saveEvidence(id, take) {
  const saved = await backend.evidence.save(id);
  if (!saved) return;
  take(saved);
  const event = saved.history.findLast(({ event }) => event.kind === "evidence-saved")?.event;
  if (event?.kind === "evidence-saved") toast(s.saved(event.path));
}
