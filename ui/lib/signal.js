// @ts-check
// One value and those who want to know when it changes.

/**
 * @template T
 * @typedef {{ get: () => T, set: (value: T) => void, subscribe: (listener: (value: T) => void) => () => void }} Signal
 */

/**
 * @template T
 * @param {T} value
 * @returns {Signal<T>}
 */
export function signal(value) {
  /** @type {Set<(value: T) => void>} */
  const listeners = new Set();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
