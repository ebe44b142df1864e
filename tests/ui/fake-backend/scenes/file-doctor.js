// @ts-check
// The file doctor in every state.

import { ASSERTION, CANDIDATES, certificate, check, examined, found, LOCKED, P256, privateKey, RSA_2048, RSA_4096, table } from "../file-doctor.js";

/** @import { Shown } from "../scenes.js" */
/** @import { DoctorHeld } from "../file-doctor.js" */

/** @param {Partial<DoctorHeld>} held @param {Shown["then"]} [then] @returns {Shown} */
const at = (held, then = []) => ({ scene: { doctor: table(held) }, hash: "#/doctor", then: [["click", "#choose-files"], ["wait", ".doctor-case"], ...then] });

const pair = { chosen: [examined(1, "client.crt", [certificate()]), examined(2, "client.key", [privateKey()])], cases: [{ files: [1, 2], pair: true }] };

const ALONE = [examined(1, "private.pem", [privateKey()])];

/** @type {NonNullable<Shown["then"]>} */
const LOOKED = [["click", "#find-look"]];

/** The part that finds an ID, for a key that is alone. @param {Partial<DoctorHeld>} held @param {NonNullable<Shown["then"]>} [then] @param {string} [seen] @returns {Shown} */
const finding = (held, then = [], seen = "#id-lookup-title") => at({ chosen: ALONE, ...held }, [["click", "[data-act=find-id]"], ["wait", "#id-lookup-title"], ...then, ["wait", seen]]);

