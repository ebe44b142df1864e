// @ts-check
// Confirms an act that is already done. It never carries a failure.

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
  going = setTimeout(() => mount(place, html``), STAYS);
}

/** Milliseconds. */
const STAYS = 6000;
