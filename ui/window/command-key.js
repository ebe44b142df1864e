// @ts-check
// The key that commands are given with: Cmd on a Mac, Ctrl elsewhere. On a Mac, Ctrl moves the caret.

import { status } from "../lib/app-state.js";

const onMac = () => status.get()?.platform === "macos";

/** Its name as it is printed on the key. */
export const commandKey = () => (onMac() ? "⌘" : "Ctrl");

/**
 * The letter of a command, or null. By its place on the keyboard where the layout has no Latin letters.
 * @param {KeyboardEvent} event
 */
export function commandOf(event) {
  const { key, code, altKey, shiftKey, ctrlKey, metaKey } = event;
  // Ctrl with Alt is AltGr, which writes characters.
  if (altKey || shiftKey || (onMac() ? !metaKey || ctrlKey : !ctrlKey || metaKey)) return null;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null);
}
