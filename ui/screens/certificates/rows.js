// @ts-check
// Which rows of NetSuite's list are shown, and in which order. Pure: what can be long is worked out
// once for each list, so that a key pressed in the search of ten thousand rows costs one pass.

import { foldAll, holds, wordsOf } from "../../lib/text-search.js";
import { strings } from "../../strings/en/all.js";

/** @import { CertificateRow, KeyHolder, ListedState } from "../../types/ipc.d.ts" */

/** @typedef {"id" | "state" | "entity" | "role" | "created" | "from" | "until"} Column */
/** @typedef {{ search: string, state: ListedState | "all", holder: KeyHolder | "all" }} Filter */

export class Rows {
  /** @type {{ column: Column, down: boolean }} */
  #sorting = { column: "state", down: false };
  /** @type {Entry[]} */
  #entries;

  /** @param {CertificateRow[]} rows as NetSuite lists them */
  constructor(rows) {
    this.all = rows;
    this.#entries = rows.map(entry);
    this.#order();
  }

  get sorting() {
    return this.#sorting;
  }

  /** By another column, or the same the other way round. @param {Column} column */
  sortBy(column) {
    this.#sorting = { column, down: this.#sorting.column === column && !this.#sorting.down };
    this.#order();
  }

  /** @param {{ column: Column, down: boolean }} sorting */
  sortAs(sorting) {
    this.#sorting = sorting;
    this.#order();
  }

  /** @param {Filter} filter @returns {CertificateRow[]} in the order of the sorting */
  matching({ search, state, holder }) {
    const words = wordsOf(search);
    const found = [];
    for (const { row, text } of this.#entries) {
      if (state !== "all" && row.state !== state) continue;
      if (holder !== "all" && row.holder !== holder) continue;
      if (holds(text, words)) found.push(row);
    }
    return found;
  }

  /** @param {"state" | "holder"} of @returns {Map<string, number>} */
  counts(of) {
    const counts = new Map();
    for (const row of this.all) counts.set(row[of], (counts.get(row[of]) ?? 0) + 1);
    return counts;
  }

  #order() {
    const { column, down } = this.#sorting;
    const sign = down ? -1 : 1;
    // Equal ones stay as NetSuite lists them, whichever way they are sorted.
    this.#entries.sort((one, other) => {
      const [a, b] = [one.keys[column], other.keys[column]];
      return (a < b ? -sign : a > b ? sign : 0) || one.place - other.place;
    });
  }
}

/** @typedef {{ row: CertificateRow, place: number, text: string, keys: Record<Column, string | number> }} Entry */

/** @param {CertificateRow} row @param {number} place @returns {Entry} */
function entry(row, place) {
  const until = row.validUntil ?? LATE;
  return {
    row,
    place,
    text: foldAll([row.certificateId, row.entityName, row.entityId, row.roleName, row.roleId, row.connectionName, row.vendor, row.algorithm, strings.certificates.states[row.state]]),
    keys: {
      id: row.certificateId,
      state: `${STATES.indexOf(row.state)} ${until}`,
      entity: (row.entityName ?? row.entityId ?? "").toLowerCase(),
      role: (row.roleName ?? row.roleId ?? "").toLowerCase(),
      created: row.created ?? LATE,
      from: row.validFrom ?? row.created ?? LATE,
      until,
    },
  };
}

/** What works first, and of that what ends first. @type {ListedState[]} */
const STATES = ["active", "expired", "revoked"];
/** Where NetSuite names no date: after all that it names. */
const LATE = "9999-12-31";
