// @ts-check
// One card of the doctor's table: a file, or files that share a key.

import { copyField } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { jsonLines } from "../../elements/json-view.js";
import { badge } from "../../elements/badge.js";
import { failurePlace } from "../../elements/callout.js";
import { field } from "../../elements/form.js";
import { dayTime, idInSixes, list, recentTimeFirst } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { keyWords } from "../../strings/en/file-doctor.js";
import { strings } from "../../strings/en/all.js";
import { choices } from "./convert-dialog.js";
import { findButton, keyOf } from "./certificate-id-lookup.js";

/** @import { FoundOutcome, DoctorView, ExaminedFile, FileCase, FoundCertificate, FoundItem, FoundToken, FoundVerdict } from "../../types/ipc.d.ts" */
/** @import { certificateIdLookup } from "./certificate-id-lookup.js" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.doctor;

/** @param {DoctorView} view @param {FileCase} found */
export const caseOf = (view, found) => view.files.filter(({ file }) => found.files.includes(file));

/** "client.crt and client.key". @param {ExaminedFile[]} files */
export const nameOf = (files) => list(files.map(({ name }) => name));

/** The same, with each name in its own type. @param {ExaminedFile[]} files */
const namesOf = (files) => list(files.map((_, index) => `\0${index}\0`)).split("\0").map((part, index) => (index % 2 === 0 ? part : html`<span class="file-name">${files[Number(part)]?.name}</span>`));

/**
 * The one act of the whole table that is likely to be next: to go on with what is being looked for,
 * to open what is locked, to use a pair, to replace what is refused; else to choose more files.
 * @param {DoctorView} view @param {ReturnType<typeof certificateIdLookup>} finding
 * @returns {string} an act, with the file it is about
 */
export function nextAct(view, finding) {
  if (finding.hasAct()) return "find";
  const locked = view.files.find(({ needsPassphrase }) => needsPassphrase);
  if (locked) return `unlock ${locked.file}`;
  const of = (/** @type {(items: FoundItem[], found: FileCase) => boolean} */ fits) => view.cases.find((found) => fits(caseOf(view, found).flatMap(({ items }) => items), found));
  const pair = of(brings);
  if (pair) return `bring-pair ${pair.files[0]}`;
  const hopeless = of(isHopeless);
  return hopeless ? `new-pair ${hopeless.files[0]}` : "choose-files";
}

/** Whether a connection can be made of it. @param {FoundItem[]} items @param {FileCase} found */
const brings = (items, found) => found.pair && items.some(({ kind, verdict }) => kind === "certificate" && verdict !== "refused");

/** Whether only a new pair helps. @param {FoundItem[]} items @param {FileCase} found */
const isHopeless = (items, found) => !brings(items, found) && items.some(({ kind, verdict }) => NEW_PAIR.has(kind) && (verdict === "refused" || verdict === "undocumented"));

/** @param {string} act @param {string} next */
const kindOf = (act, next) => (act === next ? "button-primary" : "");

/** @param {DoctorView} view @param {FileCase} found @param {ReturnType<typeof certificateIdLookup>} finding */
export function caseCard(view, found, finding) {
  const next = nextAct(view, finding);
  const files = caseOf(view, found);
  const items = files.flatMap((file) => file.items.map((item) => ({ file, item })));
  const id = `case-${found.files[0]}`;
  const shown = finding.part(files);
  return html`<section class="card doctor-case" id="${id}" aria-labelledby="${id}-name" data-part data-verdict="${worst(files)}" ${found.pair && html`data-pair`}>
    <div class="card-head">
      <h2 id="${id}-name">${namesOf(files)}</h2>
      ${caseBadge(found, files)}
    </div>
    ${files.filter(({ repairs }) => repairs.length > 0).map((file) => repairs(file, files.length > 1))}
    ${items.map(({ file, item }) => part(item, files.length > 1 ? file.name : ""))}
    ${checks([...relation(found, files), ...files.flatMap((file) => file.oddities.map(oddity))])}
    ${files.map((file) => file.more > 0 && html`<p class="small soft">${s.more(file.more)}</p>`)}
    ${files.filter((file) => file.needsPassphrase).map((file) => unlockForm(file, next))}
    ${failurePlace()}
    <div class="actions">${actions(found, files, shown !== null, next)}</div>
    ${shown}
  </section>`;
}

/** @param {FileCase} found @param {ExaminedFile[]} files @param {boolean} finding its Certificate ID is being looked for @param {string} next */
function actions(found, files, finding, next) {
  const key = finding ? null : keyOf(files, found.pair);
  const named = nameOf(files);
  const numbers = found.files.join(" ");
  const items = files.flatMap(({ items }) => items);
  /** @param {string} act */
  const kind = (act) => kindOf(`${act} ${found.files[0]}`, next);
  return html`${brings(items, found) && caseButton("bring-pair", s.bring, numbers, { busy: s.bringing, kind: kind("bring-pair") })}
    ${choices(found, files).length > 0 && caseButton("convert", s.convert.open, numbers)}
    ${key && findButton(key)}
    ${isHopeless(items, found) && caseButton("new-pair", s.newPair, numbers, { kind: kind("new-pair") })}
    ${caseButton("remove-files", s.remove(files.length), numbers, { kind: "button-plain", named })}`;
}

