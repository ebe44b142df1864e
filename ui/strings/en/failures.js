// @ts-check
// What happened, what to do, and a button that helps, for every way in which a command can fail. The
// switch ends in `never`, so a new kind in the contract fails the type check until it has its texts here.

import { day, deadline, exactTime, figure, list } from "../../lib/format.js";
import { names } from "./enum-labels.js";
import { secretStores } from "./secret-stores.js";

/** @import { Failure, SecretStore, Step } from "../../types/ipc.d.ts" */

/**
 * @typedef {object} Remedy
 * @property {"try-again" | "check-vault" | "open-key-files" | "start-practice" | "open-board" | "go-to-step" | "open-sign-in" | "open-certificates" | "open-rotation"} act
 * @property {string} label
 * @property {Step} [step] for "go-to-step"
 */
/** @typedef {{ title: string, body: string, remedy: Remedy | null }} Message */

/**
 * What happened, what it means, and what to do.
 * @param {Failure} failure
 * @returns {Message}
 */
export function messageFor(failure) {
  switch (failure.kind) {
    case "vault-unavailable":
      return say("Certdesk can’t reach the keychain", "It stores private keys there, so nothing was created or changed.", CHECK_VAULT);
    case "vault-locked":
      return say("The keychain is locked", "Unlock it, then try again.", CHECK_VAULT);
    case "vault-denied":
      return say("The keychain denied access", "Allow Certdesk when the system asks, then try again.", CHECK_VAULT);
    case "vault-full":
      return say("The key is too large for this keychain", `It stores at most ${figure(failure.limit)} bytes per entry. Choose a smaller key, such as EC P-256.`, step("key", "Choose another key"));
    case "key-missing":
      return say("The private key isn’t in the keychain", "It was deleted, or created on another computer. Create a new key pair.", NEW_KEY);
    case "key-not-readable":
      return say("The private key can’t be read", "Its keychain entry contains something else. Create a new key pair.", NEW_KEY);
    case "passphrase-wrong":
      return say("Wrong passphrase", "Check Caps Lock and your keyboard layout, then try again.");
    case "passphrase-too-short":
      return say("The passphrase is too short", `Use at least ${figure(failure.least)} characters.`);

    case "account-id-invalid":
      return say("This isn’t an account ID", "Account IDs look like 1234567, 1234567_SB1, or TSTDRV1234567. You can also paste any NetSuite address.");
    case "account-not-known":
      return say("NetSuite doesn’t know this account", "Compare the ID with NetSuite’s address bar, or with Setup > Company > Company Information.");
    case "client-id-invalid":
      return say("This isn’t a Consumer Key", "A Consumer Key has 64 characters: digits 0 to 9 and letters a to f. Copy it again.");
    case "client-id-is-application-id":
      return say("This is the Application ID", "Token requests need the Consumer Key: 64 characters without hyphens, shown once when the record is first saved.");
    case "client-id-is-consumer-secret":
      return say("This looks like the Consumer Secret", "Don’t store it. Copy the Consumer Key, the line above it.");
    case "client-id-is-certificate-id":
      return say("This is a Certificate ID", "Enter it in step 6. This field needs the integration record’s Consumer Key.");
    case "certificate-id-invalid":
      return say("This isn’t a Certificate ID", `A Certificate ID has 43 characters; you entered ${figure(failure.length)}. Copy it from NetSuite’s list.`);
    case "certificate-id-differs":
      return say("The Certificate ID doesn’t match", "It was misread, or NetSuite shows a different ID for this certificate.");
    case "name-empty":
      return say("A name is missing", "Enter one that you’ll recognize.");
    case "name-too-long":
      return say("This name is too long", `It has ${figure(failure.length)} characters. Use at most ${figure(failure.most)}.`);
    case "name-differs":
      return say("The text doesn’t match", "Type it exactly as shown. Nothing was removed.");
    case "scopes-empty":
      return say("A scope is missing", "Check at least one box, and the same ones on the integration record.");
    case "subject-invalid":
      return say("This name can’t be used in a certificate", "Use at most 64 characters and no line breaks.");
    case "days-out-of-range":
      return say("This validity is out of range", `Enter 1 to ${figure(failure.most)} days: NetSuite’s limit is two years.`);
    case "algorithm-not-for-key":
      return say("The algorithm doesn’t match the key", "Choose another key or algorithm.");
    case "key-type-not-for-target":
      return say("The target system can’t use this key", `It doesn’t accept ${names.keyType[failure.keyType]}. Create a key pair of another type.`, NEW_KEY);
    case "algorithm-not-for-target":
      return say("The target system can’t use this algorithm", `It doesn’t sign with ${failure.algorithm}. Choose another algorithm.`);
    case "certificate-id-not-for-target":
      return say("The target system can’t use this Certificate ID", `It mistakes the leading hyphen of ${failure.certificateId} for an option. Create a new key pair: its ID will start differently.`, NEW_KEY);
    case "step-not-ready":
      return say("An earlier step isn’t finished", `Finish “${names.step[failure.step]}” first.`, step(failure.step, "Open that step"));

    case "backup-empty":
      return say("There’s nothing to back up", "Certdesk found no connections or guides that it can read.");
    case "age-key-invalid":
      return say("This isn’t a public age key", "A public key starts with age1 and has 62 characters. SSH keys don’t work here.");
    case "age-key-secret":
      return say("This is a secret age key", "Enter the public key, which starts with age1. Nobody else may see the secret key; Certdesk didn’t keep it.");
    case "secret-store-field-empty":
      return say("A value is missing", `Enter it: ${secretStores.fields[failure.field]}.`);
    case "secret-store-field-refused":
      return say("A value can’t be used", `${secretStores.fields[failure.field]}: ${sentence(secretStores.rules[failure.field])}`);
    case "secret-store-tool-missing":
      return say(`${failure.tool} isn’t available`, `Certdesk needs it for ${secretStores.label[failure.store]}. Install it and sign in with it, then try again.`, TRY_AGAIN);
    case "secret-store-tool-failed":
      return toolFailed(failure);
    case "secret-store-tool-records":
      return say(`${failure.tool} records what it sends`, `Its history would contain the private key. To turn the history off, run ${failure.tool} configure set cli_history disabled with the same profile in a terminal, then check again.`, CHECK_AGAIN);
    case "secret-store-occupied":
      return say("Something is already stored there", `Certdesk doesn’t replace it: ${sentence(failure.location)} Choose another name.`);
    case "secret-store-changed":
      return say("What’s stored there has changed", "Nothing was stored. Check again to see what’s there now.", CHECK_AGAIN);
    case "secret-store-read-back-differs":
      return say("The secret store returned a different value", `Compare the stored value with your key: ${sentence(failure.location)} The history marks it as not confirmed.`, CHECK_AGAIN);
    case "backup-not-verified":
      return say("The file couldn’t be verified", "Certdesk deleted it because it didn’t open again. Save it to another disk.");
    case "backup-key-unusable":
      return say(`A private key of ${failure.name} doesn’t work`, "It doesn’t match its certificate. Create a new key pair for this connection, then try again.");
    case "backup-not-ours":
      return say("This isn’t a Certdesk backup", "Choose a file that Certdesk saved. Its name usually ends in .age.");
    case "backup-newer":
      return say("A newer version saved this file", "Update Certdesk, then choose the file again.");
    case "backup-damaged":
      return say("The file is damaged", "Part of it is missing or changed. Copy it again from where it was saved, or use another backup. Nothing was restored.");
    case "backup-passphrase-wrong":
      return say("Wrong passphrase", "Check Caps Lock and your keyboard layout, then try again.");
    case "backup-key-wrong":
      return say("This age key doesn’t open the file", "The file was encrypted for other keys. Choose another key file, or ask the sender to use your public key.");
    case "backup-no-secret-key":
      return say("This file has no secret age key", "Choose the file that age-keygen created. It has a line that starts with AGE-SECRET-KEY-1.");
    case "backup-too-costly":
      return say("This file takes too long to open", "Its passphrase is protected far more strongly than Certdesk’s own files. Nothing was restored.");
    case "backup-too-large":
      return say("The file is too large", "A Certdesk backup has at most 256 MB.");
    case "backup-entry-taken":
      return say("The keychain has another secret under the same name", "Certdesk didn’t overwrite it. Delete that entry from the keychain if you don’t need it, then restore again.");
    case "connection-still-here":
      return say("This connection is already here", "Remove it first, then restore the other one.", BOARD);
    case "connection-rotation-runs":
      return say("This connection is rotating right now", "Wait until the rotation stops, then try again.", ROTATION);

    case "connection-unknown":
      return say("This connection no longer exists", "It was removed.", BOARD);
    case "guide-unknown":
      return say("This entry no longer exists", "It was removed.", BOARD);
    case "health-check-unknown":
      return say("Certdesk doesn’t recognize this message", "Paste one of the three messages about the real-time import certificate, in full.");
    case "paste-is-secret":
      return say("This is a private key", "Remove it: a private key belongs only in a keychain or its own file. Certdesk didn’t keep it.");
    case "bundle-version-invalid":
      return say("This isn’t a version", `Versions look like 4.02. You entered: ${failure.text}`);
    case "bundle-version-unclear":
      return say("This version is ambiguous", `${failure.text} can be read in two ways. Enter two digits after the dot, as NetSuite shows it.`);
    case "way-not-open":
      return say("This option isn’t available", "It doesn’t apply to your bundle versions.");
    case "record-id-differs":
      return failure.entered
        ? say("This is a different ID", `SuiteProjects Pro needs ${failure.expected}, not ${failure.entered}. Delete that record and create it again with the right ID.`)
        : say("The ID is missing", `SuiteProjects Pro needs ${failure.expected}. Enter the ID that NetSuite shows.`);
    case "tba-list-too-large":
      return say("The file is too large", `A list of integrations has at most ${figure(failure.most / (1024 * 1024))} MB.`);
    case "tba-list-not-text":
      return say("This isn’t a text file", "Export the list from NetSuite as CSV, or copy the table from the page and paste it. A spreadsheet’s own format can’t be read.");
    case "tba-list-holds-secret":
      return say("The list contains a secret", `Line ${figure(failure.line)} looks like a token secret, a consumer secret, or a key. Certdesk kept nothing. Remove that column in your copy, then paste it again.`);
    case "tba-list-unknown":
      return say("Certdesk doesn’t recognize this list", "Include the row of headings. Certdesk needs Application Name with User or Role from the access tokens, or Name with State or Application ID from the integration records.");
    case "tba-list-empty":
      return say("The list has only headings", "Copy its rows, too.");
    case "tba-list-too-long":
      return say("The list is too long", `A plan has at most ${figure(failure.most)} integrations; this would be ${figure(failure.found)}. Filter the list in NetSuite, for example by Revoked: No.`);
    case "tba-entry-unknown":
      return say("The plan doesn’t contain this integration anymore", "The plan was removed, or replaced by another one.", BOARD);
    case "tba-soap-needs-tba":
      return say("M2M can’t replace SOAP", "NetSuite accepts only TBA for SOAP. Change the integration to REST web services first.");
    case "tba-target-needs-tba":
      return say("This system has no M2M access", "Its NetSuite connection uses TBA. Choose another system if the integration has one.");
    case "tba-not-working":
      return say("M2M doesn’t work yet", "NetSuite hasn’t issued a token for this connection. Finish its setup first.");
    case "tba-not-switched":
      return say("The old token may still be in use", "First confirm that the integration uses M2M access, or that nothing needs it.");
    case "secret-id-refused":
      return say("This ID can’t be used", "See the note below the field.");
    case "value-empty":
      return say("The value is missing", "Paste the bank’s value, or load it from a file.");
    case "values-differ":
      return say("The values don’t match", "Enter the value again in both fields.");
    case "value-too-long":
      return say("The value is too long", `It has ${figure(failure.length)} characters; NetSuite accepts ${figure(failure.most)}.`);
    case "preferences-length":
      return say(`The preferences password must have exactly ${figure(failure.needed)} characters`, `This one has ${figure(failure.length)}.`);
    case "value-missing":
      return say("The value isn’t in memory anymore", "Certdesk forgets it when you leave this page. Enter it again, or load it from a file.");
    case "value-not-text":
      return say("This isn’t a text file", "Choose the file from the bank: an API secret’s value is text.");
    case "text-holds-value":
      return say("This text contains the value itself", "Others can read names, IDs, and notes in NetSuite. Remove the value from there.");
    case "value-is-kept":
      return say("The value is still in the keychain", "Delete it there first.");
    case "day-invalid":
      return say("This isn’t a date", "Enter year, month, and day, such as 2027-11-20.");
    case "day-unclear":
      return say("This date is ambiguous", `Possible dates: ${list(failure.readings.map((reading) => day(reading)))}. Enter year, month, and day, such as ${failure.readings[0] ?? ""}.`);
    case "overlap-lasts":
      return say("The hour isn’t over", "Until then, NetSuite may still send the old credentials.");
    case "document-newer":
      return say("A newer Certdesk wrote this file", `Install that version to open ${failure.path}.`, BOARD);
    case "document-damaged":
      return say("This file is damaged", `Restore ${failure.path} from a backup. Private keys are still in the keychain.`, BOARD);
    case "document-target-unknown":
      return say("This connection’s target system isn’t known", `Install a Certdesk version that supports “${failure.target}” to open ${failure.path}.`, BOARD);
    case "busy":
      return say("Something else is still running", "Wait until it finishes, then try again.", TRY_AGAIN);
    case "cancelled":
      return say("You canceled this", "Nothing was changed.");

    case "file-exists":
      return say("The file already exists", `${failure.path} wasn’t replaced. Choose another name, or move that file first.`);
    case "volume-without-rights":
      return say("Others could read this file", `${failure.path} wasn’t saved: its drive has no access rights (FAT, exFAT, some network shares). Choose this computer’s own drive; only an encrypted key can be saved there.`);
    case "disk-full":
      return say("The disk is full", `${failure.path} wasn’t saved. Free up space, then try again.`);
    case "folder-read-only":
      return say("Certdesk can’t write to this folder", `${failure.path} wasn’t saved. Choose another folder.`);
    case "file-not-written":
      return say("The file wasn’t saved", `${failure.path}: ${failure.detail}`);
    case "file-not-read":
      return say("The file can’t be read", `${failure.path}: ${failure.detail}`);

    case "pem-empty":
      return say("The file is empty", "Choose the file with the certificate or key.");
    case "pem-binary":
      return say("The file doesn’t contain a key or certificate", "It’s neither PEM text, which starts with five hyphens, nor DER.");
    case "pem-too-large":
      return say("The file is too large for a key or certificate", `The limit is ${figure(failure.limit)} bytes.`);
    case "pem-truncated":
      return say("The end of the file is missing", "Copy the whole text, including the first and last lines.");
    case "pem-label-unknown":
      return say("This isn’t a key or certificate", `The file says “${failure.label}”, not CERTIFICATE or PRIVATE KEY.`);
    case "is-public-key":
      return say("This is a public key, not a certificate", "NetSuite needs the certificate that contains it.");
    case "is-private-key":
      return say("This is a private key", "Choose the certificate instead. Never upload a private key anywhere.");
    case "holds-private-key":
      return say("This file contains a certificate and a private key", "Never send or upload a file with a private key: save the certificate by itself in the file doctor.");
    case "is-certificate-request":
      return say("This is a certificate request", "Choose the certificate itself.");
    case "is-pkcs12":
      return say("This is a PKCS#12 file (.p12, .pfx)", "Open it in the file doctor and save its private key and its certificate as separate files. Then choose those.");
    case "certificate-missing":
      return say("The certificate is missing", "Choose the key and its certificate together.");
    case "private-key-missing":
      return say("The private key is missing", "Choose the certificate and its key together.");
    case "rsa-size-refused":
      return say(`NetSuite doesn’t accept ${failure.bits}-bit RSA keys`, "Create a key pair with 3072 or 4096 bits.");
    case "rsa-pss-key":
      return say("This key can only sign with RSA-PSS", "Many clients can’t load it, and NetSuite may not accept it. Create a new key pair.");
    case "curve-explicit":
      return say("The key doesn’t name its curve", "NetSuite and most clients expect a named curve, not its parameters. Create a new key pair.");
    case "curve-refused":
      return say("NetSuite doesn’t accept this curve", "Create a key pair on P-256, P-384, or P-521.");
    case "key-kind-refused":
      return say("NetSuite doesn’t accept this type of key", "Create an RSA key pair with 3072 or 4096 bits, or EC P-256, P-384, or P-521.");
    case "key-legacy-encryption":
      return say("The key’s encryption is outdated", "It’s too weak to support. Convert the key to PKCS#8 with a passphrase first.");
    case "passphrase-needed":
      return say("The private key is encrypted", "Enter its passphrase to open it.");
    case "pair-differs":
      return say("The key and certificate don’t match", "Find this key’s certificate, or this certificate’s key.");
    case "certificate-expired":
      return say("The certificate has expired", `It was valid until ${day(failure.at)}, and NetSuite refuses it now. Create a new one.`);
    case "certificate-not-yet-valid":
      return say("The certificate isn’t valid yet", `It becomes valid on ${day(failure.at)}.`);

    case "offline":
      return say("Certdesk can’t reach NetSuite", `${failure.host}: ${failure.detail}. Check your network connection.`, TRY_AGAIN);
    case "timed-out":
      return say("NetSuite didn’t reply in time", `Certdesk waited for ${failure.host}. Check your network connection.`, TRY_AGAIN);
    case "tls-failed":
      return say("The secure connection failed", `Certdesk sent nothing because it couldn’t verify ${failure.host}: ${failure.detail}. If a proxy inspects traffic, add its certificate to this system’s trust store.`, TRY_AGAIN);
    case "redirected":
      return say(failure.to === null ? "The request was redirected" : `The request was redirected to ${failure.to}`, `Certdesk doesn’t follow: its signed request is for ${failure.host} only. Check the account ID.`, step("account", "Check account"));
    case "answer-too-large":
      return say("The reply is too large", `${failure.host} sent more than ${figure(failure.limit)} bytes. NetSuite’s replies are smaller: something else replied.`, TRY_AGAIN);
    case "answer-empty":
      return say("The reply is empty", `NetSuite replied with status ${failure.status} and no text. It doesn’t document such replies.`, TRY_AGAIN);
    case "answer-not-json":
      return say(failure.html ? "The reply is a web page" : "The reply can’t be read", `Status ${failure.status}. It starts with: ${failure.excerpt}`, TRY_AGAIN);
    case "server-failed":
      return say(failure.error ? `NetSuite replied with ${failure.error} (status ${failure.status})` : `NetSuite replied with status ${failure.status}`, "NetSuite has a problem or didn’t expect the request. Try again in a few minutes.", TRY_AGAIN);
    case "too-many-requests":
      return say("NetSuite received too many requests", failure.againAt === null ? "It didn’t say until when. Try again in a minute." : `It accepts requests again at ${exactTime(failure.againAt)}. Try again then.`, TRY_AGAIN);
    case "token-refused":
      return say(failure.error ? `NetSuite refused the token request: ${failure.error} (status ${failure.status})` : `NetSuite refused the token request (status ${failure.status})`, "NetSuite doesn’t say why. See the checks below.", TRY_AGAIN);

    case "sign-in-denied":
      return say("NetSuite denied the sign-in", "Deny was clicked, or the role lacks “Log in using OAuth 2.0 Access Tokens”. Sign in with a role that has it, and click Allow.", SIGN_IN);
    case "sign-in-refused":
      return say(`NetSuite refused the sign-in: ${failure.error}`, SIGN_IN_REFUSED[failure.error] ?? "Compare Scope, Redirect URI, and State on the integration record with step 4.", SIGN_IN);
    case "sign-in-state-differs":
      return say("This reply belongs to another sign-in", "Certdesk ignored it: it’s from an earlier attempt or someone else. Use the page opened last, or sign in again.", SIGN_IN);
    case "sign-in-not-asked":
      return say("No sign-in was waiting for this reply", "The sign-in had expired, or something else opened the address. Certdesk ignored it; if it was you, sign in again.", SIGN_IN);
    case "sign-in-address-invalid":
      return say("This isn’t the address after a sign-in", "It doesn’t contain NetSuite’s reply. Click Allow first, then copy the whole address.");
    case "sign-in-address-of-net-suite":
      return say("This is the address of NetSuite’s own page", failure.page ? "It doesn’t contain the reply. Click Allow there, then copy your page’s address." : "It doesn’t contain the reply. If Chrome or Edge stays on it, there’s nothing to copy: click Allow again and let it open Certdesk, or use a web page.");
    case "sign-in-address-elsewhere":
      return say("This is the address of another page", `Copy the whole address that starts with ${failure.expected}.`);
    case "redirect-page-not-https":
      return say("NetSuite doesn’t accept http as Redirect URI", "Not even for this computer. Enter the page’s https address.");
    case "redirect-page-invalid":
      return say("This isn’t a web page’s address", "Enter the whole https address, without ? or # at the end: NetSuite adds its reply there.");
    case "links-not-changed":
      return say("The program for certdesk:// links wasn’t changed", `The system says: ${failure.detail}. To sign in without the links, use a web page.`);
    case "reminders-not-changed":
      return say("Reminders weren’t changed", `The system says: ${failure.detail}.`);
    case "sign-in-other-account":
      return say("You signed in to another account", `You chose ${failure.company}; this connection is for ${failure.expected}. Switch roles or sign out of NetSuite in the browser, then sign in again.`, SIGN_IN);
    case "sign-in-values-invalid":
      return say("The address has no valid account, role, or user", "Certdesk ignored it. Copy the address again, or sign in again.", SIGN_IN);
    case "sign-in-code-refused":
      return say(`NetSuite refused the sign-in code: ${failure.error}`, "A code works once, and only for a short time. Sign in again.", SIGN_IN);
    case "client-secret-needed":
      return say("The Client Secret is missing", "NetSuite shows it once, when the record is first saved. If you don’t have it, check Public Client on the record and choose “Public client” here.", SIGN_IN);
    case "client-not-authenticated":
      return failure.publicClient
        ? say("NetSuite requires a Client Secret", "Public Client isn’t checked on the integration record. Check it, or choose “Confidential client” and enter the secret.", SIGN_IN)
        : say("NetSuite doesn’t accept this Client Secret", "It’s from another record, or was reset. Enter the current one, or check Public Client on the record and choose “Public client” here.", SIGN_IN);
    case "sign-in-needed":
      return say("You aren’t signed in", "NetSuite’s certificate list needs a sign-in, or a tested certificate of this integration record.", SIGN_IN);
    case "sign-in-ended":
      return say("The sign-in has expired", "It lasts 60 minutes unless you stay signed in. Sign in again.", SIGN_IN);

    case "token-not-accepted":
      return say("NetSuite doesn’t accept this access", `${failure.host} replied with status 401. The access ended, or the user or role is inactive. Sign in again.`, SIGN_IN);
    case "permission-missing":
      return say("A permission is missing", `${failure.detail ? `NetSuite says (status 403): “${sentence(failure.detail)}”` : "NetSuite replied with status 403."} The role most likely lacks “Manage own OAuth 2.0 Client Credentials Certificates”: add it under Permissions > Setup, or sign in with another role.`, SIGN_IN);
    case "endpoint-missing":
      return say("NetSuite doesn’t offer the list for this account", `${failure.host} replied with status 404. The account may be older than release 2026.1, or may not know the Client ID. You can always upload by hand.`, TRY_AGAIN);
    case "endpoint-refused":
      return say(failure.code ? `NetSuite refused the request: ${failure.code} (status ${failure.status})` : `NetSuite refused the request (status ${failure.status})`, `${failure.detail ? `It says: “${sentence(failure.detail)}” ` : ""}Oracle doesn’t document these replies. Certdesk won’t send it again: open the list to see the status.`, CERTIFICATES);
    case "scope-missing":
      return say("The access doesn’t cover this list", "Check the box REST WEB SERVICES on the integration record and in step 4, then sign in again.", step("integration", "Open step 4"));
    case "role-or-entity-missing":
      return say("The role or entity is missing", "NetSuite ties a certificate to one user and one role. Choose both, or enter their internal IDs.");
    case "internal-id-invalid":
      return say("This isn’t an internal ID", "Internal IDs are whole numbers, such as 1042 or -5. NetSuite shows them in the page’s address, after id=.");
    case "record-type-invalid":
      return say("This isn’t the name of a record type", "A name has letters, digits, and underscores, such as customer or salesOrder.");
    case "query-not-read":
      return say("This isn’t one SELECT statement", "Certdesk sends one query that starts with SELECT or WITH, and nothing that could change data.");
    case "restlet-url-invalid":
      return say("This isn’t the URL of a RESTlet", "Copy the External URL from the script deployment record. It ends in restlet.nl with script and deploy.");
    case "restlet-elsewhere":
      return say("This RESTlet is on another host", `This account’s RESTlets are on ${failure.expected}. Certdesk sends its token nowhere else.`);
    case "acts-as-administrator":
      return say("The certificate would act as Administrator", "Anyone with its key could do everything in this account. Nothing was sent: choose another role, or confirm this one.");
    case "acts-as-another":
      return say("The certificate would act as someone else", `Step 3 expects ${failure.expected}; you chose ${failure.chosen}. Nothing was sent: choose again, or confirm this one.`);
    case "slots-full":
      return say(`All ${figure(failure.most)} slots are in use`, "Revoke a certificate of this integration record that nobody uses, then upload again.", CERTIFICATES);
    case "certificate-already-listed":
      return failure.revoked
        ? say("This certificate was revoked in NetSuite", "It can’t be used again. Create a new key pair.", NEW_KEY)
        : say("NetSuite already has this certificate", "It’s in the list, so Certdesk didn’t upload it again.", CERTIFICATES);
    case "upload-unsettled":
      return say("Upload not confirmed", `NetSuite’s reply was lost, and its list doesn’t show the certificate yet. Certdesk won’t upload it twice. We’ll know by ${deadline(failure.until)}.`, TRY_AGAIN);
    case "upload-lost":
      return say("The upload didn’t arrive", "NetSuite’s list still doesn’t show it, and Certdesk won’t upload it twice. Upload it by hand in NetSuite, or create a new key pair.", NEW_KEY);
    case "certificate-not-listed":
      return say("NetSuite doesn’t list this certificate", "It was never uploaded to this integration record, or the account was refreshed since. Refresh the list.", CERTIFICATES);
    case "revokes-itself":
      return say("Certdesk’s access comes from this certificate", "Revoking it would end that access. Sign in with the browser, or rotate: the new certificate then revokes the old one.", SIGN_IN);
    case "revokes-last":
      return say(`${failure.connection} would have no working certificate left`, "Its target system couldn’t get tokens. Rotate first, and revoke this one when the new one is in use.", { ...ROTATION, label: "Rotate certificate" });
    case "revoke-unsettled":
      return say("Revocation not confirmed", "NetSuite replied, but its list still shows this certificate as active. Refresh the list in a minute.", CERTIFICATES);
    case "confirmation-differs":
      return say("The last six characters don’t match", "Type them as shown, including capitals. Nothing was revoked.");

    case "rotation-under-way":
      return say("This connection is already rotating", "Continue or abandon that rotation before you start another.", ROTATION);
    case "rotation-missing":
      return say("No rotation is in progress", "It finished or was abandoned. The connection’s page shows the status.", TRY_AGAIN);
    case "rotation-elsewhere":
      return say("Another Certdesk is running this rotation", "It was started twice on this computer. Let the other one finish, or close it, then try again.", TRY_AGAIN);
    case "rotation-may-run-elsewhere":
      return say("Another computer may continue this rotation", "It came from another computer, or you sent it to a colleague. Open the rotation and choose where it continues.", ROTATION);
    case "rotation-not-there":
      return say("The rotation is at another step", "It continued after this was shown. Try again to see the current step.", TRY_AGAIN);

    case "practice-not-running":
      return say("The practice account isn’t running", "Start it, then try again.", START_PRACTICE);
    case "account-not-refreshable":
      return say("This account is never refreshed", "Only sandboxes, Release Preview, and the practice account are.");
    case "nothing-to-remind":
      return say("There’s nothing to add to the calendar", "Reminders are for certificates that NetSuite knows. Finish the setup of a connection first.");
    case "practice-not-started":
      return say("The practice account didn’t start", `The system says: ${failure.detail}`, START_PRACTICE);
    case "browser-not-opened":
      return say("The browser didn’t open", `Open this address yourself: ${failure.url}`);
    case "folder-not-opened":
      return say("The folder didn’t open", `Open it yourself: ${failure.path}`);
    case "file-not-opened":
      return say("The file didn’t open", `Open it in your calendar yourself: ${failure.path}`);
    case "unexpected":
      return say("Something unexpected happened", `Find the details under ${failure.reference} in Certdesk’s log.`, TRY_AGAIN);
    default:
      return unreachable(failure);
  }
}

