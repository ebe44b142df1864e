// @ts-check
// Step 6 for me: somebody signs in by the browser, Certdesk checks the certificate and uploads it.

import { button } from "../../elements/button.js";
import { backend } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { strings } from "../../strings/en/all.js";
import { accessLine } from "../sign-in/access-line.js";
import { uploadPart } from "../certificates/upload-form.js";
import { signInPart } from "../sign-in/panel.js";
import { workingCredential } from "../../lib/connection-facts.js";

/** @import { ConnectionView } from "../../types/ipc.d.ts" */
/** @import { Part } from "../../lib/html.js" */
/** @import { StepPart, Walk } from "./screen.js" */

const s = strings.uploadForMe;

/**
 * @param {Walk} walk
 * @param {() => Part} ways the choice between the two
 * @returns {StepPart & { begin: () => Promise<void>, usual: () => boolean }}
 */
export function uploadForMe(walk, ways) {
  /** The answer of the upload: taken by the walk when its outcome has been read. @type {ConnectionView | null} */
  let uploaded = null;
  const signIn = signInPart({ page: walk.page, view: walk.view, draw: walk.draw, taken: begin });
  const upload = uploadPart({
    page: walk.page,
    view: walk.view,
    credentialId: () => workingCredential(walk.view())?.id ?? "",
    drafts: walk.drafts,
    draw: walk.draw,
    access: signIn.take,
    done: ({ connection }) => void (uploaded = connection),
    next: () => button({ act: "upload-go-on", id: "upload-go-on", label: s.outcome.goOn, kind: "button-primary" }),
    foot: (primary, note) => html`<div class="step-foot">${primary}${walk.isChange && leave()}<p class="step-foot-note">${note}</p></div>`,
    listed: button({ act: "upload-take-listed", label: s.takeListed, busy: strings.setup.saving }),
  });

  const leave = () => button({ act: "leave-change", label: strings.setup.back, kind: "button-plain" });

  function needsSignIn() {
    const access = signIn.access();
    return access === null || access.by.kind === "none" || access.waiting !== null;
  }

  async function begin() {
    if (!needsSignIn() && upload.idle()) await upload.check();
  }

  return {
    begin,
    prepare: signIn.read,
    /** Whether this way was taken before: somebody has signed in, or said how. */
    usual: () => !needsSignIn() || (signIn.access()?.publicClient ?? null) !== null,
    html: () => {
      const access = signIn.access();
      return html`<div class="step-sheet">
        ${ways()}
        ${needsSignIn() ? signIn.html() : html`<p class="small">${access && accessLine(access, walk.view().id)}</p>${upload.html()}`}
        ${walk.isChange && (needsSignIn() || !upload.ready()) && html`<div class="step-foot">${leave()}</div>`}
      </div>`;
    },
    entered: signIn.entered,
    left: () => {
      signIn.left?.();
      upload.left();
    },
    typed: (element) => {
      signIn.typed(element);
      upload.typed(element);
    },
    chosen: (element) => {
      signIn.chosen(element);
      upload.chosen(element);
    },
    acts: {
      ...signIn.acts,
      ...upload.acts,
      "upload-go-on": () => walk.advance(uploaded ?? walk.view()),
      // NetSuite has it, whoever brought it there: as if its ID had been read back by hand.
      "upload-take-listed": (pressed) =>
        walk.page.run(pressed, async () => {
          const credential = workingCredential(walk.view());
          walk.advance(await backend.connection.change(walk.view().id, { kind: "certificate-id", credentialId: credential?.id ?? "", text: credential?.certificateId ?? "", accept: false }));
        }),
    },
  };
}
