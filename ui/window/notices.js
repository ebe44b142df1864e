// @ts-check
// What the backend says by itself: somebody came back from the browser, or clicked a reminder. A screen that shows the
// sign-in takes the news; otherwise it is told calmly, beside whatever is being done.

import { callout } from "../elements/callout.js";
import { signIn } from "../strings/en/sign-in.js";
import { announce } from "../lib/announce.js";
import { backend } from "../lib/backend.js";
import { drafts } from "../lib/drafts.js";
import { html, mount } from "../lib/html.js";
import { styles } from "./lazy-loading.js";
import { hashOf } from "./router.js";
import { toast } from "../elements/toast.js";

/** @import { AppNotice } from "../types/ipc.d.ts" */
/** @import { Markup } from "../lib/html.js" */

/** @typedef {(notice: AppNotice) => boolean} Taker true when the screen has told it */

/** @type {Set<Taker>} */
const takers = new Set();
const s = signIn.notices;
const BOARD = hashOf({ screen: "connections" });

/** Listens for the whole life of the window. */
export const listen = () => backend.app.listen((notice) => void tell(notice));

/** @param {Taker} taker @returns {() => void} stops it */
export function onNotice(taker) {
  takers.add(taker);
  return () => takers.delete(taker);
}

/** @param {AppNotice} notice */
async function tell(notice) {
  if ([...takers].map((take) => take(notice)).includes(true)) return;
  // Files are dropped where they are wanted, or nowhere.
  if (notice.kind === "files-over" || notice.kind === "files-dropped") return;
  if (notice.kind === "reminder-opened") return showReminded();
  await styles();
  if (notice.kind === "signed-in") return toast(s.signedIn((await backend.connection.read(notice.id)).name));
  const { messageFor } = await import("../strings/en/failures.js");
  const { title, body } = messageFor(notice.failure);
  announce(`${title}. ${body}`);
  show(callout({
    tone: "note",
    title,
    body: html`<p>${body}</p>`,
    actions: html`${notice.id !== null && html`<a class="button" href="${hashOf({ screen: "sign-in", id: notice.id })}" data-notice="leave">${s.open}</a>`}<button class="button" type="button" data-notice="leave">${s.close}</button>`,
  }));
}

/** The board with the connections that a reminder was about. Not over an open dialog: what it asks comes first. */
function showReminded() {
  if (document.querySelector("dialog[open]")) return;
  const board = drafts("board");
  board.clear();
  board.set("show", "reminded");
  if (location.hash === BOARD) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = BOARD;
}

/** It stays until it is closed: it may have come while nobody looked. @param {Markup} markup */
function show(markup) {
  mount(place(), markup);
}

function place() {
  const there = document.getElementById("notice");
  if (there) return there;
  const made = document.createElement("aside");
  made.id = "notice";
  made.className = "notice-place";
  made.setAttribute("aria-label", s.label);
  made.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-notice=leave]")) made.remove();
  });
  document.body.append(made);
  return made;
}
