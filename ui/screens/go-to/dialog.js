// @ts-check
// "Go to": a combobox over everything that has a name or an ID. It finds connections, certificates,
// audit codes and pages, and takes a pasted error to the diagnosis of the connection it is about.

import { icon } from "../../elements/icon.js";
import { backend } from "../../lib/backend.js";
import { html, mount } from "../../lib/html.js";
import { styles } from "../../window/lazy-loading.js";
import { failureOf } from "../../window/page.js";
import { hashOf } from "../../window/router.js";
import { holdPastedError } from "../diagnosis/pasted-error.js";
import { strings } from "../../strings/en/first-screen.js";
import { goTo as s } from "../../strings/en/go-to.js";
import { placesOf } from "./results.js";

/** @import { RecognisedText } from "../../types/ipc.d.ts" */
/** @import { Page } from "../../window/page.js" */
/** @import { Group, Result } from "./results.js" */

/** Opens it; when it closes, the focus is where it was or on the screen that was chosen. @param {Page} page @param {string} [query] */
export async function openGoTo(page, query = "") {
  await styles();
  if (document.querySelector("dialog[open]")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog dialog-go-to";
  dialog.dataset.dialog = "go-to";
  dialog.setAttribute("aria-labelledby", "go-to-title");
  mount(dialog, frame(query));
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  const field = /** @type {HTMLInputElement} */ (dialog.querySelector("#go-to"));
  field.select();

  /** @type {ReturnType<typeof placesOf> | null} */
  let places = null;
  /** @type {RecognisedText | null} */
  let recognised = null;
  /** @type {Result[]} */
  let results = [];
  let chosen = 0;
  /** A pasted text with its lines, which a field of one line does not hold. @type {{ shown: string, whole: string } | null} */
  let pasted = null;
  /** Counts queries, so that a slow answer is not shown for a newer one. */
  let asked = 0;

  const typed = () => (pasted?.shown === field.value ? pasted.whole : field.value);

  /** Finds for what is typed; the text is recognised behind it. */
  function find() {
    const visit = ++asked;
    recognised = null;
    show(0);
    const text = typed();
    if (text.trim().length < SHORTEST) return;
    backend.goTo.recognise(text).then((answer) => {
      if (visit !== asked || !dialog.open) return;
      recognised = answer;
      if (answer.recognised || answer.privateKey) show(chosen);
    }, fail);
  }

  /** @param {number} wanted the option to choose */
  function show(wanted) {
    if (!places) return;
    const groups = places.look(typed(), recognised);
    const all = groups.flatMap(({ results }) => results).length;
    const shown = firstOf(groups, MOST);
    results = shown.flatMap(({ results }) => results);
    mount(list(), options(shown));
    list().hidden = results.length === 0;
    field.setAttribute("aria-expanded", String(results.length > 0));
    place("#go-to-count", s.count(results.length, all));
    place("#go-to-said", said());
    choose(Math.min(wanted, Math.max(0, results.length - 1)));
  }

  function said() {
    if (recognised?.privateKey) return s.privateKey;
    if (results.length > 0) return "";
    return recognised?.recognised ? s.nothingToDiagnose : s.nothing;
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    for (const [place, option] of [...list().querySelectorAll("[role=option]")].entries()) option.setAttribute("aria-selected", String(place === index));
    const option = results.length > 0 ? document.getElementById(`go-to-${index}`) : null;
    if (!option) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
    // The heading of the first one belongs to it.
    if (index === 0) list().scrollTop = 0;
  }

  /** @param {number} index */
  function take(index) {
    const result = results[index];
    if (!result) return;
    if (result.fill !== undefined) {
      field.value = `${result.fill} `;
      field.focus();
      return find();
    }
    if (!result.route) return;
    if (result.told) holdPastedError(result.route.screen === "diagnosis" ? result.route.id : "", result.told);
    dialog.close();
    // The same address is no change that anybody hears of.
    if (hashOf(result.route) === location.hash) dispatchEvent(new HashChangeEvent("hashchange"));
    else page.go(result.route);
  }

  field.addEventListener("input", find);
  field.addEventListener("paste", (event) => {
    const whole = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\r\n]/.test(whole.trim())) return;
    event.preventDefault();
    field.setRangeText(whole.trim().replace(/\s+/g, " "), field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
    pasted = { shown: field.value, whole };
    find();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = results.length - 1;
    const next = { ArrowDown: chosen === last ? 0 : chosen + 1, ArrowUp: chosen === 0 ? last : chosen - 1, PageDown: Math.min(chosen + STEP, last), PageUp: Math.max(chosen - STEP, 0) }[event.key];
    if (next !== undefined && results.length > 0) choose(next);
    else if (event.key === "Enter") take(chosen);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target : null;
    const option = pressed?.closest("[role=option]");
    if (option) return take(Number(option.id.slice("go-to-".length)));
    if (pressed === dialog || pressed?.closest("[data-act=leave]")) dialog.close();
  });

  try {
    const [board, index] = await Promise.all([backend.connection.list(), backend.goTo.index()]);
    places = placesOf(board.connections, index);
    find();
  } catch (thrown) {
    await fail(thrown);
  }

  /** @param {unknown} thrown */
  async function fail(thrown) {
    const failure = failureOf(thrown);
    const { messageFor } = await import("../../strings/en/failures.js");
    const { title, body } = messageFor(failure);
    place("#go-to-said", html`<strong>${title}.</strong> ${body}`);
    place("#go-to-count", "");
  }

  function list() {
    return /** @type {HTMLElement} */ (dialog.querySelector("#go-to-list"));
  }

  /** @param {string} where @param {import("../../lib/html.js").Part} words */
  function place(where, words) {
    const element = dialog.querySelector(where);
    if (element) mount(element, html`${words}`);
  }
}

