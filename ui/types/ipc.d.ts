// The contract between the window and the Rust side. Written by `cargo test -p certdesk`
// from src-tauri/src/wire.rs; checked in CI. Do not edit by hand.

/** An instant, RFC 3339, UTC. */
export type Instant = string;

export type Target = "alumio" | "suitecloud-cli" | "other";
export type KeyType = "rsa-3072" | "rsa-4096" | "p-256" | "p-384" | "p-521";
export type Algorithm = "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512";
export type CertificateSignature = "pss" | "plain";
export type Environment = "production" | "sandbox" | "release-preview" | "test-drive";
export type Scope = "restlets" | "rest_webservices" | "suite_analytics";
export type Step = "target" | "account" | "role" | "integration" | "key" | "upload" | "prove" | "hand-over";
export type CredentialState = "made" | "uploaded" | "proven" | "current" | "superseded" | "revoked" | "expired";
/** What can be ticked in step "role". */
export type Tick =
  | "feature-client-suite-script" | "feature-server-suite-script" | "feature-rest-web-services" | "feature-oauth2"
  | "permission-oauth2-login" | "permission-rest-web-services" | "permission-manage-certificates" | "role-assigned";

export type AppStatus = { version: string; platform: "linux" | "macos" | "windows"; dataFolder: string; vault: VaultStatus; practice: PracticeStatus };

export type VaultStatus =
  | { state: "ready"; store: VaultStore }
  /** Linux: `piece` says what is missing. */
  | { state: "missing"; piece: "session-bus" | "secret-service" | "collection"; detail: string }
  | { state: "locked" }
  | { state: "broken"; detail: string }
  /** Keys are kept as passphrase-protected files; the passphrase has not been entered since the start. */
  | { state: "key-files-locked" };
export type VaultStore = "secret-service" | "macos-keychain" | "windows-credential-manager" | "key-files";

/** `address` is set while it runs, for example "http://127.0.0.1:41234". */
export type PracticeStatus = { address: string | null; accountId: string };

export type Board = { connections: ConnectionSummary[]; unreadable: UnreadableDocument[] };
export type UnreadableDocument = { path: string; reason: "newer" | "damaged" };
export type ConnectionStatus =
  | { kind: "setting-up"; step: Step }
  | { kind: "in-order" }
  | { kind: "runs-out-soon" }
  | { kind: "expired" }
  | { kind: "token-refused"; at: Instant };
export type NextAct = "continue-set-up" | "test" | "replace";
export type ConnectionSummary = {
  id: string; name: string; practice: boolean; target: Target; accountId: string | null; environment: Environment | null;
  status: ConnectionStatus; needsYou: boolean; nextAct: NextAct;
  certificateId: string | null; validUntil: Instant | null; daysLeft: number | null; lastTokenAt: Instant | null;
};

export type ConnectionView = {
  id: string; name: string; practice: boolean; createdAt: Instant;
  target: TargetView | null; account: AccountView | null; ticks: Tick[]; roleName: string; entityName: string;
  integration: IntegrationView; scopes: Scope[];
  /** Newest first. */
  credentials: CredentialView[];
  /** The credential the walk works on: the newest that is neither superseded, revoked nor expired. */
  credential: string | null;
  steps: { step: Step; state: "done" | "open" | "ahead" }[];
  lastProof: ProofSummary | null;
  lastRefusal: { at: Instant; kind: string } | null;
  handedOverAt: Instant | null;
  /** Proposal of the naming rule: client, environment, target. */
  suggestedSubject: string;
  status: ConnectionStatus;
  history: HistoryEntry[];
};
export type TargetView = { target: Target; label: string; keyTypes: KeyType[]; defaultKeyType: KeyType; defaultAlgorithm: Algorithm; pemForm: "pkcs8-lines" | "file"; accountForm: "token-url" | "account-id" | "both" };
export type AccountView = {
  /** "1234567_SB1", the form for account fields */ accountId: string;
  /** "1234567-sb1", the form in addresses */ hostForm: string;
  environment: Environment; tokenUrl: string; appUrl: string;
  /** What `datacenterurls` said, if asked. */
  check: { at: Instant; known: boolean } | null;
};
export type IntegrationView = { name: string; clientId: string | null };
export type CredentialView = {
  id: string; keyType: KeyType; algorithm: Algorithm; state: CredentialState; signature: CertificateSignature;
  /** Predicted from the certificate until NetSuite's is known. */
  certificateId: string; certificateIdConfirmed: boolean;
  subject: string; serial: string; fingerprint: string; validFrom: Instant; validUntil: Instant; daysLeft: number; createdAt: Instant;
  keyStore: VaultStore;
  certificatePem: string;
  savedCertificate: SavedFile | null;
  exportedKey: (SavedFile & { encrypted: boolean }) | null;
};
export type SavedFile = { path: string; at: Instant };
export type ProofSummary = { at: Instant; expiresAt: Instant; account: string | null; role: string | null; entity: string | null; scopes: string[] };
export type HistoryEntry = { at: Instant; event: HistoryEvent };
export type HistoryEvent =
  | { kind: "created" } | { kind: "target-chosen"; target: Target } | { kind: "account-set"; accountId: string }
  | { kind: "client-id-set" } | { kind: "certificate-made"; certificateId: string } | { kind: "pair-imported"; certificateId: string }
  | { kind: "certificate-saved"; path: string } | { kind: "key-exported"; path: string; encrypted: boolean }
  | { kind: "certificate-id-confirmed"; certificateId: string } | { kind: "token-received"; certificateId: string }
  | { kind: "token-refused"; certificateId: string; reason: string } | { kind: "handed-over"; target: Target };

