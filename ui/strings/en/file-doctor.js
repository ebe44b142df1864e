// @ts-check
// The file doctor: what a file is, what NetSuite does with it, what to do next.

import { day, figure, list } from "../../lib/format.js";
import { names } from "./enum-labels.js";

/** @import * as ipc from "../../types/ipc.d.ts" */

/** @typedef {{ title: string, body: string }} Told */
/** Each outcome of a check has its line and, where it says more, a note under it. @typedef {[line: string, note?: string | undefined]} CheckWords */

const TAKES = "NetSuite takes RSA with 3072 or 4096 bits, or EC keys on P-256, P-384 or P-521.";

/** "RSA-4096", "RSA with 2048 bits", "EC secp256k1". @param {ipc.FoundKey} key */
export function keyWords(key) {
  if (key.keyType) return names.keyType[key.keyType];
  switch (key.algorithm) {
    case "rsa":
      return key.bits === null ? "RSA" : `RSA with ${key.bits} bits`;
    case "rsa-pss":
      return key.bits === null ? "RSASSA-PSS" : `RSASSA-PSS with ${key.bits} bits`;
    case "ec":
      return key.curve === null ? "EC, curve not named" : `EC ${key.curve}`;
    case "ec-explicit":
      return "EC with explicit parameters";
    case "ed":
      return "Ed25519 or Ed448";
    case "x":
      return "X25519 or X448";
    case "dsa":
      return "DSA";
    case "other":
      return key.curve ?? "of an unknown kind";
  }
}

/** Why NetSuite does not take a key, or what is known of it. @param {ipc.FoundKey} key */
function keyRefusal(key) {
  if (key.algorithm === "rsa-pss" && (key.bits === 3072 || key.bits === 4096)) return "Its type is RSASSA-PSS (id-RSASSA-PSS). Oracle shows such keys for SuiteScript only and does not say whether the page for machine-to-machine certificates takes them; many programs, Certdesk among them, cannot load one. A new pair with an ordinary RSA key is the safe way.";
  if (key.algorithm === "ec-explicit") return "Its curve is written out in parameters instead of named. Java cannot read such a file, and what NetSuite does with it is not documented. A new pair with a named curve is the safe way.";
  return TAKES;
}

