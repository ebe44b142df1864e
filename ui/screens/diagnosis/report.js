// @ts-check
// A diagnosis as text, to be pasted into a ticket or a mail. It holds no secret: what a key, a token
// or an assertion said comes here as signs only, and the Client ID shortened.

import { shortId } from "../../lib/format.js";
import { strings } from "../../strings/en/all.js";
import { failureWords } from "./summary.js";

/** @import { ConnectionView, DiagnosisView } from "../../types/ipc.d.ts" */

const s = strings.diagnosis;

/** @param {ConnectionView} view @param {DiagnosisView} found @returns {string} */
export function reportText(view, found) {
  const { failure } = found;
  const clientId = view.integration.clientId;
  const lines = [
    s.report.title(view.name),
    "",
    fact(s.report.account, view.account && `${view.account.accountId} (${strings.names.environment[view.account.environment]})`),
    fact(s.report.target, view.target?.label ?? null),
    fact(s.report.clientId, clientId && shortId(clientId)),
    fact(s.report.certificateId, found.certificateId),
    fact(s.report.tokenUrl, found.tokenUrl),
    failure && fact(s.report.failure, s.report.answered(failureWords(failure), failure.error, failure.status)),
    failure && fact(s.report.at, failure.at),
    fact(s.report.asked, found.askedAt),
    found.settled && fact(s.code, found.settled),
    "",
    `${found.decided ? s.settledCauses : s.causes}:`,
    ...(found.causes.length === 0 ? [s.noCause] : found.causes.flatMap((cause, index) => [
      `${index + 1}. ${s.cause[cause.cause].title}${cause.codes.length > 0 ? ` [${cause.codes.join(", ")}]` : ""}`,
      ...cause.evidenceFor.map(({ sign, detail }) => `   + ${s.signs[sign](detail)}`),
      ...cause.evidenceAgainst.map(({ sign, detail }) => `   - ${s.signs[sign](detail)}`),
      ...(cause.source === "oracle" ? [] : [`   ${s.source[cause.source]}`]),
    ])),
    "",
    `${s.checks}:`,
    ...found.checks.map(({ check, outcome, sign, detail }) => `${{ passed: "[x]", failed: "[!]", open: "[ ]" }[outcome]} ${s.check[check]}${outcome === "failed" && sign ? `: ${s.signs[sign](detail)}` : ""}`),
    "",
    s.report.end,
  ];
  return lines.filter((line) => line !== null).join("\n");
}

/** @param {string} name @param {string | null | undefined | false} value */
const fact = (name, value) => (value ? `${name}: ${value}` : null);
