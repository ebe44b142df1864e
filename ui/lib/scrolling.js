// @ts-check
// What has the focus, or has just been said, stays in sight: a step's foot sticks to the lower
// edge of the window and must not lie on it (WCAG 2.4.11). Scrolling only, nothing is drawn here.

/** @type {ResizeObserver | undefined} */
let measuring;

/** Keeps the foot's height where the style sheet finds it. After each drawing. @param {Element} main */
export function measureFoot(main) {
  measuring?.disconnect();
  const foot = main.querySelector(".step-foot");
  if (!foot) return;
  measuring = new ResizeObserver(() => document.documentElement.style.setProperty("--foot", `${Math.ceil(foot.getBoundingClientRect().height)}px`));
  measuring.observe(foot);
}

/** Whoever walks with Tab sees where they are. Once, at the start. */
export function followFocus() {
  document.addEventListener("focusin", ({ target }) => {
    // What Tab does not reach got the focus from a script, which scrolls as it needs to. And under
    // a mouse nothing may move between pressing and letting go.
    if (!(target instanceof HTMLElement) || target.tabIndex < 0 || !target.matches(":focus-visible")) return;
    requestAnimationFrame(() => {
      if (document.activeElement === target) keepVisible(target.closest("label, .field") ?? target);
    });
  });
}

/**
 * Lets what has the focus stay at its place in the window while the page is drawn again: what is
 * written above it may have another height then.
 * @param {Element} main
 * @returns {() => void} to be called after the drawing
 */
export function keepScrollPosition(main) {
  const before = focusedIn(main)?.getBoundingClientRect().top;
  return () => {
    const after = focusedIn(main)?.getBoundingClientRect().top;
    if (before !== undefined && after !== undefined) scrollBy(0, after - before);
  };
}

/** @param {Element} main */
function focusedIn(main) {
  const { activeElement } = document;
  return activeElement && main.contains(activeElement) ? activeElement : null;
}

/** Scrolls as little as is needed to show an element whole, or its beginning when it is too tall. @param {Element | null} element */
export function keepVisible(element) {
  if (!element || element.closest(".step-foot, .rail")) return;
  // A dialog scrolls within itself, and nothing sticks in it.
  if (element.closest("dialog")) return element.scrollIntoView({ block: "nearest" });
  const { top, bottom } = element.getBoundingClientRect();
  const edge = upperEdge(element) + AIR;
  const below = bottom + AIR - lowerEdge();
  if (top < edge) scrollBy(0, top - edge);
  else if (below > 0) scrollBy(0, Math.min(below, top - edge));
}

/**
 * Shows a part of a page that has just been opened or filled: from its head on when that, or most
 * of what follows, is out of sight; else where it is.
 * @param {Element | null} part
 */
export function scrollToOpened(part) {
  if (!part) return;
  const { top, bottom } = part.getBoundingClientRect();
  const seen = Math.min(bottom, lowerEdge()) - top;
  if (top < 0 || seen < (bottom - top) / 2) scrollBy(0, top - AIR);
}

/** Where the page begins for the eye: the window's upper edge, or the heads of columns that stick to it. @param {Element} element */
function upperEdge(element) {
  const head = element.closest("tbody")?.closest("table")?.tHead?.querySelector("th");
  if (!head || getComputedStyle(head).position !== "sticky") return 0;
  return Math.max(0, head.getBoundingClientRect().height);
}

/** Where the page ends for the eye: the window's lower edge, or the foot that sticks to it. */
function lowerEdge() {
  const foot = document.querySelector(".step-foot");
  if (!foot || getComputedStyle(foot).position !== "sticky") return innerHeight;
  return Math.min(innerHeight, foot.getBoundingClientRect().top);
}

/** Pixels between what is shown and an edge. */
const AIR = 12;
