// @ts-check
// After the last step: what exists now, where it is, and when it expires.

import { callout, failurePlace } from "../../elements/callout.js";
import { copyFact } from "../../elements/copy.js";
import { button } from "../../elements/button.js";
import { daysLeft, dayTime, fileName, idInSixes, recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { identityWarning } from "../connection/identity.js";
import { saveSheet, sheetButton } from "../administrator/client-sheet.js";
import { targetName, workingCredential } from "../../lib/connection-facts.js";

/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.handOver;

/** @param {Walk} walk @returns {StepPart} */
export function finished(walk) {
  const view = walk.view;
  return {
    html: () => {
      const credential = workingCredential(view());
      const label = view().target?.label ?? "";
      const key = credential?.exportedKey;
      const files = [credential?.savedCertificate, key].filter((file) => file !== null && file !== undefined);
      return html`<div class="step-head"><h2 class="step-title step-title-large" id="finished" tabindex="-1">${s.finish}</h2></div>
        <div class="step-sheet" data-part>
          ${identityWarning(view())}
          ${credential && html`<dl class="facts">
            <div class="facts-row"><dt>${s.key}</dt><dd>${s.keyIn(strings.names.keyType[credential.keyType], strings.names.store[credential.keyStore])}</dd></div>
            <div class="facts-row"><dt>${s.certificate}</dt><dd>${s.until(dayTime(credential.validUntil), daysLeft(credential.daysLeft, credential.validUntil))}</dd></div>
            <div class="facts-row"><dt>${s.certificateId}</dt><dd>${copyFact(credential.certificateId, s.certificateId, idInSixes(credential.certificateId))}</dd></div>
            <div class="facts-row"><dt>${s.files}</dt><dd>${files.length === 0 ? s.noFiles : files.map((file) => html`<span class="mono file-line">${file.path}</span>`)}</dd></div>
            ${view().handedOverAt && html`<div class="facts-row"><dt>${s.handedOver}</dt><dd>${s.handedOverAt(recentTime(view().handedOverAt ?? ""), label)}</dd></div>`}
          </dl>`}
          ${key && !key.encrypted && callout({ tone: "warn", title: s.deleteTitle(fileName(key.path), targetName(view())), body: html`<p>${s.exportStays(strings.names.store[credential?.keyStore ?? "secret-service"])}</p>` })}
          ${failurePlace()}
          <div class="step-foot">${button({ act: "open-connection", label: s.openConnection, kind: "button-primary" })}${button({ act: "show-values", label: s.showValues })}${sheetButton()}</div>
        </div>`;
    },
    acts: {
      "open-connection": () => walk.page.go({ screen: "connection", id: view().id }),
      "show-values": () => walk.open("hand-over"),
      "save-sheet": (pressed) => walk.page.run(pressed, () => saveSheet(view().id, walk.take)),
    },
  };
}
