// @ts-check
// Invented clients in every state, shaped by the contract.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/** "Now" of every picture and test. */
export const NOW = "2026-11-20T09:46:14Z";
export const EXPECTED_ID = "q7Vd2mXKc0TzRw9uYb4LhN1sEoGf6jPaQxI3kMvZt8U";
export const MISREAD_ID = "q7Vd2mXKc0TzRw9uYb4LhNlsEoGf6jPaQxI3kMvZt8U";
export const OLD_ID = "mdtxOuPabXH78gyT_O_F8Iqi7anWyWqYqsL8kPxXP2k";
export const CLIENT_ID = "2800a860377cd3a58956125ad000ca374fc308f11e155155fde1aeb24efe98ec";
export const APPLICATION_ID = "e2398dc1-3a25-4f07-a648-7e57cfeee7b5";

const PEM = `-----BEGIN CERTIFICATE-----
${"MIICMzCCAdmgAwIBAgIUBiVEnfUN+N/+Dx5y95vec4/l9cowCgYIKoZIzj0EAwIw\n".repeat(8)}-----END CERTIFICATE-----
`;

/** @type {ipc.Step[]} */
export const STEPS = ["target", "account", "role", "integration", "key", "upload", "prove", "hand-over"];

/** @type {ipc.KeyType[]} */
const ALL_KEYS = ["rsa-4096", "rsa-3072", "p-256", "p-384", "p-521"];

/** @param {string} target @param {string} label @param {Partial<ipc.TargetView>} [part] @returns {ipc.TargetView} */
const target = (target, label, part = {}) => ({
  target, label, summary: `Whole PEM text. ${label} asks for the account ID.`, evidence: "maker", seen: `${label} documents these fields. Certdesk doesn’t know which key types it accepts.`,
  keyTypes: ALL_KEYS, keyTypesSeen: false, algorithms: null, defaultKeyType: "rsa-4096", defaultAlgorithm: "PS256", pemForm: "pkcs8-lines", scopes: ["restlets", "rest_webservices"], application: null, warnings: [], ...part,
});

/** In the order they are offered. */
export const TARGETS = {
  activepieces: target("activepieces", "activepieces", { evidence: "third-party", keyTypes: ["rsa-4096", "rsa-3072"], keyTypesSeen: true, algorithms: ["PS256"] }),
  "airbyte-netsuite-enterprise": target("airbyte-netsuite-enterprise", "Airbyte (NetSuite Enterprise)", { keyTypesSeen: true, scopes: ["suite_analytics"] }),
  alumio: target("alumio", "Alumio", { summary: "RSA or EC key, pasted as PEM text. Asks for the token URL.", seen: "Alumio’s article lists these fields and both key types.", keyTypesSeen: true }),
  ampersand: target("ampersand", "Ampersand", { summary: "P-256 key as base64 on one line, signs with ES256. Asks for the account ID as in addresses.", keyTypes: ["p-256"], keyTypesSeen: true, defaultKeyType: "p-256", defaultAlgorithm: "ES256", pemForm: "pkcs8-base64" }),
  boomi: target("boomi", "Boomi", { evidence: "fields-unseen", scopes: ["rest_webservices"] }),
  celigo: target("celigo", "Celigo", { evidence: "third-party", defaultKeyType: "p-256", defaultAlgorithm: "ES256" }),
  fivetran: target("fivetran", "Fivetran", { scopes: ["suite_analytics"] }),
  informatica: target("informatica", "Informatica", { evidence: "fields-unseen", scopes: ["rest_webservices"] }),
  mulesoft: target("mulesoft", "MuleSoft", { keyTypes: ["p-521", "p-384", "p-256", "rsa-4096", "rsa-3072"], defaultKeyType: "p-521", defaultAlgorithm: "ES512" }),
  n8n: target("n8n", "n8n", { summary: "The JWT node signs each request, and the HTTP Request node gets the token. RSA or EC key on one line.", keyTypesSeen: true, pemForm: "pkcs8-one-line" }),
  nango: target("nango", "Nango", { keyTypes: ["rsa-4096", "rsa-3072"], keyTypesSeen: true, summary: "RSA key as PEM text. Don’t use Nango’s own instructions for the key.", warnings: ["Nango’s guide creates a 2048-bit key and uploads a public key. NetSuite accepts only RSA keys with 3072 or 4096 bits, and needs a certificate. Use the key pair and the public.pem from Certdesk."] }),
  "oracle-integration": target("oracle-integration", "Oracle Integration", { evidence: "fields-unseen" }),
  patchworks: target("patchworks", "Patchworks"),
  postman: target("postman", "Postman", { evidence: "third-party" }),
  prismatic: target("prismatic", "Prismatic", { evidence: "third-party" }),
  sim: target("sim", "Sim", { keyTypesSeen: true }),
  snaplogic: target("snaplogic", "SnapLogic", { defaultKeyType: "p-256", defaultAlgorithm: "ES256", pemForm: "file" }),
  "suitecloud-cli": target("suitecloud-cli", "SuiteCloud CLI", { summary: "RSA key only, as a file. Asks for the account ID.", keyTypes: ["rsa-4096", "rsa-3072"], keyTypesSeen: true, pemForm: "file", application: "SuiteCloud Development Integration", warnings: ["In NetSuite, map the application SuiteCloud Development Integration. Sign in once with the browser so that it installs itself."] }),
  workato: target("workato", "Workato", { evidence: "fields-unseen", keyTypes: ["p-256", "p-384", "p-521", "rsa-4096", "rsa-3072"], defaultKeyType: "p-256", defaultAlgorithm: "ES256", pemForm: "traditional", summary: "Its guide creates an EC P-256 key. Certdesk doesn’t know all of its fields.", seen: "Workato documents client credentials for its NetSuite REST connector. Certdesk doesn’t know the full field list.", scopes: ["restlets", "rest_webservices", "suite_analytics"] }),
  other: target("other", "Another system", { evidence: "unknown", summary: "Any client that signs its own requests. All values in all formats.", seen: "These are the values that every system needs for machine-to-machine access, with NetSuite’s names." }),
};

