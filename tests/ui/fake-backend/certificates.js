// @ts-check
// The stand-in's answers for sign-in, list, upload and revocation. What it holds is in the scene.

import { CLIENT_ID, EXPECTED_ID, NOW, OLD_ID, choices } from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */
/** @import { FakeBackend } from "./backend.js" */

/**
 * @typedef {object} CertificatesHeld
 * @property {ipc.AccessView} access
 * @property {ipc.CertificateRow[]} rows
 * @property {Partial<ipc.CertificateList>} list what differs in the answer
 * @property {Partial<ipc.UploadPreview>} preview
 * @property {Partial<ipc.UploadOutcome>} outcome
 * @property {ipc.VendorCertificate | null} vendor what is chosen
 * @property {ipc.Failure[]} uploads what the first uploads end with
 * @property {string | null} savedPage where the native dialog saves the page for a web server
 * @property {ipc.AppNotice[]} notices sent once the window listens
 */

export const REDIRECT_URI = "certdesk://oauth/callback";
export const AUTHORIZE_URL = `https://4718203.app.netsuite.com/app/login/oauth2/authorize.nl?response_type=code&client_id=${CLIENT_ID}&redirect_uri=certdesk%3A%2F%2Foauth%2Fcallback&scope=restlets+rest_webservices&state=pX3vQ0cB7nRk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256`;
/** A page on a consultant's own web server. */
export const WEB_PAGE = "https://sign-in.kestrel-consulting.example/certdesk";
export const LANDED = `${REDIRECT_URI}?state=pX3vQ0cB7nRk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ&code=0a1b2c&role=3&entity=-5&company=4718203`;

export const LANDED_ON_PAGE = LANDED.replace(REDIRECT_URI, WEB_PAGE);

/** An installed Certdesk, and one that `cargo` built. @type {Record<"installed" | "unknown" | "registered", ipc.LinksView>} */
export const LINKS = {
  installed: { openedBy: { kind: "this" }, canRegister: false, canUnregister: false },
  unknown: { openedBy: { kind: "none" }, canRegister: true, canUnregister: false },
  registered: { openedBy: { kind: "this" }, canRegister: true, canUnregister: true },
};

/** @type {ipc.AccessView} */
export const NOBODY = { by: { kind: "none" }, waiting: null, redirectUri: REDIRECT_URI, appRedirectUri: REDIRECT_URI, page: null, practicePage: null, links: LINKS.installed, publicClient: null, hasClientSecret: false, staysSignedIn: false };
/** @type {ipc.Access} */
const SIGNED_IN_BY = { kind: "sign-in", role: "3", entity: "-5", account: "4718203", scopes: ["restlets", "rest_webservices"], expiresAt: "2026-11-20T10:46:00Z", ofAnotherRecord: false };
/** @type {ipc.AccessView} */
export const SIGNED_IN = { ...NOBODY, by: SIGNED_IN_BY, publicClient: true };
/** @type {ipc.AccessView} */
export const WAITING = { ...NOBODY, publicClient: true, waiting: { authorizeUrl: AUTHORIZE_URL, page: null, since: NOW } };
/** @type {ipc.AccessView} */
export const WAITING_FOR_PAGE = { ...WAITING, redirectUri: WEB_PAGE, page: WEB_PAGE, waiting: { authorizeUrl: AUTHORIZE_URL, page: WEB_PAGE, since: NOW } };
/** @type {ipc.AccessView} */
export const CONFIDENTIAL = { ...SIGNED_IN, publicClient: false, hasClientSecret: true, staysSignedIn: true };
/** @type {ipc.AccessView} */
export const BY_CERTIFICATE = { ...NOBODY, by: { kind: "certificate", credentialId: "c1", certificateId: OLD_ID, role: "1042", entity: "1187" } };

