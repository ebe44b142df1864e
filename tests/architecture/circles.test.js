// @ts-check
// No two modules of a crate may use each other, neither directly nor through others.

import { equal, deepEqual } from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { circles } from "./modules.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const crates = join(root, "src-tauri/crates");
const sources = [
  { name: "certdesk", src: join(root, "src-tauri/src") },
  ...readdirSync(crates).map((name) => ({ name, src: join(crates, name, "src") })),
].filter(({ src }) => existsSync(src));

test("the workspace has the shell and at least one crate below it", () => {
  equal(sources.length > 1, true);
});

for (const { name, src } of sources) {
  test(`the modules of ${name} have no circles`, () => {
    deepEqual(circles(src), []);
  });
}

const folder = mkdtempSync(join(tmpdir(), "circles-"));
after(() => rmSync(folder, { recursive: true }));

test("a circle is found through a use tree and through a re-export", () => {
  const files = {
    "lib.rs": "mod accounts;\nmod keys;\nmod tokens;\nmod days;\n",
    // Uses `keys` inside a tree, beside a module that uses nothing.
    "accounts.rs": "use crate::{days::Day, keys::{self, Key}};\npub struct Account;\n",
    // Hands on what lies in a child, which is how `tokens` uses `keys`.
    "keys.rs": "mod parse;\npub use parse::Key;\n",
    "keys/parse.rs": "use crate::tokens::Token;\npub struct Key;\n",
    "tokens.rs": "pub use crate::accounts::Account;\npub struct Token;\n",
    "days.rs": "// use crate::accounts::Account;\npub struct Day;\n",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  deepEqual(circles(folder), [["accounts", "keys", "tokens"]]);

  // `days` seems to use `keys` alone; the re-export leads on to `accounts`.
  writeFileSync(join(folder, "accounts.rs"), "use crate::days::Day;\npub struct Account;\n");
  writeFileSync(join(folder, "keys/parse.rs"), "pub struct Key;\n");
  writeFileSync(join(folder, "keys.rs"), "mod parse;\npub use crate::accounts::Account;\npub use parse::Key;\n");
  writeFileSync(join(folder, "days.rs"), "use crate::keys::Account;\npub struct Day;\n");
  deepEqual(circles(folder), [["accounts", "days"]]);
});
