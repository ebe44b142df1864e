// @ts-check
// What the documents for developers name is there: every path in backticks and every link to a file.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const crates = readdirSync(join(root, "src-tauri/crates")).map((name) => `src-tauri/crates/${name}/README.md`);
const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "src-tauri/crates/certdesk-core/kits/README.md", "src-tauri/crates/certdesk-core/samples/README.md", ...crates];

for (const document of documents) {
  test(`every path that ${document} names exists`, () => {
    const text = readFileSync(join(root, document), "utf8").replace(/^```[\s\S]*?^```/gmu, "");
    // A path is written from the top of the tree, or from the document's own folder.
    const from = [root, join(root, dirname(document))];
    const missing = [...pathsInBackticks(text), ...linkedFiles(text)].filter((path) => !from.some((folder) => exists(folder, path)));
    assert.deepEqual(missing, []);
  });
}

test("a path that does not exist is found, and a pattern needs one match", () => {
  assert.deepEqual(pathsInBackticks("`ui/main.js`, `cargo test -p x --test tests/none.rs`, `make lint`, `POST /practice`, `a::b`, `~/a b/x`, `ui/lib`"), ["ui/main.js", "tests/none.rs", "ui/lib"]);
  assert.deepEqual(linkedFiles("[a](ui/main.js#top) [b](https://docs.rs/x) [c](#here)"), ["ui/main.js"]);
  assert.ok(exists(root, "ui/main.js") && exists(root, "ui/strings/<language>.js") && exists(root, "ui/*/") && !exists(root, "ui/main.js/"));
  assert.ok(!exists(root, "ui/none.js") && !exists(root, "ui/<feature>/none.js") && !exists(root, "ui/*.rs"));
});

/** Words of code that are a path: with a slash, or a file at the top. What begins in a home folder is not in the tree. @param {string} text @returns {string[]} */
function pathsInBackticks(text) {
  const words = [...text.matchAll(/`([^`]+)`/gu)].flatMap(([, code]) => (/^[~%]/u.test(code) ? [] : code.split(/\s+/u)));
  return words.filter((word) => /^[\w.-][\w.<>*-]*(\/[\w.<>*-]*)+$/u.test(word) || /^[A-Z]\w+\.(md|toml|lock)$/u.test(word));
}

/** Where links lead, if not to an address. @param {string} text @returns {string[]} */
const linkedFiles = (text) => [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].map(([, target]) => target).filter((target) => !/^[a-z]+:/u.test(target));

/** Whether a path exists; `*` and `<name>` stand for any part of one name. @param {string} folder @param {string} path @returns {boolean} */
function exists(folder, path) {
  const [first, ...rest] = path.split("/");
  // The path ends in a slash: a folder.
  if (first === "" && rest.length === 0) return statSync(folder).isDirectory();
  const names = /[<*]/u.test(first) ? matching(folder, first) : [first];
  return names.some((name) => {
    const found = join(folder, name);
    return existsSync(found) && (rest.length === 0 || (statSync(found).isDirectory() && exists(found, rest.join("/"))));
  });
}

/** @param {string} folder @param {string} pattern */
function matching(folder, pattern) {
  const literal = pattern.split(/\*|<[^>]*>/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const whole = new RegExp(`^${literal.join(".+")}$`, "u");
  return readdirSync(folder).filter((name) => whole.test(name));
}
