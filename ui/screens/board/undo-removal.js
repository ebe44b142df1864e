// @ts-check
// A connection that was just removed comes back with one press, for as long as the board is shown.

import { button } from "../../elements/button.js";
import { callout } from "../../elements/callout.js";
import { backend } from "../../lib/backend.js";
import { drafts } from "../../lib/drafts.js";
import { strings } from "../../strings/en/first-screen.js";

const s = strings.board;
const kept = drafts("removal");

/** The board offers to undo it. @param {string} removed names it among the removed ones @param {string} name */
export function offerUndo(removed, name) {
  kept.set("removed", removed);
  kept.set("name", name);
}

/** Nobody wants to undo it any more. */
export const forgetUndo = () => kept.clear();

/** What was removed, with the button that undoes it. */
export const undoCallout = () => kept.has("removed") && callout({ id: "removed", tone: "note", title: s.removed(kept.get("name", "")), body: s.removedNote, actions: button({ act: "undo-removal", id: "undo-removal", label: s.undoRemoval, busy: s.undoingRemoval }) });

/** Brings it back. */
export async function undoRemoval() {
  await backend.removed.bringBack(kept.get("removed", ""));
  kept.clear();
}
