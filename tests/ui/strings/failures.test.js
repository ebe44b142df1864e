import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { STEPS } from "../../../ui/window/router.js";
import { messageFor } from "../../../ui/strings/en/failures.js";

const contract = readFileSync(new URL("../../../ui/types/ipc.d.ts", import.meta.url), "utf8");
/** What a type of the contract is. @param {string} name @returns {string} */
const typeNamed = (name) => new RegExp(`export type ${name} = ([\\s\\S]*?);\\n(?:export|$)`, "u").exec(contract)?.[1] ?? "";
const failure = typeNamed("Failure").split(" | ").map(typeNamed).join("\n");
const kinds = [...failure.matchAll(/"?kind"?: "([a-z0-9-]+)"([^}]*)\}/g)].map(([, kind, rest]) => ({ kind, fields: [...(rest ?? "").matchAll(/(\w+): ([^,;}]+)/g)] }));

/** The texts that a type of the contract can be. @param {string} name */
const literals = (name) => [...(/^"[^{]*$/u.exec(typeNamed(name))?.[0] ?? "").matchAll(/"([a-z0-9-]+)"/gu)].map(([, text]) => text ?? "");

/** A value of the type that the contract names. @param {string} type */
function sample(type) {
  if (type.includes("Array")) return [];
  if (type.includes("number")) return 4096;
  if (type.includes("boolean")) return true;
  const [first] = literals(type.trim());
  if (first) return first;
  if (type.includes("Instant")) return "2026-11-20T09:46:14Z";
  return "sample";
}

test("the contract's failures are found", () => {
  assert.ok(kinds.length > 60, `only ${kinds.length} kinds were read from the contract`);
});

for (const { kind, fields } of kinds) {
  test(`${kind} has a title, a sentence, and a remedy the window knows`, () => {
    const wire = Object.fromEntries([["kind", kind], ...fields.map(([, name, type]) => [name, sample(type ?? "")])]);
    const { title, body, remedy } = messageFor(/** @type {any} */ (wire));
    assert.ok(title.length > 8 && body.length > 8, "both are needed");
    assert.doesNotMatch(`${title} ${body}`, /undefined|null|NaN|\[object|doesn’t recognize this problem/, "every value must find its place");
    assert.doesNotMatch(`${title} ${body}`, /\berror\b/i, "the word explains nothing");
    assert.doesNotMatch(title, /\.$/, "a title is no sentence with a stop");
    if (remedy) assert.ok(["try-again", "check-vault", "open-key-files", "start-practice", "open-board", "go-to-step", "open-sign-in", "open-certificates", "open-rotation"].includes(remedy.act));
    if (remedy?.act === "go-to-step") assert.ok(STEPS.includes(/** @type {any} */ (remedy.step)));
  });
}

test("whatever a tool of a secret store failed at, it’s said what became of the key", () => {
  const [stores, steps, problems] = ["SecretStore", "ToolStep", "ToolProblem"].map(literals);
  assert.ok(stores?.length === 5 && steps?.length === 4 && (problems?.length ?? 0) > 7);
  for (const store of stores)
    for (const step of steps)
      for (const problem of problems ?? []) {
        const { title, body } = messageFor(/** @type {any} */ ({ kind: "secret-store-tool-failed", store, tool: "sample", step, problem, detail: null }));
        assert.doesNotMatch(`${title} ${body}`, /null|undefined/, `${store} ${step} ${problem}`);
        assert.match(body, { settings: /^Nothing was stored\./, look: /^Nothing was stored\./, store: /^The key (?:wasn’t|may have been) stored/, "read-back": /^The key was stored, but/ }[step] ?? /^$/);
      }
});

test("values that may be missing are missing without a trace", () => {
  const wires = [
    { kind: "redirected", host: "a.example", to: null },
    { kind: "server-failed", status: 500, error: null },
    { kind: "too-many-requests", againAt: null },
    { kind: "token-refused", status: 401, error: null, description: null, tokenUrl: "", clockSkewSeconds: null, checks: [] },
  ];
  for (const wire of wires) {
    const { title, body } = messageFor(/** @type {any} */ (wire));
    assert.doesNotMatch(`${title} ${body}`, /null|undefined/, wire.kind);
  }
});

test("a kind from a newer backend is shown, not swallowed", () => {
  assert.match(messageFor(/** @type {any} */ ({ kind: "from-the-future" })).body, /from-the-future/);
});
