// @ts-check
// Searching as people type: words in any order, without regard to accents and capital letters.
// Pure. Texts are folded once for each list, so that a key pressed costs one pass over it.

/**
 * A text as it is compared: "Süd" becomes "sud", "Møbler" becomes "mobler".
 * @param {string} text
 */
export function fold(text) {
  const small = text.toLowerCase();
  // Most texts are IDs and plain names, and of ten thousand each step counts.
  if (PLAIN.test(small)) return small;
  return small.normalize("NFKD").replace(MARKS, "").replace(LETTERS, (letter) => SPELT[letter] ?? letter);
}

/** The words of a query, folded. @param {string} query */
export const wordsOf = (query) => fold(query).split(/\s+/).filter(Boolean);

/** Whether a folded text holds all words, each anywhere. @param {string} folded @param {string[]} words */
export const holds = (folded, words) => words.every((word) => folded.includes(word));

/** An account ID in both its forms: people paste either. @param {string | null} accountId */
export const accountForms = (accountId) => (accountId === null ? [] : [accountId, accountId.replaceAll("_", "-")]);

/**
 * A list that is searched more than once. Texts are folded at the first search: a list that nobody
 * searches costs nothing.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => (string | null | undefined)[]} textsOf
 * @returns {(query: string) => T[]} those that match, in the order of the list
 */
export function searchable(items, textsOf) {
  /** @type {string[] | undefined} */
  let folded;
  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) return [...items];
    const texts = (folded ??= items.map((item) => foldAll(textsOf(item))));
    return items.filter((_, index) => holds(texts[index] ?? "", words));
  };
}

/** Several texts as one; no word reaches from one into the next. @param {(string | null | undefined)[]} texts */
export const foldAll = (texts) => fold(texts.filter(Boolean).join("\n"));

const PLAIN = /^[\u0000-\u007f]*$/;
const MARKS = /\p{M}/gu;
/** Letters that Unicode does not take apart, as people without them on their keyboard type them. @type {Record<string, string>} */
const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };
const LETTERS = /[ßæœøłđðþħı]/g;