/**
 * A button of a card carries the numbers of its files.
 * @param {string} act @param {string} label @param {string} numbers @param {{ busy?: string, kind?: string, named?: string }} [options]
 */
const caseButton = (act, label, numbers, { busy = "", kind = "", named = "" } = {}) =>
  html`<button class="button ${kind}" type="button" data-act="${act}" data-files="${numbers}" ${busy && html`data-busy="${busy}"`}><span data-label>${label}</span>${named && html`<span class="visually-hidden"> ${named}</span>`}</button>`;

/** @param {FileCase} found @param {ExaminedFile[]} files */
function caseBadge(found, files) {
  const verdict = worst(files);
  const items = files.flatMap(({ items }) => items);
  if (found.pair && !items.some((item) => item.verdict === "refused" || item.verdict === "locked")) return badge("ok", "ok", s.matching);
  if (isMixed(found, items)) return badge("danger", "stop", s.mixed);
  if (files.length > 1 && verdict !== "refused" && verdict !== "locked") return badge(null, "info", s.sameKey);
  const [tone, sign] = TONES[verdict];
  return badge(tone, sign, s.verdict[verdict]);
}

/** @param {FileCase} found @param {FoundItem[]} items */
const isMixed = (found, items) => !found.pair && items.some(({ kind, key }) => kind === "private-key" && key?.keyType) && items.some(({ kind }) => kind === "certificate");

/** What the parts of a case have to do with each other. @param {FileCase} found @param {ExaminedFile[]} files @returns {Line[]} */
function relation(found, files) {
  const items = files.flatMap(({ items }) => items);
  if (found.pair) return [{ check: "together", outcome: "passed", words: s.together }];
  if (isMixed(found, items)) return [{ check: "together", outcome: "failed", words: s.apart }];
  if (items.some(({ kind, key }) => kind === "private-key" && key?.keyType)) return [{ check: "together", outcome: "unknown", words: s.keyAlone }];
  if (items.some(({ kind, verdict }) => kind === "certificate" && verdict !== "refused")) return [{ check: "together", outcome: "unknown", words: s.certificateAlone }];
  return files.length > 1 ? [{ check: "together", outcome: "passed", words: [s.shared] }] : [];
}

/** @typedef {{ check: string, outcome: FoundOutcome, words: readonly (string | undefined)[] }} Line */

/** @param {import("../../types/ipc.d.ts").Oddity} kind @returns {Line} */
const oddity = (kind) => ({ check: kind, outcome: HARMLESS.has(kind) ? "unknown" : "attention", words: s.oddity[kind] });

/** What had happened to a file, and the way to keep what it was put right to. @param {ExaminedFile} file @param {boolean} named */
const repairs = ({ file, name, repairs }, named) => html`<div class="doctor-item" data-repaired data-part>
  <p>${named && html`<span class="file-name small">${name}</span><br />`}<strong>${s.repaired}.</strong> ${s.repairedNote}</p>
  <ul class="checks">${repairs.map((repair) => line({ check: repair, outcome: "attention", words: [s.repair[repair]] }))}</ul>
  ${failurePlace()}
  <div class="actions"><button class="button button-small" type="button" data-act="save-repaired" data-file="${file}" data-busy="${s.savingRepaired}">${icon("save")}<span data-label>${s.saveRepaired}</span><span class="visually-hidden"> ${name}</span></button></div>
</div>`;

/** One thing, with what was looked at. @param {FoundItem} item @param {string} file its name, where there are several */
function part(item, file) {
  const { title, body, command } = s.told(item);
  const lines = item.checks.filter(({ check, outcome }) => outcome !== "passed" || !SAID.has(check)).map((check) => ({ check: check.check, outcome: check.outcome, words: s.checkWords(check, item) }));
  return html`<div class="doctor-item" data-kind="${item.kind}" data-verdict="${item.verdict}">
    <p>${file && html`<span class="file-name small">${file}</span><br />`}${fieldOf(item) && html`<span class="file-name small">${fieldOf(item)}</span><br />`}<strong>${title}</strong> ${body}</p>
    ${command && copyField({ label: s.command, value: command, over: true })}
    ${item.certificate && item.kind === "certificate" && copyField({ label: s.certificateId, value: item.certificate.certificateId, shown: idInSixes(item.certificate.certificateId), over: true })}
    ${checks(lines)}
    ${item.certificate && certificateFacts(item, item.certificate)}
    ${item.token && tokenFacts(item.token)}
  </div>`;
}

