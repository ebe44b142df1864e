// @ts-check
// One sentence and one remedy for every way in which a command can fail. The switch ends in
// `never`: a new kind in the contract does not pass the type check until it has its words here.

import { day, figure, list } from "../../lib/format.js";
import { names } from "./enum-labels.js";

/** @import { Failure, Step } from "../../types/ipc.d.ts" */

/**
 * @typedef {object} Remedy
 * @property {"try-again" | "check-vault" | "open-key-files" | "start-practice" | "open-board" | "go-to-step" | "open-sign-in" | "open-certificates" | "open-rotation"} act
 * @property {string} label
 * @property {Step} [step] for "go-to-step"
 */
/** @typedef {{ title: string, body: string, remedy: Remedy | null }} Message */

/**
 * What is true now, what it means and what to do.
 * @param {Failure} failure
 * @returns {Message}
 */
export function messageFor(failure) {
  switch (failure.kind) {
    case "vault-unavailable":
      return say("The keychain cannot be reached", "Private keys are kept there, so nothing was made or changed.", CHECK_VAULT);
    case "vault-locked":
      return say("The keychain is locked", "Unlock it, then do this again. Nothing was changed.", CHECK_VAULT);
    case "vault-denied":
      return say("The keychain refused access", "The system or somebody at this computer said no. Allow Certdesk when it asks, then do this again.", CHECK_VAULT);
    case "vault-full":
      return say("The key does not fit into the keychain", `An entry may hold ${figure(failure.limit)} bytes there. Choose a smaller key, for example EC P-256.`, step("key", "Choose another key"));
    case "key-missing":
      return say("The private key is not in the keychain", "It was deleted there, or it was made on another computer. A lost key cannot be brought back: make a new key and certificate.", step("key", "Make a new certificate"));
    case "key-not-readable":
      return say("The private key cannot be read", "The keychain holds something under its name, but it is not this key. Make a new key and certificate.", step("key", "Make a new certificate"));
    case "passphrase-wrong":
      return say("The passphrase does not fit", "Check capitals and the keyboard layout, then enter it again.");
    case "passphrase-too-short":
      return say("The passphrase is too short", `At least ${failure.least} characters are needed.`);

    case "account-id-invalid":
      return say("This is not an account ID", "An account ID looks like 1234567, 1234567_SB1 or TSTDRV1234567. You can also paste any NetSuite address.");
    case "account-not-known":
      return say("NetSuite does not know this account", "It lists no addresses for this ID. Compare it with the address bar of NetSuite, or with Setup > Company > Company Information.");
    case "client-id-invalid":
      return say("This is not a Consumer Key", "A Consumer Key has 64 characters: the digits 0 to 9 and the letters a to f. Copy it once more.");
    case "client-id-is-application-id":
      return say("This is the Application ID", "It stands on the same page and has hyphens. Token requests need the Consumer Key: 64 characters without hyphens, shown once after the record is first saved.");
    case "client-id-is-consumer-secret":
      return say("This looks like the Consumer Secret", "NetSuite shows it below the Consumer Key. It is not needed here and should not be kept: copy the Consumer Key, the line above it.");
    case "client-id-is-certificate-id":
      return say("This is the Certificate ID", "It belongs into step 6. Here the Consumer Key of the integration record is needed.");
    case "certificate-id-invalid":
      return say("This is not a Certificate ID", `A Certificate ID has 43 characters, you entered ${figure(failure.length)}. Copy it from the list in NetSuite.`);
    case "certificate-id-differs":
      return say("The Certificate ID is another one", "NetSuite shows another ID than this certificate has, or it was misread.");
    case "name-empty":
      return say("A name is missing", "Enter something that you will recognise.");
    case "name-too-long":
      return say("This name is too long", `It has ${figure(failure.length)} characters. Shorten it to ${figure(failure.most)} at most.`);
    case "name-differs":
      return say("This isn’t the text to type", "Type it exactly as it is shown. Nothing was removed.");
    case "scopes-empty":
      return say("A scope is missing", "Choose at least one, and tick the same ones on the integration record.");
    case "subject-invalid":
      return say("This name cannot stand in a certificate", "Use at most 64 characters and no line breaks.");
    case "days-out-of-range":
      return say("The certificate would be valid for too long", `NetSuite takes ${figure(failure.most)} days at most.`);
    case "algorithm-not-for-key":
      return say("This algorithm does not go with this key", "Choose another pair of key and algorithm.");
    case "key-type-not-for-target":
      return say("The target cannot use this kind of key", `${names.keyType[failure.keyType]} is not among the kinds it takes. Make a pair of another kind for it.`, step("key", "Make another pair"));
    case "algorithm-not-for-target":
      return say("The target does not sign in this way", `${failure.algorithm} is not among the algorithms it uses. Choose another.`);
    case "certificate-id-not-for-target":
      return say("The target cannot be given this Certificate ID", `${failure.certificateId} begins with a hyphen, which it takes for the beginning of an option. Nothing is wrong with the certificate: make another, and its ID will begin with something else.`, step("key", "Make another pair"));
    case "step-not-ready":
      return say("An earlier step is not done", "This needs what is entered there.", step(failure.step, "Go to that step"));

    case "connection-unknown":
      return say("This connection is not here any more", "It was removed.", BOARD);
    case "guide-unknown":
      return say("This is not here any more", "It was removed.", BOARD);
    case "health-check-unknown":
      return say("Certdesk does not know this text", "It says nothing of the real-time import certificate. Paste one of the three known sentences, whole.");
    case "paste-is-secret":
      return say("This is a private key", "Take it out of this field: it belongs nowhere but into a keychain or its own file. Nothing of it was kept.");
    case "bundle-version-invalid":
      return say("This is not a version", `A version looks like 4.02. You entered: ${failure.text}`);
    case "bundle-version-unclear":
      return say("This version can be read in two ways", `${failure.text} can be an older version or a newer one than the one that matters. Enter it with two digits after the dot, as NetSuite shows it.`);
    case "way-not-open":
      return say("This way is not open", "It does not fit the versions of the bundles.");
    case "record-id-differs":
      return say("This is another ID", `SuiteProjects Pro looks for ${failure.expected}. You entered ${failure.entered || "nothing"}. A record with another ID is of no use to it: delete that one and create it again.`);
    case "secret-id-refused":
      return say("This ID cannot be used", "What is wrong with it stands below the field. Nothing was changed.");
    case "value-empty":
      return say("The value is missing", "Paste what the bank gave, or load it from a file.");
    case "values-differ":
      return say("The two are not the same", "Enter the value again in both fields. Nothing was kept.");
    case "value-too-long":
      return say("The value is too long", `It has ${figure(failure.length)} characters; NetSuite takes ${figure(failure.most)}.`);
    case "preferences-length":
      return say("This is not 32 characters long", `The password of the preferences has exactly ${figure(failure.needed)} characters; this one has ${figure(failure.length)}.`);
    case "value-missing":
      return say("The value is not in memory any more", "It is let go when this page is left or Certdesk is closed. Enter it again, or take it from where it was saved.");
    case "value-not-text":
      return say("This file is no text", "The value of an API secret is text. Choose the file that the bank gave.");
    case "text-holds-value":
      return say("The value itself stands in a text that others can read", "Names, IDs and notes are visible in NetSuite. Take the value out of there. Nothing was kept.");
    case "value-is-kept":
      return say("Its value is still in the keychain", "Delete it there first.");
    case "day-invalid":
      return say("This is not a date", "Write it as year, month and day, for example 2027-11-20.");
    case "day-unclear":
      return say("This date can be read in several ways", `It can be ${list(failure.readings.map((reading) => day(reading)))}. Write it as year, month and day, for example ${failure.readings[0] ?? ""}.`);
    case "overlap-lasts":
      return say("The hour is not over", "Until then NetSuite may still send the old credentials.");
    case "document-newer":
      return say("This was written by a newer Certdesk", `${failure.path} is left as it is. Install the newer version to open it.`, BOARD);
    case "document-damaged":
      return say("This document cannot be read", `${failure.path} is damaged and was left as it is. Bring it back from a backup; private keys are still in the keychain.`, BOARD);
    case "document-target-unknown":
      return say("This connection is for a system that is not known here", `${failure.path} names “${failure.target}”, which this Certdesk has no hand-over kit for. It is left as it is. Install a version that knows the system.`, BOARD);
    case "busy":
      return say("Something else is running for this connection", "Wait until it has ended, then do this again.", TRY_AGAIN);
    case "cancelled":
      return say("Cancelled", "Nothing was changed.");

    case "file-exists":
      return say("The file is already there", `${failure.path} was not written over. Choose another name, or move it away first.`);
    case "volume-without-rights":
      return say("Others could read this file", `${failure.path} wasn’t written: its drive doesn’t keep access rights (FAT, exFAT, some network shares). Save it on this computer’s own drive. A key can also be saved there with a passphrase.`);
    case "disk-full":
      return say("The disk is full", `${failure.path} was not written. Make room, then do this again.`);
    case "folder-read-only":
      return say("This folder cannot be written to", `${failure.path} was not written. Choose another folder.`);
    case "file-not-written":
      return say("The file was not written", `${failure.path}: ${failure.detail}`);
    case "file-not-read":
      return say("The file cannot be read", `${failure.path}: ${failure.detail}`);

    case "pem-empty":
      return say("The file is empty", "Choose the file that holds the certificate or the key.");
    case "pem-binary":
      return say("The file holds no key and no certificate", "It is neither PEM text, which begins with five hyphens and BEGIN, nor the DER of a key or a certificate.");
    case "pem-too-large":
      return say("The file is too large for a key or certificate", `Files up to ${figure(failure.limit)} bytes are read.`);
    case "pem-truncated":
      return say("The end of the file is missing", "The line with END is not there, so part of it was not copied. Copy the whole text, BEGIN and END lines included.");
    case "pem-label-unknown":
      return say("The file holds something else", `It says “${failure.label}”. A certificate says CERTIFICATE, a private key says PRIVATE KEY.`);
    case "is-public-key":
      return say("This is a public key, not a certificate", "NetSuite needs the certificate that was made from it.");
    case "is-private-key":
      return say("This is a private key", "A certificate is needed here. Never upload a private key anywhere.");
    case "holds-private-key":
      return say("This file contains a certificate and a private key", "The certificate alone is needed here. Never send or upload a file with a private key in it: save the certificate by itself, in the file doctor.");
    case "is-certificate-request":
      return say("This is a certificate request", "It asks for a certificate and is none. Choose the certificate itself.");
    case "certificate-missing":
      return say("The certificate is missing", "Choose the key and its certificate together.");
    case "private-key-missing":
      return say("The private key is missing", "Choose the certificate and its key together.");
    case "rsa-size-refused":
      return say(`NetSuite does not take RSA keys of ${figure(failure.bits)} bits`, "It takes exactly 3072 or 4096 bits. Make a new pair.");
    case "rsa-pss-key":
      return say("This key may only sign with RSA-PSS", "Many clients cannot load such a key, and NetSuite does not say that it takes one. Make a new pair.");
    case "curve-explicit":
      return say("The key spells out its curve", "NetSuite and most clients expect a named curve. Make a new pair.");
    case "curve-refused":
      return say("NetSuite does not take this curve", "It takes P-256, P-384 and P-521. Make a new pair.");
    case "key-kind-refused":
      return say("NetSuite does not take this kind of key", "It takes RSA with 3072 or 4096 bits and EC on P-256, P-384 or P-521. Make a new pair.");
    case "key-legacy-encryption":
      return say("The key is protected in an old way", "Its encryption is too weak to be supported. Convert it to PKCS#8 with a passphrase first.");
    case "passphrase-needed":
      return say("The private key is protected by a passphrase", "Enter it below to open the key.");
    case "pair-differs":
      return say("Key and certificate do not belong together", "Each was made for another partner. Look for the other half of one of them.");
    case "certificate-expired":
      return say("The certificate has expired", `It was valid until ${day(failure.at)}. NetSuite refuses it: make a new one.`);
    case "certificate-not-yet-valid":
      return say("The certificate is not valid yet", `It begins on ${day(failure.at)}.`);

    case "offline":
      return say("NetSuite cannot be reached", `${failure.host}: ${failure.detail}. Check the network; everything on this computer works without it.`, TRY_AGAIN);
    case "timed-out":
      return say("NetSuite did not answer in time", `${failure.host} was asked. Nothing was changed; ask again.`, TRY_AGAIN);
    case "tls-failed":
      return say("The secure connection failed", `${failure.host} did not prove who it is: ${failure.detail}. Certdesk sends nothing over such a connection. A proxy that reads traffic needs its certificate in this system’s trust store.`, TRY_AGAIN);
    case "redirected":
      return say("The answer points elsewhere", `${failure.host} sends us ${failure.to === null ? "elsewhere" : `to ${failure.to}`}. Certdesk does not follow: a signed request belongs to one host only. Check the account ID.`, step("account", "Check the account"));
    case "answer-too-large":
      return say("The answer is too large", `${failure.host} sent more than ${figure(failure.limit)} bytes. NetSuite’s answers are small; something else answered.`, TRY_AGAIN);
    case "answer-empty":
      return say("The answer is empty", `Status ${failure.status} without a text. NetSuite documents no such answer.`, TRY_AGAIN);
    case "answer-not-json":
      return say(failure.html ? "A web page came instead of an answer" : "The answer cannot be read", `Status ${failure.status}. It begins: ${failure.excerpt}`, TRY_AGAIN);
    case "server-failed":
      return say(`NetSuite answered with status ${failure.status}`, `${failure.error ? `It says ${failure.error}. ` : ""}The fault is on its side, or the request was one that it does not expect. Wait a little and ask again.`, TRY_AGAIN);
    case "too-many-requests":
      return say("NetSuite asks us to wait", failure.retryAfter === null ? "Too many requests were sent. Wait a minute and ask again." : `Too many requests were sent. Ask again in ${figure(failure.retryAfter)} seconds.`, TRY_AGAIN);
    case "token-refused":
      return say(`NetSuite refused the token request${failure.error ? `: ${failure.error}` : ""}, status ${failure.status}`, "NetSuite does not say why. What could be checked on this computer is listed below.", TRY_AGAIN);

    case "sign-in-denied":
      return say("NetSuite was told not to let Certdesk in", "Deny was pressed, or the role chosen there may not sign in by OAuth 2.0. Nothing was changed. Sign in again, choose a role with the permission “Log in using OAuth 2.0 Access Tokens”, and press Allow.", SIGN_IN);
    case "sign-in-refused":
      return say("NetSuite refused the sign-in", `It says ${failure.error}. ${SIGN_IN_REFUSED[failure.error] ?? "Compare Scope, Redirect URI and State on the integration record with what is shown in step 4."}`, SIGN_IN);
    case "sign-in-state-differs":
      return say("This answer belongs to another sign-in", "It was made for an earlier attempt, or somebody else made it. Certdesk did not use it. Use the page that was opened last, or sign in again.", SIGN_IN);
    case "sign-in-not-asked":
      return say("An answer came to a sign-in nobody asked for", "No sign-in is waiting here: it has ended, or something else opened the address. Certdesk used nothing of it. If it was you, sign in again.", SIGN_IN);
    case "sign-in-address-invalid":
      return say("This is not the address a sign-in ends on", "It doesn’t contain NetSuite’s answer. Choose Allow first, then copy the whole address.");
    case "sign-in-address-of-net-suite":
      return say("This is the address of NetSuite’s own page", failure.page ? "It doesn’t contain the answer. Choose Allow there, then copy the address that your page shows." : "It doesn’t contain the answer. In Chrome and Edge it stays like this if Certdesk isn’t opened, and there’s nothing to copy: allow once more and open Certdesk, or use a web page.");
    case "sign-in-address-elsewhere":
      return say("This is the address of another page", `The right one begins with ${failure.expected}. Copy the whole address that is shown there.`);
    case "redirect-page-not-https":
      return say("NetSuite doesn’t accept http as Redirect URI", "Not even for this computer. Enter the page’s https address.");
    case "redirect-page-invalid":
      return say("This isn’t the address of a web page", "Enter the whole https address, without ? or # at its end: NetSuite adds its answer there.");
    case "links-not-changed":
      return say("The program for certdesk:// links wasn’t changed", `The system says: ${failure.detail}. To sign in without the links, use a web page.`);
    case "sign-in-other-account":
      return say("You signed in to another account", `The browser answered for ${failure.company}, this connection is for ${failure.expected}. Nothing of it was used. Sign out of NetSuite in the browser, or switch the role to ${failure.expected}, then sign in again.`, SIGN_IN);
    case "sign-in-values-invalid":
      return say("The answer names no account, role or user", "What stands in the address is not what NetSuite writes there, so nothing of it was used. Copy the address once more, or sign in again.", SIGN_IN);
    case "sign-in-code-refused":
      return say("NetSuite did not take the code of this sign-in", `It says ${failure.error}. A code can be used once and only for a short time. Sign in again.`, SIGN_IN);
    case "client-secret-needed":
      return say("The Client Secret is missing", "A confidential client signs in with it. NetSuite shows it once, below the Consumer Key, when the record is first saved. Without it, tick Public Client on the record and choose “Public client” here.", SIGN_IN);
    case "client-not-authenticated":
      return failure.publicClient
        ? say("NetSuite wants a Client Secret from this client", "On the integration record the box Public Client is not ticked. Tick it, or choose “Confidential client” and enter the secret.", SIGN_IN)
        : say("NetSuite does not take this Client Secret", "It belongs to another record, or it was reset since. Enter the present one, or tick Public Client on the record and choose “Public client”.", SIGN_IN);
    case "sign-in-needed":
      return say("Nobody is signed in", "The list of certificates is NetSuite’s; it is read and changed with a sign-in, or with a proven certificate of this record.", SIGN_IN);
    case "sign-in-ended":
      return say("The sign-in has ended", "NetSuite lets one last 60 minutes, longer only when you stay signed in. Sign in again; nothing that was entered is lost.", SIGN_IN);

    case "token-not-accepted":
      return say("NetSuite does not accept this access", `${failure.host} answered with status 401. The sign-in was ended there, or the user or role was made inactive. Sign in again.`, SIGN_IN);
    case "permission-missing":
      return say("A permission is missing", `NetSuite answered with status 403${failure.detail ? ` and says: ${failure.detail}` : ""}. Most likely the role lacks “Manage own OAuth 2.0 Client Credentials Certificates”, under Permissions > Setup. Add it to the role, or sign in with another role.`, SIGN_IN);
    case "endpoint-missing":
      return say("This account has no list of certificates to offer", `${failure.host} answered with status 404. NetSuite documents this interface as of release 2026.1; an older account does not have it, or it does not know the Client ID. Uploading by hand works in every account.`, TRY_AGAIN);
    case "endpoint-refused":
      return say(`NetSuite refused with status ${failure.status}${failure.code ? `: ${failure.code}` : ""}`, `${failure.detail ? `It says: ${failure.detail}. ` : ""}Oracle documents no list of these answers. Nothing is sent a second time by itself: read the list to see what is true now.`, CERTIFICATES);
    case "scope-missing":
      return say("The access does not reach this list", "Its token was issued without the scope REST web services. Tick REST WEB SERVICES on the integration record and in step 4, then sign in again.", step("integration", "Open step 4"));
    case "role-or-entity-missing":
      return say("Role and entity are not known", "NetSuite ties a certificate to one user and one role. Choose both, or enter their internal IDs.");
    case "internal-id-invalid":
      return say("This is not an internal ID", "An internal ID is a whole number, such as 1042 or -5. It stands at the end of the page’s address in NetSuite, after id=.");
    case "acts-as-administrator":
      return say("The certificate would act as Administrator", "Whoever has its key could do everything in this account. Nothing was sent: choose another role, or confirm that it is meant.");
    case "acts-as-another":
      return say("The certificate would act as somebody else", `Step 3 expects ${failure.expected}, you chose ${failure.chosen}. Nothing was sent: choose again, or confirm that it is meant.`);
    case "slots-full":
      return say(`All ${figure(failure.most)} slots are in use`, "NetSuite takes no further certificate for this integration record. Revoke one that nobody uses, then upload again.", CERTIFICATES);
    case "certificate-already-listed":
      return failure.revoked
        ? say("This certificate was revoked in NetSuite", "A revoked certificate cannot be used again. Make a new key and certificate.", step("key", "Make a new certificate"))
        : say("NetSuite has this certificate already", "It is in the list, so nothing was sent. There is nothing to upload.", CERTIFICATES);
    case "upload-unsettled":
      return say("Whether the upload arrived is not known yet", "The answer was lost, and the list does not show the certificate. Certdesk does not send it twice: wait a minute, then read the list again.", TRY_AGAIN);
    case "upload-lost":
      return say("The upload did not arrive", "NetSuite’s list does not show the certificate, long after it was sent. Certdesk never sends a certificate twice: upload it by hand on NetSuite’s page, after which the list shows it, or make a new pair.");
    case "certificate-not-listed":
      return say("NetSuite does not list this certificate", "It was never uploaded to this integration record, or the account was refreshed since. Read the list again.", CERTIFICATES);
    case "revokes-itself":
      return say("The access in use comes from this certificate", "Revoking it would end the access in the middle of the work. Sign in by the browser, or rotate the connection: the new certificate then revokes the old one.", SIGN_IN);
    case "revokes-last":
      return say(`${failure.connection} would be left without a certificate`, "It is the last one that works for this connection, and its system would fetch no more tokens. Rotate instead: the old certificate goes after the new one is proven and in use.", ROTATION);
    case "revoke-unsettled":
      return say("The list still shows this certificate as active", "NetSuite answered, but the list counts. Wait a minute, then read it again; revoking again does no harm.", CERTIFICATES);
    case "confirmation-differs":
      return say("These are not the last six characters", "Type them as they are shown, capitals included. Nothing was revoked.");

    case "rotation-under-way":
      return say("This connection is being rotated already", "Continue that rotation, or abandon it, before you begin another.", ROTATION);
    case "rotation-missing":
      return say("No rotation is under way here", "It was ended or abandoned. What is true now stands on the page of the connection.", TRY_AGAIN);
    case "rotation-elsewhere":
      return say("Another Certdesk works on this rotation", "It was started twice on this computer. Let the other one finish, or close it; then continue here.", TRY_AGAIN);
    case "rotation-not-there":
      return say("The rotation stands at another step", "It went on since this was shown. Read it again and go on from there.", TRY_AGAIN);

    case "practice-not-running":
      return say("The practice account is not running", "Start it, then do this again. Nothing was lost.", START_PRACTICE);
    case "account-not-refreshable":
      return say("This account is never refreshed", "Only sandboxes, Release Preview and the practice account are. Nothing was changed.");
    case "practice-not-started":
      return say("The practice account did not start", `The system says: ${failure.detail}`, START_PRACTICE);
    case "browser-not-opened":
      return say("The browser did not open", `Open this address yourself: ${failure.url}`);
    case "folder-not-opened":
      return say("The folder did not open", `Open it yourself: ${failure.path}`);
    case "unexpected":
      return say("Something happened that Certdesk did not expect", `The log names it under ${failure.reference}. Nothing is known to be lost.`, TRY_AGAIN);
    default:
      return unreachable(failure);
  }
}

