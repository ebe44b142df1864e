// What crosses between the window and the Rust side. Written by
// `CERTDESK_WRITE_TYPES=1 cargo test -p certdesk --test shell types`; a test compares it. Do not edit.

/** An instant, RFC 3339, UTC. */
export type Instant = string;

export type Target = string;
export type System = string;
export type KeyType = "rsa-3072" | "rsa-4096" | "p-256" | "p-384" | "p-521";
export type Algorithm = "PS256" | "PS384" | "PS512" | "ES256" | "ES384" | "ES512";
export type CertificateSignature = "pss" | "plain";
export type Environment = "production" | "sandbox" | "release-preview" | "test-drive";
export type Scope = "restlets" | "rest_webservices" | "suite_analytics";
export type Step = "target" | "account" | "role" | "integration" | "key" | "upload" | "prove" | "hand-over";
export type Tick = "feature-client-suite-script" | "feature-server-suite-script" | "feature-rest-web-services" | "feature-oauth2" | "permission-oauth2-login" | "permission-rest-web-services" | "permission-manage-certificates" | "role-assigned";
export type VaultStore = "secret-service" | "macos-keychain" | "windows-credential-manager" | "key-files";
export type PemForm = "pkcs8-lines" | "pkcs8-one-line" | "pkcs8-base64" | "traditional" | "file";
export type Evidence = "maker" | "third-party" | "fields-unseen" | "unknown";
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
address: string | null, accountId: string, 
/**
 * The role for integrations that a new practice account has.
 */
roleName: string, 
/**
 * The user who holds it.
 */
entityName: string, };
export type NetSuitePage = "features" | "analytics-features" | "deployments" | "roles" | "integration" | "integrations" | "mapping" | "mappings" | "company" | "digital-certificate" | "api-secrets" | "bundles" | "file-cabinet" | "audit-trail";
export type Board = { connections: Array<ConnectionSummary>, unreadable: Array<UnreadableDocument>, };
export type UnreadableDocument = { path: string, reason: "newer" | "damaged" | "not-read" | "target-unknown", };
export type ConnectionSummary = { id: string, name: string, practice: boolean, target: TargetName | null, accountId: string | null, environment: Environment | null, status: ConnectionStatus, needsYou: boolean, nextAct: NextAct, certificateId: string | null, validUntil: Instant | null, daysLeft: number | null, lastTokenAt: Instant | null, 
/**
 * The last test call; null where none was made.
 */
lastCall: LastCall | null, 
/**
 * Null when its certificate does not run out within two months.
 */
due: Due | null, 
/**
 * Whether a reminder names its certificate.
 */
reminded: boolean, 
/**
 * As NetSuite said last.
 */
slots: SlotsSeen | null, 
/**
 * A rotation's upload had no answer: when its outcome is known at the latest. Null otherwise.
 */
settlesAt: Instant | null, };
export type ConnectionStatus = { "kind": "setting-up", step: Step, } | { "kind": "rotating", 
/**
 * What it waits for.
 */
next: RotationAct | null, 
/**
 * Its last act failed.
 */
interrupted: boolean, } | { "kind": "mapping-gone" } | { "kind": "revoked" } | { "kind": "in-order" } | { "kind": "runs-out-soon" } | { "kind": "expired" } | { "kind": "token-refused", at: Instant, } | { "kind": "call-refused", at: Instant, };
export type NextAct = "continue-set-up" | "test" | "find-cause" | "free-slot" | "rotate" | "rotation";
export type ConnectionView = { id: string, name: string, practice: boolean, createdAt: Instant, target: TargetView | null, account: AccountView | null, ticks: Array<Tick>, 
/**
 * Expected, as typed in step 3.
 */
roleName: string, 
/**
 * Expected, as typed in step 3.
 */
entityName: string, 
/**
 * The connection of the same account that step 3 was taken over from.
 */
roleTakenFrom: string | null, 
/**
 * Who NetSuite says it acts as.
 */
identity: IdentityView, integration: IntegrationView, scopes: Array<Scope>, 
/**
 * Newest first.
 */
credentials: Array<CredentialView>, 
/**
 * The credential the set-up works on: the newest that has not been replaced.
 */
credential: string | null, steps: Array<StepView>, lastProof: ProofSummary | null, lastRefusal: RefusalView | null, 
/**
 * The last read of each kind.
 */
calls: Array<CallView>, 
/**
 * What the scopes need, beside what calls have proven.
 */
preflight: Array<PreflightLine>, handedOverAt: Instant | null, 
/**
 * Proposal of the naming rule: client, environment, target.
 */
suggestedSubject: string, status: ConnectionStatus, nextAct: NextAct, 
/**
 * What is typed to confirm the removal.
 */
removalPhrase: string, 
/**
 * Null when its certificate does not run out within two months.
 */
due: Due | null, rotation: RotationView | null, 
/**
 * As NetSuite said last.
 */
slots: SlotsSeen | null, 
/**
 * Uploaded from here for vendors that hold the keys.
 */
vendorCertificates: Array<VendorCertificateView>, history: Array<HistoryEntry>, hashChain: HashChain, };
export type IdentityView = { entity: PartyView, role: PartyView, 
/**
 * It is another one than expected, or the Administrator.
 */
wrong: boolean, 
/**
 * NetSuite's list could say more than is known.
 */
lacksAName: boolean, };
export type PartyView = { 
/**
 * Internal ID, as a token named it.
 */
id: string | null, 
/**
 * NetSuite's name; null where NetSuite has not given it.
 */
name: string | null, 
/**
 * The name that step 3 holds.
 */
expected: string | null, fit: Fit, };
export type Fit = "not-said" | "unnamed" | "not-expected" | "agrees" | "differs" | "administrator";
export type StepView = { step: Step, 
/**
 * `unconfirmed`: it has what later steps need, but nobody has ticked off that it is true.
 */
state: "done" | "unconfirmed" | "open" | "ahead", };
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
certificateId: string, certificateIdConfirmed: boolean, subject: string, serial: string, fingerprint: string, validFrom: Instant, validUntil: Instant, daysLeft: number, createdAt: Instant, keyStore: VaultStore, 
/**
 * Null where it is not revoked, or where nobody knows since when.
 */