/** The field that a repaired text had it in: of these kinds no other name is known. @param {FoundItem} item */
const fieldOf = ({ kind, label }) => (kind === "certificate" || kind === "private-key" ? label : null);

/** What passed comes last: nothing is to be done about it. @param {Line[]} lines */
const checks = (lines) => lines.length > 0 && html`<ul class="checks">${[...lines].sort((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome)).map(line)}</ul>`;

/** @param {Line} line */
function line({ check, outcome, words: [words, note] }) {
  const [tone, sign] = CHECK_TONES[outcome];
  return html`<li class="check" data-check="${check}" ${tone && html`data-tone="${tone}"`}>${icon(sign)}<span><span class="visually-hidden">${s.outcome[outcome]} </span>${words}${note && html`<span class="check-note">${note}</span>`}</span></li>`;
}

/** @param {FoundItem} item @param {FoundCertificate} certificate */
const certificateFacts = (item, certificate) => html`<details class="more"><summary class="more-summary">${icon("right")}${s.details}<span class="visually-hidden"> ${certificate.subject}</span></summary>
  <dl class="facts more-body">
    ${fact(s.facts.subject, certificate.subject || "–")}
    ${certificate.issuer !== null && fact(s.facts.issuer, certificate.issuer)}
    ${fact(s.facts.dates, s.dates(dayTime(certificate.notBefore), dayTime(certificate.notAfter)))}
    ${item.key && fact(s.facts.key, keyWords(item.key))}
    ${fact(s.facts.signature, certificate.signature)}
    ${fact(s.facts.serial, html`<span class="mono">${certificate.serial}</span>`)}
    ${fact(s.facts.fingerprint, html`<span class="mono">${certificate.fingerprint}</span>`)}
  </dl></details>`;

/** @param {FoundToken} token */
const tokenFacts = (token) => html`<dl class="facts">${fact(s.tokenShown, html`<span class="mono">${token.shown}</span>`)}${token.expires !== null && fact(s.facts.expires, recentTimeFirst(token.expires))}</dl>
  <div class="code"><div class="code-head"><span>${s.header}</span></div><div class="code-text">${jsonLines(token.header, [])}</div></div>
  <div class="code"><div class="code-head"><span>${s.claims}</span></div><div class="code-text">${token.claims === "" ? s.claimsHidden : jsonLines(token.claims, [])}</div></div>`;

/** @param {ExaminedFile} file @param {string} next */
const unlockForm = ({ file, name }, next) => html`<form class="stack stack-tight" novalidate data-part>
  ${field({ id: `passphrase-${file}`, label: s.passphrase, value: "", type: "password", hint: s.passphraseHint })}
  ${failurePlace()}
  <div class="actions"><button class="button ${kindOf(`unlock ${file}`, next)}" type="submit" data-act="unlock" data-file="${file}" data-busy="${s.unlocking}"><span data-label>${s.unlock}</span><span class="visually-hidden"> ${name}</span></button></div>
</form>`;

/** @param {string} name @param {Part} value */
const fact = (name, value) => html`<div class="facts-row"><dt>${name}</dt><dd>${value}</dd></div>`;

/** @param {ExaminedFile[]} files @returns {FoundVerdict} */
const worst = (files) => RANK.find((verdict) => files.some((file) => file.verdict === verdict)) ?? "unsuitable";

/** @type {FoundVerdict[]} */
const RANK = ["locked", "refused", "undocumented", "attention", "private", "accepted", "unsuitable"];
/** @type {FoundOutcome[]} */
const ORDER = ["failed", "attention", "unknown", "passed"];
/** @type {Record<FoundVerdict, ["ok" | "warn" | "danger" | "accent" | null, string]>} */
const TONES = { accepted: ["ok", "ok"], attention: ["warn", "warn"], undocumented: [null, "unknown"], refused: ["danger", "stop"], private: ["ok", "key"], locked: ["warn", "vault"], unsuitable: [null, "info"] };
/** @type {Record<FoundOutcome, ["ok" | "warn" | "danger" | null, string]>} */
const CHECK_TONES = { passed: ["ok", "ok"], attention: ["warn", "warn"], failed: ["danger", "stop"], unknown: [null, "unknown"] };
/** What its sentence says already, as long as it is in order. @type {Set<FoundItem["checks"][number]["check"]>} */
const SAID = new Set(/** @type {const} */ (["key", "valid-now", "alone"]));
/** Ways of writing that most systems read. @type {Set<import("../../types/ipc.d.ts").Oddity>} */
const HARMLESS = new Set(/** @type {const} */ (["windows-line-ends", "text-around"]));
/** What a new pair would take the place of. @type {Set<FoundItem["kind"]>} */
const NEW_PAIR = new Set(/** @type {const} */ (["certificate", "private-key", "public-key", "request", "legacy-locked-key", "open-ssh-key", "open-ssh-public-key", "putty-key", "jwk", "private-jwk", "damaged"]));
