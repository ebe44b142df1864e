// @ts-check
// Step 3: the IDs are entered on every bank connection.

import { copyField } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { field, valueOf } from "../../elements/form.js";
import { flag, html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";

/** @import { BankPart, BankWork } from "./bank-screen.js" */

const s = strings.apiSecrets.connect;

/** @param {BankWork} work @returns {BankPart} */
export const connectStep = (work) => ({
  html: () => {
    const { connections, secrets, brazil } = work.view();
    return html`<div class="step-sheet" data-part>
      <p class="small">${s.lead}</p>
      <div class="pair">${secrets.map(({ kind, wholeId }) => copyField({ label: s.whole[kind], value: wholeId }))}</div>
      ${brazil && html`<p class="small">${strings.apiSecrets.brazil.lead}</p>`}
      ${connections.length > 0 && html`<div>${connections.map(({ name, entered }, index) => html`<div class="listed"><label class="choice"><input type="checkbox" id="entered-${index}" data-tick="entered/${name}" ${flag("checked", entered)} /><span>${s.entered(name)}</span></label><button class="button button-plain" type="button" data-act="remove-connection" data-name="${name}">${s.remove(name)}</button></div>`)}</div>`}
      <form class="inline-form" novalidate>${field({ id: "bank-connection", label: s.add, value: "", hint: s.addHint })}${button({ act: "add-connection", id: "add-connection", label: s.addAct, busy: s.adding, submit: true })}</form>
      ${failurePlace()}
      ${work.isChange && html`<div class="actions">${button({ act: "leave-change", label: strings.setup.leave, kind: "button-plain" })}</div>`}
    </div>`;
  },
  acts: {
    "add-connection": async (pressed) => {
      await work.change(pressed, { kind: "add-connection", name: valueOf("bank-connection") }, { fields: { "name-empty": "bank-connection", "text-holds-value": "bank-connection" } });
      document.getElementById("bank-connection")?.focus({ preventScroll: true });
    },
    "remove-connection": (pressed) => work.change(pressed, { kind: "remove-connection", name: pressed.dataset.name ?? "" }),
  },
});
