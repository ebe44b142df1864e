// What crosses between the window and the Rust side. Written by
// `CERTDESK_WRITE_TYPES=1 cargo test -p certdesk --test types`; a test compares it. Do not edit.

/** An instant, RFC 3339, UTC. */
export type Instant = string;

export type Target = "alumio" | "suitecloud-cli" | "other";
export type KeyType = "rsa-3072" | "rsa-4096" | "p-256" | "p-384" | "p-521";
export type Algorithm = "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512";
export type CertificateSignature = "pss" | "plain";
export type Environment = "production" | "sandbox" | "release-preview" | "test-drive";
export type Scope = "restlets" | "rest_webservices" | "suite_analytics";
export type Step = "target" | "account" | "role" | "integration" | "key" | "upload" | "prove" | "hand-over";
export type Tick = "feature-client-suite-script" | "feature-server-suite-script" | "feature-rest-web-services" | "feature-oauth2" | "permission-oauth2-login" | "permission-rest-web-services" | "permission-manage-certificates" | "role-assigned";
export type VaultStore = "secret-service" | "macos-keychain" | "windows-credential-manager" | "key-files";
export type PemForm = "pkcs8-lines" | "file";
export type AccountForm = "token-url" | "account-id" | "both";
export type AppStatus = { version: string, platform: "linux" | "macos" | "windows", 
/**
 * Where the documents lie.
 */
dataFolder: string, vault: VaultStatus, practice: PracticeStatus, };
export type VaultStatus = { "state": "checking" } | { "state": "ready", store: VaultStore, } | { "state": "missing", piece: MissingPiece, detail: string, } | { "state": "locked" } | { "state": "broken", detail: string, } | { "state": "key-files-locked" };
export type MissingPiece = "session-bus" | "secret-service" | "collection";
export type PracticeStatus = { 
/**
 * `http://127.0.0.1:<port>` while it runs.
 */
address: string | null, accountId: string, };
export type Board = { connections: Array<ConnectionSummary>, unreadable: Array<UnreadableDocument>, };
export type UnreadableDocument = { path: string, reason: "newer" | "damaged", };
export type ConnectionSummary = { id: string, name: string, practice: boolean, target: Target | null, accountId: string | null, environment: Environment | null, status: ConnectionStatus, needsYou: boolean, nextAct: NextAct, certificateId: string | null, validUntil: Instant | null, daysLeft: number | null, lastTokenAt: Instant | null, };
export type ConnectionStatus = { "kind": "setting-up", step: Step, } | { "kind": "in-order" } | { "kind": "runs-out-soon" } | { "kind": "expired" } | { "kind": "token-refused", at: Instant, };
export type NextAct = "continue-set-up" | "test" | "replace";
export type ConnectionView = { id: string, name: string, practice: boolean, createdAt: Instant, target: TargetView | null, account: AccountView | null, ticks: Array<Tick>, roleName: string, entityName: string, integration: IntegrationView, scopes: Array<Scope>, 
/**
 * Newest first.
 */
credentials: Array<CredentialView>, 
/**
 * The credential the set-up works on: the newest that has not been replaced.
 */
credential: string | null, steps: Array<StepView>, lastProof: ProofSummary | null, lastRefusal: RefusalView | null, handedOverAt: Instant | null, 
/**
 * Proposal of the naming rule: client, environment, target.
 */
suggestedSubject: string, status: ConnectionStatus, history: Array<HistoryEntry>, };
export type StepView = { step: Step, state: "done" | "open" | "ahead", };
export type TargetView = { target: Target, label: string, keyTypes: Array<KeyType>, defaultKeyType: KeyType, defaultAlgorithm: Algorithm, pemForm: PemForm, accountForm: AccountForm, 
/**
 * The application it brings to NetSuite itself, if it does.
 */
application: string | null, };
export type AccountView = { 
/**
 * `1234567_SB1`, for account fields.
 */
accountId: string, 
/**
 * `1234567-sb1`, in addresses.
 */
hostForm: string, environment: Environment, tokenUrl: string, appUrl: string, 
/**
 * What `datacenterurls` said, if it was asked.
 */
check: AccountCheck | null, };
export type AccountCheck = { at: Instant, known: boolean, };
export type IntegrationView = { name: string, clientId: string | null, };
export type CredentialView = { id: string, keyType: KeyType, algorithm: Algorithm, state: CredentialState, signature: CertificateSignature, 
/**
 * Predicted from the certificate until NetSuite's is known.
 */
certificateId: string, certificateIdConfirmed: boolean, subject: string, serial: string, fingerprint: string, validFrom: Instant, validUntil: Instant, daysLeft: number, createdAt: Instant, keyStore: VaultStore, certificatePem: string, savedCertificate: SavedFile | null, exportedKey: ExportedKey | null, };
export type CredentialState = "made" | "uploaded" | "proven" | "current" | "superseded" | "revoked" | "expired";
export type SavedFile = { path: string, at: Instant, };
export type ExportedKey = { path: string, at: Instant, encrypted: boolean, };
export type ProofSummary = { at: Instant, expiresAt: Instant, account: string | null, role: string | null, entity: string | null, scopes: Array<string>, };
export type RefusalView = { at: Instant, 
/**
 * NetSuite's `error`, or the status.
 */
reason: string, };
export type HistoryEntry = { at: Instant, event: HistoryEvent, };
export type HistoryEvent = { "kind": "created" } | { "kind": "target-chosen", 
/**
 * Which.
 */
target: Target, } | { "kind": "account-set", 
/**
 * Which.
 */
accountId: string, } | { "kind": "client-id-set" } | { "kind": "certificate-made", 
/**
 * Predicted.
 */
certificateId: string, } | { "kind": "pair-imported", 
/**
 * Predicted.
 */
certificateId: string, } | { "kind": "certificate-saved", 
/**
 * Where.
 */
path: string, } | { "kind": "key-exported", 
/**
 * Where.
 */
path: string, 
/**
 * Whether a passphrase protects it.
 */
encrypted: boolean, } | { "kind": "certificate-id-confirmed", 
/**
 * As NetSuite shows it.
 */
certificateId: string, } | { "kind": "token-received", 
/**
 * For which certificate.
 */
certificateId: string, } | { "kind": "token-refused", 
/**
 * For which certificate.
 */
certificateId: string, 
/**
 * NetSuite's `error`, or the status.
 */
reason: string, } | { "kind": "handed-over", 
/**
 * To which system.
 */
target: Target, };
export type Change = { "kind": "name", 
/**
 * The new one.
 */
name: string, } | { "kind": "target", 
/**
 * Which.
 */
target: Target, } | { "kind": "account", 
/**
 * As typed or pasted.
 */
text: string, } | { "kind": "tick", 
/**
 * Which.
 */
tick: Tick, 
/**
 * Whether it is ticked now.
 */
done: boolean, } | { "kind": "role", 
/**
 * The role's name.
 */
roleName: string, 
/**
 * The entity's name.
 */
entityName: string, } | { "kind": "integration", 
/**
 * Its name.
 */
name: string, 
/**
 * Its scopes.
 */
scopes: Array<Scope>, } | { "kind": "client-id", 
/**
 * As pasted.
 */
text: string, } | { "kind": "certificate-id", 
/**
 * Of which credential.
 */
credentialId: string, 
/**
 * As pasted.
 */
text: string, 
/**
 * The user insists although it is not the predicted one.
 */
accept: boolean, } | { "kind": "handed-over" };
export type KeyProgress = { tested: number, primes: number, };
export type KeySearchOutcome = "found" | "cancelled";
export type CertificateRequest = { keyType: KeyType, algorithm: Algorithm, days: number, subject: string, signature: CertificateSignature, };
export type CertificateFormat = "pem" | "cer";
export type Proof = { summary: ProofSummary, tokenUrl: string, certificateId: string, clientId: string, applicationId: string | null, assertion: DecodedJwt, 
/**
 * None when NetSuite's token is not a JWT.
 */
token: DecodedJwt | null, checks: Array<TokenCheck>, clockSkewSeconds: number | null, };
export type DecodedJwt = { header: string, claims: string, };
export type TokenCheck = { check: TokenCheckKind, passed: boolean, detail: string, };
export type TokenCheckKind = "kid-is-certificate-id" | "token-names-client-id" | "token-names-account" | "scopes-granted" | "clock";
export type Kit = { target: Target, label: string, 
/**
 * Where the fields are, as a path of menus.
 */
where: Array<string>, fields: Array<KitField>, notes: Array<string>, then: Array<string>, };
export type KitField = { "kind": "value", label: string, value: string, note: string | null, } | { "kind": "private-key", label: string, note: string | null, };
export type PairView = { files: Array<ChosenFile>, keyType: KeyType | null, certificateId: string | null, subject: string | null, validUntil: Instant | null, needsPassphrase: boolean, 
/**
 * Empty when the pair can be brought.
 */
problems: Array<Failure>, };
export type ChosenFile = { name: string, what: FileKind, detail: string | null, };
export type FileKind = "certificate" | "private-key" | "encrypted-private-key" | "public-key" | "certificate-request" | "unknown";
export type Failure = { "kind": "vault-unavailable" } | { "kind": "vault-locked" } | { "kind": "vault-denied" } | { "kind": "vault-full", limit: number, } | { "kind": "key-missing" } | { "kind": "key-not-readable" } | { "kind": "passphrase-wrong" } | { "kind": "passphrase-too-short", least: number, } | { "kind": "account-id-invalid", text: string, } | { "kind": "client-id-invalid" } | { "kind": "client-id-is-application-id" } | { "kind": "client-id-is-consumer-secret" } | { "kind": "client-id-is-certificate-id" } | { "kind": "certificate-id-invalid", length: number, } | { "kind": "certificate-id-differs", expected: string, entered: string, } | { "kind": "name-empty" } | { "kind": "name-differs" } | { "kind": "scopes-empty" } | { "kind": "subject-invalid" } | { "kind": "days-out-of-range", most: number, } | { "kind": "algorithm-not-for-key" } | { "kind": "key-type-not-for-target", keyType: KeyType, } | { "kind": "step-not-ready", step: Step, } | { "kind": "connection-unknown" } | { "kind": "document-newer", path: string, } | { "kind": "document-damaged", path: string, } | { "kind": "busy" } | { "kind": "cancelled" } | { "kind": "file-exists", path: string, } | { "kind": "disk-full", path: string, } | { "kind": "folder-read-only", path: string, } | { "kind": "file-not-written", path: string, detail: string, } | { "kind": "file-not-read", path: string, detail: string, } | { "kind": "pem-empty" } | { "kind": "pem-binary" } | { "kind": "pem-too-large", limit: number, } | { "kind": "pem-truncated" } | { "kind": "pem-label-unknown", label: string, } | { "kind": "is-public-key" } | { "kind": "is-private-key" } | { "kind": "is-certificate-request" } | { "kind": "certificate-missing" } | { "kind": "private-key-missing" } | { "kind": "rsa-size-refused", bits: number, } | { "kind": "rsa-pss-key" } | { "kind": "curve-explicit" } | { "kind": "curve-refused" } | { "kind": "key-kind-refused" } | { "kind": "key-legacy-encryption" } | { "kind": "passphrase-needed" } | { "kind": "pair-differs" } | { "kind": "certificate-expired", at: Instant, } | { "kind": "certificate-not-yet-valid", at: Instant, } | { "kind": "offline", host: string, detail: string, } | { "kind": "timed-out", host: string, } | { "kind": "tls-failed", host: string, detail: string, } | { "kind": "redirected", host: string, to: string | null, } | { "kind": "answer-too-large", host: string, limit: number, } | { "kind": "answer-empty", status: number, } | { "kind": "answer-not-json", status: number, html: boolean, excerpt: string, } | { "kind": "server-failed", status: number, error: string | null, } | { "kind": "too-many-requests", retryAfter: number | null, } | { "kind": "token-refused", status: number, error: string | null, description: string | null, tokenUrl: string, clockSkewSeconds: number | null, checks: Array<LocalCheck>, } | { "kind": "account-not-known" } | { "kind": "practice-not-running" } | { "kind": "practice-not-started", detail: string, } | { "kind": "browser-not-opened", url: string, } | { "kind": "unexpected", reference: string, };
export type LocalCheck = { check: LocalCheckKind, passed: boolean, detail: string, };
export type LocalCheckKind = "algorithm" | "pair" | "certificate-id" | "validity" | "client-id" | "scope" | "clock";
