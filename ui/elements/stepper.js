// @ts-check
// The guided walk on one vertical line: done steps are one line each, one is open, later ones
// are visible. From five done steps on, the done ones fold into one line.

import { html } from "../lib/html.js";
import { strings } from "../strings/en/all.js";
import { icon } from "./icon.js";

/** @import { Markup, Part } from "../lib/html.js" */
/** @typedef {{ step: string, title: string, state: "done" | "unconfirmed" | "open" | "ahead", summary: Part }} Line */

/**
 * @param {object} options
 * @param {Line[]} options.lines in order
 * @param {string | null} options.shown the step whose sheet is open; it need not be the first unfinished one
 * @param {Part} options.sheet
 * @param {boolean} options.unfolded
 * @param {Part} options.folded what the folded line says
 * @param {Markup | null} options.end a closing item, when everything is done
 */
export function stepper({ lines, shown, sheet, unfolded, folded, end }) {
  const run = leadingDone(lines, shown);
  const folds = run >= FOLD_FROM;
  const items = lines.slice(folds && !unfolded ? run : 0).map((line) => item(line, lines.indexOf(line) + 1, shown, sheet));
  return html`<ol class="stepper">
    ${folds && foldLine(run, unfolded, folded)}${items}${end}
  </ol>`;
}

/** How many steps before the shown one are done without a gap. @param {Line[]} lines @param {string | null} shown */
function leadingDone(lines, shown) {
  const index = lines.findIndex((line) => line.step === shown || line.state !== "done");
  return index === -1 ? lines.length : index;
}

/** @param {number} count @param {boolean} unfolded @param {Part} folded */
const foldLine = (count, unfolded, folded) => html`<li class="step" data-state="done" data-fold="${unfolded ? "open" : "closed"}">
  <span class="step-mark">${icon("check")}</span>
  <div class="step-head">
    <h2 class="step-title">${strings.stepper.range(count)}</h2>
    <p class="step-summary">${!unfolded && folded}</p>
    <button class="button button-plain step-change" type="button" id="fold-steps" data-act="fold-steps" aria-expanded="${unfolded ? "true" : "false"}">${unfolded ? strings.stepper.hide(count) : strings.stepper.show(count)}</button>
  </div>
</li>`;

/** @param {Line} line @param {number} number @param {string | null} shown @param {Part} sheet */
function item(line, number, shown, sheet) {
  if (line.step === shown) {
    return html`<li class="step" data-state="open" data-step="${line.step}" aria-current="step">
      <span class="step-mark" aria-hidden="true">${number}</span>
      <div class="step-body">
        <div class="step-head"><h2 class="step-title" id="open-step" tabindex="-1"><span class="visually-hidden">${strings.stepper.open(number)} </span>${line.title}</h2></div>
        ${sheet}
      </div>
    </li>`;
  }
  const done = line.state === "done";
  const given = done || line.state === "unconfirmed";
  const reachable = given || line.state === "open";
  return html`<li class="step" data-state="${given ? line.state : "ahead"}" data-step="${line.step}">
    <span class="step-mark" ${!done && html`aria-hidden="true"`}>${done ? icon("check") : line.state === "unconfirmed" ? icon("warn") : number}</span>
    <div class="step-head">
      <h2 class="step-title"><span class="visually-hidden">${done ? strings.stepper.done(number) : given ? strings.stepper.unconfirmed(number) : strings.stepper.ahead(number)} </span>${line.title}</h2>
      <p class="step-summary">${line.summary}</p>
      ${reachable && html`<button class="button button-plain step-change" type="button" data-act="change-step" data-step="${line.step}">${strings.stepper.openStep}<span class="visually-hidden"> ${line.title}</span></button>`}
    </div>
  </li>`;
}

const FOLD_FROM = 5;