/** @param {string} title @param {string} body @param {Remedy | null} [remedy] @returns {Message} */
const say = (title, body, remedy = null) => ({ title, body, remedy });
/** What another system wrote, with the period that the next sentence needs. @param {string} words */
const sentence = (words) => (/[.!?]$/u.test(words) ? words : `${words}.`);

/** @param {Step} step @param {string} label @returns {Remedy} */
const step = (step, label) => ({ act: "go-to-step", label, step });

/** @param {never} failure @returns {Message} */
function unreachable(failure) {
  // The backend is newer than this window: its message is better than nothing.
  return say("Certdesk doesn’t recognize this problem", JSON.stringify(failure));
}

/** @type {Remedy} */
const BOARD = { act: "open-board", label: "Back to all connections" };
/** @type {Remedy} */
const TRY_AGAIN = { act: "try-again", label: "Try again" };
/** @type {Remedy} */
const CHECK_VAULT = { act: "check-vault", label: "Check again" };
/** @type {Remedy} */
const NEW_KEY = step("key", "Create a new key pair");
/** @type {Remedy} */
const SIGN_IN = { act: "open-sign-in", label: "Sign in to NetSuite…" };
/** @type {Remedy} */
const CERTIFICATES = { act: "open-certificates", label: "Open certificate list" };
/** @type {Remedy} */
const ROTATION = { act: "open-rotation", label: "Open rotation" };
/** @type {Remedy} */
const CHECK_AGAIN = { act: "try-again", label: "Check again" };
/** @type {Remedy} */
const START_PRACTICE = { act: "start-practice", label: "Start practice account" };

