// @ts-check
// A stand-in for the Rust side: holds connections in memory and obeys the contract closely enough
// for every screen to be walked through. It is a test's tool and never part of the app.

import { BACKUP_COMMANDS, backupHeld } from "./backup.js";
import { HELP_COMMANDS, aboutHeld } from "./help.js";
import { certificateCommands, held } from "./certificates.js";
import { CODE_SAMPLE_COMMANDS } from "./code-samples.js";
import { diagnosisCommands } from "./diagnosis.js";
import { DOCTOR_COMMANDS, table } from "./file-doctor.js";
import * as fixtures from "./fixtures.js";
import { GO_TO_COMMANDS } from "./go-to.js";
import { SECRET_STORE_COMMANDS, storesHeld } from "./secret-stores.js";
import { REMINDER_COMMANDS, remindersHeld } from "./reminders.js";
import { guideCommands, guides } from "./pro-record.js";
import { TBA_COMMANDS, tbaHeld } from "./tba-plan.js";
import { secretCommands, secretsHeld } from "./api-secrets.js";
import { ROTATION_COMMANDS, rotations } from "./rotation.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/**
 * @typedef {object} Scene
 * @property {ipc.ConnectionView[]} connections
 * @property {ipc.UnreadableDocument[]} unreadable
 * @property {ipc.VaultStatus} vault
 * @property {string | null} practice its address
 * @property {Record<string, ipc.Failure>} failures by command
 * @property {string[]} hanging commands that never answer
 * @property {boolean | null} accountKnown what NetSuite says of an account that is checked; null is nothing
 * @property {ipc.PairView | null} pair what is chosen
 * @property {"running" | "found" | "one-prime"} search how far a key search gets
 * @property {ipc.TestCallView | null} testCall what the call after a token brings; null is that it works
 * @property {ipc.TestCallView | null} askedCall the same of a call that is asked for
 * @property {{ role: string, entity: string } | null} actsAs what a token names; null is whom step 3 expects
 * @property {Record<string, string>} given names that NetSuite’s list has given so far, by ID
 * @property {import("./certificates.js").CertificatesHeld} certificates
 * @property {boolean} browser whether one opens
 * @property {boolean} choosesFile whether the dialog of a calendar or of evidence ends with a file
 * @property {import("./rotation.js").RotationsHeld} rotations
 * @property {ipc.DiagnosisView | null} diagnosis null derives it from the connection
 * @property {ipc.DiagnosisView | null} asked what it is after NetSuite was asked; null adds that the account is known
 * @property {import("./pro-record.js").GuidesHeld} guides
 * @property {import("./api-secrets.js").SecretsHeld} secrets
 * @property {import("./tba-plan.js").TbaHeld} tba
 * @property {import("./file-doctor.js").DoctorHeld} doctor
 * @property {import("./help.js").AboutHeld} about
 * @property {import("./backup.js").BackupHeld} backup
 * @property {ipc.RemindersView} reminders
 * @property {import("./secret-stores.js").StoresHeld} stores
 */

/** @type {ipc.Step[]} */
const STEPS = ["target", "account", "role", "integration", "key", "upload", "prove", "hand-over"];

export class FakeBackend {
  /** @param {Partial<Scene>} scene */
  constructor(scene) {
    /** @type {Scene} */
    this.scene = { connections: [], unreadable: [], vault: { state: "ready", store: "secret-service" }, practice: null, failures: {}, hanging: [], accountKnown: true, pair: null, search: "one-prime", actsAs: null, testCall: null, askedCall: null, given: fixtures.GIVEN, certificates: held(), browser: true, choosesFile: true, rotations: rotations(), diagnosis: null, asked: null, guides: guides(), secrets: secretsHeld(), tba: tbaHeld(), doctor: table(), about: aboutHeld(), backup: backupHeld(), reminders: remindersHeld(), stores: storesHeld(), ...scene };
    /** Every call, for tests. @type {{ command: string, args: any }[]} */
    this.calls = [];
    /** @type {Map<string, (outcome: ipc.KeySearchOutcome) => void>} */
    this.searches = new Map();
    /** How far the search of a rotation is. @type {ipc.KeyProgress | null} */
    this.keyProgress = null;
    /** What lies on the doctor's table. @type {ipc.ExaminedFile[]} */
    this.table = [];
    /** @type {ipc.Target | null} */
    this.doctorTarget = null;
    /** What a trial of a Certificate ID waits for. @type {Promise<unknown>} */
    this.trial = Promise.resolve();
    /** Says something to the window by itself. @type {(notice: ipc.AppNotice) => void} */
    this.notify = () => {};
  }

