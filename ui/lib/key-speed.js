// @ts-check
// How long a search for a key still takes on average, at the speed that this computer has shown in it so far.

/** @import { KeyProgress } from "../types/ipc.d.ts" */

/**
 * Measures one search: each progress gives the seconds left on average, null while that says nothing yet.
 * @returns {(progress: KeyProgress) => number | null}
 */
export function measureSpeed() {
  /** What was told first, and when: the search may have run before. @type {{ at: number, tested: number } | null} */
  let first = null;
  return ({ tested, leftOnAverage }) => {
    first ??= { at: Date.now(), tested };
    const [seconds, candidates] = [(Date.now() - first.at) / 1000, tested - first.tested];
    if (seconds < ENOUGH.seconds || candidates < ENOUGH.candidates || leftOnAverage === 0) return null;
    return Math.max(1, Math.ceil((leftOnAverage * seconds) / candidates));
  };
}

/** From when on a speed can be told. */
const ENOUGH = { seconds: 1, candidates: 10 };
