// @ts-check
// Sign-in, NetSuite's list, uploading and revoking, in every state.

import * as held from "../certificates.js";
import * as fixtures from "../fixtures.js";

/** @import { CertificatesHeld } from "../certificates.js" */
/** @import { Scene } from "../backend.js" */
/** @import { Shown } from "../scenes.js" */

/** @param {Partial<CertificatesHeld>} certificates @param {Partial<Scene>} [scene] @returns {Partial<Scene>} */
const holding = (certificates, scene = {}) => ({ connections: [fixtures.runsOut()], ...scene, certificates: { ...held.held(), ...certificates } });

const UNSETTLED = /** @type {const} */ ({ kind: "upload-unsettled", until: "2026-11-20T09:56:00Z" });
const LIST = "#/connection/northwind/certificates";
const SIGN_IN = "#/connection/northwind/sign-in";
const UPLOAD = "#/connection/northwind/certificates/upload";

/** @param {Partial<CertificatesHeld>} certificates @param {Partial<Scene>} [scene] @returns {Partial<Scene>} */
const walk = (certificates, scene = {}) => holding(certificates, { connections: [fixtures.connection("upload")], ...scene });
/** Built only where it is shown: every page reads all scenes. */
const manyListed = () => holding({ access: held.SIGNED_IN, rows: held.manyRows(10_000) });
/** @type {["click", string]} */
const forMe = ["click", "#way-for-me"];

/** @returns {import("../../../../ui/types/ipc.d.ts").ConnectionView} one that has a certificate to upload */
const renewing = () => {
  const view = fixtures.runsOut();
  view.credentials.unshift(fixtures.credential({ id: "c2" }));
  return view;
};

