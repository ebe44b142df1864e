// @ts-check
// The browser sign-in as a part of any screen: how the record is registered, the wait for the
// browser, who one is then. The walk, the list, the rotation and a screen of its own show it.

import { callout } from "../../elements/callout.js";
import { failureCallout } from "../../elements/failure.js";
import { announce } from "../../lib/announce.js";
import { backend } from "../../lib/backend.js";
import { isTicked, say, valueOf } from "../../elements/form.js";
import { html, mount } from "../../lib/html.js";
import { onNotice } from "../../window/notices.js";
import { failureOf } from "../../window/page.js";
import { keepVisible } from "../../lib/scrolling.js";
import { toast } from "../../elements/toast.js";
import { strings } from "../../strings/en/all.js";
import { messageFor } from "../../strings/en/failures.js";
import { byCertificate, form, needsRecord, plate, recordFields, waiting } from "./panel-views.js";

/** @import { AccessView, ConnectionView, Failure } from "../../types/ipc.d.ts" */
/** @import { Markup, Part } from "../../lib/html.js" */
/** @import { Act, Page } from "../../window/page.js" */
/** @import { Way } from "./redirect.js" */

/**
 * @typedef {object} Host
 * @property {Page} page
 * @property {() => ConnectionView} view
 * @property {() => void} draw the whole screen again
 * @property {(access: AccessView) => void | Promise<void>} [taken] after each change of the access
 * @property {() => Part} [end] the button under the plate once somebody is signed in
 * @property {boolean} [titled] false where the page's own heading says it
 */

/**
 * @typedef {object} SignInPart
 * @property {() => Promise<void>} read before the first drawing
 * @property {() => AccessView | null} access
 * @property {(access: AccessView) => void} take an answer that came with another one
 * @property {() => void} ask shows the form although Certdesk could ask NetSuite in another way
 * @property {() => Markup} html
 * @property {Record<string, Act>} acts
 * @property {(element: HTMLElement) => void} typed
 * @property {(element: HTMLElement) => void} chosen
 * @property {() => void} entered
 * @property {() => void} left
 */

const s = strings.signIn;

/** The web page that was used last, so that it is typed once for many clients. */
let lastPage = "";

