// @ts-check
// The status of a connection that this window rotates right now. What the backend wrote last is the step before, which
// reads as paused.

import { isRunning } from "./active-runs.js";

/** @import { ConnectionStatus } from "../../types/ipc.d.ts" */

/**
 * With the status as it is while a rotation runs in this window.
 * @template {{ id: string, status: ConnectionStatus }} C
 * @param {C} connection
 * @returns {C}
 */
export const withRunningStatus = (connection) => (connection.status.kind === "rotating" && isRunning(connection.id) ? { ...connection, status: { kind: "rotating", next: null, interrupted: false } } : connection);
