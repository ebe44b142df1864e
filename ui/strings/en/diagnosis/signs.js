// @ts-check
// What speaks for a cause or against it, one sentence a sign. The detail is a value that was looked
// at, never a sentence; instants and days come as the backend writes them.

import { day, plural, recent } from "../../../lib/format.js";

/** @import { DiagnosisSign } from "../../../types/ipc.d.ts" */

/** What NetSuite answered, or the status where that’s all there is. @type {(code: string) => (status: string) => string} */
const answered = (code) => (status) => (/^\d+$/.test(status) ? `The answer has status ${status}.` : `NetSuite answered ${code}.`);
/** A value at the end of a sentence. @param {string} detail */
const named = (detail) => (detail ? `: ${detail}` : "");
/** What NetSuite says, without a mere status. @param {string} detail */
const said = (detail) => (/^\d+$/.test(detail) ? "" : detail);
/** NetSuite’s words at the end of a sentence, without a full stop of their own. @param {string} detail */
const quoted = (detail) => named(said(detail).replace(/\.$/, ""));
/** @param {string} detail */
const onDay = (detail) => (/^\d{4}-\d\d-\d\d$/.test(detail) ? day(`${detail}T12:00:00Z`) : detail);
/** @param {string} at */
const when = (at) => (at ? recent(at) : "recently");

/** "20 seconds", "1 minute", "48 minutes", "5 hours", "4 days". @param {string} detail seconds, of either sign */
function gap(detail) {
  const seconds = Math.abs(Number(detail) || 0);
  if (seconds < 60) return plural(seconds, { one: "{count} second", other: "{count} seconds" });
  const minutes = Math.round(seconds / 60);
  if (minutes < 180) return plural(minutes, { one: "{count} minute", other: "{count} minutes" });
  const hours = Math.round(minutes / 60);
  return hours < 72 ? plural(hours, { one: "{count} hour", other: "{count} hours" }) : plural(Math.round(hours / 24), { one: "{count} day", other: "{count} days" });
}

/** Until when a certificate is valid, beside a check. @param {string} date */
export const validUntil = (date) => `until ${onDay(date)}`;