/** What NetSuite sends back to the Redirect URI, section_158081944642. @type {Record<string, string>} */
const SIGN_IN_REFUSED = {
  invalid_scope: "A requested scope isn’t checked on the integration record: compare Scope there with step 4.",
  unauthorized_client: "On the integration record, Authorization Code Grant isn’t checked, or State isn’t Enabled.",
  unsupported_response_type: "Authorization Code Grant isn’t checked on the integration record.",
  invalid_request: "The integration record doesn’t allow the request: compare Redirect URI and Public Client there with step 4.",
};

/**
 * Why a tool failed, what became of the key, and what to do.
 * @param {Extract<Failure, { kind: "secret-store-tool-failed" }>} failure
 * @returns {Message}
 */
function toolFailed({ store, tool, step, problem, detail }) {
  const label = secretStores.label[store];
  // Only then has the store said no; else the answer alone may be lost.
  const refused = ["not-signed-in", "denied", "deleted", "version-one", "not-started"].includes(problem);
  const key = { settings: "Nothing was stored.", look: "Nothing was stored.", store: refused ? "The key wasn’t stored." : "The key may have been stored; check the store first.", "read-back": "The key was stored, but not read back and compared." }[step];
  switch (problem) {
    case "not-signed-in":
      return say(`${tool} isn’t signed in`, `${key} Run ${SIGN_IN_COMMANDS[store]} in a terminal, then try again.`, TRY_AGAIN);
    case "denied":
      return say(`${label} denied access`, `${key} Your sign-in needs permission to read and write this secret.`, TRY_AGAIN);
    case "unreachable":
      return say(`${tool} can’t reach ${label}`, `${key} Check the address, your network, and your VPN, then try again.`, TRY_AGAIN);
    case "deleted":
      return say("A deleted secret has this name", `${key} Recover or purge it in ${label}, or choose another name.`);
    case "version-one":
      return say("This secrets engine isn’t version 2", `${key} Enter the mount path of a KV version 2 engine: version 1 keeps no earlier versions.`);
    case "timed-out":
      return say(`${tool} didn’t finish in time`, `${key} Certdesk stopped ${tool}. If it asks you to confirm something, do so when you try again.`, TRY_AGAIN);
    case "answer-too-long":
      return say(`${tool} sent too much text`, `${key} Check in a terminal whether this is the right program.`, TRY_AGAIN);
    case "not-started":
      return say(`${tool} can’t be started`, `${key} Check in a terminal whether it works.`, TRY_AGAIN);
    case "other":
      return say(`${tool} reported a problem`, `${key} ${detail === null ? "Certdesk doesn’t show its message, which could contain the key. Check your permissions there. To see the message, run the command in a terminal with a test value as its input." : "See its message."}`, TRY_AGAIN);
  }
}

/** What signs in with each tool. @type {Record<SecretStore, string>} */
const SIGN_IN_COMMANDS = { vault: "vault login", "open-bao": "bao login", "azure-key-vault": "az login", "aws-secrets-manager": "aws login or aws sso login", "one-password": "op signin" };
