// @ts-check
// What Help and About ask for: the places of this computer, version, check, licenses.

import { LINKS } from "./certificates.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/** @typedef {{ commit: string | null, links: ipc.LinksView, lines: Partial<Record<ipc.CheckName, Pick<ipc.CheckLine, "state" | "detail" | "remedy">>> }} AboutHeld */

/** @param {Partial<AboutHeld>} [part] @returns {AboutHeld} */
export const aboutHeld = (part = {}) => ({ commit: "235b7eb12c4d", links: LINKS.installed, lines: {}, ...part });

/** @type {Pick<ipc.CheckLine, "check" | "name" | "detail">[]} */
const HEALTHY = [
  { check: "version", name: "Version", detail: "Certdesk 0.1.0, commit 235b7eb12c4d" },
  { check: "system", name: "System", detail: "Debian GNU/Linux 12 (bookworm), x86_64" },
  { check: "data-folder", name: "Data folder", detail: "~/.local/share/app.certdesk, writable, 75 GB free" },
  { check: "documents", name: "Documents", detail: "A test document was written, locked, read, and removed." },
  { check: "keychain", name: "Keychain", detail: "System keychain: a test entry the size of an RSA-4096 key was stored, read, and deleted." },
  { check: "web-view", name: "Web view", detail: "WebKitGTK 2.48.5" },
  { check: "trust-store", name: "Trust store", detail: "142 root certificates from /etc/ssl/certs/ca-certificates.crt and /etc/ssl/certs" },
  { check: "proxy", name: "Proxy", detail: "None: Certdesk connects to NetSuite directly." },
  { check: "links", name: "certdesk:// links", detail: "Opened by this Certdesk." },
];
/** @type {Pick<ipc.CheckLine, "check" | "name" | "detail">} */
const CLOCK = { check: "clock", name: "Clock", detail: "This computer’s clock is 2 seconds fast." };

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction.`;
const LONG = Array.from({ length: 60 }, (_, line) => `${line + 1}. Redistributions must keep this notice.`).join("\n");

/** @returns {ipc.LicenseList} */
const licenses = () => ({
  packages: [
    { name: "certdesk", version: "0.1.0", license: "MIT OR Apache-2.0", authors: [], texts: [0] },
    { name: "Rust standard library", version: "1.95.0", license: "MIT OR Apache-2.0", authors: ["The Rust Project Developers"], texts: [0, 1] },
    { name: "aws-lc-rs", version: "1.19.0", license: "ISC AND (Apache-2.0 OR ISC)", authors: ["AWS-LibCrypto"], texts: [1] },
    { name: "cssparser", version: "0.29.6", license: "MPL-2.0", authors: ["Simon Sapin"], texts: [1] },
    { name: "tauri", version: "2.12.5", license: "Apache-2.0 OR MIT", authors: ["Tauri Programme within The Commons Conservancy"], texts: [0, 1] },
    { name: "unnamed", version: "0.3.1", license: null, authors: [], texts: [] },
  ],
  texts: [MIT, LONG],
});

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const HELP_COMMANDS = {
  app_places: () => PLACES.map(([kind, path]) => ({ kind, path: `/home/mira/.local/share/app.certdesk${path}`, exists: kind !== "key-files" })),
  place_open: () => null,
  about_read: (backend) => ({ version: "0.1.0", commit: backend.scene.about.commit, system: "Debian GNU/Linux 12 (bookworm)", architecture: "x86_64", links: backend.scene.about.links }),
  check_run: (backend, { online }) => check(backend.scene.about, online),
  license_list: licenses,
};

/** @param {AboutHeld} held @param {boolean} online @returns {ipc.CheckView} */
function check(held, online) {
  const lines = [...HEALTHY, ...(online ? [CLOCK] : [])].map((line) => ({ ...line, .../** @type {const} */ ({ state: "ok", remedy: null }), ...held.lines[line.check] }));
  const state = /** @type {ipc.CheckState[]} */ (["failed", "warning", "ok"]).find((one) => lines.some((line) => line.state === one)) ?? "ok";
  const summary = state === "ok" ? "No problems found." : "1 check failed, 1 warning.";
  return {
    report: { schemaVersion: 1, version: "0.1.0", commit: held.commit, checkedAt: "2026-11-20T09:50:00Z", online, state, lines },
    summary,
    text: `${lines.map((line) => `${line.state}  ${line.name}  ${line.detail}${line.remedy ? ` ${line.remedy}` : ""}\n`).join("")}\n${summary}\n`,
  };
}

/** @type {[ipc.PlaceKind, string][]} */
const PLACES = [["data", ""], ["connections", "/connections"], ["pro-records", "/suiteprojects-pro"], ["banks", "/api-secrets"], ["tba-plans", "/tba-plans"], ["removed", "/removed"], ["key-files", "/keys"], ["practice", "/practice-account.json"], ["web-view", ""]];
