// @ts-check
// The mark that is read: by pointer or by keyboard, one tab stop for all of them.

import { day, daysLeft } from "../../lib/format.js";
import { html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";
import { timeline as s } from "../../strings/en/timeline.js";

/** @import { Mark } from "./timeline-marks.js" */

/** The mark that Tab leads to, by its connection. It stays when the timeline is drawn again. */
let current = "";
/** Whether it has the focus, also while all is drawn again. */
let focused = false;

/** Has Tab lead to the mark that it led to before, or to the first, and gives it the focus back. @param {HTMLElement} plot @param {Mark[]} marks */
export function restore(plot, marks) {
  const tab = plot.querySelector(`#mark-${CSS.escape(current)}`) ?? plot.querySelector(".mark");
  if (!(tab instanceof SVGElement)) return;
  lead(tab, marks);
  if (focused && document.activeElement === document.body) tab.focus({ preventScroll: true });
}

/** @param {HTMLElement} plot @param {Mark[]} marks */
export function listen(plot, marks) {
  plot.addEventListener("pointerover", ({ target }) => {
    const mark = target instanceof Element ? target.closest(".mark") : null;
    if (mark instanceof SVGElement) tell(plot, mark, marks);
    else if (!plot.contains(document.activeElement)) hideTip();
  });
  plot.addEventListener("pointerleave", () => {
    const { activeElement } = document;
    if (activeElement instanceof SVGElement && plot.contains(activeElement)) tell(plot, activeElement, marks);
    else hideTip();
  });
  plot.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof SVGElement) || !target.matches(".mark")) return;
    focused = true;
    lead(target, marks);
    tell(plot, target, marks);
  });
  plot.addEventListener("focusout", () => {
    hideTip();
    // What is taken out of the page loses the focus, too, and gets it back.
    queueMicrotask(() => plot.isConnected && (focused = plot.contains(document.activeElement)));
  });
  plot.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hideTip();
    const to = event.altKey || event.ctrlKey || event.metaKey ? null : goal(plot, event.key, marks);
    if (!to) return;
    event.preventDefault();
    to.removeAttribute("aria-hidden");
    to.focus();
  });
}

/** Where a key leads. @param {HTMLElement} plot @param {string} key @param {Mark[]} marks */
function goal(plot, key, marks) {
  const drawn = /** @type {SVGElement[]} */ ([...plot.querySelectorAll(".mark")]);
  const here = drawn.findIndex((mark) => mark === document.activeElement);
  if (here === -1) return null;
  const monthOf = (/** @type {SVGElement | undefined} */ mark) => markIn(marks, mark)?.until.slice(0, 7) ?? "";
  const month = monthOf(drawn[here]);
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return drawn[here + 1];
    case "ArrowLeft":
    case "ArrowUp":
      return drawn[here - 1];
    case "Home":
      return drawn[0];
    case "End":
      return drawn.at(-1);
    case "PageDown":
      return drawn.slice(here).find((mark) => monthOf(mark) > month) ?? drawn.at(-1);
    case "PageUp": {
      const earlier = drawn.slice(0, here).findLast((mark) => monthOf(mark) < month);
      return drawn.find((mark) => monthOf(mark) === monthOf(earlier)) ?? drawn[0];
    }
    default:
      return null;
  }
}

/** Tab leads to this mark from now on; the others are in the table for whoever doesn't see them. @param {SVGElement} mark @param {Mark[]} marks */
function lead(mark, marks) {
  const before = mark.ownerSVGElement?.querySelector(".mark[tabindex='0']");
  if (before && before !== mark) {
    before.setAttribute("tabindex", "-1");
    before.setAttribute("aria-hidden", "true");
    before.removeAttribute("aria-label");
  }
  const known = markIn(marks, mark);
  if (!known) return;
  const target = known.connection.target?.label ?? strings.board.noTarget;
  mark.setAttribute("tabindex", "0");
  mark.removeAttribute("aria-hidden");
  mark.setAttribute("aria-label", known.urgency === "expired" ? s.expiredMark(known.connection.name, target, day(known.until)) : s.mark(known.connection.name, target, day(known.until), daysLeft(known.days, known.until)));
  current = known.connection.id;
}

/** Shows whose mark it is, above it. @param {HTMLElement} plot @param {SVGElement} mark @param {Mark[]} marks */
function tell(plot, mark, marks) {
  const known = markIn(marks, mark);
  const tip = document.getElementById("timeline-tip");
  if (!known || !tip) return;
  const { name, target, accountId } = known.connection;
  mount(tip, html`<strong>${name}</strong><span>${target?.label ?? strings.board.noTarget}${accountId && html` · <span class="mono">${accountId}</span>`}</span><span>${known.urgency === "expired" ? s.expired(day(known.until)) : s.expires(day(known.until), daysLeft(known.days, known.until))}</span>`);
  tip.hidden = false;
  const [frame, box] = [plot.getBoundingClientRect(), mark.getBoundingClientRect()];
  const left = box.left + box.width / 2 - frame.left - tip.offsetWidth / 2;
  const above = box.top - frame.top - tip.offsetHeight - 6;
  tip.style.insetInlineStart = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
  tip.style.insetBlockStart = `${box.top - tip.offsetHeight - 6 < 0 ? box.bottom - frame.top + 6 : above}px`;
}

function hideTip() {
  const tip = document.getElementById("timeline-tip");
  if (tip) tip.hidden = true;
}

/** @param {Mark[]} marks @param {SVGElement | undefined} mark */
const markIn = (marks, mark) => marks[Number(mark?.dataset.mark)];
