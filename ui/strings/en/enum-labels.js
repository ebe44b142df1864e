// @ts-check
// Names of the things that the contract only codes. The statuses of connections and certificates are named here for
// every screen that shows them.

/** @import * as ipc from "../../types/ipc.d.ts" */

export const names = {
  /** @param {ipc.ConnectionStatus} status */
  connectionStatus(status) {
    switch (status.kind) {
      case "setting-up":
        return "Setup incomplete";
      case "rotating":
        if (status.interrupted || status.next === "continue") return "Rotation paused";
        return status.next === "revoke-old" ? "Rotated" : "Rotating";
      case "mapping-gone":
        return "Mapping missing";
      case "revoked":
        return "Revoked";
      case "in-order":
        return "Working";
      case "runs-out-soon":
        return "Expires soon";
      case "expired":
        return "Expired";
      case "token-refused":
        return "Token refused";
      case "call-refused":
        return "Call refused";
    }
  },
  /** @type {Record<ipc.CredentialState, string>} */
  credentialState: { made: "Created", uploaded: "Uploaded", proven: "Tested", current: "Active", superseded: "Replaced", revoked: "Revoked", expired: "Expired", gone: "Mapping missing" },
  /** @type {Record<ipc.Environment, string>} */
  environment: { production: "production", sandbox: "sandbox", "release-preview": "Release Preview", "test-drive": "test drive" },
  /** @type {Record<ipc.KeyType, string>} */
  keyType: { "rsa-3072": "RSA-3072", "rsa-4096": "RSA-4096", "p-256": "EC P-256", "p-384": "EC P-384", "p-521": "EC P-521" },
  /** Where private keys are, within a sentence after "in". @type {Record<ipc.VaultStore, string>} */
  store: {
    "secret-service": "this computer’s keychain",
    "macos-keychain": "macOS Keychain",
    "windows-credential-manager": "Windows Credential Manager",
    "key-files": "encrypted key files",
  },
  /** @type {Record<ipc.CertificateSignature, string>} */
  signature: { pss: "RSASSA-PSS", plain: "RSA PKCS#1 v1.5" },
  /** @type {Record<ipc.FileKind, string>} */
  fileKind: {
    certificate: "Certificate",
    "private-key": "Private key",
    "encrypted-private-key": "Encrypted private key",
    "public-key": "Public key",
    "certificate-request": "Certificate request",
    unknown: "Not recognized",
  },
  /** @type {Record<ipc.Step, string>} */
  step: {
    target: "Target system",
    account: "Account",
    role: "Features and role",
    integration: "Integration record",
    key: "Key and certificate",
    upload: "Certificate upload",
    prove: "Test the connection",
    "hand-over": "Configure the target system",
  },
  /** The same, with the name of the target system where it has one. @param {ipc.Step} step @param {ipc.TargetName | null} target */
  stepFor: (step, target) => (step === "hand-over" && target && target.target !== "other" ? `Configure ${target.label}` : names.step[step]),
};
