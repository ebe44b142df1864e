// @ts-check
// Who a certificate acts as in NetSuite: the role and the entity of its mapping, chosen from those
// that the list names, or typed as internal IDs. Both uploads, ours and a vendor's, ask for it.

import { announce } from "../lib/announce.js";
import { field, say, select, valueOf } from "../lib/form.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en.js";

/** @import { ConnectionView, MappingRequest, NamedId, UploadPreview } from "../types/ipc.d.ts" */
/** @import { Drafts } from "../lib/drafts.js" */
/** @import { RunOptions } from "../lib/page.js" */
/** @typedef {"role" | "entity"} Side */

const s = strings.uploadForMe;

/** @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store */
export const mappingFields = (preview, view, store) => html`<fieldset class="part part-tight mapping" id="mapping">
  <legend class="h3 mapping-title">${s.mapping}</legend>
  <p class="small soft">${s.mappingNote}</p>
  <div class="pair">${side("entity", preview, view, store)}${side("role", preview, view, store)}</div>
</fieldset>`;

/**
 * What was chosen; what is missing is told beside its field.
 * @returns {MappingRequest | null}
 */
export function readMapping() {
  const [entity, role] = [read("entity"), read("role")];
  if (entity !== null && role !== null) return { role, entity };
  announce(s.notId);
  document.getElementById(entity === null ? shownField("entity") : shownField("role"))?.focus();
  return null;
}

/** Whether an element is one of these fields, whose choice changes what is asked. @param {HTMLElement} element */
export const isMappingChoice = (element) => element.id === "map-role" || element.id === "map-entity";

/** @type {NonNullable<RunOptions["fields"]>} */
export const MAPPING_FIELDS = { "internal-id-invalid": "map-role", "role-or-entity-missing": "map-role" };

/** @param {Side} side @param {UploadPreview} preview @param {ConnectionView} view @param {Drafts} store */
function side(side, preview, view, store) {
  const name = side === "role" ? view.roleName : view.entityName;
  const hint = name && (side === "role" ? s.stepNamesRole(name) : s.stepNamesEntity(name));
  const choices = known(side, preview);
  if (choices.length === 0) return typed(side, store, hint);
  const value = store.get(`map-${side}`, proposal(side, preview, name));
  return html`<div class="stack stack-tight">
    ${select({ id: `map-${side}`, label: s[side], value, hint: value === OTHER ? null : hint, options: [...(value === "" ? [{ value: "", label: s.choose }] : []), ...choices, { value: OTHER, label: s.otherId }] })}
    ${value === OTHER && typed(side, store, null)}
  </div>`;
}

/** @param {Side} side @param {Drafts} store @param {string | null} hint */
const typed = (side, store, hint) => field({ id: `map-${side}-id`, label: s.internal[side], value: store.get(`map-${side}-id`, ""), hint: html`${hint && html`${hint} `}${s.internalHint[side]}`, mono: true });

/** @param {Side} side @param {UploadPreview} preview */
function known(side, preview) {
  const named = side === "role" ? preview.knownRoles : preview.knownEntities;
  const signedIn = preview[side];
  const choices = named.map(({ id, name }) => ({ value: id, label: name === null ? id : s.known(id, name) }));
  if (signedIn !== null && !named.some(({ id }) => id === signedIn)) choices.push({ value: signedIn, label: s.proposed(signedIn) });
  return choices;
}

/**
 * What step 3 names comes before what somebody has signed in with: that is often Administrator,
 * and no system is to act as one without somebody having chosen it.
 * @param {Side} side @param {UploadPreview} preview @param {string} name
 */
function proposal(side, preview, name) {
  const named = /** @type {NamedId[]} */ (side === "role" ? preview.knownRoles : preview.knownEntities);
  const wanted = name.trim().toLowerCase();
  const found = wanted && named.find((one) => one.name?.trim().toLowerCase() === wanted);
  return found ? found.id : (preview[side] ?? "");
}

/** @param {Side} side @returns {string | null} */
function read(side) {
  const id = shownField(side);
  const value = valueOf(id).trim();
  const fits = INTERNAL_ID.test(value);
  say(id, fits ? null : "danger", s.notId);
  return fits ? value : null;
}

/** The field that holds the ID now. @param {Side} side */
const shownField = (side) => (document.getElementById(`map-${side}-id`) ? `map-${side}-id` : `map-${side}`);

const OTHER = "other";
const INTERNAL_ID = /^-?\d{1,18}$/;
