// A language that nobody speaks: every text of ui/strings/en with accents on its vowels and a third longer, as a
// translation may be. What stays English on a page is not in ui/strings; what no longer fits would not fit in German.

import { editTexts } from "./texts.js";

/** How much longer a text gets. */
const LONGER = 1.35;
const ACCENTS = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", Y: "Ý" };

/** The source of a file below ui/strings with longer texts. @param {string} file */
export const withLongerTexts = (file) => editTexts(file, longer);

/** Doubles vowels, as many as it takes; what isn't text stays: markup, entities, escapes, codes and placeholders of plurals. @param {string} text */
export function longer(text) {
  const parts = text.split(/(<[^>]*>?|^[^<]*>|&#?\w+;|\\u\{?\w+\}?|\\.|\{\w+\})/u);
  const words = parts.filter((_, index) => index % 2 === 0).join("");
  let missing = Math.ceil(words.length * (LONGER - 1));
  const accented = parts.map((part, index) =>
    index % 2 === 1
      ? part
      : part.replace(/[aeiouy]/giu, (vowel) => {
          const accent = ACCENTS[/** @type {keyof typeof ACCENTS} */ (vowel)];
          if (missing <= 0) return accent;
          missing -= 1;
          return accent + accent.toLowerCase();
        }),
  );
  return accented.join("");
}
