import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOf, parseRoute, STEPS } from "../../ui/lib/router.js";

const routes = [
  { screen: "connections" },
  { screen: "new", practice: false },
  { screen: "new", practice: true },
  { screen: "bring" },
  { screen: "connection", id: "7c1e-90" },
  { screen: "setup", id: "7c1e-90", step: null },
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
