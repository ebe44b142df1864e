// @ts-check
// The file doctor: what a file is, whether NetSuite accepts it, what to do next.

import { day, list, plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { names } from "./enum-labels.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

/** A command is run in a terminal. @typedef {{ title: string, body: string, command?: string }} Told */
/** Each outcome of a check has its line and, where it says more, a note under it. @typedef {[line: string, note?: string | undefined]} CheckWords */

const ACCEPTED = "NetSuite accepts RSA keys of 3072 or 4096 bits, and EC keys on P-256, P-384, or P-521.";

/** "RSA-4096", "RSA-2048", "EC secp256k1". @param {ipc.FoundKey} key */
export function keyWords(key) {
  if (key.keyType) return names.keyType[key.keyType];
  switch (key.algorithm) {
    case "rsa":
      return key.bits === null ? "RSA" : `RSA-${key.bits}`;
    case "rsa-pss":
      return key.bits === null ? "RSASSA-PSS" : `RSASSA-PSS-${key.bits}`;
    case "ec":
      return key.curve === null ? "EC, unnamed curve" : `EC ${key.curve}`;
    case "ec-explicit":
      return "EC with explicit parameters";
    case "ed":
      return "Ed25519 or Ed448";
    case "x":
      return "X25519 or X448";
    case "dsa":
      return "DSA";
    case "other":
      return key.curve ?? "unknown type";
  }
}

/** Why NetSuite doesn’t accept a key, or what is known of it. @param {ipc.FoundKey} key */
function keyRefusal(key) {
  if (key.algorithm === "rsa-pss" && (key.bits === 3072 || key.bits === 4096)) return "Oracle documents RSASSA-PSS keys only for SuiteScript, and many programs, including Certdesk, can’t load them. Create a new RSA key pair.";
  if (key.algorithm === "ec-explicit") return "Its curve is written as parameters instead of a name, which Java can’t read. Create a new key pair.";
  if (key.algorithm === "rsa" && key.bits !== null) return "NetSuite doesn’t accept this key length. Create a new key pair.";
  return `${ACCEPTED} Create a new key pair.`;
}

/** @param {ipc.FoundItem} item @returns {Told} */
function told(item) {
  const { key, certificate, label } = item;
  const named = key ? keyWords(key) : "";
  switch (item.kind) {
    case "certificate":
      return { title: `Certificate, ${named}.`, body: certificateBody(item) };
    case "issuer-certificate":
      return { title: "Issuer’s certificate.", body: `It belongs to ${certificate?.subject ?? ""}, which issued the other certificate. Upload only the first certificate.` };
    case "private-key":
      if (key?.keyType) return { title: `Private key, ${named}.`, body: "NetSuite accepts certificates for this type of key." };
      return { title: `Private key, ${named}.`, body: key ? keyRefusal(key) : ACCEPTED };
    case "locked-key":
      return { title: "Encrypted private key.", body: "Enter its passphrase to see the key type." };
    case "legacy-locked-key":
      return { title: `Encrypted private key, old format${label ? ` (${label})` : ""}.`, body: "Certdesk can’t open this encryption. Convert the key in a terminal, then choose the new file.", command: `openssl pkcs8 -topk8 -in old.key -out new.pem${label && needsLegacy(label) ? " -provider legacy -provider default" : ""}` };
    case "public-key":
      return { title: `Public key, ${named}.`, body: `${NEEDS_CERTIFICATE} Guides that upload a public key are wrong.` };
    case "request":
      return { title: `Certificate request (CSR), ${named}.`, body: "NetSuite doesn’t need an authority: a self-signed certificate from the same private key works." };
    case "revocation-list":
      return { title: "Certificate revocation list (CRL).", body: "Certificate authorities publish these. NetSuite doesn’t ask for one." };
    case "locked-keystore":
      return { title: "PKCS#12 file (.p12, .pfx).", body: "Enter its passphrase to see what’s inside. NetSuite’s M2M page doesn’t accept this format." };
    case "keystore":
      return { title: "PKCS#12 file (.p12, .pfx), opened.", body: "NetSuite’s M2M page doesn’t accept this format. Save its contents in another format." };
    case "bundle":
      return { title: "PKCS#7 bundle (.p7b).", body: "Ask for the certificate alone as .pem or .cer, or extract it in a terminal.", command: "openssl pkcs7 -print_certs -in bundle.p7b" };
    case "java-keystore":
      return { title: "Java keystore (JKS).", body: "Convert it to PKCS#12 in a terminal, then choose the new file.", command: "keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12" };
    case "open-ssh-key":
      return { title: `OpenSSH private key (${label ?? named}).`, body: FOR_SERVERS };
    case "open-ssh-public-key":
      return { title: `OpenSSH public key, ${named}.`, body: FOR_SERVERS };
    case "putty-key":
      return { title: `PuTTY private key (${label ?? named}).`, body: FOR_SERVERS };
    case "jwk":
      return { title: `Public key as JSON (JWK), ${named}.`, body: NEEDS_CERTIFICATE };
    case "private-jwk":
      return { title: `Private key as JSON (JWK), ${named}.`, body: "NetSuite doesn’t accept this type of key. Create a new key pair." };
    case "token":
      return tokenWords(item);
    case "pgp":
      return { title: "PGP data.", body: "It’s for mail and files, not for NetSuite certificates." };
    case "parameters":
      return { title: "Parameters without a key.", body: "OpenSSL writes them before some EC keys. You can leave them out." };
    case "certificate-id":
      return { title: "Certificate ID.", body: `${label ?? ""}. Add the certificate’s file to check whether it has this ID.` };
    case "cut":
      return { title: "Incomplete.", body: label ? `The ${label} block has only its BEGIN or END line. Copy everything from the BEGIN line to the END line, or export it again.` : "The file breaks off before its end. Get a complete copy." };
    case "damaged":
      return { title: "Damaged.", body: "It looks like a key or certificate, but Certdesk can’t read its content. Get a new copy from where it was created." };
    case "markers-changed":
      return { title: `Changed dashes around ${label ?? "a block"}.`, body: "A program changed or removed the five hyphens around BEGIN and END. Get the original file, or restore them: -----BEGIN …-----" };
    case "other-block":
      return { title: `A block named ${label ?? ""}.`, body: "It isn’t used here." };
    case "html":
      return { title: "Web page.", body: "The browser saved this page instead of the file. Sign in and download it again." };
    case "zip":
      return { title: "ZIP archive or office document.", body: "Unzip it, or copy the key or certificate from the document into a plain text file." };
    case "document":
      return { title: "Formatted document.", body: "Save it as plain text, or get the original file." };
    case "picture":
      return { title: "Picture.", body: "Certdesk can’t read pictures. If it shows a private key, treat the key as leaked." };
    case "compressed":
      return { title: "Compressed file.", body: "Unpack it, then choose the file inside." };
    case "printout":
      if (label === "private-key") return { title: `Printed private key${named && `, ${named}`}.`, body: "The key can be rebuilt from it, so keep it as safe as the key. To use the key here, choose its own file." };
      return { title: `Printed details of a ${PRINTED[label ?? ""] ?? "key"}${named && `, ${named}`}.`, body: "They describe it but don’t contain it. Get its own file, which starts with BEGIN." };
    case "json":
      return { title: "JSON without a key.", body: "Certdesk found neither a key nor a certificate in it." };
    case "text":
      return { title: "Plain text.", body: "Certdesk found neither a key, a certificate, nor a token in it." };
    case "binary":
      return { title: "Not recognized.", body: "It’s a binary file, but not a key, a certificate, or a PKCS#12 file." };
    case "empty":
      return { title: "Empty.", body: "It contains nothing, or only spaces. Download or copy it again." };
    case "too-large":
      if (item.form === "der") return { title: "PKCS#12 file (.p12, .pfx), too large.", body: "It contains more than Certdesk opens. Export only the key and its certificate." };
      return { title: "Too large.", body: "The limit is 64 KB." };
  }
}

/** @type {Record<string, string>} */
const PRINTED = { certificate: "certificate", request: "certificate request", "public-key": "public key" };
/** OpenSSL 3 keeps these in a module of its own. @param {string} scheme */
const needsLegacy = (scheme) => /MD2|MD5|RC2|RC4|RC5|-DES$|^DES|, DES/.test(scheme);
const NEEDS_CERTIFICATE = "NetSuite needs a certificate, which is created from the private key.";
const FOR_SERVERS = "It’s for logging in to servers. Create a new key pair for NetSuite.";

/** @param {ipc.FoundItem} item */
function certificateBody({ key, verdict, checks }) {
  const failed = checks.some(({ check, outcome }) => check === "key" && outcome !== "passed");
  if (failed && key) return keyRefusal(key);
  switch (verdict) {
    case "accepted":
      return `NetSuite accepts it. Its key can sign with ${list(key?.signsWith ?? [])}.`;
    case "attention":
      return "Read the notes below before you upload it.";
    case "undocumented":
      return "NetSuite accepts this type of key. Some points below aren’t documented.";
    default:
      return "It won’t work as it is.";
  }
}

const SHORTENED = "Certdesk shows it shortened and didn’t verify its signature.";

/** @param {ipc.FoundItem} item @returns {Told} */
function tokenWords({ token, verdict }) {
  switch (token?.purpose) {
    case "client-assertion":
      return { title: "Client assertion, sent to NetSuite to get a token.", body: verdict === "refused" ? "NetSuite would probably refuse it." : "No problems found. The signature wasn’t verified." };
    case "access-token":
      return { title: "Access token.", body: `Anyone who has it can use the account until it expires. ${SHORTENED}` };
    default:
      return { title: "JSON Web Token.", body: `It doesn’t look like one for NetSuite, but may be another system’s secret. ${SHORTENED}` };
  }
}

/** @param {ipc.FoundCertificate | null} certificate */
const validity = (certificate) => (certificate ? `${day(certificate.notBefore)} to ${day(certificate.notAfter)}` : "");

const SAVE_AS_PEM = "Save it as PEM before you upload it.";
const CAN_BE_CONVERTED = "Some systems need PKCS#8 and don’t say so. You can convert it.";

/** @type {(check: ipc.FoundCheck, item: ipc.FoundItem) => CheckWords} */
function checkWords({ check, outcome, detail }, { kind, key, certificate, form }) {
  const passed = outcome === "passed";
  const named = key ? keyWords(key) : detail;
  switch (check) {
    case "container":
      return ["Not a certificate", "NetSuite accepts .cer, .pem, and .crt files that start with BEGIN CERTIFICATE."];
    case "key":
      if (passed) return ["NetSuite accepts this type of key", named];
      if (outcome === "unknown") return ["NetSuite doesn’t document whether it accepts this type of key", named];
      if (key?.algorithm === "rsa" && key.bits !== null) return [key.bits < 3072 ? "Key too short" : "Wrong key length", `${key.bits} bits. NetSuite accepts 3072 or 4096.`];
      return ["NetSuite doesn’t accept this type of key", named];
    case "valid-now":
      if (passed) return ["Valid now", validity(certificate)];
      if (certificate && Date.parse(certificate.notBefore) > Date.now()) return [`Not valid until ${day(certificate.notBefore)}`];
      return [`Expired on ${day(detail)}`, "Certificates can’t be renewed. Create a new key pair."];
    case "two-years":
      return passed ? ["Valid for at most two years", validity(certificate)] : ["Valid for more than two years", "Oracle says NetSuite shortens it to two years. Others report that the upload fails."];
    case "self-signed":
      if (passed) return ["Self-signed, with a valid signature"];
      if (outcome === "failed") return ["Invalid signature", "It may have been changed after it was signed."];
      return detail === "" ? ["Signature not verified", "Certdesk can’t verify its algorithm."] : [`Issued by ${detail}`, "Oracle shows only self-signed certificates."];
    case "hash":
      return ["Signed with an outdated hash", `${detail}. Oracle’s commands use SHA-256.`];
    case "leaf":
      return ["Created to sign other certificates", "NetSuite doesn’t document whether it accepts one."];
    case "upload-form":
      return form === "base64" ? ["BEGIN and END lines missing", SAVE_AS_PEM] : ["Binary format (DER)", `Oracle describes only PEM. ${SAVE_AS_PEM}`];
    case "alone":
      return passed ? ["Nothing else in the file"] : ["More than this certificate in the file", "Don’t upload this file. Save the certificate by itself and upload that."];
    case "hyphen":
      if (passed) return ["The Certificate ID doesn’t start with a hyphen"];
      if (outcome === "failed") return [`${detail} can’t use this Certificate ID`, "It starts with a hyphen. Create a new certificate to get another ID."];
      return ["The Certificate ID starts with a hyphen", "The SuiteCloud CLI can’t use it; other systems can."];
    case "key-form":
      if (passed && form === "opened") return ["Format: PKCS#8, encrypted", "You opened it here. The file stays encrypted."];
      if (passed) return [form === "in-keystore" ? "Format: PKCS#8 in a PKCS#12 file" : "Format: PKCS#8 PEM"];
      if (form === "pkcs1") return ["Format: PKCS#1, an older one", CAN_BE_CONVERTED];
      if (form === "sec1") return ["Format: SEC1, an older one", CAN_BE_CONVERTED];
      if (form === "jwk") return ["Format: JSON (JWK)", CAN_BE_CONVERTED];
      if (form === "dotnet-xml") return ["Format: XML of .NET", CAN_BE_CONVERTED];
      if (form === "open-ssh") return ["Format: OpenSSH", CAN_BE_CONVERTED];
      if (form === "pkcs8-der") return ["Format: PKCS#8, binary (DER)", "Text boxes need PEM. You can convert it."];
      return ["Unusual format", "Certdesk knows of no NetSuite integration that uses it."];
    case "keep-private":
      return ["Never upload this file", "Anyone who has it can use the key."];
    case "target-key":
      return passed ? [`${detail} accepts this type of key`] : [`${detail} doesn’t accept this type of key`, "Create a key pair of a type that it accepts."];
    case "token-algorithm":
      return passed ? ["Signed with an algorithm that NetSuite lists", detail] : ["Signed with an algorithm that NetSuite doesn’t list", `${detail || "alg is missing"}. NetSuite lists PS256, PS384, PS512, ES256, ES384, and ES512.`];
    case "token-kid":
      if (passed) return ["kid is a Certificate ID", detail];
      return detail === "" ? ["kid is missing", "It must be the Certificate ID."] : ["kid isn’t a Certificate ID", `${detail}. A Certificate ID has 43 characters.`];
    case "token-time":
      if (kind === "token" && detail === "" && outcome === "attention") return ["Expired"];
      if (!passed) return ["Its times aren’t valid", "It has expired, lasts longer than 60 minutes, or lacks iat or exp."];
      return [detail === "" ? "Not expired" : plural(Math.round(Number(detail) / 60), { one: "Valid for {count} minute", other: "Valid for {count} minutes" })];
    case "token-issuer":
      return passed ? ["iss looks like a Client ID"] : ["iss isn’t a Client ID", `${detail || "iss is missing"}. The Client ID (Consumer Key) has 64 characters.`];
  }
}

const ADD_TO_COMPARE = "Add it to check that they match.";

export const doctor = {
  title: "File doctor",
  lead: "Check keys, certificates, and tokens. Files stay on this computer.",
  drop: "Drop files here",
  dropNote: "Keys, certificates, requests, .p12, .pfx, or tokens",
  choose: "Choose files…",
  choosing: "Choosing…",
  anyTarget: "Any system",
  targetLabel: "Target system",
  pasteTitle: "Paste text instead",
  pasteLabel: "Certificate, public key, request, or token",
  pasteHint: "Don’t paste a private key: choose its file instead.",
  pasteAct: "Check text",
  pasting: "Checking…",
  pasteRefused: "Certdesk didn’t keep this private key. Choose its file instead.",
  /** @param {number} number */
  pasteName: (number) => `Pasted text ${number}`,
  emptyTitle: "What it tells you",
  empty: ["What a file is", "Whether NetSuite and the target system accept it", "Which key belongs to which certificate, and the Certificate ID"],
  clear: "Remove all files",
  /** @param {number} files */
  remove: (files) => plural(files, { one: "Remove file", other: "Remove files" }),
  foot: (/** @type {string} */ store) => `After you import a key into ${store}, delete its file.`,
  /** @type {Record<ipc.FoundVerdict, string>} */
  verdict: { accepted: "NetSuite accepts it", attention: "Check before use", undocumented: "Not documented", refused: "Won’t work", private: "Keep private", locked: "Encrypted", unsuitable: "Not for NetSuite" },
  matching: "Matching pair",
  sameKey: "Same key",
  mixed: "Don’t match",
  told,
  checkWords,
  /** @type {Record<ipc.FoundOutcome, string>} */
  outcome: { passed: "Passed:", attention: "Attention:", failed: "Failed:", unknown: "Not known:" },
  together: ["The key matches the certificate"],
  apart: ["The key doesn’t match the certificate", "Add the missing files to find the pairs."],
  keyAlone: ["Certificate missing", ADD_TO_COMPARE],
  certificateAlone: ["Private key missing", ADD_TO_COMPARE],
  shared: "These files contain the same key",
  /** @type {Record<ipc.Oddity, [string, string]>} */
  oddity: {
    utf16: ["Saved as UTF-16", "Many systems can’t read it. Save it as UTF-8."],
    "byte-order-mark": ["Starts with a byte-order mark", "Some programs can’t read it. Save it as UTF-8 without BOM."],
    "windows-line-ends": ["Windows line breaks", "Most systems accept them. NetSuite doesn’t document it."],
    "escaped-line-ends": ["Line breaks written as \\n", "That’s for configuration files. Text boxes need real line breaks."],
    "no-line-ends": ["Line breaks missing", "Certdesk can read it. Many systems can’t."],
    "base64-of-pem": ["PEM encoded as base64", "That’s for build variables. Decode it for any other use."],
    "text-around": ["Text around the key or certificate", "Certdesk ignored it. Some systems don’t, and NetSuite doesn’t document it."],
  },
  repaired: "Repaired",
  repairedNote: "What you see here is the repaired text. The original is unchanged.",
  /** @type {Record<ipc.Repair, string>} */
  repair: {
    "percent-encoded": "Characters were URL-encoded, such as %0A or %2B",
    "html-encoded": "Characters were HTML-encoded, such as &#43; or <br>",
    "quoted-printable": "Characters were encoded for mail (quoted-printable)",
    "unicode-escapes": "Characters were escaped, such as \\u002B",
    "escaped-twice": "Line breaks were escaped twice (\\\\n)",
    continued: "Each line ended with a backslash",
    "backslash-lost": "Line breaks had become the letter n",
    "base64-fields": "Values were encoded as base64",
    "base64-twice": "The text was encoded as base64 twice",
    "invisible-characters": "It contained invisible characters",
    "line-numbers": "The lines were numbered",
    "line-marks": "Each line had marks around it, such as > or quotation marks",
    markers: "The hyphens around BEGIN and END had changed",
    "base64-url": "It used base64 for URLs (- and _)",
    "plus-lost": "Plus signs had become spaces",
  },
  /** @param {string} what had happened to it */
  repairedNamed: (what) => `Repaired: ${what}.`,
  saveRepaired: "Save repaired file…",
  savingRepaired: "Saving…",
  /** @param {number} more */
  more: (more) => plural(more, { one: "Certdesk didn’t check {count} more item in this file.", other: "Certdesk didn’t check {count} more items in this file." }),
  certificateId: "Expected Certificate ID",
  command: "Command",
  details: "Details",
  facts: { subject: "Subject", issuer: "Issuer", dates: "Valid", key: "Key", signature: "Signature", serial: "Serial number", fingerprint: "SHA-256", expires: "Expires" },
  /** @param {Markup} from @param {Markup} until */
  dates: (from, until) => html`${from} to ${until}`,
  tokenShown: "Token",
  header: "Header",
  claims: "Claims",
  claimsHidden: "Encrypted",
  passphrase: "Passphrase",
  passphraseHint: "Certdesk keeps it only while the file is open here.",
  unlock: "Open file",
  unlocking: "Opening…",
  convert: {
    open: "Save in another format…",
    title: "Save in another format",
    form: "Format",
    /** @type {Record<ipc.Conversion, [string, string]>} */
    forms: {
      certificate: ["Certificate, PEM", "For the upload to NetSuite."],
      "certificate-der": ["Certificate, DER", "Binary, for systems that ask for .cer."],
      pkcs8: ["Private key, PKCS#8 PEM", "Unencrypted, for most systems."],
      encrypted: ["Encrypted private key", "PKCS#8 with scrypt and AES-256, to store or send."],
      "one-line": ["Private key on one line", "PKCS#8 with \\n for line breaks, for configuration files."],
      jwk: ["Private key as JSON (JWK)", "Unencrypted, for programs that use JWK."],
      traditional: ["Private key, older format", "PKCS#1 for RSA, SEC1 for EC. Only if asked for."],
      pkcs12: ["Key and certificate, PKCS#12", "One encrypted file (.p12), for Java and Windows."],
    },
    risk: "Anyone who has this file can use the key. Certdesk makes it readable only by you.",
    act: "Save file…",
    saving: "Saving…",
    /** @param {string} path */
    saved: (path) => `Saved to ${path}`,
  },
  idLookup: {
    open: "Find Certificate ID…",
    title: "Which Certificate ID belongs to this key?",
    lead: "If you have the certificate, add its file to see the ID. Otherwise, Certdesk can try IDs with NetSuite.",
    nowhere: "To try IDs, Certdesk needs an integration record. Set up a connection with its account and Client ID, then choose this file again.",
    begin: "Set up a connection",
    record: "Integration record",
    /** @param {ipc.CertificateIdRecord} record */
    recordName: ({ name, integration, accountId, practice }) => `${[name, integration].filter(Boolean).join(" – ")} (${practice ? `${accountId}, practice` : accountId})`,
    source: "Certificate IDs to check",
    /** @type {Record<"list" | "paste", [string, string]>} */
    sources: {
      list: ["NetSuite’s list", "Needs a sign-in, or another certificate of the record."],
      paste: ["Pasted IDs", "Copied from NetSuite’s page, without a sign-in."],
    },
    ids: "Certificate IDs",
    /** @param {Markup} path */
    idsHint: (path) => html`You can paste whole rows from ${path}. Certdesk picks out the IDs.`,
    signIn: "You aren’t signed in for this record",
    signInBody: "Paste the IDs instead, or sign in on the record’s certificate page and choose the file again.",
    signInLink: "Open certificate list",
    look: "Check IDs",
    looking: "Checking…",
    id: "Certificate ID",
    found: "Certificate ID found",
    foundBody: "Certdesk already knows this key’s certificate, so it didn’t need to try any IDs.",
    nothing: "None of these IDs can belong to this key.",
    nothingListed: "Each belongs to another known key or another type of key, was refused before, is revoked, or has expired.",
    nothingPasted: "Each belongs to another known key or was refused before.",
    /** @param {number} count */
    candidates: (count) => plural(count, { one: "{count} ID to try.", other: "{count} IDs to try." }),
    /** @param {number} pace seconds */
    announced: (pace) => `Certdesk requests a token with this key under each ID, every ${pace} seconds, until NetSuite accepts one. It never sends the key, and it discards the token. Refusals appear in the account’s Login Audit Trail, so tell its administrator first.`,
    /** @param {number} count */
    leftOut: (count) => `${plural(count, { one: "{count} more is left for later.", other: "{count} more are left for later." })} NetSuite doesn’t document how many refusals it allows.`,
    /** @param {number} count */
    act: (count) => plural(count, { one: "Try this ID", other: "Try these {count} IDs" }),
    trying: "Trying IDs…",
    stop: "Stop trying",
    stopping: "Stopping after this ID",
    /** @type {Record<"trying" | "refused" | "given", string>} */
    trial: { trying: "Trying…", refused: "Refused", given: "Accepted" },
    others: "Choose other IDs",
    next: "Check next IDs",
    goOn: "Check remaining IDs",
    given: { title: "NetSuite accepted the key under this ID.", body: "It’s the key’s Certificate ID. Certdesk discarded the token." },
    /** @param {number} count */
    none: (count) => ({ title: plural(count, { one: "NetSuite refused it.", other: "NetSuite refused all {count}." }), body: "Either none of these IDs belongs to the key, or NetSuite refuses it for another reason: the record’s State, its box “Client Credentials (Machine to Machine) Grant”, or the mapping’s user or role." }),
    /** @param {number} count */
    stopped: (count) => ({ title: "Stopped.", body: plural(count, { one: "{count} ID was refused.", other: "{count} IDs were refused." }) }),
    trail: "In the audit trail’s column Detail, SignatureValidation means the ID belongs to another key, MissingKey that no valid certificate has it.",
    /** @param {string} date */
    until: (date) => `until ${date}`,
  },
  bring: "Import this key pair",
  bringing: "Importing…",
  newPair: "Create a new key pair",
  /** @param {number} files */
  examined: (files) => plural(files, { one: "{count} file is open here", other: "{count} files are open here" }),
};
