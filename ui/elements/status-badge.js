// @ts-check
// The status of a connection, the same on every screen.

import { strings } from "../strings/en/first-screen.js";
import { badge } from "./badge.js";

/** @import { ConnectionStatus } from "../types/ipc.d.ts" */

/** @param {ConnectionStatus} status */
export function statusBadge(status) {
  const words = strings.names.connectionStatus(status);
  switch (status.kind) {
    case "setting-up":
      return badge("accent", "pause", words);
    case "rotating":
      return status.interrupted ? badge("warn", "pause", words) : badge("accent", status.next === "continue" ? "pause" : "rotate", words);
    case "in-order":
      return badge("ok", "ok", words);
    case "runs-out-soon":
      return badge("warn", "clock", words);
    case "expired":
    case "token-refused":
    case "call-refused":
    case "mapping-gone":
    case "revoked":
      return badge("danger", "stop", words);
  }
}
