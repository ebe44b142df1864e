// @ts-check
// Step 7: one token request. What it brings is shown by connection/token-result.js.

import { button } from "../../elements/button.js";
import { announce } from "../../lib/announce.js";
import { readBoard } from "../../lib/app-state.js";
import { backend } from "../../lib/backend.js";
import { recentTime } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { withNames } from "../connection/identity.js";
import { askedCalls, callResult, lastCall, permissions } from "../connection/test-call.js";
import { decoded, keepOutcome, outcomeOf, plate, refused, showResult } from "../connection/token-result.js";
import { stepFoot } from "../../elements/step-footer.js";
import { onlyTargetProves, workingCredential } from "../../lib/connection-facts.js";

/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.prove;

/** @param {ReturnType<typeof outcomeOf>} outcome */
const callFailed = (outcome) => outcome !== null && "proof" in outcome && outcome.proof.call !== null && outcome.proof.call.call.outcome !== "works";

/** @param {Walk} walk @returns {StepPart} */
export function proveStep(walk) {
  const view = walk.view;
  const calls = askedCalls(walk.page, view, walk.take);

  /** @param {HTMLElement} pressed */
  const request = (pressed) =>
    walk.page.run(
      pressed,
      async () => {
        keepOutcome(view(), { proof: await backend.token.request(view().id, workingCredential(view())?.id ?? "") });
        announce(s.receivedSaid);
        await after();
      },
      {
        failed: (failure) => {
          if (failure.kind.startsWith("vault") || failure.kind === "practice-not-running" || failure.kind === "busy") return false;
          keepOutcome(view(), { failure });
          void walk.page.meanwhile(after());
          return true;
        },
      },
    );

  async function after() {
    const read = await backend.connection.read(view().id);
    walk.take(read);
    void readBoard();
    showResult("prove-result");
    // The names come a little later, and the step must not be left before they have their lines.
    void walk.page.meanwhile(withNames(read).then((named) => void (named !== read && walk.take(named))));
  }

  return {
    html: () => {
      if (onlyTargetProves(view())) return byTarget();
      const outcome = outcomeOf(view());
      const proven = outcome ? "proof" in outcome : view().lastProof !== null && view().lastRefusal === null;
      return html`<div class="step-sheet" data-part>
        <div id="prove-result" class="stack" tabindex="-1">${result()}</div>
        ${stepFoot(walk, {
          saves: false,
          primary: proven ? button({ act: "go-on", label: configure(), kind: view().identity.wrong ? "" : "button-primary" }) : button({ act: "request-token", id: "request-token", label: outcome ? s.tryAgain : s.request, busy: s.requesting, kind: "button-primary" }),
          note: proven ? (view().identity.wrong ? s.worksAsAnother : callFailed(outcome) ? strings.testCall.tokenOnly : s.works) : null,
        })}
      </div>`;
    },
    acts: {
      ...calls.acts,
      "request-token": request,
      "try-again": request,
      "look-up-names": (pressed) => walk.page.run(pressed, async () => walk.take(await backend.identity.look(view().id))),
      "go-on": () => walk.open(view().steps.some(({ step, state }) => step === "hand-over" && state !== "ahead") ? "hand-over" : null),
    },
  };

  /** What the next step is called. */
  function configure() {
    return strings.names.stepFor("hand-over", view().target);
  }

  function byTarget() {
    return html`<div class="step-sheet" data-part>
      <p>${s.byTarget(view().target?.label ?? "", view().integration.name)}</p>
      ${stepFoot(walk, {
        saves: false,
        primary: button({ act: "go-on", label: configure(), kind: "button-primary" }),
        second: button({ act: "go-to-step", step: "integration", label: s.enterClientId }),
      })}
    </div>`;
  }

  /** What the role needs, beside what calls have proven. */
  function needed() {
    return html`<section class="part part-tight" aria-labelledby="permissions"><div class="part-head"><h3 id="permissions">${strings.testCall.permissions}</h3><p class="part-note">${strings.testCall.permissionsNote}</p></div>${permissions(view())}${calls.html()}</section>`;
  }

  function result() {
    const outcome = outcomeOf(view());
    if (outcome && "proof" in outcome) return html`${plate(view(), outcome.proof.summary)}${callResult(view(), outcome.proof.call)}${needed()}${decoded(outcome.proof)}`;
    if (outcome) return refused(view(), outcome.failure);
    const { lastProof, lastRefusal } = view();
    if (lastRefusal) return html`<p>${s.lead}</p><p class="small soft">${s.refusedEarlier(recentTime(lastRefusal.at), lastRefusal.reason)}</p>`;
    if (lastProof) return html`${plate(view(), lastProof)}${lastCall(view())}${needed()}<p class="small soft">${s.detailsGone}</p>`;
    return html`<p>${s.lead}</p>`;
  }
}
