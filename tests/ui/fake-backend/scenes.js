// @ts-check
// Every screen in every state: what the backend holds, where the window stands, what is pressed.

import { API_SECRETS_SCENES } from "./scenes/api-secrets.js";
import { BACKUP_SCENES } from "./scenes/backup.js";
import { BOARD_SCENES } from "./scenes/board.js";
import { CERTIFICATE_SCENES } from "./scenes/certificates.js";
import { CODE_SAMPLE_SCENES } from "./scenes/code-samples.js";
import { CONNECTION_SCENES } from "./scenes/connection.js";
import { DIAGNOSIS_SCENES } from "./scenes/diagnosis.js";
import { DOCTOR_SCENES } from "./scenes/file-doctor.js";
import { EVIDENCE_SCENES } from "./scenes/evidence.js";
import { HELP_SCENES } from "./scenes/help.js";
import { PRO_RECORD_SCENES } from "./scenes/pro-record.js";
import { REMINDER_SCENES } from "./scenes/reminders.js";
import { ROTATION_SCENES } from "./scenes/rotation.js";
import { SECRET_STORE_SCENES } from "./scenes/secret-stores.js";
import { SETUP_SCENES } from "./scenes/setup.js";
import { TBA_PLAN_SCENES } from "./scenes/tba-plan.js";
import { VAULT_SCENES } from "./scenes/vault.js";

/** @import { Scene } from "./backend.js" */

/**
 * @typedef {object} Shown
 * @property {Partial<Scene>} scene
 * @property {string} hash
 * @property {[act: "click" | "fill" | "select" | "wait", selector: string, value?: string][]} [then]
 */

/** @type {Record<string, Shown>} */
export const SCENES = {
  ...API_SECRETS_SCENES,
  ...BACKUP_SCENES,
  ...BOARD_SCENES,
  ...CERTIFICATE_SCENES,
  ...CODE_SAMPLE_SCENES,
  ...CONNECTION_SCENES,
  ...DIAGNOSIS_SCENES,
  ...DOCTOR_SCENES,
  ...EVIDENCE_SCENES,
  ...HELP_SCENES,
  ...PRO_RECORD_SCENES,
  ...REMINDER_SCENES,
  ...ROTATION_SCENES,
  ...SECRET_STORE_SCENES,
  ...SETUP_SCENES,
  ...TBA_PLAN_SCENES,
  ...VAULT_SCENES,
};
