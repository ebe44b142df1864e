// @ts-check
// Uploads without an answer, whichever screen is shown and also after a restart: until the outcome is known, NetSuite's list is
// read every minute; at the moment at which it is known at the latest, the rotation continues without anybody pressing.

import { toast } from "../../elements/toast.js";
import { practice, status } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { strings } from "../../strings/en/all.js";
import { BETWEEN, MARGIN } from "../certificates/repeated-looks.js";
import { onNotice } from "../../window/notices.js";
import { hashOf } from "../../window/router.js";
import { abandonQuietly, isRunning, runOne } from "./active-runs.js";
import { looksByItself } from "./facts.js";

/** @import { ConnectionView, RotationView } from "../../types/ipc.d.ts" */

/** The timers, by connection; null while its document is read. @type {Map<string, ReturnType<typeof setTimeout> | null>} */
const planned = new Map();
/** When the list was read last, by connection: a document that couldn't be written doesn't say it. @type {Map<string, number>} */
const looked = new Map();
/** Practice connections whose account is stopped. @type {Set<string>} */
const stopped = new Set();

/** Watches these, unless it does already. @param {string[]} ids of connections */
export function watchUploads(ids) {
  for (const id of ids) if (!planned.has(id)) void plan(id);
}

/** Plans the next look from what the document says now. @param {string} id */
async function plan(id) {
  clearTimeout(planned.get(id) ?? undefined);
  planned.set(id, null);
  stopped.delete(id);
  const view = await backend.connection.read(id).catch(() => null);
  const at = view?.rotation && !isRunning(id) ? nextLook(view.rotation, Date.now(), looked.get(id) ?? null) : null;
  if (view?.practice && practice().address === null) stopped.add(id);
  if (at === null || stopped.has(id)) planned.delete(id);
  else planned.set(id, setTimeout(() => void look(id), Math.min(Math.max(0, at - Date.now()), LONGEST)));
}

/**
 * When the list is to be read next, in milliseconds; null when it isn't, or not without the user.
 * @param {RotationView} rotation
 * @param {number} now
 * @param {number | null} looked when it was read last, as far as this process knows
 */
export function nextLook(rotation, now, looked) {
  const { settlesAt, lastFailure, abandoning, next } = rotation;
  if (settlesAt === null || !looksByItself(lastFailure?.kind ?? null)) return null;
  const known = Date.parse(settlesAt) + MARGIN;
  const last = Math.max(lastFailure ? Date.parse(lastFailure.at) : 0, looked ?? 0);
  // Abandoning revokes what the list doesn't show yet: that is tried again when nothing can arrive anymore.
  if (abandoning) return Math.max(known, last + BETWEEN);
  // Another process is at it.
  if (next === null) return now + BETWEEN;
  // A clock that was set back makes nobody wait longer.
  return Math.min(last < known ? Math.min(last + BETWEEN, known) : last + BETWEEN, now + BETWEEN);
}

/** @param {string} id */
async function look(id) {
  planned.set(id, null);
  const view = await backend.connection.read(id).catch(() => null);
  const rotation = view?.rotation ?? null;
  if (view && rotation?.settlesAt && !isRunning(id)) {
    looked.set(id, Date.now());
    const after = await (rotation.abandoning ? abandonQuietly(id, rotation) : runOne(id, rotation, { quiet: true }));
    if (after) tell(after, rotation);
  }
  await plan(id);
}

/** What is shown says it by itself; anywhere else it is told beside whatever is being done. @param {ConnectionView} view @param {RotationView} before */
function tell(view, before) {
  if (location.hash.startsWith(hashOf({ screen: "rotate", id: view.id, reason: null, order: null }))) return;
  const s = strings.rotation.watch;
  if (before.abandoning) toast(s.abandoned(view.name));
  else toast(view.rotation?.new?.credentialId === before.new?.credentialId ? s.arrived(view.name) : s.replaced(view.name));
}

// A practice account that starts again is asked at once, and so is NetSuite once somebody is signed in.
status.subscribe(() => {
  if (practice().address !== null) for (const id of [...stopped]) void plan(id);
});
onNotice((notice) => {
  if (notice.kind === "signed-in" && planned.get(notice.id)) {
    clearTimeout(planned.get(notice.id) ?? undefined);
    void look(notice.id);
  }
  return false;
});

/** Milliseconds that a timer can wait. */
const LONGEST = 86_400_000;