  /** @param {string} command @param {any} [args] @returns {Promise<any>} */
  async invoke(command, args = {}) {
    this.calls.push({ command, args });
    if (this.scene.hanging.includes(command)) return new Promise(() => {});
    const failure = this.scene.failures[command];
    if (failure) throw failure;
    const act = COMMANDS[command];
    if (!act) throw `command ${command} not found`;
    return structuredClone(await act(this, args));
  }

  /** @param {string} id @returns {ipc.ConnectionView} */
  find(id) {
    const found = this.scene.connections.find((connection) => connection.id === id);
    if (!found) throw { kind: "connection-unknown" };
    return found;
  }

  /** Derives the steps again from what is true. @param {ipc.ConnectionView} view */
  look(view) {
    return look(view);
  }

  /** @returns {ipc.PracticeStatus} */
  practice() {
    return { address: this.scene.practice, accountId: "TSTDRV1000001", roleName: "Certdesk Practice Integration", entityName: "Integration User" };
  }
}

const NEEDED = ["feature-client-suite-script", "feature-server-suite-script", "feature-rest-web-services", "feature-oauth2", "permission-oauth2-login", "permission-rest-web-services", "role-assigned"];

/** A test call was made. @param {ipc.ConnectionView} view @param {ipc.TestCallView} made */
function called(view, { call }) {
  view.calls = [call, ...view.calls.filter(({ read }) => read !== call.read)];
  view.preflight = fixtures.preflight(view);
  if (call.read === "metadata" && ["in-order", "call-refused", "runs-out-soon"].includes(view.status.kind)) {
    view.status = call.outcome === "refused" ? { kind: "call-refused", at: call.at } : view.status.kind === "call-refused" ? { kind: "in-order" } : view.status;
    fixtures.decided(view);
  }
}

