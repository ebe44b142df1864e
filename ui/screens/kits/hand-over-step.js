// @ts-check
// Step 8: the values in the other system's own order and words. The private key is never shown:
// it is saved to a file by the backend, after asking who needs it.

import { callout } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { practice } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { failureOf } from "../../window/page.js";
import { keepVisible } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { exportKey } from "../vault/export-key.js";
import { findStores } from "../secret-stores/link.js";
import { kitValues } from "./values.js";
import { OTHER, onlyTargetProves, targetName, workingCredential } from "../../lib/connection-facts.js";
import { saveSheet, sheetButton } from "../administrator/client-sheet.js";
import { codeSamplesCallout, codeSamplesLink } from "../code-samples/link.js";
import { stepFoot } from "../../elements/step-footer.js";

/** @import { Failure, Kit } from "../../types/ipc.d.ts" */
/** @import { StepPart, Walk } from "../setup/screen.js" */

const s = strings.handOver;

/** @param {Walk} walk @returns {StepPart} */
export function handOverStep(walk) {
  const view = walk.view;
  /** @type {Kit | null} */
  let kit = null;
  /** @type {Failure | null} */
  let failure = null;
  let stuck = false;
  /** Where the practice account was when the kit was read: its address is one of the values. */
  let address = practice().address;

  const label = () => targetName(view());

  return {
    html: () => {
      if (view().practice && practice().address !== address) void walk.page.meanwhile(read().then(() => void walk.draw()));
      return sheet();
    },
    prepare: read,
    acts: {
      "try-again": async () => {
        await read();
        walk.draw();
      },
      "export-key": async () => {
        const saved = await exportKey(view(), label());
        if (!saved) return;
        // A command may name the file.
        await read();
        walk.take(saved);
        toast(s.exportedSaid);
      },
      "save-sheet": (pressed) => walk.page.run(pressed, () => saveSheet(view().id, walk.take)),
      "not-working": () => {
        stuck = true;
        walk.draw();
        keepVisible(document.getElementById("stuck"));
      },
      "hand-over-done": (pressed) => walk.page.run(pressed, async () => walk.advance(await backend.connection.change(view().id, { kind: "handed-over" }))),
    },
  };

  function sheet() {
    return html`<div class="step-sheet" data-part>
      <p>${s.lead(label())}</p>
      ${kit && isOther() && codeSamplesCallout(view())}
      ${kit ? kitValues({ kit, view: view(), label: label(), credential: workingCredential(view()) }) : failure && failureCallout(failure)}
      ${kit && html`<div><div class="page-end"><p class="small soft">${strings.sheet.note}</p>${sheetButton()}</div>${!isOther() && codeSamplesLink(view())}</div>`}
      ${stuck && notWorking()}
      ${stepFoot(walk, {
        saves: false,
        primary: button({ act: "hand-over-done", label: done(), busy: strings.setup.saving, kind: "button-primary" }),
        second: button({ act: "not-working", label: s.notWorking }),
      })}
    </div>`;
  }

  /** Any system without a kit of its own, such as a program that is still to be written. */
  function isOther() {
    return view().target?.target === OTHER;
  }

  function done() {
    return onlyTargetProves(view()) ? s.doneBrought : s.done(label());
  }

  /** Where no token can be asked for here, NetSuite's own record of attempts says more. */
  function notWorking() {
    const title = s.notWorkingTitle(label());
    if (onlyTargetProves(view())) return callout({ id: "stuck", tone: "accent", title, body: html`<p>${s.notWorkingBrought}</p>${netsuitePath(paths.auditTrail)}`, actions: openPages(view().practice, "audit-trail") });
    return callout({ id: "stuck", tone: "accent", title, body: html`<p>${s.notWorkingBody(label())}</p>`, actions: button({ act: "go-to-step", step: "prove", label: s.notWorkingAct, sign: "test" }) });
  }

  async function read() {
    ({ address } = practice());
    failure = null;
    try {
      [kit] = await Promise.all([backend.kit.read(view().id), findStores(view().id)]);
    } catch (thrown) {
      failure = failureOf(thrown);
    }
  }
}
