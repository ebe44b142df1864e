// @ts-check
// The frame every screen stands in: one <main>, one screen at a time. It draws, delegates
// clicks to the screen's acts, shows what is busy and what failed, and sets title and focus.

import { copyFrom } from "../elements/copy.js";
import { strings } from "../strings/en/first-screen.js";
import { announce } from "../lib/announce.js";
import { Failure } from "../lib/backend.js";
import { keepDraft } from "../lib/drafts.js";
import { html, mount } from "../lib/html.js";
import { hashOf } from "./router.js";
import { keepScrollPosition, measureFoot, scrollToOpened } from "../lib/scrolling.js";

/** @import * as ipc from "../types/ipc.d.ts" */
/** @import { Drafts } from "../lib/drafts.js" */
/** @import { Markup } from "../lib/html.js" */
/** @import { Route } from "./router.js" */

/** @typedef {(element: HTMLElement) => void | Promise<void>} Act */

/**
 * @typedef {object} Screen
 * @property {string} name stable, for `data-screen`
 * @property {() => string} title of the window
 * @property {() => Markup} html
 * @property {Record<string, Act>} [acts] by `data-act`
 * @property {() => Drafts | null} [drafts] where typed things are kept
 * @property {(element: HTMLElement) => void | Promise<void>} [typed] after each key
 * @property {(element: HTMLElement) => void | Promise<void>} [chosen] after a choice
 * @property {() => void} [drawn] after each drawing
 * @property {() => void | Promise<void>} [entered] once, after the first drawing
 * @property {() => void} [left] once, when another screen takes over
 * @property {(from: string) => HTMLElement | null} [begin] what gets the focus when it opens, `from` being the screen before; without it the heading
 */

/**
 * @typedef {object} RunOptions
 * @property {Partial<Record<ipc.Failure["kind"], string>>} [fields] which field a failure belongs to
 * @property {(failure: ipc.Failure) => boolean} [failed] true when the screen has dealt with it
 */

export class Page {
  /** @type {Screen | null} */
  #screen = null;
  #busy = false;
  /** Counts navigations, so that a slow answer does not draw over a newer screen. */
  #visit = 0;
  /** Whether a button of the pointer is down on the page: whatever is under it must still be there when it comes up. */
  #pressed = false;
  /** Whether the screen has changed since then. */
  #changedSince = false;
  /** How many acts are under way. */
  #acts = 0;
  /** Whether the screen that was asked for last is still being read. */
  #opening = false;
  /** The act that failed last, by its `data-act`. */
  #failed = "";
  /** The screen shown last; while one is being read there is none. */
  #from = "";

