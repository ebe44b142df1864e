// @ts-check
// What a pasted line means, in words.

import { callout } from "../../elements/callout.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { ProSaid, RenewalView } from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */

const s = strings.proRecord.said;

/** @param {ProSaid} said @param {Part} [choice] below a date with several readings @returns {Markup} */
export function said(said, choice = html`<p>${s.ambiguousLater}</p>`) {
  const { tone, title, body } = words(said);
  const several = said.kind === "valid-until" && said.readings.length > 1 && !said.until;
  return html`<div data-said="${said.kind}">${callout({ tone, title, body: html`<p>${body}</p>${several && choice}` })}</div>`;
}

/** The same as one sentence, to be read out. @param {ProSaid} said */
export const sentence = (said) => words(said).title;

/** @param {ProSaid} said @returns {{ tone: "ok" | "warn" | "danger" | "note", title: string, body: Part }} */
function words(said) {
  switch (said.kind) {
    case "not-found":
      return { tone: "danger", title: s.notFoundTitle, body: s.notFound };
    case "other-not-found":
      return { tone: "warn", title: s.otherTitle(said.id), body: s.other };
    case "no-certificate":
      return { tone: "danger", title: s.noCertificateTitle, body: s.noCertificate };
    case "valid-until":
      return dated(said);
    case "unknown":
      return { tone: "warn", title: s.unknownTitle, body: s.unknown };
    case "secret":
      return { tone: "danger", title: s.secretTitle, body: s.secret };
  }
}

/** @param {Extract<ProSaid, { kind: "valid-until" }>} said */
function dated({ date, readings, until }) {
  if (until) return { tone: TONES[until.phase], title: s.validTitle(until), body: s.valid(until) };
  if (readings.length === 0) return { tone: /** @type {const} */ ("warn"), title: s.undatedTitle(date), body: s.undated };
  return { tone: /** @type {const} */ ("warn"), title: s.ambiguousTitle(date), body: s.ambiguous };
}

/** @type {Record<RenewalView["phase"], "ok" | "warn" | "danger">} */
const TONES = { before: "ok", due: "ok", overdue: "warn", ended: "danger" };
