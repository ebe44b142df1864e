// @ts-check
// Several rotations at once.

import { list, plural } from "../../../lib/format.js";
import { html } from "../../../lib/html.js";

/** @import * as ipc from "../../../types/ipc.d.ts" */
/** @import { Part } from "../../../lib/html.js" */

/** One line of several rotations. */
export const lines = {
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  reached: { "upload-by-hand": "Created", "hand-over": "Tested", switch: "Configured", "revoke-old": "Rotated" },
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  waits: { "upload-by-hand": "Next step: upload the certificate", "hand-over": "Next step: configure the target system", switch: "Next step: confirm the switch", "revoke-old": "Old certificate still active" },
  /** @type {Record<ipc.RotationStep, string>} */
  running: { "key-stored": "Creating the key…", uploaded: "Uploading…", proven: "Requesting a token…", "handed-over": "Checking…", switched: "Checking…", "old-revoked": "Revoking…" },
  begin: "Starting…",
  stopped: "Stopped",
  interrupted: "Rotation paused",
  underWay: "Rotating",
  ended: "Rotated",
  /** @type {Record<Exclude<ipc.RotationAct, "continue">, string>} */
  act: { "upload-by-hand": "Upload certificate", "hand-over": "Configure target", switch: "Confirm switch", "revoke-old": "Finish rotation" },
  open: "Open rotation",
  /** Behind a button's label, for assistive technology. @param {string} name */
  of: (name) => `for ${name}`,
};

export const several = {
  title: "Rotate multiple certificates",
  sub: "Certdesk creates each key, uploads its certificate, and tests it. After that, you configure each target yourself.",
  /** @type {Record<ipc.Due, string>} */
  due: { "fourteen-days": "Within 14 days", "one-month": "Within one month", "two-months": "Within two months" },
  none: "No certificate expires within two months",
  table: "Connections due for rotation",
  caption: "Connections whose certificate expires within two months",
  columns: { choose: "Rotate", client: "Client", certificate: "Certificate", access: "Access and status", act: "Next step" },
  /** @param {string} name */
  choose: (name) => `Rotate ${name}`,
  /** @param {number} most @param {Part} when */
  full: (most, when) => html`All ${most} slots in use, as of ${when}`,
  freeSlot: "Free a slot",
  all: "Select all that Certdesk can rotate now",
  /** @param {number} count */
  start: (count) => (count === 0 ? "Rotate certificates" : plural(count, { one: "Rotate {count} certificate", other: "Rotate {count} certificates" })),
  starting: "Rotating…",
  nothing: "Select at least one connection.",
  note: "Up to four at a time; if one stops, the others continue. Old certificates stay active.",
  /** @param {number} done @param {number} all */
  working: (done, all) => `${done} of ${all} done`,
  workingNote: "You can leave this page; the rotations continue.",
  progress: "Progress of the rotations",
  /** @param {number} waiting @param {number} stopped */
  left(waiting, stopped) {
    const parts = [];
    if (waiting > 0) parts.push(plural(waiting, { one: "{count} rotation ready for the next step", other: "{count} rotations ready for the next step" }));
    if (stopped > 0) parts.push(plural(stopped, { one: "{count} stopped", other: "{count} stopped" }));
    return parts.length > 0 ? list(parts) : "All rotations finished";
  },
  leftBody: "Each target needs its own new private key and Certificate ID.",
};
