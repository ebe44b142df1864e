// @ts-check
// The modules of a crate and which of them use which, read from the sources: enough of Rust's syntax to follow paths
// through `use` trees and re-exports, nothing more. No compiler is asked, so it runs in a second.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** @typedef {{ text: string, file: string, children: Set<string>, exports: Map<string, string[]> }} Module */

/**
 * Circles between modules that lie side by side. A module and what lies in it count as one, so a child may use what
 * its parent defines; two neighbours may not use each other, neither directly nor through others.
 * @param {string} src a crate's `src` folder
 * @returns {string[][]} the members of each circle
 */
export function circles(src) {
  return circlesOf(uses(src));
}

/** Which module uses which neighbour, by their paths. @param {string} src @returns {Map<string, Set<string>>} */
export function uses(src) {
  const modules = read(src);
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [name, module] of modules) {
    for (const path of pathsIn(module.text)) {
      const target = resolve(modules, name, path);
      const edge = target === null ? null : between(name, target);
      if (edge) found.set(edge[0], (found.get(edge[0]) ?? new Set()).add(edge[1]));
    }
  }
  return found;
}

/** @param {string} src @returns {Map<string, Module>} by path, the crate itself as "" */
function read(src) {
  /** @type {Map<string, Module>} */
  const modules = new Map();
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const parts = relative(src, file).split(sep);
    if (!entry.isFile() || !file.endsWith(".rs") || parts[0] === "bin" || parts.some((part) => /^tests(\.rs)?$/u.test(part))) continue;
    const last = /** @type {string} */ (parts.pop()).slice(0, -3);
    if (last === "main" && parts.length === 0) continue;
    const path = last === "mod" || (last === "lib" && parts.length === 0) ? parts : [...parts, last];
    modules.set(path.join("::"), { text: bare(readFileSync(file, "utf8")), file, children: new Set(), exports: new Map() });
  }
  for (const path of modules.keys()) if (path) modules.get(parentOf(path))?.children.add(path.split("::").at(-1) ?? "");
  for (const module of modules.values()) {
    for (const [, tree] of module.text.matchAll(/\bpub(?:\([a-z ]+\))?\s+use\s+([^;]+);/gu)) {
      for (const { path, name } of flat(tree)) if (name !== "*") module.exports.set(name, path);
    }
  }
  return modules;
}

/** The code alone: no comments, no texts, no unit tests. @param {string} text */
function bare(text) {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/r(#+)"[\s\S]*?"\1/gu, '""')
    .replace(/"(?:\\[\s\S]|[^"\\])*"/gu, '""')
    .replace(/\/\/.*/gu, "");
  const tests = /#\[cfg\(test\)\]\s*mod\s+\w+\s*\{/u.exec(code);
  if (!tests) return code;
  const end = closing(code, tests.index + tests[0].length - 1);
  return code.slice(0, tests.index) + code.slice(end + 1);
}

/** Where the brace at `open` is closed. @param {string} text @param {number} open */
function closing(text, open) {
  for (let at = open, depth = 0; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}" && (depth -= 1) === 0) return at;
  }
  return text.length;
}

/** Every path that begins in this crate, in `use` and elsewhere. @param {string} text @returns {string[][]} */
function pathsIn(text) {
  const paths = [];
  const used = /\buse\s+([^;]+);/gu;
  for (const [, tree] of text.matchAll(used)) paths.push(...flat(tree).map(({ path }) => path));
  for (const [path] of text.replace(used, "").matchAll(/\b(?:crate|super|self)(?:::\w+)+/gu)) paths.push(path.split("::"));
  return paths.filter(([first]) => ["crate", "super", "self"].includes(first));
}

/** A `use` tree as single paths with the name each is known by. @param {string} tree @returns {{ path: string[], name: string }[]} */
function flat(tree) {
  const text = tree.trim();
  const open = text.indexOf("{");
  if (open < 0) {
    const [path, name] = text.split(/\s+as\s+/u);
    const parts = path.split("::").map((part) => part.trim());
    return [{ path: parts, name: name ?? (parts.at(-1) === "self" ? (parts.at(-2) ?? "") : (parts.at(-1) ?? "")) }];
  }
  const before = text.slice(0, open).split("::").map((part) => part.trim()).filter(Boolean);
  return branches(text.slice(open + 1, closing(text, open))).flatMap((branch) =>
    flat(branch).map(({ path, name }) => ({ path: [...before, ...(path[0] === "self" ? path.slice(1) : path)], name: path[0] === "self" && path.length === 1 ? (before.at(-1) ?? "") : name })),
  );
}

/** What stands between the commas of one level. @param {string} text */
function branches(text) {
  const found = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((branch) => branch.trim()).filter(Boolean);
}

/** The module a path leads into, through re-exports. @param {Map<string, Module>} modules @param {string} from @param {string[]} path @returns {string | null} */
function resolve(modules, from, path, depth = 0) {
  if (depth > 8) return null;
  let at = from;
  let rest = path;
  if (rest[0] === "crate") [at, rest] = ["", rest.slice(1)];
  else if (rest[0] === "self") rest = rest.slice(1);
  while (rest[0] === "super") [at, rest] = [parentOf(at), rest.slice(1)];
  for (;;) {
    const module = modules.get(at);
    if (!module || rest.length === 0) return module ? at : null;
    const [name] = rest;
    if (module.children.has(name)) {
      [at, rest] = [at ? `${at}::${name}` : name, rest.slice(1)];
      continue;
    }
    const exported = module.exports.get(name);
    if (!exported || exported.join("::") === path.join("::")) return at;
    const own = ["crate", "super", "self"].includes(exported[0]);
    if (!own && !module.children.has(exported[0])) return at;
    return resolve(modules, at, own ? exported : ["self", ...exported], depth + 1);
  }
}

/** The two neighbours that a use connects; none if one lies in the other. @param {string} from @param {string} to @returns {[string, string] | null} */
function between(from, to) {
  const [a, b] = [from.split("::").filter(Boolean), to.split("::").filter(Boolean)];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  if (same === a.length || same === b.length) return null;
  return [a.slice(0, same + 1).join("::"), b.slice(0, same + 1).join("::")];
}

/** @param {string} path */
const parentOf = (path) => path.split("::").slice(0, -1).join("::");

/** Sets of modules that all reach each other. @param {Map<string, Set<string>>} edges @returns {string[][]} */
function circlesOf(edges) {
  /** @param {string} from */
  const reached = (from) => {
    const seen = new Set();
    const open = [...(edges.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(edges.get(next) ?? []));
    }
    return seen;
  };
  const reach = new Map([...edges.keys()].map((name) => [name, reached(name)]));
  const done = new Set();
  const found = [];
  for (const [name, all] of reach) {
    if (done.has(name) || !all.has(name)) continue;
    const members = [...all].filter((other) => reach.get(other)?.has(name));
    for (const member of members) done.add(member);
    found.push(members.sort());
  }
  return found;
}