/** Derives the steps again from what is true. @param {ipc.ConnectionView} view */
function look(view) {
  const credential = view.credentials.find(({ id }) => id === view.credential);
  const brought = Boolean(view.target?.application);
  /** @type {Record<ipc.Step, boolean>} */
  const done = {
    target: view.target !== null, account: view.account !== null, role: view.roleName !== "", integration: view.integration.clientId !== null || (brought && view.integration.name !== ""), key: credential !== undefined,
    upload: credential !== undefined && credential.state !== "made", prove: credential?.state === "proven" || credential?.state === "current" || (brought && view.integration.clientId === null && credential?.state === "uploaded"), "hand-over": view.handedOverAt !== null,
  };
  const open = STEPS.find((step) => !done[step]) ?? null;
  const confirmed = done.prove || NEEDED.every((tick) => view.ticks.includes(/** @type {ipc.Tick} */ (tick)));
  view.steps = STEPS.map((step) => ({ step, state: step === "role" && done.role && !confirmed ? "unconfirmed" : done[step] ? "done" : step === open ? "open" : "ahead" }));
  view.status = open ? { kind: "setting-up", step: open } : { kind: "in-order" };
  return view;
}

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
const COMMANDS = {
  ...BACKUP_COMMANDS,
  ...HELP_COMMANDS,
  ...REMINDER_COMMANDS,
  ...ROTATION_COMMANDS,
  ...certificateCommands,
  ...diagnosisCommands,
  ...CODE_SAMPLE_COMMANDS,
  ...SECRET_STORE_COMMANDS,
  ...GO_TO_COMMANDS,
  ...guideCommands,
  ...secretCommands,
  ...TBA_COMMANDS,
  ...DOCTOR_COMMANDS,
  app_status: (backend) => ({ version: "0.1.0", platform: "linux", dataFolder: "/home/mira/.local/share/app.certdesk", vault: backend.scene.vault, practice: backend.practice() }),
  vault_check: (backend) => {
    if (backend.scene.vault.state === "checking") backend.scene.vault = { state: "ready", store: "secret-service" };
    return backend.scene.vault;
  },
  vault_open_files: (backend, { passphrase }) => {
    if (passphrase === "wrong passphrase") throw { kind: "passphrase-wrong" };
    return (backend.scene.vault = { state: "ready", store: "key-files" });
  },
  connection_list: (backend) => ({ connections: backend.scene.connections.map(fixtures.summary), unreadable: backend.scene.unreadable }),
  connection_create: (backend, { name, practice }) => {
    if (name === "") throw { kind: "name-empty" };
    const made = fixtures.connection("target", { id: `made-${backend.scene.connections.length + 1}`, name, practice });
    backend.scene.connections.push(made);
    return made;
  },
  connection_read: (backend, { id }) => fixtures.decided(backend.find(id)),
  connection_remove: (backend, { id, typed }) => {
    if (fixtures.decided(backend.find(id)).removalPhrase !== typed) throw { kind: "name-differs" };
    backend.scene.connections = backend.scene.connections.filter((connection) => connection.id !== id);
    return `removed-${id}`;
  },
  connection_change: (backend, { id, change }) => change_(backend.find(id), change),
  calendar_save: ({ scene }, { id }) => (scene.choosesFile ? `/home/mira/Documents/${id === null ? "netsuite-certificates" : "certificates"}.ics` : null),
  calendar_open: () => null,
  account_parse: (_, { text }) => parsed(text),
  account_check: (backend, { id }) => {
    const view = backend.find(id);
    if (view.account) view.account.check = backend.scene.accountKnown === null ? null : { at: fixtures.NOW, known: backend.scene.accountKnown };
    return view;
  },
  key_search: (backend, { id, keyType, onProgress }) =>
    new Promise((resolve) => {
      backend.searches.get(id)?.("cancelled");
      backend.searches.set(id, resolve);
      onProgress.onmessage({ tested: 1184, primes: backend.scene.search === "running" ? 0 : 1, leftOnAverage: backend.scene.search === "running" ? 114 : 57 });
      if (backend.scene.search === "found" || keyType.startsWith("p-")) resolve("found");
    }),
  key_progress: (backend) => backend.keyProgress,
  key_search_cancel: (backend, { id }) => {
    backend.searches.get(id)?.("cancelled");
    return null;
  },
  certificate_make: (backend, { id, request }) => {
    const view = backend.find(id);
    const made = fixtures.credential({ id: `c${view.credentials.length + 1}`, keyType: request.keyType, algorithm: request.algorithm, subject: `CN=${request.subject}`, signature: request.signature });
    view.credentials.unshift(made);
    view.credential = made.id;
    return look(view);
  },
  certificate_save: (backend, { id, credentialId, format }) => {
    const view = backend.find(id);
    const credential = view.credentials.find((credential) => credential.id === credentialId);
    if (credential) credential.savedCertificate = { path: `/home/mira/Documents/public.${format}`, at: fixtures.NOW };
    return view;
  },
  key_export: (backend, { id, credentialId, passphrase, form }) => {
    const view = backend.find(id);
    const credential = view.credentials.find((credential) => credential.id === credentialId);
    if (credential) credential.exportedKey = { path: "/home/mira/Documents/private.pem", at: fixtures.NOW, encrypted: passphrase !== null, form };
    return view;
  },
  sheet_save: (backend, { id }) => {
    const view = backend.find(id);
    view.history.push({ at: fixtures.NOW, event: { kind: "sheet-saved", path: "/home/mira/Documents/netsuite-access.html" }, system: null });
    return view;
  },
  evidence_save: (backend, { id }) => {
    const view = backend.find(id);
    if (!backend.scene.choosesFile) return null;
    view.history.push({ at: fixtures.NOW, event: { kind: "evidence-saved", path: "/home/mira/Documents/evidence.html" }, system: null });
    return view;
  },
  token_request: (backend, { id, credentialId }) => {
    const view = backend.find(id);
    const credential = view.credentials.find((credential) => credential.id === credentialId);
    if (credential && credential.state !== "current") credential.state = "proven";
    view.lastProof = { ...fixtures.proofSummary(), ...backend.scene.actsAs };
    view.identity = fixtures.identityOf(view, backend.scene.given);
    look(view);
    const call = backend.scene.testCall ?? fixtures.WORKED;
    if (view.scopes.includes("rest_webservices")) called(view, call);
    return { ...fixtures.proof(), summary: view.lastProof, call: view.scopes.includes("rest_webservices") ? call : null };
  },
  call_test: (backend, { id, read }) => {
    const view = backend.find(id);
    const subject = read.kind === "record" ? read.name : read.kind === "restlet" ? "customscript_orders, customdeploy_orders" : "";
    const made = backend.scene.askedCall ?? { ...fixtures.WORKED, rows: read.kind === "restlet" ? null : 1, call: { ...fixtures.WORKED.call, read: read.kind, subject } };
    called(view, made);
    return made;
  },
  identity_look: (backend, { id }) => {
    const view = backend.find(id);
    backend.scene.given = fixtures.GIVEN;
    view.identity = fixtures.identityOf(view);
    return view;
  },
  upload_request_read: (backend, { id }) => ({ text: `Upload a certificate for ${backend.find(id).name} to NetSuite` }),
  upload_request_save: () => "/home/mira/Documents/netsuite-certificate.html",
  vendor_request_choose: () => ({ file: "orbit.pem", repairs: ["line-marks"], subject: "CN=Orbit Payroll B.V.", fingerprint: fixtures.credential().fingerprint, certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", validUntil: "2028-03-03T00:00:00Z" }),
  vendor_request_read: (_, { request }) => ({ text: `${request.vendor}: ${request.entityName}, ${request.roleName}` }),
  vendor_request_save: () => "/home/mira/Documents/netsuite-certificate.html",
  target_list: () => ({ targets: Object.values(fixtures.TARGETS), withoutM2m: fixtures.WITHOUT_M2M }),
  kit_read: (backend, { id, credentialId }) => fixtures.kit(backend.find(id), credentialId),
  pair_choose: (backend) => backend.scene.pair,
  pair_unlock: (backend, { passphrase }) => {
    if (passphrase === "wrong") throw { kind: "passphrase-wrong" };
    return { ...backend.scene.pair, needsPassphrase: false, problems: [], certificateId: fixtures.OLD_ID, keyType: "rsa-4096", subject: "CN=Larkspur", validUntil: "2027-06-22T00:00:00Z" };
  },
  pair_import: (backend, { name }) => {
    if (name === "") throw { kind: "name-empty" };
    const made = fixtures.connection("target", { id: "brought", name, credentials: [fixtures.credential({ certificateId: fixtures.OLD_ID })], credential: "c1" });
    backend.scene.connections.push(look(made));
    return made;
  },
  pair_discard: () => null,
  practice_start: (backend) => {
    backend.scene.practice = "http://127.0.0.1:41234";
    return backend.practice();
  },
  practice_stop: (backend) => {
    backend.scene.practice = null;
    return backend.practice();
  },
  practice_open: () => null,
  netsuite_open: () => null,
};

/** @param {string} text */
function parsed(text) {
  const account = fixtures.account(text);
  if (!account) throw { kind: "account-id-invalid", text };
  return account;
}

/** @param {ipc.ConnectionView} view @param {ipc.Change} change */
function change_(view, change) {
  switch (change.kind) {
    case "name":
      if (change.name === "") throw { kind: "name-empty" };
      view.name = change.name;
      break;
    case "target":
      view.target = fixtures.targetOf(change.target);
      break;
    case "account":
      view.account = parsed(change.text);
      break;
    case "tick":
      view.ticks = change.done ? [...view.ticks, change.tick] : view.ticks.filter((tick) => tick !== change.tick);
      break;
    case "role":
      if (change.roleName === "" || change.entityName === "") throw { kind: "name-empty" };
      for (const { length } of [change.roleName, change.entityName]) if (length > 100) throw { kind: "name-too-long", most: 100, length };
      view.roleName = change.roleName;
      view.entityName = change.entityName;
      view.roleTakenFrom = null;
      view.identity = fixtures.identityOf(view);
      break;
    case "integration":
      if (change.name === "") throw { kind: "name-empty" };
      if (change.scopes.length === 0) throw { kind: "scopes-empty" };
      view.integration.name = change.name;
      view.scopes = change.scopes;
      break;
    case "client-id": {
      const text = change.text.trim();
      if (/^[0-9a-f]{8}-/i.test(text)) throw { kind: "client-id-is-application-id" };
      if (!/^[0-9a-f]{64}$/i.test(text)) throw { kind: "client-id-invalid" };
      view.integration.clientId = text;
      break;
    }
    case "certificate-id": {
      const credential = view.credentials.find(({ id }) => id === change.credentialId);
      const text = change.text.trim();
      if (text.length !== 43) throw { kind: "certificate-id-invalid", length: text.length };
      if (credential && text !== credential.certificateId && !change.accept) throw { kind: "certificate-id-differs", expected: credential.certificateId, entered: text };
      if (credential) Object.assign(credential, { certificateId: text, certificateIdConfirmed: true, state: "uploaded" });
      break;
    }
    case "handed-over":
      view.handedOverAt = fixtures.NOW;
      break;
  }
  return look(view);
}
