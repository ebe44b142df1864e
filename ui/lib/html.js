// @ts-check
// Text to markup. `html` escapes whatever it is given; only what `html` itself made goes in
// as markup. `mount` is the one place that writes innerHTML. There is no raw escape hatch.

/** Markup made by `html`. Its constructor is not exported, so nothing else can pass for it. */
class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    Object.freeze(this);
  }

  toString() {
    return this.text;
  }
}

/** @typedef {Html | string | number | null | undefined | false | ReadonlyArray<Html | string | number | null | undefined | false>} Part */

/**
 * @param {TemplateStringsArray} strings
 * @param {...Part} parts strings and numbers are escaped; null, undefined and false print nothing
 * @returns {Html}
 */
export function html(strings, ...parts) {
  let text = strings[0] ?? "";
  parts.forEach((part, index) => {
    text += print(part) + strings[index + 1];
  });
  return new Html(text);
}

/**
 * An attribute without a value, present or not: `<input ${flag("checked", on)}>`.
 * @param {"checked" | "disabled" | "selected" | "open" | "hidden" | "required" | "data-awaited"} name
 * @param {boolean} on
 */
export const flag = (name, on) => (on ? new Html(name) : null);

/** @param {unknown} value @returns {value is Html} */
export const isHtml = (value) => value instanceof Html;

/** @typedef {Html} Markup */

/**
 * Replaces what `root` holds. Keyboard focus and the caret stay where they were when the element is
 * there afterwards, known by its id, as the page's heading or as one of the buttons of its act; opened details with an id stay open.
 * @param {Element} root
 * @param {Html} markup
 */
export function mount(root, markup) {
  const active = document.activeElement;
  const again = active && root.contains(active) ? finder(root, active) : null;
  const caret = isTextual(active) ? [active.selectionStart, active.selectionEnd] : null;
  const opened = [...root.querySelectorAll("details[open][id]")].map((details) => details.id);

  root.innerHTML = markup.text;

  for (const name of opened) document.getElementById(name)?.setAttribute("open", "");
  const next = again?.() ?? null;
  if (next) {
    next.focus({ preventScroll: true });
    if (caret && isTextual(next)) next.setSelectionRange(caret[0] ?? null, caret[1] ?? null);
  }
}

/**
 * Finds what stands in the place of an element after its surroundings were written anew. Where a
 * row with its button is gone, it is the button of the row that took its place.
 * @param {Element} root
 * @param {Element} element
 * @returns {() => HTMLElement | null}
 */
function finder(root, element) {
  const { id } = element;
  const act = element.getAttribute("data-act");
  const alike = () => (act ? [...root.querySelectorAll(`[data-act="${CSS.escape(act)}"]`)] : []);
  const index = alike().indexOf(element);
  return () => {
    const same = id ? document.getElementById(id) : null;
    const found = same && root.contains(same) ? same : id ? null : element.tagName === "H1" ? root.querySelector("h1") : alike()[Math.min(index, alike().length - 1)];
    return found instanceof HTMLElement ? found : null;
  };
}

/** @param {Part} part @returns {string} */
function print(part) {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(print).join("");
  return escape(String(part));
}

/** The words of a part, without its markup: for searching in it. @param {Part} part */
export const textOf = (part) => (part instanceof Html ? part.text.replace(/<[^>]*>/g, "") : print(part));

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"'`]/g, (character) => ESCAPED[character] ?? "");

/** Selection exists on these kinds only; asking others for it throws. @param {Element | null} field @returns {field is HTMLInputElement | HTMLTextAreaElement} */
const isTextual = (field) => field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ["text", "search", "password", "url", "tel"].includes(field.type));

/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
