// @ts-check
// One line for each step that is not open: what was decided, or what it will ask.

import { onlyTargetProves, workingCredential } from "../../lib/connection-facts.js";
import { dayTime, recentTime, recentTimeFirst, shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { features, permissions } from "../../strings/netsuite.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView, Step, StepView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

/** @param {ConnectionView} view @param {Step} step @param {StepView["state"]} state @returns {Part} */
export function summaryOf(view, step, state) {
  if (state !== "done" && state !== "unconfirmed") return strings.setup.ahead[step];
  const credential = workingCredential(view);
  switch (step) {
    case "target":
      return view.target && html`${view.target.label}: ${strings.names.keyType[view.target.defaultKeyType]}, ${view.target.defaultAlgorithm}, ${strings.target.pemForm[view.target.pemForm]}`;
    case "account":
      return view.account && html`<span class="mono">${view.account.accountId}</span>, ${strings.names.environment[view.account.environment]}, ${checked(view)}`;
    case "role":
      return roleSummary(view, state);
    case "integration":
      if (onlyTargetProves(view)) return strings.integration.brought.summary(view.integration.name);
      return view.integration.clientId && strings.integration.summary(view.integration.name || strings.integration.clientId, shortId(view.integration.clientId));
    case "key":
      return credential && strings.key.summary(strings.names.keyType[credential.keyType], dayTime(credential.validUntil));
    case "upload":
      return credential && (credential.certificateIdConfirmed ? strings.upload.summary.confirmed : strings.upload.summary.made);
    case "prove":
      if (onlyTargetProves(view)) return strings.prove.summary.byTarget(view.target?.label ?? "");
      return view.lastProof && strings.prove.summary.done(recentTime(view.lastProof.at));
    case "hand-over":
      return view.handedOverAt && recentTimeFirst(view.handedOverAt);
  }
}

/** What was ticked off; where nobody ticked, that a token shows it or that nobody has confirmed it. @param {ConnectionView} view @param {StepView["state"]} state */
function roleSummary(view, state) {
  const [ticked, permitted] = [features, permissions].map((all) => all.filter(({ tick }) => view.ticks.includes(tick)).length);
  if (state === "done" && view.ticks.length === 0) return strings.role.proven(view.roleName);
  const words = strings.role.summary(ticked ?? 0, permitted ?? 0, view.roleName);
  if (state === "unconfirmed") return strings.role.unconfirmed(words);
  return view.roleTakenFrom === null ? words : strings.role.takenFrom(words, view.roleTakenFrom);
}

/** Steps 1 to 5 and more in one line. @param {ConnectionView} view */
export function foldedSummary(view) {
  const credential = workingCredential(view);
  return html`${view.target?.label}, <span class="mono">${view.account?.accountId}</span>${credential && html`, ${strings.names.keyType[credential.keyType]} until ${dayTime(credential.validUntil)}`}`;
}

/** @param {ConnectionView} view */
function checked(view) {
  const check = view.account?.check;
  if (view.practice) return strings.account.knownPractice;
  if (!check) return strings.account.notChecked;
  return check.known ? strings.account.known : strings.account.unknown;
}
