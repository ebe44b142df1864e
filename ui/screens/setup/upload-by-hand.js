// @ts-check
// Step 6 by hand: an administrator uploads the certificate.

import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { byHand } from "../certificates/upload-by-hand.js";
import { stepFoot } from "../../elements/step-footer.js";
import { workingCredential } from "../../lib/connection-facts.js";

/** @import { Part } from "../../lib/html.js" */
/** @import { StepPart, Walk } from "./screen.js" */

/** @param {Walk} walk @param {() => Part} ways the choice between the two @returns {StepPart} */
export function uploadByHand(walk, ways) {
  const credential = () => workingCredential(walk.view());
  const part = byHand({
    page: walk.page,
    view: walk.view,
    credential,
    drafts: walk.drafts,
    take: walk.take,
    draw: walk.draw,
    confirm: async (text, accept) => walk.advance(await backend.connection.change(walk.view().id, { kind: "certificate-id", credentialId: credential()?.id ?? "", text, accept })),
    act: "continue",
  });
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${ways() ?? html`<p>${strings.upload.lead}</p>`}
      ${part.steps()}
      ${stepFoot(walk, { primary: part.primary(), second: part.second() })}
    </form>`,
    acts: part.acts,
    typed: part.typed,
  };
}
