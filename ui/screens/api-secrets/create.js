// @ts-check
// Step 2: the secrets are created on NetSuite's page, in the order of its tabs and fields. What is
// typed there is copied here exactly as it is typed.

import { copyFact } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { message } from "../../elements/form.js";
import { flag, html, mount } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { restrictionsPart } from "./restrictions.js";
import { valuePart } from "./value.js";

/** @import { ApiSecretView } from "../../types/ipc.d.ts" */
/** @import { BankPart, BankWork } from "./bank-screen.js" */

const s = strings.apiSecrets.create;

/** @param {BankWork} work @returns {BankPart} */
export function createStep(work) {
  const values = valuePart(work);
  const restrictions = restrictionsPart(work);

  return {
    html: () => html`<div class="step-sheet" data-part>
      <ol class="acts">
        <li class="act"><div class="act-body">
          <h3>${s.open}</h3>
          <div class="card-head"><div class="grow">${netsuitePath(paths.apiSecrets)}</div>${openPages(false, "api-secrets")}</div>
          <p class="small">${s.openBody}</p>
          <p class="small soft">${s.needs}</p>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.details}</h3>
          <div class="pair secret-cards">${work.view().secrets.map(details)}</div>
          <ul class="small lines"><li>${s.password}</li><li>${s.expiration}</li><li>${s.description}</li></ul>
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.restrictions}</h3>
          <p class="small soft">${s.restrictionsLead}</p>
          ${restrictions.html()}
        </div></li>
        <li class="act"><div class="act-body">
          <h3>${s.save}</h3>
          <div class="ticks ticks-one">${work.view().secrets.map(({ kind, created }) => html`<label class="choice"><input type="checkbox" id="created-${kind}" data-tick="created/${kind}" ${flag("checked", created)} /><span>${s.tick(strings.apiSecrets.kinds[kind])}</span></label>`)}</div>
        </div></li>
      </ol>
      ${stepFoot(work, { primary: button({ act: "save-created", id: "save-created", label: s.continue, busy: strings.setup.saving, kind: "button-primary" }), note: s.foot })}
    </div>`,
    typed: (element) => restrictions.typed(element),
    chosen: (element) => {
      restrictions.chosen(element);
      values.chosen(element);
    },
    acts: {
      ...values.acts,
      "save-created": (pressed) =>
        work.page.run(pressed, async () => {
          await work.kept();
          const choices = restrictions.changed();
          if (choices) {
            work.keep(await backend.apiSecret.change(work.view().id, { kind: "choices", choices }));
            restrictions.saved();
          }
          const { secrets, domainNotes } = work.view();
          if (secrets.every(({ created }) => created) && domainNotes.length === 0) return work.advance(work.view());
          work.draw();
          if (domainNotes.length > 0) document.getElementById("domains")?.focus();
          else tellNotTicked();
        }),
    },
  };

  /** @param {ApiSecretView} secret */
  function details(secret) {
    const { kind, name, scriptId, wholeId } = secret;
    return html`<section class="stack stack-tight" aria-labelledby="secret-${kind}" data-secret="${kind}">
      <h4 class="facts-title" id="secret-${kind}">${strings.apiSecrets.kinds[kind]}</h4>
      <dl class="facts facts-stacked">
        <div class="facts-row"><dt>${s.name}</dt><dd>${copyFact(name, s.name)}</dd></div>
        <div class="facts-row"><dt>${s.id}</dt><dd>${copyFact(scriptId, s.id, html`<span class="mono">${scriptId}</span><span class="facts-note">${s.idNote(wholeId)}</span>`)}</dd></div>
      </dl>
      ${values.html(secret)}
    </section>`;
  }

  function tellNotTicked() {
    const place = document.querySelector(".step-foot")?.parentElement?.querySelector(":scope > [data-failure]");
    if (!(place instanceof HTMLElement)) return;
    mount(place, message("warn", s.notTicked));
    announce(s.notTicked);
    place.focus({ preventScroll: true });
  }
}
