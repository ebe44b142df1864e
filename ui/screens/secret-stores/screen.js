// @ts-check
// A private key into a secret store: which store, where in it, the exact commands, the outcome.

import { button } from "../../elements/button.js";
import { callout, failurePlace } from "../../elements/callout.js";
import { copyButton } from "../../elements/copy.js";
import { failureCallout } from "../../elements/failure.js";
import { isTicked, say, select } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { pageHead } from "../../elements/page-head.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { targetName, workingCredential } from "../../lib/connection-facts.js";
import { breakable, idInSixes } from "../../lib/format.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { hashOf } from "../../window/router.js";
import { practiceBar } from "../practice/bar.js";
import { fieldId, fieldsOf, nameOfField } from "./fields.js";

/** @import { CredentialView, Failure, PemForm, SecretPlace, SecretStore, SecretStorePreview, StoredAlready } from "../../types/ipc.d.ts" */
/** @import { Page, Screen } from "../../window/page.js" */

const s = strings.secretStores;

/** @param {Page} page @param {{ id: string, credentialId: string | null }} route @returns {Promise<Screen>} */
export async function openSecretStores(page, { id, credentialId }) {
  let [view, stores] = await Promise.all([backend.connection.read(id), backend.secretStores.list(id)]);
  const credential = () => view.credentials.find((known) => known.id === credentialId) ?? workingCredential(view);
  /** @type {SecretStore} */
  let store = stores[0]?.store ?? "vault";
  let form = view.target?.pemForm ?? "pkcs8-lines";
  /** What stands in the fields of each store. @type {Map<SecretStore, SecretPlace>} */
  const places = new Map(stores.map(({ store, proposed }) => [store, proposed]));
  /** What was shown and would be done; null while it is being entered. @type {SecretStorePreview | null} */
  let preview = null;
  /** Where the key was stored. @type {string | null} */
  let stored = null;
  /** @type {Failure | null} */
  let failure = null;

  const place = () => /** @type {SecretPlace} */ (places.get(store));

  /** @param {string} heading what the focus goes to */
  function show(heading) {
    page.draw();
    const element = document.getElementById(heading);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }

  /** What was refused is told beside its field; anything else above the buttons. @param {Failure} thrown */
  function failed(thrown) {
    failure = thrown;
    if (thrown.kind === "secret-store-field-empty" || thrown.kind === "secret-store-field-refused") {
      [failure, preview] = [null, null];
      page.draw();
      const field = fieldId(thrown.field);
      say(field, "danger", thrown.kind === "secret-store-field-empty" ? s.missing : s.rules[thrown.field]);
      document.getElementById(field)?.focus();
      return true;
    }
    page.draw();
    const told = document.querySelector("[data-failure]");
    if (told instanceof HTMLElement) told.focus();
    announce(told?.querySelector(".callout-title")?.textContent ?? "");
    return true;
  }

  /** @param {HTMLElement} pressed */
  const lookAndShow = (pressed) =>
    page.run(
      pressed,
      async () => {
        failure = null;
        preview = await backend.secretStores.preview(place());
        show("commands");
      },
      { failed },
    );

  return {
    name: "secret-stores",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: s.lead, practice: view.practice, back: { label: view.name, route: back() } })}
      ${view.practice && practiceBar()}
      ${body()}
    </div>`,
    typed: (element) => {
      if (element instanceof HTMLInputElement) keep(element);
    },
    chosen: (element) => {
      if (element instanceof HTMLInputElement && element.name === "store") {
        store = stores.find((one) => one.store === element.value)?.store ?? store;
        failure = null;
        page.draw();
        document.getElementById(element.id)?.focus({ preventScroll: true });
      } else if (element instanceof HTMLSelectElement && element.id === "store-form") {
        form = /** @type {PemForm} */ (element.value);
      } else if (element.id === "add-version") {
        say("add-version", null);
      }
    },
    acts: {
      preview: lookAndShow,
      "try-again": lookAndShow,
      change: () => {
        [preview, failure] = [null, null];
        show("place");
      },
      put: (pressed) => {
        const shown = preview;
        const key = credential();
        if (!shown || !key) return undefined;
        if (shown.found.kind === "versions" && !isTicked("add-version")) {
          say("add-version", "danger", s.addVersionMissing);
          document.getElementById("add-version")?.focus();
          return undefined;
        }
        return page.run(
          pressed,
          async () => {
            failure = null;
            view = await backend.secretStores.put(id, key.id, place(), form, shown.found);
            stored = shown.location;
            show("stored");
            announce(s.done);
          },
          { failed },
        );
      },
      again: () => {
        [preview, stored] = [null, null];
        show("place");
      },
    },
  };

  /** Where the key was about to be saved. @returns {import("../../window/router.js").Route} */
  function back() {
    if (view.rotation && credentialId === view.rotation.new?.credentialId) return { screen: "rotate", id, reason: null, order: null };
    return view.status.kind === "setting-up" ? { screen: "setup", id, step: null } : { screen: "connection", id };
  }

  /** @param {HTMLInputElement} element */
  function keep(element) {
    const name = nameOfField(store, element.id);
    if (name) places.set(store, /** @type {SecretPlace} */ ({ ...place(), [name]: element.value }));
  }

  function body() {
    const key = credential();
    if (stores.length === 0 || !key) return callout({ tone: "note", title: s.none, body: html`<p>${s.noneBody}</p><p>${s.noneWindows}</p>` });
    if (stored !== null) return outcome(stored);
    return preview ? agreement(preview, key) : entry(key);
  }

  /** @param {CredentialView} key */
  function entry(key) {
    return html`<ul class="dialog-list">
        <li>${icon("warn")}<span>${s.leaves(s.label[store])}</span></li>
        <li>${icon("vault")}<span>${s.stays(strings.names.store[key.keyStore])}</span></li>
        <li>${icon("info")}<span>${s.signIn}</span></li>
      </ul>
      <section class="part" data-part aria-labelledby="place">
        <fieldset class="field">
          <legend class="field-label" id="place" tabindex="-1">${s.store}</legend>
          <div class="choice-cards">${stores.map((one) => html`<label class="choice-card"><input type="radio" name="store" id="store-${one.store}" value="${one.store}" ${flag("checked", one.store === store)} /><span class="choice-card-title">${s.label[one.store]}</span><span class="choice-card-note">${s.tool(one.program)}</span></label>`)}</div>
        </fieldset>
        ${fieldsOf(place())}
        ${select({ id: "store-form", label: s.format, value: form, options: forms().map((value) => ({ value, label: strings.handOver.pemForm[value] })) })}
        ${told()}
        <div class="actions">${button({ act: "preview", id: "preview", label: s.preview, busy: s.checking(s.label[store]), kind: "button-primary" })}</div>
        <p class="small soft">${s.previewNote}</p>
      </section>`;
  }

  /** The target's own first. @returns {PemForm[]} */
  function forms() {
    const wanted = view.target?.pemForm ?? "pkcs8-lines";
    return [wanted, ...FORMS.filter((other) => other !== wanted && (other !== "pkcs8-lines" || wanted !== "file"))];
  }

  /** @param {SecretStorePreview} shown @param {CredentialView} key */
  function agreement({ location, found, commands }, key) {
    return html`<section class="part" data-part aria-labelledby="commands">
      <h2 id="commands" tabindex="-1">${s.commands}</h2>
      <dl class="facts">
        <div class="facts-row"><dt>${s.store}</dt><dd>${s.label[store]}</dd></div>
        <div class="facts-row"><dt>${s.place}</dt><dd>${breakable(location)}</dd></div>
        <div class="facts-row"><dt>${s.certificate}</dt><dd>${idInSixes(key.certificateId)}</dd></div>
        <div class="facts-row"><dt>${s.format}</dt><dd>${strings.handOver.pemForm[form]}</dd></div>
      </dl>
      ${already(found)}
      <div class="stack">
        <p>${s.commandsNote}</p>
        ${commands.map(({ step, line }, index) => html`<div class="code" data-step="${step}"><div class="code-head"><span>${commands.length > 1 && `${index + 1}. `}${s.steps[step]}</span>${copyButton(line, s.steps[step])}</div><pre class="code-text" tabindex="0" aria-label="${s.steps[step]}">${words(line)}</pre></div>`)}
      </div>
      ${found.kind !== "taken" && html`<p>${s.leaves(s.label[store])} ${s.signIn}</p>`}
      ${told()}
      <div class="actions">${found.kind !== "taken" && button({ act: "put", id: "put", label: found.kind === "versions" ? s.putVersion : s.put, busy: s.putting(s.label[store]), kind: "button-primary" })}${button({ act: "change", id: "change", label: s.change })}</div>
    </section>`;
  }

  /** @param {StoredAlready} found */
  function already(found) {
    if (found.kind === "nothing") return callout({ tone: "ok", id: "found", title: s.nothing });
    if (found.kind === "taken") return callout({ tone: "warn", id: "found", title: s.taken, body: html`<p>${store === "one-password" ? s.takenTitle : s.takenDeletion}</p>` });
    return html`${callout({ tone: "warn", id: "found", title: found.deleted ? s.deletedVersion(found.version) : s.version(found.version), body: html`<p>${s.versionBody}</p>` })}
      <div class="field"><label class="choice"><input type="checkbox" id="add-version" aria-describedby="add-version-message" /><span>${s.addVersion}</span></label><div id="add-version-message" class="field-messages"></div></div>`;
  }

  function told() {
    const detail = failure?.kind === "secret-store-tool-failed" ? failure.detail : null;
    return failurePlace(failure && html`<div class="stack">${failureCallout(failure)}${detail && html`<div class="code"><div class="code-head"><span>${s.message}</span></div><pre class="code-text" id="tool-message" tabindex="0" aria-label="${s.message}">${detail}</pre></div>`}</div>`);
  }

  /** @param {string} location */
  function outcome(location) {
    return html`<section class="part" aria-labelledby="stored">
      <h2 id="stored" class="visually-hidden" tabindex="-1">${s.done}</h2>
      ${callout({ tone: "ok", title: s.done, body: html`<p><strong>${s.label[store]}</strong>: ${breakable(location)}</p><p>${s.doneNext(targetName(view))}</p>` })}
      <div class="actions"><a class="button button-primary" id="open-back" href="${hashOf(back())}">${s.open}</a>${button({ act: "again", id: "again", label: s.again })}</div>
    </section>`;
  }
}

/** A hyphen that stands before an option is no place to break a line. @param {string} line */
const words = (line) => line.split(" ").map((word, index) => html`${index > 0 && " "}<span class="code-word">${word}</span>`);

/** @type {PemForm[]} */
const FORMS = ["pkcs8-lines", "pkcs8-one-line", "pkcs8-base64", "traditional"];