/** @type {ipc.WithoutM2mView[]} */
export const WITHOUT_M2M = [
  { system: "airbyte", label: "Airbyte", connector: "NetSuite source", offers: ["Token-based authentication"], asOf: "Version 0.1.29 of its NetSuite source, September 2026", seen: "Airbyte’s page says that its NetSuite source doesn’t support OAuth 2.0.", sources: ["https://docs.airbyte.com/integrations/sources/netsuite"], instead: ["Airbyte’s enterprise connector for NetSuite accepts a certificate. If your plan includes it, choose Airbyte (NetSuite Enterprise)."] },
  { system: "jitterbit", label: "Jitterbit", connector: "NetSuite connector", offers: ["Token-based authentication"], asOf: "Its pages for NetSuite’s WSDL 2025.2", seen: "Jitterbit’s NetSuite connector requires token-based authentication: it calls SOAP, and NetSuite accepts no OAuth 2.0 there.", sources: ["https://docs.jitterbit.com/studio/connectors/netsuite/prerequisites/", "https://docs.jitterbit.com/integration-studio/design/connectors/netsuite/netsuite-how-tos/connect-to-netsuite-with-http-v2", "https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_157769826287.html"], instead: ["Jitterbit’s HTTP v2 connector can call REST web services with OAuth 2.0. A user signs in for it, and it needs no certificate.", "In Move from TBA, check SOAP web services for this connector: SOAP has its own end date."] },
  { system: "make", label: "Make.com", connector: "NetSuite app", offers: ["Token-based authentication"], asOf: "February 2026", seen: "Make’s page for its NetSuite app requires token-based authentication.", sources: ["https://apps.make.com/netsuite"], instead: [] },
];

/** @param {string} name @returns {ipc.TargetView | null} */
export const targetOf = (name) => Object.values(TARGETS).find(({ target }) => target === name) ?? null;

/** @param {string} text @returns {ipc.AccountView | null} */
export function account(text) {
  const found = /^(?:https?:\/\/)?([a-z0-9]{6,}(?:[_-](?:sb\d+|rp))?)(?:\.[a-z.]*netsuite\.com.*)?$/i.exec(text.trim());
  if (!found?.[1]) return null;
  const accountId = found[1].toUpperCase().replace("-", "_");
  const hostForm = accountId.toLowerCase().replace("_", "-");
  const environment = accountId.includes("_SB") ? "sandbox" : accountId.includes("_RP") ? "release-preview" : accountId.startsWith("TSTDRV") ? "test-drive" : "production";
  return { accountId, hostForm, environment, tokenUrl: `https://${hostForm}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token`, appUrl: `https://${hostForm}.app.netsuite.com`, check: null };
}

/** @param {Partial<ipc.CredentialView>} [part] @returns {ipc.CredentialView} */
export const credential = (part = {}) => ({
  id: "c1", keyType: "rsa-4096", algorithm: "PS256", state: "made", signature: "pss", certificateId: EXPECTED_ID, certificateIdConfirmed: false,
  subject: "CN=Northwind Traders - production - Alumio", serial: "5a1f0c9be27d44e1a0b3c6d8e9f01234",
  fingerprint: "AB:B5:5D:DA:65:CA:73:44:F3:47:0F:6E:61:BE:0B:84:DD:6C:12:81:9F:EA:33:DA:43:12:37:90:CB:D9:B7:C5",
  validFrom: "2026-11-20T09:31:00Z", validUntil: "2028-11-18T09:31:00Z", daysLeft: 728, createdAt: "2026-11-20T09:36:00Z", keyStore: "secret-service",
  revoked: null, certificatePem: PEM, savedCertificate: null, exportedKey: null, ...part,
});