/** @param {Host} host @returns {SignInPart} */
export function signInPart({ page, view, draw, taken = () => {}, end = () => null, titled = true }) {
  /** @type {AccessView | null} */
  let access = null;
  /** @type {Failure | null} */
  let failure = null;
  /** The form is shown although there is an access: to sign in anew, or instead of a certificate. */
  let anew = false;
  /** @type {boolean | null} */
  let publicClient = null;
  /** @type {boolean | null} */
  let stay = null;
  /** Typed and not yet sent; a drawing in between must not lose it. Gone once it is sent. */
  let secret = "";
  let otherSecret = false;
  /** @type {Way | null} */
  let way = null;
  /** @type {string | null} */
  let webPage = null;
  /** @type {() => void} */
  let stop = () => {};

  const id = () => view().id;
  const isPublic = () => publicClient ?? access?.publicClient ?? true;
  const chosenWay = () => way ?? (access?.page ? "page" : "app");
  const chosenPage = () => webPage ?? access?.page ?? access?.practicePage ?? lastPage;

  /** @param {AccessView} next @param {string} focus what to go to when the state is another one */
  function take(next, focus = "") {
    access = next;
    failure = null;
    if (next.waiting || next.by.kind === "sign-in") anew = false;
    void page.meanwhile(taken(next));
    draw();
    show(focus);
  }

  /** @param {HTMLElement} pressed @param {() => Promise<AccessView>} work @param {string} focus */
  const act = (pressed, work, focus = "") =>
    page.run(pressed, async () => take(await work(), focus), {
      fields: FIELDS,
      failed: (told) => {
        const place = FIELDS[told.kind];
        if (place && document.getElementById(place)) return false;
        if (told.kind.startsWith("vault") || told.kind === "practice-not-running" || told.kind === "links-not-changed") return false;
        // Where no browser opened, the sign-in waits all the same.
        void page.meanwhile(fail(told));
        return true;
      },
    });

  /** The sign-in is over, or still waits; the backend knows. @param {Failure} told */
  async function fail(told) {
    try {
      access = await backend.access.read(id());
    } catch (thrown) {
      console.error(thrown);
    }
    failure = told;
    draw();
    show("sign-in-failure");
  }

  async function read() {
    try {
      access = await backend.access.read(id());
      failure = null;
    } catch (thrown) {
      failure = failureOf(thrown);
    }
  }

  return {
    read,
    access: () => access,
    take: (next) => void (access = next),
    ask: () => void (anew = true),
    html: () => html`<section class="part sign-in" data-part aria-label="${s.title}">${inner()}</section>`,
    entered: () => {
      stop = onNotice((notice) => {
        if ((notice.kind !== "signed-in" && notice.kind !== "sign-in-failed") || notice.id !== id()) return false;
        void page.meanwhile(notice.kind === "sign-in-failed" ? fail(notice.failure) : signedIn());
        return true;
      });
    },
    left: () => stop(),
    typed: (element) => {
      if (element.id === "client-secret") secret = valueOf("client-secret");
      if (element.id === "sign-in-page") {
        webPage = valueOf("sign-in-page");
        const place = document.getElementById("sign-in-record-fields");
        if (place) mount(place, recordFields(webPage.trim(), isPublic(), view().scopes));
      }
      if (["client-secret", "landed-address", "sign-in-page"].includes(element.id)) say(element.id, null);
    },
    chosen: (element) => {
      if (element.id === "client-public" || element.id === "client-confidential") {
        publicClient = element.id === "client-public";
        draw();
      }
      if (element.id === "way-app" || element.id === "way-page") {
        way = element.id === "way-app" ? "app" : "page";
        draw();
      }
      if (element.id === "stay-signed-in") stay = isTicked("stay-signed-in");
    },
    acts: {
      "sign-in": (pressed) => {
        const needed = !isPublic() && (otherSecret || !access?.hasClientSecret);
        const text = secret.trim();
        if (needed && text === "") {
          say("client-secret", "danger", s.secretMissing);
          announce(s.secretMissing);
          return void document.getElementById("client-secret")?.focus();
        }
        const landsOn = chosenWay() === "page" ? chosenPage().trim() : null;
        if (landsOn === "") {
          say("sign-in-page", "danger", s.way.addressMissing);
          announce(s.way.addressMissing);
          return void document.getElementById("sign-in-page")?.focus();
        }
        return act(
          pressed,
          async () => {
            const started = await backend.signIn.start(id(), { publicClient: isPublic(), clientSecret: needed ? text : null, staySignedIn: isTicked("stay-signed-in"), page: landsOn });
            if (landsOn !== null && !view().practice) lastPage = landsOn;
            secret = "";
            otherSecret = false;
            return started;
          },
          "sign-in-title",
        );
      },
      "sign-in-open": (pressed) =>
        page.run(pressed, async () => {
          await backend.signIn.open(id());
          announce(s.opened);
        }),
      "sign-in-paste": (pressed) => {
        const address = valueOf("landed-address").trim();
        if (address === "") {
          say("landed-address", "danger", s.way.pasteEmpty);
          return void document.getElementById("landed-address")?.focus();
        }
        return act(pressed, () => backend.signIn.paste(id(), address), "sign-in-title");
      },
      "sign-in-by-page": (pressed) =>
        act(
          pressed,
          async () => {
            const after = await backend.signIn.cancel(id());
            way = "page";
            anew = true;
            return after;
          },
          "sign-in-page-title",
        ),
      "sign-in-save-page": (pressed) =>
        page.run(pressed, async () => {
          const path = await backend.signIn.savePage();
          if (path !== null) toast(s.way.saved(path));
        }),
      "links-register": (pressed) =>
        act(pressed, async () => {
          await backend.links.register();
          toast(s.way.registered);
          return backend.access.read(id());
        }),
      "sign-in-cancel": (pressed) => act(pressed, () => backend.signIn.cancel(id()), "sign-in-title"),
      "sign-in-end": (pressed) =>
        act(
          pressed,
          async () => {
            const after = await backend.signIn.end(id());
            toast(s.ended);
            return after;
          },
          "sign-in-title",
        ),
      "sign-in-forget-secret": (pressed) =>
        act(pressed, async () => {
          const after = await backend.signIn.forgetSecret(id());
          toast(s.secretForgotten);
          return after;
        }),
      "sign-in-other-secret": () => {
        otherSecret = anew = true;
        publicClient = false;
        draw();
        document.getElementById("client-secret")?.focus();
      },
      "sign-in-anew": () => {
        anew = true;
        draw();
        show("sign-in-title");
      },
    },
  };

  async function signedIn() {
    await read();
    if (access) take(access, "sign-in-title");
    announce(s.signedIn);
  }

  function heading() {
    return html`<h2 id="sign-in-title" tabindex="-1" ${!titled && html`class="visually-hidden"`}>${titled ? s.title : s.formTitle}</h2>`;
  }

  /** @returns {Part} */
  function inner() {
    if (access === null) return html`${heading()}${failure && failureCallout(failure, { without: "open-sign-in" })}`;
    const told = failure && html`<div id="sign-in-failure" tabindex="-1">${tell(failure)}</div>`;
    if (access.waiting) return html`${told}${waiting(view(), access, access.waiting)}`;
    if (access.by.kind === "sign-in" && !anew) return html`${told}${plate(view(), access.by, access, end())}`;
    if (access.by.kind === "certificate" && !anew) return html`${told}${byCertificate(access.by, end())}`;
    return view().integration.clientId === null ? html`${heading()}${needsRecord()}` : html`${heading()}${told}${form(view(), access, { isPublic: isPublic(), secret, otherSecret, stay: stay ?? access.staysSignedIn, way: chosenWay(), webPage: chosenPage() })}`;
  }
}

/** Which field a failure belongs to. @type {Partial<Record<Failure["kind"], string>>} */
const FIELDS = {
  "client-secret-needed": "client-secret",
  "sign-in-address-invalid": "landed-address",
  "sign-in-address-of-net-suite": "landed-address",
  "sign-in-address-elsewhere": "landed-address",
  "redirect-page-not-https": "sign-in-page",
  "redirect-page-invalid": "sign-in-page",
};

/** Where no browser opened, the address is below, to be copied. @param {Failure} failure */
const tell = (failure) => (failure.kind === "browser-not-opened" ? callout({ tone: "warn", title: messageFor(failure).title, body: html`<p>${s.noBrowser}</p>` }) : failureCallout(failure, { without: "open-sign-in" }));

/** Moves the focus to what has become true. @param {string} id */
function show(id) {
  const element = id ? document.getElementById(id) : null;
  element?.focus({ preventScroll: true });
  keepVisible(element);
}
