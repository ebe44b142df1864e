// @ts-check
// The set-up in every state, also with a key that exists already and with the practice account.

import * as fixtures from "../fixtures.js";

/** @import { Scene } from "../backend.js" */
/** @import { Shown } from "../scenes.js" */

/** @param {import("../../../../ui/types/ipc.d.ts").Step | null} step @param {Partial<import("../../../../ui/types/ipc.d.ts").ConnectionView>} [part] @param {Partial<Scene>} [scene] @returns {Shown} */
const at = (step, part = {}, scene = {}) => ({ scene: { connections: [fixtures.connection(step, part)], ...scene }, hash: "#/connection/northwind/setup" });

const practice = { practice: true, name: "Practice account", account: fixtures.account("TSTDRV1000001") };

/** @type {Record<string, Shown>} */
export const SETUP_SCENES = {
  "new": { scene: {}, hash: "#/new", then: [["click", "[data-act=create]"]] },
  "setup-target": at("target"),
  "setup-target-chosen": { ...at("target"), then: [["click", "label:has(#target-nango)"], ["wait", "#target-chosen .field-message"]] },
  "setup-target-filtered": { ...at("target"), then: [["fill", "#find-target", "oracle"], ["wait", "#target-oracle-integration"]] },
  "setup-target-unknown": { ...at("target"), then: [["fill", "#find-target", "teleporter"], ["wait", ".targets [role=status]"]] },
  "setup-target-without-m2m": { ...at("target"), then: [["click", "label:has(#target-jitterbit)"], ["wait", "[data-system=jitterbit]"]] },
  "setup-target-change": { ...at("upload", { target: fixtures.TARGETS.workato }), hash: "#/connection/northwind/setup/target" },
  "setup-key-rsa-only": { ...at("key", { target: fixtures.TARGETS.activepieces }, { search: "found" }), then: [["wait", "[data-search=found]"], ["click", "#more-other summary"]] },
  "setup-key-ec-only": { ...at("key", { target: fixtures.TARGETS.ampersand }, { search: "found" }), then: [["wait", "[name=key-choice]"]] },
  "setup-hand-over-unseen": { ...at("hand-over", { target: fixtures.TARGETS.workato }), then: [["wait", "#kit-unseen"], ["click", "#kit-from summary"]] },
  "setup-hand-over-n8n": { ...at("hand-over", { target: fixtures.TARGETS.n8n }), then: [["wait", ".kit"]] },
  "setup-hand-over-other": { ...at("hand-over", { target: fixtures.TARGETS.other }), then: [["wait", ".kit"]] },
  "setup-hand-over-refused": { ...at("hand-over", { target: fixtures.TARGETS["suitecloud-cli"] }, { failures: { kit_read: { kind: "certificate-id-not-for-target", certificateId: `-${fixtures.EXPECTED_ID.slice(1)}` } } }), then: [["wait", ".step-sheet .callout"]] },
  "setup-hand-over-cli-path": { ...at("hand-over", { ...fixtures.byCli(), credentials: [fixtures.credential({ state: "uploaded", certificateIdConfirmed: true, exportedKey: { path: "/home/mira/R&D/private.pem", at: fixtures.NOW, encrypted: false, form: "file" } })] }), then: [["wait", "#key-path"]] },
  "setup-account": { ...at("account"), then: [["fill", "#account-id", "https://4718203-sb1.app.netsuite.com/app/center"], ["wait", "#account-recognised"]] },
  "setup-account-wrong": { ...at("account"), then: [["fill", "#account-id", "evil.com/4718203"], ["wait", "#account-id-message .field-message"]] },
  "setup-account-offline": { ...at("account", {}, { failures: { account_check: { kind: "offline", host: "rest.netsuite.com", detail: "the name could not be resolved" } } }), then: [["fill", "#account-id", "4718203"], ["wait", "#account-recognised"], ["click", "[data-act=check]"], ["wait", "[data-failure] .callout"]] },
  "setup-account-unconfirmed": { ...at("account", {}, { accountKnown: null }), then: [["fill", "#account-id", "9999999"], ["wait", "#account-recognised"], ["click", "[data-act=check]"], ["wait", "[data-failure] .callout"]] },
  "setup-role": at("role", { ticks: ["feature-client-suite-script", "feature-oauth2"] }),
  "setup-role-claimed": at("role", { ticks: ["feature-client-suite-script", "feature-server-suite-script", "feature-rest-web-services", "feature-oauth2", "permission-oauth2-login", "permission-rest-web-services", "permission-manage-certificates", "role-assigned"] }),
  "setup-integration": { ...at("integration"), then: [["fill", "#client-id", fixtures.CLIENT_ID]] },
  "setup-integration-wrong": { ...at("integration"), then: [["fill", "#client-id", fixtures.APPLICATION_ID], ["click", "[data-act=continue]"], ["wait", "#client-id-message .field-message"]] },
  "setup-integration-cli": at("integration", { target: fixtures.TARGETS["suitecloud-cli"] }),
  "setup-integration-cli-practice": at("integration", { ...practice, target: fixtures.TARGETS["suitecloud-cli"] }, { practice: "http://127.0.0.1:41123" }),
  "setup-key": { ...at("key"), then: [["wait", "[data-search=running]"]] },
  "setup-key-found": { ...at("key", {}, { search: "found" }), then: [["wait", "[data-search=found]"], ["click", "#more-where summary"], ["click", "#more-other summary"]] },
  "setup-key-cancelled": { ...at("key"), then: [["wait", "[data-search=running]"], ["click", "#cancel-search"], ["wait", "[data-search=cancelled]"]] },
  "setup-key-no-vault": at("key", {}, { vault: { state: "locked" } }),
  "setup-key-exists": { ...at("upload"), hash: "#/connection/northwind/setup/key" },
  "setup-upload": at("upload"),
  "setup-upload-saved": { ...at("upload"), then: [["click", "#save-pem"], ["wait", ".act .field-message[data-tone=ok]"], ["fill", "#certificate-id", fixtures.EXPECTED_ID]] },
  "setup-upload-differs": { ...at("upload"), then: [["click", "#save-pem"], ["wait", ".act .field-message[data-tone=ok]"], ["fill", "#certificate-id", fixtures.MISREAD_ID], ["click", "[data-act=continue]"], ["wait", ".compare"]] },
  "setup-upload-insist": { ...at("upload"), then: [["fill", "#certificate-id", fixtures.MISREAD_ID], ["click", "[data-act=continue]"], ["wait", ".compare"], ["click", "[data-act=insist]"], ["wait", "dialog[open]"]] },
  "setup-unfolded": { ...at("upload"), then: [["click", "#fold-steps"]] },
  "setup-prove": at("prove"),
  "setup-prove-done": { ...at("prove"), then: [["click", "#request-token"], ["wait", "#who-am-i"]] },
  "setup-prove-call-refused": { ...at("prove", {}, { testCall: fixtures.LOGIN_REFUSED }), then: [["click", "#request-token"], ["wait", "#call-refused"]] },
  "setup-prove-administrator": { ...at("prove", {}, { actsAs: { role: "3", entity: "-5" } }), then: [["click", "#request-token"], ["wait", "#who-am-i"]] },
  "setup-prove-another": { ...at("prove", {}, { actsAs: { role: "1055", entity: "2210" } }), then: [["click", "#request-token"], ["wait", "#who-am-i"]] },
  "setup-prove-unnamed": { ...at("prove", {}, { given: {}, failures: { identity_look: { kind: "permission-missing", detail: "" } } }), then: [["click", "#request-token"], ["wait", "#look-up-names"]] },
  "setup-hand-over-administrator": { ...at("hand-over", { lastProof: { ...fixtures.proofSummary(), role: "3", entity: "-5" } }), then: [["wait", ".kit-field"]] },
  "setup-role-practice": at("role", practice, { practice: "http://127.0.0.1:41234" }),
  "setup-role-taken": at("integration", { roleTakenFrom: "Larkspur Medical" }),
  "setup-prove-refused": { ...at("prove", {}, { failures: { token_request: fixtures.REFUSED } }), then: [["click", "#request-token"], ["wait", "#refusal"]] },
  "setup-prove-offline": { ...at("prove", {}, { failures: { token_request: { kind: "timed-out", host: "4718203.suitetalk.api.netsuite.com" } } }), then: [["click", "#request-token"], ["wait", "#refusal"]] },
  "setup-prove-cli": { ...at("hand-over", fixtures.byCli()), hash: "#/connection/northwind/setup/prove" },
  "setup-hand-over-cli": { ...at("hand-over", fixtures.byCli()), then: [["wait", ".kit"], ["click", "[data-act=not-working]"], ["wait", "#stuck"]] },
  "setup-prove-busy": { ...at("prove", {}, { hanging: ["token_request"] }), then: [["click", "#request-token"]] },
  "setup-hand-over": { ...at("hand-over"), then: [["wait", ".kit"]] },
  "setup-hand-over-export": { ...at("hand-over"), then: [["wait", ".kit"], ["click", "#export-key"], ["wait", "dialog[open]"], ["click", "#form-passphrase"]] },
  "setup-hand-over-exported": { ...at("hand-over"), then: [["wait", ".kit"], ["click", "#export-key"], ["click", "[data-dialog=export-key] [data-act=confirm]"], ["wait", ".toast"], ["click", "[data-act=not-working]"]] },
  "setup-finished": { scene: { connections: [fixtures.connection(null, { credentials: [fixtures.credential({ state: "current", certificateIdConfirmed: true, savedCertificate: { path: "/home/mira/Documents/public.pem", at: fixtures.NOW }, exportedKey: { path: "/home/mira/Documents/private.pem", at: fixtures.NOW, encrypted: false, form: "pkcs8-lines" } })] })] }, hash: "#/connection/northwind/setup" },
  "practice-account": { ...at("account", { ...practice, account: null }, { practice: "http://127.0.0.1:41234" }), then: [["wait", "#account-recognised"]] },
  "practice-upload": at("upload", practice, { practice: "http://127.0.0.1:41234" }),
  "practice-stopped": at("upload", practice),
  "bring": { scene: {}, hash: "#/bring" },
  "bring-pair": { scene: { pair: { files: [{ name: "client.crt", what: "certificate", detail: "RSA-4096, until 22 Jun 2027", repairs: [] }, { name: "client.key", what: "private-key", detail: "PKCS#8", repairs: [] }], keyType: "rsa-4096", certificateId: fixtures.OLD_ID, subject: "Larkspur Alumio", validUntil: "2027-06-22T00:00:00Z", needsPassphrase: false, problems: [] } }, hash: "#/bring", then: [["click", "#choose-pair"], ["wait", "#pair"]] },
  "bring-locked": { scene: { pair: { files: [{ name: "client.crt", what: "certificate", detail: null, repairs: [] }, { name: "client.key", what: "encrypted-private-key", detail: null, repairs: [] }], keyType: null, certificateId: null, subject: null, validUntil: null, needsPassphrase: true, problems: [] } }, hash: "#/bring", then: [["click", "#choose-pair"], ["wait", "#pair"], ["fill", "#pair-passphrase", "wrong"], ["click", "[data-act=unlock]"], ["wait", "#pair-passphrase-message .field-message"]] },
  "bring-problems": { scene: { pair: { files: [{ name: "netsuite_key.pem", what: "private-key", detail: "RSA, 2048 bits", repairs: [] }, { name: "public.pem", what: "public-key", detail: null, repairs: [] }], keyType: null, certificateId: null, subject: null, validUntil: null, needsPassphrase: false, problems: [{ kind: "rsa-size-refused", bits: 2048 }, { kind: "is-public-key" }] } }, hash: "#/bring", then: [["click", "#choose-pair"], ["wait", "#pair"]] },
};
