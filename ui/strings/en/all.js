// @ts-check
// All text of the window, in English. Values are texts or functions; a second language is typed as `typeof strings`, so
// that a missing sentence fails the type check.
// NetSuite's own words are in netsuite.js, the sentences of failures in failures.js. What the first
// screen is made of takes its text from first-screen.js, so that the start does not wait for all the rest.

import { html } from "../../lib/html.js";
import { request, sheet } from "./administrator.js";
import { apiSecrets } from "./api-secrets.js";
import { backup } from "./backup.js";
import { byAdministrator, certificates, uploadForMe } from "./certificates.js";
import { codeSamples } from "./code-samples.js";
import { connection, identity } from "./connection.js";
import { diagnosis } from "./diagnosis.js";
import { ending, leak, removal } from "./ending.js";
import { evidence } from "./evidence.js";
import { doctor } from "./file-doctor.js";
import { strings as first } from "./first-screen.js";
import { help } from "./help.js";
import { about } from "./help/about.js";
import { handOver, withoutM2m } from "./kits.js";
import { proRecord } from "./pro-record.js";
import { reminders } from "./reminders.js";
import { rotation } from "./rotation.js";
import { refreshed } from "./rotation/refreshed-sandbox.js";
import { lines, several } from "./rotation/several.js";
import { secretStores } from "./secret-stores.js";
import { account, integration, role, setup, target } from "./setup.js";
import { key, prove, upload } from "./setup/certificate.js";
import { bring, newConnection } from "./setup/start.js";
import { signIn } from "./sign-in.js";
import { tbaPlan } from "./tba-plan.js";
import { testCall } from "./test-call.js";
import { timeline } from "./timeline.js";

export const strings = {
  ...first,
  stepper: {
    openStep: "Open step",
    /** @param {number} last */
    show: (last) => html`Show steps<span class="visually-hidden"> 1 to ${last}</span>`,
    /** @param {number} last */
    hide: (last) => html`Hide steps<span class="visually-hidden"> 1 to ${last}</span>`,
    /** @param {number} number */
    open: (number) => `Step ${number}, open:`,
    /** @param {number} number */
    done: (number) => `Step ${number}, done:`,
    /** @param {number} number */
    unconfirmed: (number) => `Step ${number}, not confirmed:`,
    /** @param {number} number */
    ahead: (number) => `Step ${number}, not started:`,
    /** @param {number} last */
    range: (last) => `Steps 1 to ${last}`,
  },
  compare: {
    label: "Comparison",
    expected: "Expected",
    entered: "Entered",
    same: "They match.",
    /** @param {number} expected @param {number} entered */
    length: (expected, entered) => `This Certificate ID has ${expected} characters; you entered ${entered}.`,
    /** @param {number} length @param {number} position @param {string} expected @param {string} entered */
    one: (length, position, expected, entered) => `Character ${position} of ${length} is wrong: it should be ${expected}, not ${entered}.`,
    /** @param {number} count @param {number} length @param {string} positions */
    few: (count, length, positions) => `${count} of ${length} characters are wrong: ${positions}.`,
    /** @param {number} count @param {number} length */
    many: (count, length) => `${count} of ${length} characters differ: this is the ID of another certificate.`,
    /** @param {string} sign */
    digit: (sign) => `the digit ${sign}`,
    /** @param {string} sign */
    small: (sign) => `the lowercase letter ${sign}`,
    /** @param {string} sign */
    capital: (sign) => `the uppercase letter ${sign}`,
    hyphen: "a hyphen",
    underscore: "an underscore",
    /** @param {string} sign */
    sign: (sign) => `the character ${sign}`,
  },
  knownAccounts: "Use an account from Connections:",
  backup,
  diagnosis,
  identity,
  request,
  newConnection,
  bring,
  doctor,
  connection,
  removal,
  ending,
  evidence,
  byAdministrator,
  help,
  proRecord,
  reminders,
  rotation,
  lines,
  several,
  refreshed,
  leak,
  secretStores,
  setup,
  target,
  account,
  about,
  apiSecrets,
  role,
  integration,
  key,
  upload,
  prove,
  codeSamples,
  handOver,
  sheet,
  signIn,
  tbaPlan,
  testCall,
  timeline,
  withoutM2m,
  certificates,
  uploadForMe,
};
