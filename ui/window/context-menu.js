// @ts-check
// The web view's own menu offers to reload, go back or inspect, which mean nothing here. It is left
// where it copies and pastes: in fields, and on text that is selected.

/** Once, at the start. */
export function onlyCopyAndPaste() {
  addEventListener("contextmenu", (event) => {
    const { target } = event;
    if (target instanceof Element && (isField(target) || isSelected(target))) return;
    event.preventDefault();
  });
}

/** @param {Element} target */
const isField = (target) => target.closest(FIELDS) !== null;

/** Whether the selection is not empty and reaches into what was clicked. @param {Element} target */
function isSelected(target) {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
}

/** Where text is typed. */
const FIELDS = `textarea, input:not(${["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"].map((type) => `[type=${type}]`).join(", ")})`;
