// @ts-check
// Confirms an act that is already done. It never carries a failure. It goes after a while, and at
// the next act: it must not lie on what somebody is working on. It never lies on what has the
// focus: of the window's corners it takes the first that leaves that free.

import { announce } from "../lib/announce.js";
import { html, mount } from "../lib/html.js";
import { icon } from "./icon.js";

/** @type {ReturnType<typeof setTimeout> | undefined} */
let going;

/** @param {string} words */
export function toast(words) {
  const place = document.getElementById("toast");
  if (!place) return;
  mount(place, toastMarkup(words));
  giveWay();
  announce(words);
  clearTimeout(going);
  going = setTimeout(leave, STAYS);
  for (const act of ACTS) addEventListener(act, leave, { capture: true });
  for (const change of CHANGES) addEventListener(change, giveWay, { capture: true });
}

function leave() {
  clearTimeout(going);
  for (const act of ACTS) removeEventListener(act, leave, { capture: true });
  for (const change of CHANGES) removeEventListener(change, giveWay, { capture: true });
  const place = document.getElementById("toast");
  if (place) mount(place, html``);
}

/** Takes the corner that leaves what has the focus free, or the most of it. */
function giveWay() {
  const shown = document.querySelector(".toast");
  if (!(shown instanceof HTMLElement)) return;
  const { activeElement } = document;
  const focused = activeElement && activeElement !== document.body ? activeElement.getBoundingClientRect() : null;
  /** @type {{ corner: string, covered: number } | null} */
  let best = null;
  for (const corner of CORNERS) {
    shown.dataset.corner = corner;
    const covered = focused ? overlap(shown.getBoundingClientRect(), focused) : 0;
    if (!best || covered < best.covered) best = { corner, covered };
    if (covered === 0) return;
  }
  if (best) shown.dataset.corner = best.corner;
}

/** The area that two boxes share, the ring of the focus included. @param {DOMRect} one @param {DOMRect} other */
function overlap(one, other) {
  const wide = Math.min(one.right, other.right + RING) - Math.max(one.left, other.left - RING);
  const high = Math.min(one.bottom, other.bottom + RING) - Math.max(one.top, other.top - RING);
  return Math.max(wide, 0) * Math.max(high, 0);
}

/** The usual one first. */
const CORNERS = ["bottom-end", "top-end", "bottom-start", "top-start"];
const ACTS = ["pointerdown", "keydown", "input"];
/** What may bring the focus under it. */
const CHANGES = ["focusin", "scroll", "resize"];
/** Milliseconds. */
const STAYS = 6000;
/** Pixels around what has the focus. */
const RING = 4;

/** A confirmation in the corner, for the eyes: the live region says the same words. @param {string} words */
const toastMarkup = (words) => html`<div class="toast" aria-hidden="true">${icon("ok")}<span>${words}</span></div>`;
