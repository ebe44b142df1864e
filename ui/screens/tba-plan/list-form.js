// @ts-check
// The form that takes NetSuite's list of access tokens or integration records, pasted or from a file.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { area, valueOf } from "../../elements/form.js";
import { icon } from "../../elements/icon.js";
import { netsuitePath } from "../../elements/netsuite-path.js";
import { toast } from "../../elements/toast.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";

/** @import { Failure, TbaListTaken } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */

const s = strings.tbaPlan;

/**
 * @param {Page} page
 * @param {object} options
 * @param {() => string} options.account
 * @param {(taken: TbaListTaken) => Promise<void>} options.taken
 */
export function listForm(page, { account, taken }) {
  /** What was pasted and is not yet taken in. In this window's memory only. */
  let pasted = "";

  /** @param {TbaListTaken} list */
  const take = async (list) => {
    pasted = "";
    await taken(list);
    toast(s.taken(list));
  };

  /** A secret doesn't stay in the field. @param {Failure} failure */
  const failed = ({ kind }) => {
    if (kind !== "tba-list-holds-secret") return false;
    pasted = "";
    const field = document.getElementById("tba-text");
    if (field instanceof HTMLTextAreaElement) field.value = "";
    return false;
  };

  return {
    /** @param {Part} [first] what comes before the list */
    html: (first = null) => html`<form class="stack" novalidate data-part>
      ${first}
      ${area({ id: "tba-text", label: s.start.text, value: pasted, hint: s.start.hint, mono: true, rows: 5 })}
      <div class="stack stack-tight">
        <p class="small soft">${s.start.tokens}</p>${netsuitePath(paths.accessTokens)}
        <p class="small soft">${s.start.records}</p>${netsuitePath(paths.integrations)}
      </div>
      <p class="tiny soft">${s.start.columns}</p>
      <p class="tiny soft tba-secret">${icon("info")}<span>${s.start.secret}</span></p>
      ${failurePlace()}
      <div class="actions">${button({ act: "add-list", id: "add-list", label: s.start.act, busy: s.start.busy, kind: "button-primary", submit: true })}${button({ act: "load-list", id: "load-list", label: s.start.load, busy: s.start.loading })}</div>
    </form>`,
    /** @param {HTMLElement} element */
    typed: (element) => void (element.id === "tba-text" && (pasted = valueOf("tba-text"))),
    /** @type {Record<string, Act>} */
    acts: {
      "add-list": (pressed) => page.run(pressed, async () => take(await backend.tbaPlan.paste(account(), pasted)), { fields: { ...OF_LIST, ...OF_ACCOUNT }, failed }),
      "load-list": (pressed) =>
        page.run(
          pressed,
          async () => {
            const list = await backend.tbaPlan.load(account());
            if (list) await take(list);
          },
          { fields: OF_ACCOUNT },
        ),
    },
  };
}

const OF_ACCOUNT = { "account-id-invalid": "tba-account" };
const OF_LIST = { "tba-list-too-large": "tba-text", "tba-list-not-text": "tba-text", "tba-list-holds-secret": "tba-text", "tba-list-unknown": "tba-text", "tba-list-empty": "tba-text", "tba-list-too-long": "tba-text" };
