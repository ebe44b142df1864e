// Every text in the sources of ui/strings, read from their syntax trees: what a user may read, without the code around it.
// By itself: node tests/ui/support/texts.js [file…] prints how many words each file has.

import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { tools } from "./tools.js";

const ts = tools("typescript");
const folder = fileURLToPath(new URL("../../../ui/strings/", import.meta.url));

/** @typedef {{ file: string, line: number, keys: string[], text: string }} Text `keys` lead to it, outermost first; a placeholder in it is "{}" */

/** The files with text in one language. */
export const files = () => readdirSync(`${folder}en`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => `en/${name.replaceAll("\\", "/")}`).sort();

/** @param {string} file below ui/strings @returns {Text[]} */
export function textsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(folder + file, "utf8"), ts.ScriptTarget.Latest, true);
  /** @type {Text[]} */
  const found = [];
  /** @param {import("typescript").Node} node @param {string} written */
  const add = (node, written) => {
    const text = written.replace(/<[^>]*>/gu, "");
    if (/\p{L}/u.test(text.replaceAll("{}", ""))) found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, keys: keysOf(node), text });
  };
  /** @param {import("typescript").Node} node */
  function visit(node) {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) && isShown(node)) add(node, node.text);
    if (ts.isTemplateExpression(node)) add(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("{}"));
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

/**
 * The source of a file with its texts edited. A text with placeholders is edited part by part.
 * @param {string} file below ui/strings @param {(written: string) => string} edit as it is written in the source
 */
export function editTexts(file, edit) {
  const text = readFileSync(folder + file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let edited = "";
  let at = 0;
  /** @param {import("typescript").Node} node @param {number} closing characters after the text: a quotation mark, or `${` */
  const replace = (node, closing) => {
    const [from, to] = [node.getStart() + 1, node.getEnd() - closing];
    edited += text.slice(at, from) + edit(text.slice(from, to));
    at = to;
  };
  /** @param {import("typescript").Node} node */
  function visit(node) {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) && isShown(node) && /\s|^\p{Lu}\p{Ll}/u.test(node.text)) replace(node, 1);
    if (node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle) replace(node, 2);
    if (node.kind === ts.SyntaxKind.TemplateTail) replace(node, 1);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return edited + text.slice(at);
}

/** Properties whose values are codes, not texts. */
const CODES = ["act", "step", "screen", "kind", "tone", "sign"];

/** Methods whose arguments are looked for in a text. */
const COMPARING = ["startsWith", "endsWith", "includes", "split", "replace", "replaceAll", "match", "join"];

/** Not a key, nor a value that is compared, looked up or matched. @param {import("typescript").Node} node */
function isShown(node) {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && (parent.name === node || CODES.includes(parent.name.getText()))) return false;
  if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return false;
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && COMPARING.includes(parent.expression.name.text)) return false;
  if (ts.isBinaryExpression(parent) && [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(parent.operatorToken.kind)) return false;
  return true;
}

/** @param {import("typescript").Node} node */
function keysOf(node) {
  const keys = [];
  for (let at = node; at; at = at.parent) {
    if ((ts.isPropertyAssignment(at) || ts.isMethodDeclaration(at) || ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at)) && at.name) keys.unshift(at.name.getText().replace(/^["']|["']$/gu, ""));
    if (ts.isCaseClause(at)) keys.unshift(at.expression.getText().replaceAll('"', ""));
  }
  return keys;
}

/** @param {string} text */
export const wordsIn = (text) => text.replace(/<[^>]*>/gu, " ").match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).map((name) => relative(folder, name));
  let all = 0;
  for (const file of asked.length > 0 ? asked : files()) {
    const words = textsOf(file).reduce((sum, { text }) => sum + wordsIn(text), 0);
    all += words;
    console.log(String(words).padStart(6), file);
  }
  console.log(String(all).padStart(6), "in all");
}
