// @ts-check
// The health check is read again; what it says decides which step comes next.

import { strings } from "../../strings/en/all.js";
import { listening } from "./message.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord.check;

/** @param {ProWalk} walk @returns {ProPart} */
export const checkStep = (walk) => listening(walk, { kind: "check", lead: s.lead, act: s.act, told: () => isUnclear(walk) || walk.view().proven });

/** Whether the newest message does not tell what is the matter: any other one is older than what was done since. @param {ProWalk} walk */
function isUnclear(walk) {
  const said = walk.view().heard?.said;
  return said?.kind === "other-not-found" || (said?.kind === "valid-until" && !said.until);
}
