// @ts-check
// Whoever comes back from a page of NetSuite that was opened from here has the value in the clipboard: the field that
// waits for it gets the focus, so that it is in sight and can be pasted into at once. A dialog of the system that closes
// gives the window the focus, too; then nobody has been to NetSuite, and the focus stays where it is.

/** Whether a page of NetSuite was opened and nobody has come back from it yet. */
let isAway = false;

/** Once, for the life of the window. */
export function returnToAwaitedField() {
  addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-act=open-practice], [data-act=open-netsuite]")) isAway = true;
  });
  addEventListener("focus", () => {
    if (!isAway) return;
    isAway = false;
    const field = document.querySelector("input[data-awaited]");
    if (field instanceof HTMLInputElement && field.value === "" && !isTyping()) field.focus();
  });
}

/** Whether somebody is in the middle of something else. */
const isTyping = () => document.querySelector("dialog[open]") !== null || (document.activeElement?.matches("input:not([type=checkbox], [type=radio]), select, textarea") ?? false);
