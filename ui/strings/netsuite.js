// @ts-check
// NetSuite's own words: menu paths, features, permissions and their levels, fields and buttons,
// exactly as its pages show them. Nothing of ours belongs here.
//
// Sources: https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/ section_157771482304,
// section_157771510070, section_157771650112, section_162755359851, subsect_158324637123, section_157771733782,
// bridgehead_4249078810.

/** @import { LocalCheckKind, PreflightNeed, ProAct, Scope, Tick } from "../types/ipc.d.ts" */

/** Menu paths, one entry a part. */
export const paths = {
  features: ["Setup", "Company", "Enable Features", "SuiteCloud"],
  analyticsFeatures: ["Setup", "Company", "Enable Features", "Analytics"],
  deployments: ["Customization", "Scripting", "Script Deployments"],
  roles: ["Setup", "Users/Roles", "Manage Roles"],
  rolePermissions: ["Permissions", "Setup"],
  integration: ["Setup", "Integration", "Manage Integrations", "New"],
  integrations: ["Setup", "Integration", "Manage Integrations"],
  mapping: ["Setup", "Integration", "Manage Authentication", "OAuth 2.0 Client Credentials (M2M) Setup", "Create New"],
  mappings: ["Setup", "Integration", "Manage Authentication", "OAuth 2.0 Client Credentials (M2M) Setup"],
  company: ["Setup", "Company", "Company Information"],
  bundles: ["Customization", "SuiteBundler", "Search & Install Bundles", "List"],
  placeholder: ["Documents", "Files", "File Cabinet", "SuiteBundles", "Bundle 369630", "OpenAir Certificates"],
  digitalCertificate: ["Setup", "Company", "Certificates", "Create New"],
  apiSecrets: ["Setup", "Company", "Preferences", "API Secrets", "Create New"],
  connector: ["Administration", "NetSuite Connector"],
  accessTokens: ["Setup", "Users/Roles", "User Management", "Access Tokens"],
  auditTrail: ["Setup", "Users/Roles", "User Management", "View Login Audit Trail"],
};

/** @type {{ tick: Tick, name: string, section: string | null }[]} */
export const features = [
  { tick: "feature-client-suite-script", name: "Client SuiteScript", section: null },
  { tick: "feature-server-suite-script", name: "Server SuiteScript", section: null },
  { tick: "feature-rest-web-services", name: "REST Web Services", section: "SuiteTalk" },
  { tick: "feature-oauth2", name: "OAuth 2.0", section: "Manage Authentication" },
];

/** @type {{ tick: Tick, name: string, level: string | null }[]} */
export const permissions = [
  { tick: "permission-oauth2-login", name: "Log in using OAuth 2.0 Access Tokens", level: "Full" },
  { tick: "permission-rest-web-services", name: "REST Web Services", level: "Full" },
  { tick: "permission-manage-certificates", name: "Manage own OAuth 2.0 Client Credentials Certificates", level: null },
];

/** What calls need, beside the record permissions: article_5085602973, section_157771482304, article_0907012731. @type {Record<PreflightNeed, string>} */
export const needs = {
  "feature-oauth2": "OAuth 2.0",
  "permission-oauth2-login": "Log in using OAuth 2.0 Access Tokens",
  "feature-rest-web-services": "REST Web Services",
  "permission-rest-web-services": "REST Web Services",
  "permission-record": "",
  "feature-workbook": "SuiteAnalytics Workbook",
  "permission-workbook": "SuiteAnalytics Workbook",
  "feature-suite-script": "Client SuiteScript, Server SuiteScript",
  "restlet-access": "",
  "scope-connect": "SuiteAnalytics Connect",
  "permission-connect": "SuiteAnalytics Connect",
};

export const permissionToMap = "OAuth 2.0 Authorized Applications Management";
export const permissionToIntegrate = "Integration Application";

/** Of the role SuiteProjects Pro Integration Administrator, each at Full. @type {{ act: ProAct, name: string }[]} */
export const proPermissions = [
  { act: "permission-oidc", name: "OIDC Provider Setup" },
  { act: "permission-applications", name: "OAuth 2.0 Authorized Applications Management" },
  { act: "permission-oauth2-login", name: "Log in using OAuth 2.0 Access Tokens" },
  { act: "permission-certificates", name: "Certificate Management" },
];
export const marketplace = "SuiteApp Marketplace";
/** Boxes on the form NetSuite Connector of SuiteProjects Pro, article_0124073449. One of the first two. */
export const boxSignOn = "Enable NetSuite single sign-on";
export const boxRealTime = "Enable NetSuite real-time integration";
export const boxOauth2 = "Use OAuth 2.0 for NetSuite Single Sign-On Integration and Real-Time Record Import";

/** The certificate record of SuiteProjects Pro. */
export const proRecordFields = { name: "SuiteProjects Pro real-time", id: "_oa_realtime", wholeId: "custcertificate_oa_realtime", file: "openair-certificate.pem" };

/** Labels on NetSuite's pages. */
export const labels = {
  name: "Name",
  description: "Description",
  note: "Note",
  state: "State",
  enabled: "Enabled",
  tokenBased: "Token-based Authentication",
  grant: "Client Credentials (Machine to Machine) Grant",
  codeGrant: "Authorization Code Grant",
  redirectUri: "Redirect URI",
  publicClient: "Public Client",
  scope: "Scope",
  entity: "Entity",
  role: "Role",
  application: "Application",
  certificate: "Certificate",
};

/** As on the integration record. @type {Record<Scope, string>} */
export const scopes = { restlets: "RESTLETS", rest_webservices: "REST WEB SERVICES", suite_analytics: "SuiteAnalytics Connect" };

/** Signs in by the browser, H/article_81134826821. */
export const cliSignIn = "suitecloud account:setup";

/** Codes of the column Detail that belong to this request, with what NetSuite says they mean. */
export const auditCodes = [
  { code: "MissingKey", means: "The Certificate ID that was sent matches no valid certificate." },
  { code: "SignatureValidation", means: "The signature is wrong: the key doesn’t match the certificate." },
  { code: "EntityOrRoleDisabled", means: "The mapping’s user or role is inactive." },
  { code: "IntegrationBlocked", means: "The integration record’s State isn’t Enabled." },
  { code: "InvalidIntegration", means: "The integration record isn’t in this account." },
  { code: "ScopeMismatched", means: "The request has a scope that isn’t checked on the record." },
  { code: "InvalidIssuer", means: "NetSuite doesn’t know the Client ID that was sent." },
  { code: "UnsupportedAlgo", means: "NetSuite doesn’t support the signing algorithm." },
  { code: "TokenValidityTooBroad", means: "The request claims to be valid for too long." },
  { code: "TokenNotAcceptable", means: "The request was signed in the future: a clock is off." },
  { code: "TokenExpired", means: "The request was too old on arrival: a clock is off." },
  { code: "FeatureDisabled", means: "The OAuth 2.0 feature is turned off." },
];

/** Which codes a failed check on this computer points to. @type {Record<LocalCheckKind, string[]>} */
export const codesOfCheck = {
  algorithm: ["UnsupportedAlgo"],
  pair: ["SignatureValidation"],
  "certificate-id": ["MissingKey"],
  validity: ["MissingKey"],
  "client-id": ["InvalidIssuer"],
  clock: ["TokenNotAcceptable", "TokenExpired"],
  scope: ["ScopeMismatched"],
};
