// @ts-check
// What is chosen with above the board's rows, and what is said of the choice.

import { icon } from "../../elements/icon.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/first-screen.js";
import { ALL, FILTERS, optionsOf } from "./choices.js";
import { GROUPINGS } from "./groups.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Choices, Option } from "./choices.js" */

const s = strings.board;

/** What is shown of many connections, and in which groups. @param {ConnectionSummary[]} connections @param {Choices} choices */
export const toolbar = (connections, choices) => html`<div class="board-tools" role="group" aria-label="${s.tools}">
  ${FILTERS.map((filter) => {
    const options = optionsOf(filter, connections);
    return options.length > 1 && choose(filter, s[filter], [{ value: ALL, label: s.allOf[filter] }, ...options], choices.chosen(filter));
  })}
  ${!choices.isTimeline() && choose("group", s.groupBy, GROUPINGS.map((value) => ({ value, label: s.groupings[value] })), choices.grouping())}
</div>`;

/** Two choices of which one always holds. @param {string} name @param {string} label @param {Option[]} options @param {string} chosen */
export const segmented = (name, label, options, chosen) => html`<fieldset class="segmented">
  <legend class="visually-hidden">${label}</legend>
  ${options.map(({ value, label }) => html`<label class="segmented-option"><input type="radio" name="${name}" id="${name}-${value}" value="${value}" ${flag("checked", value === chosen)} />${label}</label>`)}
</fieldset>`;

/** @param {string} id @param {string} name @param {Option[]} options @param {string} value */
const choose = (id, name, options, value) => html`<div class="select board-select">
  <select class="select-input" id="${id}" name="${id}" aria-label="${name}" ${value !== ALL && id !== "group" && html`data-set`}>${options.map((option) => html`<option value="${option.value}" ${flag("selected", option.value === value)}>${option.label}</option>`)}</select>
  ${icon("down")}
</div>`;

/** Has the controls show what is chosen, where something else than they has changed it. @param {Choices} choices */
export function showChoices(choices) {
  for (const filter of FILTERS) document.getElementById(filter)?.toggleAttribute("data-set", choices.chosen(filter) !== ALL);
  const group = document.getElementById("group");
  if (group instanceof HTMLSelectElement) group.value = choices.grouping();
}

/** What stands in place of the rows when none matches. @param {Choices} choices */
export const nothing = (choices) => html`<p class="empty-line">${s.nothing}
  <button class="button" type="button" data-act="clear-filters" id="clear-filters">${s.clearFilters}</button>
  ${choices.search().trim() !== "" && html`<button class="button button-quiet" type="button" data-act="go-to" id="go-further">${s.goFurther}</button>`}</p>`;

/** How many of all are shown, where a filter hides some. @param {Choices} choices @param {number} shown @param {number} all */
export const counted = (choices, shown, all) => html`${choices.isFiltered() && shown > 0 && html`${s.shown(shown, all)} <button class="button button-quiet" type="button" data-act="clear-filters" id="clear-filters">${s.clearFilters}</button>`}`;