/**
 * A connection that stands at `open`; null means that everything is done.
 * @param {ipc.Step | null} open
 * @param {Partial<ipc.ConnectionView>} [part]
 * @returns {ipc.ConnectionView}
 */
export function connection(open, part = {}) {
  const at = open ? STEPS.indexOf(open) : STEPS.length;
  /** @param {ipc.Step} step */
  const past = (step) => STEPS.indexOf(step) < at;
  /** @type {ipc.ConnectionView} */
  const view = {
    id: "northwind", name: "Northwind Traders", practice: false, createdAt: "2026-11-20T09:12:00Z",
    target: past("target") ? TARGETS.alumio : null,
    account: past("account") ? { .../** @type {ipc.AccountView} */ (account("4718203")), check: { at: "2026-11-20T09:14:00Z", known: true } } : null,
    ticks: past("role") ? ["feature-client-suite-script", "feature-server-suite-script", "feature-rest-web-services", "feature-oauth2", "permission-oauth2-login", "permission-rest-web-services", "role-assigned"] : [],
    roleName: past("role") ? "Alumio Integration" : "", entityName: past("role") ? "Alumio Integration User" : "", roleTakenFrom: null, identity: NOBODY,
    integration: past("integration") ? { name: "Alumio M2M", clientId: CLIENT_ID } : { name: "", clientId: null },
    scopes: past("integration") ? ["restlets", "rest_webservices"] : [],
    credentials: past("key") ? [credential({ state: past("prove") ? "proven" : past("upload") ? "uploaded" : "made", certificateIdConfirmed: past("upload"), ...(past("upload") ? { savedCertificate: { path: "/home/mira/Documents/public.pem", at: "2026-11-20T09:40:00Z" } } : {}) })] : [],
    credential: past("key") ? "c1" : null,
    steps: STEPS.map((step, index) => ({ step, state: index < at ? "done" : index === at ? "open" : "ahead" })),
    lastProof: past("prove") ? proofSummary() : null, lastRefusal: null, calls: [], preflight: [], handedOverAt: open === null ? "2026-11-20T09:58:00Z" : null,
    suggestedSubject: "Northwind Traders - production - Alumio",
    status: open ? { kind: "setting-up", step: open } : { kind: "in-order" }, due: null, rotation: null, slots: null, vendorCertificates: [],
    history: history(at), hashChain: { gaps: [] }, nextAct: "test", removalPhrase: "",
  };
  const whole = { ...view, ...part };
  if (!part.preflight) whole.preflight = preflight(whole);
  return decided({ ...whole, identity: part.identity ?? identityOf(whole) });
}

/** What follows from the rest, unless a scene says otherwise. @template {ipc.ConnectionView} V @param {V} view @returns {V} */
export const decided = (view) => Object.assign(view, { nextAct: nextAct(view), removalPhrase: view.name.length <= 24 ? view.name : (view.account?.accountId ?? "remove") });

/** @param {ipc.ConnectionView} view @returns {ipc.NextAct} */
function nextAct({ status, slots }) {
  const next = NEXT[status.kind];
  return next === "rotate" && slots && slots.active >= slots.most ? "free-slot" : next;
}

/** Slots of which only the number is known, unless holders are given. @param {number} active @param {ipc.SlotHolder[]} [holders] @returns {ipc.SlotsSeen} */
export const slots = (active, holders = []) => ({ active, most: 5, at: NOW, holders });

/** Names that NetSuite has given, by internal ID. @type {Record<string, string>} */
export const GIVEN = { "1042": "Alumio Integration", "1055": "Payroll Export", "1187": "Alumio Integration User", "-5": "Mira Lindqvist", "2210": "Orbit Payroll" };

/** @type {ipc.IdentityView} */
const NOBODY = { entity: { id: null, name: null, expected: null, fit: "not-said" }, role: { id: null, name: null, expected: null, fit: "not-said" }, wrong: false, lacksAName: false };

/** As the domain derives it. @param {ipc.ConnectionView} view @param {Record<string, string>} [given] @returns {ipc.IdentityView} */
export function identityOf({ lastProof, roleName, entityName }, given = GIVEN) {
  /** @param {string | null} id @param {string} expected @returns {ipc.PartyView} */
  const party = (id, expected) => {
    const name = id === null ? null : (given[id] ?? null);
    return { id, name, expected: expected || null, fit: id === null ? "not-said" : fitOf(name, expected) };
  };
  const entity = party(lastProof?.entity ?? null, entityName);
  let role = party(lastProof?.role ?? null, roleName);
  if (role.id === "3") role = { ...role, name: "Administrator", fit: "administrator" };
  const both = [entity, role];
  return { entity, role, wrong: both.some(({ fit }) => fit === "differs" || fit === "administrator"), lacksAName: both.some(({ id, name }) => id !== null && name === null) };
}

