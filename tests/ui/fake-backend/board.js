// @ts-check
// A consultant's portfolio: thirty connections as they are after a year, and a thousand for the
// question whether searching stays instant.

import { account, clients, connection, credential, decided, NOW, proofSummary, slots, STEPS, TARGETS } from "./fixtures.js";

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/** @type {[name: string, account: string, target: keyof typeof TARGETS][]} */
const CLIENTS = [
  ["Süd Handels GmbH", "5530921_SB1", "boomi"],
  ["Brasserie Étoile", "6182204", "celigo"],
  ["Crédit Zürich & Söhne", "7719340", "workato"],
  ["Cavendish Paper Mills", "4400871", "boomi"],
  ["Dalgaard Møbler", "3517260_SB1", "alumio"],
  ["Eastgate Robotics", "9920114", "mulesoft"],
  ["Fjord Seafood", "8814502", "snaplogic"],
  ["Greenway Cycles", "6420093_SB2", "alumio"],
  ["Halloran Instruments", "5096631", "prismatic"],
  ["Iberia Vinos", "7403318", "alumio"],
  ["Juniper Textiles", "4861907_SB1", "boomi"],
  ["Kowalski Meble", "3288450", "patchworks"],
  ["Lindqvist Optik", "6005517", "alumio"],
  ["Marlow Garden Centres", "7130026", "celigo"],
  ["Nakamura Parts", "9351188", "oracle-integration"],
  ["Oakridge Dental", "8462230_RP", "other"],
  ["Pemberton Tea", "5617743", "alumio"],
  ["Quayside Marine", "6678905", "nango"],
  ["Rossi Ceramiche", "4027716", "boomi"],
  ["Stadtwerke Nord", "7245091_SB1", "suitecloud-cli"],
  ["Thornbury Books", "3881262", "postman"],
  ["Umberland Wool", "9104475", "sim"],
  ["Waverley Lighting", "6936128", "activepieces"],
];

/** A Certificate ID of its own for each. @param {number} index */
export const idOf = (index) => `Q${String(index).padStart(4, "0")}kR7dVn5pYbQe8LtMfWx0cJi7oAz3GhK1sD4mPw`.slice(0, 43).padEnd(43, "x");

/** The client ID of one. @param {number} index */
export const clientIdOf = (index) => `${index.toString(16).padStart(8, "0")}c4e1f7a90b62d83e5574afc1d2b09e6638af510c7e94d3b2a6f08157`.slice(0, 64).padEnd(64, "0");

/** @param {[name: string, account: string, target: keyof typeof TARGETS]} client @param {number} index @returns {ipc.ConnectionView} */
function one([name, accountId, target], index) {
  const open = index % 9 === 4 ? STEPS[3 + (index % 5)] ?? null : null;
  const left = 63 + ((index * 97) % 660);
  const until = new Date(Date.parse(NOW) + left * 86_400_000).toISOString();
  const working = credential({ state: open ? "made" : "current", certificateIdConfirmed: !open, certificateId: idOf(index), daysLeft: left, validUntil: until });
  const made = !open || STEPS.indexOf(open) > STEPS.indexOf("key");
  return connection(open, {
    id: `client-${index}`, name, target: TARGETS[target], account: account(accountId),
    integration: { name: `${name} M2M`, clientId: clientIdOf(index) },
    credentials: made ? [working] : [], credential: made ? "c1" : null,
    lastProof: open ? null : { ...proofSummary(), at: new Date(Date.parse(NOW) - index * index * 3_600_000).toISOString() },
    slots: index % 3 === 0 ? { ...slots(1 + (index % 4)), at: new Date(Date.parse(NOW) - index * 86_400_000).toISOString() } : null,
  });
}

/** Thirty. @returns {ipc.ConnectionView[]} */
export const thirty = () => [...clients(), ...CLIENTS.map(one)];

/** A thousand, all different. @returns {ipc.ConnectionView[]} */
export const thousand = () =>
  Array.from({ length: 1000 }, (_, index) => {
    const [name, accountId, target] = CLIENTS[index % CLIENTS.length] ?? ["", "", "alumio"];
    return one([`${name} ${index + 1}`, `${1000000 + index}${accountId.slice(7)}`, target], index);
  });

/** Days until the certificates of forty expire: some have, some are due, ten of one client expire on one day. */
const DAYS_OF_FORTY = [-40, -3, 2, 9, 13, 21, 29, 33, 47, 58, ...Array.from({ length: 10 }, () => 200), ...Array.from({ length: 20 }, (_, index) => 75 + index * 33)];

/** Forty: clients with several accounts and target systems, their certificates spread over two years. @returns {ipc.ConnectionView[]} */
export const forty = () =>
  DAYS_OF_FORTY.map((left, index) => {
    const [name, accountId, target] = CLIENTS[index < 10 || index >= 20 ? (index * 7) % 12 : 18] ?? ["", "", "alumio"];
    return withEnd(one([name, index % 4 === 1 ? `${accountId.slice(0, 7)}_SB1` : accountId, index % 3 === 0 ? target : "alumio"], index * 9), { id: `forty-${index}`, left });
  });

/** A thousand whose certificates are spread as in a year of work: on some days many at once. @returns {ipc.ConnectionView[]} */
export const thousandSpread = () =>
  thousand().map((connection, index) => (connection.credentials[0] ? withEnd(connection, { id: connection.id, left: index % 50 === 0 ? -(index % 90) : index % 9 === 0 ? 30 * (1 + (index % 24)) : (index * 97) % 725 }) : connection));

/** @param {ipc.ConnectionView} connection @param {{ id: string, left: number }} change @returns {ipc.ConnectionView} */
function withEnd(connection, { id, left }) {
  const validUntil = new Date(Date.parse(NOW) + left * 86_400_000).toISOString();
  const credentials = connection.credentials.map((credential) => ({ ...credential, validUntil, daysLeft: Math.max(0, left) }));
  const due = left <= 14 ? "fourteen-days" : left <= 30 ? "one-month" : left <= 60 ? "two-months" : null;
  const status = /** @type {ipc.ConnectionStatus} */ (left < 0 ? { kind: "expired" } : connection.status.kind === "in-order" && left <= 60 ? { kind: "runs-out-soon" } : connection.status);
  return decided({ ...connection, id, credentials, status, due });
}
