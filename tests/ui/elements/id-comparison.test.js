import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, differenceInWords, differences } from "../../../ui/elements/id-comparison.js";

const EXPECTED = "q7Vd2mXKc0TzRw9uYb4LhN1sEoGf6jPaQxI3kMvZt8U";

/** @param {Record<number, string>} changes by position, from 0 */
const misread = (changes) => [...EXPECTED].map((character, index) => changes[index] ?? character).join("");

test("a digit read as a letter is named with its position", () => {
  assert.equal(differenceInWords(EXPECTED, misread({ 22: "l" })), "Character 23 of 43 is wrong: it should be the digit 1, not the lowercase letter l.");
});

test("uppercase letters, hyphens and underscores are named as what they are", () => {
  assert.match(differenceInWords("aI", "a-"), /the uppercase letter I, not a hyphen/);
  assert.match(differenceInWords("a_", "ao"), /an underscore, not the lowercase letter o/);
});

test("a few differences are listed by position", () => {
  assert.equal(differenceInWords(EXPECTED, misread({ 0: "p", 6: "x", 42: "u" })), "3 of 43 characters are wrong: 1, 7, and 43.");
});

test("many differences mean another certificate", () => {
  assert.match(differenceInWords(EXPECTED, [...EXPECTED].reverse().join("")), /the ID of another certificate/);
});

test("a missing character is told by the length, not by what follows it", () => {
  assert.equal(differenceInWords(EXPECTED, EXPECTED.slice(1)), "This Certificate ID has 43 characters; you entered 42.");
});

test("differences are found where they are", () => {
  assert.deepEqual(differences(EXPECTED, EXPECTED), []);
  assert.deepEqual(differences("abc", "abX"), [2]);
  assert.deepEqual(differences("abc", "ab"), [2]);
});

test("what differs is marked on both sides and nothing else is", () => {
  const marks = [...compare(EXPECTED, misread({ 22: "l" })).text.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map((found) => found[1]);
  assert.deepEqual(marks, ["1", "l"]);
});

test("what was entered is shown as text, whatever it is", () => {
  assert.doesNotMatch(compare(EXPECTED, "<script>x</script>").text, /<script/);
});
