// @ts-check
// The only file that touches window.__TAURI__. One function per command, typed by the contract;
// whatever goes wrong arrives as a `Failure`.

/** @import * as ipc from "../types/ipc.d.ts" */

/** A command failed. `wire` says how; its sentence is in strings. */
export class Failure extends Error {
  /** @param {ipc.Failure} wire */
  constructor(wire) {
    super(wire.kind);
    this.name = "Failure";
    this.wire = wire;
  }
}

export const backend = {
  app: {
    /** @returns {Promise<ipc.AppStatus>} */
    status: () => call("app_status"),
  },
  vault: {
    /** @returns {Promise<ipc.VaultStatus>} */
    check: () => call("vault_check"),
    /** @param {string} passphrase @returns {Promise<ipc.VaultStatus>} */
    openFiles: (passphrase) => call("vault_open_files", { passphrase }),
  },
  connection: {
    /** @returns {Promise<ipc.Board>} */
    list: () => call("connection_list"),
    /** @param {string} name @param {boolean} practice @returns {Promise<ipc.ConnectionView>} */
    create: (name, practice) => call("connection_create", { name, practice }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    read: (id) => call("connection_read", { id }),
    /** @param {string} id @param {ipc.Change} change @returns {Promise<ipc.ConnectionView>} */
    change: (id, change) => call("connection_change", { id, change }),
    /** @param {string} id @param {string} name as typed by the user @returns {Promise<null>} */
    remove: (id, name) => call("connection_remove", { id, name }),
  },
  account: {
    /** @param {string} text @returns {Promise<ipc.AccountView>} */
    parse: (text) => call("account_parse", { text }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    check: (id) => call("account_check", { id }),
  },
  key: {
    /**
     * @param {string} id
     * @param {ipc.KeyType} keyType
     * @param {(progress: ipc.KeyProgress) => void} listener
     * @returns {Promise<ipc.KeySearchOutcome>}
     */
    search: (id, keyType, listener) => call("key_search", { id, keyType, onProgress: channel(listener) }),
    /** @param {string} id @returns {Promise<null>} */
    cancelSearch: (id) => call("key_search_cancel", { id }),
    /** @param {string} id @param {string} credentialId @param {string | null} passphrase @returns {Promise<ipc.ConnectionView | null>} */
    export: (id, credentialId, passphrase) => call("key_export", { id, credentialId, passphrase }),
  },
  certificate: {
    /** @param {string} id @param {ipc.CertificateRequest} request @returns {Promise<ipc.ConnectionView>} */
    make: (id, request) => call("certificate_make", { id, request }),
    /** @param {string} id @param {string} credentialId @param {"pem" | "cer"} format @returns {Promise<ipc.ConnectionView | null>} */
    save: (id, credentialId, format) => call("certificate_save", { id, credentialId, format }),
  },
  token: {
    /** @param {string} id @param {string} credentialId @returns {Promise<ipc.Proof>} */
    request: (id, credentialId) => call("token_request", { id, credentialId }),
  },
  kit: {
    /** @param {string} id @returns {Promise<ipc.Kit>} */
    read: (id) => call("kit_read", { id }),
  },
  pair: {
    /** @returns {Promise<ipc.PairView | null>} */
    choose: () => call("pair_choose"),
    /** @param {string} passphrase @returns {Promise<ipc.PairView>} */
    unlock: (passphrase) => call("pair_unlock", { passphrase }),
    /** @param {string} name @returns {Promise<ipc.ConnectionView>} */
    import: (name) => call("pair_import", { name }),
    /** @returns {Promise<null>} */
    discard: () => call("pair_discard"),
  },
  practice: {
    /** @returns {Promise<ipc.PracticeStatus>} */
    start: () => call("practice_start"),
    /** @returns {Promise<ipc.PracticeStatus>} */
    stop: () => call("practice_stop"),
    /** @returns {Promise<null>} */
    open: () => call("practice_open"),
  },
  netsuite: {
    /** @param {string} id @returns {Promise<null>} */
    open: (id) => call("netsuite_open", { id }),
  },
};

/**
 * @param {string} command
 * @param {Record<string, unknown>} [args]
 * @returns {Promise<any>}
 */
async function call(command, args) {
  try {
    return await tauri().core.invoke(command, args);
  } catch (thrown) {
    throw new Failure(asFailure(thrown));
  }
}

/** @template T @param {(message: T) => void} listener */
function channel(listener) {
  const made = new (tauri().core.Channel)();
  made.onmessage = listener;
  return made;
}

/**
 * Tauri itself rejects with a plain string (unknown command, missing permission).
 * @param {unknown} thrown
 * @returns {ipc.Failure}
 */
function asFailure(thrown) {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown) return /** @type {ipc.Failure} */ (thrown);
  return { kind: "unexpected", reference: String(thrown) };
}

const tauri = () => /** @type {Tauri} */ (/** @type {any} */ (window).__TAURI__);

/** @typedef {{ core: { invoke: (command: string, args?: Record<string, unknown>) => Promise<unknown>, Channel: new () => { onmessage: (message: any) => void } } }} Tauri */
