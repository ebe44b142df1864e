// @ts-check
// A native modal dialog around a small form. It answers with a promise: what the act returned,
// or null when it was left. A failed act keeps the dialog open and says why inside it.

import { announce } from "../lib/announce.js";
import { Failure } from "../lib/backend.js";
import { html, mount } from "../lib/html.js";
import { strings } from "../strings/en/all.js";
import { messageFor } from "../strings/en/failures.js";
import { failureCallout } from "./failure.js";
import { copyFrom } from "./copy.js";

/** @import { Part } from "../lib/html.js" */

/**
 * @template T
 * @param {object} options
 * @param {string} options.name stable, for `data-dialog`
 * @param {Part} options.title
 * @param {Part} options.body
 * @param {{ label: string, busy?: string, kind?: "primary" | "destroy" }} [options.act] without it the dialog only shows
 * @param {string} [options.leave] the label of the harmless button
 * @param {string} [options.typed] what must be typed into #typed before the act is enabled
 * @param {(dialog: HTMLDialogElement) => Promise<T | undefined>} [options.work] undefined keeps the dialog open
 * @param {(dialog: HTMLDialogElement, target: Element) => void} [options.changed] after typing or choosing in it
 * @returns {Promise<T | null>}
 */
export function openDialog({ name, title, body, act, leave = act ? strings.common.cancel : strings.common.close, typed, work, changed }) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.dataset.dialog = name;
  dialog.setAttribute("aria-labelledby", "dialog-title");
  mount(
    dialog,
    html`<form class="dialog-form" novalidate>
      <h2 class="dialog-title" id="dialog-title">${title}</h2>
      <div class="dialog-body stack">${body}</div>
      <div class="dialog-failure" data-failure tabindex="-1"></div>
      <div class="dialog-foot">
        ${act && html`<button class="button ${act.kind === "destroy" ? "button-destroy" : "button-primary"}" type="submit" data-act="confirm" data-busy="${act.busy ?? act.label}" ${typed !== undefined && html`disabled`}>${act.label}</button>`}
        <button class="button" type="button" data-act="cancel">${leave}</button>
      </div>
    </form>`,
  );
  document.body.append(dialog);

  return new Promise((resolve) => {
    /** @type {T | null} */
    let answer = null;
    let busy = false;
    const confirm = dialog.querySelector("[data-act=confirm]");

    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener("cancel", (event) => {
      if (busy) event.preventDefault();
    });
    dialog.addEventListener("click", (event) => {
      const pressed = event.target instanceof Element ? event.target.closest("[data-act]") : null;
      if (pressed instanceof HTMLElement && pressed.dataset.act === "copy") void copyFrom(pressed);
      if (pressed instanceof HTMLElement && pressed.dataset.act === "cancel" && !busy) dialog.close();
    });
    for (const kind of ["input", "change"]) {
      dialog.addEventListener(kind, (event) => {
        if (!(event.target instanceof Element)) return;
        if (typed !== undefined && confirm instanceof HTMLButtonElement && event.target instanceof HTMLInputElement && event.target.id === "typed") {
          confirm.disabled = event.target.value.trim() !== typed;
        }
        changed?.(dialog, event.target);
      });
    }
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (busy || !work || !(confirm instanceof HTMLButtonElement) || confirm.disabled) return;
      void submit(confirm, work);
    });

    /** @param {HTMLButtonElement} button @param {NonNullable<typeof work>} act */
    async function submit(button, act) {
      const place = dialog.querySelector("[data-failure]");
      const label = button.textContent;
      busy = true;
      button.setAttribute("aria-disabled", "true");
      button.textContent = button.dataset.busy ?? label;
      if (place) mount(place, html``);
      try {
        const result = await act(dialog);
        if (result !== undefined) {
          answer = result;
          dialog.close();
        }
      } catch (thrown) {
        if (!(thrown instanceof Failure)) throw thrown;
        if (thrown.wire.kind !== "cancelled" && place instanceof HTMLElement) {
          // Buttons of remedies belong to the page behind; here the sentence is enough.
          mount(place, failureCallout(thrown.wire));
          place.querySelector(".actions")?.remove();
          place.focus();
          announce(messageFor(thrown.wire).title);
        }
      } finally {
        busy = false;
        button.removeAttribute("aria-disabled");
        button.textContent = label;
      }
    }

    begin(dialog);
  });
}

/** Shows it with the focus in its first field, or on the harmless button where there is none. @param {HTMLDialogElement} dialog */
function begin(dialog) {
  const first = firstField(dialog) ?? dialog.querySelector("[data-act=cancel]");
  // Set before it is shown: a focus that moved afterwards would be read aloud twice.
  first?.toggleAttribute("autofocus", true);
  dialog.showModal();
  // What is there already is likely to be typed over.
  if (first instanceof HTMLInputElement && first.value !== "" && first.type === "text") first.select();
}

/** Of radios the one that is chosen, as Tab would reach it. @param {HTMLDialogElement} dialog */
function firstField(dialog) {
  const fields = [...dialog.querySelectorAll(".dialog-body :is(input, select, textarea):not([disabled], [type=hidden])")];
  const shown = fields.filter((field) => !field.closest("[hidden], details:not([open])"));
  const [first] = shown;
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return first;
  return shown.find((field) => field instanceof HTMLInputElement && field.name === first.name && field.checked) ?? first;
}

/**
 * Asks before an act that cannot be taken back.
 * @param {object} options
 * @param {string} options.name
 * @param {Part} options.title names the object
 * @param {Part} options.body names the consequence
 * @param {string} options.act a verb with its object
 * @param {string} [options.typed]
 * @param {"primary" | "destroy"} [options.kind]
 * @param {() => Promise<void>} [options.work]
 * @returns {Promise<boolean>} whether it was confirmed
 */
export async function confirmDialog({ name, title, body, act, typed, kind = "destroy", work = async () => {} }) {
  const done = await openDialog({
    name,
    title,
    body: html`${body}${typed !== undefined && html`<div class="field"><label class="field-label" for="typed">${strings.common.typeToConfirm(typed)}</label><input class="field-input" id="typed" autocomplete="off" spellcheck="false" /></div>`}`,
    act: { label: act, kind },
    ...(typed === undefined ? {} : { typed }),
    work: async () => {
      await work();
      return true;
    },
  });
  return done === true;
}
