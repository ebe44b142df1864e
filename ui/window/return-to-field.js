// @ts-check
// Whoever comes back from a page outside Certdesk has the value in the clipboard: the field that waits for it gets the
// focus, so that it is in sight and can be pasted into at once.

/** Once, for the life of the window. */
export function returnToAwaitedField() {
  addEventListener("focus", () => {
    const field = document.querySelector("input[data-awaited]");
    if (!(field instanceof HTMLInputElement) || field.value !== "" || isTyping()) return;
    field.focus();
  });
}

/** Whether somebody is in the middle of something else. */
const isTyping = () => document.querySelector("dialog[open]") !== null || (document.activeElement?.matches("input:not([type=checkbox], [type=radio]), select, textarea") ?? false);