/** What `connection_change` takes. */
export type Change =
  | { kind: "name"; name: string }
  | { kind: "target"; target: Target }
  | { kind: "account"; text: string }
  | { kind: "tick"; tick: Tick; done: boolean }
  /** Finishes step "role". */
  | { kind: "role"; roleName: string; entityName: string }
  | { kind: "integration"; name: string; scopes: Scope[] }
  | { kind: "client-id"; text: string }
  /** `accept`: the user insists although the ID is not the predicted one. */
  | { kind: "certificate-id"; credentialId: string; text: string; accept: boolean }
  | { kind: "handed-over" };

export type KeyProgress = { tested: number; primes: 0 | 1 | 2 };
export type KeySearchOutcome = "found" | "cancelled";
export type CertificateRequest = { keyType: KeyType; algorithm: Algorithm; days: number; subject: string; signature: CertificateSignature };

export type Proof = {
  summary: ProofSummary; tokenUrl: string; certificateId: string; clientId: string; applicationId: string | null;
  /** JSON text, pretty-printed, without signatures. `token` is null when NetSuite's token is not a JWT. */
  assertion: { header: string; claims: string }; token: { header: string; claims: string } | null;
  checks: { check: "kid-is-certificate-id" | "token-names-client-id" | "token-names-account" | "scopes-granted" | "clock"; passed: boolean; detail: string }[];
  clockSkewSeconds: number | null;
};

export type Kit = {
  target: Target; label: string;
  /** Where in the target the fields are, as menu path. */
  where: string[];
  fields: KitField[]; notes: string[]; then: string[];
};
export type KitField =
  | { kind: "value"; label: string; value: string; note: string | null }
  /** The private key: never sent to the window; saved by `key_export`. */
  | { kind: "private-key"; label: string; note: string | null };

/** A key and a certificate chosen by the user, held in Rust until `pair_import` or `pair_discard`. */
export type PairView = {
  files: { name: string; what: FileKind; detail: string | null }[];
  keyType: KeyType | null; certificateId: string | null; subject: string | null; validUntil: Instant | null;
  needsPassphrase: boolean; problems: Failure[];
};
export type FileKind = "certificate" | "private-key" | "encrypted-private-key" | "public-key" | "certificate-request" | "unknown";

/** Every way in which a command can fail. One sentence each in ui/strings. */
export type Failure =
  | { kind: "vault-unavailable" } | { kind: "vault-locked" } | { kind: "vault-denied" } | { kind: "vault-full"; limit: number }
  | { kind: "key-missing" } | { kind: "key-not-readable" } | { kind: "passphrase-wrong" } | { kind: "passphrase-too-short"; least: number }
  | { kind: "account-id-invalid"; text: string } | { kind: "account-environment-differs"; expected: Environment; entered: Environment }
  | { kind: "client-id-invalid" } | { kind: "client-id-is-application-id" } | { kind: "client-id-is-consumer-secret" } | { kind: "client-id-is-certificate-id" }
  | { kind: "certificate-id-invalid"; length: number } | { kind: "certificate-id-differs"; expected: string; entered: string }
  | { kind: "name-empty" } | { kind: "name-differs" } | { kind: "scopes-empty" } | { kind: "subject-invalid" } | { kind: "days-out-of-range"; most: number } | { kind: "algorithm-not-for-key" } | { kind: "key-type-not-for-target"; keyType: KeyType }
  | { kind: "step-not-ready"; step: Step }
  | { kind: "connection-unknown" } | { kind: "document-newer"; path: string } | { kind: "document-damaged"; path: string }
  | { kind: "busy" } | { kind: "cancelled" }
  | { kind: "file-exists"; path: string } | { kind: "disk-full"; path: string } | { kind: "folder-read-only"; path: string } | { kind: "file-not-written"; path: string; detail: string } | { kind: "file-not-read"; path: string; detail: string }
  | { kind: "pem-empty" } | { kind: "pem-binary" } | { kind: "pem-too-large"; limit: number } | { kind: "pem-truncated" } | { kind: "pem-label-unknown"; label: string }
  | { kind: "is-public-key" } | { kind: "is-private-key" } | { kind: "is-certificate-request" } | { kind: "certificate-missing" } | { kind: "private-key-missing" }
  | { kind: "rsa-size-refused"; bits: number } | { kind: "rsa-pss-key" } | { kind: "curve-explicit" } | { kind: "curve-refused" } | { kind: "key-kind-refused" } | { kind: "key-legacy-encryption" }
  | { kind: "pair-differs" } | { kind: "certificate-expired"; at: Instant } | { kind: "certificate-not-yet-valid"; at: Instant }
  | { kind: "offline"; host: string; detail: string } | { kind: "timed-out"; host: string } | { kind: "tls-failed"; host: string; detail: string }
  | { kind: "redirected"; host: string; to: string | null } | { kind: "answer-too-large"; host: string; limit: number } | { kind: "answer-empty"; status: number }
  | { kind: "answer-not-json"; status: number; html: boolean; excerpt: string } | { kind: "server-failed"; status: number; error: string | null }
  | { kind: "too-many-requests"; retryAfter: number | null }
  | TokenRefused
  | { kind: "account-not-known"; accountId: string }
  | { kind: "practice-not-running" } | { kind: "practice-not-started"; detail: string } | { kind: "browser-not-opened"; url: string }
  | { kind: "unexpected"; reference: string };
export type TokenRefused = {
  kind: "token-refused"; status: number; error: string | null; description: string | null; tokenUrl: string;
  /** Local clock minus NetSuite's `Date` header. */ clockSkewSeconds: number | null;
  checks: { check: LocalCheck; passed: boolean; detail: string }[];
};
export type LocalCheck = "algorithm" | "pair" | "certificate-id" | "validity" | "client-id" | "clock" | "scope";
