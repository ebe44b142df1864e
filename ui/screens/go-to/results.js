// @ts-check
// What "Go to" finds. Pure: texts are folded once when it opens, a key pressed costs one pass.

import { accountForms, fold, foldAll, holds, wordsOf } from "../../lib/text-search.js";
import { shortId } from "../../lib/format.js";
import { backup } from "../../strings/en/backup.js";
import { codeSamples } from "../../strings/en/code-samples.js";
import { strings as first } from "../../strings/en/first-screen.js";
import { goTo as s } from "../../strings/en/go-to.js";
import { BY_NEED, sorted } from "../board/rows.js";

/** @import { AuditCode, ConnectionIds, ConnectionSummary, DiagnosisTold, GoToIndex, RecognisedText } from "../../types/ipc.d.ts" */
/** @import { Route } from "../../window/router.js" */

/**
 * @typedef {object} Result
 * @property {string} label
 * @property {string} note
 * @property {Route} [route] where it leads
 * @property {DiagnosisTold} [told] what the diagnosis there is to read
 * @property {string} [fill] what is typed instead, to choose further
 */
/** @typedef {{ title: string, results: Result[] }} Group */
/** @typedef {{ connection: ConnectionSummary, ids: ConnectionIds, text: string, needles: string[] }} Entry */

/** @param {ConnectionSummary[]} connections @param {GoToIndex} index */
export function placesOf(connections, index) {
  const idsOf = new Map(index.connections.map((ids) => [ids.id, ids]));
  /** @type {Entry[]} */
  const entries = sorted(connections, BY_NEED).map((connection) => {
    const ids = idsOf.get(connection.id) ?? { id: connection.id, clientId: null, certificateIds: [], listedIds: [] };
    const { name, accountId, target, practice } = connection;
    const named = [...accountForms(accountId), ids.clientId, ...ids.certificateIds, ...ids.listedIds];
    return {
      connection,
      ids,
      text: foldAll([name, ...accountForms(accountId), target?.label, practice ? first.practice.badge : null, ids.clientId, ...ids.certificateIds]),
      needles: [name, ...named].map((text) => fold(text ?? "")).filter((text) => text.length >= PART_OF_ID),
    };
  });
  return {
    /**
     * @param {string} query
     * @param {RecognisedText | null} recognised what the backend makes of it; null while it is not known
     * @returns {Group[]} none is empty
     */
    look(query, recognised) {
      const words = wordsOf(query);
      const code = index.auditCodes.find((code) => words.includes(fold(code))) ?? null;
      const found = entries.filter(({ text }) => holds(text, words));
      const byCode = code ? causesOfCode(entries, words, code) : [];
      // A code among words that name no connection is part of a text.
      const error = recognised?.recognised && byCode.length === 0;
      const groups = [
        { title: s.connections, results: found.map((entry) => connectionResult(entry, words)) },
        { title: codeSamples.title, results: sampleCode(entries, words) },
        { title: s.listed, results: listed(entries, words) },
        { title: code ? s.causeOfCode(code) : "", results: byCode },
        { title: s.causeOfText, results: error ? causesOfText(entries, query, recognised?.code ?? null) : [] },
        { title: s.codes, results: code ? [] : codes(index.auditCodes, words) },
        { title: s.pages, results: PAGES.filter(({ label }) => holds(fold(label), words)) },
      ];
      return groups.filter(({ results }) => results.length > 0);
    },
  };
}

/** @param {Entry} entry @param {string[]} words @returns {Result} */
function connectionResult({ connection, ids }, words) {
  const { id, name, status } = connection;
  return { label: name, note: noteOf(connection, matchedId(ids, words)), route: status.kind === "setting-up" ? { screen: "setup", id, step: null } : { screen: "connection", id } };
}

/** Of the connections that the other words name. @param {Entry[]} entries @param {string[]} words @returns {Result[]} */
function sampleCode(entries, words) {
  const title = fold(codeSamples.title);
  const others = words.filter((word) => word.length < PART_OF_TITLE || !title.includes(word));
  if (others.length === words.length) return [];
  const ready = entries.filter(({ ids, text }) => ids.clientId !== null && ids.certificateIds.length > 0 && holds(text, others));
  return ready.map(({ connection }) => ({ label: connection.name, note: noteOf(connection, codeSamples.title), route: { screen: "code-samples", id: connection.id } }));
}