/** @param {ipc.FoundItem} item @returns {Told} */
function told(item) {
  const { key, certificate, label } = item;
  const named = key ? keyWords(key) : "";
  switch (item.kind) {
    case "certificate":
      return { title: `A certificate, ${named}.`, body: certificateBody(item) };
    case "issuer-certificate":
      return { title: "The certificate of the issuer.", body: `It belongs to whoever issued the other one (${certificate?.subject ?? ""}). NetSuite asks for the first certificate only.` };
    case "private-key":
      if (key?.keyType) return { title: `A private key, ${named}.`, body: `A certificate made with it is of a kind that NetSuite takes. The key itself is never uploaded: it stays with the system that requests tokens.` };
      return { title: `A private key, ${named}.`, body: key ? `${keyRefusal(key)}${item.verdict === "refused" ? " A certificate made with this key will not work." : ""}` : TAKES };
    case "locked-key":
      return { title: "A private key under a passphrase.", body: "What kind of key it is shows when it is opened. Most systems want it without a passphrase." };
    case "legacy-locked-key":
      return { title: "A private key in OpenSSL’s old encrypted form.", body: "Its first lines say Proc-Type and DEK-Info. That protection is weak and not opened here. Convert it first, and choose the new file: openssl pkcs8 -topk8 -in old.key -out new.pem" };
    case "public-key":
      return { title: `A public key, ${named}.`, body: "NetSuite wants a certificate, which begins with BEGIN CERTIFICATE and holds this key together with a name and dates. Guides that upload a public key are wrong. The certificate is made from the private key." };
    case "request":
      return { title: `A certificate request (CSR), ${named}.`, body: "It asks an authority for a certificate. NetSuite takes no requests and needs no authority: a self-signed certificate made from the same private key will do." };
    case "revocation-list":
      return { title: "A list of revoked certificates (CRL).", body: "An authority publishes it. NetSuite asks for nothing of the kind." };
    case "locked-keystore":
      return { title: "A PKCS#12 file (.p12, .pfx).", body: "It holds certificates, usually with a private key, under a passphrase. NetSuite does not take it as it is." };
    case "keystore":
      return { title: "A PKCS#12 file (.p12, .pfx), opened.", body: "NetSuite does not take it as it is: what is in it can be saved in the form that is needed." };
    case "bundle":
      return { title: "A PKCS#7 bundle (.p7b).", body: "It holds certificates without a key. Ask for the certificate alone as .pem or .cer, or take it out with: openssl pkcs7 -print_certs -in bundle.p7b" };
    case "java-keystore":
      return { title: "A Java keystore in the old form (JKS).", body: "Turn it into a PKCS#12 file, and choose that: keytool -importkeystore -srckeystore old.jks -destkeystore new.p12 -deststoretype pkcs12" };
    case "open-ssh-key":
      return { title: `A private key of OpenSSH (${label ?? named}).`, body: "It is for logging in to servers and in a form of its own. NetSuite’s access needs a key and a certificate made for it: make a new pair." };
    case "open-ssh-public-key":
      return { title: `A public key of OpenSSH, ${named}.`, body: "It is for logging in to servers. NetSuite wants a certificate, which begins with BEGIN CERTIFICATE." };
    case "putty-key":
      return { title: `A private key of PuTTY (${label ?? named}).`, body: "It is for logging in to servers. NetSuite’s access needs a key and a certificate made for it: make a new pair." };
    case "jwk":
      return { title: `A public key as JSON (JWK), ${named}.`, body: "NetSuite wants a certificate, which begins with BEGIN CERTIFICATE." };
    case "private-jwk":
      return { title: `A private key as JSON (JWK), ${named}.`, body: "Whoever has this file has the key. Certdesk does not import this form; let the program that wrote it export PKCS#8, or make a new pair." };
    case "token":
      return tokenWords(item);
    case "pgp":
      return { title: "Something of PGP.", body: "It protects mail and files. It has nothing to do with certificates for NetSuite." };
    case "parameters":
      return { title: "Parameters of a curve, without a key.", body: "OpenSSL writes them before some EC keys. They can be left out." };
    case "certificate-id":
      return { title: "A Certificate ID as text.", body: `${label ?? ""}. It names a certificate in NetSuite. Add the certificate’s file to see whether it has this ID.` };
    case "cut":
      return { title: "Cut off.", body: label ? `The block ${label} begins and does not end, or the reverse. Copy the whole of it, from the BEGIN line to the END line, or export it again.` : "It breaks off before its end. Get the file again, whole." };
    case "damaged":
      return { title: "Damaged.", body: "Its wrapping says that it is a key or certificate, but what is inside is none, or is written in a way that is not read here: a line or a character may be missing, or a program changed it. Get it again from where it was made." };
    case "markers-changed":
      return { title: `A ${(label ?? "block").toLowerCase()} whose dashes were changed.`, body: "An office or mail program has changed the five hyphens around BEGIN and END, or left some out. Get the original file, or set them again by hand: -----BEGIN …-----" };
    case "other-block":
      return { title: `A block named ${label ?? ""}.`, body: "It has no use here." };
    case "html":
      return { title: "A web page.", body: "The browser saved the page, not the file: perhaps the sign-in page, because a session had ended. Download it again while you are signed in." };
    case "zip":
      return { title: "A ZIP archive or an office document.", body: "Unpack it, and choose the files in it. Out of a document, a key or certificate is copied into a plain text file." };
    case "document":
      return { title: "A document with layout.", body: "Keys and certificates are plain text. Save it as plain text, or get the original file." };
    case "picture":
      return { title: "A picture.", body: "A key or certificate cannot be read from a picture. If it shows a private key, that key is no longer secret." };
    case "json":
      return { title: "JSON without a key.", body: "There is no key or certificate in it that is known here." };
    case "text":
      return { title: "Plain text.", body: "There is no key, certificate or token in it." };
    case "binary":
      return { title: "Not recognised.", body: "It is binary, and neither a key nor a certificate nor a PKCS#12 file." };
    case "empty":
      return { title: "Empty.", body: "There is nothing in it but blanks, or nothing at all. The download or the copy failed." };
    case "too-large":
      if (item.form === "der") return { title: "A PKCS#12 file (.p12, .pfx) that is too large.", body: "With one key and its certificates it has a few KB. One of more than 16 KB is not opened here: export the key and its certificate alone, and choose that file." };
      return { title: "Too large.", body: "A file with keys and certificates has at most 64 KB. This one was not read." };
  }
}

