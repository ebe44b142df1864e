// How the window speaks: what must not be in any of its texts, how long one may be, and that plurals are whole sentences.

import assert from "node:assert/strict";
import { test } from "node:test";
import { files, textsOf } from "../support/texts.js";

const texts = files().flatMap(textsOf);

/** What is not said, and what is said instead. @type {[RegExp, string][]} */
const NOT_SAID = [
  [/\b(?:runs|run|ran) out\b|\bits time is over\b|\bhas ended\b/i, "expires, expired"],
  [/\banew\b|\bmade again\b|\bfresh pair\b/i, "create a new key pair; re-create"],
  [/\bwhat is true\b/i, "Status, Progress"],
  [/\b(?:next )?acts?\b(?! as\b)/i, "actions, next step"],
  [/\bneeds? you\b|\bwaits? for you(?:\b| )(?! to)/i, "needs attention; waiting for you to …"],
  [/^In order\b/, "Working"],
  [/\bbeing set up\b/i, "Setup incomplete"],
  [/\b(?:bring|brings|brought) (?:a|an|your|the|this|that|its|in)\b|\bbring .*\bkey\b/i, "import"],
  [/\bkey is out\b/i, "Leaked key; report a leaked key"],
  [/\bname in (?:the certificate|it)\b/i, "Subject (common name)"],
  [/\bwhere it will be used\b/i, "Target system"],
  [/\bprove[sdn]?\b|\bproving\b/i, "test the connection; request a token; tested"],
  [/\bhand(?:s|ed|ing)? (?:it |them |this )?over\b/i, "configure the target system"],
  [/\btwo primes\b|\bkey is found\b/i, "Generating a 4096-bit RSA key; key generated"],
  [/\bbeg[aiu]n(?:s|ning)?\b/i, "start"],
  [/\bread again\b|\bread (?:the|its) list again\b|\bnot read yet\b/i, "refresh; not checked yet"],
  [/\btelephone\b/i, "by phone"],
  [/\bblanks?\b/i, "a space, spaces"],
  [/\b(?:under|protected by|locked by|behind) a passphrase\b|\bin clear\b|\bin the clear\b/i, "encrypted, unencrypted"],
  [/\b(?:is|are) no\b|\bholds? (?:no|neither)\b/i, "isn’t a …; doesn’t contain …"],
  [/\bsheet for the client\b|\bclient’s sheet\b/i, "client handout"],
  [/\bway back\b/i, "how to fix it"],
  [/\blook(?:s|ed|ing)? whether\b/i, "check whether"],
  [/\bNetSuite (?:does not |doesn’t )?takes? (?!about|up|longer|at|a (?:minute|while|moment|few|day|while)|minutes|hours|days)/i, "accepts"],
  [/\b(?:goes|go|going|went) on\b/i, "continues, continue"],
  [/\bst(?:ands?|ood)\b/i, "is; paused"],
  [/\bmade elsewhere\b|\bnot ours\b/i, "Created outside Certdesk"],
  [/\bseveral rotations\b|\brotate several\b/i, "Rotate multiple certificates"],
  [/\bon the table\b|\bclear the table\b/i, "open here; remove all files"],
  [/\binto being\b|\bmeant is\b|\bnobody but you\b|\bruns no clock\b|\bcan be asked for\b/i, "say it plainly"],
  [/\b(?:is|are|was|were|been|be) (?:told|said)\b/i, "active voice: Certdesk says, shows, tells you"],
  [/\bno (?:longer|more)\b(?= (?:works|fits|knows|takes))|\bdoes not fit\b|\bdoesn’t fit\b/i, "doesn’t match; wrong passphrase"],
  [/\blicen[c]e|recognis|organis|\bcolour|behaviour|\bhonour|cancelled|cancelling|\bwhilst\b|\bcentre\b|\bcatalogue\b|analys(?:e|ing)|authoris|initialis|normalis|summaris/i, "American English"],
  [/['"](?=\w)|(?<=\w)['"]/, "typographic quotation marks and apostrophes"],
  [/!(?:\s|$)|\b(?:sorry|please|oops|simply|just|easily)\b/i, "no exclamations, no apologies, no praise"],
];

/** Literal words of others: NetSuite's, a standard's, another product's. */
const LITERAL = /Proof Key for Code Exchange|Certificate "custcertificate_oa_realtime" not found|\bBEGIN\b/g;

for (const [pattern, instead] of NOT_SAID) {
  test(`no text says ${pattern.source}: ${instead}`, () => {
    none(texts.filter(({ text }) => pattern.test(text.replace(LITERAL, ""))));
  });
}

test("no text outside help and details is longer than 240 characters", () => {
  const long = texts.filter(({ file, keys, text }) => !file.startsWith("en/help") && !keys.some((key) => /details?$/iu.test(key)) && text.length > 240);
  none(long);
});

test("a plural is a whole sentence, chosen by its language", () => {
  const glued = texts.filter(({ text }) => /^(?:is|are|was|were|has|have|it|them|s|y|ies|needs?|waits?|works?|matches|match)$/u.test(text));
  none(glued);
});

/** @param {import("../support/texts.js").Text[]} found */
function none(found) {
  assert.ok(found.length === 0, `\n${found.map(({ file, line, text }) => `${file}:${line} ${text}`).join("\n")}`);
}
