// @ts-check
// Which crate may use which, and which releases are in the lock file.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Pre-releases that a manifest of ours asks for: any release of the series will do, so a stable one replaces it. */
const ASKED = ["ssh-key"];

/** What each crate may use of ours, tests excepted. ARCHITECTURE.md says why. @type {Record<string, string[]>} */
const MAY_USE = {
  "local-files": [],
  "netsuite-keys": [],
  "netsuite-client": ["netsuite-keys"],
  "certdesk-core": ["local-files", "netsuite-client", "netsuite-keys"],
  "netsuite-practice": ["local-files"],
};

/**
 * Pre-releases that the lock file may have, and why. Once a stable release takes its place, the line here goes: the test
 * fails as soon as the lock file has it.
 * @type {Record<string, string>}
 */
const PRE_RELEASES = {
  cms: "p12-keystore needs the series 0.3, which has no stable release",
  pkcs12: "p12-keystore needs the series 0.2, which has no stable release",
  "ssh-key": "the stable 0.6 brings a second RSA and a second elliptic curve stack along; 0.7 has no stable release",
};

test("every crate uses what it may use, and nothing else of ours", () => {
  const folders = readdirSync(join(root, "src-tauri/crates"));
  assert.deepEqual(folders.sort(), Object.keys(MAY_USE).sort(), "a crate without a rule, or a rule without a crate");
  for (const crate of folders) {
    const used = dependencies(manifest(`src-tauri/crates/${crate}`)).filter(({ name }) => folders.includes(name));
    const forbidden = used.filter(({ name, section }) => !section.endsWith("dev-dependencies") && !MAY_USE[crate].includes(name));
    assert.deepEqual(forbidden, [], crate);
  }
});

test("the practice account shares no code with the client that it judges, not even in tests", () => {
  const used = dependencies(manifest("src-tauri/crates/netsuite-practice")).map(({ name }) => name);
  assert.deepEqual(used.filter((name) => ["certdesk-core", "netsuite-client", "netsuite-keys"].includes(name)), []);
});

test("the pre-releases in the lock file are the known ones", () => {
  const found = locked().filter(({ version }) => version.includes("-")).map(({ name }) => name);
  assert.deepEqual([...new Set(found)].sort(), Object.keys(PRE_RELEASES).sort(), "use the stable release, or say here why there is none");
});

test("no manifest asks for a pre-release or pins a release", () => {
  const folders = [".", "src-tauri", ...readdirSync(join(root, "src-tauri/crates")).map((crate) => `src-tauri/crates/${crate}`)];
  const pinned = folders.flatMap((folder) => dependencies(manifest(folder)).filter(({ name, version }) => /[=-]/u.test(version) && !(ASKED.includes(name) && PRE_RELEASES[name] && !version.includes("="))));
  assert.deepEqual(pinned, [], "a pin needs a reason beside it and a test that fails when it can go");
});

test("rsa is the stable 0.10 that replaced its release candidates, and the only one", () => {
  const found = locked().filter(({ name }) => name === "rsa");
  assert.deepEqual(found.map(({ version }) => version.replace(/\.\d+$/u, "")), ["0.10"]);
});

/** @param {string} folder @returns {string} */
const manifest = (folder) => readFileSync(join(root, folder, "Cargo.toml"), "utf8");

/** The crates in the lock file; a build's metadata is no pre-release. @returns {{ name: string, version: string }[]} */
function locked() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  return [...lock.matchAll(/^name = "(.+)"\nversion = "([^"+]+)/gmu)].map(([, name, version]) => ({ name, version }));
}

/** What a manifest depends on, in any of its sections. @param {string} text @returns {{ section: string, name: string, version: string }[]} */
function dependencies(text) {
  let section = "";
  const found = [];
  for (const line of text.split("\n")) {
    section = /^\[(.+)\]$/u.exec(line)?.[1] ?? section;
    const [, name, value] = /^([\w-]+)(?:\.workspace)? = (.+)$/u.exec(line) ?? [];
    if (!name || !section.endsWith("dependencies")) continue;
    const version = /^"([^"]+)"/u.exec(value)?.[1] ?? /\bversion = "([^"]+)"/u.exec(value)?.[1] ?? "";
    found.push({ section, name, version });
  }
  return found;
}