/** @param {ipc.FoundItem} item */
function certificateBody({ key, verdict, checks }) {
  const failed = checks.some(({ check, outcome }) => check === "key" && outcome !== "passed");
  if (failed && key) return keyRefusal(key);
  switch (verdict) {
    case "accepted":
      return `NetSuite takes it. Tokens are then signed with ${key ? algorithms(key) : ""}.`;
    case "attention":
      return "NetSuite takes it. Something is to be known first.";
    case "undocumented":
      return "Its key is of a kind that NetSuite takes. What else it brings is documented nowhere.";
    default:
      return "It will not work as it is.";
  }
}

/** @param {ipc.FoundKey} key */
const algorithms = (key) => list(key.signsWith).replace(" and ", " or ");

/** @param {ipc.FoundItem} item @returns {Told} */
function tokenWords({ token, verdict }) {
  switch (token?.purpose) {
    case "client-assertion":
      return { title: "A client assertion.", body: verdict === "refused" ? "It is what a system sends to NetSuite to get a token. This one is refused, as far as can be seen." : "It is what a system sends to NetSuite to get a token. Nothing stands against it; the signature was not verified." };
    case "access-token":
      return { title: "An access token.", body: "Whoever has it can use the account until it runs out. It is shown shortened; the signature was not verified." };
    default:
      return { title: "A JSON Web Token.", body: "Not one for NetSuite, as far as can be seen. It may be a secret of another system; it is shown shortened, and the signature was not verified." };
  }
}

