// @ts-check
// What is chosen above the board: the view, the groups, and which connections are shown. Kept as the board's drafts. Pure.

import { strings } from "../../strings/en/first-screen.js";
import { BY_NEED, COLUMNS, isByNeed } from "./rows.js";

/** @import { ConnectionSummary } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Grouping } from "./groups.js" */
/** @import { Sorting } from "./rows.js" */

/** @typedef {"target" | "state" | "environment"} Filter */
/** @typedef {{ value: string, label: string }} Option */

/** @type {readonly Filter[]} */
export const FILTERS = ["target", "state", "environment"];

/** What a filter lets through, unless one of the others is chosen. */
export const ALL = "all";

/** @typedef {"all" | "needs-you" | "reminded"} Part */
/** @type {Record<Part, (connection: ConnectionSummary) => boolean>} */
const SHOWN = { all: () => true, "needs-you": ({ needsYou }) => needsYou, reminded: ({ reminded }) => reminded };
const PARTS = /** @type {Part[]} */ (Object.keys(SHOWN));

/** What a filter compares. None: the connection has no such thing yet. @type {Record<Filter, (connection: ConnectionSummary) => Option | null>} */
const FACTS = {
  target: ({ target }) => target && { value: target.target, label: target.label },
  state: ({ status: { kind } }) => ({ value: kind, label: strings.board.states[kind] }),
  environment: ({ environment }) => environment && { value: environment, label: strings.board.environments[environment] },
};

/**
 * What can be chosen in a filter: what occurs among the connections, by name.
 * @param {Filter} filter
 * @param {ConnectionSummary[]} connections
 */
export function optionsOf(filter, connections) {
  /** @type {Map<string, Option>} */
  const found = new Map();
  for (const connection of connections) {
    const option = FACTS[filter](connection);
    if (option) found.set(option.value, option);
  }
  return [...found.values()].sort((one, other) => one.label.localeCompare(other.label));
}

/**
 * The choices of a board.
 * @param {Drafts} kept
 * @param {() => ConnectionSummary[]} connections
 */
export function choicesOf(kept, connections) {
  /** Whether there are so many that filters and groups help. */
  const areMany = () => connections().length > FEW;

  /** A choice that no connection has any more hides nothing. @param {Filter} filter */
  const chosen = (filter) => {
    const value = areMany() ? kept.get(filter, ALL) : ALL;
    return value === ALL || connections().some((connection) => FACTS[filter](connection)?.value === value) ? value : ALL;
  };

  /** Which part is shown: all, where a reminder names none any more. @returns {Part} */
  const show = () => {
    const part = PARTS.find((part) => part === kept.get("show", ALL)) ?? ALL;
    return part === "reminded" && !connections().some(SHOWN.reminded) ? ALL : part;
  };

  /** @returns {Sorting} */
  const sorting = () => ({ column: COLUMNS.find((column) => column === kept.get("column", "")) ?? BY_NEED.column, down: kept.isOn("down", BY_NEED.down) });

  return {
    areMany,
    chosen,
    sorting,
    search: () => kept.get("filter", ""),
    show,
    isTimeline: () => kept.get("view", "list") === "timeline",

    /** Groups by need only while the need sorts them, too. @returns {Grouping} */
    grouping() {
      const grouping = areMany() ? kept.get("group", "need") : "need";
      if (grouping === "client" || grouping === "account") return grouping;
      return grouping === "need" && isByNeed(sorting()) ? "need" : "none";
    },

    /** @param {Sorting} sorting */
    sortBy({ column, down }) {
      kept.set("column", column);
      kept.set("down", down ? "on" : "off");
    },

    /** Whether the search or a filter hides connections. */
    isFiltered: () => kept.get("filter", "").trim() !== "" || FILTERS.some((filter) => chosen(filter) !== ALL),

    /** Those that every filter lets through. @param {ConnectionSummary[]} found */
    filtered(found) {
      const set = FILTERS.map((filter) => ({ fact: FACTS[filter], value: chosen(filter) })).filter(({ value }) => value !== ALL);
      const part = SHOWN[show()];
      return found.filter((connection) => part(connection) && set.every(({ fact, value }) => fact(connection)?.value === value));
    },

    clear() {
      for (const filter of FILTERS) kept.set(filter, ALL);
      kept.set("filter", "");
      kept.set("show", ALL);
    },
  };
}

/** @typedef {ReturnType<typeof choicesOf>} Choices */

/** So many are seen at a glance. */
const FEW = 5;
