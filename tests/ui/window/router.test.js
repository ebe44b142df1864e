import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOf, parseRoute, STEPS } from "../../../ui/window/router.js";

const routes = [
  { screen: "connections" },
  { screen: "new", practice: false },
  { screen: "new", practice: true },
  { screen: "bring" },
  { screen: "connection", id: "7c1e-90" },
  { screen: "setup", id: "7c1e-90", step: null },
  { screen: "rotate", id: "7c1e-90", reason: null, order: null },
  { screen: "rotate", id: "7c1e-90", reason: "leak", order: "revoke-first" },
  { screen: "rotate", id: "7c1e-90", reason: "sandbox-refreshed", order: null },
  { screen: "rotations" },
  { screen: "refreshed", id: "7c1e-90" },
  { screen: "leak", id: "7c1e-90", credentialId: "c1" },
  { screen: "end", id: "7c1e-90" },
  { screen: "certificates", id: "7c1e-90", revoke: null },
  { screen: "certificates", id: "7c1e-90", revoke: "-_x" },
  { screen: "certificate-upload", id: "7c1e-90" },
  { screen: "sign-in", id: "7c1e-90" },
  { screen: "help" },
  { screen: "about" },
  { screen: "api-secrets" },
  { screen: "bank", id: "7c1e-90" },
  { screen: "pro-records" },
  { screen: "pro-record", account: "4718203_SB1", step: null },
  { screen: "pro-record", account: "4718203", step: "restore" },
  { screen: "tba-plans" },
  { screen: "tba-plan", account: "4718203_SB1" },
  { screen: "tba-entry", account: "4718203", entry: "0123abcd" },
  ...STEPS.map((step) => ({ screen: "setup", id: "7c1e-90", step })),
];

for (const route of routes) {
  test(`the address of ${JSON.stringify(route)} leads back to it`, () => {
    assert.deepEqual(parseRoute(hashOf(route)), route);
  });
}

test("an ID with a slash, a blank or a percent sign survives", () => {
  for (const id of ["a/b", "a b", "100%", "ä"]) assert.deepEqual(parseRoute(hashOf({ screen: "connection", id })), { screen: "connection", id });
});

test("whatever is no address of ours leads to the board", () => {
  for (const hash of ["", "#", "#main", "#/", "#/nowhere", "#/connection", "#/connection//setup", "#/connection/x/y", "#/%E0%A4%A"]) {
    assert.deepEqual(parseRoute(hash), { screen: "connections" }, hash);
  }
});

test("an unknown step opens the walk where it stands", () => {
  assert.deepEqual(parseRoute("#/connection/x/setup/nowhere"), { screen: "setup", id: "x", step: null });
});
