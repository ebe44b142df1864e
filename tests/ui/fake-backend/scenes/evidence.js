// @ts-check
// The history of a connection that somebody has changed, and evidence saved of one.

import * as fixtures from "../fixtures.js";

/** @import { Shown } from "../scenes.js" */
/** @import { HistoryGap } from "../../../../ui/types/ipc.d.ts" */

/** @param {HistoryGap[]} gaps @returns {Shown} */
const changed = (...gaps) => ({ scene: { connections: [{ ...fixtures.runsOut(), hashChain: { gaps } }] }, hash: "#/connection/northwind" });

/** @type {Record<string, Shown>} */
export const EVIDENCE_SCENES = {
  "evidence-changed": changed({ after: 3, before: 4 }),
  "evidence-changed-often": changed({ after: null, before: 0 }, { after: 3, before: 4 }, { after: 4, before: 5 }, { after: 5, before: 6 }, { after: 8, before: null }),
  "evidence-all-removed": { scene: { connections: [{ ...fixtures.runsOut(), history: [], hashChain: { gaps: [{ after: null, before: null }] } }] }, hash: "#/connection/northwind" },
  "evidence-saved": { scene: { connections: [fixtures.runsOut()] }, hash: "#/connection/northwind", then: [["click", "#save-evidence"], ["wait", ".toast"]] },
};
