// @ts-check
// What the keyboard does on every screen. Listed for people in strings/en/help.js.

import { commandOf } from "./command-key.js";
import { failureOf } from "./page.js";
import { keepVisible } from "../lib/scrolling.js";

/** @import { Page } from "./page.js" */

/** @param {Page} page */
export function listenForShortcuts(page) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const act = actOf(event, page);
    if (!act) return;
    event.preventDefault();
    // A key that is held down acts once; a dialog wants an answer first.
    if (event.repeat || document.querySelector("dialog[open]")) return;
    Promise.resolve(act()).catch((thrown) => page.tell(failureOf(thrown)));
  });
}

/** @param {KeyboardEvent} event @param {Page} page @returns {(() => void | Promise<void>) | null} */
function actOf(event, page) {
  if (event.key === "F1" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) return () => page.go({ screen: "help" });
  switch (commandOf(event)) {
    case "f":
      return search();
    case "k":
      return async () => {
        const { openGoTo } = await import("../screens/go-to/dialog.js");
        await openGoTo(page);
      };
    case "n":
      return () => page.go({ screen: "new", practice: false });
    default:
      return null;
  }
}

/** Into the search of this screen. Where there is none, the key stays the web view's. */
function search() {
  const field = document.querySelector("#main input[type=search]");
  if (!(field instanceof HTMLInputElement)) return null;
  return () => {
    field.focus({ preventScroll: true });
    field.select();
    keepVisible(field);
  };
}
