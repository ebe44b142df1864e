// What the sources of the window may not contain.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ui = fileURLToPath(new URL("../../ui/", import.meta.url));
const files = readdirSync(ui, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
const sources = files.filter((name) => name.endsWith(".js")).map((name) => ({ name, text: readFileSync(ui + name, "utf8") }));
const texts = files.filter((name) => /\.(js|html|css|svg)$/.test(name)).map((name) => ({ name, text: readFileSync(ui + name, "utf8") }));

test("every module is type-checked", () => {
  for (const { name, text } of sources) assert.ok(text.startsWith("// @ts-check\n"), name);
});

test("the page asks at once for everything the first screen needs, and for nothing else", () => {
  const asked = (/** @type {RegExp} */ kind) => [...readFileSync(`${ui}index.html`, "utf8").matchAll(kind)].map((found) => found[1]);
  assert.deepEqual(asked(/rel="modulepreload" href="([^"]+)"/g), [...importedBy("main.js")].sort());
  assert.deepEqual(asked(/rel="preload" as="style" href="styles\/([^"]+)"/g), imports("styles/first-screen.css"));
});

test("every style sheet is imported once", () => {
  const sheets = files.filter((name) => name.endsWith(".css")).map((name) => name.slice("styles/".length));
  const imported = [...imports("styles/first-screen.css"), ...imports("styles/other-screens.css")];
  assert.deepEqual([...imported, "first-screen.css", "other-screens.css"].sort(), sheets.sort());
});

test("markup is written in one place only", () => {
  for (const { name, text } of sources) {
    if (name !== "lib/html.js") assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, name);
  }
});

test("the backend is reached from one place only", () => {
  for (const { name, text } of sources) if (name !== "lib/backend.js") assert.doesNotMatch(text, /__TAURI__|\.invoke\(/, name);
});

test("nothing is inline that the content security policy forbids", () => {
  for (const { name, text } of texts) assert.doesNotMatch(text, /\sstyle="|\son[a-z]+="|javascript:/, name);
  assert.doesNotMatch(readFileSync(`${ui}index.html`, "utf8"), /<script(?![^>]*\bsrc=)/, "scripts are files");
});

test("nothing is fetched from elsewhere", () => {
  for (const { name, text } of texts) assert.doesNotMatch(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""), /(?:src|href|url\()\s*=?\s*["'(]?https?:/, name);
});

test("every icon that is used is drawn", () => {
  const drawn = new Set([...readFileSync(`${ui}icons.svg`, "utf8").matchAll(/symbol id="([\w-]+)"/g)].map((found) => found[1]));
  for (const { name, text } of sources) {
    for (const [, used] of text.matchAll(/\bicon\("([\w-]+)"|sign: "([\w-]+)"/g)) if (used) assert.ok(drawn.has(used), `${used} in ${name}`);
  }
});

test("every import leads to a file", () => {
  for (const { name, text } of sources) {
    for (const [, path] of text.matchAll(/from "(\.[^"]+)"/g)) {
      const target = new URL(path ?? "", `file:///${name}`).pathname.slice(1);
      assert.ok(files.includes(target), `${path} in ${name}`);
    }
  }
});

/** What a module imports, and what that imports. What is imported when it is needed does not count. */
function importedBy(/** @type {string} */ name, found = new Set()) {
  for (const [, path] of readFileSync(ui + name, "utf8").matchAll(/^import [^;]*from "(\.[^"]+)"/gm)) {
    const target = new URL(path ?? "", `file:///${name}`).pathname.slice(1);
    if (!found.has(target)) importedBy(target, found.add(target));
  }
  return found;
}

/** The files that a style sheet imports, in their order. */
const imports = (/** @type {string} */ name) => [...readFileSync(ui + name, "utf8").matchAll(/^@import url\("([^"]+)"\)/gm)].map((found) => found[1]);