revoked: RevokedView | null, certificatePem: string, savedCertificate: SavedFile | null, exportedKey: ExportedKey | null, };
export type CredentialState = "made" | "uploaded" | "proven" | "current" | "superseded" | "revoked" | "expired" | "gone";
export type SavedFile = { path: string, at: Instant, };
export type ExportedKey = { path: string, at: Instant, encrypted: boolean, form: PemForm, };
export type ProofSummary = { at: Instant, expiresAt: Instant, account: string | null, role: string | null, entity: string | null, scopes: Array<string>, };
export type RefusalView = { at: Instant, 
/**
 * NetSuite's `error`, or the status.
 */
reason: string, };
export type SlotsSeen = { active: number, most: number, at: Instant, 
/**
 * The active certificates; empty where only their number is known.
 */
holders: Array<SlotHolder>, };
export type SlotHolder = { certificateId: string, holder: KeyHolder, 
/**
 * The connection's name or the vendor's; of an unknown one that of its role.
 */
name: string | null, };
export type RevokedView = { at: Instant, by: RevokedBy, };
export type RevokedBy = "list" | "word";
export type BackupPurpose = "backup" | "hand-over";
export type Removal = "by-user" | "replaced";
export type BackupItemKind = "connection" | "api-secrets" | "pro-record" | "tba-plan";
export type BackupItemId = { 
/**
 * What it is.
 */
kind: BackupItemKind, 
/**
 * Its name among those of its kind.
 */
id: string, };
export type BackupRelation = "new" | "same" | "newer-here" | "newer-in-backup" | "differs" | "damaged" | "unreadable";
export type BackupOverview = { connections: number, 
/**
 * To API secrets and SuiteProjects Pro records.
 */
guides: number, unreadable: Array<UnreadableDocument>, 
/**
 * A restore that did not come to its end.
 */
unfinished: UnfinishedRestore | null, removed: Array<RemovedView>, retiredKeys: Array<RetiredKeyView>, };
export type UnfinishedRestore = { path: string, startedAt: Instant, };
export type RemovedView = { id: string, name: string, target: string | null, accountId: string | null, removal: Removal, 
/**
 * How many private keys it has.
 */
keys: number, removedAt: Instant, 
/**
 * When it is deleted for good.
 */
goesAt: Instant, 
/**
 * Whether its connection is in its place again, so that it can't be brought back.
 */
replaced: boolean, };
export type RetiredKeyView = { 
/**
 * The connection.
 */
id: string, credentialId: string, name: string, certificateId: string, 
/**
 * When it is deleted.
 */
goesAt: Instant, };
export type BackupProtection = { "kind": "passphrase", passphrase: string, } | { "kind": "age-keys", text: string, };
export type SavedBackup = { path: string, connections: number, guides: number, 
/**
 * Private keys in it. Each was made to sign.
 */
keys: number, 
/**
 * Connections and banks whose keys or values the keychain no longer has.
 */
withoutKeys: Array<string>, 
/**
 * Documents that can't be read, and so are not in it.
 */
unreadable: Array<UnreadableDocument>, };
export type BackupFile = { name: string, opensWith: "passphrase" | "age-key", };
export type BackupContents = { name: string, purpose: BackupPurpose, madeAt: Instant, madeBy: string, withKeys: boolean, items: Array<BackupItem>, };
export type BackupItem = { id: BackupItemId, name: string, target: string | null, accountId: string | null, relation: BackupRelation, 
/**
 * Keys and other secrets in the backup.
 */
secrets: number, 
/**
 * Keys and other secrets that it refers to and that aren't in the backup.
 */
lacking: number, 
/**
 * Of those in the backup, how many the one here refers to and the keychain lacks.
 */
missingHere: number, 
/**
 * Whether a rotation is under way.
 */
rotating: boolean, };
export type RestoredBackup = { 
/**
 * Documents that were written.
 */
written: number, 
/**
 * Keys and other secrets that were stored.
 */
stored: number, 
/**
 * Connections and banks that still lack a key or a value.
 */
withoutKeys: Array<string>, };
export type VendorState = "active" | "expired" | "revoked" | "gone";
export type VendorCertificateView = { vendor: string, certificateId: string, subject: string, fingerprint: string, validUntil: Instant, daysLeft: number, state: VendorState, 
/**
 * When NetSuite said so.
 */
seenAt: Instant | null, };
export type HistoryEntry = { at: Instant, event: HistoryEvent, 
/**
 * What the system is called that the event names.
 */
system: string | null, };
export type HashChain = { 
/**
 * Where entries don't follow each other.
 */
gaps: Array<HistoryGap>, };
export type HistoryGap = { 
/**
 * Index in the history; null where the gap is before all entries.
 */
after: number | null, 
/**
 * Index in the history; null where the gap is after all entries.
 */
before: number | null, };
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
encrypted: boolean, } | { "kind": "key-storing-started", 
/**
 * Of which certificate.
 */
certificateId: string, 
/**
 * In which store.
 */
store: SecretStore, 
/**
 * Where in it.
 */
location: string, } | { "kind": "key-not-stored", 
/**
 * Of which certificate.
 */
certificateId: string, 
/**
 * In which store.
 */
store: SecretStore, 
/**
 * Where in it.
 */
location: string, } | { "kind": "key-stored", 
/**
 * Of which certificate.
 */
certificateId: string, 
/**
 * In which store.
 */
store: SecretStore, 
/**
 * Where in it.
 */
location: string, 
/**
 * Whether it was read back and was the same key. Else the store may have it or not.
 */
compared: boolean, } | { "kind": "sheet-saved", 
/**
 * Where.
 */
path: string, } | { "kind": "certificate-id-confirmed", 
/**
 * As NetSuite shows it.
 */
certificateId: string, } | { "kind": "token-received", 
/**
 * For which certificate.
 */
certificateId: string, 
/**
 * Internal ID of the role, as the token names it. It wasn't recorded up to schema 5.
 */
role: string | null, 
/**
 * Internal ID of the entity, likewise.
 */
entity: string | null, } | { "kind": "token-refused", 
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
target: Target, } | { "kind": "signed-in", 
/**
 * Internal ID of the role.
 */
role: string | null, 
/**
 * Internal ID of the entity.
 */
entity: string | null, } | { "kind": "certificate-uploaded", 
/**
 * NetSuite's.
 */
certificateId: string, 
/**
 * The answer was lost; the list showed that it had arrived.
 */
foundInList: boolean, } | { "kind": "vendor-certificate-uploaded", 
/**
 * NetSuite's.
 */
certificateId: string, 
/**
 * Who holds the key.
 */
vendor: string, } | { "kind": "certificate-revoked", 
/**
 * Which.
 */
certificateId: string, } | { "kind": "certificate-revoked-by-hand", 
/**
 * Which.
 */
certificateId: string, } | { "kind": "list-changed", 
/**
 * How many are active.
 */
active: number, 
/**
 * Which; only the first of very many, in their order.
 */
certificateIds: string[], } | { "kind": "rotation-started", 
/**
 * Why.
 */
reason: RotationReason, } | { "kind": "switched", 
/**
 * The new one.
 */
certificateId: string, } | { "kind": "rotation-abandoned" } | { "kind": "rotation-ended", 
/**
 * The old certificate was left to run out.
 */
oldKept: boolean, } | { "kind": "mapping-gone" } | { "kind": "handed-to-colleague", 
/**
 * The file.
 */
path: string, 
/**
 * Whether its private keys went along.
 */
withKeys: boolean, } | { "kind": "restored", 
/**
 * What the file was made for.
 */
purpose: BackupPurpose, 
/**
 * When the file was made.
 */
madeAt: Instant, } | { "kind": "removed" } | { "kind": "brought-back" } | { "kind": "key-deleted", 
/**
 * Of which certificate.
 */
certificateId: string, } | { "kind": "evidence-saved", 
/**
 * Where the page is.
 */
path: string, } | { "kind": "chain-started" };
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
export type KeyProgress = { tested: number, primes: number, 
/**
 * Candidates that are still to be tested on average; 0 where no primes are looked for.
 */
leftOnAverage: number, };
export type KeySearchOutcome = "found" | "cancelled";
export type CertificateRequest = { keyType: KeyType, algorithm: Algorithm, days: number, subject: string, signature: CertificateSignature, };
export type CertificateFormat = "pem" | "cer";
export type Proof = { summary: ProofSummary, tokenUrl: string, certificateId: string, clientId: string, applicationId: string | null, assertion: DecodedJwt, 
/**
 * None when NetSuite's token is not a JWT.
 */
token: DecodedJwt | null, checks: Array<TokenCheck>, clockSkewSeconds: number | null, 
/**
 * The test call that followed; null where the scopes have none that is usual.
 */
call: TestCallView | null, };
export type DecodedJwt = { header: string, claims: string, };
export type TokenCheck = { check: TokenCheckKind, passed: boolean, detail: string, };
export type ReadAsked = { "kind": "metadata" } | { "kind": "record", 
/**
 * The type's name.
 */
name: string, } | { "kind": "query", 
/**
 * As typed.
 */
text: string, } | { "kind": "restlet", 
/**
 * Its External URL.
 */
url: string, };
export type TestCallView = { call: CallView, 
/**
 * How many records or rows there are, where the answer says so.
 */
rows: number | null, 
/**
 * NetSuite's own words: bounded, without control characters.
 */
detail: string, 
/**
 * The likeliest first; empty when it worked.
 */
causes: Array<DiagnosisCauseView>, 
/**
 * The first cause is the answer.
 */
decided: boolean, };
export type CallView = { at: Instant, read: ReadKind, 
/**
 * The record type, or script and deployment; empty for a query.
 */
subject: string, outcome: "works" | "refused" | "failed", status: number | null, 
/**
 * NetSuite's code.
 */
code: string | null, 
/**
 * The likeliest cause, if it did not work.
 */
cause: DiagnosisCause | null, };
export type LastCall = { at: Instant, works: boolean, };
export type PreflightLine = { need: PreflightNeed, proof: PreflightProof, at: Instant | null, 
/**
 * The record type, or script and deployment, where one was named.
 */
subject: string | null, };
export type ReadKind = "metadata" | "record" | "query" | "restlet";
export type PreflightNeed = "feature-oauth2" | "permission-oauth2-login" | "feature-rest-web-services" | "permission-rest-web-services" | "permission-record" | "feature-workbook" | "permission-workbook" | "feature-suite-script" | "restlet-access" | "scope-connect" | "permission-connect";
export type PreflightProof = "works" | "refused" | "untested" | "unchecked";
export type TokenCheckKind = "kid-is-certificate-id" | "token-names-client-id" | "token-names-account" | "scopes-granted" | "clock";
export type TargetName = { target: Target, label: string, };
export type SystemName = { system: System, label: string, };
export type KnownSystems = { 
/**
 * In the order they are offered.
 */
targets: Array<TargetView>, 
/**
 * By name.
 */
withoutM2m: Array<WithoutM2mView>, };
export type WithoutM2mView = { system: System, label: string, 
/**
 * What it calls its connection to NetSuite.
 */
connector: string, 
/**
 * What that offers, in its own words.
 */
offers: Array<string>, 
/**
 * The version or the date of what was read.
 */
asOf: string, 
/**
 * What its maker says.
 */
seen: string, sources: Array<string>, 
/**
 * Other ways of the same system.
 */
instead: Array<string>, };
export type TargetView = { target: Target, label: string, 
/**
 * What to know before choosing it, in one line.
 */
summary: string, evidence: Evidence, 
/**
 * What was seen of it, and what was not.
 */
seen: string, 
/**
 * The first one is the default.
 */
keyTypes: Array<KeyType>, 
/**
 * Whether anybody says that it takes these.
 */
keyTypesSeen: boolean, 
/**
 * Those it signs with; null where it is not known to leave any out.
 */
algorithms: Array<Algorithm> | null, defaultKeyType: KeyType, defaultAlgorithm: Algorithm, pemForm: PemForm, 
/**
 * Those proposed on the integration record.
 */
scopes: Array<Scope>, 
/**
 * The application it brings to NetSuite itself, if it does.
 */
application: string | null, warnings: Array<string>, };
export type CodeSamples = { 
/**
 * Where they look for the private key.
 */
keyFile: string, 
/**
 * Whether the key was saved there.
 */
keySaved: boolean, samples: Array<CodeSampleView>, };
export type CodeSampleView = { name: string, label: string, 
/**
 * The name under which it is proposed to be saved.
 */
file: string, 
/**
 * What has to be there before, in a sentence.
 */
needs: string, 
/**
 * The commands that install packages, one a line.
 */
install: string | null, 
/**
 * The command that runs it.
 */
run: string | null, 
/**
 * How it gets the private key, where it doesn't read the file.
 */
key: string | null, 
/**
 * Whether the tests run it against the practice account.
 */
tested: boolean, sources: Array<string>, code: string, };
export type SecretStore = "vault" | "open-bao" | "azure-key-vault" | "aws-secrets-manager" | "one-password";
export type KvField = { 
/**
 * The server's address. Needed, so that the history can say who received the key: the tool's
 * own default comes from its environment.
 */
address: string, 
/**
 * The namespace, where the server has them; may be empty.
 */
namespace: string, 
/**
 * Where the secrets engine is mounted.
 */
mount: string, 
/**
 * The path of the secret below it.
 */
path: string, 
/**
 * The field that gets the key.
 */
field: string, };
export type AzureSecret = { 
/**
 * The name of the key vault, which makes its address.
 */
vault: string, 
/**
 * The name of the secret in it.
 */
name: string, };
export type AwsSecret = { 
/**
 * The name of the secret.
 */
name: string, 
/**
 * The region. Needed, so that the history can say where the key is.
 */
region: string, 
/**
 * The profile of the tool; its default where this is empty.
 */
profile: string, };
export type OnePasswordDocument = { 
/**
 * The vault, by its name or its ID.
 */
vault: string, 
/**
 * The title of the item.
 */
title: string, };
export type SecretPlace = { "store": "vault" } & KvField | { "store": "open-bao" } & KvField | { "store": "azure-key-vault" } & AzureSecret | { "store": "aws-secrets-manager" } & AwsSecret | { "store": "one-password" } & OnePasswordDocument;
export type PlaceField = "address" | "namespace" | "mount" | "path" | "field" | "vault-name" | "secret-name" | "region" | "profile" | "title";
export type StoredAlready = { "kind": "nothing" } | { "kind": "versions", 
/**
 * The current version; empty where the secret has none yet.
 */
version: string, 
/**
 * Whether the current version was deleted.
 */
deleted: boolean, } | { "kind": "taken" };
export type ToolStep = "settings" | "look" | "store" | "read-back";
export type ToolProblem = "not-signed-in" | "denied" | "unreachable" | "deleted" | "version-one" | "timed-out" | "answer-too-long" | "not-started" | "other";
export type SecretStoreView = { store: SecretStore, 
/**
 * Its tool, by its full path.
 */
program: string, 
/**
 * Where the key could go; what is not known is empty.
 */
proposed: SecretPlace, };
export type SecretStorePreview = { store: SecretStore, location: string, found: StoredAlready, 
/**
 * The calls, in their order; only the look where what is there can't get a new version.
 */
commands: Array<ToolCommand>, };
export type ToolCommand = { step: ToolStep, line: string, };
export type Kit = { target: Target, label: string, evidence: Evidence, seen: string, sources: Array<string>, 
/**
 * Where the fields are, as a path of menus.
 */
where: Array<string>, 
/**
 * The same for a connection that exists there.
 */
renewalWhere: Array<string>, fields: Array<KitField>, 
/**
 * Values it must have as well, whose fields nobody has seen.
 */
unseen: Array<KitField>, warnings: Array<string>, then: Array<string>, 
/**
 * What to replace there when a new certificate takes the old one's place.
 */
renewal: string, 
/**
 * Why the saved private key cannot be used from where it is.
 */
pathProblem: KeyPathProblem | null, };
export type KitField = { "kind": "value", 
/**
 * The system's name for it.
 */
label: string, 
/**
 * What to enter.
 */
value: string, 
/**
 * What to know.
 */
note: string | null, } | { "kind": "private-key", 
/**
 * The system's name for it.
 */
label: string, 
/**
 * The form it takes.
 */
form: PemForm, 
/**
 * What to know.
 */
note: string | null, } | { "kind": "own", 
/**
 * The system's name for it.
 */
label: string, 
/**
 * What it has to be like.
 */
rule: string, };
export type KeyPathProblem = { "kind": "refused", character: string, } | { "kind": "blank-on-windows" };
export type PairView = { files: Array<ChosenFile>, keyType: KeyType | null, certificateId: string | null, subject: string | null, validUntil: Instant | null, needsPassphrase: boolean, 
/**
 * Empty when the pair can be brought.
 */
problems: Array<Failure>, };
export type ChosenFile = { name: string, what: FileKind, detail: string | null, 
/**
 * What had happened to the file on its way, and was put right when it was read.
 */
repairs: Array<Repair>, };
export type FileKind = "certificate" | "private-key" | "encrypted-private-key" | "public-key" | "certificate-request" | "unknown";
export type DoctorView = { files: Array<ExaminedFile>, 
/**
 * Which of them belong together. Each file is in one of them.
 */
cases: Array<FileCase>, 
/**
 * Whose rules are looked at as well.
 */
target: Target | null, 
/**
 * As many files fit on the table.
 */
most: number, };
export type CertificateIdCandidate = { certificateId: string, 
/**
 * Null for one that was pasted, as all that follows.
 */
state: ListedState | null, entity: string | null, role: string | null, 
/**
 * `YYYY-MM-DD`.
 */
validUntil: string | null, };
export type CertificateIdRecord = { connectionId: string, 
/**
 * The connection's name.
 */
name: string, practice: boolean, accountId: string, 
/**
 * The record's name, as it was entered.
 */
integration: string, };
export type CertificateIdLookup = { 
/**
 * A certificate at hand says so: nothing has to be tried.
 */
found: CertificateIdCandidate | null, 
/**
 * What may be tried on one word of the user.
 */
candidates: Array<CertificateIdCandidate>, 
/**
 * More of them, for another time.
 */
leftOut: number, 
/**
 * Seconds between two trials.
 */
pace: number, };
export type GoToIndex = { connections: Array<ConnectionIds>, 
/**
 * All that the diagnosis knows.
 */
auditCodes: Array<AuditCode>, };
export type ConnectionIds = { id: string, clientId: string | null, 
/**
 * Of its own certificates, the newest first, and of those for vendors.
 */
certificateIds: Array<string>, 
/**
 * Of others that NetSuite listed as active on its integration record.
 */
listedIds: Array<string>, };
export type RecognisedText = { 
/**
 * Whether the diagnosis knows anything in it.
 */
recognised: boolean, code: AuditCode | null, privateKey: boolean, };
export type FileCase = { 
/**
 * By the numbers of the files.
 */
files: Array<number>, 
/**
 * A private key that NetSuite takes, and its own certificate.
 */
pair: boolean, };
export type ExaminedFile = { file: number, name: string, verdict: FoundVerdict, oddities: Array<Oddity>, 
/**
 * What had happened to the file on its way, in the order in which it was put right; what follows is said of the repaired
 * text, which can be saved.
 */
repairs: Array<Repair>, items: Array<FoundItem>, 
/**
 * Things of this file that were not looked at.
 */
more: number, 
/**
 * Something in it opens with a passphrase.
 */
needsPassphrase: boolean, };
export type FoundItem = { kind: FoundKind, form: FoundForm, 
/**
 * A name that stands in it.
 */
label: string | null, key: FoundKey | null, certificate: FoundCertificate | null, token: FoundToken | null, verdict: FoundVerdict, checks: Array<FoundCheck>, 
/**
 * It can be saved in another form.
 */
converts: boolean, };
export type FoundKey = { algorithm: KeyAlgorithm, bits: number | null, curve: string | null, 
/**
 * Null when NetSuite takes no such key.
 */
keyType: KeyType | null, 
/**
 * What it can sign with at NetSuite.
 */
signsWith: Array<Algorithm>, };
export type FoundCertificate = { subject: string, 
/**
 * Null when it issued itself.
 */
issuer: string | null, serial: string, notBefore: Instant, notAfter: Instant, 
/**
 * As openssl names it.
 */
signature: string, fingerprint: string, 
/**
 * As NetSuite is expected to name it.
 */
certificateId: string, pem: string, };
export type FoundToken = { purpose: TokenUse, 
/**
 * Its beginning.
 */
shown: string, 
/**
 * Indented JSON.
 */
header: string, 
/**
 * Indented JSON; empty when it is encrypted.
 */
claims: string, expires: Instant | null, };
export type FoundCheck = { check: FoundCheckKind, outcome: FoundOutcome, 
/**
 * A figure, a name, an instant.
 */
detail: string, };
export type FoundKind = "certificate" | "issuer-certificate" | "private-key" | "locked-key" | "legacy-locked-key" | "public-key" | "request" | "revocation-list" | "locked-keystore" | "keystore" | "bundle" | "java-keystore" | "open-ssh-key" | "open-ssh-public-key" | "putty-key" | "jwk" | "private-jwk" | "token" | "pgp" | "parameters" | "certificate-id" | "cut" | "damaged" | "markers-changed" | "other-block" | "html" | "zip" | "document" | "picture" | "compressed" | "printout" | "json" | "text" | "binary" | "empty" | "too-large";
export type FoundForm = "pem" | "base64" | "der" | "pkcs8" | "pkcs8-der" | "pkcs1" | "sec1" | "opened" | "in-keystore" | "jwk" | "dotnet-xml" | "open-ssh" | "plain";
export type FoundVerdict = "accepted" | "attention" | "undocumented" | "refused" | "private" | "locked" | "unsuitable";
export type Oddity = "utf16" | "byte-order-mark" | "windows-line-ends" | "escaped-line-ends" | "no-line-ends" | "base64-of-pem" | "text-around";
export type Repair = "percent-encoded" | "html-encoded" | "quoted-printable" | "unicode-escapes" | "escaped-twice" | "continued" | "backslash-lost" | "base64-fields" | "base64-twice" | "invisible-characters" | "line-numbers" | "line-marks" | "markers" | "base64-url" | "plus-lost";
export type FoundCheckKind = "container" | "key" | "valid-now" | "two-years" | "self-signed" | "hash" | "leaf" | "upload-form" | "alone" | "hyphen" | "key-form" | "keep-private" | "target-key" | "token-algorithm" | "token-kid" | "token-time" | "token-issuer";
export type FoundOutcome = "passed" | "attention" | "failed" | "unknown";
export type Conversion = "pkcs8" | "encrypted" | "one-line" | "traditional" | "jwk" | "certificate" | "certificate-der" | "pkcs12";
export type KeyAlgorithm = "rsa" | "rsa-pss" | "ec" | "ec-explicit" | "ed" | "x" | "dsa" | "other";
export type TokenUse = "client-assertion" | "access-token" | "other";
export type AccessView = { 
/**
 * What the next request is made with.
 */
by: Access, 
/**
 * The sign-in that waits for its answer.
 */
waiting: WaitingSignIn | null, 
/**
 * To be entered on the integration record: the app's own, or the address of the page.
 */
redirectUri: string, 
/**
 * The app's own: `certdesk://oauth/callback`.
 */
appRedirectUri: string, 
/**
 * The web page that NetSuite sends the browser to, where it is not the app's own scheme.
 */
page: string | null, 
/**
 * The page that the practice account stands in for; null with a real account.
 */
practicePage: string | null, 
/**
 * Which program opens addresses of the app's own scheme.
 */
links: LinksView, 
/**
 * How the user said the client is registered; null before the first sign-in.
 */
publicClient: boolean | null, 
/**
 * Whether its Client Secret is in the vault.
 */
hasClientSecret: boolean, 
/**
 * Whether a refresh token is in the vault, on the user's wish.
 */
staysSignedIn: boolean, };
export type Access = { "kind": "none" } | { "kind": "sign-in", 
/**
 * Internal ID.
 */
role: string | null, 
/**
 * Internal ID; may be negative.
 */
entity: string | null, account: string | null, scopes: Array<string>, expiresAt: Instant, 
/**
 * Of another integration record of the same account. NetSuite does not say whether that
 * suffices; it is tried.
 */
ofAnotherRecord: boolean, } | { "kind": "certificate", credentialId: string, certificateId: string, 
/**
 * As the last proof named them.
 */
role: string | null, entity: string | null, };
export type WaitingSignIn = { 
/**
 * What the browser was asked to open; may be opened again or copied. It holds no secret.
 */
authorizeUrl: string, 
/**
 * The web page that the browser ends on; null where it comes back by the app's own scheme.
 */
page: string | null, since: Instant, };
export type LinksView = { openedBy: LinkOpener, 
/**
 * Whether this program can be made to open them: it did not come from a package.
 */
canRegister: boolean, 
/**
 * Whether that was done, and can be taken back.
 */
canUnregister: boolean, };
export type LinkOpener = { "kind": "this" } | { "kind": "other", program: string, } | { "kind": "none" } | { "kind": "unknown" };
export type AppNotice = { "kind": "signed-in", 
/**
 * The connection.
 */
id: string, } | { "kind": "sign-in-failed", id: string | null, failure: Failure, } | { "kind": "reminder-opened" } | { "kind": "files-over", over: boolean, } | { "kind": "files-dropped", failure: Failure | null, };
export type RemindersView = { 
/**
 * Whether the system starts the look at login.
 */
on: boolean, 
/**
 * What keeps reminders from this computer.
 */
problem: ReminderProblem | null, click: ReminderClick, 
/**
 * Null where the day isn't known.
 */
turnedOnAt: Instant | null, lastLook: LastLook | null, };
export type ReminderProblem = "no-notifications" | "not-installed";
export type ReminderClick = "shows-them" | "shows-them-for-minutes" | "unknown";
export type LastLook = { at: Instant, 
/**
 * How many certificates a reminder names.
 */
due: number, 
/**
 * Whether every document could be read.
 */
complete: boolean, notified: Notified, };
export type Notified = "not-needed" | "shown" | "earlier" | "failed";
export type ListedState = "active" | "expired" | "revoked";
export type KeyHolder = "ours" | "vendor" | "unknown";
export type UploadCheckKind = "is-certificate" | "key-type" | "validity" | "not-listed" | "free-slot" | "scope" | "account";
export type CertificateList = { 
/**
 * When it was read.
 */
at: Instant, 
/**
 * The host that answered; the documented one is `restlets`.
 */
host: string, 
/**
 * The documented host did not know the endpoint; the one of Oracle's article of 2023 did.
 */
fallback: boolean, 
/**
 * In NetSuite's order.
 */
rows: Array<CertificateRow>, slots: SlotsView, 
/**
 * What the list was read with.
 */
access: AccessView, };
export type CertificateExport = { 
/**
 * The file.
 */
path: string, 
/**
 * What was written.
 */
list: CertificateList, };
export type SlotsView = { active: number, most: number, };
export type CertificateRow = { certificateId: string, state: ListedState, holder: KeyHolder, 
/**
 * The connection whose credential it is; may be another than the one asked for.
 */
connectionId: string | null, connectionName: string | null, credentialId: string | null, 
/**
 * What the user wrote beside a vendor's certificate.
 */
vendor: string | null, entityId: string | null, entityName: string | null, roleId: string | null, roleName: string | null, 
/**
 * `YYYY-MM-DD`, as NetSuite writes it.
 */
created: string | null, validFrom: string | null, validUntil: string | null, 
/**
 * Whole days; null when NetSuite gives no date.
 */
daysLeft: number | null, 
/**
 * `RSA` or `EC`, as NetSuite writes it.
 */
algorithm: string | null, 
/**
 * NetSuite ends it before its own notAfter.
 */
shortened: boolean, 
/**
 * Why it cannot be revoked from here now, if so: `revokes-itself`, `revokes-last`.
 */
guard: Failure | null, };
export type UploadPreview = { certificateId: string, subject: string, 
/**
 * SHA-256 of the DER, in hex with colons.
 */
fingerprint: string, keyType: KeyType | null, validUntil: Instant, checks: Array<UploadCheckView>, 
/**
 * Whether it can be sent.
 */
ready: boolean, slots: SlotsView, 
/**
 * Who has signed in: internal IDs. Nobody is to act as them without having chosen it.
 */
role: string | null, entity: string | null, 
/**
 * Roles and entities to choose from: those that NetSuite names, and who has signed in.
 */
knownRoles: Array<NamedId>, knownEntities: Array<NamedId>, access: AccessView, };
export type UploadCheckView = { check: UploadCheckKind, passed: boolean, 
/**
 * The value looked at. Never a sentence.
 */
detail: string, };
export type NamedId = { id: string, 
/**
 * As NetSuite gave it.
 */
name: string | null, 
/**
 * How it compares with the name that step 3 holds.
 */
fit: Fit, };
export type UploadRequest = { 
/**
 * To be copied.
 */
text: string, };
export type VendorFile = { 
/**
 * The file's name.
 */
file: string, 
/**
 * What had happened to it on its way, and was put right when it was read.
 */
repairs: Array<Repair>, subject: string, 
/**
 * SHA-256 of the DER, in hex with colons.
 */
fingerprint: string, 
/**
 * Predicted: what the administrator is to read in NetSuite.
 */
certificateId: string, validUntil: Instant, };
export type VendorRequest = { vendor: string, roleName: string, entityName: string, };
export type MappingRequest = { 
/**
 * Internal ID.
 */
role: string, 
/**
 * Internal ID; may be negative.
 */
entity: string, 
/**
 * It may be another than step 3 names.
 */
another: boolean, 
/**
 * It may be Administrator.
 */
administrator: boolean, };
export type UploadOutcome = { connection: ConnectionView, 
/**
 * NetSuite's.
 */
certificateId: string, 
/**
 * Whether it is the one predicted.
 */
asPredicted: boolean, 
/**
 * The answer was lost; the list shows that it arrived.
 */
foundInList: boolean, 
/**
 * `YYYY-MM-DD`, NetSuite's.
 */
validUntil: string | null, 
/**
 * NetSuite ends it before its own notAfter.
 */
shortened: boolean, };
export type VendorCertificate = { 
/**
 * The file's name.
 */
file: string, 
/**
 * Null when the file holds no certificate that could be sent.
 */
preview: UploadPreview | null, 
/**
 * What had happened to the file on its way, and was put right when it was read.
 */
repairs: Array<Repair>, problems: Array<Failure>, };
export type RotationStep = "key-stored" | "uploaded" | "proven" | "handed-over" | "switched" | "old-revoked";
export type RotationReason = "renewal" | "sandbox-refreshed" | "leak";
export type RotationOrder = "replace-first" | "revoke-first";
export type RotationWay = "endpoint" | "by-hand";
export type Due = "two-months" | "one-month" | "fourteen-days";
export type RotationPreview = { 
/**
 * Null when no certificate is in use, as after a sandbox refresh.
 */
old: RotationSide | null, 
/**
 * Where `old` is null: the certificate that was in use before.
 */
replaced: ReplacedView | null, keyType: KeyType, algorithm: Algorithm, signature: CertificateSignature, days: number, subject: string, 
/**
 * Internal IDs of the mapping to be made; null when not known.
 */
role: string | null, entity: string | null, access: AccessView, 
/**
 * Null while the list cannot be read; `obstacle` says why.
 */
slots: SlotsView | null, 
/**
 * Active certificates of the record, NetSuite's order, at most as many as there are slots.
 */
active: Array<CertificateRow>, 
/**
 * With every slot in use: those that seem dead, the likeliest first. One has to be revoked before.
 */
dead: Array<CertificateRow>, 
/**
 * What keeps the rotation from starting.
 */
obstacle: Failure | null, };
export type RotationPlan = { reason: RotationReason, order: RotationOrder, way: RotationWay, keyType: KeyType, algorithm: Algorithm, signature: CertificateSignature, days: number, subject: string, 
/**
 * Internal IDs; null takes what is known.
 */
role: string | null, entity: string | null, };
export type RotationView = { reason: RotationReason, order: RotationOrder, way: RotationWay, startedAt: Instant, old: RotationSide | null, 
/**
 * Where `old` is null: the certificate that was in use before.
 */
replaced: ReplacedView | null, 
/**
 * Null until its key is stored.
 */
new: RotationSide | null, 
/**
 * In the order of this rotation.
 */
steps: Array<RotationStepView>, 
/**
 * What can be done next; null when another process is at it.
 */
next: RotationAct | null, 
/**
 * It came here with a backup, or went to a colleague: nothing is done until the user has said that
 * it goes on here.
 */
mayRunElsewhere: boolean, canAbandon: boolean, 
/**
 * It can end with the old certificate left to run out.
 */
canLeaveOld: boolean, 
/**
 * It is being given up: the next act goes on with that.
 */
abandoning: boolean, 
/**
 * An upload was announced and its outcome is not known yet: the list will say.
 */
unsettled: boolean, 
/**
 * When its outcome is known at the latest; null while none is open.
 */
settlesAt: Instant | null, 
/**
 * Of the integration record, as NetSuite said last.
 */
slots: SlotsSeen | null, 
/**
 * The last act ended with this, and nothing since.
 */
lastFailure: LastRotationFailure | null, };
export type RotationSide = { credentialId: string, certificateId: string, validUntil: Instant, daysLeft: number, 
/**
 * NetSuite lists it as revoked, or the user said that an Administrator revoked it.
 */
revoked: boolean, };
export type ReplacedView = { certificateId: string, 
/**
 * Revoked, or gone with a refresh of the sandbox.
 */
state: CredentialState, 
/**
 * Null where it is not revoked, or where nobody knows since when.
 */
revoked: RevokedView | null, };
export type RotationStepView = { step: RotationStep, state: "done" | "next" | "later", 
/**
 * When it became true.
 */
at: Instant | null, 
/**
 * What else is true of it.
 */
notes: Array<RotationNote>, };
export type RotationNote = { "kind": "found-in-list" } | { "kind": "other-id", predicted: string, } | { "kind": "date-shortened", validUntil: string, } | { "kind": "was-revoked" };
export type RotationAct = "continue" | "upload-by-hand" | "hand-over" | "switch" | "revoke-old";
export type LastRotationFailure = { at: Instant, 
/**
 * The `kind` of a failure; its details are not kept.
 */
kind: Failure["kind"], };
export type BulkStep = { "kind": "progress", id: string, rotation: RotationView, } | { "kind": "stopped", id: string, failure: Failure, };
export type AccountConnections = { accountId: string, practice: boolean, connections: Array<AccountConnection>, access: AccessView, };
export type AccountConnection = { id: string, name: string, target: TargetName | null, certificateId: string | null, 
/**
 * Its mapping was marked as gone.
 */
gone: boolean, 
/**
 * Why it cannot be re-created from here, if so.
 */
obstacle: Failure | null, rotation: RotationView | null, };
export type LeakView = { certificateId: string, 
/**
 * Every credential that uses the same key, in any connection.
 */
uses: Array<LeakUse>, access: AccessView, 
/**
 * Whether the certificate can be revoked now, with the access in use.
 */
revokeObstacle: Failure | null, };
export type LeakUse = { connectionId: string, connectionName: string, credentialId: string, certificateId: string, target: TargetName | null, accountId: string | null, 
/**
 * Files that the private key was exported to from here.
 */
exportedTo: Array<string>, 
/**
 * Secret stores that it was put into from here.
 */
storedIn: Array<StoredKey>, 
/**
 * When the last token known here ends. Others may have been issued that Certdesk does not know of.
 */
lastTokenUntil: Instant | null, rotation: RotationView | null, };
export type StoredKey = { store: SecretStore, location: string, };
export type DueConnection = { id: string, name: string, target: TargetName | null, accountId: string | null, due: Due, daysLeft: number, certificateId: string, access: AccessView, rotation: RotationView | null, };
export type EndingView = { connection: ConnectionView, 
/**
 * Those that may be active in NetSuite, its own first, newest first; then the vendors'.
 */
certificates: Array<EndingCertificate>, access: AccessView, };
export type EndingCertificate = { certificateId: string, 
/**
 * Who holds its key, where that is a vendor.
 */
vendor: string | null, validUntil: Instant, daysLeft: number, 
/**
 * What keeps it from being revoked now, with the access in use.
 */
obstacle: Failure | null, };
export type DiagnosisDoing = "token" | "call" | "endpoint" | "upload" | "sign-in" | "mapping" | "key";
export type SeenInNetSuite = "application-not-offered" | "table-empty" | "stays-at-net-suite";
export type DiagnosisSign = "invalid-client" | "invalid-request" | "invalid-grant" | "invalid-scope" | "unauthorized-client" | "unsupported-grant-type" | "server-error" | "invalid-token" | "forbidden" | "role-may-not" | "names-permission" | "names-workbook" | "record-not-found" | "query-record-hidden" | "query-refused" | "restlet-not-found" | "restlet-forbidden" | "restlet-login-refused" | "restlet-unauthorized" | "method-not-allowed" | "script-failed" | "not-found" | "refused" | "refused-as-full" | "refused-as-used" | "feature-disabled" | "too-many" | "failing" | "web-page" | "odd-answer" | "redirected" | "token-just-received" | "token-expired" | "metadata-works" | "no-host" | "unreachable" | "timed-out" | "tls-failed" | "proxy-sign-in" | "stays-at-net-suite" | "denied" | "code-refused" | "other-account" | "secret-refused" | "sign-in-over" | "state-length" | "redirect-is-http" | "slots-used" | "listed-already" | "is-public-key" | "is-request" | "is-private-key" | "rsa-length" | "kind-refused" | "key-encrypted" | "file-cut-off" | "key-not-parsed" | "application-not-offered" | "table-empty" | "cli-hyphen" | "cli-certificate-file" | "cli-pair-differs" | "cli-key-contents" | "cli-certificate-state" | "cli-storage" | "cli-features" | "our-request" | "their-request" | "algorithm-fits" | "algorithm-not-listed" | "algorithm-not-for-key" | "kid-fits" | "kid-missing" | "kid-differs" | "issuer-fits" | "issuer-is-application-id" | "issuer-differs" | "audience-fits" | "audience-differs" | "lifetime-fits" | "lifetime-too-long" | "times-missing" | "times-in-milliseconds" | "issued-ahead" | "assertion-expired" | "assertion-old" | "said-expired" | "signature-fits" | "signature-in-der" | "signature-in-pkcs1" | "signature-salt" | "signature-of-another" | "scope-fits" | "scope-empty" | "scope-separator" | "scope-not-ours" | "body-is-json" | "field-is-assertion" | "grant-type-differs" | "authenticated-twice" | "host-form" | "host-of-another" | "expiry-notice" | "pair-fits" | "pair-differs" | "key-gone" | "key-unreadable" | "dates-fit" | "ended" | "not-begun" | "clock-fits" | "clock-off" | "account-known" | "account-unknown" | "account-unclear" | "list-active" | "list-revoked" | "list-expired" | "list-missing" | "list-empty" | "list-refused" | "record-answers" | "token-lacks-scope" | "worked-before" | "worked-recently" | "client-id-changed" | "token-refused-too" | "works-here" | "never-worked" | "refreshable" | "not-refreshable" | "not-uploaded" | "id-read-back" | "uploaded-here" | "uploaded-now" | "revoked-here" | "marked-gone" | "others-work" | "others-refused" | "other-records-refused" | "ec-key" | "rsa-key";
export type DiagnosisQuestion = "test-here" | "list" | "net-suite" | "audit-trail";
export type DiagnosisCheck = "pair" | "certificate-id" | "dates" | "algorithm" | "client-id" | "audience" | "lifetime" | "scope" | "clock" | "account" | "list";
export type CheckOutcome = "passed" | "failed" | "open";
export type DiagnosisCause = "sandbox-refreshed" | "certificate-revoked" | "certificate-expired" | "certificate-not-begun" | "never-mapped" | "mapped-in-another-account" | "mapped-to-another" | "too-early" | "certificate-expiring" | "role-or-entity-inactive" | "integration-blocked" | "feature-off" | "grant-not-ticked" | "scope-not-ticked" | "account-wrong" | "algorithm-refused" | "application-id-sent" | "client-id-wrong" | "certificate-id-missing" | "certificate-id-wrong" | "key-of-another-pair" | "vault-key-differs" | "signature-in-der" | "signature-padding" | "audience-wrong" | "lifetime-too-long" | "assertion-expired" | "clock-off" | "scope-malformed" | "fields-wrong" | "body-not-form" | "authenticated-twice" | "host-wrong" | "no-network" | "intercepted" | "proxy-sign-in" | "too-many" | "net-suite-failing" | "key-gone" | "login-permission-missing" | "rest-permission-missing" | "record-permission-missing" | "record-unknown" | "workbook-permission-missing" | "workbook-off" | "query-wrong" | "restlet-not-deployed" | "restlet-audience" | "web-services-only-role" | "suite-script-off" | "restlet-without-get" | "restlet-failed" | "manage-permission-missing" | "another-users" | "token-lacks-scope" | "token-over" | "token-of-another-kind" | "endpoint-missing" | "slots-full" | "already-mapped" | "not-a-certificate" | "key-kind-refused" | "key-encrypted" | "key-form" | "table-not-reloaded" | "redirect-uri-wrong" | "state-length" | "code-used" | "consent-denied" | "client-secret-wrong" | "another-account" | "sign-in-over" | "consent-malformed" | "cli-hyphen" | "cli-needs-rsa" | "cli-passkey";
export type DiagnosisFix = { "act": "step", 
/**
 * Which.
 */
step: Step, } | { "act": "new-pair" } | { "act": "recreate" } | { "act": "certificates" } | { "act": "sign-in" } | { "act": "hand-over" } | { "act": "net-suite" } | { "act": "this-computer" } | { "act": "wait" } | { "act": "other-system" };
export type NetSuitePlace = "features" | "analytics-features" | "deployments" | "roles" | "integrations" | "mappings" | "company";
export type DiagnosisSource = "oracle" | "third-party" | "derived";
export type AuditCode = "AccessTokenExpired" | "AuthorizationExplicitlyDenied" | "AuthorizationCodeGrantRequired" | "ClientAuthenticationFailed" | "ClientIdMismatch" | "EntityOrRoleDisabled" | "FeatureDisabled" | "IntegrationBlocked" | "InvalidGrant" | "InvalidGrantType" | "InvalidIntegration" | "InvalidIssuer" | "InvalidRedirectURI" | "InvalidRequest" | "InvalidScope" | "InvalidSignature" | "InvalidState" | "InvalidTokenType" | "MissingKey" | "MissingKeyId" | "ScopeMismatched" | "SignatureValidation" | "TokenBlocked" | "TokenExpired" | "TokenNotAcceptable" | "TokenRejected" | "TokenValidityTooBroad" | "UnknownIntegration" | "UnsupportedAlgo";
export type DiagnosisTold = { 
/**
 * What another system said or sent. It may hold a secret.
 */
pasted: string | null, 
/**
 * What was seen in NetSuite.
 */
seen: SeenInNetSuite | null, 
/**
 * The code of the Login Audit Trail, as pasted.
 */
code: string | null, };
export type DiagnosisView = { 
/**
 * Null when nothing has failed.
 */
failure: DiagnosisFailure | null, checks: Array<DiagnosisCheckView>, 
/**
 * The likeliest first.
 */
causes: Array<DiagnosisCauseView>, 
/**
 * The first cause is the answer: no doubt of it is left.
 */
decided: boolean, 
/**
 * What can still be asked to cut the causes, the quickest first.
 */
questions: Array<DiagnosisQuestion>, 
/**
 * The code that settled it.
 */
settled: AuditCode | null, 
/**
 * A code was given that Oracle's list does not have.
 */
codeUnknown: boolean, 
/**
 * What was found in the pasted text; null when none was given.
 */
pasted: PastedView | null, 
/**
 * The certificate in question.
 */
certificateId: string | null, 
/**
 * The address that tokens come from; null while the practice account is stopped.
 */
tokenUrl: string | null, 
/**
 * When NetSuite was asked; null where it was not asked since this began.
 */
askedAt: Instant | null, 
/**
 * Whether the list can be read without a further sign-in.
 */
listReadable: boolean, 
/**
 * The list was asked for, and did not come.
 */
listUnread: boolean, };
export type DiagnosisFailure = { doing: DiagnosisDoing, at: Instant, 
/**
 * Whether Certdesk made the request.
 */
ours: boolean, status: number | null, 
/**
 * NetSuite's `error` or code.
 */
error: string | null, signs: Array<EvidenceView>, };
export type DiagnosisCheckView = { check: DiagnosisCheck, outcome: CheckOutcome, 
/**
 * Null while it is open.
 */
sign: DiagnosisSign | null, detail: string, };
export type DiagnosisCauseView = { cause: DiagnosisCause, 
/**
 * Something leaves no doubt.
 */
sure: boolean, evidenceFor: Array<EvidenceView>, evidenceAgainst: Array<EvidenceView>, 
/**
 * What the audit trail says then; empty where no code is documented.
 */
codes: Array<AuditCode>, fix: DiagnosisFix, place: NetSuitePlace | null, source: DiagnosisSource, };
export type EvidenceView = { sign: DiagnosisSign, 
/**
 * The value looked at, if it says more. Never a sentence.
 */
detail: string, };
export type PastedView = { 
/**
 * Whether anything in it is known.
 */
recognised: boolean, assertion: boolean, privateKey: boolean, code: AuditCode | null, signs: Array<EvidenceView>, };
export type ProSituation = "not-found" | "no-certificate" | "in-order" | "overdue" | "ended" | "stand-in";
export type ProWay = "nothing" | "generate" | "update" | "by-hand";
export type ProReason = "valid" | "renewal-missed" | "ended" | "none-valid" | "generate-failed" | "stand-in-left" | "bundle-before-record" | "made-by-itself" | "integration-too-old" | "integration-not-known" | "placeholder-in-bundle" | "versions-not-known" | "not-made-by-itself" | "not-made-by-generate";
export type ProAct = "placeholder-downloaded" | "record-saved" | "integration-updated" | "import-updated" | "permission-oidc" | "permission-applications" | "permission-oauth2-login" | "permission-certificates" | "permission-marketplace" | "box-integration" | "box-oauth2" | "generated";
export type ProStep = "says" | "bundles" | "way" | "restore" | "role" | "generate" | "check";
export type ProChange = { "kind": "client", 
/**
 * The name.
 */
name: string, } | { "kind": "says", 
/**
 * As pasted.
 */
text: string, } | { "kind": "valid-until", 
/**
 * One of its readings.
 */
day: string, } | { "kind": "bundles", 
/**
 * Of 369630.
 */
import: string, 
/**
 * Of 369637.
 */
integration: string, } | { "kind": "way", 
/**
 * Which.
 */
way: ProWay, } | { "kind": "act", 
/**
 * What.
 */
act: ProAct, 
/**
 * Whether it is done now.
 */
done: boolean, } | { "kind": "record-id", 
/**
 * As pasted.
 */
text: string, } | { "kind": "check", 
/**
 * As pasted.
 */
text: string, };
export type PlaceholderVerdict = "pair" | "mismatch" | "certificate-only" | "key-only" | "encrypted" | "unreadable" | "web-page" | "other";
export type RenewalPhase = "before" | "due" | "overdue" | "ended";
export type ProBoard = { 
/**
 * The last one changed first.
 */
records: Array<ProSummary>, unreadable: Array<UnreadableDocument>, 
/**
 * Accounts of the connections, to choose from.
 */
accounts: Array<KnownAccount>, };
export type ProSummary = { accountId: string, environment: Environment, client: string, situation: ProSituation | null, 
/**
 * Null when nothing is left to do.
 */
openStep: ProStep | null, changedAt: Instant, };
export type KnownAccount = { accountId: string, 
/**
 * Of its first connection.
 */
client: string, };
export type ProRecordView = { accountId: string, environment: Environment, client: string, 
/**
 * The newest message.
 */
heard: ProHeard | null, situation: ProSituation | null, 
/**
 * *Generate* was pressed and did not help, and nothing was done since.
 */
failed: boolean, bundles: ProBundles | null, 
/**
 * Null until the ways can be told.
 */
reason: ProReason | null, 
/**
 * The best first.
 */
ways: Array<ProWay>, way: ProWay | null, 
/**
 * Which bundles are to be updated, in their order.
 */
updates: Array<ProAct>, 
/**
 * What was ticked off and still counts.
 */
acts: Array<ProAct>, 
/**
 * Both boxes are set, as the health check's line shows.
 */
boxesSeen: boolean, 
/**
 * Whether bundle 369630 asks for the permission SuiteApp Marketplace; null when it is not known.
 */
marketplace: boolean | null, placeholder: PlaceholderView | null, standIn: SavedFile | null, recordId: string | null, 
/**
 * A valid certificate was told of after something was done for it.
 */
proven: boolean, steps: Array<ProStepView>, };
export type ProStepView = { step: ProStep, state: "done" | "open" | "ahead", };
export type ProBundles = { import: string | null, integration: string | null, };
export type PlaceholderView = { name: string, at: Instant, verdict: PlaceholderVerdict, };
export type ProHeard = { at: Instant, said: ProSaid, };
export type ProSaid = { "kind": "not-found" } | { "kind": "other-not-found", id: string, } | { "kind": "no-certificate" } | { "kind": "valid-until", 
/**
 * As it stood there.
 */
date: string, 
/**
 * Every day that it can mean; none when it names no day.
 */
readings: Array<RenewalView>, 
/**
 * The only one, or the one that was chosen.
 */
until: RenewalView | null, } | { "kind": "unknown" } | { "kind": "secret" };
export type RenewalView = { day: string, daysLeft: number, from: string, to: string, phase: RenewalPhase, };
export type TbaCalls = "rest-webservices" | "restlets" | "suite-analytics" | "soap";
export type TbaDeadline = "tba-end" | "soap-end" | "not-announced";
export type TbaListKind = "access-tokens" | "integration-records";
export type TbaPlanChange = { "kind": "about", 
/**
 * Nothing where the user doesn't know it.
 */
calls: Array<TbaCalls>, 
/**
 * Nothing where no system was chosen.
 */
target: System | null, } | { "kind": "connection", 
/**
 * Which.
 */
connection: string | null, } | { "kind": "unneeded", 
/**
 * Whether nothing needs it.
 */
done: boolean, } | { "kind": "switched", 
/**
 * Whether it does.
 */
done: boolean, } | { "kind": "token-revoked", 
/**
 * Whether it is.
 */
done: boolean, };
export type TbaProgress = "to-do" | "waits-for-rest" | "waits-for-target" | "setup-started" | "works" | "switched" | "unneeded" | "inactive" | "revoked";
export type TbaBoard = { 
/**
 * By client and account.
 */
plans: Array<TbaPlanSummary>, unreadable: Array<UnreadableDocument>, 
/**
 * Accounts of the connections, to choose from.
 */
accounts: Array<KnownAccount>, };
export type TbaPlanSummary = { accountId: string, environment: Environment, client: string, 
/**
 * All entries.
 */
all: number, 
/**
 * Those with something left to do.
 */
open: number, changedAt: Instant, };
export type TbaPlanView = { accountId: string, environment: Environment, client: string, entries: Array<TbaEntryView>, 
/**
 * The account's connections, to choose from.
 */
connections: Array<TbaConnection>, };
export type TbaEntryView = { id: string, kind: TbaListKind, name: string, tokenName: string, user: string, role: string, created: string, internalId: string, calls: Array<TbaCalls>, target: SystemName | null, unneeded: boolean, 
/**
 * Null once it was removed, too.
 */
connection: TbaConnection | null, progress: TbaProgress, 
/**
 * Whether something is left to do.
 */
open: boolean, deadline: TbaDeadline, switchedAt: Instant | null, revoked: RevokedView | null, };
export type TbaConnection = { id: string, name: string, target: TargetName | null, };
export type TbaListTaken = { accountId: string, kind: TbaListKind, added: number, known: number, 
/**
 * Left out because they are revoked already.
 */
revoked: number, };
export type TbaHint = { name: string, user: string, role: string, };
export type PlaceKind = "data" | "connections" | "pro-records" | "banks" | "tba-plans" | "removed" | "key-files" | "practice" | "web-view";
export type PlaceView = { kind: PlaceKind, path: string, exists: boolean, };
export type AboutView = { version: string, 
/**
 * The commit it was built from, where the build knew it.
 */
commit: string | null, system: string, architecture: string, links: LinksView, };
export type CheckView = { report: CheckReport, 
/**
 * How many problems there are, in a sentence.
 */
summary: string, text: string, };
export type CheckReport = { schemaVersion: number, version: string, commit: string | null, checkedAt: Instant, 
/**
 * Whether NetSuite's clock was asked.
 */
online: boolean, 
/**
 * The worst of all lines.
 */
state: CheckState, lines: Array<CheckLine>, };
export type CheckState = "ok" | "warning" | "failed";
export type CheckName = "check" | "version" | "system" | "data-folder" | "documents" | "keychain" | "web-view" | "trust-store" | "proxy" | "links" | "clock";
export type CheckLine = { check: CheckName, name: string, state: CheckState, 
/**
 * What was found.
 */
detail: string, 
/**
 * What to do when it is not ok.
 */
remedy: string | null, };
export type LicenseList = { packages: Array<LicensedPackage>, 
/**
 * Each distinct text once.
 */
texts: Array<string>, };
export type LicensedPackage = { name: string, version: string, 
/**
 * An SPDX expression.
 */
license: string | null, 
/**
 * As the package names them; many name nobody.
 */
authors: Array<string>, 
/**
 * Places in the list's texts. Some packages contain none.
 */
texts: Array<number>, };
export type SecretKind = "client-id" | "client-secret" | "preferences";
export type SecretIdNote = { "kind": "empty" } | { "kind": "prefixed", 
/**
 * What to type.
 */
proposal: string, } | { "kind": "no-underscore", 
/**
 * What to type.
 */
proposal: string, } | { "kind": "blank", 
/**
 * What to type.
 */
proposal: string, } | { "kind": "capital", 
/**
 * What to type.
 */
proposal: string, } | { "kind": "special", 
/**
 * Which, each once.
 */
characters: string, 
/**
 * What to type.
 */
proposal: string, } | { "kind": "no-name" } | { "kind": "taken", 
/**
 * Whose.
 */
bank: string, } | { "kind": "long", 
/**
 * Characters, without what NetSuite adds.
 */
length: number, };
export type SecretNameNote = { "kind": "empty" } | { "kind": "word", 
/**
 * Which.
 */
word: string, } | { "kind": "number" } | { "kind": "mail" } | { "kind": "value" };
export type SecretDayNote = { "kind": "invalid" } | { "kind": "unclear", 
/**
 * What it can mean, `2026-12-31`.
 */
readings: string[], } | { "kind": "day", 
/**
 * Which, `2026-12-31`.
 */
day: string, 
/**
 * Days left; negative when it has passed.
 */
daysLeft: number, };
export type SecretDomainNote = { 
/**
 * What was entered.
 */
entered: string, 
/**
 * The domain in it, if there is one.
 */
proposal: string | null, };
export type SecretChoices = { 
/**
 * *Owners*: who may change the secrets beside their author.
 */
owners: string, 
/**
 * *Available to SuiteApp*.
 */
forSuiteApp: boolean, 
/**
 * The SuiteApp ID, exactly one.
 */
suiteApp: string, 
/**
 * *Allow on Test Accounts*: account IDs, with commas between them.
 */
testAccounts: string, 
/**
 * *Restrict to Employees*; empty for no restriction.
 */
employees: string, 
/**
 * *Allow For All Scripts*.
 */
allScripts: boolean, 
/**
 * *Restrict To Scripts*.
 */
scripts: string, 
/**
 * *Allow For All Domains*.
 */
allDomains: boolean, 
/**
 * *Restrict To Domains*, one a line.
 */
domains: string, };
export type SecretsStep = "names" | "create" | "connect";
export type SecretEntry = { 
/**
 * Which.
 */
secret: SecretKind, 
/**
 * Its name.
 */
name: string, 
/**
 * Its ID, without what NetSuite adds.
 */
scriptId: string, 
/**
 * The last day on which the bank takes the value, in any form; empty for none.
 */
endsOn: string, };
export type SecretsChange = { "kind": "bank", 
/**
 * Its name.
 */
name: string, } | { "kind": "names", 
/**
 * Each of those that are entered.
 */
secrets: Array<SecretEntry>, } | { "kind": "created", 
/**
 * Which.
 */
secret: SecretKind, 
/**
 * Whether it does.
 */
done: boolean, } | { "kind": "choices", 
/**
 * All of it.
 */
choices: SecretChoices, } | { "kind": "brazil", 
/**
 * Whether it is.
 */
needed: boolean, } | { "kind": "add-connection", 
/**
 * Its name in NetSuite.
 */
name: string, } | { "kind": "remove-connection", 
/**
 * Its name.
 */
name: string, } | { "kind": "entered", 
/**
 * Its name.
 */
name: string, 
/**
 * Whether they are.
 */
done: boolean, } | { "kind": "changed" } | { "kind": "old-withdrawn" };
export type SecretValueReport = { 
/**
 * Characters, as NetSuite counts them up to its limit.
 */
characters: number, 
/**
 * Lines. More than one can only come from a file.
 */
lines: number, 
/**
 * A blank, a tab or a line break at the beginning or the end, which is easily copied along.
 */
blankAtEdge: boolean, 
/**
 * A character that cannot be seen.
 */
invisible: boolean, };
export type SecretsBoard = { 
/**
 * By bank and account.
 */
banks: Array<BankSummary>, unreadable: Array<UnreadableDocument>, 
/**
 * Accounts of the connections, to choose from.
 */
accounts: Array<KnownAccount>, };
export type BankSummary = { id: string, bank: string, accountId: string, environment: Environment, client: string, 
/**
 * Whether every secret exists in NetSuite.
 */
created: boolean, 
/**
 * Bank connections on which the IDs are entered, and all of them.
 */
entered: number, connections: number, overlap: OverlapView | null, 
/**
 * The first day on which a value ends, `2026-12-31`.
 */
endsOn: string | null, };
export type BankSecretsView = { id: string, accountId: string, environment: Environment, bank: string, client: string, brazil: boolean, secrets: Array<ApiSecretView>, choices: SecretChoices, domainNotes: Array<SecretDomainNote>, connections: Array<BankConnectionView>, overlap: OverlapView | null, steps: Array<SecretsStepView>, };
export type ApiSecretView = { kind: SecretKind, name: string, scriptId: string, 
/**
 * With what NetSuite adds: for the bank connection.
 */
wholeId: string, notes: SecretNotes, created: boolean, endsOn: string | null, 
/**
 * The value in memory, measured.
 */
held: SecretValueReport | null, valueFile: SavedFile | null, 
/**
 * Where its value is kept, if it is.
 */
kept: VaultStore | null, };
export type SecretsStepView = { step: SecretsStep, state: "done" | "open" | "ahead", };
export type SecretNotes = { secret: SecretKind, name: Array<SecretNameNote>, id: Array<SecretIdNote>, day: SecretDayNote | null, };
export type BankConnectionView = { name: string, entered: boolean, };
export type OverlapView = { changedAt: Instant, until: Instant, };
export type Failure = KeysFailure | NetSuiteFailure | SignInFailure | VaultFailure | ConnectionFailure | KitFailure | UploadFailure | RevokeFailure | RotationFailure | ProRecordFailure | ApiSecretFailure | TbaPlanFailure | SecretStoreFailure | BackupFailure | DayFailure | DocumentFailure | FileFailure | AppFailure;
export type ApiSecretFailure = { "kind": "secret-id-refused" } | { "kind": "value-empty" } | { "kind": "values-differ" } | { "kind": "value-too-long", most: number, length: number, } | { "kind": "preferences-length", needed: number, length: number, } | { "kind": "value-missing" } | { "kind": "value-not-text" } | { "kind": "text-holds-value" } | { "kind": "value-is-kept" } | { "kind": "overlap-lasts" };
export type TbaPlanFailure = { "kind": "tba-list-too-large", most: number, } | { "kind": "tba-list-not-text" } | { "kind": "tba-list-holds-secret", line: number, } | { "kind": "tba-list-unknown" } | { "kind": "tba-list-empty" } | { "kind": "tba-list-too-long", most: number, found: number, } | { "kind": "tba-entry-unknown" } | { "kind": "tba-soap-needs-tba" } | { "kind": "tba-target-needs-tba" } | { "kind": "tba-not-working" } | { "kind": "tba-not-switched" };
export type BackupFailure = { "kind": "backup-empty" } | { "kind": "age-key-invalid" } | { "kind": "age-key-secret" } | { "kind": "backup-not-verified" } | { "kind": "backup-key-unusable", name: string, } | { "kind": "backup-not-ours" } | { "kind": "backup-newer" } | { "kind": "backup-damaged" } | { "kind": "backup-passphrase-wrong" } | { "kind": "backup-key-wrong" } | { "kind": "backup-no-secret-key" } | { "kind": "backup-too-costly" } | { "kind": "backup-too-large" } | { "kind": "backup-entry-taken" };
export type AppFailure = { "kind": "busy" } | { "kind": "cancelled" } | { "kind": "links-not-changed", detail: string, } | { "kind": "reminders-not-changed", detail: string, } | { "kind": "practice-not-started", detail: string, } | { "kind": "browser-not-opened", url: string, } | { "kind": "folder-not-opened", path: string, } | { "kind": "file-not-opened", path: string, } | { "kind": "unexpected", reference: string, };
export type ConnectionFailure = { "kind": "certificate-id-differs", expected: string, entered: string, } | { "kind": "name-empty" } | { "kind": "name-too-long", most: number, length: number, } | { "kind": "name-differs" } | { "kind": "step-not-ready", step: Step, } | { "kind": "connection-unknown" } | { "kind": "connection-still-here" } | { "kind": "connection-rotation-runs" } | { "kind": "account-not-known" } | { "kind": "sign-in-needed" } | { "kind": "practice-not-running" } | { "kind": "account-not-refreshable" } | { "kind": "nothing-to-remind" };
export type DayFailure = { "kind": "day-invalid" } | { "kind": "day-unclear", readings: Array<string>, };
export type DocumentFailure = { "kind": "guide-unknown" } | { "kind": "document-newer", path: string, } | { "kind": "document-damaged", path: string, } | { "kind": "document-target-unknown", path: string, target: string, };
export type FileFailure = { "kind": "file-exists", path: string, } | { "kind": "volume-without-rights", path: string, } | { "kind": "disk-full", path: string, } | { "kind": "folder-read-only", path: string, } | { "kind": "file-not-written", path: string, detail: string, } | { "kind": "file-not-read", path: string, detail: string, };
export type KeysFailure = { "kind": "key-not-readable" } | { "kind": "passphrase-wrong" } | { "kind": "passphrase-too-short", least: number, } | { "kind": "certificate-id-invalid", length: number, } | { "kind": "subject-invalid" } | { "kind": "days-out-of-range", most: number, } | { "kind": "algorithm-not-for-key" } | { "kind": "pem-empty" } | { "kind": "pem-binary" } | { "kind": "pem-too-large", limit: number, } | { "kind": "pem-truncated" } | { "kind": "pem-label-unknown", label: string, } | { "kind": "is-public-key" } | { "kind": "is-private-key" } | { "kind": "holds-private-key" } | { "kind": "is-certificate-request" } | { "kind": "is-pkcs12" } | { "kind": "certificate-missing" } | { "kind": "private-key-missing" } | { "kind": "rsa-size-refused", bits: number, } | { "kind": "rsa-pss-key" } | { "kind": "curve-explicit" } | { "kind": "curve-refused" } | { "kind": "key-kind-refused" } | { "kind": "key-legacy-encryption" } | { "kind": "passphrase-needed" } | { "kind": "pair-differs" };
export type KitFailure = { "kind": "key-type-not-for-target", keyType: KeyType, } | { "kind": "algorithm-not-for-target", algorithm: Algorithm, } | { "kind": "certificate-id-not-for-target", certificateId: string, };
export type NetSuiteFailure = { "kind": "account-id-invalid", text: string, } | { "kind": "client-id-invalid" } | { "kind": "client-id-is-application-id" } | { "kind": "client-id-is-consumer-secret" } | { "kind": "client-id-is-certificate-id" } | { "kind": "scopes-empty" } | { "kind": "offline", host: string, detail: string, } | { "kind": "timed-out", host: string, } | { "kind": "tls-failed", host: string, detail: string, } | { "kind": "redirected", host: string, to: string | null, } | { "kind": "answer-too-large", host: string, limit: number, } | { "kind": "answer-empty", status: number, } | { "kind": "answer-not-json", status: number, html: boolean, excerpt: string, } | { "kind": "server-failed", status: number, error: string | null, } | { "kind": "too-many-requests", againAt: Instant | null, } | { "kind": "token-refused", status: number, error: string | null, description: string | null, tokenUrl: string, clockSkewSeconds: number | null, checks: Array<LocalCheck>, } | { "kind": "token-not-accepted", host: string, } | { "kind": "permission-missing", detail: string, } | { "kind": "endpoint-missing", host: string, } | { "kind": "endpoint-refused", status: number, code: string | null, detail: string, } | { "kind": "scope-missing" } | { "kind": "internal-id-invalid" } | { "kind": "record-type-invalid" } | { "kind": "query-not-read" } | { "kind": "restlet-url-invalid" } | { "kind": "restlet-elsewhere", expected: string, };
export type ProRecordFailure = { "kind": "health-check-unknown" } | { "kind": "paste-is-secret" } | { "kind": "bundle-version-invalid", text: string, } | { "kind": "bundle-version-unclear", text: string, } | { "kind": "way-not-open" } | { "kind": "record-id-differs", expected: string, entered: string, };
export type RevokeFailure = { "kind": "certificate-not-listed" } | { "kind": "revokes-itself" } | { "kind": "revokes-last", connection: string, } | { "kind": "revoke-unsettled" } | { "kind": "confirmation-differs" };
export type RotationFailure = { "kind": "rotation-under-way" } | { "kind": "rotation-missing" } | { "kind": "rotation-elsewhere" } | { "kind": "rotation-may-run-elsewhere" } | { "kind": "rotation-not-there" };
export type SecretStoreFailure = { "kind": "secret-store-field-empty", field: PlaceField, } | { "kind": "secret-store-field-refused", field: PlaceField, } | { "kind": "secret-store-tool-missing", store: SecretStore, tool: string, } | { "kind": "secret-store-tool-failed", store: SecretStore, tool: string, step: ToolStep, problem: ToolProblem, detail: string | null, } | { "kind": "secret-store-tool-records", store: SecretStore, tool: string, } | { "kind": "secret-store-occupied", location: string, } | { "kind": "secret-store-changed", location: string, } | { "kind": "secret-store-read-back-differs", location: string, };
export type SignInFailure = { "kind": "sign-in-denied" } | { "kind": "sign-in-refused", error: string, } | { "kind": "sign-in-state-differs" } | { "kind": "sign-in-not-asked" } | { "kind": "sign-in-address-invalid" } | { "kind": "sign-in-address-of-net-suite", page: boolean, } | { "kind": "sign-in-address-elsewhere", expected: string, } | { "kind": "redirect-page-not-https" } | { "kind": "redirect-page-invalid" } | { "kind": "sign-in-other-account", company: string, expected: string, } | { "kind": "sign-in-values-invalid" } | { "kind": "sign-in-code-refused", error: string, } | { "kind": "client-secret-needed" } | { "kind": "client-not-authenticated", publicClient: boolean, } | { "kind": "sign-in-ended" };
export type UploadFailure = { "kind": "certificate-expired", at: Instant, } | { "kind": "certificate-not-yet-valid", at: Instant, } | { "kind": "role-or-entity-missing" } | { "kind": "acts-as-administrator" } | { "kind": "acts-as-another", expected: string, chosen: string, } | { "kind": "slots-full", most: number, } | { "kind": "certificate-already-listed", revoked: boolean, } | { "kind": "upload-unsettled", until: Instant, } | { "kind": "upload-lost" };
export type VaultFailure = { "kind": "vault-unavailable" } | { "kind": "vault-locked" } | { "kind": "vault-denied" } | { "kind": "vault-full", limit: number, } | { "kind": "key-missing" };
export type LocalCheck = { check: LocalCheckKind, passed: boolean, detail: string, };
export type LocalCheckKind = "algorithm" | "pair" | "certificate-id" | "validity" | "client-id" | "scope" | "clock";
