// @ts-check
// Who a connection acts as. Names stand here only where NetSuite gave them for that ID; those of
// step 3 are what is expected, and are told as that. A difference is red wherever it is shown.

import { callout } from "../../elements/callout.js";
import { button } from "../../elements/button.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { ConnectionView, IdentityView, PartyView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */

const s = strings.identity;

/** One side in a line: NetSuite's name and ID, else the ID, else nothing. @param {PartyView} party @returns {string | null} */
export const partyLine = ({ id, name }) => (id === null ? null : name === null ? s.unnamed(id) : s.named(name, id));

/** What stands below it. @param {PartyView} party @returns {Part} */
export function partyNote({ id, expected, fit }) {
  switch (fit) {
    case "administrator":
      return wrong(s.administrator);
    case "differs":
      return wrong(s.expected(expected ?? ""));
    case "agrees":
      return s.agrees;
    case "unnamed":
      return expected === null ? s.unnamedNote : s.unnamedExpected(expected);
    case "not-said":
      return expected !== null && id === null && s.notSaid(expected);
    case "not-expected":
      return null;
  }
}

/** A fact of the connection: what NetSuite says, else that it is only expected. @param {PartyView} party @param {string} notEntered @returns {Part} */
export function partyFact(party, notEntered) {
  const line = partyLine(party);
  const note = partyNote(party);
  if (line === null) return note || notEntered;
  return html`<span data-fit="${party.fit}">${line}</span>${note && html`<span class="facts-note">${note}</span>`}`;
}

/** The red word, wherever the identity stands. @param {ConnectionView} view @returns {Part} */
export function identityWarning({ identity }) {
  if (!identity.wrong) return null;
  const { entity, role } = identity;
  const administrator = role.fit === "administrator";
  return callout({
    id: "identity-warning",
    tone: "danger",
    title: title(identity),
    body: html`${administrator && html`<p>${s.administratorBody}</p>`}${differs("entity", entity)}${differs("role", role)}${!administrator && html`<p>${s.differsBody}</p>`}`,
    actions: html`${!administrator && button({ act: "go-to-step", step: "role", label: s.correct })}${button({ act: "go-to-step", step: "key", label: s.another })}`,
  });
}

/** Offered where NetSuite's list could say more. @param {ConnectionView} view @returns {Part} */
export const lookUp = ({ identity }) => identity.lacksAName && html`<div class="card-head"><p class="small soft grow">${s.lookNote}</p>${button({ act: "look-up-names", id: "look-up-names", label: s.look, busy: s.looking, sign: "search" })}</div>`;

/**
 * After a token: asks the list for names that are missing. That it cannot be read is no failure
 * here; the button that asks again tells it.
 * @param {ConnectionView} view @returns {Promise<ConnectionView>}
 */
export async function withNames(view) {
  if (!view.identity.lacksAName || !view.scopes.includes("rest_webservices")) return view;
  try {
    return await backend.identity.look(view.id);
  } catch {
    return view;
  }
}

/** @param {IdentityView} identity */
function title({ entity, role }) {
  if (role.fit === "administrator") return s.titles.administrator;
  if (entity.fit === "differs" && role.fit === "differs") return s.titles.both;
  return entity.fit === "differs" ? s.titles.entity : s.titles.role;
}

/** @param {"entity" | "role"} side @param {PartyView} party */
const differs = (side, party) => party.fit === "differs" && html`<p>${s.differs(s.sides[side], partyLine(party) ?? "", party.expected ?? "")}</p>`;

/** @param {string} words */
const wrong = (words) => html`<strong class="wrong">${words}</strong>`;
