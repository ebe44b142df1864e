// @ts-check
// What the whole window knows: the state of the vault and of the practice account, and how many
// connections need somebody. The backend owns all of it; these are the last answers.

import { backend } from "./backend.js";
import { signal } from "./signal.js";

/** @import { AccountView, AppStatus, PracticeStatus, VaultStatus } from "../types/ipc.d.ts" */
/** @import { Signal } from "./signal.js" */

/** Null until the first answer. @type {Signal<AppStatus | null>} */
export const status = signal(/** @type {AppStatus | null} */ (null));

/** How many connections need somebody. */
export const needYou = signal(0);

/** The connections whose upload had no answer, and that Certdesk therefore watches. @type {Signal<string[]>} */
export const openUploads = signal(/** @type {string[]} */ ([]));

export async function refreshStatus() {
  const answer = await backend.app.status();
  status.set(answer);
  if (answer.vault.state === "checking") void backend.vault.check().then(takeVault, () => takeVault({ state: "broken", detail: "" }));
  return answer;
}

/** Reads the board and keeps the count for the rail. */
export async function readBoard() {
  const board = await backend.connection.list();
  needYou.set(board.connections.filter((connection) => connection.needsYou).length);
  openUploads.set(board.connections.filter((connection) => connection.settlesAt !== null).map(({ id }) => id));
  return board;
}

/** @returns {VaultStatus} */
export const vault = () => status.get()?.vault ?? { state: "broken", detail: "" };

/** @returns {PracticeStatus} */
export const practice = () => status.get()?.practice ?? { address: null, accountId: "", roleName: "", entityName: "" };

/**
 * Where tokens of an account come from: of the practice account its own address, which it has
 * only while it runs.
 * @param {AccountView} account
 * @param {boolean} ofPractice
 */
export function tokenUrlOf(account, ofPractice) {
  if (!ofPractice) return account.tokenUrl;
  const { address } = practice();
  return address && new URL(new URL(account.tokenUrl).pathname, address).href;
}

/** @param {VaultStatus} vault */
export function takeVault(vault) {
  const known = status.get();
  if (known) status.set({ ...known, vault });
}

/** @param {PracticeStatus} practice */
export function takePractice(practice) {
  const known = status.get();
  if (known) status.set({ ...known, practice });
}