/** @param {string} title @param {string} body @param {Remedy | null} [remedy] @returns {Message} */
const say = (title, body, remedy = null) => ({ title, body, remedy });

/** @param {Step} step @param {string} label @returns {Remedy} */
const step = (step, label) => ({ act: "go-to-step", label, step });

/** @param {never} failure @returns {Message} */
function unreachable(failure) {
  // A newer backend than this window: say what it sent instead of nothing.
  return say("Something happened that Certdesk has no words for", JSON.stringify(failure));
}

/** @type {Remedy} */
const BOARD = { act: "open-board", label: "Back to all connections" };
/** @type {Remedy} */
const TRY_AGAIN = { act: "try-again", label: "Try again" };
/** @type {Remedy} */
const CHECK_VAULT = { act: "check-vault", label: "Check again" };
/** @type {Remedy} */
const SIGN_IN = { act: "open-sign-in", label: "Sign in…" };
/** @type {Remedy} */
const CERTIFICATES = { act: "open-certificates", label: "Open the list" };
/** @type {Remedy} */
const ROTATION = { act: "open-rotation", label: "Open the rotation" };
/** @type {Remedy} */
const START_PRACTICE = { act: "start-practice", label: "Start the practice account" };

/** What NetSuite sends back to the Redirect URI, section_158081944642. @type {Record<string, string>} */
const SIGN_IN_REFUSED = {
  invalid_scope: "A scope is asked for that is not ticked on the integration record: compare Scope there with step 4.",
  unauthorized_client: "The box Authorization Code Grant is not ticked on the integration record, or its State is not Enabled.",
  unsupported_response_type: "The box Authorization Code Grant is not ticked on the integration record.",
  invalid_request: "Something in the request is not what the integration record allows: compare Redirect URI and Public Client there with step 4.",
};
