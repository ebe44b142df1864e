// @ts-check
// Moving off token-based authentication, in every state.

import { connection } from "../fixtures.js";
import { tbaEntry, tbaHeld, tbaPlan } from "../tba-plan.js";

/** @import * as ipc from "../../../../ui/types/ipc.d.ts" */
/** @import { Shown } from "../scenes.js" */

const AT = "2026-11-20T09:50:00Z";
const CONNECTION = { id: "northwind", name: "Northwind Traders", target: { target: "celigo", label: "Celigo" } };

const APPS = ["Celigo integrator.io", "Boomi AtomSphere", "Workato", "MuleSoft Anypoint", "Shopify Connector", "Salesforce Sync", "Power BI", "Warehouse RESTlets", "Expense Import", "Old price import"];
/** @type {Partial<ipc.TbaEntryView>[]} */
const STATES = [
  { calls: ["rest-webservices", "restlets"], target: { system: "celigo", label: "Celigo" }, connection: CONNECTION, progress: "revoked", open: false, switchedAt: AT, revoked: { at: AT, by: "word" } },
  { calls: ["rest-webservices"], connection: CONNECTION, progress: "switched", switchedAt: AT },
  { calls: ["restlets"], connection: CONNECTION, progress: "works" },
  { calls: ["rest-webservices"], connection: CONNECTION, progress: "setup-started" },
  { calls: ["soap"], progress: "waits-for-rest", deadline: "soap-end" },
  {},
  { calls: ["suite-analytics"], deadline: "not-announced" },
  { progress: "inactive", open: false },
  { unneeded: true, progress: "unneeded" },
  { kind: "integration-records", tokenName: "", user: "", role: "", internalId: "" },
];

/** @param {number} count */
const entries = (count) => Array.from({ length: count }, (_, index) => tbaEntry(`e${index}`, { name: `${APPS[index % APPS.length]}${index < APPS.length ? "" : ` ${Math.floor(index / APPS.length) + 1}`}`, user: "Service, Integration", role: "Integration Role", ...STATES[index % STATES.length] }));

/** @param {ipc.TbaPlanView} view @param {string} [entry] @param {Shown["then"]} [then] @returns {Shown} */
const plan = (view, entry = "", then = []) => ({ scene: { tba: tbaHeld({ plans: { [view.accountId]: view } }) }, hash: `#/move-from-tba/${view.accountId}${entry && `/${entry}`}`, then });

/** @param {Partial<ipc.TbaEntryView>} part @param {Shown["then"]} [then] */
const one = (part, then = []) => plan(tbaPlan([tbaEntry("a", part), tbaEntry("b", { name: "Boomi" })], { connections: [CONNECTION] }), "a", then);

const SECRET = "5f2c9b7e1d3a4860b1c2d3e4f5a6978812ab34cd56ef7890a1b2c3d4e5f60718";

/** @type {Record<string, Shown>} */
export const TBA_PLAN_SCENES = {
  "tba-plans-empty": { scene: {}, hash: "#/move-from-tba" },
  "tba-plans": {
    scene: {
      tba: tbaHeld({
        board: {
          plans: [
            { accountId: "4718203", environment: "production", client: "Northwind Traders", all: 30, open: 18, changedAt: "2026-11-20T09:12:00Z" },
            { accountId: "5530917_SB1", environment: "sandbox", client: "", all: 4, open: 0, changedAt: "2026-11-12T15:00:00Z" },
          ],
          unreadable: [{ path: "/home/mira/.local/share/app.certdesk/tba-plans/1.tbaPlan.json", reason: "newer" }],
          accounts: [{ accountId: "4718203", client: "Northwind Traders" }, { accountId: "5530917", client: "Beispiel GmbH" }],
        },
      }),
    },
    hash: "#/move-from-tba",
  },
  "tba-plans-secret": { scene: {}, hash: "#/move-from-tba", then: [["fill", "#tba-account", "4718203"], ["fill", "#tba-text", `Application Name\tSecret\nBoomi\t${SECRET}`], ["click", "#add-list"], ["wait", "#tba-text-message .field-message"]] },
  "tba-plans-unknown": { scene: {}, hash: "#/move-from-tba", then: [["fill", "#tba-account", "4718203"], ["fill", "#tba-text", "Invoice\tAmount"], ["click", "#add-list"], ["wait", "#tba-text-message .field-message"]] },
  "tba-plan": plan(tbaPlan(entries(30))),
  "tba-plan-full": plan(tbaPlan(entries(1000)), "", [["click", "#tba-show-all"]]),
  "tba-plan-nothing": plan(tbaPlan(entries(10)), "", [["fill", "#tba-search", "nobody"], ["wait", ".empty-line"]]),
  "tba-plan-done": plan(tbaPlan([tbaEntry("a", STATES[0])])),
  "tba-plan-add": plan(tbaPlan(entries(3)), "", [["click", "#tba-add summary"]]),
  "tba-plan-gone": { scene: {}, hash: "#/move-from-tba/999" },
  "tba-plan-not-read": { scene: { failures: { tba_plan_read: { kind: "document-newer", path: "/home/mira/.local/share/app.certdesk/tba-plans/4718203.tbaPlan.json" } } }, hash: "#/move-from-tba/4718203" },
  "tba-entry": one({}),
  "tba-entry-known": one({ calls: ["rest-webservices"] }, [["click", "#tba-existing summary"]]),
  "tba-entry-soap": one({ calls: ["soap"], progress: "waits-for-rest", deadline: "soap-end" }),
  "tba-entry-named": one({ name: "airbyte-rest-integration" }),
  "tba-entry-without-m2m": one({ name: "airbyte-rest-integration", calls: ["rest-webservices"], target: { system: "airbyte", label: "Airbyte" }, progress: "waits-for-target" }),
  "tba-entry-setup": one({ calls: ["rest-webservices"], connection: CONNECTION, progress: "setup-started" }),
  "tba-entry-works": one({ calls: ["rest-webservices"], connection: CONNECTION, progress: "works" }),
  "tba-entry-switched": one({ calls: ["rest-webservices"], connection: CONNECTION, progress: "switched", switchedAt: AT }),
  "tba-entry-revoked": one({ ...STATES[0] }),
  "tba-entry-unneeded": one({ unneeded: true, progress: "unneeded" }),
  "tba-entry-inactive": one({ progress: "inactive", open: false }),
  "tba-role": { scene: { connections: [connection("role", { ticks: [] })], tba: tbaHeld({ hint: { name: "Celigo integrator.io", user: "Integration, Celigo", role: "Celigo Role" } }) }, hash: "#/connection/northwind/setup/role" },
  "tba-entry-record": one({ ...STATES[9], calls: ["restlets"] }),
};
