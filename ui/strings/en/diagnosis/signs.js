// @ts-check
// What speaks for a cause or against it, one sentence a sign. The detail is a value that was looked
// at, never a sentence; instants and days come as the backend writes them.

import { day, figure, recent } from "../../../lib/format.js";

/** @import { DiagnosisSign } from "../../../types/ipc.d.ts" */

/** @param {string} detail */
const brackets = (detail) => (detail ? ` (${detail})` : "");
/** @param {string} detail */
const named = (detail) => (detail ? `: ${detail}` : "");
/** @param {string} detail */
const onDay = (detail) => (/^\d{4}-\d\d-\d\d$/.test(detail) ? day(`${detail}T12:00:00Z`) : detail);

/** As `recent`, within a sentence. @param {string} at */
const when = (at) => recent(at).replace(/^\d/, "on $&");

/** "1 minute", "48 minutes", "20 seconds". @param {number} seconds */
function gap(seconds) {
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.round(seconds / 60), "minute"];
  return `${figure(count)} ${unit}${count === 1 ? "" : "s"}`;
}

/** @type {Record<DiagnosisSign, (detail: string) => string>} */
export const signs = {
  "invalid-client": () => "NetSuite answered invalid_client.",
  "invalid-request": () => "NetSuite answered invalid_request.",
  "invalid-grant": () => "NetSuite answered invalid_grant.",
  "invalid-scope": () => "NetSuite answered invalid_scope.",
  "unauthorized-client": () => "NetSuite answered unauthorized_client.",
  "unsupported-grant-type": () => "NetSuite answered unsupported_grant_type.",
  "server-error": () => "NetSuite answered server_error. Oracle doesn’t document it here, third parties report it for these causes.",
  "invalid-token": (host) => `A call with a token was refused as an invalid login${brackets(host)}.`,
  forbidden: (text) => `NetSuite answered with status 403${text && !/^\d+$/.test(text) ? ` and says: ${text}` : ""}.`,
  "not-found": () => "NetSuite answered with status 404.",
  refused: (text) => `NetSuite refused it${text && !/^\d+$/.test(text) ? ` and says: ${text}` : ", without a reason that is documented"}.`,
  "too-many": () => "NetSuite asked to wait.",
  failing: (status) => `NetSuite answered that it failed${status ? `, status ${status}` : ""}.`,
  "web-page": () => "NetSuite answered with a web page instead of JSON.",
  "odd-answer": () => "The answer isn’t the documented JSON.",
  redirected: (to) => `The answer points to another host${named(to)}.`,
  "no-host": (host) => `The host name doesn’t exist${named(host)}.`,
  unreachable: (host) => `No connection to the host${named(host)}.`,
  "timed-out": (host) => `The host didn’t answer in time${named(host)}.`,
  "tls-failed": (host) => `The host’s certificate couldn’t be verified${named(host)}.`,
  "stays-at-net-suite": () => "The browser stays on a page of NetSuite, as it does when the Redirect URI doesn’t match or the client is unknown.",
  denied: () => "Somebody denied the application access.",
  "code-refused": (error) => `NetSuite didn’t accept the code${named(error)}.`,
  "other-account": (company) => `The browser signed in to the account ${company}.`,
  "secret-refused": () => "The client couldn’t authenticate.",
  "sign-in-over": () => "The sign-in on this computer has expired.",
  "state-length": (length) => `The state has ${figure(Number(length) || 0)} characters.`,
  "redirect-is-http": () => "The Redirect URI begins with http:, which NetSuite doesn’t accept.",
  "slots-used": (most) => `NetSuite’s list shows ${most || "all"} active certificates for this record.`,
  "listed-already": () => "NetSuite already lists this certificate.",
  "is-public-key": () => "The text is a public key.",
  "is-request": () => "The text is a certificate request.",
  "is-private-key": () => "The file is a private key.",
  "rsa-length": (bits) => `The RSA key has ${figure(Number(bits) || 0)} bits.`,
  "kind-refused": () => "NetSuite doesn’t list this type of key.",
  "key-encrypted": () => "The key is encrypted.",
  "file-cut-off": () => "The END line is missing, or the text is cut off.",
  "key-not-parsed": () => "The program says that it can’t read the key.",
  "application-not-offered": () => "The list Application doesn’t offer the integration record.",
  "table-empty": () => "The table is empty after saving.",
  "cli-hyphen": () => "The SuiteCloud CLI expects a value instead of the Certificate ID.",
  "cli-certificate-file": () => "The SuiteCloud CLI asks to verify the certificate file.",
  "cli-pair-differs": () => "The SuiteCloud CLI says that the private key doesn’t match the Certificate ID.",
  "cli-key-contents": () => "The SuiteCloud CLI asks to verify the contents of the private key.",
  "cli-certificate-state": () => "The SuiteCloud CLI asks whether the Certificate ID is valid, expired or revoked.",
  "cli-storage": () => "The SuiteCloud CLI can’t access its secure storage.",
  "our-request": () => "Certdesk sent this request itself, in the documented format.",
  "their-request": () => "Another system sent the request.",
  "algorithm-fits": (name) => `Signed with ${name || "an algorithm"}, which NetSuite lists.`,
  "algorithm-not-listed": (name) => `Signed with ${name || "no algorithm"}, which NetSuite doesn’t list.`,
  "algorithm-not-for-key": (name) => `${name || "The algorithm"} doesn’t fit the key of this certificate.`,
  "kid-fits": () => "The Certificate ID that was sent belongs to this certificate.",
  "kid-missing": () => "The assertion has no kid.",
  "kid-differs": (id) => `The Certificate ID that was sent belongs to another certificate${named(id)}.`,
  "issuer-fits": () => "iss is the Client ID entered here.",
  "issuer-is-application-id": (id) => `iss is a UUID${named(id)}.`,
  "issuer-differs": (id) => `iss isn’t the Client ID entered here${named(id)}.`,
  "audience-fits": () => "aud is the token address.",
  "audience-differs": (host) => `aud names ${host || "another address"}.`,
  "lifetime-fits": () => "The assertion is valid for less than 60 minutes.",
  "lifetime-too-long": (seconds) => `The assertion is valid for ${figure(Number(seconds) || 0)} seconds.`,
  "issued-ahead": (seconds) => `The assertion was issued ${figure(Number(seconds) || 0)} seconds in the future.`,
  "signature-fits": () => "The signature belongs to this certificate.",
  "signature-in-der": () => "The ECDSA signature is in DER.",
  "signature-of-another": () => "The signature doesn’t belong to this certificate.",
  "scope-fits": (scopes) => `The scopes are ones chosen for this connection${named(scopes)}.`,
  "scope-empty": () => "No scope was requested.",
  "scope-separator": (scopes) => `The scopes aren’t separated by commas${named(scopes)}.`,
  "scope-not-ours": (scopes) => `A requested scope isn’t chosen for this connection${named(scopes)}.`,
  "body-is-json": () => "The body is JSON.",
  "field-is-assertion": () => "The field is named assertion, not client_assertion.",
  "grant-type-differs": (grant) => `grant_type is ${grant || "another one"}.`,
  "authenticated-twice": () => "There is an Authorization header as well as the assertion.",
  "host-form": (host) => `The host has upper-case letters or an underscore${named(host)}.`,
  "host-of-another": (host) => `The host belongs to another account${named(host)}.`,
  "pair-fits": () => "The key belongs to the certificate.",
  "pair-differs": () => "The key doesn’t belong to the certificate.",
  "key-gone": () => "The keychain has no key under its name.",
  "key-unreadable": () => "What the keychain has under its name isn’t a key.",
  "dates-fit": (until) => `The certificate is valid until ${onDay(until)}.`,
  ended: (at) => `The certificate expired on ${onDay(at)}.`,
  "not-begun": (at) => `The certificate begins on ${onDay(at)}.`,
  "clock-fits": (seconds) => `The clocks agree within ${figure(Math.abs(Number(seconds) || 0))} seconds.`,
  "clock-off": (seconds) => `This computer is ${figure(Math.abs(Number(seconds) || 0))} seconds ${Number(seconds) > 0 ? "ahead of" : "behind"} NetSuite.`,
  "account-known": () => "NetSuite knows the account.",
  "account-unknown": () => "NetSuite doesn’t know the account.",
  "list-active": () => "NetSuite lists the certificate as active.",
  "list-revoked": () => "NetSuite lists the certificate as revoked.",
  "list-expired": () => "NetSuite lists the certificate as expired.",
  "list-missing": () => "NetSuite’s list doesn’t contain the certificate.",
  "list-empty": () => "NetSuite’s list is empty.",
  "list-refused": () => "NetSuite refuses the list to the user who is signed in to this record.",
  "record-answers": () => "The integration record accepts its own sign-in.",
  "token-lacks-scope": () => "The token was issued for other scopes.",
  "worked-recently": (seconds) => `The certificate got a token ${gap(Number(seconds) || 0)} before the refusal, so this must have happened in between.`,
  "token-refused-too": (at) => `NetSuite refused a token request too${at ? `, ${when(at)}` : ""}.`,
  "client-id-changed": (at) => `The Client ID was changed here ${at ? when(at) : "after the last token"}.`,
  "worked-before": (at) => (at ? `The certificate got a token ${when(at)}.` : "The certificate has got a token before."),
  "works-here": (at) => `Certdesk got a token with this certificate ${at ? when(at) : "just now"}, so certificate and mapping work.`,
  "never-worked": () => "The certificate has never got a token here.",
  refreshable: (account) => `${account || "The account"} can be refreshed, and a refresh deletes every certificate.`,
  "not-refreshable": (account) => `${account || "The account"} is never refreshed.`,
  "not-uploaded": () => "Its upload isn’t confirmed here.",
  "id-read-back": () => "NetSuite showed its Certificate ID after the upload.",
  "uploaded-now": (at) => (at ? `It was uploaded ${when(at)}.` : "It was uploaded a few minutes ago."),
  "revoked-here": () => "It was revoked from here, and NetSuite’s list confirmed it.",
  "marked-gone": () => "Its mapping was marked as gone after a refresh.",
  "others-work": (name) => `Another connection of the account got a token since${named(name)}.`,
  "others-refused": (name) => `Another connection of the account is refused too${named(name)}.`,
  "other-records-refused": (name) => `One of them belongs to another integration record${named(name)}.`,
  "ec-key": () => "The key is an EC key.",
  "rsa-key": () => "The key is an RSA key.",
};
