// @ts-check
// The rotations that Certdesk drives at this moment. They outlive the screen: who leaves it and
// comes back, or opens one of several by itself, finds it where it is by then.

import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { failureOf } from "../../window/page.js";

/** @import { ConnectionView, Failure, RotationView } from "../../types/ipc.d.ts" */

/**
 * @typedef {object} Run
 * @property {"running" | "waits" | "stopped"} state `waits`: what is left takes the user
 * @property {RotationView | null} rotation as told last
 * @property {Failure | null} failure why it stopped
 * @property {string} at when this was told
 * @property {boolean} [quiet] nobody pressed anything: what is shown stays until something has changed
 */

/** By connection. @type {Map<string, Run>} */
const runs = new Map();
/** What ends with a run of one connection by itself. @type {Map<string, Promise<ConnectionView | null>>} */
const ends = new Map();
/** @type {Set<(id: string) => void>} */
const watchers = new Set();

/** @param {string} id of the connection @returns {Run | null} */
export const runOf = (id) => runs.get(id) ?? null;

/** @param {string} id */
export const isRunning = (id) => runs.get(id)?.state === "running";

/** What was told of it has been read, or is over. @param {string} id */
export function forgetRun(id) {
  if (!isRunning(id)) runs.delete(id);
}

/** @param {(id: string) => void} watcher @returns {() => void} stops watching */
export function watchRuns(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * Does all that needs no user, for one connection. Whoever presses while it's done quietly waits for the same run, and sees it.
 * @param {string} id
 * @param {RotationView | null} rotation as known before
 * @param {{ quiet?: boolean }} [options] `quiet`: nobody pressed anything
 * @returns {Promise<ConnectionView | null>} null when it stopped; `runOf` says why
 */
export async function runOne(id, rotation, { quiet = false } = {}) {
  const present = runs.get(id);
  if (present?.state !== "running") return perform(id, rotation, quiet, (tell) => backend.rotation.continue(id, tell));
  if (quiet) return null;
  set(id, { ...present, quiet: false });
  return ends.get(id) ?? null;
}

/**
 * Finishes abandoning without anybody having pressed anything.
 * @param {string} id
 * @param {RotationView} rotation
 * @returns {Promise<ConnectionView | null>} null when it stopped
 */
export async function abandonQuietly(id, rotation) {
  return isRunning(id) ? null : perform(id, rotation, true, () => backend.rotation.abandon(id));
}

/** Waits for what is done quietly, so that what was pressed doesn't meet it. @param {string} id */
export const whenIdle = async (id) => void (await ends.get(id));

/**
 * @param {string} id
 * @param {RotationView | null} rotation
 * @param {boolean} quiet
 * @param {(tell: (told: RotationView) => void) => Promise<ConnectionView>} work
 */
function perform(id, rotation, quiet, work) {
  set(id, { state: "running", rotation, failure: null, quiet });
  const tell = (/** @type {RotationView} */ told) => void (isRunning(id) && set(id, { state: "running", rotation: told, failure: null, quiet: runs.get(id)?.quiet ?? quiet }));
  const end = (async () => {
    try {
      const view = await work(tell);
      ends.delete(id);
      set(id, { state: "waits", rotation: view.rotation, failure: null });
      return view;
    } catch (thrown) {
      ends.delete(id);
      set(id, { state: "stopped", rotation: runs.get(id)?.rotation ?? rotation, failure: failureOf(thrown) });
      return null;
    } finally {
      void readBoard();
    }
  })();
  ends.set(id, end);
  return end;
}

/**
 * The same for several at once. One that stops leaves the others alone.
 * @param {{ id: string, rotation: RotationView | null }[]} chosen
 */
export async function runSeveral(chosen) {
  const own = chosen.filter(({ id }) => !isRunning(id));
  for (const { id, rotation } of own) set(id, { state: "running", rotation, failure: null });
  /** @type {Failure | null} */
  let broken = null;
  try {
    await backend.rotation.runAll(
      own.map(({ id }) => id),
      (step) => {
        if (step.kind === "stopped") return set(step.id, { state: "stopped", rotation: runs.get(step.id)?.rotation ?? null, failure: step.failure });
        const waits = step.rotation.next !== null && step.rotation.next !== "continue";
        set(step.id, { state: waits ? "waits" : "running", rotation: step.rotation, failure: null });
      },
    );
  } catch (thrown) {
    broken = failureOf(thrown);
  }
  for (const { id } of own) {
    const run = runs.get(id);
    if (run?.state === "running") set(id, { ...run, state: broken ? "stopped" : "waits", failure: broken });
  }
  void readBoard();
}

/** @param {string} id @param {Omit<Run, "at">} run */
function set(id, run) {
  runs.set(id, { ...run, at: new Date().toISOString() });
  for (const watcher of [...watchers]) watcher(id);
}
