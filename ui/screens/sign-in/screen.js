// @ts-check
// The sign-in of one connection as a screen of its own: the remedy of failures leads here, and
// whoever wants to see as whom Certdesk asks, or to end it.

import { button } from "../../elements/button.js";
import { pageOf } from "../../elements/netsuite-path.js";
import { pageHead } from "../../elements/page-head.js";
import { backend } from "../../lib/backend.js";
import { shortId } from "../../lib/format.js";
import { html } from "../../lib/html.js";
import { hashOf, parseRoute } from "../../window/router.js";
import { strings } from "../../strings/en/all.js";
import { practiceBar } from "../practice/bar.js";
import { signInPart } from "./panel.js";
import { vaultCallout } from "../vault/status.js";

/** @import { Page, Screen } from "../../window/page.js" */
/** @import { Route } from "../../window/router.js" */

const s = strings.signIn;

/** Where the sign-in was asked for, to go on from there. @type {Route | null} */
let cameFrom = null;

/** Remembers the screen that is shown and goes to the sign-in of its connection. @param {Page} page @param {string} id */
export function goToSignIn(page, id) {
  const here = parseRoute(location.hash);
  if (here.screen !== "sign-in") cameFrom = here;
  page.go({ screen: "sign-in", id });
}

/** @param {Page} page @param {{ id: string }} route @returns {Promise<Screen>} */
export async function openSignIn(page, { id }) {
  const view = await backend.connection.read(id);
  const back = /** @type {Route} */ (cameFrom && (cameFrom.screen === "rotations" || ("id" in cameFrom && cameFrom.id === id)) ? cameFrom : { screen: "certificates", id });
  const part = signInPart({
    page,
    view: () => view,
    draw: () => page.isShown(screen) && page.draw(),
    end: () => button({ act: "sign-in-go-on", id: "sign-in-go-on", label: s.goOn, kind: "button-primary" }),
    titled: false,
  });
  await part.read();
  // Whoever comes here wants to sign in: what Certdesk can do without it leads back to where it did not suffice.
  if (part.access()?.by.kind === "certificate") part.ask();

  /** @type {Screen} */
  const screen = {
    name: "sign-in",
    title: () => `${s.title}: ${view.name}`,
    html: () => html`<div class="page-column">
      ${pageHead({ title: s.title, sub: view.account ? s.sub(view.name, strings.names.environment[view.account.environment], view.account.accountId) : view.name, back: { label: back.screen === "connection" ? view.name : (s.backTo[back.screen] ?? view.name), route: back }, practice: view.practice })}
      ${view.practice && practiceBar()}
      ${vaultCallout()}
      ${byCertificate()}
      <div class="card">${part.html()}</div>
    </div>`,
    typed: part.typed,
    chosen: part.chosen,
    entered: part.entered,
    left: part.left,
    acts: {
      ...part.acts,
      "sign-in-go-on": () => void (location.hash = hashOf(back)),
      "open-netsuite": (pressed) => page.run(pressed, async () => void (await backend.netsuite.open(id, pageOf(pressed)))),
      "try-again": () => void page.show(() => openSignIn(page, { id })),
    },
  };
  return screen;

  /** What happens without a sign-in, where a certificate serves. */
  function byCertificate() {
    const access = part.access();
    if (access?.by.kind !== "certificate" || access.waiting) return null;
    return html`<p class="small soft" id="by-certificate">${s.byCertificateNote(shortId(access.by.certificateId), access.by)}</p>`;
  }
}
