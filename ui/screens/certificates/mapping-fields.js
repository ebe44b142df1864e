// @ts-check
// Who a certificate acts as in NetSuite: the role and the entity of its mapping, chosen from those
// that NetSuite names, or typed as internal IDs. Both uploads, ours and a vendor's, ask for it.
// Nothing is chosen beforehand but what step 3 expects, and what is chosen is checked for itself.

import { confirmDialog } from "../../elements/dialog.js";
import { announce } from "../../lib/announce.js";
import { field, say, select, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { checkMarkup } from "./upload-checks.js";

/** @import { ConnectionView, Fit, MappingRequest, NamedId, UploadPreview } from "../../types/ipc.d.ts" */
/** @import { Drafts } from "../../lib/drafts.js" */
/** @import { Part } from "../../lib/html.js" */
/** @import { RunOptions } from "../../window/page.js" */
/** @typedef {"role" | "entity"} Side */
/** @typedef {{ id: string, label: string, fit: Fit | null }} Chosen null where nothing is chosen yet */

const s = strings.uploadForMe;

/**
 * @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store
 * @param {{ expects?: boolean }} [options] whether step 3 says who it is to be; of a vendor's key it does not
 */
export const mappingFields = (preview, view, store, { expects = true } = {}) => html`<fieldset class="part part-tight mapping" id="mapping">
  <legend class="h3 mapping-title">${s.mapping}</legend>
  <p class="small soft">${s.mappingNote}</p>
  <div class="pair">${side("entity", preview, view, store, expects)}${side("role", preview, view, store, expects)}</div>
</fieldset>`;

/**
 * The check of its own: whether that is who step 3 expects, and not the Administrator.
 * @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store @param {{ expects?: boolean }} [options]
 */
export function mappingCheck(preview, view, store, { expects = true } = {}) {
  const { entity, role } = chosen(preview, store, expects);
  const fits = [entity.fit, role.fit];
  const names = html`${entity.label}, ${role.label}`;
  if (fits.includes(null)) return checkMarkup("mapping", "note", s.match.open, s.match.openNote);
  if (role.fit === "administrator") return checkMarkup("mapping", "danger", s.match.administrator, s.match.administratorNote);
  if (!expects) return checkMarkup("mapping", "ok", s.match.chosen, names);
  if (fits.includes("differs")) {
    return checkMarkup("mapping", "danger", s.match.differs, html`${entity.fit === "differs" && html`${s.match.differsIn(s.entity, entity.label, view.entityName)} `}${role.fit === "differs" && s.match.differsIn(s.role, role.label, view.roleName)}`);
  }
  if (fits.includes("unnamed")) return checkMarkup("mapping", "warn", s.match.unnamed, s.match.unnamedNote(view.entityName, view.roleName));
  return checkMarkup("mapping", "ok", s.match.agrees, names);
}

/** Whether the check has passed, to be counted with the others. @param {UploadPreview} preview @param {Drafts} store @param {{ expects?: boolean }} [options] */
export function mappingPasses(preview, store, { expects = true } = {}) {
  const { entity, role } = chosen(preview, store, expects);
  const good = expects ? ["agrees", "not-expected"] : ["agrees", "not-expected", "differs", "unnamed"];
  return [entity.fit, role.fit].every((fit) => fit !== null && good.includes(fit));
}

/**
 * What was chosen; what is missing is told beside its field. Another than expected, and the
 * Administrator, need a second word.
 * @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store @param {{ expects?: boolean }} [options]
 * @returns {Promise<MappingRequest | null>}
 */
export async function readMapping(preview, view, store, { expects = true } = {}) {
  const [entity, role] = [read("entity"), read("role")];
  if (entity === null || role === null) {
    announce(s.notChosen);
    document.getElementById(entity === null ? shownField("entity") : shownField("role"))?.focus();
    return null;
  }
  const now = chosen(preview, store, expects);
  const administrator = now.role.fit === "administrator";
  const another = expects && (now.entity.fit === "differs" || now.role.fit === "differs");
  if (administrator && !(await confirmDialog({ name: "acts-as-administrator", title: s.second.administratorTitle, body: html`<p>${s.second.administratorBody}</p>`, act: s.second.administratorAct, typed: s.second.administratorWord }))) return null;
  if (another && !administrator && !(await confirmDialog({ name: "acts-as-another", title: s.second.anotherTitle, body: html`<p>${s.second.anotherBody(now.entity.label, now.role.label)}</p><p>${s.second.expected(view.entityName, view.roleName)}</p>`, act: s.second.anotherAct }))) return null;
  return { role, entity, another: another || (administrator && expects), administrator };
}

/** Whether an element is one of these fields, whose choice changes what is asked. @param {HTMLElement} element */
export const isMappingChoice = (element) => element.id === "map-role" || element.id === "map-entity";

/** Whether an ID is being typed, which changes what is checked. @param {HTMLElement} element */
export const isMappingTyped = (element) => element.id === "map-role-id" || element.id === "map-entity-id";

/** @type {NonNullable<RunOptions["fields"]>} */
export const MAPPING_FIELDS = { "internal-id-invalid": "map-role", "role-or-entity-missing": "map-role" };

/** @param {Side} side @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store @param {boolean} expects */
function side(side, preview, view, store, expects) {
  const name = side === "role" ? view.roleName : view.entityName;
  const hint = expects && name && (side === "role" ? s.stepNamesRole(name) : s.stepNamesEntity(name));
  const choices = known(side, preview);
  if (choices.length === 0) return typed(side, store, hint);
  const value = store.get(`map-${side}`, expects ? proposal(choices) : "");
  return html`<div class="stack stack-tight">
    ${select({ id: `map-${side}`, label: s[side], value, hint: value === OTHER ? null : hint, options: [...(value === "" ? [{ value: "", label: s.choose }] : []), ...choices.map((one) => ({ value: one.id, label: labelOf(side, one, preview) })), { value: OTHER, label: s.otherId }] })}
    ${value === OTHER && typed(side, store, null)}
  </div>`;
}

/** @param {Side} side @param {Drafts} store @param {Part} hint */
const typed = (side, store, hint) => field({ id: `map-${side}-id`, label: s.internal[side], value: store.get(`map-${side}-id`, ""), hint: html`${hint && html`${hint} `}${s.internalHint[side]}`, mono: true });

/** @param {Side} side @param {UploadPreview} preview @returns {NamedId[]} */
const known = (side, preview) => (side === "role" ? preview.knownRoles : preview.knownEntities);

/** @param {Side} side @param {NamedId} one @param {UploadPreview} preview */
function labelOf(side, { id, name }, preview) {
  if (name !== null) return s.known(id, name);
  return preview[side] === id ? s.proposed(id) : id;
}

/** The one that step 3 expects, by NetSuite's own name. @param {NamedId[]} choices */
function proposal(choices) {
  const fitting = choices.filter(({ fit }) => fit === "agrees");
  return fitting.length === 1 ? (fitting[0]?.id ?? "") : "";
}

/** @param {UploadPreview} preview @param {Drafts} store @param {boolean} expects @returns {Record<Side, Chosen>} */
function chosen(preview, store, expects) {
  /** @param {Side} side @returns {Chosen} */
  const of = (side) => {
    const choices = known(side, preview);
    const value = choices.length === 0 ? OTHER : store.get(`map-${side}`, expects ? proposal(choices) : "");
    const id = (value === OTHER ? store.get(`map-${side}-id`, "") : value).trim();
    if (!INTERNAL_ID.test(id)) return { id, label: "", fit: null };
    const named = choices.find((one) => one.id === id);
    if (named) return { id, label: labelOf(side, named, preview), fit: named.fit };
    return { id, label: id, fit: side === "role" && id === ADMINISTRATOR ? "administrator" : "unnamed" };
  };
  return { entity: of("entity"), role: of("role") };
}

/** @param {Side} side @returns {string | null} */
function read(side) {
  const id = shownField(side);
  const value = valueOf(id).trim();
  const fits = INTERNAL_ID.test(value);
  say(id, fits ? null : "danger", id === `map-${side}` ? s.notChosen : s.notId);
  return fits ? value : null;
}

/** The field that holds the ID now. @param {Side} side */
const shownField = (side) => (document.getElementById(`map-${side}-id`) ? `map-${side}-id` : `map-${side}`);

const OTHER = "other";
const INTERNAL_ID = /^-?\d{1,18}$/;
/** NetSuite's own ID of the role; the backend knows it too, and decides. */
const ADMINISTRATOR = "3";
