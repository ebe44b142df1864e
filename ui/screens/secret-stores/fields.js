// @ts-check
// The values that make a place in a store.

import { field } from "../../elements/form.js";
import { secretStores as s } from "../../strings/en/secret-stores.js";

/** @import { PlaceField, SecretPlace, SecretStore } from "../../types/ipc.d.ts" */
/** @typedef {{ name: string, field: PlaceField, hint?: string }} Value */

/** @type {Value[]} */
const KEY_VALUE = [
  { name: "address", field: "address", hint: s.hints.address },
  { name: "namespace", field: "namespace" },
  { name: "mount", field: "mount" },
  { name: "path", field: "path" },
  { name: "field", field: "field", hint: s.hints.field },
];

/** By the name that each value has in the place. @type {Record<SecretStore, Value[]>} */
const VALUES = {
  vault: KEY_VALUE,
  "open-bao": KEY_VALUE,
  "azure-key-vault": [
    { name: "vault", field: "vault-name", hint: s.hints.azureVault },
    { name: "name", field: "secret-name" },
  ],
  "aws-secrets-manager": [
    { name: "name", field: "secret-name" },
    { name: "region", field: "region", hint: s.hints.region },
    { name: "profile", field: "profile" },
  ],
  "one-password": [
    { name: "vault", field: "vault-name", hint: s.hints.onePasswordVault },
    { name: "title", field: "title", hint: s.hints.title },
  ],
};

/** The element that a value is entered in. @param {PlaceField} name */
export const fieldId = (name) => `place-${name}`;

/** Which value an element is for. @param {SecretStore} store @param {string} id */
export const nameOfField = (store, id) => VALUES[store].find(({ field }) => fieldId(field) === id)?.name;

/** @param {SecretPlace} place */
export const fieldsOf = (place) => VALUES[place.store].map((value) => field({ id: fieldId(value.field), label: s.fields[value.field], value: /** @type {Record<string, string>} */ (place)[value.name] ?? "", hint: value.hint, mono: true }));
