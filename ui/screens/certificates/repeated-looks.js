// @ts-check
// Reading NetSuite's list again by itself while the outcome of an upload is open: every minute, and at the moment at which it is
// known at the latest.

/** @param {() => Promise<void>} look @returns {{ plan: (until: string) => void, stop: () => void }} */
export function repeatedLooks(look) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => clearTimeout(timer);
  return {
    stop,
    plan(until) {
      stop();
      const left = Date.parse(until) + MARGIN - Date.now();
      timer = setTimeout(() => void look(), left > 0 ? Math.min(BETWEEN, left) : BETWEEN);
    },
  };
}

/** Milliseconds between two looks. */
export const BETWEEN = 60_000;
/** Milliseconds: a timer may be early, and an instant is finer than a clock's tick. */
export const MARGIN = 500;
