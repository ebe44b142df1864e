// @ts-check
// What the timeline has a mark for. Pure but for the clock.

import { hasEnded } from "../../lib/format.js";
import { STEPS } from "../../window/router.js";
import { isUnlisted } from "./rows.js";
import { urgencyOf } from "./timeline-layout.js";

/** @import { ConnectionSummary, Instant } from "../../types/ipc.d.ts" */
/** @import { Urgency } from "../../strings/en/timeline.js" */

/** @typedef {{ connection: ConnectionSummary, until: Instant, days: number, urgency: Urgency }} Mark */

/** Of certificates that NetSuite knows and still lists, the first to expire first. @param {ConnectionSummary[]} connections @returns {Mark[]} */
export function marksOf(connections) {
  const marks = connections.flatMap((connection) => {
    const { validUntil: until, daysLeft: left, status } = connection;
    if (until === null || left === null || isUnlisted(status) || isNotUploaded(connection)) return [];
    const ended = hasEnded(until);
    return [{ connection, until, days: left, urgency: urgencyOf(left, ended), time: Date.parse(until) }];
  });
  return marks.sort((one, other) => one.time - other.time);
}

/** @param {ConnectionSummary} connection */
const isNotUploaded = ({ status }) => status.kind === "setting-up" && STEPS.indexOf(status.step) <= STEPS.indexOf("upload");
