// @ts-check
// What was just removed comes back with one press, for as long as the screen that is shown then stays.

import { strings } from "../strings/en/first-screen.js";
import { button } from "./button.js";
import { callout } from "./callout.js";

const s = strings.undo;

/** @typedef {{ name: string, note: string, undo: () => Promise<unknown> }} Offer */

/** @type {Offer | null} */
let offer = null;

/** The next screen offers to undo it. @param {Offer} made */
export const offerUndo = (made) => void (offer = made);

/** Nobody wants to undo it any more. */
export const forgetUndo = () => void (offer = null);

/** What was removed, with the button that undoes it. */
export const undoCallout = () => offer && callout({ id: "removed", tone: "note", title: s.removed(offer.name), body: offer.note, actions: button({ act: "undo-removal", id: "undo-removal", label: s.act, busy: s.busy }) });

/** Brings it back. */
export async function undoRemoval() {
  await offer?.undo();
  offer = null;
}