/** @param {Partial<ipc.CertificateRow>} part @returns {ipc.CertificateRow} */
export const row = (part) => ({
  certificateId: EXPECTED_ID, state: "active", holder: "unknown", connectionId: null, connectionName: null, credentialId: null, vendor: null, entityId: "1187", entityName: "Alumio Integration User", roleId: "1042", roleName: "Alumio Integration",
  created: "2024-12-02", validFrom: "2024-12-02", validUntil: "2026-12-02", daysLeft: 12, algorithm: "RSA", shortened: false, guard: null, ...part,
});

/** What a consultant finds in an account that has lived for a while. @returns {ipc.CertificateRow[]} */
export const rows = () => [
  row({ certificateId: OLD_ID, holder: "ours", connectionId: "northwind", connectionName: "Northwind Traders", credentialId: "c1", guard: { kind: "revokes-last", connection: "Northwind Traders" } }),
  row({ certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", holder: "vendor", vendor: "Orbit Payroll B.V.", entityId: "2210", entityName: "Orbit Payroll", roleId: "1055", roleName: "Payroll Export", created: "2026-03-04", validFrom: "2026-03-04", validUntil: "2028-03-03", daysLeft: 469, algorithm: "EC" }),
  row({ certificateId: "Wn4LrV8sPq0ZtBy2KdXc6mHa9fEu3gJi7oTb5RvQxC1", entityId: "-5", entityName: "Mira Lindqvist", roleId: "3", roleName: "Administrator", created: "2026-01-30", validFrom: "2026-01-30", validUntil: "2027-06-30", daysLeft: 222, algorithm: "EC", shortened: true }),
  row({ certificateId: "BxUNwiRk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ8JXK", state: "expired", holder: "ours", connectionId: "northwind", connectionName: "Northwind Traders", credentialId: "c0", created: "2023-06-01", validFrom: "2023-06-01", validUntil: "2025-05-31", daysLeft: -538 }),
  row({ certificateId: "Kd7YpM2wXv9aHr5Tz1QsLc8eNb3GfUj6oViR4tBkEyA", state: "revoked", entityId: "1140", entityName: null, roleId: "1042", created: "2024-11-28", validFrom: "2024-11-29", validUntil: "2026-11-28", daysLeft: 8 }),
  row({ certificateId: "hT5vBn8KqW2xYc7LpZ0sRd4MgFa9eUj3oViN6tQkEyX", state: "revoked", entityId: "1187", created: null, validFrom: null, validUntil: null, daysLeft: null, algorithm: null }),
];

/** As many as no account will ever have. @param {number} count @returns {ipc.CertificateRow[]} */
export const manyRows = (count) =>
  Array.from({ length: count }, (_, index) => {
    const until = new Date(Date.UTC(2026, 10, 20) + ((index * 7919) % 1400 - 900) * 86_400_000).toISOString().slice(0, 10);
    const left = Math.floor((Date.parse(until) - Date.UTC(2026, 10, 20)) / 86_400_000);
    const ours = index % 3 === 0;
    return row({
      certificateId: `${index.toString(36).padStart(6, "0")}${OLD_ID.slice(6, 37)}${((index * 2_654_435_761) % 2_176_782_336).toString(36).padStart(6, "x")}`,
      state: index % 11 === 0 ? "revoked" : left < 0 ? "expired" : "active",
      holder: ours ? "ours" : index % 7 === 0 ? "vendor" : "unknown",
      connectionId: ours ? "northwind" : null, connectionName: ours ? "Northwind Traders" : null, vendor: !ours && index % 7 === 0 ? `Vendor ${index % 90}` : null,
      entityId: String(1000 + (index % 400)), entityName: `Integration User ${index % 400}`, roleId: String(1000 + (index % 60)), roleName: `Integration Role ${index % 60}`,
      created: "2024-12-02", validFrom: "2024-12-02", validUntil: until, daysLeft: left, algorithm: index % 2 ? "EC" : "RSA",
    });
  });

/** @type {ipc.UploadCheckView[]} */
const CHECKS = [
  { check: "is-certificate", passed: true, detail: "CN=Northwind Traders - production - Alumio" },
  { check: "key-type", passed: true, detail: "Rsa4096" },
  { check: "validity", passed: true, detail: "2028-11-18" },
  { check: "not-listed", passed: true, detail: EXPECTED_ID },
  { check: "free-slot", passed: true, detail: "3/5" },
  { check: "scope", passed: true, detail: "restlets, rest_webservices" },
  { check: "account", passed: true, detail: "4718203" },
];

/** The same with what does not pass. @param {Partial<Record<ipc.UploadCheckKind, string>>} failed @returns {Partial<ipc.UploadPreview>} */
export const failing = (failed) => ({ ready: false, checks: CHECKS.map((check) => (check.check in failed ? { ...check, passed: false, detail: failed[check.check] ?? "" } : check)) });

/** @returns {CertificatesHeld} */
export const held = () => ({ access: NOBODY, rows: rows(), list: {}, preview: {}, outcome: {}, vendor: null, uploads: [], savedPage: "/home/mira/Documents/certdesk-sign-in.html", notices: [] });

/** @param {CertificatesHeld} held */
const slots = (held) => ({ active: held.rows.filter(({ state }) => state === "active").length, most: 5 });

/** @param {FakeBackend} backend */
function needAccess({ scene: { certificates } }) {
  if (certificates.access.by.kind === "none") throw { kind: "sign-in-needed" };
}

/** @param {{ scene: { certificates: CertificatesHeld } }} backend @param {ipc.ConnectionView | null} [view] whose step 3 it is @returns {ipc.UploadPreview} */
export function preview({ scene: { certificates } }, view = null) {
  const signedIn = certificates.access.by.kind === "none" ? null : certificates.access.by;
  return {
    certificateId: EXPECTED_ID, subject: "CN=Northwind Traders - production - Alumio", fingerprint: "AB:B5:5D:DA:65:CA:73:44:F3:47:0F:6E:61:BE:0B:84:DD:6C:12:81:9F:EA:33:DA:43:12:37:90:CB:D9:B7:C5", keyType: "rsa-4096", validUntil: "2028-11-18T09:31:00Z",
    checks: CHECKS, ready: true, slots: slots(certificates), role: signedIn?.role ?? null, entity: signedIn?.entity ?? null,
    knownRoles: choices([{ id: "3", name: "Administrator" }, { id: "1042", name: "Alumio Integration" }, { id: "1055", name: "Payroll Export" }], view?.roleName ?? "Alumio Integration", true),
    knownEntities: choices([{ id: "-5", name: "Mira Lindqvist" }, { id: "1187", name: "Alumio Integration User" }, { id: "2210", name: "Orbit Payroll" }, { id: "1140", name: null }], view?.entityName ?? "Alumio Integration User"),
    access: certificates.access, ...certificates.preview,
  };
}

/** What the native dialog brings. @returns {ipc.VendorCertificate} */
export const vendorFile = () => ({ file: "orbit-netsuite-2026.cer", preview: { ...preview(/** @type {any} */ ({ scene: { certificates: { ...held(), access: SIGNED_IN } } })), certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", subject: "Orbit Payroll B.V., netsuite-m2m", keyType: "p-256", validUntil: "2028-03-03T00:00:00Z" }, repairs: ["line-marks"], problems: [] });

/** @type {Record<string, (backend: FakeBackend, args: any) => unknown>} */
export const certificateCommands = {
  app_listen: (backend, { onNotice }) => {
    backend.notify = (notice) => onNotice.onmessage(notice);
    for (const notice of backend.scene.certificates.notices) setTimeout(() => onNotice.onmessage(notice));
    return null;
  },
  access_read: ({ scene }) => scene.certificates.access,
  sign_in_start: ({ scene: { certificates, browser } }, { publicClient, clientSecret, staySignedIn, page }) => {
    if (page?.startsWith("http:")) throw { kind: "redirect-page-not-https" };
    certificates.access = { ...certificates.access, page, redirectUri: page ?? REDIRECT_URI, publicClient, staysSignedIn: staySignedIn, hasClientSecret: certificates.access.hasClientSecret || clientSecret !== null, waiting: { authorizeUrl: AUTHORIZE_URL, page, since: NOW } };
    if (!browser) throw { kind: "browser-not-opened", url: AUTHORIZE_URL };
    return certificates.access;
  },
  sign_in_open: () => null,
  sign_in_paste: ({ scene: { certificates } }, { address }) => {
    const page = certificates.access.waiting?.page ?? null;
    if (address.includes(".netsuite.com/")) throw { kind: "sign-in-address-of-net-suite", page: page !== null };
    if (!address.startsWith(REDIRECT_URI) && !(page && address.startsWith(page))) throw { kind: "sign-in-address-elsewhere", expected: page ?? REDIRECT_URI };
    if (address.includes("company=99")) throw { kind: "sign-in-other-account", company: "9911223", expected: "4718203" };
    certificates.access = { ...certificates.access, by: SIGNED_IN_BY, waiting: null };
    return certificates.access;
  },
  sign_in_page_save: ({ scene }) => scene.certificates.savedPage,
  links_register: ({ scene }) => (scene.about.links = scene.certificates.access.links = LINKS.registered),
  links_unregister: ({ scene }) => (scene.about.links = scene.certificates.access.links = LINKS.unknown),
  sign_in_cancel: ({ scene: { certificates } }) => (certificates.access = { ...certificates.access, waiting: null }),
  sign_in_end: ({ scene: { certificates } }) => (certificates.access = { ...certificates.access, by: { kind: "none" }, staysSignedIn: false }),
  client_secret_forget: ({ scene: { certificates } }) => (certificates.access = { ...certificates.access, hasClientSecret: false }),
  certificate_list: (backend) => {
    needAccess(backend);
    return list(backend);
  },
  certificate_export: (backend) => {
    needAccess(backend);
    return { path: "/home/mira/Documents/certificates.csv", list: list(backend) };
  },
  certificate_upload_preview: (backend, { id }) => {
    needAccess(backend);
    return preview(backend, backend.find(id));
  },
  certificate_upload: (backend, { id, credentialId }) => {
    const failure = backend.scene.certificates.uploads.shift();
    if (failure) throw failure;
    const view = backend.find(id);
    const credential = view.credentials.find((credential) => credential.id === credentialId);
    if (credential) Object.assign(credential, { state: "uploaded", certificateIdConfirmed: true });
    return uploaded(backend, backend.look(view), credential?.certificateId ?? "");
  },
  certificate_revoke: (backend, { certificateId, typed }) => {
    if (!certificateId.endsWith(typed) || typed.length !== 6) throw { kind: "confirmation-differs" };
    const found = backend.scene.certificates.rows.find((row) => row.certificateId === certificateId);
    if (found) found.state = "revoked";
    return list(backend);
  },
  vendor_certificate_choose: ({ scene: { certificates } }) => certificates.vendor,
  vendor_certificate_upload: (backend, { id, vendor }) => {
    if (vendor === "") throw { kind: "name-empty" };
    const failure = backend.scene.certificates.uploads.shift();
    if (failure) throw failure;
    return uploaded(backend, backend.find(id), "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt");
  },
  vendor_certificate_discard: () => null,
  history_export: () => "/home/mira/Documents/history.txt",
};

/** @param {FakeBackend} backend @returns {ipc.CertificateList} */
const list = ({ scene: { certificates } }) => ({ at: NOW, host: "4718203.restlets.api.netsuite.com", fallback: false, rows: certificates.rows, slots: slots(certificates), access: certificates.access, ...certificates.list });

/** @param {FakeBackend} backend @param {ipc.ConnectionView} connection @param {string} certificateId @returns {ipc.UploadOutcome} */
const uploaded = ({ scene }, connection, certificateId) => ({ connection, certificateId, asPredicted: true, foundInList: false, validUntil: "2028-11-18", shortened: false, ...scene.certificates.outcome });