/** @type {(check: ipc.FoundCheck, item: ipc.FoundItem) => CheckWords} */
function checkWords({ check, outcome, detail }, { kind, key, certificate, form }) {
  const passed = outcome === "passed";
  const named = key ? keyWords(key) : detail;
  switch (check) {
    case "container":
      return ["A certificate is needed", "NetSuite’s page takes .cer, .pem and .crt files that begin with BEGIN CERTIFICATE."];
    case "key":
      if (passed) return [`NetSuite takes this kind of key`, named];
      if (outcome === "unknown") return ["Whether NetSuite takes this kind of key is not documented", named];
      if (key?.algorithm === "rsa" && key.bits !== null) return key.bits < 3072 ? ["Not long enough", `${key.bits} bits; 3072 or 4096 are needed`] : ["Not of the right length", `${key.bits} bits; 3072 or 4096 are needed`];
      return ["NetSuite takes no such key", named];
    case "valid-now":
      if (passed) return ["Valid now", certificate ? `${day(certificate.notBefore)} to ${day(certificate.notAfter)}` : ""];
      if (certificate && Date.parse(certificate.notBefore) > Date.now()) return ["Not valid yet", `It begins on ${day(certificate.notBefore)}.`];
      return ["Its time is over", `It ended on ${day(detail)}. An ended certificate cannot be renewed: make a new pair.`];
    case "two-years":
      return passed ? ["Valid for two years or less", certificate ? `${day(certificate.notBefore)} to ${day(certificate.notAfter)}` : ""] : ["Valid for more than two years", `${figure(Number(detail))} days. NetSuite shortens it to two years, Oracle says; others report that the upload fails.`];
    case "self-signed":
      if (passed) return ["Its own key signed it, and the signature holds"];
      if (outcome === "failed") return ["Its signature does not hold", "Something was changed after it was signed."];
      return detail === "" ? ["Its signature could not be verified here", "It uses an algorithm that Certdesk does not verify."] : ["Issued by somebody else", `${detail}. All of Oracle’s samples are self-signed; whether others are taken is not said.`];
    case "hash":
      return ["Signed with an outdated hash", `${detail}. Oracle’s commands use SHA-256.`];
    case "leaf":
      return ["Made for signing other certificates", "It is an authority’s. Whether NetSuite takes one is not documented."];
    case "upload-form":
      return ["Not in PEM", form === "base64" ? "The BEGIN and END lines are missing. Save it as PEM before it is uploaded." : "It is binary (DER). Oracle describes PEM only. Save it as PEM before it is uploaded."];
    case "alone":
      return passed ? ["Nothing else is in the file"] : ["Not alone in its file", "Do not upload this file: save the certificate by itself, and upload that."];
    case "hyphen":
      if (passed) return ["The Certificate ID does not begin with a hyphen"];
      if (outcome === "failed") return [`${detail} cannot take this Certificate ID`, "It begins with a hyphen. Make a new certificate: its ID will be another one."];
      return ["The Certificate ID begins with a hyphen", "The SuiteCloud CLI cannot take such an ID; other systems can. One certificate in 64 has one."];
    case "key-form":
      if (passed) return ["PKCS#8, the form that most systems ask for", form === "opened" ? "It was opened with your passphrase; the file stays protected." : undefined];
      if (form === "pkcs1") return ["PKCS#1, an older form", "Some systems want PKCS#8 and say nothing when they get this. It can be converted."];
      if (form === "sec1") return ["SEC1, an older form", "Some systems want PKCS#8 and say nothing when they get this. It can be converted."];
      if (form === "pkcs8-der") return ["Binary (DER)", "Systems where a key is pasted want PEM. It can be converted."];
      return ["In a form of its own", "No system that connects to NetSuite is known to ask for it."];
    case "keep-private":
      return ["Never uploaded", "Who has this file has the key. Once it is in the keychain, delete the file."];
    case "target-key":
      return passed ? [`${detail} takes this kind of key`] : [`${detail} does not take this kind of key`, "Make a pair of the kind that it takes."];
    case "token-algorithm":
      return passed ? ["Signed by an algorithm that NetSuite knows", detail] : ["Signed by an algorithm that NetSuite does not list", `${detail}. It lists PS256, PS384, PS512, ES256, ES384 and ES512.`];
    case "token-kid":
      return passed ? ["It names a Certificate ID", detail] : ["It names no Certificate ID", detail === "" ? "kid is missing in its header." : `kid is ${detail}; a Certificate ID has 43 characters.`];
    case "token-time":
      if (kind === "token" && detail === "" && outcome === "attention") return ["It has run out"];
      if (passed) return [detail === "" ? "It has not run out" : "Its times are in order", detail === "" ? undefined : `${figure(Math.round(Number(detail) / 60))} minutes`];
      return ["Its times are refused", "It has run out, or it lasts longer than 60 minutes."];
    case "token-issuer":
      return passed ? ["Issued by a Consumer Key"] : ["Not issued by a Consumer Key", `iss is ${detail}; it must be the Consumer Key of 64 characters.`];
  }
}

