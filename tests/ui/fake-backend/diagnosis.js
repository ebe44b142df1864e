// @ts-check
// Diagnoses as the backend gives them, for the stand-in: a refreshed sandbox, one that is settled, a
// pasted text, no way to NetSuite, and nothing wrong.

import { NOW } from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/** @param {ipc.DiagnosisCheckView["check"]} check @param {ipc.DiagnosisSign} sign @param {string} [detail] @param {ipc.CheckOutcome} [outcome] @returns {ipc.DiagnosisCheckView} */
const check = (check, sign, detail = "", outcome = "passed") => ({ check, outcome, sign, detail });
/** @param {ipc.DiagnosisCheckView["check"]} name @returns {ipc.DiagnosisCheckView} */
const open = (name) => ({ check: name, outcome: "open", sign: null, detail: "" });
/** @param {ipc.DiagnosisSign} sign @param {string} [detail] @returns {ipc.EvidenceView} */
const seen = (sign, detail = "") => ({ sign, detail });

const checks = () => [
  check("pair", "pair-fits"), check("certificate-id", "kid-fits", "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt"), check("dates", "dates-fit", "2028-03-04"), check("algorithm", "algorithm-fits", "ES256"),
  check("client-id", "issuer-fits", "2800a8…98ec"), check("audience", "audience-fits", "3904471-sb2.suitetalk.api.netsuite.com"), check("lifetime", "lifetime-fits", "300"), check("scope", "scope-fits", "restlets, rest_webservices"),
  check("clock", "clock-fits", "1"), open("account"), open("list"),
];

/** @type {(part: Partial<ipc.DiagnosisCauseView> & { cause: ipc.DiagnosisCause }) => ipc.DiagnosisCauseView} */
const cause = (part) => ({ sure: false, evidenceFor: [], evidenceAgainst: [], codes: ["MissingKey"], fix: { act: "new-pair" }, place: "mappings", source: "oracle", ...part });

/** @returns {ipc.DiagnosisView} */
export const refreshed = () => ({
  failure: { doing: "token", at: "2026-11-20T08:12:00Z", ours: true, status: 401, error: "invalid_client", signs: [seen("invalid-client")] },
  checks: checks(),
  causes: [
    cause({ cause: "sandbox-refreshed", codes: ["MissingKey", "InvalidIntegration"], fix: { act: "recreate" }, evidenceFor: [seen("invalid-client"), seen("refreshable", "3904471_SB2"), seen("worked-before", "2026-11-11T08:12:00Z")] }),
    cause({ cause: "certificate-revoked", evidenceFor: [seen("invalid-client"), seen("worked-before", "2026-11-11T08:12:00Z")] }),
    cause({ cause: "role-or-entity-inactive", codes: ["EntityOrRoleDisabled"], fix: { act: "net-suite" }, place: "roles", evidenceFor: [seen("invalid-client")] }),
    cause({ cause: "integration-blocked", codes: ["IntegrationBlocked"], fix: { act: "net-suite" }, place: "integrations", evidenceFor: [seen("invalid-client")] }),
    cause({ cause: "client-id-wrong", codes: ["InvalidIssuer", "UnknownIntegration"], fix: { act: "step", step: "integration" }, place: "integrations", source: "third-party", evidenceFor: [seen("invalid-client")], evidenceAgainst: [seen("worked-before", "2026-11-11T08:12:00Z")] }),
  ],
  decided: false, questions: ["list", "audit-trail"], settled: null, codeUnknown: false, pasted: null, certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", tokenUrl: "https://3904471-sb2.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", askedAt: null, listReadable: false, listUnread: false,
});

/** A token of a minute ago, then refused: nothing was asked yet. @returns {ipc.DiagnosisView} */
export const fresh = () => ({
  ...refreshed(),
  causes: [
    cause({ cause: "integration-blocked", codes: ["IntegrationBlocked"], fix: { act: "net-suite" }, place: "integrations", evidenceFor: [seen("invalid-client")], evidenceAgainst: [seen("worked-recently", "60")] }),
    cause({ cause: "certificate-revoked", evidenceFor: [seen("invalid-client")], evidenceAgainst: [seen("worked-recently", "60")] }),
    cause({ cause: "role-or-entity-inactive", codes: ["EntityOrRoleDisabled"], fix: { act: "net-suite" }, place: "roles", evidenceFor: [seen("invalid-client")], evidenceAgainst: [seen("worked-recently", "60")] }),
    cause({ cause: "sandbox-refreshed", codes: ["MissingKey", "InvalidIntegration"], fix: { act: "recreate" }, evidenceFor: [seen("invalid-client"), seen("refreshable", "3904471_SB2")], evidenceAgainst: [seen("worked-recently", "60")] }),
  ],
});

/** The same, asked by somebody who is signed in: the list is refused. @returns {ipc.DiagnosisView} */
export const blocked = () => {
  const [first] = fresh().causes;
  const off = cause({ cause: "feature-off", codes: ["FeatureDisabled"], fix: { act: "net-suite" }, place: "features", evidenceFor: [seen("list-refused"), seen("invalid-client")], evidenceAgainst: [seen("worked-recently", "60")] });
  return { ...fresh(), askedAt: NOW, listReadable: true, questions: ["audit-trail"], checks: [...checks().slice(0, 9), check("account", "account-known"), check("list", "list-refused", "", "failed")], causes: first ? [{ ...first, evidenceFor: [seen("list-refused"), ...first.evidenceFor] }, off] : [off] };
};

