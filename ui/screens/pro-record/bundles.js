// @ts-check
// Step 2: the versions of the two bundles.

import { field, valueOf } from "../../elements/form.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";
import { stepFoot } from "../../elements/step-footer.js";
import { failedNote, nextButton, place } from "./step-elements.js";

/** @import { ProPart, ProWalk } from "./screen.js" */

const s = strings.proRecord.bundles;

/** @param {ProWalk} walk @returns {ProPart} */
export function bundlesStep(walk) {
  const { bundles } = walk.view();
  return {
    html: () => html`<form class="step-sheet" novalidate data-part>
      ${failedNote(walk)}
      <p>${s.lead}</p>
      ${place(paths.bundles, "bundles")}
      <div class="pair">
        ${field({ id: "bundle-import", label: s.import, value: bundles?.import ?? "", hint: s.importHint, mono: true })}
        ${field({ id: "bundle-integration", label: s.integration, value: bundles?.integration ?? "", hint: s.integrationHint, mono: true })}
      </div>
      <p class="small soft">${s.unknown}</p>
      ${stepFoot(walk, { primary: nextButton(walk, s.save) })}
    </form>`,
    acts: {
      continue: (pressed) => {
        const [imported, integration] = [valueOf("bundle-import"), valueOf("bundle-integration")];
        /** The failure names what was entered. @param {import("../../types/ipc.d.ts").Failure} failure */
        const at = (failure) => ("text" in failure && failure.text === integration.trim() && failure.text !== imported.trim() ? "bundle-integration" : "bundle-import");
        return walk.change(pressed, { kind: "bundles", import: imported, integration }, {
          failed: (failure) => {
            if (failure.kind !== "bundle-version-invalid" && failure.kind !== "bundle-version-unclear") return false;
            void import("../../lib/show-failure.js").then(({ showFailure }) => showFailure(failure, at(failure), null));
            return true;
          },
        });
      },
    },
  };
}