export const doctor = {
  title: "File doctor",
  lead: "Says what a file is, whether NetSuite takes it, and what belongs together. Files stay on this computer.",
  drop: "Drop files here",
  dropNote: "Keys, certificates, requests, .p12 and .pfx, tokens. Contents decide, not the name.",
  choose: "Choose files…",
  choosing: "Choosing…",
  anyTarget: "Any system",
  targetLabel: "The system it is for",
  pasteTitle: "Paste text instead",
  pasteLabel: "A certificate, a public key, a request or a token",
  pasteHint: "A private key is not pasted: choose its file. It then never enters this window.",
  pasteAct: "Examine",
  pasting: "Examining…",
  pasteRefused: "This is a private key. It was not taken: choose its file instead.",
  /** @param {number} number */
  pasteName: (number) => `Pasted text ${number}`,
  emptyTitle: "What it tells you",
  empty: ["What a file is, whatever its name says", "Whether NetSuite and your system take it, and why not", "Which key belongs to which certificate, and the Certificate ID"],
  clear: "Clear the table",
  remove: "Remove",
  foot: (/** @type {string} */ store) => `A key in a file is a copy. Once it is in ${store}, delete the file.`,
  /** @type {Record<ipc.FoundVerdict, string>} */
  verdict: { accepted: "NetSuite takes it", attention: "Read before use", undocumented: "Not documented", refused: "Not for NetSuite", private: "Keep it private", locked: "Locked", unsuitable: "Nothing for NetSuite" },
  matching: "Matching pair",
  sameKey: "Same key",
  mixed: "Do not belong together",
  told,
  checkWords,
  /** @type {Record<ipc.FoundOutcome, string>} */
  outcome: { passed: "Passed:", attention: "Attention:", failed: "Failed:", unknown: "Not known:" },
  together: ["Key and certificate belong together"],
  apart: ["Key and certificate do not belong together", "Each belongs to another one. Add the missing files to find out which."],
  keyAlone: ["Belongs to a certificate", "Add the certificate to find out."],
  certificateAlone: ["Belongs to a private key", "Add the key to find out."],
  shared: "They hold the same key.",
  /** @type {Record<ipc.Oddity, [string, string]>} */
  oddity: {
    utf16: ["Saved as UTF-16", "Windows’ Notepad and PowerShell write it so. Many systems cannot read it; whether NetSuite does is not documented. Save it anew."],
    "byte-order-mark": ["Begins with a byte-order mark", "Some programs do not recognise what follows. Save it anew."],
    "windows-line-ends": ["Lines end as on Windows", "Most systems read it. Whether NetSuite minds is not documented."],
    "escaped-line-ends": ["Line ends are written as \\n", "So a key stands in configuration files. Systems with a text box want real lines."],
    "no-line-ends": ["The line ends are gone", "A form has swallowed them. It was read here; many systems will not read it."],
    "base64-of-pem": ["Base64 of a PEM text", "So it is put into variables of a build. It has to be undone before a person uses it."],
    "text-around": ["There is text around the blocks", "It was passed over. Some systems want the block alone; whether NetSuite minds is not documented."],
  },
  /** @param {number} more */
  more: (more) => `${figure(more)} more ${more === 1 ? "thing is" : "things are"} in this file and ${more === 1 ? "was" : "were"} not looked at.`,
  certificateId: "Certificate ID, as NetSuite is expected to name it",
  details: "Details",
  facts: { subject: "Name", issuer: "Issuer", dates: "Valid", key: "Key", signature: "Signature", serial: "Serial number", fingerprint: "SHA-256", runsOut: "Runs out" },
  /** @param {string} begins @param {string} ends */
  dates: (begins, ends) => `${begins} to ${ends}`,
  tokenShown: "Token",
  header: "Header",
  claims: "Claims",
  claimsHidden: "They are encrypted.",
  passphrase: "Passphrase",
  passphraseHint: "It opens the file here and is kept only while the file is on the table.",
  unlock: "Open it",
  unlocking: "Opening…",
  convert: {
    open: "Convert…",
    title: "Save in another form",
    form: "Form",
    /** @type {Record<ipc.Conversion, [string, string]>} */
    forms: {
      certificate: ["Certificate, PEM", "For the upload in NetSuite. It holds no secret."],
      "certificate-der": ["Certificate, DER", "Binary, for systems that ask for .cer."],
      pkcs8: ["Private key, PKCS#8", "With its lines, unencrypted: the form that most systems ask for."],
      encrypted: ["Private key under a passphrase", "PKCS#8 with scrypt and AES-256, to be kept or sent."],
      "one-line": ["Private key in one line", "PKCS#8 with \\n where a line ends, for configuration files."],
      traditional: ["Private key, older form", "PKCS#1 for RSA, SEC1 for EC. Only where a system asks for it."],
      pkcs12: ["Key and certificate, PKCS#12", "One file under a passphrase (.p12), for Java and Windows."],
    },
    risk: "Who has this file has the key. Only you may read it; it replaces no file.",
    act: "Save…",
    saving: "Saving…",
    /** @param {string} path */
    saved: (path) => `Saved: ${path}`,
  },
  finder: {
    open: "Find its Certificate ID…",
    title: "Which Certificate ID does this key belong to?",
    lead: "The certificate’s file would tell at once: add it to the table if you have it. Without it, NetSuite can be asked.",
    nowhere: "A key is tried at an integration record. Begin a connection, enter its account and its Consumer Key, then choose this file again.",
    begin: "Begin a connection",
    record: "Integration record",
    /** @param {ipc.FinderRecord} record */
    recordName: ({ name, integration, accountId, practice }) => `${[name, integration].filter(Boolean).join(" – ")} (${practice ? `${accountId}, practice` : accountId})`,
    source: "Certificate IDs to look at",
    /** @type {Record<"list" | "paste", [string, string]>} */
    sources: {
      list: ["NetSuite’s list", "It is read with a sign-in, or with another certificate of the record."],
      paste: ["Pasted ones", "Copied from NetSuite’s page. Needs no sign-in."],
    },
    ids: "Certificate IDs",
    idsHint: "Whole rows may be pasted: other words are passed over. They stand in",
    signIn: "Nobody is signed in for this record",
    signInBody: "Paste the IDs instead, or sign in on the page of its certificates and choose the file again after that.",
    signInLink: "To its certificates",
    look: "Look",
    looking: "Looking…",
    id: "Certificate ID",
    found: "Its Certificate ID is found",
    foundBody: "A certificate that is known on this computer was made with this key and has this ID. Nothing had to be tried.",
    nothing: "None of these can be its own.",
    nothingListed: "Each belongs to another key that is known here, is for another kind of key, is revoked, has ended, or was refused before.",
    nothingPasted: "Each belongs to another key that is known here, or was refused before.",
    /** @param {number} count */
    candidates: (count) => (count === 1 ? "One ID can be tried." : `${figure(count)} IDs can be tried.`),
    /** @param {number} pace seconds */
    announced: (pace) => `Certdesk asks NetSuite for a token with this key under each ID, one after the other, ${pace} seconds apart, until one is accepted. The key itself is not sent, and the token is dropped at once. Each refusal stands in the account’s Login Audit Trail: tell its administrator first.`,
    /** @param {number} count */
    leftOut: (count) => `${figure(count)} more ${count === 1 ? "is" : "are"} left for another time. Nobody documents how many refusals NetSuite takes.`,
    /** @param {number} count */
    act: (count) => (count === 1 ? "Try this ID" : `Try these ${figure(count)} IDs`),
    trying: "Trying…",
    stop: "Stop",
    stopping: "It stops after this one",
    /** @type {Record<"trying" | "refused" | "given", string>} */
    trial: { trying: "Trying…", refused: "Refused", given: "Accepted" },
    others: "Other IDs",
    next: "Look at the next ones",
    goOn: "Go on with the rest",
    given: { title: "NetSuite accepts the key under this ID.", body: "It is its Certificate ID. The token was dropped." },
    /** @param {number} count */
    none: (count) => ({ title: count === 1 ? "NetSuite refused it." : `NetSuite refused all ${figure(count)}.`, body: "Either none of these is its own, or the record refuses for another reason: its State, the box “Client Credentials (Machine to Machine) Grant”, or the user and role of the mapping." }),
    /** @param {number} count */
    stopped: (count) => ({ title: "Stopped.", body: count === 0 ? "None was tried." : `${count === 1 ? "One was" : `${figure(count)} were`} refused before.` }),
    trail: "Which of the two it is stands in the column Detail: SignatureValidation means that the ID is another key’s, MissingKey that no valid certificate has it.",
    /** @param {string} date */
    until: (date) => `until ${date}`,
  },
  bring: "Set up a connection with it",
  bringing: "Taking it over…",
  newPair: "Make a new key pair",
  /** @param {number} files */
  examined: (files) => `${figure(files)} ${files === 1 ? "file is" : "files are"} on the table`,
};