/** @param {string | null} name @param {string} expected @returns {ipc.Fit} */
const fitOf = (name, expected) => (name === null ? "unnamed" : expected === "" ? "not-expected" : name.toLowerCase() === expected.trim().toLowerCase() ? "agrees" : "differs");

/** What can be chosen for an upload. @param {{ id: string, name: string | null }[]} named @param {string} expected @param {boolean} [roles] @returns {ipc.NamedId[]} */
export const choices = (named, expected, roles = false) => named.map(({ id, name }) => ({ id, name, fit: roles && id === "3" ? "administrator" : fitOf(name, expected) }));

/** @returns {ipc.ProofSummary} */
export const proofSummary = () => ({ at: NOW, expiresAt: "2026-11-20T10:46:14Z", account: "4718203", role: "1042", entity: "1187", scopes: ["restlets", "rest_webservices"] });

/** The usual test call, as it works. @type {ipc.TestCallView} */
export const WORKED = { call: { at: NOW, read: "metadata", subject: "customer", outcome: "works", status: null, code: null, cause: null }, rows: null, detail: "", causes: [], decided: false };

/**
 * A test call that was refused.
 * @param {ipc.ReadKind} read @param {ipc.DiagnosisCauseView[]} causes @param {{ status?: number, code?: string, detail?: string, subject?: string, decided?: boolean }} [answer]
 * @returns {ipc.TestCallView}
 */
export const refusedCall = (read, causes, { status = 403, code = "INSUFFICIENT_PERMISSION", detail = "", subject = "customer", decided = false } = {}) => ({ call: { at: NOW, read, subject, outcome: "refused", status, code, cause: causes[0]?.cause ?? null }, rows: null, detail, causes, decided });

/** A cause in a role's permissions. @param {ipc.DiagnosisCause} cause @param {Partial<ipc.DiagnosisCauseView>} [part] @returns {ipc.DiagnosisCauseView} */
export const callCause = (cause, part = {}) => ({ cause, sure: false, evidenceFor: [{ sign: "token-just-received", detail: "" }], evidenceAgainst: [], codes: [], fix: { act: "net-suite" }, place: "roles", source: "oracle", ...part });

/** @type {ipc.TestCallView} */
export const LOGIN_REFUSED = refusedCall("metadata", [callCause("login-permission-missing"), callCause("integration-blocked", { place: "integrations" })], { status: 401, code: "INVALID_LOGIN", detail: "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail." });

/** As the domain derives it, for the calls that scenes make. @param {ipc.ConnectionView} view @returns {ipc.PreflightLine[]} */
export function preflight({ scopes, calls, lastProof }) {
  /** @param {ipc.PreflightNeed} need @param {ipc.PreflightProof} proof @param {string | null} [at] @param {string | null} [subject] @returns {ipc.PreflightLine} */
  const line = (need, proof, at = null, subject = null) => ({ need, proof, at, subject });
  /** @param {ipc.PreflightNeed} need @param {ipc.ReadKind[]} kinds @param {ipc.DiagnosisCause[]} lacks */
  const by = (need, kinds, lacks) => {
    const told = calls.filter(({ read, cause }) => kinds.includes(read) || (cause && lacks.includes(cause))).find(({ outcome, cause }) => outcome === "works" || (cause && lacks.includes(cause)));
    return told ? line(need, told.outcome === "works" ? "works" : "refused", told.at, need === "permission-record" || need === "restlet-access" ? told.subject : null) : line(need, "untested");
  };
  /** @type {ipc.ReadKind[]} */
  const rest = ["metadata", "record", "query"];
  return [
    ...(scopes.length > 0 ? [lastProof ? line("feature-oauth2", "works", lastProof.at) : line("feature-oauth2", "untested"), by("permission-oauth2-login", [...rest, "restlet"], ["login-permission-missing"])] : []),
    ...(scopes.includes("rest_webservices") ? [by("feature-rest-web-services", rest, ["feature-off"]), by("permission-rest-web-services", rest, ["rest-permission-missing"]), by("permission-record", ["record"], ["record-permission-missing"]), by("feature-workbook", ["query"], ["workbook-off"]), by("permission-workbook", ["query"], ["workbook-permission-missing"])] : []),
    ...(scopes.includes("restlets") ? [by("feature-suite-script", ["restlet"], ["suite-script-off"]), by("restlet-access", ["restlet"], ["restlet-audience", "restlet-not-deployed"])] : []),
    ...(scopes.includes("suite_analytics") ? [lastProof ? line("scope-connect", "works", lastProof.at) : line("scope-connect", "untested"), line("permission-connect", "unchecked")] : []),
  ];
}