/** The ID that a word was found in, shortened. @param {ConnectionIds} ids @param {string[]} words */
function matchedId({ clientId, certificateIds }, words) {
  const long = words.filter((word) => word.length >= PART_OF_ID);
  /** @param {string} id */
  const matches = (id) => long.some((word) => fold(id).includes(word));
  if (clientId !== null && matches(clientId)) return `${s.clientId} ${shortId(clientId)}`;
  const certificateId = certificateIds.find(matches);
  return certificateId ? `${s.certificateId} ${shortId(certificateId)}` : null;
}

/** "4718203 · Alumio". @param {ConnectionSummary} connection @param {string | null} [more] */
const noteOf = ({ accountId, target }, more = null) => [accountId, target?.label, more].filter(Boolean).join(" · ");

/** Certificates that others hold, where NetSuite listed them. @param {Entry[]} entries @param {string[]} words @returns {Result[]} */
function listed(entries, words) {
  const [word, ...others] = words;
  if (!word || others.length > 0 || word.length < PART_OF_ID) return [];
  return entries.flatMap(({ connection, ids }) =>
    ids.listedIds.filter((id) => fold(id).includes(word)).map((id) => ({ label: `${s.certificateId} ${shortId(id)}`, note: s.listedNote(connection.name), route: /** @type {Route} */ ({ screen: "certificates", id: connection.id }) })),
  );
}

/** The other words say of which connections. @param {Entry[]} entries @param {string[]} words @param {AuditCode} code @returns {Result[]} */
function causesOfCode(entries, words, code) {
  const others = words.filter((word) => word !== fold(code));
  return entries.filter(({ text }) => holds(text, others)).map(({ connection }) => cause(connection, { pasted: null, seen: null, code }));
}

/** Those that the text names come first. @param {Entry[]} entries @param {string} query @param {AuditCode | null} code @returns {Result[]} */
function causesOfText(entries, query, code) {
  const text = fold(query);
  /** @type {DiagnosisTold} */
  const told = { pasted: query, seen: null, code };
  const named = entries.filter(({ needles }) => needles.some((needle) => text.includes(needle)));
  const others = entries.filter((entry) => !named.includes(entry));
  return [...named.map(({ connection }) => cause(connection, told, s.named)), ...others.map(({ connection }) => cause(connection, told))];
}

/** @param {ConnectionSummary} connection @param {DiagnosisTold} told @param {string | null} [more] @returns {Result} */
const cause = (connection, told, more = null) => ({ label: connection.name, note: noteOf(connection, more), route: { screen: "diagnosis", id: connection.id }, told });

/** @param {AuditCode[]} all @param {string[]} words @returns {Result[]} */
function codes(all, words) {
  const [word, ...others] = words;
  if (!word || others.length > 0 || word.length < PART_OF_CODE) return [];
  return all.filter((code) => fold(code).includes(word)).map((code) => ({ label: code, note: s.codeNote, fill: code }));
}

/** Characters that are no accident. */
const PART_OF_ID = 4;
const PART_OF_CODE = 3;
const PART_OF_TITLE = 4;

/** @type {Result[]} */
const PAGES = [
  { label: first.rail.connections, note: "", route: { screen: "connections" } },
  { label: s.newConnection, note: "", route: { screen: "new", practice: false } },
  { label: first.rail.doctor, note: "", route: { screen: "doctor" } },
  { label: first.rail.record, note: "", route: { screen: "pro-records" } },
  { label: first.rail.secrets, note: "", route: { screen: "api-secrets" } },
  { label: s.moveFromTba, note: "", route: { screen: "tba-plans" } },
  { label: backup.title, note: "", route: { screen: "backup" } },
  { label: first.rail.help, note: "", route: { screen: "help" } },
  { label: s.about, note: "", route: { screen: "about" } },
];
