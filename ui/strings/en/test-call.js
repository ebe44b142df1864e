// @ts-check
// Test calls: one read with a fresh token, what it proved, and what the role still needs.

import { plural } from "../../lib/format.js";
import { html } from "../../lib/html.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Markup } from "../../lib/html.js" */

export const testCall = {
  /** What was read, in a sentence. @type {Record<ipc.ReadKind, (subject: string, rows: number | null) => Markup | string>} */
  read: {
    metadata: (record) => html`NetSuite returned the fields of the <code>${record}</code> record.`,
    record: (record, rows) => html`NetSuite returned records of type <code>${record}</code>${rows !== null && html`: ${plural(rows, { one: "{count} in all", other: "{count} in all" })}`}.`,
    query: (_, rows) => (rows === null ? "NetSuite ran the query." : plural(rows, { one: "NetSuite ran the query: {count} row.", other: "NetSuite ran the query: {count} rows." })),
    restlet: (script) => html`The RESTlet replied (<code>${script}</code>).`,
  },
  worked: "Test call worked",
  /** @param {string} cause */
  refused: (cause) => `Test call refused: ${cause}`,
  refusedSaid: "Test call refused",
  refusedUnknown: "Test call refused, and Certdesk knows no cause",
  /** @param {string} cause */
  failed: (cause) => `Test call failed: ${cause}`,
  nothingKept: "Certdesk doesn’t keep what it reads.",
  /** @param {number | null} status @param {string | null} code */
  answer: (status, code) => (status === null ? null : code ? html`NetSuite answered with status ${status}, <code>${code}</code>.` : html`NetSuite answered with status ${status}.`),
  /** @param {string} words */
  says: (words) => html`It says: <q>${words}</q>`,
  /** @param {number} count */
  others: (count) => plural(count, { one: "{count} other cause fits too.", other: "{count} other causes fit too." }),
  undocumented: "NetSuite doesn’t document this answer.",
  noneTitle: "No test call made",
  noneRestlets: "A token alone doesn’t show whether calls work. Enter a RESTlet’s URL under “Test another call.”",
  noneConnect: "Certdesk can’t test SuiteAnalytics Connect without its driver. It checked only the token’s scope.",

  permissions: "Permissions",
  permissionsNote: "What the account and the role need, and what calls have shown.",
  /** @type {Record<ipc.PreflightProof, string>} */
  proof: { works: "Works", refused: "Refused", untested: "Not tested", unchecked: "Can’t be checked from outside" },
  /** @type {Record<ipc.PreflightNeed, string>} */
  need: {
    "feature-oauth2": "feature",
    "permission-oauth2-login": "permission",
    "feature-rest-web-services": "feature",
    "permission-rest-web-services": "permission",
    "permission-record": "record permission",
    "feature-workbook": "feature, for queries",
    "permission-workbook": "permission, for queries",
    "feature-suite-script": "features",
    "restlet-access": "with the role in its audience",
    "scope-connect": "scope of the token",
    "permission-connect": "permission, only its driver can tell",
  },
  recordNeedAny: "Each record type",
  /** @param {string} subject */
  restletNeed: (subject) => `The RESTlet (${subject})`,
  restletNeedAny: "A deployed RESTlet",

  more: "Test another call",
  moreNote: "Each test requests a new token.",
  recordLabel: "Record type",
  recordHint: "As in REST web services, such as customer or salesOrder. Certdesk asks for one record.",
  recordAct: "Read one record",
  queryLabel: "SuiteQL query",
  queryHint: "SELECT or WITH only. Certdesk asks for one row.",
  queryAct: "Run query",
  restletLabel: "RESTlet URL",
  restletHint: "The External URL on its script deployment record. Certdesk sends one GET; what the script does then is up to the script.",
  restletAct: "Call RESTlet",
  calling: "Calling NetSuite…",

  /** @param {Markup} when */
  lastWorked: (when) => html`Last test call worked ${when}.`,
  /** @param {Markup} when */
  lastRefused: (when) => html`Last test call refused ${when}.`,
  tokenOnly: "The token works, but the test call didn’t.",
};
