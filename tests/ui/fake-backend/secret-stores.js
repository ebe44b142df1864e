// @ts-check
// Secret stores: which tools are here, what is stored where, and what becomes of a key.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/**
 * @typedef {object} StoresHeld
 * @property {ipc.SecretStore[]} present whose tools are here
 * @property {ipc.StoredAlready} found at every place
 */

/** @param {Partial<StoresHeld>} [part] @returns {StoresHeld} */
export const storesHeld = (part = {}) => ({ present: [], found: { kind: "nothing" }, ...part });

/** @type {ipc.SecretStore[]} */
export const ALL_STORES = ["vault", "open-bao", "azure-key-vault", "aws-secrets-manager", "one-password"];

/** @type {Record<ipc.SecretStore, string>} */
const PROGRAMS = { vault: "/usr/bin/vault", "open-bao": "/usr/bin/bao", "azure-key-vault": "/opt/homebrew/bin/az", "aws-secrets-manager": "/usr/local/bin/aws", "one-password": "/usr/bin/op" };

const KEY_VALUE = { address: "https://vault.northwind.example:8200", namespace: "", mount: "secret", path: "netsuite/northwind-traders-alumio", field: "private_key" };

/** @type {Record<ipc.SecretStore, ipc.SecretPlace>} */
const PROPOSED = {
  vault: { store: "vault", ...KEY_VALUE },
  "open-bao": { store: "open-bao", ...KEY_VALUE },
  "azure-key-vault": { store: "azure-key-vault", vault: "", name: "netsuite-northwind-traders-alumio" },
  "aws-secrets-manager": { store: "aws-secrets-manager", name: "netsuite/northwind-traders-alumio", region: "", profile: "" },
  "one-password": { store: "one-password", vault: "", title: "NetSuite private key northwind-traders-alumio" },
};

/** What must be entered, and as which field it is refused. @type {[string, ipc.PlaceField][]} */
const NEEDED = [["address", "address"], ["mount", "mount"], ["path", "path"], ["field", "field"], ["vault", "vault-name"], ["name", "secret-name"], ["region", "region"], ["title", "title"]];

/** @param {ipc.SecretPlace} place */
function checked(place) {
  for (const [name, field] of NEEDED) {
    const value = /** @type {Record<string, string>} */ (place)[name];
    if (value === undefined) continue;
    if (value.trim() === "") throw { kind: "secret-store-field-empty", field };
    if (value.trim().startsWith("-")) throw { kind: "secret-store-field-refused", field };
  }
}

/** @param {ipc.SecretPlace} place */
function location(place) {
  switch (place.store) {
    case "vault":
    case "open-bao":
      return `${place.mount}/${place.path}, field ${place.field}, at ${place.address}`;
    case "azure-key-vault":
      return `secret ${place.name} in key vault ${place.vault}`;
    case "aws-secrets-manager":
      return `secret ${place.name} in region ${place.region}`;
    case "one-password":
      return `document ${place.title} in vault ${place.vault}`;
  }
}

/** @param {ipc.SecretPlace} place @param {ipc.StoredAlready} found @returns {ipc.ToolCommand[]} */
function commands(place, found) {
  const program = PROGRAMS[place.store];
  /** @param {string} look @param {string} store @param {string} back @returns {ipc.ToolCommand[]} */
  const three = (look, store, back) => [
    { step: "look", line: `${program} ${look}` },
    { step: "store", line: `${program} ${store}` },
    { step: "read-back", line: `${program} ${back}` },
  ];
  const all = (/** @returns {ipc.ToolCommand[]} */ () => {
    switch (place.store) {
      case "vault":
      case "open-bao": {
        const at = `-address=${place.address} -mount=${place.mount}`;
        const verb = found.kind === "versions" ? `patch ${at} -cas=${found.version}` : `put ${at} -cas=0`;
        return three(`kv metadata get ${at} -format=json ${place.path}`, `kv ${verb} -format=json ${place.path} ${place.field}=-`, `kv get ${at} -field=${place.field} -format=table ${place.path}`);
      }
      case "azure-key-vault": {
        const at = `--vault-name ${place.vault} --name ${place.name}`;
        return three(`keyvault secret show ${at} --query id --output tsv`, `keyvault secret set ${at} --file /dev/stdin --encoding utf-8 --output none`, `keyvault secret show ${at} --query value --output tsv`);
      }
      case "aws-secrets-manager":
        return [{ step: "settings", line: `${program} configure get cli_history` }, ...three(`secretsmanager describe-secret --secret-id ${place.name} --output json --region ${place.region}`, `secretsmanager create-secret --name ${place.name} --secret-string file:///dev/stdin --output json --region ${place.region}`, `secretsmanager get-secret-value --secret-id ${place.name} --region ${place.region} --query SecretString --output text`)];
      case "one-password":
        return three(`item list --vault '${place.vault}' --format json`, `document create - --title '${place.title}' --file-name private.pem --vault '${place.vault}' --format json`, `document get '${place.title}' --vault '${place.vault}'`);
    }
  })();
  return found.kind === "taken" ? all.slice(0, -2) : all;
}

/** @type {Record<string, (backend: import("./backend.js").FakeBackend, args: any) => unknown>} */
export const SECRET_STORE_COMMANDS = {
  /** @returns {ipc.SecretStoreView[]} */
  secret_store_list: ({ scene }) => scene.stores.present.map((store) => ({ store, program: PROGRAMS[store], proposed: PROPOSED[store] })),
  /** @returns {ipc.SecretStorePreview} */
  secret_store_preview: ({ scene }, { place }) => {
    checked(place);
    const { found } = scene.stores;
    return { store: place.store, location: location(place), found, commands: commands(place, found) };
  },
  secret_store_put: (backend, { id, credentialId, place, found }) => {
    checked(place);
    if (JSON.stringify(found) !== JSON.stringify(backend.scene.stores.found)) throw { kind: "secret-store-changed", location: location(place) };
    const view = backend.find(id);
    const certificateId = view.credentials.find((credential) => credential.id === credentialId)?.certificateId ?? "";
    view.history.push({ at: "2026-11-20T09:50:00Z", system: null, event: { kind: "key-stored", certificateId, store: place.store, location: location(place), compared: true } });
    return view;
  },
};