/** As many as fit into a list that is looked through. @param {Group[]} groups @param {number} most @returns {Group[]} */
function firstOf(groups, most) {
  let room = most;
  return groups
    .map(({ title, results }) => {
      // Each group shows something, however long those before it are.
      const shown = results.slice(0, Math.max(room, LEAST));
      room -= shown.length;
      return { title, results: shown };
    })
    .filter(({ results }) => results.length > 0);
}

/** @param {Group[]} groups */
function options(groups) {
  let index = 0;
  return html`${groups.map(({ title, results }, group) => html`<div class="go-to-group" role="group" aria-labelledby="go-to-group-${group}">
    <div class="go-to-title" id="go-to-group-${group}" role="presentation">${title}</div>
    ${results.map(({ label, note }) => html`<div class="go-to-option" role="option" id="go-to-${index++}" aria-selected="false"><span class="go-to-label">${label}</span>${note && html` <span class="go-to-note">${note}</span>`}</div>`)}
  </div>`)}`;
}

/** @param {string} query */
const frame = (query) => html`<h2 class="visually-hidden" id="go-to-title">${s.title}</h2>
  <div class="go-to-head">
    <div class="field-search go-to-field">${icon("search")}<input class="field-input" id="go-to" type="text" role="combobox" value="${query}" aria-label="${s.label}" placeholder="${s.label}" aria-describedby="go-to-hint" aria-controls="go-to-list" aria-expanded="false" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus /></div>
    <button class="button button-plain button-icon" type="button" data-act="leave" tabindex="-1">${icon("close")}<span class="visually-hidden">${strings.common.close}</span></button>
  </div>
  <p class="visually-hidden" id="go-to-hint">${s.hint}</p>
  <div class="go-to-list" id="go-to-list" role="listbox" aria-label="${s.results}" hidden></div>
  <p class="go-to-said" id="go-to-said" role="status"></p>
  <div class="go-to-foot"><p id="go-to-count" role="status">${s.reading}</p><p aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> ${s.choose} <kbd>Enter</kbd> ${s.open} <kbd>Esc</kbd> ${s.leave}</p></div>`;

/** Options in the list at once. */
const MOST = 50;
/** Of each group at least. */
const LEAST = 5;
/** Options that a page of the list is long. */
const STEP = 8;
/** Characters of the shortest text that may be an error. */
const SHORTEST = 3;
