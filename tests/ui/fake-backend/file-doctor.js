// @ts-check
// The doctor's table of the stand-in: what lies there is given by the scene, and files come and go.

import { NOW, OLD_ID } from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} DoctorHeld
 * @property {ipc.ExaminedFile[]} chosen what the system's dialog answers with
 * @property {ipc.ExaminedFile[]} opened what a file becomes under its passphrase, by its number
 * @property {ipc.FileCase[]} cases of more than one file
 * @property {ipc.CertificateIdRecord[]} records
 * @property {ipc.CertificateIdLookup} idLookup
 * @property {string[]} accepted the Certificate IDs under which a token is given
 */

/** @type {ipc.CertificateIdRecord} */
const RECORD = { connectionId: "larkspur", name: "Larkspur Medical", practice: false, accountId: "4718203_SB1", integration: "Larkspur M2M" };

/** @type {ipc.CertificateIdCandidate[]} */
export const CANDIDATES = ["q7Vd2mXk0pYb5sTnA3cHrWf9LzUeJ8oGiQ1xSvR6Zt8", "Hk2-9sLdPq0vYt7RxWbN4mFgJ6zCuE1oTiA5kQ_nS3Y", "m0Zx_T5rLe8QyWc1HbVn6dPgKu3Js9oFaI7tXq2RkEw"].map((certificateId, index) => ({ certificateId, state: "active", entity: index === 2 ? "Ada Brandt" : "Mira Halloran", role: "Certdesk Integration", validUntil: ["2027-03-03", "2027-11-20", "2028-01-14"][index] ?? null }));

/** @param {Partial<DoctorHeld>} [held] @returns {DoctorHeld} */
export const table = (held = {}) => ({ chosen: [], opened: [], cases: [], records: [RECORD], idLookup: { found: null, candidates: CANDIDATES, leftOut: 0, pace: 3 }, accepted: [], ...held });

/** @param {FakeBackend} backend @returns {ipc.DoctorView} */
const view = (backend) => {
  const { doctor } = backend.scene;
  const files = backend.table;
  const there = (/** @type {number} */ number) => files.some(({ file }) => file === number);
  const cases = doctor.cases.filter((found) => found.files.every(there));
  const taken = cases.flatMap((found) => found.files);
  const alone = files.filter(({ file }) => !taken.includes(file)).map(({ file, items }) => ({ files: [file], pair: isPair(items) }));
  return { files, cases: [...cases, ...alone], target: backend.doctorTarget, most: 12 };
};

/** @param {ipc.FoundItem[]} items */
const isPair = (items) => items.some(({ kind }) => kind === "private-key") && items.some(({ kind }) => kind === "certificate");

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const DOCTOR_COMMANDS = {
  file_doctor_open: (backend) => {
    backend.table = [];
    return view(backend);
  },
  file_doctor_close: () => null,
  file_doctor_read: view,
  file_doctor_choose: (backend) => {
    backend.table = [...backend.scene.doctor.chosen];
    return view(backend);
  },
  file_doctor_paste: (backend, { name, text }) => {
    if (text.includes("PRIVATE KEY")) throw { kind: "is-private-key" };
    backend.table = [...backend.table, examined(100 + backend.table.length, name, [found("text", "unsuitable")])];
    return view(backend);
  },
  file_doctor_unlock: (backend, { file, passphrase }) => {
    if (passphrase === "wrong") throw { kind: "passphrase-wrong" };
    backend.table = backend.table.map((one) => backend.scene.doctor.opened.find((opened) => opened.file === file && one.file === file) ?? one);
    return view(backend);
  },
  file_doctor_remove: (backend, { files }) => {
    backend.table = backend.table.filter(({ file }) => !files.includes(file));
    return view(backend);
  },
  file_doctor_aim: (backend, { target }) => {
    backend.doctorTarget = target;
    return view(backend);
  },
  certificate_id_records: (backend) => backend.scene.doctor.records,
  certificate_id_look_up: ({ scene }, { pasted }) => {
    if (pasted !== null && !/[\w-]{43}/.test(pasted)) throw { kind: "certificate-id-invalid", length: pasted.length };
    return scene.doctor.idLookup;
  },
  certificate_id_try: async ({ scene, trial }, { certificateId }) => {
    await trial;
    return scene.doctor.accepted.includes(certificateId);
  },
  file_doctor_save_repaired: (backend, { file }) => `/home/mira/Documents/${backend.table.find((one) => one.file === file)?.name.replace(/\.\w+$/, "")}-repaired.pem`,
  file_doctor_save: (_, { form }) => `/home/mira/Documents/${form.startsWith("certificate") ? "public.pem" : "private.pem"}`,
  file_doctor_bring: () => ({ files: [{ name: "client.crt", what: "certificate", detail: "CN=Larkspur", repairs: [] }, { name: "client.key", what: "private-key", detail: null, repairs: [] }], keyType: "p-256", certificateId: OLD_ID, subject: "CN=Larkspur", validUntil: "2028-09-30T00:00:00Z", needsPassphrase: false, problems: [] }),
};

