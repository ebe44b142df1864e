// @ts-check
// How far the move of one integration is, in a word or two.

import { badge } from "../../elements/badge.js";
import { strings } from "../../strings/en/all.js";

/** @import { TbaEntryView, TbaProgress } from "../../types/ipc.d.ts" */

const s = strings.tbaPlan;

/** @param {TbaEntryView} entry */
export const progressBadge = ({ progress, kind }) => {
  const [tone, sign] = SIGNS[progress];
  return badge(tone, sign, progress === "revoked" && kind === "integration-records" ? s.recordRevoked : s.progress[progress]);
};

/** @type {Record<TbaProgress, ["ok" | "warn" | "accent" | null, string]>} */
const SIGNS = {
  "to-do": [null, "pause"],
  "waits-for-rest": ["warn", "warn"],
  "waits-for-target": ["warn", "warn"],
  "setup-started": ["accent", "clock"],
  works: ["accent", "check"],
  switched: ["accent", "rotate"],
  unneeded: ["accent", "clock"],
  inactive: [null, "stop"],
  revoked: ["ok", "ok"],
};
