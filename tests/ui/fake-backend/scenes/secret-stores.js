// @ts-check
// Secret stores: the values of each, the commands, what is there already, the outcome, every failure.

import * as fixtures from "../fixtures.js";
import { ALL_STORES, storesHeld } from "../secret-stores.js";

/** @import { StoresHeld } from "../secret-stores.js" */
/** @import { Scene } from "../backend.js" */
/** @import { Shown } from "../scenes.js" */
/** @import { Failure, StoredAlready, ToolProblem, ToolStep } from "../../../../ui/types/ipc.d.ts" */

/** @param {Partial<StoresHeld>} [stores] @param {Partial<Scene>} [scene] @returns {Shown} */
const at = (stores = {}, scene = {}) => ({ scene: { connections: [fixtures.connection(null)], stores: storesHeld({ present: ALL_STORES, ...stores }), ...scene }, hash: "#/connection/northwind/secret-stores" });

/** Enters a place in 1Password and shows its commands. @type {NonNullable<Shown["then"]>} */
const onePassword = [["click", "label:has(#store-one-password)"], ["fill", "#place-vault-name", "Client keys"], ["click", "#preview"], ["wait", "#commands"]];
/** @type {NonNullable<Shown["then"]>} */
const aws = [["click", "label:has(#store-aws-secrets-manager)"], ["fill", "#place-region", "eu-central-1"], ["click", "#preview"]];
/** @type {NonNullable<Shown["then"]>} */
const vault = [["click", "#preview"], ["wait", "#commands"]];

/** @param {ToolStep} step @param {ToolProblem} problem @param {string | null} detail @returns {Failure} */
const toolFailed = (step, problem, detail) => ({ kind: "secret-store-tool-failed", store: "vault", tool: "vault", step, problem, detail });

/** @param {Failure} failure @returns {Shown} */
const failsToLook = (failure) => ({ ...at({}, { failures: { secret_store_preview: failure } }), then: [["click", "#preview"], ["wait", "[data-failure] .callout"]] });
/** @param {Failure} failure @returns {Shown} */
const failsToStore = (failure) => ({ ...at({}, { failures: { secret_store_put: failure } }), then: [...vault, ["click", "#put"], ["wait", "[data-failure] .callout"]] });

/** @param {StoredAlready} found @param {NonNullable<Shown["then"]>} then @returns {Shown} */
const finds = (found, then) => ({ ...at({ found }), then });

/** A store that refused, one that has the key, and one that Certdesk was ended before. @returns {Shown} */
function storedKeys() {
  const view = fixtures.connection(null);
  const place = { certificateId: fixtures.EXPECTED_ID, store: /** @type {const} */ ("vault"), location: "secret/netsuite/northwind-traders, field private_key, at https://vault.production.northwind-traders-international.example.com:8200" };
  /** @param {import("../../../../ui/types/ipc.d.ts").HistoryEvent} event */
  const entry = (event) => ({ at: fixtures.NOW, event, system: null });
  const started = entry({ kind: "key-storing-started", ...place });
  const history = [...view.history, started, entry({ kind: "key-not-stored", ...place }), started, entry({ kind: "key-stored", ...place, compared: true }), entry({ kind: "key-storing-started", ...place, store: "open-bao" })];
  return { scene: { connections: [{ ...view, history }] }, hash: "#/connection/northwind" };
}

/** @type {Record<string, Shown>} */
export const SECRET_STORE_SCENES = {
  "connection-stored-keys": storedKeys(),
  "secret-stores": at(),
  "secret-stores-one": at({ present: ["open-bao"] }),
  "secret-stores-none": at({ present: [] }),
  "secret-stores-azure": { ...at(), then: [["click", "label:has(#store-azure-key-vault)"]] },
  "secret-stores-aws": { ...at(), then: [["click", "label:has(#store-aws-secrets-manager)"]] },
  "secret-stores-one-password": { ...at(), then: [["click", "label:has(#store-one-password)"]] },
  "secret-stores-empty": { ...at(), then: [["click", "label:has(#store-azure-key-vault)"], ["click", "#preview"], ["wait", "#place-vault-name-message .field-message"]] },
  "secret-stores-checking": { ...at({}, { hanging: ["secret_store_preview"] }), then: [["click", "#preview"]] },
  "secret-stores-commands": { ...at(), then: vault },
  "secret-stores-commands-one-password": { ...at(), then: onePassword },
  "secret-stores-commands-aws": { ...at(), then: [...aws, ["wait", "#commands"]] },
  "secret-stores-records": { ...at({}, { failures: { secret_store_preview: { kind: "secret-store-tool-records", store: "aws-secrets-manager", tool: "aws" } } }), then: [...aws, ["wait", "[data-failure] .callout"]] },
  "secret-stores-version": finds({ kind: "versions", version: "3", deleted: false }, vault),
  "secret-stores-version-unchecked": finds({ kind: "versions", version: "3", deleted: true }, [...vault, ["click", "#put"], ["wait", "#add-version-message .field-message"]]),
  "secret-stores-taken": finds({ kind: "taken" }, onePassword),
  "secret-stores-storing": { ...at({}, { hanging: ["secret_store_put"] }), then: [...vault, ["click", "#put"]] },
  "secret-stores-stored": { ...at(), then: [...vault, ["click", "#put"], ["wait", "#stored"]] },
  "secret-stores-not-signed-in": failsToLook(toolFailed("look", "not-signed-in", "Error making API request.\n\nURL: GET https://vault.northwind.example:8200/v1/sys/internal/ui/mounts/secret\nCode: 403. Errors:\n\n* permission denied\n* invalid token")),
  "secret-stores-unreachable": failsToLook(toolFailed("look", "unreachable", "Get \"https://vault.northwind.example:8200/v1/sys/internal/ui/mounts/secret\": dial tcp: lookup vault.northwind.example: no such host")),
  "secret-stores-denied": failsToStore(toolFailed("store", "denied", "Code: 403. Errors:\n\n* permission denied")),
  "secret-stores-timed-out": failsToStore(toolFailed("store", "timed-out", null)),
  "secret-stores-not-quoted": failsToStore(toolFailed("store", "other", null)),
  "secret-stores-differs": failsToStore({ kind: "secret-store-read-back-differs", location: "secret/netsuite/northwind-traders-alumio, field private_key, at https://vault.northwind.example:8200" }),
  "secret-stores-changed": failsToStore({ kind: "secret-store-changed", location: "secret/netsuite/northwind-traders-alumio, field private_key, at https://vault.northwind.example:8200" }),
  "secret-stores-link": { scene: { connections: [fixtures.connection(null)], stores: storesHeld({ present: ["vault", "one-password"] }) }, hash: "#/connection/northwind", then: [["wait", "#secret-stores-link"]] },
};
