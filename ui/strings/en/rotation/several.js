// @ts-check
// Several rotations at once.

import { html } from "../../../lib/html.js";

/** @import * as ipc from "../../../types/ipc.d.ts" */
/** @import { Part } from "../../../lib/html.js" */

/** @param {number} count */
export const connections = (count) => (count === 1 ? "1 connection" : `${count} connections`);

/** One line of several rotations. */
export const lines = {
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  reached: { "upload-by-hand": "Made", "hand-over": "Proven", switch: "Handed over", "revoke-old": "Rotated" },
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  waits: { "upload-by-hand": "Waits for you: upload by hand", "hand-over": "Waits for you: hand over", switch: "Waits for you: say that it is in use", "revoke-old": "Waits for you: the old certificate" },
  /** @type {Record<ipc.RotationStep, string>} */
  running: { "key-stored": "Making the new key…", uploaded: "Uploading…", proven: "Asking for a token…", "handed-over": "Reading…", switched: "Reading…", "old-revoked": "Revoking…" },
  begin: "Begins…",
  stopped: "Stopped",
  interrupted: "Interrupted",
  underWay: "Being rotated",
  ended: "Rotated",
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  act: { "upload-by-hand": "Upload", "hand-over": "Hand over", switch: "Confirm", "revoke-old": "Decide" },
  open: "Open",
  /** @param {string} name */
  of: (name) => `: ${name}`,
};

export const several = {
  title: "Rotate several connections",
  sub: "Each gets a new key, an uploaded certificate and a proven token. What follows takes you, one connection at a time.",
  /** @type {Record<ipc.Due, string>} */
  due: { "fourteen-days": "Within 14 days", "one-month": "Within one month", "two-months": "Within two months" },
  none: "No certificate runs out within two months",
  noneBody: "There is nothing to rotate. NetSuite mails Administrators at two months, one month and 14 days; the board names the same ones.",
  table: "Connections that are due",
  caption: "Connections whose certificate runs out within two months",
  columns: { choose: "Rotate", client: "Client", certificate: "Certificate", access: "Access, and what is true now", act: "Next act" },
  /** @param {string} name */
  choose: (name) => `Rotate ${name}`,
  /** @param {number} most @param {Part} when */
  full: (most, when) => html`All ${most} slots are in use, as of ${when}`,
  all: "Choose all that can be asked for",
  /** @param {number} count */
  start: (count) => (count === 0 ? "Rotate" : `Rotate ${connections(count)}`),
  starting: "At work…",
  nothing: "Choose at least one.",
  note: "Up to four at a time. One that stops leaves the others alone; nothing old is revoked.",
  /** @param {number} running @param {number} all */
  working: (running, all) => `${all - running} of ${all} have come as far as they can alone`,
  workingNote: "You can leave this page: it goes on.",
  progress: "Rotations at work",
  leftTitle: "What is left for you",
  /** @param {number} waiting @param {number} stopped */
  left: (waiting, stopped) => [waiting > 0 && `${connections(waiting)} ${waiting === 1 ? "waits" : "wait"} for you`, stopped > 0 && `${stopped === 1 ? "1 stopped" : `${stopped} stopped`}, nothing is lost`].filter(Boolean).join("; "),
  leftBody: "Each target needs its own new private key and Certificate ID. The old certificates work until you revoke them.",
};
