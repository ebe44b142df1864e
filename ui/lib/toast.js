// @ts-check
// Confirms an act that is already done. It never carries a failure. It goes after a while, and at
// the next act: it must not lie on what somebody is working on.

import { toastMarkup } from "../elements/parts.js";
import { announce } from "./announce.js";
import { html, mount } from "./html.js";

/** @type {ReturnType<typeof setTimeout> | undefined} */
let going;

/** @param {string} words */
export function toast(words) {
  const place = document.getElementById("toast");
  if (!place) return;
  mount(place, toastMarkup(words));
  announce(words);
  clearTimeout(going);
  going = setTimeout(leave, STAYS);
  for (const act of ACTS) addEventListener(act, leave, { capture: true });
}

function leave() {
  clearTimeout(going);
  for (const act of ACTS) removeEventListener(act, leave, { capture: true });
  const place = document.getElementById("toast");
  if (place) mount(place, html``);
}

const ACTS = ["pointerdown", "keydown", "input"];
/** Milliseconds. */
const STAYS = 6000;
