// @ts-check
// Names of the things that the contract only codes.

/** @import * as ipc from "../../types/ipc.d.ts" */

export const names = {
  /** @type {Record<ipc.Environment, string>} */
  environment: { production: "production", sandbox: "sandbox", "release-preview": "Release Preview", "test-drive": "test drive" },
  /** @type {Record<ipc.KeyType, string>} */
  keyType: { "rsa-3072": "RSA-3072", "rsa-4096": "RSA-4096", "p-256": "EC P-256", "p-384": "EC P-384", "p-521": "EC P-521" },
  /** @type {Record<ipc.CredentialState, string>} */
  credentialState: { made: "Made", uploaded: "Uploaded", proven: "Proven", current: "Current", superseded: "Superseded", revoked: "Revoked", expired: "Expired", gone: "Mapping gone" },
  /** Where private keys are, as a place. @type {Record<ipc.VaultStore, string>} */
  store: {
    "secret-service": "the keyring of this computer",
    "macos-keychain": "macOS Keychain",
    "windows-credential-manager": "Windows Credential Manager",
    "key-files": "key files with a passphrase",
  },
  /** @type {Record<ipc.CertificateSignature, string>} */
  signature: { pss: "RSASSA-PSS", plain: "RSA PKCS#1 v1.5" },
  /** @type {Record<ipc.FileKind, string>} */
  fileKind: {
    certificate: "Certificate",
    "private-key": "Private key",
    "encrypted-private-key": "Private key, protected by a passphrase",
    "public-key": "Public key",
    "certificate-request": "Certificate request",
    unknown: "Not recognised",
  },
  /** @type {Record<ipc.Step, string>} */
  step: {
    target: "Where it will be used",
    account: "Account",
    role: "NetSuite features and role",
    integration: "Integration record",
    key: "Key and certificate",
    upload: "Upload",
    prove: "Prove",
    "hand-over": "Hand over",
  },
};