/** @type {Record<string, Shown>} */
export const DOCTOR_SCENES = {
  "doctor-empty": { scene: {}, hash: "#/doctor" },
  "doctor-certificate": at({ chosen: [examined(1, "public.pem", [certificate(RSA_4096)])] }),
  "doctor-pair": at(pair),
  "doctor-several": at({ chosen: [examined(3, "netsuite_key.pem", [privateKey(RSA_2048)]), ...pair.chosen, examined(4, "download.cer", [found("html", "unsuitable")])], cases: pair.cases }),
  "doctor-crowded": at({ chosen: [examined(3, "netsuite_key.pem", [privateKey(RSA_2048)]), ...pair.chosen, examined(5, "protected.pem", [LOCKED], { needsPassphrase: true })], cases: pair.cases, opened: [examined(5, "protected.pem", [privateKey(RSA_4096, { form: "opened" })])] }),
  "doctor-target": at({ chosen: [examined(1, "public.pem", [certificate(P256, { verdict: "attention", checks: [...certificate().checks.filter((one) => one.check !== "hyphen"), check("target-key", "failed", "SuiteCloud CLI"), check("hyphen", "failed", "SuiteCloud CLI")] })])] }, [["select", "#doctor-target", "suitecloud-cli"]]),
  "doctor-locked": at({ chosen: [examined(1, "protected.pem", [LOCKED], { needsPassphrase: true })], opened: [examined(1, "protected.pem", [privateKey(P256, { form: "opened" })])] }),
  "doctor-locked-wrong": at({ chosen: [examined(1, "protected.pem", [LOCKED], { needsPassphrase: true })] }, [["fill", "#passphrase-1", "wrong"], ["click", "[data-act=unlock]"], ["wait", "#passphrase-1-message .field-message"]]),
  "doctor-opened": at({ chosen: [examined(1, "store.p12", [found("locked-keystore", "locked", { form: "der" })], { needsPassphrase: true })], opened: [examined(1, "store.p12", [found("keystore", "unsuitable", { form: "der" }), privateKey(P256, { form: "in-keystore" }), certificate(P256, { form: "in-keystore", checks: [...certificate().checks.slice(0, -1), check("alone", "failed")] })], { verdict: "private" })] }, [["fill", "#passphrase-1", "changeit"], ["click", "[data-act=unlock]"], ["wait", "[data-act=bring-pair]"]]),
  "doctor-nonsense": at({ chosen: [examined(1, "screenshot.png", [found("picture", "unsuitable")]), examined(2, "empty.pem", [found("empty", "unsuitable")]), examined(4, "everything.p12", [found("too-large", "refused", { form: "der" })]), examined(3, "key.pem", [found("cut", "refused", { form: "pem", label: "PRIVATE KEY" })])] }),
  "doctor-odd": at({ chosen: [examined(1, "chain.pem", [certificate(P256, { verdict: "undocumented", checks: [...certificate().checks.filter((one) => !["alone", "self-signed", "two-years"].includes(one.check)), check("self-signed", "unknown", "CN=Example Authority"), check("two-years", "attention", "1826"), check("alone", "failed")] }, { issuer: "CN=Example Authority" }), found("issuer-certificate", "unsuitable", { form: "pem", key: RSA_2048, certificate: certificate(RSA_2048, {}, { subject: "CN=Example Authority" }).certificate })], { verdict: "undocumented", oddities: ["utf16", "windows-line-ends", "text-around"], more: 3 })] }),
  "doctor-repaired": at({ chosen: [examined(1, "postman.json", [privateKey()], { repairs: ["escaped-twice", "backslash-lost"] }), examined(2, "public.pem", [certificate()])], cases: [{ files: [1, 2], pair: true }] }),
  "doctor-old-encryption": at({ chosen: [examined(1, "old.key", [found("legacy-locked-key", "locked", { form: "pem", label: "PBE-MD5-DES" })]), examined(2, "printed.txt", [found("printout", "private", { label: "private-key", key: RSA_4096, checks: [check("keep-private", "attention")] })]), examined(3, "key.xml", [privateKey(RSA_4096, { form: "dotnet-xml", checks: [check("key"), check("key-form", "attention"), check("keep-private", "attention")] })]), examined(4, "backup.gz", [found("compressed", "unsuitable")])] }),
  "doctor-token": at({ chosen: [examined(1, "assertion.jwt", [ASSERTION])] }),
  "doctor-convert": at(pair, [["click", "[data-act=convert]"], ["click", "label:has(#form-encrypted)"], ["wait", "#convert-passphrase"]]),
  "doctor-id-lookup": finding({}),
  "doctor-id-lookup-nowhere": finding({ records: [] }),
  "doctor-id-lookup-paste": finding({}, [["click", "label:has(#id-lookup-source-paste)"], ["wait", "#id-lookup-ids"]]),
  "doctor-id-lookup-signed-out": { ...finding({}, LOOKED, ".callout"), scene: { doctor: table({ chosen: ALONE }), failures: { certificate_id_look_up: { kind: "sign-in-needed" } } } },
  "doctor-id-lookup-found": finding({ idLookup: { found: CANDIDATES[0] ?? null, candidates: [], leftOut: 0, pace: 3 } }, LOOKED, ".copy-field"),
  "doctor-id-lookup-none-fits": finding({ idLookup: { found: null, candidates: [], leftOut: 0, pace: 3 } }, LOOKED, "[data-act=find-again]"),
  "doctor-id-lookup-candidates": finding({ idLookup: { found: null, candidates: CANDIDATES, leftOut: 4, pace: 3 } }, LOOKED, "#find-try"),
  "doctor-id-lookup-trying": { ...finding({}, [...LOOKED, ["wait", "#find-try"], ["click", "#find-try"]], "#find-stop"), scene: { doctor: table({ chosen: ALONE }), hanging: ["certificate_id_try"] } },
  "doctor-id-lookup-given": finding({ accepted: [CANDIDATES[1]?.certificateId ?? ""] }, [...LOOKED, ["wait", "#find-try"], ["click", "#find-try"]], ".copy-field"),
  "doctor-id-lookup-refused": finding({}, [...LOOKED, ["wait", "#find-try"], ["click", "#find-try"]], "[data-act=find-again]"),
  "doctor-failed": { scene: { failures: { file_doctor_choose: { kind: "file-not-read", path: "/home/mira/Documents/client.key", detail: "permission denied" } } }, hash: "#/doctor", then: [["click", "#choose-files"], ["wait", "[data-failure] .callout"]] },
  "doctor-paste": { scene: {}, hash: "#/doctor", then: [["click", "#doctor-paste summary"], ["fill", "#doctor-text", "-----BEGIN PRIVATE KEY-----\nMIGH"], ["wait", "#doctor-text-message .field-message"]] },
};