/** The same after a refresh: the list is empty, and one cause is left. @returns {ipc.DiagnosisView} */
export const gone = () => ({ ...blocked(), decided: true, questions: [], checks: [...checks().slice(0, 9), check("account", "account-known"), check("list", "list-empty", "", "failed")], causes: fresh().causes.slice(3).map((left) => ({ ...left, evidenceFor: [seen("list-empty"), ...left.evidenceFor] })) });

/** @returns {ipc.DiagnosisView} */
export const fine = () => ({ ...refreshed(), failure: null, causes: [], questions: [], checks: [...checks().slice(0, 8), open("clock"), open("account"), open("list")] });

/** @returns {ipc.DiagnosisView} */
export const offline = () => ({
  ...refreshed(),
  failure: { doing: "token", at: "2026-11-20T08:12:00Z", ours: true, status: null, error: null, signs: [seen("unreachable", "3904471-sb2.suitetalk.api.netsuite.com")] },
  checks: fine().checks,
  decided: true,
  questions: [],
  causes: [cause({ cause: "no-network", codes: [], fix: { act: "this-computer" }, place: null, source: "derived", evidenceFor: [seen("unreachable", "3904471-sb2.suitetalk.api.netsuite.com")] })],
});

/** @returns {ipc.DiagnosisView} */
export const expired = () => ({ ...fine(), decided: true, checks: [...checks().slice(0, 2), check("dates", "ended", "2026-11-17", "failed"), ...fine().checks.slice(3)], causes: [cause({ cause: "certificate-expired", sure: true, evidenceFor: [seen("ended", "2026-11-17")] })] });

/** @returns {ipc.DiagnosisView} */
const pasted = () => ({
  ...refreshed(),
  failure: { doing: "token", at: NOW, ours: false, status: 500, error: "server_error", signs: [seen("server-error"), seen("algorithm-not-listed", "RS256")] },
  checks: [open("pair"), check("certificate-id", "kid-fits", "ssaHUk…4CGt"), check("dates", "dates-fit", "2028-03-04"), check("algorithm", "algorithm-not-listed", "RS256", "failed"), check("client-id", "issuer-fits", "2800a8…98ec"), check("audience", "audience-fits", "3904471-sb2.suitetalk.api.netsuite.com"), check("lifetime", "lifetime-fits", "300"), check("scope", "scope-fits", "rest_webservices"), open("clock"), open("account"), open("list")],
  causes: [cause({ cause: "algorithm-refused", sure: true, codes: ["UnsupportedAlgo"], fix: { act: "hand-over" }, place: null, source: "third-party", evidenceFor: [seen("algorithm-not-listed", "RS256"), seen("server-error"), seen("their-request")] })],
  decided: true,
  questions: [],
  pasted: { recognised: true, assertion: true, privateKey: false, code: null, signs: [seen("server-error"), seen("algorithm-not-listed", "RS256")] },
});

/** Another system’s assertion: signed with another key, and expired by now. @returns {ipc.DiagnosisView} */
export const two = () => ({
  ...pasted(),
  failure: { doing: "token", at: NOW, ours: false, status: 401, error: "invalid_client", signs: [seen("invalid-client"), seen("signature-of-another"), seen("assertion-old", "18000")] },
  checks: pasted().checks.map((one) => (one.check === "pair" ? check("pair", "signature-of-another", "", "failed") : one.check === "algorithm" ? check("algorithm", "algorithm-fits", "ES256") : one)),
  causes: [
    cause({ cause: "key-of-another-pair", sure: true, codes: ["SignatureValidation"], fix: { act: "hand-over" }, place: null, evidenceFor: [seen("signature-of-another"), seen("invalid-client")] }),
    cause({ cause: "assertion-expired", codes: ["TokenExpired"], fix: { act: "other-system" }, place: null, evidenceFor: [seen("assertion-old", "18000"), seen("invalid-client")] }),
  ],
  decided: false,
  questions: ["audit-trail"],
  pasted: { recognised: true, assertion: true, privateKey: false, code: null, signs: [seen("invalid-client"), seen("signature-of-another"), seen("assertion-old", "18000")] },
});

/** @param {import("./backend.js").FakeBackend} backend @param {any} args @returns {ipc.DiagnosisView} */
function read({ scene }, { told }) {
  const view = scene.diagnosis ?? refreshed();
  if (told.pasted?.includes("server_error")) return pasted();
  if (told.pasted) return { ...view, pasted: { recognised: false, assertion: false, privateKey: told.pasted.includes("PRIVATE KEY"), code: null, signs: [] } };
  if (told.seen) return { ...view, failure: { doing: "mapping", at: NOW, ours: false, status: null, error: null, signs: [seen(told.seen)] }, causes: [cause({ cause: "grant-not-ticked", codes: ["InvalidIntegration"], fix: { act: "net-suite" }, place: "integrations", evidenceFor: [seen(told.seen)] })] };
  if (told.code === "EntityOrRoleDisabled") return { ...view, settled: told.code, decided: true, questions: [], causes: view.causes.filter(({ cause }) => cause === "role-or-entity-inactive") };
  if (told.code) return { ...view, codeUnknown: true };
  return view;
}

/** @type {Record<string, (backend: import("./backend.js").FakeBackend, args: any) => unknown>} */
export const diagnosisCommands = {
  diagnosis_read: read,
  diagnosis_ask: (backend, args) => {
    if (backend.scene.asked) return (backend.scene.diagnosis = backend.scene.asked);
    const view = read(backend, args);
    const rest = view.checks.filter(({ check }) => check !== "account" && check !== "clock");
    return { ...view, askedAt: NOW, checks: [...rest, check("clock", "clock-fits", "1"), check("account", "account-known")] };
  },
};
