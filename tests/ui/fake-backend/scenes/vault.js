// @ts-check
// The vault in every state in which it is not ready.

import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */

/** @type {Record<string, Shown>} */
export const VAULT_SCENES = {
  "vault-missing": { scene: { vault: { state: "missing", piece: "secret-service", detail: "The name org.freedesktop.secrets was not provided by any .service files" } }, hash: "" },
  "vault-no-bus": { scene: { vault: { state: "missing", piece: "session-bus", detail: "" } }, hash: "" },
  "vault-no-collection": { scene: { vault: { state: "missing", piece: "collection", detail: "" } }, hash: "" },
  "vault-locked": { scene: { connections: fixtures.clients(), vault: { state: "locked" } }, hash: "#/connections" },
  "vault-broken": { scene: { vault: { state: "broken", detail: "read back 0 bytes" } }, hash: "" },
  "vault-key-files-locked": { scene: { connections: fixtures.clients(), vault: { state: "key-files-locked" } }, hash: "#/connections" },
  "vault-key-files-dialog": { scene: { vault: { state: "missing", piece: "secret-service", detail: "" } }, hash: "", then: [["click", "[data-act=open-key-files]"], ["fill", "#files-passphrase", "short"], ["click", "[data-dialog=key-files] [data-act=confirm]"]] },
};