/** @param {number} file @param {string} name @param {ipc.FoundItem[]} items @param {Partial<ipc.ExaminedFile>} [part] @returns {ipc.ExaminedFile} */
export const examined = (file, name, items, part = {}) => ({ file, name, items, verdict: items[0]?.verdict ?? "unsuitable", oddities: [], repairs: [], more: 0, needsPassphrase: false, ...part });

/** @param {ipc.FoundKind} kind @param {ipc.FoundVerdict} verdict @param {Partial<ipc.FoundItem>} [part] @returns {ipc.FoundItem} */
export const found = (kind, verdict, part = {}) => ({ kind, verdict, form: "plain", label: null, key: null, certificate: null, token: null, checks: [], converts: false, ...part });

/** @param {ipc.FoundCheckKind} check @param {ipc.FoundOutcome} [outcome] @param {string} [detail] @returns {ipc.FoundCheck} */
export const check = (check, outcome = "passed", detail = "") => ({ check, outcome, detail });

/** @type {ipc.FoundKey} */
export const P256 = { algorithm: "ec", bits: null, curve: "P-256", keyType: "p-256", signsWith: ["ES256"] };
/** @type {ipc.FoundKey} */
export const RSA_2048 = { algorithm: "rsa", bits: 2048, curve: null, keyType: null, signsWith: [] };
/** @type {ipc.FoundKey} */
export const RSA_4096 = { algorithm: "rsa", bits: 4096, curve: null, keyType: "rsa-4096", signsWith: ["PS256", "PS384", "PS512"] };

/** @param {ipc.FoundKey} [key] @param {Partial<ipc.FoundItem>} [part] */
export const privateKey = (key = P256, part = {}) =>
  found("private-key", key.keyType ? "private" : "refused", { form: "pkcs8", key, converts: key.keyType !== null, checks: [check("key", key.keyType ? "passed" : "failed", String(key.bits ?? key.curve)), check("key-form"), check("keep-private", "attention")], ...part });

/** @param {ipc.FoundKey} [key] @param {Partial<ipc.FoundItem>} [part] @param {Partial<ipc.FoundCertificate>} [facts] */
export const certificate = (key = P256, part = {}, facts = {}) =>
  found("certificate", key.keyType ? "accepted" : "refused", {
    form: "pem",
    key,
    converts: true,
    certificate: { subject: "CN=Larkspur Medical", issuer: null, serial: "3D0B79D3C1F04E77A2C1F3B1D1F9E0C4A7B2E115", notBefore: "2026-10-01T00:00:00Z", notAfter: "2028-09-30T00:00:00Z", signature: key.algorithm === "rsa" ? "RSASSA-PSS, SHA-256, salt 64" : "ecdsa-with-SHA256", fingerprint: Array.from({ length: 32 }, (_, index) => ((index * 37 + 11) % 256).toString(16).padStart(2, "0").toUpperCase()).join(":"), certificateId: OLD_ID, pem: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", ...facts },
    checks: [check("key", key.keyType ? "passed" : "failed", String(key.bits ?? key.curve)), check("valid-now", "passed", "2028-09-30T00:00:00Z"), check("two-years", "passed", "729"), check("self-signed"), check("hyphen"), check("alone")],
    ...part,
  });

export const LOCKED = found("locked-key", "locked", { form: "pem" });

export const ASSERTION = found("token", "refused", {
  token: { purpose: "client-assertion", shown: "eyJhbGciOiJS…", header: '{\n  "alg": "RS256",\n  "typ": "JWT",\n  "kid": "my-key"\n}', claims: '{\n  "iss": "E2398DC1-3A25-4F07-A648-7E57CFEEE7B5",\n  "scope": ["restlets"],\n  "aud": "https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",\n  "iat": 1794650000,\n  "exp": 1794657200\n}', expires: NOW },
  checks: [check("token-algorithm", "failed", "RS256"), check("token-kid", "failed", "my-key"), check("token-issuer", "failed", "E2398DC1-3A25-4F07-A648-7E57CFEEE7B5"), check("token-time", "failed", "7200")],
});
