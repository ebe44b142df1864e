// @ts-check
// What the app can do about a cause: the button, and where it leads.

import { button } from "../../elements/button.js";
import { netsuitePath, openPages } from "../../elements/netsuite-path.js";
import { strings } from "../../strings/en/all.js";
import { paths } from "../../strings/netsuite.js";

/** @import { ConnectionView, DiagnosisCauseView, NetSuitePlace } from "../../types/ipc.d.ts" */
/** @import { Act, Page } from "../../window/page.js" */
/** @import { Markup } from "../../lib/html.js" */

const s = strings.diagnosis;

/**
 * The button that mends a cause, or leads to where a person can; none where that is elsewhere.
 * @param {ConnectionView} view
 * @param {DiagnosisCauseView} cause
 * @param {{ primary?: boolean }} [options]
 * @returns {Markup | null}
 */
export function fixButton(view, { fix, place }, { primary = false } = {}) {
  const kind = primary ? "button-primary" : "";
  switch (fix.act) {
    case "step":
      return reaches(view, fix.step) ? button({ act: "go-to-step", step: fix.step, label: s.fix.step[fix.step], kind }) : null;
    case "new-pair":
      return view.rotation ? button({ act: "open-rotation", label: strings.connection.openRotation, kind }) : button({ act: "new-pair", label: s.fix.newPair, sign: "key", kind });
    case "recreate":
      return button({ act: "recreate", label: s.fix.recreate, sign: "rotate", kind });
    case "certificates":
      return button({ act: "open-certificates", label: s.fix.certificates, kind });
    case "sign-in":
      return button({ act: "open-sign-in", label: s.fix.signIn, kind });
    case "hand-over":
      return reaches(view, "hand-over") ? button({ act: "go-to-step", step: "hand-over", label: s.fix.handOver, sign: "handover", kind }) : null;
    case "net-suite":
      return openPages(view.practice, place ?? "audit-trail", { kind });
    case "this-computer":
    case "wait":
    case "other-system":
      return null;
  }
}

/** Whether the remedy replaces the certificate: no act for a guess. @param {DiagnosisCauseView} cause */
export const changes = ({ fix }) => fix.act === "new-pair" || fix.act === "recreate";

/** Where in NetSuite. @param {NetSuitePlace} place */
export const placeOf = (place) => netsuitePath(PLACES[place]);

/** @param {Page} page @param {() => ConnectionView} view @returns {Record<string, Act>} */
export const fixActs = (page, view) => ({
  "new-pair": () => {
    const { id } = view();
    const proven = view().steps.some(({ step, state }) => step === "prove" && state === "done");
    if (proven || view().status.kind === "mapping-gone" || view().status.kind === "revoked") page.go({ screen: "rotate", id, reason: null, order: null });
    else page.go({ screen: "setup", id, step: "key" });
  },
  recreate: () => {
    const { id, practice, account } = view();
    const refreshable = practice || account?.environment === "sandbox" || account?.environment === "release-preview";
    if (refreshable) page.go({ screen: "refreshed", id });
    else page.go({ screen: "rotate", id, reason: null, order: null });
  },
});

/** @param {ConnectionView} view @param {import("../../types/ipc.d.ts").Step} wanted */
const reaches = (view, wanted) => view.steps.some(({ step, state }) => step === wanted && state !== "ahead");

/** @type {Record<NetSuitePlace, string[]>} */
const PLACES = { features: paths.features, "analytics-features": paths.analyticsFeatures, deployments: paths.deployments, roles: paths.roles, integrations: paths.integrations, mappings: paths.mappings, company: paths.company };
