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
    /** @param {(notice: ipc.AppNotice) => void} listener takes the place of the one before @returns {Promise<null>} */
    listen: (listener) => call("app_listen", { onNotice: channel(listener) }),
  },
  about: {
    /** @returns {Promise<ipc.AboutView>} */
    read: () => call("about_read"),
    /** @param {boolean} online also asks NetSuite for its clock @returns {Promise<ipc.CheckView>} */
    check: (online) => call("check_run", { online }),
    /** @returns {Promise<ipc.LicenseList>} */
    licenses: () => call("license_list"),
  },
  place: {
    /** @returns {Promise<ipc.PlaceView[]>} */
    list: () => call("app_places"),
    /** @param {ipc.PlaceKind} place @returns {Promise<null>} */
    open: (place) => call("place_open", { place }),
  },
  reminders: {
    /** @returns {Promise<ipc.RemindersView>} */
    read: () => call("reminders_read"),
    /** @param {boolean} on @returns {Promise<ipc.RemindersView>} */
    change: (on) => call("reminders_switch", { on }),
  },
  access: {
    /** @param {string} id @returns {Promise<ipc.AccessView>} */
    read: (id) => call("access_read", { id }),
  },
  links: {
    /** @returns {Promise<ipc.LinksView>} */
    register: () => call("links_register"),
    /** @returns {Promise<ipc.LinksView>} */
    unregister: () => call("links_unregister"),
  },
  signIn: {
    /**
     * @param {string} id
     * @param {{ publicClient: boolean, clientSecret: string | null, staySignedIn: boolean, page: string | null }} how without a secret the one in the vault is used; `page` is the web page that the browser ends on
     * @returns {Promise<ipc.AccessView>}
     */
    start: (id, how) => call("sign_in_start", { id, ...how }),
    /** @param {string} id @returns {Promise<null>} */
    open: (id) => call("sign_in_open", { id }),
    /** @param {string} id @param {string} address the user landed on @returns {Promise<ipc.AccessView>} */
    paste: (id, address) => call("sign_in_paste", { id, address }),
    /** @param {string} id @returns {Promise<ipc.AccessView>} */
    cancel: (id) => call("sign_in_cancel", { id }),
    /** @returns {Promise<string | null>} where the page for a web server was written; null when it was cancelled */
    savePage: () => call("sign_in_page_save"),
    /** @param {string} id @returns {Promise<ipc.AccessView>} */
    end: (id) => call("sign_in_end", { id }),
    /** @param {string} id @returns {Promise<ipc.AccessView>} */
    forgetSecret: (id) => call("client_secret_forget", { id }),
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
    /** @param {string} id @param {string} typed the removal phrase @returns {Promise<string>} names it among the removed ones */
    remove: (id, typed) => call("connection_remove", { id, typed }),
  },
  ending: {
    /** @param {string} id @returns {Promise<ipc.EndingView>} */
    read: (id) => call("ending_read", { id }),
    /** @param {string} id @param {string} certificateId @param {string} typed its last six characters @returns {Promise<ipc.EndingView>} */
    revoke: (id, certificateId, typed) => call("ending_revoke", { id, certificateId, typed }),
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
    /** How far a search is, whoever started it; null where there is none. @param {string} id @returns {Promise<ipc.KeyProgress | null>} */
    progress: (id) => call("key_progress", { id }),
    /** @param {string} id @returns {Promise<null>} */
    cancelSearch: (id) => call("key_search_cancel", { id }),
    /** @param {string} id @param {string} credentialId @param {string | null} passphrase @param {ipc.PemForm} form without a passphrase @returns {Promise<ipc.ConnectionView | null>} */
    export: (id, credentialId, passphrase, form) => call("key_export", { id, credentialId, passphrase, form }),
  },
  backup: {
    /** @returns {Promise<ipc.BackupOverview>} */
    read: () => call("backup_read"),
    /** @param {string[] | null} ids of connections for a colleague; null for everything @param {boolean} withKeys @param {ipc.BackupProtection} protection @returns {Promise<ipc.SavedBackup | null>} null when it was cancelled */
    save: (ids, withKeys, protection) => call("backup_save", { ids, withKeys, protection }),
    /** @returns {Promise<ipc.BackupFile | null>} null when it was cancelled */
    choose: () => call("backup_choose"),
    /** @param {string} passphrase @returns {Promise<ipc.BackupContents>} */
    open: (passphrase) => call("backup_open", { passphrase }),
    /** @returns {Promise<ipc.BackupContents | null>} null when it was cancelled */
    openWithKey: () => call("backup_open_with_key"),
    /** @returns {Promise<null>} */
    close: () => call("backup_close"),
    /** @param {ipc.BackupItemId[]} taken @returns {Promise<ipc.RestoredBackup>} */
    restore: (taken) => call("backup_restore", { taken }),
    /** @returns {Promise<null>} */
    discard: () => call("backup_discard"),
  },
  removed: {
    /** @param {string} id @returns {Promise<string>} the connection's */
    bringBack: (id) => call("removed_bring_back", { id }),
    /** @param {string} id @returns {Promise<null>} */
    delete: (id) => call("removed_delete", { id }),
    /** @param {string} id of the connection @param {string} credentialId @returns {Promise<null>} */
    keepKey: (id, credentialId) => call("retired_key_keep", { id, credentialId }),
    /** @param {string} id of the connection @param {string} credentialId @returns {Promise<null>} */
    deleteKey: (id, credentialId) => call("retired_key_delete", { id, credentialId }),
  },
  calendar: {
    /** @param {string | null} id of one connection; null is all @returns {Promise<string | null>} the file's path */
    save: (id) => call("calendar_save", { id }),
    open: () => call("calendar_open"),
  },
  certificate: {
    /** @param {string} id @param {ipc.CertificateRequest} request @returns {Promise<ipc.ConnectionView>} */
    make: (id, request) => call("certificate_make", { id, request }),
    /** @param {string} id @param {string} credentialId @param {"pem" | "cer"} format @returns {Promise<ipc.ConnectionView | null>} */
    save: (id, credentialId, format) => call("certificate_save", { id, credentialId, format }),
    /** @param {string} id @returns {Promise<ipc.CertificateList>} */
    list: (id) => call("certificate_list", { id }),
    /** @param {string} id @param {string} credentialId @returns {Promise<ipc.UploadPreview>} */
    previewUpload: (id, credentialId) => call("certificate_upload_preview", { id, credentialId }),
    /** @param {string} id @param {string} credentialId @param {ipc.MappingRequest} mapping @returns {Promise<ipc.UploadOutcome>} */
    upload: (id, credentialId, mapping) => call("certificate_upload", { id, credentialId, mapping }),
    /** @param {string} id @param {string} certificateId @param {string} typed its last six characters @returns {Promise<ipc.CertificateList>} */
    revoke: (id, certificateId, typed) => call("certificate_revoke", { id, certificateId, typed }),
    /** @param {string} id @param {string} certificateId that an Administrator revoked, as the user says @returns {Promise<ipc.ConnectionView>} */
    revokedByHand: (id, certificateId) => call("certificate_revoked_by_hand", { id, certificateId }),
    /** @param {string} id @returns {Promise<ipc.CertificateExport | null>} */
    export: (id) => call("certificate_export", { id }),
  },
  identity: {
    /** Asks NetSuite's list what it calls the role and the entity. @param {string} id @returns {Promise<ipc.ConnectionView>} */
    look: (id) => call("identity_look", { id }),
  },
  uploadRequest: {
    /** @param {string} id @param {string} credentialId @returns {Promise<ipc.UploadRequest>} */
    read: (id, credentialId) => call("upload_request_read", { id, credentialId }),
    /** @param {string} id @param {string} credentialId @returns {Promise<string | null>} the page's path */
    save: (id, credentialId) => call("upload_request_save", { id, credentialId }),
  },
  vendorRequest: {
    /** @param {string} id @returns {Promise<ipc.VendorFile | null>} */
    choose: (id) => call("vendor_request_choose", { id }),
    /** @param {string} id @param {ipc.VendorRequest} request @returns {Promise<ipc.UploadRequest>} */
    read: (id, request) => call("vendor_request_read", { id, request }),
    /** @param {string} id @param {ipc.VendorRequest} request @returns {Promise<string | null>} the page's path */
    save: (id, request) => call("vendor_request_save", { id, request }),
  },
  vendorCertificate: {
    /** @param {string} id @returns {Promise<ipc.VendorCertificate | null>} */
    choose: (id) => call("vendor_certificate_choose", { id }),
    /** @param {string} id @param {string} vendor @param {ipc.MappingRequest} mapping @returns {Promise<ipc.UploadOutcome>} */
    upload: (id, vendor, mapping) => call("vendor_certificate_upload", { id, vendor, mapping }),
    /** @param {string} id @returns {Promise<null>} */
    discard: (id) => call("vendor_certificate_discard", { id }),
  },
  rotation: {
    /** @param {string} id @returns {Promise<ipc.RotationPreview>} */
    preview: (id) => call("rotation_preview", { id }),
    /** @param {string} id @param {ipc.RotationPlan} plan @returns {Promise<ipc.ConnectionView>} */
    start: (id, plan) => call("rotation_start", { id, plan }),
    /** @param {string} id @param {(rotation: ipc.RotationView) => void} listener @returns {Promise<ipc.ConnectionView>} */
    continue: (id, listener) => call("rotation_continue", { id, onStep: channel(listener) }),
    /** @param {string} id @param {string} text the Certificate ID that NetSuite shows @param {boolean} accept although it is not the predicted one @returns {Promise<ipc.ConnectionView>} */
    uploaded: (id, text, accept) => call("rotation_uploaded", { id, text, accept }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    handOver: (id) => call("rotation_hand_over", { id }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    goOnHere: (id) => call("rotation_go_on_here", { id }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    switch: (id) => call("rotation_switch", { id }),
    /** @param {string} id @param {string} typed last six characters of the old Certificate ID @returns {Promise<ipc.ConnectionView>} */
    revokeOld: (id, typed) => call("rotation_revoke_old", { id, typed }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    leaveOld: (id) => call("rotation_leave_old", { id }),
    /** @param {string} id @returns {Promise<ipc.ConnectionView>} */
    abandon: (id) => call("rotation_abandon", { id }),
    /** @param {string[]} ids @param {(step: ipc.BulkStep) => void} listener @returns {Promise<null>} */
    runAll: (ids, listener) => call("rotations_run", { ids, onStep: channel(listener) }),
    /** @returns {Promise<ipc.DueConnection[]>} */
    due: () => call("due_list"),
  },
  accountConnections: {
    /** @param {string} id @returns {Promise<ipc.AccountConnections>} */
    read: (id) => call("account_connections", { id }),
    /** @param {string} id @returns {Promise<ipc.AccountConnections>} */
    markRefreshed: (id) => call("account_refreshed", { id }),
  },
  leak: {
    /** @param {string} id @param {string} credentialId @returns {Promise<ipc.LeakView>} */
    read: (id, credentialId) => call("leak_read", { id, credentialId }),
    /** @param {string} id @param {string} certificateId @param {string} typed its last six characters @returns {Promise<ipc.LeakView>} */
    revoke: (id, certificateId, typed) => call("leak_revoke", { id, certificateId, typed }),
  },
  sheet: {
    /** @param {string} id @returns {Promise<ipc.ConnectionView | null>} */
    save: (id) => call("sheet_save", { id }),
  },
  evidence: {
    /** @param {string} id @returns {Promise<ipc.ConnectionView | null>} */
    save: (id) => call("evidence_save", { id }),
  },
  history: {
    /** @param {string} id @returns {Promise<string | null>} the file's path */
    export: (id) => call("history_export", { id }),
  },
  token: {
    /** @param {string} id @param {string} credentialId @returns {Promise<ipc.Proof>} */
    request: (id, credentialId) => call("token_request", { id, credentialId }),
  },
  call: {
    /** @param {string} id @param {string} credentialId @param {ipc.ReadAsked} read @returns {Promise<ipc.TestCallView>} */
    test: (id, credentialId, read) => call("call_test", { id, credentialId, read }),
  },
  diagnosis: {
    /** @param {string} id @param {ipc.DiagnosisTold} told @returns {Promise<ipc.DiagnosisView>} */
    read: (id, told) => call("diagnosis_read", { id, told }),
    /** @param {string} id @param {ipc.DiagnosisTold} told @returns {Promise<ipc.DiagnosisView>} */
    ask: (id, told) => call("diagnosis_ask", { id, told }),
  },
  goTo: {
    /** @returns {Promise<ipc.GoToIndex>} */
    index: () => call("go_to_index"),
    /** @param {string} text may hold a secret; it is not kept @returns {Promise<ipc.RecognisedText>} */
    recognise: (text) => call("go_to_recognise", { text }),
  },
  target: {
    /** @returns {Promise<ipc.KnownSystems>} */
    list: () => call("target_list"),
  },
  kit: {
    /** @param {string} id @param {string | null} [credentialId] null is the working one @returns {Promise<ipc.Kit>} */
    read: (id, credentialId = null) => call("kit_read", { id, credentialId }),
  },
  codeSamples: {
    /** @param {string} id @returns {Promise<ipc.CodeSamples>} */
    list: (id) => call("code_sample_list", { id }),
    /** @param {string} id @param {string} sample its name @returns {Promise<string | null>} the file's path */
    save: (id, sample) => call("code_sample_save", { id, sample }),
  },
  secretStores: {
    /** @param {string} id of a connection @returns {Promise<ipc.SecretStoreView[]>} the stores whose tools are here */
    list: (id) => call("secret_store_list", { id }),
    /** Sends no key. @param {ipc.SecretPlace} place @returns {Promise<ipc.SecretStorePreview>} */
    preview: (place) => call("secret_store_preview", { place }),
    /**
     * @param {string} id
     * @param {string} credentialId
     * @param {ipc.SecretPlace} place
     * @param {ipc.PemForm} form
     * @param {ipc.StoredAlready} found what was shown
     * @returns {Promise<ipc.ConnectionView>}
     */
    put: (id, credentialId, place, form, found) => call("secret_store_put", { id, credentialId, place, form, found }),
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
  doctor: {
    /** @returns {Promise<ipc.DoctorView>} an empty table */
    open: () => call("file_doctor_open"),
    /** @returns {Promise<null>} */
    close: () => call("file_doctor_close"),
    /** @returns {Promise<ipc.DoctorView>} */
    read: () => call("file_doctor_read"),
    /** @returns {Promise<ipc.DoctorView | null>} */
    choose: () => call("file_doctor_choose"),
    /** @param {string} name @param {string} text no private key @returns {Promise<ipc.DoctorView>} */
    paste: (name, text) => call("file_doctor_paste", { name, text }),
    /** @param {number} file @param {string} passphrase @returns {Promise<ipc.DoctorView>} */
    unlock: (file, passphrase) => call("file_doctor_unlock", { file, passphrase }),
    /** @param {number[]} files @returns {Promise<ipc.DoctorView>} */
    remove: (files) => call("file_doctor_remove", { files }),
    /** @param {ipc.Target | null} target @returns {Promise<ipc.DoctorView>} */
    aim: (target) => call("file_doctor_aim", { target }),
    /**
     * @param {number} file @param {number} item its place in the file
     * @param {ipc.Conversion} form @param {string | null} passphrase
     * @returns {Promise<string | null>} the path it was written to
     */
    save: (file, item, form, passphrase) => call("file_doctor_save", { file, item, form, passphrase }),
    /** @param {number} file @returns {Promise<string | null>} where it was saved */
    saveRepaired: (file) => call("file_doctor_save_repaired", { file }),
    /** @param {number[]} files @returns {Promise<ipc.PairView>} */
    bring: (files) => call("file_doctor_bring", { files }),
  },
  certificateIdLookup: {
    /** @returns {Promise<ipc.CertificateIdRecord[]>} */
    records: () => call("certificate_id_records"),
    /**
     * @param {number} file @param {number} item its place in the file
     * @param {string} id the connection @param {string | null} pasted null looks at NetSuite’s list
     * @returns {Promise<ipc.CertificateIdLookup>}
     */
    lookUp: (file, item, id, pasted) => call("certificate_id_look_up", { file, item, id, pasted }),
    /** @param {string} certificateId one of those to try @returns {Promise<boolean>} whether NetSuite gave a token */
    try: (certificateId) => call("certificate_id_try", { certificateId }),
  },
  practice: {
    /** @returns {Promise<ipc.PracticeStatus>} */
    start: () => call("practice_start"),
    /** @returns {Promise<ipc.PracticeStatus>} */
    stop: () => call("practice_stop"),
    /** @param {ipc.NetSuitePage | null} page null is the start page @returns {Promise<null>} */
    open: (page) => call("practice_open", { page }),
  },
  proRecord: {
    /** @returns {Promise<ipc.ProBoard>} */
    list: () => call("pro_record_list"),
    /** @param {string} text @returns {Promise<ipc.ProSaid>} */
    readMessage: (text) => call("pro_message_read", { text }),
    /** @param {string} account @param {string} text @returns {Promise<ipc.ProRecordView>} */
    begin: (account, text) => call("pro_record_begin", { account, text }),
    /** @param {string} account @returns {Promise<ipc.ProRecordView>} */
    read: (account) => call("pro_record_read", { account }),
    /** @param {string} account @param {ipc.ProChange} change @returns {Promise<ipc.ProRecordView>} */
    change: (account, change) => call("pro_record_change", { account, change }),
    /** @param {string} account @returns {Promise<null>} */
    remove: (account) => call("pro_record_remove", { account }),
    /** The one that was removed last. @returns {Promise<null>} */
    restore: () => call("pro_record_restore"),
    /** @param {string} account @returns {Promise<ipc.ProRecordView | null>} */
    choosePlaceholder: (account) => call("pro_placeholder_choose", { account }),
    /** @param {string} account @returns {Promise<ipc.ProRecordView | null>} */
    saveStandIn: (account) => call("pro_stand_in_save", { account }),
  },
  tbaPlan: {
    /** @returns {Promise<ipc.TbaBoard>} */
    list: () => call("tba_plan_list"),
    /** @param {string} account in any form @param {string} text @returns {Promise<ipc.TbaListTaken>} */
    paste: (account, text) => call("tba_plan_paste", { account, text }),
    /** @param {string} account in any form @returns {Promise<ipc.TbaListTaken | null>} null when it was cancelled */
    load: (account) => call("tba_plan_load", { account }),
    /** @param {string} account @returns {Promise<ipc.TbaPlanView>} */
    read: (account) => call("tba_plan_read", { account }),
    /** @param {string} account @param {string} entry @param {ipc.TbaPlanChange} change @returns {Promise<ipc.TbaPlanView>} */
    change: (account, entry, change) => call("tba_plan_change", { account, entry, change }),
    /** @param {string} account @param {string} entry @returns {Promise<string>} the ID of the connection that was created */
    setUp: (account, entry) => call("tba_plan_set_up", { account, entry }),
    /** @param {string} account @returns {Promise<string | null>} the file’s path; null when it was cancelled */
    export: (account) => call("tba_plan_export", { account }),
    /** @param {string} id of a connection @returns {Promise<ipc.TbaHint | null>} */
    hint: (id) => call("tba_plan_hint", { id }),
    /** @param {string} account @returns {Promise<null>} */
    remove: (account) => call("tba_plan_remove", { account }),
    /** @returns {Promise<null>} */
    restore: () => call("tba_plan_restore"),
  },
  apiSecret: {
    /** @returns {Promise<ipc.SecretsBoard>} */
    list: () => call("api_secret_list"),
    /** @param {string} account @param {string} bank @returns {Promise<ipc.BankSecretsView>} */
    begin: (account, bank) => call("api_secret_begin", { account, bank }),
    /** @param {string} id @returns {Promise<ipc.BankSecretsView>} */
    read: (id) => call("api_secret_read", { id }),
    /** @param {string} id @param {ipc.SecretsChange} change @returns {Promise<ipc.BankSecretsView>} */
    change: (id, change) => call("api_secret_change", { id, change }),
    /** @param {string} id @returns {Promise<null>} */
    remove: (id) => call("api_secret_remove", { id }),
    /** The one that was removed last, without its values. @returns {Promise<null>} */
    restore: () => call("api_secret_restore"),
    /** @param {string} id @param {ipc.SecretEntry[]} secrets @returns {Promise<ipc.SecretNotes[]>} */
    check: (id, secrets) => call("api_secret_check", { id, secrets }),
    /** @param {string} id @param {ipc.SecretKind} kind @param {string} value @param {string} again @returns {Promise<ipc.BankSecretsView>} */
    holdValue: (id, kind, value, again) => call("api_secret_value_hold", { id, kind, value, again }),
    /** @param {string} id @param {ipc.SecretKind} kind @returns {Promise<ipc.BankSecretsView | null>} */
    chooseValue: (id, kind) => call("api_secret_value_choose", { id, kind }),
    /** @param {string} id @param {ipc.SecretKind} kind @returns {Promise<ipc.BankSecretsView | null>} */
    saveValue: (id, kind) => call("api_secret_value_save", { id, kind }),
    /** @param {string} id @param {ipc.SecretKind} kind @returns {Promise<ipc.BankSecretsView>} */
    keepValue: (id, kind) => call("api_secret_value_keep", { id, kind }),
    /** @param {string} id @param {ipc.SecretKind} kind @returns {Promise<ipc.BankSecretsView>} */
    deleteValue: (id, kind) => call("api_secret_value_delete", { id, kind }),
    /** @param {string} id @param {ipc.SecretKind} kind @returns {Promise<ipc.BankSecretsView>} */
    forgetValue: (id, kind) => call("api_secret_value_forget", { id, kind }),
    /** @returns {Promise<null>} */
    discardValues: () => call("api_secret_values_discard"),
  },
  netsuite: {
    /** @param {string} id @param {ipc.NetSuitePage | null} page null is the start page @returns {Promise<null>} */
    open: (id, page) => call("netsuite_open", { id, page }),
    /** @param {string} account @param {ipc.NetSuitePage | null} page @returns {Promise<null>} */
    openAccount: (account, page) => call("account_open", { account, page }),
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