/** @type {Record<DiagnosisSign, (detail: string) => string>} */
export const signs = {
  "invalid-client": answered("invalid_client"),
  "invalid-request": answered("invalid_request"),
  "invalid-grant": answered("invalid_grant"),
  "invalid-scope": answered("invalid_scope"),
  "unauthorized-client": answered("unauthorized_client"),
  "unsupported-grant-type": answered("unsupported_grant_type"),
  "server-error": () => "NetSuite answered server_error, which Oracle doesn’t document here.",
  "invalid-token": (host) => `NetSuite refused a call as an invalid login${named(host)}.`,
  forbidden: (text) => `NetSuite answered with status 403${named(said(text))}.`,
  "role-may-not": () => "NetSuite says that the role doesn’t have permission to do this.",
  "names-permission": (permission) => `NetSuite names the permission it needs${named(permission)}.`,
  "names-workbook": () => "The answer mentions SuiteAnalytics Workbook.",
  "record-not-found": () => "NetSuite didn’t find the record type.",
  "query-record-hidden": () => "NetSuite says that the query’s record wasn’t found.",
  "query-refused": (text) => `NetSuite refused the query${quoted(text)}.`,
  "restlet-not-found": () => "NetSuite found no RESTlet at this URL.",
  "restlet-forbidden": () => "The RESTlet answered with status 403.",
  "restlet-login-refused": () => "The RESTlet answered INVALID_LOGIN_CREDENTIALS.",
  "restlet-unauthorized": (host) => `The RESTlet’s host refused the call as an invalid login${named(host)}.`,
  "method-not-allowed": () => "The answer has status 405: GET isn’t allowed.",
  "script-failed": (text) => `The RESTlet answered with an error${quoted(text)}.`,
  "token-just-received": () => "NetSuite issued the token right before the call.",
  "token-expired": () => "The token had expired by the time of the call.",
  "metadata-works": () => "The same token can read the metadata catalog.",
  "not-found": () => "NetSuite answered with status 404.",
  refused: (text) => (said(text) ? `NetSuite refused it: ${text}.` : "NetSuite refused it without a documented reason."),
  "refused-as-full": () => "The refusal mentions a maximum number of certificates.",
  "refused-as-used": () => "The refusal mentions a certificate that already exists or was used.",
  "feature-disabled": () => "NetSuite says that a feature is disabled.",
  "too-many": () => "NetSuite asked to wait.",
  failing: (status) => `NetSuite answered with an internal error${named(status)}.`,
  "web-page": () => "The answer is a web page instead of JSON.",
  "odd-answer": () => "The answer isn’t the documented JSON.",
  redirected: (to) => `The answer redirects to another host${named(to)}.`,
  "no-host": (host) => `The host name doesn’t exist${named(host)}.`,
  unreachable: (host) => `The connection to the host failed${named(host)}.`,
  "timed-out": (host) => `The host didn’t answer in time${named(host)}.`,
  "tls-failed": (host) => `The host’s certificate couldn’t be verified${named(host)}.`,
  "proxy-sign-in": () => "A proxy answered with status 407.",
  "stays-at-net-suite": () => "The browser stays on a NetSuite page.",
  denied: () => "Someone denied the application access.",
  "code-refused": (error) => `NetSuite didn’t accept the code${named(error)}.`,
  "other-account": (company) => `The browser signed in to another account${named(company)}.`,
  "secret-refused": () => "The client couldn’t authenticate.",
  "sign-in-over": () => "The sign-in on this computer has expired.",
  "state-length": (length) => `The state has the wrong length${named(length)}.`,
  "redirect-is-http": () => "The Redirect URI starts with http:.",
  "slots-used": (most) => `All certificate slots of the record are in use${named(most)}.`,
  "listed-already": () => "NetSuite already lists this certificate.",
  "is-public-key": () => "It’s a public key.",
  "is-request": () => "It’s a certificate request.",
  "is-private-key": () => "It’s a private key.",
  "rsa-length": (bits) => `The RSA key has the wrong length${named(bits)}.`,
  "kind-refused": () => "NetSuite doesn’t list this type of key.",
  "key-encrypted": () => "The key is encrypted.",
  "file-cut-off": () => "The text is incomplete, or its END line is missing.",
  "key-not-parsed": () => "The other program can’t read the key.",
  "application-not-offered": () => "The Application list doesn’t offer the integration record.",
  "table-empty": () => "The table is empty after saving.",
  "cli-hyphen": () => "The SuiteCloud CLI expects a value instead of the Certificate ID.",
  "cli-certificate-file": () => "The SuiteCloud CLI asks to verify the certificate file.",
  "cli-pair-differs": () => "The SuiteCloud CLI says the private key doesn’t match the Certificate ID.",
  "cli-key-contents": () => "The SuiteCloud CLI asks to verify the private key.",
  "cli-certificate-state": () => "The SuiteCloud CLI asks whether the Certificate ID is valid, expired, or revoked.",
  "cli-storage": () => "The SuiteCloud CLI can’t access its secure storage.",
  "cli-features": () => "The SuiteCloud tool asks you to check the account’s features.",
  "our-request": () => "Certdesk sent this request in the documented format.",
  "their-request": () => "Another system sent the request.",
  "algorithm-fits": (name) => `NetSuite lists the algorithm${named(name)}.`,
  "algorithm-not-listed": (name) => `NetSuite doesn’t list the algorithm${named(name)}.`,
  "algorithm-not-for-key": (name) => `The algorithm doesn’t match the certificate’s key${named(name)}.`,
  "kid-fits": () => "The Certificate ID matches this certificate.",
  "kid-missing": () => "The assertion has no kid.",
  "kid-differs": (id) => `The Certificate ID belongs to another certificate${named(id)}.`,
  "issuer-fits": () => "iss is the Client ID entered here.",
  "issuer-is-application-id": (id) => `iss is a UUID${named(id)}.`,
  "issuer-differs": (id) => `iss isn’t the Client ID entered here${named(id)}.`,
  "audience-fits": () => "aud is the Token URL.",
  "audience-differs": (host) => `aud is another address${named(host)}.`,
  "lifetime-fits": () => "The assertion is valid for less than 60 minutes.",
  "lifetime-too-long": (seconds) => `The assertion is valid for ${gap(seconds)}.`,
  "times-missing": () => "iat or exp is missing, or isn’t a number.",
  "times-in-milliseconds": () => "iat or exp is in milliseconds instead of seconds.",
  "issued-ahead": (seconds) => `The assertion was issued ${gap(seconds)} in the future.`,
  "assertion-expired": (seconds) => (seconds ? `The assertion had expired ${gap(seconds)} before the answer.` : "exp isn’t later than iat."),
  "assertion-old": (seconds) => `The assertion expired ${gap(seconds)} before you pasted it. Certdesk can’t tell when it was sent.`,
  "said-expired": () => "The other program says that it has expired.",
  "signature-fits": () => "The signature matches this certificate.",
  "signature-in-der": () => "The ECDSA signature is in DER format.",
  "signature-in-pkcs1": () => "The RSA signature has PKCS #1 v1.5 padding, as in RS256.",
  "signature-salt": (bytes) => `The PSS signature’s salt has ${bytes} bytes.`,
  "signature-of-another": () => "The signature doesn’t match this certificate.",
  "scope-fits": (scopes) => `The scopes are chosen for this connection${named(scopes)}.`,
  "scope-empty": () => "No scope was requested.",
  "scope-separator": (scopes) => `The scopes aren’t separated by commas${named(scopes)}.`,
  "scope-not-ours": (scopes) => `A requested scope isn’t chosen for this connection${named(scopes)}.`,
  "body-is-json": () => "The body is JSON.",
  "field-is-assertion": () => "A field is named assertion instead of client_assertion.",
  "grant-type-differs": (grant) => `grant_type isn’t client_credentials${named(grant)}.`,
  "authenticated-twice": () => "The request has an Authorization header and an assertion.",
  "host-form": (host) => `The host has upper-case letters or an underscore${named(host)}.`,
  "host-of-another": (host) => `The host belongs to another account${named(host)}.`,
  "expiry-notice": () => "It’s a notice that a certificate will expire.",
  "pair-fits": () => "The key matches the certificate.",
  "pair-differs": () => "The key doesn’t match the certificate.",
  "key-gone": () => "The keychain doesn’t have the key.",
  "key-unreadable": () => "The keychain’s entry isn’t a key.",
  "dates-fit": (until) => `The certificate is valid until ${onDay(until)}.`,
  ended: (at) => `The certificate expired on ${onDay(at)}.`,
  "not-begun": (at) => `The certificate isn’t valid until ${onDay(at)}.`,
  "clock-fits": (seconds) => `The clocks agree within ${gap(seconds)}.`,
  "clock-off": (seconds) => (Number(seconds) > 0 ? `This computer’s clock is ${gap(seconds)} fast.` : `This computer’s clock is ${gap(seconds)} slow.`),
  "account-known": () => "NetSuite knows the account.",
  "account-unknown": () => "NetSuite doesn’t know the account.",
  "account-unclear": () => "NetSuite answered with addresses that don’t name this account.",
  "list-active": () => "NetSuite lists the certificate as active.",
  "list-revoked": () => "NetSuite lists the certificate as revoked.",
  "list-expired": () => "NetSuite lists the certificate as expired.",
  "list-missing": () => "NetSuite’s list doesn’t show the certificate.",
  "list-empty": () => "NetSuite’s list is empty.",
  "list-refused": () => "NetSuite refuses the list although you’re signed in for this record.",
  "record-answers": () => "NetSuite accepts the sign-in for this integration record.",
  "token-lacks-scope": () => "The token was issued for other scopes.",
  "worked-recently": (seconds) => `The certificate got a token ${gap(seconds)} before the refusal.`,
  "token-refused-too": (at) => `NetSuite also refused a token request ${when(at)}.`,
  "client-id-changed": (at) => `The Client ID was changed here ${when(at)}.`,
  "worked-before": (at) => (at ? `The certificate got a token ${recent(at)}.` : "The certificate has worked before."),
  "works-here": (at) => `Certdesk got a token with this certificate ${when(at)}, so its mapping works.`,
  "never-worked": () => "Certdesk hasn’t received a token with it yet.",
  refreshable: (account) => `${account || "The account"} can be refreshed, which deletes every certificate.`,
  "not-refreshable": (account) => `${account || "The account"} is never refreshed.`,
  "not-uploaded": () => "Its upload isn’t confirmed.",
  "id-read-back": () => "NetSuite showed its Certificate ID after the upload.",
  "uploaded-here": () => "Certdesk uploaded it to this account.",
  "uploaded-now": (at) => `It was uploaded ${when(at)}.`,
  "revoked-here": () => "Certdesk revoked it, and NetSuite’s list confirmed it.",
  "marked-gone": () => "Its mapping was marked as missing after a refresh.",
  "others-work": (name) => `Another connection in the account got a token since${named(name)}.`,
  "others-refused": (name) => `Another connection in the account is refused too${named(name)}.`,
  "other-records-refused": (name) => `One of them uses another integration record${named(name)}.`,
  "ec-key": () => "The key is an EC key.",
  "rsa-key": () => "The key is an RSA key.",
};
