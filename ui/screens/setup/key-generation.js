// @ts-check
// The searches for keys that run behind the walk. They outlive the screen: who leaves the step
// and comes back finds the search where it is by then.

import { backend } from "../../lib/backend.js";
import { measureSpeed } from "../../lib/key-speed.js";
import { failureOf } from "../../window/page.js";

/** @import { Failure, KeyProgress, KeyType } from "../../types/ipc.d.ts" */

/**
 * @typedef {object} Search
 * @property {KeyType} keyType
 * @property {"running" | "found" | "cancelled" | "failed"} state
 * @property {KeyProgress} progress
 * @property {number | null} secondsLeft on average, at the speed measured so far; null while that says nothing yet
 * @property {Failure | null} failure
 */

/** By connection. @type {Map<string, Search>} */
const searches = new Map();
/** Whoever draws a search now. @type {Map<string, (search: Search) => void>} */
const watchers = new Map();

/** @param {string} id of the connection @returns {Search | null} */
export const searchOf = (id) => searches.get(id) ?? null;

/** @param {string} id @param {(search: Search) => void} watcher @returns {() => void} stops watching */
export function watchSearch(id, watcher) {
  watchers.set(id, watcher);
  return () => {
    if (watchers.get(id) === watcher) watchers.delete(id);
  };
}

/**
 * Starts a search, unless one of this kind runs or has ended well. Another kind replaces it.
 * @param {string} id
 * @param {KeyType} keyType
 */
export function startSearch(id, keyType) {
  const present = searches.get(id);
  if (present?.keyType === keyType && (present.state === "running" || present.state === "found")) return;
  /** @type {Search} */
  const search = { keyType, state: "running", progress: { tested: 0, primes: 0, leftOnAverage: 0 }, secondsLeft: null, failure: null };
  const speed = measureSpeed();
  searches.set(id, search);
  tell(id, search);
  backend.key
    .search(id, keyType, (progress) => {
      search.progress = progress;
      search.secondsLeft = speed(progress);
      tell(id, search);
    })
    .then(
      (outcome) => {
        search.state = outcome;
      },
      (thrown) => {
        search.state = "failed";
        search.failure = failureOf(thrown);
      },
    )
    .finally(() => tell(id, search));
}

/** The key was used, or is not wanted any more. @param {string} id */
export const forgetSearch = (id) => void searches.delete(id);

/** A replaced search may still speak; only the present one is shown. @param {string} id @param {Search} search */
function tell(id, search) {
  if (searches.get(id) === search) watchers.get(id)?.(search);
}
