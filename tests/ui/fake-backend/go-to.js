// @ts-check
// What "Go to" asks: the IDs of all connections, and whether a text is an error. Of errors the
// stand-in knows a few.

/** @import * as ipc from "../../../ui/types/ipc.d.ts" */

/** As the backend lists them. @type {ipc.AuditCode[]} */
export const AUDIT_CODES = ["AccessTokenExpired", "AuthorizationExplicitlyDenied", "AuthorizationCodeGrantRequired", "ClientAuthenticationFailed", "ClientIdMismatch", "EntityOrRoleDisabled", "FeatureDisabled", "IntegrationBlocked", "InvalidGrant", "InvalidGrantType", "InvalidIntegration", "InvalidIssuer", "InvalidRedirectURI", "InvalidRequest", "InvalidScope", "InvalidSignature", "InvalidState", "InvalidTokenType", "MissingKey", "MissingKeyId", "ScopeMismatched", "SignatureValidation", "TokenBlocked", "TokenExpired", "TokenNotAcceptable", "TokenRejected", "TokenValidityTooBroad", "UnknownIntegration", "UnsupportedAlgo"];

/** @param {ipc.ConnectionView} view @returns {ipc.ConnectionIds} */
function idsOf({ id, integration, credentials, slots }) {
  const certificateIds = credentials.map(({ certificateId }) => certificateId);
  return { id, clientId: integration.clientId, certificateIds, listedIds: (slots?.holders ?? []).map(({ certificateId }) => certificateId).filter((listed) => !certificateIds.includes(listed)) };
}

/** @param {string} text @returns {ipc.RecognisedText} */
function recognise(text) {
  const code = AUDIT_CODES.find((code) => text.toLowerCase().split(/[^a-z0-9]+/).includes(code.toLowerCase())) ?? null;
  return { recognised: code !== null || /invalid_client|server_error|invalid_grant/.test(text), code, privateKey: text.includes("PRIVATE KEY-----") };
}

/** @type {Record<string, (backend: import("./backend.js").FakeBackend, args: any) => unknown>} */
export const GO_TO_COMMANDS = {
  go_to_index: (backend) => /** @type {ipc.GoToIndex} */ ({ connections: backend.scene.connections.map(idsOf), auditCodes: AUDIT_CODES }),
  go_to_recognise: (_, { text }) => recognise(text),
};