/** @returns {ipc.Proof} */
export const proof = () => ({
  summary: proofSummary(), tokenUrl: "https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", certificateId: EXPECTED_ID, clientId: CLIENT_ID, applicationId: APPLICATION_ID,
  assertion: {
    header: JSON.stringify({ alg: "PS256", typ: "JWT", kid: EXPECTED_ID }, null, 2),
    claims: JSON.stringify({ iss: CLIENT_ID, aud: "https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", scope: ["restlets", "rest_webservices"], iat: 1795167965, exp: 1795168265 }, null, 2),
  },
  token: {
    header: JSON.stringify({ alg: "PS256", typ: "JWT" }, null, 2),
    claims: JSON.stringify({ iss: "https://system.netsuite.com", sub: "1042;1187", aud: [`${APPLICATION_ID};4718203`, CLIENT_ID], scope: ["restlets", "rest_webservices"], iat: 1795167974, exp: 1795171574 }, null, 2),
  },
  checks: [
    { check: "kid-is-certificate-id", passed: true, detail: "" },
    { check: "token-names-client-id", passed: true, detail: "" },
    { check: "token-names-account", passed: true, detail: "4718203" },
    { check: "scopes-granted", passed: true, detail: "2 of 2" },
    { check: "clock", passed: true, detail: "" },
  ],
  clockSkewSeconds: 1, call: WORKED,
});

/** @type {Extract<ipc.Failure, { kind: "token-refused" }>} */
export const REFUSED = {
  kind: "token-refused", status: 401, error: "invalid_client", description: null, tokenUrl: "https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", clockSkewSeconds: 612,
  checks: [
    { check: "algorithm", passed: true, detail: "PS256" },
    { check: "pair", passed: true, detail: "" },
    { check: "certificate-id", passed: true, detail: EXPECTED_ID },
    { check: "validity", passed: true, detail: "2028-11-18" },
    { check: "client-id", passed: true, detail: CLIENT_ID },
    { check: "scope", passed: true, detail: "restlets, rest_webservices" },
    { check: "clock", passed: false, detail: "612 seconds apart" },
  ],
};

/**
 * The values of one credential; null is the one in use.
 * @param {ipc.ConnectionView} view @param {string | null} credentialId @returns {ipc.Kit}
 */
export function kit(view, credentialId = null) {
  const credential = view.credentials.find(({ id }) => id === (credentialId ?? view.credential)) ?? (credentialId === null ? view.credentials[0] : undefined);
  if (!credential) throw { kind: "connection-unknown" };
  const { certificateId, algorithm, keyType, exportedKey } = credential;
  if (view.target && !view.target.keyTypes.includes(keyType)) throw { kind: "key-type-not-for-target", keyType };
  const kit = { ...KIT, evidence: view.target?.evidence ?? "maker", seen: view.target?.seen ?? "", warnings: view.target?.warnings ?? [], target: view.target?.target ?? "alumio", label: view.target?.label ?? "Alumio" };
  switch (kit.target) {
    case "suitecloud-cli":
      return { ...kit, ...place("A terminal, in the SuiteCloud project folder"), fields: cliFields(view, credential), then: ["Run the command.", "To switch between accounts later: suitecloud account:setup:ci --select northwind-traders-4718203"], renewal: "Run the command again with the new private key and the new Certificate ID.", pathProblem: exportedKey?.path.includes("&") ? { kind: "refused", character: "&" } : null };
    case "mulesoft":
      return { ...kit, ...place("ms-netsuite-rest:config", "ms-netsuite-rest:connection"), fields: muleSoftFields(view, credential), then: ["Test the connector’s connection."], renewal: "Replace both privateKey and certificateId, and signatureAlgorithm if the key type changed." };
    case "other":
      return { ...kit, ...place("The target system’s NetSuite connection"), fields: otherFields(view, credential), then: ["Have the target system request a token, and check that it gets one."], renewal: "Replace both the private key and the Certificate ID." };
    case "workato":
      return {
        ...kit, ...place("The NetSuite REST connection"), then: ["Click the button that connects."], renewal: "Replace both the private key and the Certificate ID.",
        fields: [{ kind: "value", label: "Client ID", value: CLIENT_ID, note: null }],
        unseen: [
          { kind: "value", label: "Account ID", value: "4718203", note: "Some systems want the format of web addresses, 4718203." },
          { kind: "value", label: "Certificate ID", value: certificateId, note: null },
          { kind: "value", label: "Algorithm", value: algorithm, note: null },
          { kind: "private-key", label: "Private key", form: "traditional", note: "The format from Workato’s guide (BEGIN EC PRIVATE KEY). Certdesk doesn’t know whether it also accepts PKCS#8." },
        ],
      };
    case "n8n":
      return { ...kit, ...place("JWT credential", "JWT node", "HTTP Request node"), fields: n8nFields(credential), then: ["Run both nodes, and check that the output contains access_token.", "In the nodes that call NetSuite, send it in the header Authorization: Bearer. It expires after 60 minutes, so get a new one in each run."], renewal: "Replace both the Private Key in the JWT credential and the Key ID in the JWT node, which is the Certificate ID." };
    default:
      return { ...kit, fields: alumioFields(view, credential) };
  }
}

