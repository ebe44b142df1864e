// Searching: words in any order, without accents and capital letters, and instant in long lists.

import assert from "node:assert/strict";
import { test } from "node:test";
import { accountForms, fold, searchable, wordsOf } from "../../../ui/lib/text-search.js";

const CLIENTS = [
  { name: "Süd Handels GmbH", account: "5530921_SB1", target: "Boomi" },
  { name: "Sudbury Mining", account: "4400871", target: "Alumio" },
  { name: "Crédit Zürich & Söhne", account: "7719340_SB1", target: "Workato" },
];
const find = searchable(CLIENTS, ({ name, account, target }) => [name, ...accountForms(account), target]);
/** @param {string} query */
const names = (query) => find(query).map(({ name }) => name);

test("a word is found without its accents, and with them", () => {
  assert.deepEqual(names("sud"), ["Süd Handels GmbH", "Sudbury Mining"]);
  assert.deepEqual(names("SÜD"), ["Süd Handels GmbH", "Sudbury Mining"]);
  assert.deepEqual(names("sohne zurich"), ["Crédit Zürich & Söhne"]);
});

test("words are found in any order and in different fields", () => {
  assert.deepEqual(names("sb1 boomi"), ["Süd Handels GmbH"]);
  assert.deepEqual(names("boomi sb1"), ["Süd Handels GmbH"]);
  assert.deepEqual(names("sb1"), ["Süd Handels GmbH", "Crédit Zürich & Söhne"]);
});

test("every word must be found", () => assert.deepEqual(names("boomi alumio"), []));

test("an account is found in the form of web addresses, too", () => assert.deepEqual(names("5530921-sb1"), ["Süd Handels GmbH"]));

test("no word reaches from one field into the next", () => assert.deepEqual(names("gmbh5530921"), []));

test("letters that have no accent to take off are found as they are typed without them", () => {
  for (const [text, typed] of [["Møbler", "mobler"], ["Straße", "strasse"], ["Łódź", "lodz"], ["Œuvre", "oeuvre"], ["İstanbul", "istanbul"], ["ﬁn", "fin"]]) assert.equal(fold(text), typed);
});

test("a letter and its accent apart are the letter with it", () => assert.equal(fold("Su\u0308d"), fold("Süd")));

test("a search for nothing finds all, in their order", () => {
  assert.deepEqual(names("  "), CLIENTS.map(({ name }) => name));
  assert.deepEqual(wordsOf("  "), []);
});
