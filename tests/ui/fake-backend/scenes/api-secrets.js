// @ts-check
// The API secrets of banks in every state.

import { bank, secret, secretsHeld } from "../api-secrets.js";

/** @import * as ipc from "../../../../ui/types/ipc.d.ts" */
/** @import { Shown } from "../scenes.js" */

/** @param {Partial<ipc.BankSecretsView>} [part] @param {Shown["then"]} [then] @param {Partial<import("../api-secrets.js").SecretsHeld>} [held] @returns {Shown} */
const oneBank = (part = {}, then = [], held = {}) => ({ scene: { secrets: secretsHeld({ banks: { fhb: bank(part) }, ...held }) }, hash: "#/api-secrets/fhb", then });

/** The same with its names saved. @param {Partial<ipc.BankSecretsView>} [part] @param {Shown["then"]} [then] @param {Partial<import("../api-secrets.js").SecretsHeld>} [held] @returns {Shown} */
const namedBank = (part = {}, then = [], held = {}) => ({ scene: { secrets: secretsHeld({ banks: { fhb: bank(part, true) }, ...held }) }, hash: "#/api-secrets/fhb", then });

const banks = () => secretsHeld({
  board: {
    banks: [
      { id: "fhb", bank: "First Harbour Bank", accountId: "5530917", environment: "production", client: "Beispiel GmbH", created: true, entered: 2, connections: 3, overlap: { changedAt: "2026-11-20T09:24:00Z", until: "2026-11-20T10:24:00Z" }, endsOn: "2027-11-20" },
      { id: "old", bank: "Old Quay Bank", accountId: "5530917", environment: "production", client: "Beispiel GmbH", created: true, entered: 1, connections: 1, overlap: { changedAt: "2026-11-19T09:24:00Z", until: "2026-11-19T10:24:00Z" }, endsOn: null },
      { id: "new", bank: "Sparkasse am Kai", accountId: "4718203_SB1", environment: "sandbox", client: "", created: false, entered: 0, connections: 0, overlap: null, endsOn: null },
    ],
    unreadable: [],
    accounts: [{ accountId: "5530917", client: "Beispiel GmbH" }, { accountId: "4718203_SB1", client: "Northwind Traders" }],
  },
});

/** The hour since 09:24, seen at 09:46. */
const OVERLAP = { changedAt: "2026-11-20T09:24:00Z", until: "2026-11-20T10:24:00Z" };
const BOTH = () => [secret("client-id", { created: true, endsOn: "2027-11-20" }), secret("client-secret", { created: true, endsOn: "2026-12-10", kept: /** @type {const} */ ("secret-service") })];

/** @type {Record<string, Shown>} */
export const API_SECRETS_SCENES = {
  "api-secrets-empty": { scene: {}, hash: "#/api-secrets", then: [["click", "#begin"], ["wait", ".field-message"]] },
  "api-secrets": { scene: { secrets: banks() }, hash: "#/api-secrets" },
  "bank": oneBank(),
  "bank-create": namedBank(),
  "bank-connect": namedBank({ secrets: BOTH(), connections: [{ name: "EUR accounts", entered: true }, { name: "USD accounts", entered: false }] }),
  "bank-done": namedBank({ secrets: BOTH(), connections: [{ name: "EUR accounts", entered: true }] }),
  "bank-overlap": namedBank({ secrets: BOTH(), overlap: OVERLAP, connections: [{ name: "EUR accounts", entered: true }, { name: "USD accounts", entered: false }] }),
  "bank-overlap-over": namedBank({ secrets: BOTH(), overlap: { changedAt: "2026-11-19T09:24:00Z", until: "2026-11-19T10:24:00Z" }, connections: [{ name: "EUR accounts", entered: true }] }),
  "bank-notes": oneBank({}, [["fill", "#name-client-id", "Bank pin"], ["fill", "#id-client-id", "custsecretFHB client"], ["wait", "[data-act=use-id]"]]),
  "bank-refused": oneBank({}, [["fill", "#id-client-secret", "FHB secret"], ["fill", "#ends-client-id", "03/04/2027"], ["click", "#save-names"], ["wait", "[data-failure] .field-message"]]),
  "bank-value": namedBank({}, [["click", "#value-part-client-secret summary"], ["fill", "#value-client-secret", "q7Vd2m"], ["fill", "#again-client-secret", "q7Vd2n"], ["click", "#hold-value-client-secret"], ["wait", "#again-client-secret-message .field-message"]]),
  "bank-value-held": namedBank({}, [["click", "#value-part-client-secret summary"], ["click", "#choose-value-client-secret"], ["wait", "[data-held]"], ["click", "#save-value-client-secret"], ["wait", ".toast"], ["click", "#keep-value-client-secret"], ["wait", "[data-kept]"]], { report: { characters: 3120, lines: 3, blankAtEdge: true, invisible: true } }),
  "bank-brazil": oneBank({ bank: "Banco do Brasil" }, [["click", "#tick-brazil"], ["wait", "[data-secret=preferences]"]]),
  "bank-choices": namedBank({ domainNotes: [{ entered: "https://api.bank.example/v1", proposal: "api.bank.example" }], choices: { owners: "Mira Lindqvist", forSuiteApp: true, suiteApp: "com.example.bank", testAccounts: "", employees: "", allScripts: true, scripts: "", allDomains: false, domains: "https://api.bank.example/v1" } }, [["click", "#restrictions summary"]]),
  "bank-remove": oneBank({}, [["click", "[data-act=remove]"], ["wait", "dialog[open]"]]),
};