/** The same for a new connection and an existing one. @param {string[]} path */
const place = (...path) => ({ where: path, renewalWhere: path });

/** @type {ipc.Kit} */
const KIT = { target: "alumio", label: "Alumio", evidence: "maker", seen: "", sources: ["https://forum.alumio.com/t/netsuite-oauth2-0-provider/437"], where: ["Clients", "HTTP Authentications", "New"], renewalWhere: ["Clients", "HTTP Authentications"], fields: [], unseen: [], warnings: [], then: ["Click Retrieve an access token key.", "Click Save.", "Select this authentication in an HTTP client."], renewal: "Replace both the private key and the Certificate ID. Alumio’s article mentions only the private key, but the Certificate ID changes too. Alumio switches when its current token expires, within 60 minutes.", pathProblem: null };

/** @param {ipc.CredentialView} credential @returns {ipc.KitField[]} */
const n8nFields = ({ certificateId, algorithm }) => [
  { kind: "value", label: "Key Type", value: "PEM Key", note: null },
  { kind: "private-key", label: "Private Key", form: "pkcs8-one-line", note: "The field has one line. n8n turns each \\n into a line break." },
  { kind: "own", label: "Public Key", rule: "Leave it empty. The node needs it only to verify tokens." },
  { kind: "value", label: "Algorithm", value: algorithm, note: null },
  { kind: "value", label: "Operation", value: "Sign", note: "From here on in the JWT node." },
  { kind: "own", label: "Payload Claims (JSON)", rule: "An object with the next four claims, exp as a number." },
  { kind: "value", label: "iss", value: CLIENT_ID, note: null },
  { kind: "own", label: "exp", rule: "The current time plus 300 seconds: {{ Math.floor(Date.now() / 1000) + 300 }} in an expression." },
  { kind: "value", label: "Key ID", value: certificateId, note: "Add it under Options. It becomes kid in the JWT header." },
  { kind: "value", label: "client_assertion_type", value: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", note: null },
];

/** @param {ipc.ConnectionView} view @param {ipc.CredentialView} credential @returns {ipc.KitField[]} */
const alumioFields = (view, { certificateId, algorithm }) => [
  { kind: "value", label: "Settings", value: "Oauth2 authentication", note: null },
  { kind: "value", label: "Provider", value: "Netsuite", note: null },
  { kind: "value", label: "JWT algorithm", value: algorithm, note: null },
  { kind: "value", label: "Certificate ID", value: certificateId, note: null },
  { kind: "value", label: "Consumer Key", value: CLIENT_ID, note: "NetSuite’s Client ID. The Consumer Secret isn’t needed." },
  { kind: "value", label: "Scopes", value: "restlets,rest_webservices", note: "Comma-separated, without spaces." },
  { kind: "value", label: "Authentication URL", value: view.account?.tokenUrl ?? "", note: null },
  { kind: "private-key", label: "Private key", form: "pkcs8-lines", note: "Paste the whole text of private.pem, including the BEGIN and END lines." },
];

/** @param {ipc.ConnectionView} view @param {ipc.CredentialView} credential @returns {ipc.KitField[]} */
const muleSoftFields = (view, { certificateId, algorithm }) => [
  { kind: "value", label: "accountId", value: view.account?.accountId ?? "", note: "In capitals, as in TSTDRV1234567." },
  { kind: "value", label: "clientId", value: CLIENT_ID, note: null },
  { kind: "value", label: "certificateId", value: certificateId, note: null },
  { kind: "private-key", label: "privateKey", form: "pkcs8-lines", note: "PKCS#8 as PEM. Store it in a secure property, never in the application’s own files." },
  { kind: "value", label: "signatureAlgorithm", value: algorithm, note: null },
];

/** @param {ipc.ConnectionView} view @param {ipc.CredentialView} credential @returns {ipc.KitField[]} */
const otherFields = (view, { certificateId, algorithm }) => [
  { kind: "value", label: "Account ID", value: view.account?.accountId ?? "", note: `Some systems want the format of web addresses, ${view.account?.hostForm}.` },
  { kind: "value", label: "SuiteTalk URL", value: `https://${view.account?.hostForm}.suitetalk.api.netsuite.com`, note: "Some systems ask for this instead of the account ID." },
  { kind: "value", label: "Token URL", value: view.account?.tokenUrl ?? "", note: "Each request contains it as aud." },
  { kind: "value", label: "Client ID (Consumer Key)", value: CLIENT_ID, note: "Each request contains it as iss." },
  { kind: "value", label: "Certificate ID", value: certificateId, note: "Each request’s JWT header contains it as kid." },
  { kind: "value", label: "Algorithm", value: algorithm, note: null },
  { kind: "value", label: "Scope", value: "restlets,rest_webservices", note: "Oracle separates multiple scopes with commas." },
  { kind: "private-key", label: "Private key", form: "pkcs8-lines", note: "Most systems accept unencrypted PKCS#8 with line breaks. You can choose another format when you save it." },
];

/** @param {ipc.ConnectionView} view @param {ipc.CredentialView} credential @returns {ipc.KitField[]} */
function cliFields(view, { certificateId, exportedKey }) {
  const usable = exportedKey && !exportedKey.encrypted && (exportedKey.form === "file" || exportedKey.form === "pkcs8-lines");
  const path = usable ? exportedKey.path : "private.pem";
  const alias = "northwind-traders-4718203";
  return [
    { kind: "private-key", label: "Private key", form: "file", note: "Save it to a folder whose path has none of < > | ; & $ ` \" in it." },
    { kind: "value", label: "SUITECLOUD_CI", value: "1", note: "Environment variable." },
    { kind: "own", label: "SUITECLOUD_CI_PASSKEY", rule: "Environment variable: 32 to 100 letters and digits of your own." },
    { kind: "value", label: "--account", value: view.account?.accountId ?? "", note: null },
    { kind: "value", label: "--authid", value: alias, note: "Any name: at most 40 letters, digits, hyphens, and underscores." },
    { kind: "value", label: "--certificateid", value: certificateId, note: null },
    { kind: "value", label: "--privatekeypath", value: path, note: "Where you saved the private key." },
    { kind: "value", label: "Command", value: `suitecloud account:setup:ci --account ${view.account?.accountId} --authid ${alias} --certificateid ${certificateId} --privatekeypath ${path}`, note: null },
  ];
}

/** @param {ipc.ConnectionView} view @returns {ipc.ConnectionSummary} */
export function summary(view) {
  const working = view.credentials.find(({ id }) => id === view.credential) ?? view.credentials[0] ?? null;
  const needsYou = view.status.kind !== "in-order";
  return {
    id: view.id, name: view.name, practice: view.practice, target: named(view), accountId: view.account?.accountId ?? null, environment: view.account?.environment ?? null,
    status: view.status, needsYou, nextAct: nextAct(view),
    certificateId: working?.certificateId ?? null, validUntil: working?.validUntil ?? null, daysLeft: working?.daysLeft ?? null, lastTokenAt: view.lastProof?.at ?? null, lastCall: view.calls[0] ? { at: view.calls[0].at, works: view.calls[0].outcome === "works" } : null, due: view.due, reminded: !view.practice && working !== null && working.state !== "made" && working.daysLeft <= 30, slots: view.slots, settlesAt: view.rotation?.settlesAt ?? null,
  };
}

/** The target as a table names it. @param {ipc.ConnectionView} view @returns {ipc.TargetName | null} */
export const named = ({ target }) => target && { target: target.target, label: target.label };

/** @type {Record<ipc.ConnectionStatus["kind"], ipc.NextAct>} */
const NEXT = { "setting-up": "continue-set-up", rotating: "rotation", "mapping-gone": "rotate", revoked: "rotate", expired: "rotate", "runs-out-soon": "rotate", "token-refused": "find-cause", "call-refused": "find-cause", "in-order": "test" };

/** Seven clients, most of them in need. @returns {ipc.ConnectionView[]} */
export function clients() {
  return [
    connection(null, { id: "beispiel", name: "Beispiel GmbH", account: account("5530917"), status: { kind: "expired" }, credentials: [credential({ state: "expired", certificateIdConfirmed: true, daysLeft: 0, validFrom: "2024-11-17T09:00:00Z", validUntil: "2026-11-17T09:00:00Z" })], credential: null, lastProof: { ...proofSummary(), at: "2026-11-17T07:12:00Z" } }),
    connection(null, { id: "vermeer", name: "Vermeer & Zoon", target: TARGETS.other, account: account("3904471_SB2"), status: { kind: "token-refused", at: "2026-11-20T08:12:00Z" }, lastRefusal: { at: "2026-11-20T08:12:00Z", reason: "invalid_client" }, lastProof: { ...proofSummary(), at: "2026-11-11T08:12:00Z" }, credentials: [credential({ state: "current", certificateIdConfirmed: true, keyType: "p-256", algorithm: "ES256", certificateId: "ssaHUkR2dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4CGt", daysLeft: 470, validUntil: "2028-03-04T00:00:00Z" })] }),
    connection("upload", { id: "kestrel", name: "Kestrel Logistics", target: TARGETS.other, account: account("7315566") }),
    runsOut(),
    connection(null, { id: "larkspur", name: "Larkspur Medical", target: TARGETS["suitecloud-cli"], account: account("8127750"), credentials: [credential({ state: "current", certificateIdConfirmed: true, daysLeft: 488, validUntil: "2028-03-22T00:00:00Z" })] }),
    connection(null, { id: "alder", name: "Alder & Finch Foods", account: account("6627120"), credentials: [credential({ state: "current", certificateIdConfirmed: true, daysLeft: 214, validUntil: "2027-06-22T00:00:00Z" })], lastProof: { ...proofSummary(), at: "2026-11-19T16:40:00Z" } }),
    connection(null, { id: "practice", name: "Practice account", practice: true, account: account("TSTDRV1000001"), lastProof: { ...proofSummary(), at: "2026-11-14T16:40:00Z" } }),
  ];
}

/** Used by the SuiteCloud CLI, whose Consumer Key nobody knows. @returns {Partial<ipc.ConnectionView>} */
export const byCli = () => ({ target: TARGETS["suitecloud-cli"], integration: { name: "SuiteCloud Development Integration", clientId: null }, credentials: [credential({ state: "uploaded", certificateIdConfirmed: true })], lastProof: null });

/** Twenty clients with long names. @returns {ipc.ConnectionView[]} */
export const manyClients = () => [
  ...clients(),
  ...Array.from({ length: 13 }, (_, index) => connection(index % 3 === 0 ? STEPS[index % 8] ?? null : null, { id: `long-${index}`, name: `Nederlandse Vereniging van Onafhankelijke Groothandelaren in Bouwmaterialen ${index + 1}`, account: account(`60011${10 + index}_SB${index % 4 + 1}`) })),
];

/** Northwind a year later, with an old certificate. */
export const runsOut = () =>
  connection(null, {
    status: { kind: "runs-out-soon" },
    credentials: [
      credential({ state: "current", certificateIdConfirmed: true, certificateId: OLD_ID, validFrom: "2024-12-02T13:55:00Z", validUntil: "2026-12-02T13:55:00Z", daysLeft: 12, createdAt: "2024-12-02T13:58:00Z", exportedKey: { path: "/home/mira/Documents/private.pem", at: "2024-12-02T14:11:00Z", encrypted: false, form: "pkcs8-lines" } }),
      credential({ id: "c0", state: "superseded", certificateIdConfirmed: true, certificateId: "BxUNwiRk5TqPz0aYdHsL7mGf3cVo9eEj1iWnKtQ8JXK", keyType: "rsa-3072", daysLeft: 119, validFrom: "2025-03-20T09:00:00Z", validUntil: "2027-03-19T09:00:00Z" }),
    ],
    handedOverAt: "2024-12-02T14:20:00Z",
    lastProof: { ...proofSummary(), at: "2026-11-20T08:12:00Z" },
  });

/** @param {number} at @returns {ipc.HistoryEntry[]} */
function history(at) {
  /** @type {ipc.HistoryEntry[]} */
  const all = [
    { at: "2026-11-20T09:12:00Z", event: { kind: "created" }, system: null },
    { at: "2026-11-20T09:13:00Z", event: { kind: "target-chosen", target: "alumio" }, system: "Alumio" },
    { at: "2026-11-20T09:14:00Z", event: { kind: "account-set", accountId: "4718203" }, system: null },
    { at: "2026-11-20T09:30:00Z", event: { kind: "client-id-set" }, system: null },
    { at: "2026-11-20T09:36:00Z", event: { kind: "certificate-made", certificateId: EXPECTED_ID }, system: null },
    { at: "2026-11-20T09:40:00Z", event: { kind: "certificate-saved", path: "/home/mira/Documents/public.pem" }, system: null },
    { at: "2026-11-20T09:44:00Z", event: { kind: "certificate-id-confirmed", certificateId: EXPECTED_ID }, system: null },
    { at: NOW, event: { kind: "token-received", certificateId: EXPECTED_ID, role: "1042", entity: "1187" }, system: null },
    { at: "2026-11-20T09:58:00Z", event: { kind: "handed-over", target: "alumio" }, system: "Alumio" },
  ];
  return all.slice(0, at + 1);
}