  /**
   * @param {HTMLElement} main
   * @param {Record<string, Act>} common acts that every screen has
   */
  constructor(main, common) {
    this.main = main;
    this.common = common;
    main.addEventListener("click", (event) => this.#click(event));
    main.addEventListener("submit", (event) => this.#submit(event));
    main.addEventListener("input", (event) => this.#changed(event, "typed"));
    main.addEventListener("change", (event) => this.#changed(event, "chosen"));
    main.addEventListener("pointerdown", () => (this.#pressed = true));
    main.addEventListener("click", () => (this.#pressed = false), { capture: true });
    // The click comes right after; a pointer that comes up outside the window shows when it is back.
    for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, () => setTimeout(() => this.#released()));
    addEventListener("pointermove", ({ buttons }) => buttons === 0 && this.#pressed && this.#released());
  }

  /**
   * Opens a screen: shows that it loads, then the screen, or why it could not be read.
   * @param {() => Promise<Screen>} open
   * @param {{ focus?: boolean }} [options]
   */
  async show(open, { focus = true } = {}) {
    const visit = ++this.#visit;
    const route = location.hash;
    const from = this.#screen?.name ?? this.#from;
    this.#from = from;
    this.#leave();
    this.#opening = true;
    this.#sayBusy();
    const slow = setTimeout(() => visit === this.#visit && this.#place("loading", strings.common.loading, loading()), SLOW);
    try {
      const screen = await open();
      if (visit !== this.#visit) {
        screen.left?.();
        return;
      }
      this.#screen = screen;
      this.#drawNow();
      if (focus) this.#arrive(screen.begin?.(from) ?? null);
      void this.meanwhile(screen.entered?.());
    } catch (thrown) {
      if (visit !== this.#visit) return;
      const { failedScreen } = await import("../lib/show-failure.js");
      if (visit !== this.#visit) return;
      this.#screen = failedScreen(failureOf(thrown), () => this.show(open));
      this.#drawNow();
      if (focus) this.focusHeading();
    } finally {
      clearTimeout(slow);
      if (visit === this.#visit) {
        this.#opening = false;
        this.main.dataset.route = route;
        this.#sayBusy();
      }
    }
  }

  /** Draws the present screen again from what it knows now; while a button is pressed, right after. */
  draw() {
    if (this.#pressed) this.#changedSince = true;
    else this.#drawNow();
  }

  #released() {
    this.#pressed = false;
    if (this.#changedSince) this.#drawNow();
  }

  #drawNow() {
    this.#changedSince = false;
    if (!this.#screen) return;
    const hold = keepScrollPosition(this.main);
    this.#place(this.#screen.name, this.#screen.title(), this.#screen.html());
    hold();
    this.#screen.drawn?.();
    ready();
  }

  /** @param {Route} route @param {{ replace?: boolean }} [options] */
  go(route, { replace = false } = {}) {
    if (replace) location.replace(hashOf(route));
    else location.hash = hashOf(route);
  }

  /** True while this screen is the one shown. @param {Screen} screen */
  isShown(screen) {
    return this.#screen === screen;
  }

  /**
   * Does something that takes time, once at a time. The pressed button says so; what fails is
   * told beside the field it belongs to, or above the buttons.
   * @param {HTMLElement | null} button
   * @param {() => Promise<void>} work
   * @param {RunOptions} [options]
   */
  async run(button, work, { fields = {}, failed: dealtWith } = {}) {
    if (this.#busy) return;
    const screen = this.#screen;
    const label = button?.querySelector("[data-label]") ?? null;
    const words = label?.textContent ?? null;
    this.#busy = true;
    this.#acts += 1;
    this.clearFailure(button);
    this.#sayBusy();
    button?.setAttribute("aria-disabled", "true");
    if (label && button?.dataset.busy) {
      label.textContent = button.dataset.busy;
      announce(button.dataset.busy);
    }
    try {
      await work();
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind !== "cancelled" && screen === this.#screen && !dealtWith?.(failure)) await this.#tell(failure, button, fields);
    } finally {
      this.#busy = false;
      this.#acts -= 1;
      this.#sayBusy();
      button?.removeAttribute("aria-disabled");
      if (label && words !== null) label.textContent = words;
    }
  }

  /** @param {HTMLElement | null} near */
  clearFailure(near) {
    const place = this.#failurePlace(near);
    if (place) mount(place, html``);
  }

  /** Shows a failure without having run anything. @param {ipc.Failure} failure @param {HTMLElement | null} [near] */
  tell(failure, near = null) {
    void this.#tell(failure, near, {});
  }

  /** Does again what failed last, if its button is still there. @returns {boolean} whether it was */
  #repeat() {
    const button = this.#failed ? this.main.querySelector(`[data-act="${CSS.escape(this.#failed)}"]`) : null;
    if (!(button instanceof HTMLElement)) return false;
    void this.#act(this.#failed, button);
    return true;
  }

  focusHeading() {
    const heading = this.main.querySelector("h1");
    if (!(heading instanceof HTMLElement)) return;
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  /** Puts the focus where a screen begins, and shows it. @param {HTMLElement | null} beginning */
  #arrive(beginning) {
    this.focusHeading();
    beginning?.focus({ preventScroll: true });
    scrollToOpened(this.main.querySelector("[aria-current=step]:has(.step-sheet)"));
  }

  #leave() {
    this.#screen?.left?.();
    this.#screen = null;
    this.#failed = "";
  }

  /** @param {string} name @param {string} title @param {Markup} markup */
  #place(name, title, markup) {
    document.title = `${title} · Certdesk`;
    this.main.dataset.screen = name;
    mount(this.main, markup);
    measureFoot(this.main);
  }

  /** @param {ipc.Failure} failure @param {HTMLElement | null} button @param {Partial<Record<ipc.Failure["kind"], string>>} fields */
  async #tell(failure, button, fields) {
    this.#failed = button?.dataset.act ?? "";
    const { showFailure } = await import("../lib/show-failure.js");
    showFailure(failure, fields[failure.kind], this.#failurePlace(button));
  }

  /** The place for failures next to `near`, else the page's own. @param {HTMLElement | null} near @returns {HTMLElement | null} */
  #failurePlace(near) {
    return near?.closest("[data-part]")?.querySelector("[data-failure]") ?? this.main.querySelector("[data-failure]");
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (!(pressed instanceof HTMLElement) || pressed.getAttribute("aria-disabled") === "true") return;
    if (pressed instanceof HTMLButtonElement && pressed.type === "submit") return;
    void this.#act(pressed.dataset.act ?? "", pressed);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const button = event.submitter instanceof HTMLElement ? event.submitter : form.querySelector("[type=submit]");
    if (!(button instanceof HTMLButtonElement) || button.disabled || button.getAttribute("aria-disabled") === "true") return;
    void this.#act(button.dataset.act ?? "", button);
  }

  /** @param {string} name @param {HTMLElement} element */
  async #act(name, element) {
    if (name === "copy") return copyFrom(element);
    if (name === "try-again" && this.#failed !== name && this.#repeat()) return;
    const act = this.#screen?.acts?.[name] ?? this.common[name];
    await this.meanwhile(act?.(element));
  }

  /**
   * Work that belongs to what was pressed, typed or opened, and doesn't keep anybody from pressing the next: the page is busy
   * until it has ended.
   * @param {void | Promise<void>} work
   */
  async meanwhile(work) {
    if (!work) return;
    this.#acts += 1;
    this.#sayBusy();
    try {
      await work;
    } finally {
      this.#acts -= 1;
      this.#sayBusy();
    }
  }

  /** The page is busy from the press to the last thing that it caused, also between two parts of it. */
  #sayBusy() {
    this.main.setAttribute("aria-busy", String(this.#opening || this.#acts > 0));
  }

  /** @param {Event} event @param {"typed" | "chosen"} kind */
  #changed(event, kind) {
    if (!(event.target instanceof HTMLElement)) return;
    const store = this.#screen?.drafts?.();
    if (store) keepDraft(store, event.target);
    void this.meanwhile(this.#screen?.[kind]?.(event.target));
  }
}

/** The first screen can be used: whoever waits for it, a test or a measurement, is told once. */
function ready() {
  const { dataset } = document.documentElement;
  if (dataset.ready) return;
  dataset.ready = "1";
  performance.mark("ready");
}

/** Anything that is not a `Failure` is a fault of the window itself; it is shown, not swallowed. @param {unknown} thrown @returns {ipc.Failure} */
export function failureOf(thrown) {
  if (thrown instanceof Failure) return thrown.wire;
  console.error(thrown);
  return { kind: "unexpected", reference: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
}

const loading = () => html`<div class="page-head"><h1 tabindex="-1">${strings.common.loading}</h1></div><div class="run" role="progressbar" aria-label="${strings.common.loading}"></div>`;

/** Milliseconds after which "Reading…" appears; sooner it would only flicker. */
export const SLOW = 150;
