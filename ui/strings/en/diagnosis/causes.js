// @ts-check
// What may be wrong: its name, what it means, and what to do. Where only third parties say so, or
// nobody does, the screen adds that; see `source` in ../diagnosis.js.

/** @import { DiagnosisCause } from "../../../types/ipc.d.ts" */
/** @typedef {{ title: string, means: string, remedy: string }} CauseWords */

const NEW_CERTIFICATE = "Create a new key pair and upload its certificate.";
const SIGN_IN = "Sign in again.";
const WAIT = "Wait a few minutes, then test again.";

/** @type {Record<DiagnosisCause, CauseWords>} */
export const causes = {
  "sandbox-refreshed": { title: "The sandbox was refreshed and the mapping is missing", means: "A refresh deletes every certificate in a sandbox.", remedy: "Re-create the mappings, each with a new key pair. One sign-in covers the whole account." },
  "certificate-revoked": { title: "The certificate was revoked", means: "A revoked certificate can’t be used again.", remedy: NEW_CERTIFICATE },
  "certificate-expired": { title: "The certificate has expired", means: "NetSuite allows at most two years, so it can expire before its own date.", remedy: NEW_CERTIFICATE },
  "certificate-not-begun": { title: "The certificate isn’t valid yet", means: "By this computer’s clock, its first day is in the future.", remedy: "Correct this computer’s clock, or wait for that day." },
  "never-mapped": { title: "The certificate isn’t mapped in this account", means: "It was never uploaded, or it’s in another account.", remedy: "Upload it to this account, then enter the Certificate ID that NetSuite shows." },
  "mapped-to-another": { title: "The certificate is mapped to another integration record", means: "A certificate works for only one record, role, and user.", remedy: "Compare the mapping’s Application with the record whose Client ID is entered here." },
  "too-early": { title: "NetSuite may not know the new certificate yet", means: "NetSuite doesn’t document how soon after the upload it accepts a certificate.", remedy: WAIT },
  "role-or-entity-inactive": { title: "The role or the user is inactive", means: "Both must be active, and the role must be on the user’s Access subtab.", remedy: "Ask an administrator to activate both and check the Access subtab." },
  "integration-blocked": { title: "The integration record isn’t enabled", means: "NetSuite refuses every request with its Client ID. The certificate isn’t affected.", remedy: "Ask an administrator to set the record’s State to Enabled, then test again." },
  "feature-off": { title: "The OAuth 2.0 feature is off", means: "Without it, no integration record in the account gets a token.", remedy: "Ask an administrator to select OAuth 2.0, under Manage Authentication, and REST Web Services." },
  "grant-not-ticked": { title: "The Client Credentials grant isn’t checked on the record", means: "Without Client Credentials (Machine to Machine) Grant, the record can’t be mapped or get tokens.", remedy: "Ask an administrator to check the box on the integration record and save it." },
  "scope-not-ticked": { title: "A requested scope isn’t checked on the record", means: "If the record lacks one scope, NetSuite refuses the whole request.", remedy: "Check it on the record, or request fewer scopes." },
  "account-wrong": { title: "The account ID is wrong", means: "NetSuite lists no addresses for this ID.", remedy: "Compare it with Company Information, or paste the address of any page in the account." },
  "algorithm-refused": { title: "NetSuite doesn’t accept the signing algorithm", means: "NetSuite lists PS256, PS384, PS512, ES256, ES384, and ES512, but not RS256.", remedy: "In the other system, choose the algorithm that matches the key." },
  "application-id-sent": { title: "The Application ID was sent instead of the Client ID", means: "The Application ID has hyphens. The Client ID (Consumer Key) has 64 characters without hyphens.", remedy: "Enter the Client ID in the other system." },
  "client-id-wrong": { title: "The Client ID belongs to another record, or was reset", means: "Reset Credentials on the record replaces the Client ID.", remedy: "Enter the record’s Client ID (Consumer Key). If it’s lost, create a new record: a reset stops every system that uses the old one." },
  "certificate-id-missing": { title: "The assertion has no Certificate ID", means: "Without kid in the header, NetSuite can’t tell which certificate to use.", remedy: "Enter the Certificate ID in the other system." },
  "certificate-id-wrong": { title: "The Certificate ID belongs to another certificate", means: "NetSuite finds no certificate with this ID, or the wrong one.", remedy: "Compare every character of the ID, including upper and lower case." },
  "key-of-another-pair": { title: "The assertion was signed with another key", means: "The signature doesn’t match the certificate with this Certificate ID.", remedy: "Enter this certificate’s private key in the other system. After a rotation, it needs the new key and the new Certificate ID." },
  "vault-key-differs": { title: "The stored key belongs to another certificate", means: "NetSuite can’t verify its signatures with this certificate.", remedy: "Create a new key pair, or import the certificate’s key." },
  "signature-in-der": { title: "The signature is in DER format", means: "NetSuite needs ECDSA signatures in the raw format, R followed by S.", remedy: "Switch the other system to the raw format (SuiteScript: useRawFormatForECDSA), or use an RSA key with PS256." },
  "audience-wrong": { title: "The audience isn’t the Token URL", means: "aud must be the exact address of the token request.", remedy: "Enter this connection’s Token URL in the other system." },
  "lifetime-too-long": { title: "The assertion is valid for too long", means: "exp must be less than 60 minutes after iat.", remedy: "Shorten it to five minutes in the other system." },
  "clock-off": { title: "A clock is wrong", means: "NetSuite refuses assertions that were issued in the future or have expired.", remedy: "Turn on automatic time on the computer that signs them, then test again." },
  "scope-malformed": { title: "The scopes are empty or in the wrong format", means: "NetSuite documents commas or a list, not spaces.", remedy: "In the other system, separate scopes with commas, without spaces." },
  "fields-wrong": { title: "The request doesn’t have the documented fields", means: "NetSuite expects grant_type=client_credentials, client_assertion_type, and client_assertion.", remedy: "Correct the fields in the other system." },
  "body-not-form": { title: "The request body isn’t a form", means: "A token request is application/x-www-form-urlencoded, not JSON.", remedy: "Send the same fields as a form." },
  "authenticated-twice": { title: "The client authenticates in two ways", means: "A request with an assertion can’t have an Authorization header or Client Secret.", remedy: "Remove the header and the secret from the request." },
  "host-wrong": { title: "The address is for another account, or in the wrong format", means: "Host names contain the account ID as 1234567-sb1, not 1234567_SB1.", remedy: "Copy this connection’s Token URL." },
  "no-network": { title: "This computer can’t connect to NetSuite", means: "The request probably didn’t reach NetSuite.", remedy: "Check this computer’s network, VPN, and proxy." },
  intercepted: { title: "Something intercepts the connection to NetSuite", means: "A proxy or the network’s sign-in page answers in place of NetSuite.", remedy: "Sign in to the network, or add the proxy’s certificate to this computer’s trust store." },
  "too-many": { title: "Too many requests", means: "The account accepts only so many at once.", remedy: "Wait a little, then test again." },
  "net-suite-failing": { title: "NetSuite has a problem", means: "It had an internal error, or didn’t answer in time.", remedy: WAIT },
  "key-gone": { title: "The private key is missing", means: "The keychain has no readable key for this certificate. A lost key can’t be recovered.", remedy: "Create a new key pair, or import the key if you exported it." },
  "login-permission-missing": { title: "The role lacks “Log in using OAuth 2.0 Access Tokens”", means: "NetSuite can issue a token without it, but refuses every call.", remedy: "Add it to the role under Permissions > Setup, level Full." },
  "rest-permission-missing": { title: "The role lacks REST Web Services, or a record permission", means: "The role can’t do what was requested.", remedy: "Add REST Web Services (Full) and the record permissions to the role. Queries also need SuiteAnalytics Workbook." },
  "manage-permission-missing": { title: "The role lacks “Manage own OAuth 2.0 Client Credentials Certificates”", means: "Listing, uploading, and revoking certificates need it. Tokens don’t.", remedy: "Add it to the role under Permissions > Setup, or sign in with a role that has it." },
  "another-users": { title: "The certificate is for another user", means: "NetSuite doesn’t document whether the permission covers other users’ certificates.", remedy: "Sign in as that user, or as an administrator." },
  "token-lacks-scope": { title: "The token lacks the REST web services scope", means: "The certificate list needs this scope, although it’s on the RESTlets host.", remedy: "Select REST WEB SERVICES on the record and in step 4." },
  "token-over": { title: "The access token has expired", means: "Access tokens are valid for 60 minutes.", remedy: "The other system must request a new token before the old one expires." },
  "token-of-another-kind": { title: "The token was revoked, or isn’t an access token", means: "It may also be damaged, or a refresh token was sent instead.", remedy: "Sign in again, or request a new token in the other system." },
  "endpoint-missing": { title: "The account doesn’t have the certificate endpoint yet", means: "NetSuite documents it as of release 2026.1.", remedy: "Upload the certificate by hand. That works in every account." },
  "slots-full": { title: "The record’s five certificate slots are full", means: "A record has at most five active certificates.", remedy: "Revoke one that isn’t used, then upload again." },
  "already-mapped": { title: "The certificate is already mapped, or was revoked", means: "A certificate works once, for one record, role, and user.", remedy: "Create a new key pair for this combination." },
  "not-a-certificate": { title: "The file isn’t a certificate", means: "NetSuite needs an X.509 certificate that starts with BEGIN CERTIFICATE.", remedy: "Choose the certificate. If a private key was uploaded anywhere, report it as leaked." },
  "key-kind-refused": { title: "NetSuite doesn’t accept this type of key", means: "It accepts RSA keys of 3072 or 4096 bits, and EC keys on P-256, P-384, or P-521.", remedy: "Create a new key pair." },
  "key-encrypted": { title: "The private key is encrypted", means: "The program that reads it doesn’t have the passphrase, or can’t use one.", remedy: "Export the key unencrypted, paste it there, and delete the file." },
  "key-form": { title: "The private key is in the wrong format", means: "Line breaks are missing or written as \\n, the BEGIN or END line is missing, or it’s PKCS#1 instead of PKCS#8.", remedy: "Export it again as PKCS#8, and paste all of it with its line breaks." },
  "table-not-reloaded": { title: "The table wasn’t reloaded", means: "NetSuite’s page can show an empty table although the mapping was saved.", remedy: "Reload the page or open it in another browser before you upload again." },
  "redirect-uri-wrong": { title: "The Redirect URI isn’t on the record", means: "NetSuite then stays on its own page. The URI must match exactly and can’t start with http:.", remedy: "Enter certdesk://oauth/callback, or the other system’s address, on the integration record." },
  "state-length": { title: "The state is too short or too long", means: "NetSuite requires 22 to 1024 characters.", remedy: "Correct its length in the other system." },
  "code-used": { title: "The code was already used, or came too late", means: "A code works once, for a short time that NetSuite doesn’t document.", remedy: SIGN_IN },
  "consent-denied": { title: "Someone chose Deny, or the role can’t allow access", means: "Nothing was changed.", remedy: "Sign in with a role that has “Log in using OAuth 2.0 Access Tokens” and choose Allow." },
  "client-secret-wrong": { title: "The Client Secret is wrong or missing", means: "A confidential client sends its secret. A public client doesn’t have one.", remedy: "Enter the current secret, or select Public Client on the record and “Public client” here." },
  "another-account": { title: "The browser signed in to another account", means: "Certdesk used nothing from it.", remedy: "Switch roles or sign out in the browser, then sign in again." },
  "sign-in-over": { title: "The sign-in has expired", means: "It lasts 60 minutes, unless you stay signed in.", remedy: SIGN_IN },
  "consent-malformed": { title: "The sign-in request is malformed", means: "Often it’s PKCE: a public client must send code_challenge with the method S256.", remedy: "Correct it in the other system." },
  "cli-hyphen": { title: "The Certificate ID starts with a hyphen", means: "The SuiteCloud CLI reads it as an option.", remedy: "Create a new certificate. Certdesk avoids such IDs." },
  "cli-needs-rsa": { title: "The SuiteCloud CLI can’t use an EC key", means: "Its message only asks to verify the certificate file.", remedy: "Create an RSA key pair for the SuiteCloud CLI." },
  "cli-passkey": { title: "The SuiteCloud CLI’s passkey isn’t set", means: "It needs SUITECLOUD_CI=1 and SUITECLOUD_CI_PASSKEY with 32 to 100 letters and digits.", remedy: "Set both where the CLI runs." },
};
