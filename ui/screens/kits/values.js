// @ts-check
// The values that a target needs, in its own order and words. The private key is never shown: it
// is saved to a file by the backend. The walk hands over with this, and so does a rotation.

import { callout } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { badge } from "../../elements/badge.js";
import { button } from "../../elements/button.js";
import { OTHER } from "../../lib/connection-facts.js";
import { breakable, fileName, idInSixes, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { identityWarning } from "../connection/identity.js";
import { secretStoresNote } from "../secret-stores/link.js";

/** @import { ConnectionView, CredentialView, Kit, KitField } from "../../types/ipc.d.ts" */

const s = strings.handOver;

/**
 * @param {object} options
 * @param {Kit} options.kit
 * @param {ConnectionView} options.view whose kit it is
 * @param {string} options.label of the target
 * @param {CredentialView | null} options.credential whose values they are
 * @param {boolean} [options.fresh] marks what a rotation has changed
 * @param {Kit | null} [options.formerKit] what the target has until then; without it only the Certificate ID and the key are marked
 * @param {boolean} [options.then] whether to say what to press afterwards
 */
export function kitValues({ kit, view, label, credential, fresh = false, formerKit = null, then = true }) {
  const exported = credential?.exportedKey;
  const former = formerKit && [...formerKit.fields, ...formerKit.unseen].flatMap((field) => (field.kind === "value" ? [field] : []));
  const changed = () => fresh && html` ${badge("accent", "rotate", strings.rotation.handOver.isNew)}`;
  return html`${identityWarning(view)}${fresh && html`<p id="renewal">${kit.renewal}</p>`}
    ${then && kit.warnings.length > 0 && callout({ tone: "warn", title: s.warnings(label), body: kit.warnings.map((warning) => html`<p>${warning}</p>`) })}
    ${kit.fields.length > 0 && html`<section class="part part-tight" aria-labelledby="kit">
      <div class="part-head"><h3 id="kit">${s.fields(label)}</h3>${place()}</div>
      <ol class="kit">${kit.fields.map(field)}</ol>
      ${copyAll()}
    </section>`}
    ${kit.unseen.length > 0 && html`<section class="part part-tight" aria-labelledby="kit-unseen">
      <div class="part-head"><h3 id="kit-unseen">${s.unseen}</h3>${kit.fields.length === 0 && place()}</div>
      <p class="small soft">${s.unseenNote(label)}</p>
      <ol class="kit">${kit.unseen.map(field)}</ol>
      ${kit.fields.length === 0 && copyAll()}
    </section>`}
    ${kit.pathProblem && callout({ id: "key-path", tone: "warn", title: s.pathTitle(label), body: html`<p>${kit.pathProblem.kind === "refused" ? s.pathRefused(kit.pathProblem.character) : s.pathBlank}</p>` })}
    ${exported && !exported.encrypted && callout({ tone: "warn", title: s.deleteTitle(fileName(exported.path), label), body: html`<p>${s.exportStays(strings.names.store[credential.keyStore])}</p>` })}
    ${then && kit.then.length > 0 && html`<section class="part part-tight" aria-labelledby="then">
      <h3 id="then">${s.then}</h3>
      ${kitActs(kit)}
    </section>`}
    ${then && from()}`;

  /** Everything but the private key, which no clipboard gets. */
  function copyAll() {
    const lines = [...kit.fields, ...kit.unseen].flatMap((field) => (field.kind === "value" ? [`${field.label}: ${field.value}`] : []));
    return lines.length > 1 && html`<div class="card-head"><p class="small soft grow">${s.copyAllNote}</p><button class="button" type="button" id="copy-all" data-act="copy" data-copy="${lines.join("\n")}">${icon("copy")}<span>${s.copyAll}</span></button></div>`;
  }

  function place() {
    return html`<p class="part-note path">${(fresh ? kit.renewalWhere : kit.where).map((part, index) => html`${index > 0 && html`<span class="path-sep"> &gt; </span>`}${part}`)}</p>`;
  }

  function from() {
    return html`<details class="more" id="kit-from">
      <summary class="more-summary">${icon("right")}${s.from}</summary>
      <div class="more-body stack stack-tight">
        <p class="small">${kit.evidence !== "unknown" && html`<strong>${s.evidence[kit.evidence]}.</strong> `}${kit.seen}${kit.target !== OTHER && ` ${s.untried(label)}`}</p>
        ${kit.sources.map((source) => html`<p class="facts-copy small"><span class="mono kit-source">${source}</span>${copyButton(source, s.source)}</p>`)}
      </div>
    </details>`;
  }

  /** @param {Extract<KitField, { kind: "value" }>} field */
  function differs({ label, value }) {
    return former ? !former.some((known) => known.label === label && known.value === value) : value === credential?.certificateId;
  }

  /** @param {KitField} field */
  function field(field) {
    switch (field.kind) {
      case "value": {
        const isId = field.value === credential?.certificateId;
        return html`<li class="kit-field"><span class="kit-name">${breakableLabel(field.label)}</span><span class="kit-value">${isId ? idInSixes(field.value) : html`<span class="mono">${field.value.includes("://") ? breakable(field.value) : field.value}</span>`}${differs(field) && changed()}${field.note && html`<span class="kit-note">${field.note}</span>`}</span>${copyButton(field.value, field.label, { word: true })}</li>`;
      }
      case "own":
        return html`<li class="kit-field"><span class="kit-name">${breakableLabel(field.label)}</span><span class="kit-value">${field.rule}</span></li>`;
      case "private-key":
        return html`<li class="kit-field" data-kit="private-key"><span class="kit-name">${field.label}</span><span class="kit-value">${exported ? s.exported(recentTime(exported.at), fileName(exported.path), exported.encrypted) : s.neverShown[field.form]}${changed()}${field.note && html`<span class="kit-note">${field.note}</span>`}${secretStoresNote(view, credential)}</span>${button({ act: "export-key", id: "export-key", label: ONE_LINE.includes(field.form) ? s.saveKeyText : s.saveKey, sign: "save" })}</li>`;
    }
  }
}

/** What to press in the target, in its own words. @param {Kit} kit */
export const kitActs = (kit) => html`<ol class="acts acts-tight">${kit.then.map((act) => html`<li class="act"><p class="small">${act}</p></li>`)}</ol>`;

/** A name in capitals may break after its underscores. @param {string} label */
const breakableLabel = (label) => label.split("_").map((part, index) => html`${index > 0 && html`_<wbr />`}${part}`);

/** Forms that are no PEM file. */
const ONE_LINE = ["pkcs8-one-line", "pkcs8-base64"];
