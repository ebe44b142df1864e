// @ts-check
// The values that a target needs, in its own order and words. The private key is never shown: it
// is saved to a file by the backend. The walk hands over with this, and so does a rotation.

import { callout } from "../elements/callout.js";
import { copyButton } from "../elements/copy.js";
import { badge, button } from "../elements/parts.js";
import { fileName, idInSixes, recentTime } from "../lib/format.js";
import { html } from "../lib/html.js";
import { strings } from "../strings/en.js";

/** @import { CredentialView, Kit, KitField } from "../types/ipc.d.ts" */

const s = strings.handOver;

/**
 * @param {object} options
 * @param {Kit} options.kit
 * @param {string} options.label of the target
 * @param {CredentialView | null} options.credential whose values they are
 * @param {boolean} [options.fresh] marks what a rotation has changed
 * @param {boolean} [options.then] whether to say what to press afterwards
 */
export function kitValues({ kit, label, credential, fresh = false, then = true }) {
  const exported = credential?.exportedKey;
  const changed = () => fresh && html` ${badge("accent", "rotate", strings.rotation.handOver.isNew)}`;
  return html`<section class="part part-tight" aria-labelledby="kit">
      <div class="part-head"><h3 id="kit">${s.fields(label)}</h3><p class="part-note path">${kit.where.map((part, index) => html`${index > 0 && html`<span class="path-sep"> &gt; </span>`}${part}`)}</p></div>
      <ol class="kit">${kit.fields.map(field)}</ol>
    </section>
    ${exported && !exported.encrypted && callout({ tone: "warn", title: s.deleteTitle(fileName(exported.path), label), body: html`<p>${s.deleteBody(strings.names.store[credential.keyStore])}</p>` })}
    ${then && (kit.notes.length > 0 || kit.then.length > 0) && html`<section class="part part-tight" aria-labelledby="then">
      <h3 id="then">${s.then}</h3>
      ${kitActs(kit)}
      ${kit.notes.map((note) => html`<p class="small soft">${note}</p>`)}
    </section>`}`;

  /** @param {KitField} field */
  function field(field) {
    if (field.kind === "value") {
      const isId = field.value === credential?.certificateId;
      return html`<li class="kit-field"><span class="kit-name">${breakable(field.label)}</span><span class="kit-value">${isId ? idInSixes(field.value) : html`<span class="mono">${field.value}</span>`}${isId && changed()}${field.note && html`<span class="kit-note">${field.note}</span>`}</span>${copyButton(field.value, field.label, { word: true })}</li>`;
    }
    return html`<li class="kit-field" data-kit="private-key"><span class="kit-name">${field.label}</span><span class="kit-value">${exported ? s.exported(recentTime(exported.at), fileName(exported.path), exported.encrypted) : s.neverShown}${changed()}${field.note && html`<span class="kit-note">${field.note}</span>`}</span>${button({ act: "export-key", id: "export-key", label: s.saveKey, sign: "save" })}</li>`;
  }
}

/** What to press in the target, in its own words. @param {Kit} kit */
export const kitActs = (kit) => html`<ol class="acts acts-tight">${kit.then.map((act) => html`<li class="act"><p class="small">${act}</p></li>`)}</ol>`;

/** A name in capitals may break after its underscores. @param {string} label */
const breakable = (label) => label.split("_").map((part, index) => html`${index > 0 && html`_<wbr />`}${part}`);
