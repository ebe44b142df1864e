// @ts-check
// Revoking where somebody may have to sign in first: the sign-in is shown in place, and what was
// wanted goes on by itself afterwards. Nobody is led to another page and back.

import { button } from "../../elements/button.js";
import { failurePlace } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { Failure } from "../../lib/backend.js";
import { html } from "../../lib/html.js";
import { keepVisible } from "../../lib/scrolling.js";
import { signInPart } from "../sign-in/panel.js";

/** @import * as ipc from "../../types/ipc.d.ts" */
/** @import { Act, Page } from "../../window/page.js" */
/** @import { Markup, Part } from "../../lib/html.js" */

/**
 * @template T
 * @param {object} options
 * @param {Page} options.page
 * @param {() => ipc.ConnectionView} options.view
 * @param {() => void} options.draw
 * @param {(certificateId: string) => ipc.Failure | null} options.obstacle what keeps a certificate from being revoked now
 * @param {() => Promise<void>} options.read what is true after a sign-in
 * @param {(certificateId: string, work: (revoke: () => Promise<T>) => Promise<T | null>) => Promise<T | null>} options.ask asks for the confirmation, then does the work
 * @param {(answer: T) => Promise<void> | void} options.done
 * @param {{ title: string, cancel: string }} options.words
 */
export function revokeWithSignIn({ page, view, draw, obstacle, read, ask, done, words }) {
  /** The certificate that waits for a sign-in. @type {string | null} */
  let wanted = null;
  /** What the access in use did not suffice for. @type {ipc.Failure | null} */
  let refusal = null;

  const part = signInPart({
    page,
    view,
    draw,
    titled: false,
    taken: (access) => {
      if (wanted === null || access.waiting || access.by.kind !== "sign-in") return;
      const certificateId = wanted;
      wanted = refusal = null;
      const revoking = read().then(() => {
        draw();
        return revoke(certificateId);
      });
      return revoking;
    },
  });

  /** @param {string} certificateId */
  async function revoke(certificateId) {
    const needed = obstacle(certificateId);
    if (needed && SIGN_IN.includes(needed.kind)) return signIn(certificateId, null);
    /** @type {ipc.Failure | null} */
    let refused = null;
    const answer = await ask(certificateId, async (send) => {
      try {
        return await send();
      } catch (thrown) {
        if (!(thrown instanceof Failure) || !SIGN_IN.includes(thrown.wire.kind)) throw thrown;
        refused = thrown.wire;
        // The dialog closes: the sign-in is on the page behind it.
        return null;
      }
    });
    if (refused) return signIn(certificateId, refused);
    if (answer !== null) await done(answer);
  }

  /** @param {string} certificateId @param {ipc.Failure | null} why */
  async function signIn(certificateId, why) {
    wanted = certificateId;
    refusal = why;
    await part.read();
    part.ask();
    draw();
    const title = document.getElementById("revoke-sign-in");
    title?.focus({ preventScroll: true });
    keepVisible(title?.closest("section") ?? null);
  }

  return {
    part,
    revoke,
    /** Which certificate waits for a sign-in. */
    wanted: () => wanted,
    /** @param {Part} why @returns {Markup | null} */
    html: (why) =>
      wanted === null
        ? null
        : html`<section class="card" aria-labelledby="revoke-sign-in">
            <h2 id="revoke-sign-in" tabindex="-1">${words.title}</h2>
            ${refusal ? failureCallout(refusal, { without: "open-sign-in" }) : html`<p>${why}</p>`}
            ${part.html()}
            ${failurePlace()}
            <div class="actions">${button({ act: "revoke-without-sign-in", label: words.cancel, kind: "button-plain" })}</div>
          </section>`,
    /** @type {Record<string, Act>} */
    acts: {
      ...part.acts,
      "revoke-without-sign-in": () => {
        wanted = refusal = null;
        draw();
        page.focusHeading();
      },
    },
  };
}

/** What a sign-in mends. @type {ipc.Failure["kind"][]} */
const SIGN_IN = ["sign-in-needed", "sign-in-ended", "revokes-itself", "token-not-accepted", "permission-missing", "scope-missing"];
