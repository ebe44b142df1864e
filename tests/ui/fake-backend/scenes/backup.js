// @ts-check
// Backup: saved, chosen, opened, restored, interrupted; one connection for a colleague; removed connections.

import { backupHeld, ITEMS, REMOVED, RETIRED_KEYS } from "../backup.js";
import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */

/** @type {NonNullable<Shown["then"]>} */
const TYPED = [["fill", "#backup-passphrase", "correct horse battery"], ["fill", "#backup-repeat", "correct horse battery"], ["click", "#save-backup"]];
/** @type {NonNullable<Shown["then"]>} */
const CHOSEN = [["click", "#choose-backup"], ["wait", "#cancel-restore"]];
/** @type {NonNullable<Shown["then"]>} */
const OPENED = [...CHOSEN, ["fill", "#file-passphrase", "correct horse battery"], ["click", "#open-backup"], ["wait", "#restore"]];
const BY_KEY = { name: "northwind-traders-2026-11-18-backup.age", opensWith: /** @type {const} */ ("age-key") };
const UNFINISHED = { path: "/home/mira/Documents/certdesk-2026-11-18-backup.age", startedAt: "2026-11-20T09:10:00Z" };
const northwind = () => fixtures.runsOut();

/** @type {Record<string, Shown>} */
export const BACKUP_SCENES = {
  "backup": { scene: { connections: fixtures.clients(), backup: backupHeld({ removed: REMOVED, retiredKeys: RETIRED_KEYS }) }, hash: "#/backup" },
  "backup-empty": { scene: { backup: backupHeld({ guides: 0 }) }, hash: "#/backup" },
  "backup-age-keys": { scene: { connections: fixtures.clients() }, hash: "#/backup", then: [["click", "#protect-age-keys"], ["wait", "#age-keys"]] },
  "backup-saving": { scene: { connections: fixtures.clients(), hanging: ["backup_save"] }, hash: "#/backup", then: TYPED },
  "backup-saved": { scene: { connections: fixtures.clients(), unreadable: [{ path: "/home/mira/.local/share/app.certdesk/connections/0f.connection.json", reason: "damaged" }], backup: backupHeld({ withoutKeys: ["Blue Harbor"] }) }, hash: "#/backup", then: [...TYPED, ["wait", "#saved"]] },
  "backup-refused": { scene: { connections: fixtures.clients(), failures: { backup_save: { kind: "backup-key-unusable", name: "Northwind Traders" } } }, hash: "#/backup", then: [...TYPED, ["wait", ".callout[data-tone=danger]"]] },
  "backup-locked": { scene: { connections: fixtures.clients() }, hash: "#/backup", then: CHOSEN },
  "backup-locked-by-key": { scene: { backup: backupHeld({ file: BY_KEY }) }, hash: "#/backup", then: CHOSEN },
  "backup-opened": { scene: { connections: fixtures.clients() }, hash: "#/backup", then: OPENED },
  "backup-opened-same": { scene: { connections: fixtures.clients(), backup: backupHeld({ items: ITEMS.filter(({ relation }) => relation === "same").map((item) => ({ ...item, missingHere: 0 })) }) }, hash: "#/backup", then: [...CHOSEN, ["fill", "#file-passphrase", "correct horse battery"], ["click", "#open-backup"], ["wait", "#nothing-to-restore"]] },
  "backup-restoring": { scene: { connections: fixtures.clients(), hanging: ["backup_restore"] }, hash: "#/backup", then: [...OPENED, ["click", "#restore"]] },
  "backup-restored": { scene: { connections: fixtures.clients(), backup: backupHeld({ withoutKeys: ["Beispielhaus & Söhne GmbH"] }) }, hash: "#/backup", then: [...OPENED, ["click", "#restore"], ["wait", "#restored"]] },
  "backup-unfinished": { scene: { connections: fixtures.clients(), backup: backupHeld({ unfinished: UNFINISHED }) }, hash: "#/backup" },
  "backup-removed-delete": { scene: { backup: backupHeld({ removed: REMOVED }) }, hash: "#/backup", then: [["click", "[data-act=delete-removed]"], ["wait", "dialog[open]"]] },
  "backup-hand-over": { scene: { connections: [northwind(), ...fixtures.clients().filter(({ id }) => id !== "northwind")] }, hash: "#/backup/northwind" },
  "backup-handed-over": { scene: { connections: [northwind()] }, hash: "#/backup/northwind", then: [...TYPED, ["wait", "#keep"]] },
};