/** @type {import("../../../../ui/types/ipc.d.ts").HistoryEntry[]} everything that can happen beside the set-up */
const HISTORY = [
  { at: "2026-11-20T09:00:00Z", event: { kind: "signed-in", role: "3", entity: "-5" }, system: null },
  { at: "2026-11-20T09:02:00Z", event: { kind: "vendor-certificate-uploaded", certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", vendor: "Orbit Payroll B.V." }, system: null },
  { at: "2026-11-20T09:05:00Z", event: { kind: "rotation-started", reason: "renewal" }, system: null },
  { at: "2026-11-20T09:06:00Z", event: { kind: "certificate-uploaded", certificateId: fixtures.EXPECTED_ID, foundInList: true }, system: null },
  { at: "2026-11-20T09:10:00Z", event: { kind: "switched", certificateId: fixtures.EXPECTED_ID }, system: null },
  { at: "2026-11-20T09:20:00Z", event: { kind: "certificate-revoked", certificateId: fixtures.OLD_ID }, system: null },
  { at: "2026-11-20T09:20:00Z", event: { kind: "rotation-ended", oldKept: false }, system: null },
];

/** @type {Record<string, Shown>} */
export const CERTIFICATE_SCENES = {
  "list": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"]] },
  "list-by-certificate": { scene: holding({ access: held.BY_CERTIFICATE, list: { host: "4718203.app.netsuite.com", fallback: true } }), hash: LIST, then: [["wait", "#certificates"]] },
  "list-searched": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"], ["click", "#state-active"], ["fill", "#search", "payroll"], ["click", "#sort-entity"]] },
  "list-nothing": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"], ["fill", "#search", "nobody of this name"]] },
  "list-empty": { scene: holding({ access: held.SIGNED_IN, rows: [] }), hash: LIST, then: [["wait", "#list-title"]] },
  "list-full": { scene: holding({ access: held.SIGNED_IN, rows: [...held.rows(), held.row({ certificateId: "Pq0ZtBy2KdXc6mHa9fEu3gJi7oTb5RvQxC1Wn4LrV8s", entityName: "Kassensystem Filialen Süd und angeschlossene Lagerstandorte", entityId: "3301" }), held.row({ certificateId: "y2KdXc6mHa9fEu3gJi7oTb5RvQxC1Wn4LrV8sPq0ZtB", daysLeft: 0, validUntil: "2026-11-20" })] }), hash: LIST, then: [["wait", "#certificates"]] },
  "list-long": { get scene() { return manyListed(); }, hash: LIST, then: [["wait", "#certificates"], ["click", "#page-next"]] },
  "list-linked": { get scene() { return manyListed(); }, hash: "#/connection/northwind", then: [["wait", "#certificates-link"]] },
  "list-reading": { scene: holding({ access: held.SIGNED_IN }, { hanging: ["certificate_list"] }), hash: LIST, then: [["wait", "#list-reading"]] },
  "list-no-permission": { scene: holding({ access: held.SIGNED_IN }, { failures: { certificate_list: { kind: "permission-missing", detail: "Insufficient permission" } } }), hash: LIST, then: [["wait", "[data-failure] .callout"]] },
  "list-offline": { scene: holding({ access: held.SIGNED_IN }, { failures: { certificate_list: { kind: "offline", host: "4718203.restlets.api.netsuite.com", detail: "the name could not be resolved" } } }), hash: LIST, then: [["wait", "[data-failure] .callout"]] },
  "list-signed-out": { scene: holding({}), hash: LIST, then: [["wait", "#sign-in"]] },
  "list-revoke": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"], ["click", "[data-holder=vendor] [data-act=revoke]"], ["wait", "dialog[open]"]] },
  "list-revoke-typed": { scene: holding({ access: held.SIGNED_IN }), hash: `${LIST}/revoke/Wn4LrV8sPq0ZtBy2KdXc6mHa9fEu3gJi7oTb5RvQxC1`, then: [["wait", "dialog[open]"], ["fill", "#typed", "RvQxC1"]] },
  "list-revoke-last": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"], ["click", "[data-holder=ours] [data-act=revoke]"], ["wait", "dialog[open]"]] },
  "list-revoke-itself": { scene: holding({ access: held.BY_CERTIFICATE, rows: held.rows().map((row) => (row.guard ? { ...row, guard: { kind: "revokes-itself" } } : row)) }), hash: LIST, then: [["wait", "#certificates"], ["click", "[data-holder=ours] [data-act=revoke]"], ["wait", "dialog[open]"]] },
  "sign-in": { scene: holding({}), hash: SIGN_IN, then: [["wait", "#sign-in"]] },
  "sign-in-confidential": { scene: holding({}), hash: SIGN_IN, then: [["click", "#client-confidential"], ["click", "#sign-in"], ["wait", "#client-secret-message .field-message"]] },
  "sign-in-secret-kept": { scene: holding({ access: { ...held.NOBODY, publicClient: false, hasClientSecret: true } }), hash: SIGN_IN, then: [["wait", "#secret-kept"]] },
  "sign-in-waiting": { scene: holding({ access: held.WAITING }), hash: SIGN_IN, then: [["wait", "#sign-in-waiting"], ["click", "#sign-in-stays summary"]] },
  "sign-in-not-installed": { scene: holding({ access: { ...held.NOBODY, links: held.LINKS.unknown } }), hash: SIGN_IN, then: [["wait", "#links-missing"]] },
  "sign-in-page": { scene: holding({}), hash: SIGN_IN, then: [["click", "#way-page"], ["fill", "#sign-in-page", held.WEB_PAGE], ["wait", "#sign-in-page-fields"]] },
  "sign-in-page-practice": { scene: holding({ access: { ...held.NOBODY, practicePage: "https://sign-in.practice.invalid/certdesk" } }), hash: SIGN_IN, then: [["click", "#way-page"], ["wait", "#sign-in-page-fields"]] },
  "sign-in-waiting-page": { scene: holding({ access: held.WAITING_FOR_PAGE }), hash: SIGN_IN, then: [["wait", "#sign-in-waiting"]] },
  "sign-in-waiting-not-installed": { scene: holding({ access: { ...held.WAITING, links: held.LINKS.unknown } }), hash: SIGN_IN, then: [["wait", "#links-missing"]] },
  "sign-in-pasted-wrong": { scene: holding({ access: held.WAITING }), hash: SIGN_IN, then: [["fill", "#landed-address", "https://4718203.app.netsuite.com/app/login"], ["click", "[data-act=sign-in-paste]"], ["wait", "#landed-address-message .field-message"]] },
  "sign-in-no-browser": { scene: holding({}, { browser: false }), hash: SIGN_IN, then: [["click", "#sign-in"], ["wait", "#sign-in-failure"]] },
  "sign-in-other-account": { scene: holding({ access: held.WAITING }), hash: SIGN_IN, then: [["fill", "#landed-address", `${held.LANDED.replace("4718203", "9911223")}`], ["click", "[data-act=sign-in-paste]"], ["wait", "#sign-in-failure"]] },
  "sign-in-done": { scene: holding({ access: held.SIGNED_IN }), hash: SIGN_IN, then: [["wait", "#signed-in"]] },
  "sign-in-stays": { scene: holding({ access: { ...held.CONFIDENTIAL, by: { .../** @type {any} */ (held.SIGNED_IN.by), ofAnotherRecord: true } } }), hash: SIGN_IN, then: [["wait", "#signed-in"]] },
  "sign-in-certificate": { scene: holding({ access: held.BY_CERTIFICATE }), hash: SIGN_IN, then: [["wait", "#by-certificate"]] },
  "list-details": { scene: holding({ access: held.SIGNED_IN }), hash: LIST, then: [["wait", "#certificates"], ["click", "[data-holder=vendor] [data-act=details]"], ["wait", "dialog[open]"]] },
  "sign-in-no-record": { scene: holding({}, { connections: [fixtures.connection("integration")] }), hash: SIGN_IN },
  "sign-in-not-asked": { scene: { connections: fixtures.clients(), certificates: { ...held.held(), notices: [{ kind: "sign-in-failed", id: null, failure: { kind: "sign-in-not-asked" } }] } }, hash: "#/connections", then: [["wait", "#notice"]] },
  "sign-in-failed-elsewhere": { scene: holding({ notices: [{ kind: "sign-in-failed", id: "northwind", failure: { kind: "sign-in-denied" } }] }), hash: "#/connections", then: [["wait", "#notice"]] },
  "setup-integration-for-me": { scene: holding({}, { connections: [fixtures.connection("integration")] }), hash: "#/connection/northwind/setup", then: [["click", "#for-me"], ["wait", "#sign-in-fields"]] },
  "setup-upload-for-me": { scene: walk({}), hash: "#/connection/northwind/setup", then: [forMe, ["wait", "#sign-in"]] },
  "setup-upload-waiting": { scene: walk({ access: held.WAITING }), hash: "#/connection/northwind/setup", then: [["wait", "#sign-in-waiting"]] },
  "setup-upload-ready": { scene: walk({ access: held.SIGNED_IN }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-certificate"]] },
  "setup-upload-other-id": { scene: walk({ access: held.SIGNED_IN }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-certificate"], ["select", "#map-role", "other"], ["fill", "#map-role-id", "Alumio"], ["click", "#upload-certificate"], ["wait", "#map-role-id-message .field-message"]] },
  "setup-upload-checking": { scene: walk({ access: held.SIGNED_IN }, { hanging: ["certificate_upload_preview"] }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-checking"]] },
  "setup-upload-not-ready": { scene: walk({ access: held.SIGNED_IN, preview: { ...held.failing({ "free-slot": "5/5", scope: "restlets" }), slots: { active: 5, most: 5 } } }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-checks"]] },
  "setup-upload-listed": { scene: walk({ access: held.SIGNED_IN, preview: held.failing({ "not-listed": fixtures.EXPECTED_ID }) }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-checks"]] },
  "setup-upload-no-permission": { scene: walk({ access: held.SIGNED_IN }, { failures: { certificate_upload_preview: { kind: "permission-missing", detail: "" } } }), hash: "#/connection/northwind/setup", then: [["wait", ".step-sheet .callout"]] },
  "setup-upload-outcome": { scene: walk({ access: held.SIGNED_IN }), hash: "#/connection/northwind/setup", then: [["click", "#upload-certificate"], ["wait", "#upload-outcome"]] },
  "setup-upload-outcome-odd": { scene: walk({ access: held.SIGNED_IN, outcome: { asPredicted: false, certificateId: held.rows()[1]?.certificateId ?? "", foundInList: true, shortened: true, validUntil: "2027-06-30" } }), hash: "#/connection/northwind/setup", then: [["click", "#upload-certificate"], ["wait", "#upload-outcome"]] },
  "setup-upload-unsettled": { scene: walk({ access: held.SIGNED_IN, uploads: [UNSETTLED, UNSETTLED] }), hash: "#/connection/northwind/setup", then: [["click", "#upload-certificate"], ["wait", "#upload-unsettled"]] },
  "upload-ours": { scene: holding({ access: held.SIGNED_IN }, { connections: [renewing()] }), hash: UPLOAD, then: [["wait", "#upload-certificate"]] },
  "upload-none": { scene: holding({ access: held.SIGNED_IN }), hash: UPLOAD, then: [["click", "#which-ours"], ["wait", "[data-act=go-to-step]"]] },
  "upload-vendor": { scene: holding({ access: held.SIGNED_IN, vendor: held.vendorFile() }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#fingerprint"]] },
  "upload-vendor-missing": { scene: holding({ access: held.SIGNED_IN, vendor: held.vendorFile() }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#fingerprint"], ["click", "#vendor-upload"], ["wait", "#fingerprint-compared-message .field-message"]] },
  "upload-vendor-unsettled": { scene: holding({ access: held.SIGNED_IN, vendor: held.vendorFile(), uploads: [UNSETTLED] }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#fingerprint"], ["click", "#fingerprint-compared"], ["fill", "#vendor-name", "Orbit Payroll B.V."], ["select", "#map-role", "1055"], ["select", "#map-entity", "2210"], ["click", "#vendor-upload"], ["wait", "#upload-unsettled"]] },
  "upload-vendor-done": { scene: holding({ access: held.SIGNED_IN, vendor: held.vendorFile() }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#fingerprint"], ["click", "#fingerprint-compared"], ["fill", "#vendor-name", "Orbit Payroll B.V."], ["select", "#map-role", "1055"], ["select", "#map-entity", "2210"], ["click", "#vendor-upload"], ["wait", "#upload-outcome"]] },
  "upload-vendor-request": { scene: holding({}), hash: UPLOAD, then: [["click", "#choose-request"], ["wait", "#request-vendor"], ["fill", "#request-vendor", "Orbit Payroll B.V."]] },
  "setup-upload-nobody": { scene: walk({ access: held.SIGNED_IN, preview: { knownRoles: [{ id: "3", name: null, fit: "administrator" }], knownEntities: [{ id: "-5", name: null, fit: "unnamed" }] } }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-certificate"]] },
  "setup-upload-other-user": { scene: walk({ access: held.SIGNED_IN }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-certificate"], ["select", "#map-entity", "2210"]] },
  "setup-upload-administrator": { scene: walk({ access: held.SIGNED_IN }), hash: "#/connection/northwind/setup", then: [["wait", "#upload-certificate"], ["select", "#map-role", "3"], ["click", "#upload-certificate"], ["wait", "dialog[open]"]] },
  "upload-vendor-both": { scene: holding({ access: held.SIGNED_IN, vendor: { file: "orbit.pem", preview: null, repairs: [], problems: [{ kind: "holds-private-key" }] } }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#vendor-problems"]] },
  "upload-vendor-key": { scene: holding({ access: held.SIGNED_IN, vendor: { file: "orbit.key", preview: null, repairs: [], problems: [{ kind: "is-private-key" }] } }), hash: UPLOAD, then: [["click", "#vendor-choose"], ["wait", "#vendor-problems"]] },
  "connection-vendors": { scene: { connections: [{ ...fixtures.runsOut(), slots: fixtures.slots(3), vendorCertificates: [{ vendor: "Orbit Payroll B.V.", certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", subject: "Orbit Payroll B.V., netsuite-m2m", fingerprint: "AB:B5", validUntil: "2028-03-03T00:00:00Z", daysLeft: 469, state: "active", seenAt: fixtures.NOW }, { vendor: "Tern Payments", certificateId: "Kd7YpM2wXv9aHr5Tz1QsLc8eNb3GfUj6oViR4tBkEyA", subject: "CN=Tern Payments", fingerprint: "CD:01", validUntil: "2028-10-19T00:00:00Z", daysLeft: 699, state: "revoked", seenAt: "2026-11-14T08:12:00Z" }], history: HISTORY }] }, hash: "#/connection/northwind" },
  "practice-sign-in": { scene: holding({ access: held.WAITING }, { connections: [fixtures.connection(null, { practice: true, name: "Practice account", account: fixtures.account("TSTDRV1000001") })], practice: "http://127.0.0.1:41234" }), hash: SIGN_IN, then: [["wait", "#sign-in-waiting"]] },
};
