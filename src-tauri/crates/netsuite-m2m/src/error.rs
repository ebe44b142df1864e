//! Why something did not work: one variant for each distinction somebody acts on.
//!
//! Variants carry data, never sentences. The shell turns each into the failure that the window
//! shows, by an exhaustive `match`, so a new variant cannot ship without its own words.

use std::path::PathBuf;

use time::OffsetDateTime;

use crate::key::{Algorithm, KeyType};

/// What the domain's functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    // --- the vault -------------------------------------------------------------------------
    /// No keychain answers and no key files were chosen.
    #[error("no vault is available")]
    VaultUnavailable,
    /// The keychain, or the key files, wait for their passphrase.
    #[error("the vault is locked")]
    VaultLocked,
    /// The user or the system refused this program access to the keychain.
    #[error("access to the vault was denied")]
    VaultDenied,
    /// The keychain cannot hold an entry of this size, in bytes.
    #[error("the vault holds at most {limit} bytes in one entry")]
    VaultEntryTooLong {
        /// The keychain's limit in bytes.
        limit: u64,
    },
    /// The vault has no entry of that name.
    #[error("the key is not in the vault")]
    KeyMissing,
    /// What the vault gave back is not the key that was stored.
    #[error("the key in the vault cannot be read")]
    KeyNotReadable,
    /// The passphrase does not open this key.
    #[error("the passphrase is wrong")]
    PassphraseWrong,
    /// The passphrase is shorter than we accept, in characters.
    #[error("a passphrase needs at least {least} characters")]
    PassphraseTooShort {
        /// The least number of characters.
        least: usize,
    },

    // --- what was typed --------------------------------------------------------------------
    /// Not an account ID and not an address that names one.
    #[error("not a NetSuite account ID")]
    AccountIdInvalid {
        /// What was entered, shortened.
        text: String,
    },
    /// Not a Consumer Key.
    #[error("not a Consumer Key")]
    ClientIdInvalid,
    /// The Application ID (a UUID) was entered where the Consumer Key belongs.
    #[error("this is the Application ID, not the Consumer Key")]
    ClientIdIsApplicationId,
    /// The Consumer Secret was entered where the Consumer Key belongs.
    #[error("this is the Consumer Secret, not the Consumer Key")]
    ClientIdIsConsumerSecret,
    /// A Certificate ID was entered where the Consumer Key belongs.
    #[error("this is a Certificate ID, not the Consumer Key")]
    ClientIdIsCertificateId,
    /// A Certificate ID is 43 characters of base64url.
    #[error("not a Certificate ID")]
    CertificateIdInvalid {
        /// How many characters were entered.
        length: usize,
    },
    /// NetSuite's Certificate ID is not the one predicted from the certificate.
    #[error("the Certificate ID differs from the predicted one")]
    CertificateIdDiffers {
        /// Predicted from the certificate.
        expected: String,
        /// Entered by the user or returned by NetSuite.
        entered: String,
    },
    /// A name is required.
    #[error("the name is empty")]
    NameEmpty,
    /// A name is longer than any table can show.
    #[error("the name has {length} characters, at most {most} are taken")]
    NameTooLong {
        /// The most characters.
        most: usize,
        /// How many it has.
        length: usize,
    },
    /// At least one scope is needed.
    #[error("no scope is chosen")]
    ScopesEmpty,
    /// The name typed to confirm is not the connection's.
    #[error("the name typed does not match")]
    NameDiffers,
    /// The certificate's subject is empty or too long for a common name (64 characters).
    #[error("the name in the certificate is not usable")]
    SubjectInvalid,
    /// A certificate lives 1 to `most` days.
    #[error("the validity is out of range")]
    DaysOutOfRange {
        /// The longest validity in days.
        most: u32,
    },
    /// That algorithm cannot be used with that key type.
    #[error("the algorithm does not fit the key")]
    AlgorithmNotForKey,
    /// The target system does not take that key type.
    #[error("the target does not take {key_type:?} keys")]
    KeyTypeNotForTarget {
        /// The key type asked for.
        key_type: KeyType,
    },
    /// The target system does not sign with that algorithm.
    #[error("the target does not sign with {algorithm}")]
    AlgorithmNotForTarget {
        /// The algorithm asked for.
        algorithm: Algorithm,
    },
    /// The target system cannot be given that Certificate ID.
    #[error("the target does not take this Certificate ID")]
    CertificateIdNotForTarget {
        /// The ID.
        certificate_id: String,
    },
    /// An act that needs an earlier step of the set-up first.
    #[error("an earlier step is not done")]
    StepNotReady {
        /// The first step that is missing.
        step: crate::setup::Step,
    },

    // --- SuiteProjects Pro record ----------------------------------------------------------
    /// None of the sentences that SuiteProjects Pro and NetSuite say of the record.
    #[error("not a sentence about the real-time import certificate")]
    HealthCheckUnknown,
    /// A private key was pasted where a message was asked for.
    #[error("a private key was pasted")]
    PasteIsSecret,
    /// Not the version of a bundle.
    #[error("not a bundle version")]
    BundleVersionInvalid {
        /// What was entered, shortened.
        text: String,
    },
    /// A version that two readings place before and after the one that matters.
    #[error("a bundle version with two readings")]
    BundleVersionUnclear {
        /// What was entered, shortened.
        text: String,
    },
    /// The rules do not propose that way.
    #[error("that way is not open")]
    WayNotOpen,
    /// The certificate record was saved under another ID.
    #[error("the record has another ID")]
    RecordIdDiffers {
        /// The one that is needed.
        expected: &'static str,
        /// What was entered, shortened.
        entered: String,
    },

    // --- API secrets -----------------------------------------------------------------------
    /// The ID of an API secret breaks a rule that its notes name.
    #[error("the ID of the secret cannot be used")]
    SecretIdRefused,
    /// No value was given.
    #[error("the value is empty")]
    ValueEmpty,
    /// The value was not typed the same way twice.
    #[error("the two values differ")]
    ValuesDiffer,
    /// NetSuite does not take a value of this length.
    #[error("the value is too long")]
    ValueTooLong {
        /// The most characters it may have.
        most: usize,
        /// How many it has.
        length: usize,
    },
    /// The preferences secret of Brazil has a fixed length.
    #[error("the preferences secret has the wrong length")]
    PreferencesLength {
        /// The characters it must have.
        needed: usize,
        /// How many it has.
        length: usize,
    },
    /// No value is in memory.
    #[error("no value is at hand")]
    ValueMissing,
    /// A file is no text, which the value of a secret is.
    #[error("the file is no text")]
    ValueNotText,
    /// A name, an ID or another text that others can read has the value in it.
    #[error("a text that others can read holds the value")]
    TextHoldsValue,
    /// The value is in the vault.
    #[error("the value is kept in the vault")]
    ValueIsKept,
    /// Not a calendar day.
    #[error("not a day")]
    DayInvalid,
    /// A day that can be read in several ways.
    #[error("a day with several readings")]
    DayUnclear {
        /// All of them.
        readings: Vec<crate::day::Day>,
    },
    /// Old and new credentials must still work side by side.
    #[error("the overlap lasts")]
    OverlapLasts,

    // --- documents -------------------------------------------------------------------------
    /// No connection of that ID.
    #[error("unknown connection")]
    ConnectionUnknown,
    /// No credential of that ID in the connection.
    #[error("unknown credential")]
    CredentialUnknown,
    /// No guide of that account or bank.
    #[error("unknown guide")]
    GuideUnknown,
    /// The document was written by a newer version.
    #[error("the document was written by a newer version")]
    DocumentNewer {
        /// Where it lies.
        path: PathBuf,
    },
    /// The document is damaged. It is left as it is.
    #[error("the document is damaged")]
    DocumentDamaged {
        /// Where it lies.
        path: PathBuf,
    },
    /// The document names a target system that this version has no kit for. It is left as it is.
    #[error("the document names a target system that is not known")]
    DocumentTargetUnknown {
        /// Where it lies.
        path: PathBuf,
        /// The system's name in it.
        target: String,
    },
    /// The same act is under way already.
    #[error("already under way")]
    Busy,
    /// The user cancelled.
    #[error("cancelled")]
    Cancelled,
    /// A private key file is never replaced.
    #[error("{path} exists already")]
    FileExists {
        /// Which file.
        path: PathBuf,
    },
    /// The volume keeps no access rights (FAT, exFAT, some network shares), so other users could
    /// read a private file there.
    #[error("others could read {path}")]
    VolumeWithoutRights {
        /// Which file.
        path: PathBuf,
    },
    /// A file could not be written.
    #[error("cannot write {path}")]
    FileNotWritten {
        /// Which file.
        path: PathBuf,
        /// Why: `StorageFull`, `PermissionDenied` and `ReadOnlyFilesystem` get sentences of their own.
        #[source]
        source: std::io::Error,
    },
    /// A file could not be read.
    #[error("cannot read {path}")]
    FileNotRead {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },

    // --- files of keys and certificates ----------------------------------------------------
    /// The file is empty or blank.
    #[error("the file is empty")]
    PemEmpty,
    /// Neither PEM text nor DER of a kind we read.
    #[error("the file is binary and not a key or certificate")]
    PemBinary,
    /// Larger than a key or certificate can be.
    #[error("the file is too large")]
    PemTooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A block begins and does not end, or its base64 or its DER breaks off.
    #[error("the file is cut off")]
    PemTruncated,
    /// A PEM block of a kind that has no use here.
    #[error("a PEM block of an unknown kind")]
    PemLabelUnknown {
        /// The label between BEGIN and the dashes, shortened.
        label: String,
    },
    /// A bare public key where a certificate is needed.
    #[error("this is a public key, not a certificate")]
    IsPublicKey,
    /// A private key where a certificate is needed.
    #[error("this is a private key, not a certificate")]
    IsPrivateKey,
    /// A certificate and a private key in one file, where the certificate alone is needed.
    #[error("this holds a private key beside the certificate")]
    HoldsPrivateKey,
    /// A certificate request where a certificate is needed.
    #[error("this is a certificate request, not a certificate")]
    IsCertificateRequest,
    /// No certificate among the files.
    #[error("no certificate")]
    CertificateMissing,
    /// No private key among the files.
    #[error("no private key")]
    PrivateKeyMissing,
    /// NetSuite takes RSA keys of 3072 and 4096 bits only.
    #[error("an RSA key of {bits} bits")]
    RsaSizeRefused {
        /// The modulus in bits.
        bits: u32,
    },
    /// The key's type is id-RSASSA-PSS, which common JOSE libraries cannot load.
    #[error("an rsa-pss key")]
    RsaPssKey,
    /// An EC key with explicit curve parameters.
    #[error("an EC key with explicit parameters")]
    CurveExplicit,
    /// An EC key on another curve than P-256, P-384, P-521.
    #[error("an EC key on an unsupported curve")]
    CurveRefused,
    /// Neither RSA nor EC.
    #[error("a key of an unsupported kind")]
    KeyKindRefused,
    /// A key in the old `Proc-Type: 4,ENCRYPTED` form.
    #[error("a key in the legacy encrypted form")]
    KeyLegacyEncryption,
    /// The key is encrypted and no passphrase was given.
    #[error("the key is encrypted")]
    PassphraseNeeded,
    /// Key and certificate do not belong together.
    #[error("key and certificate do not belong together")]
    PairDiffers,
    /// The certificate's validity is over.
    #[error("the certificate has expired")]
    CertificateExpired {
        /// Its notAfter.
        at: OffsetDateTime,
    },
    /// The certificate is not valid yet.
    #[error("the certificate is not valid yet")]
    CertificateNotYetValid {
        /// Its notBefore.
        at: OffsetDateTime,
    },

    // --- NetSuite --------------------------------------------------------------------------
    /// No connection to the host.
    #[error("{host} cannot be reached")]
    Offline {
        /// The host asked.
        host: String,
        /// The innermost cause.
        detail: String,
    },
    /// The host did not answer in time.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// The host asked.
        host: String,
    },
    /// The host's TLS certificate could not be verified.
    #[error("{host} could not be verified")]
    TlsFailed {
        /// The host asked.
        host: String,
        /// The innermost cause.
        detail: String,
    },
    /// The host answered with a redirect, which is never followed.
    #[error("{host} redirects")]
    Redirected {
        /// The host asked.
        host: String,
        /// The host named in `Location`, if any.
        to: Option<String>,
    },
    /// The answer is larger than any documented one.
    #[error("the answer of {host} is too large")]
    AnswerTooLarge {
        /// The host asked.
        host: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// An answer without a body where one is documented.
    #[error("an empty answer")]
    AnswerEmpty {
        /// The HTTP status.
        status: u16,
    },
    /// An answer that is not the documented JSON.
    #[error("an answer that is not the documented JSON")]
    AnswerNotJson {
        /// The HTTP status.
        status: u16,
        /// Whether it looks like a web page.
        html: bool,
        /// Its first characters, control characters removed.
        excerpt: String,
    },
    /// A 5xx answer.
    #[error("NetSuite failed with status {status}")]
    ServerFailed {
        /// The HTTP status.
        status: u16,
        /// The `error` member, if the body had one.
        error: Option<String>,
    },
    /// HTTP 429.
    #[error("too many requests")]
    TooManyRequests {
        /// Seconds of `Retry-After`.
        retry_after: Option<u64>,
    },
    /// The token endpoint refused the assertion.
    #[error("NetSuite refused the token request with status {}", .0.status)]
    TokenRefused(Box<crate::netsuite::Refusal>),
    /// `datacenterurls` does not know the account.
    #[error("NetSuite does not know this account")]
    AccountNotKnown,

    /// The practice account does not run, so its connections have nobody to speak to.
    #[error("the practice account does not run")]
    PracticeNotRunning,
    /// Only sandboxes, Release Preview and the practice account are ever refreshed.
    #[error("this account is never refreshed")]
    AccountNotRefreshable,

    // --- browser sign-in -------------------------------------------------------------------
    /// The person pressed Deny, or the role may not allow it (`access_denied`).
    #[error("the sign-in was denied")]
    SignInDenied,
    /// NetSuite sent another error back to the Redirect URI (facts D).
    #[error("the sign-in was refused")]
    SignInRefused {
        /// Its `error` parameter, reduced to letters, digits and `_`.
        error: String,
    },
    /// The address holds another `state` than the sign-in under way.
    #[error("the answer belongs to another sign-in")]
    SignInStateDiffers,
    /// No sign-in is under way, or its answer has come already.
    #[error("nobody asked for this sign-in")]
    SignInNotAsked,
    /// What was pasted is not the address that a sign-in ends on.
    #[error("not the address a sign-in ends on")]
    SignInAddressInvalid,
    /// What was pasted is the address of NetSuite's own page: the browser has not been sent on.
    #[error("the address of NetSuite's own page")]
    SignInAddressOfNetSuite {
        /// Whether a web page is the Redirect URI, not the app's own scheme.
        page: bool,
    },
    /// What was pasted is the address of another web page than the Redirect URI.
    #[error("the address of another page")]
    SignInAddressElsewhere {
        /// The Redirect URI.
        expected: String,
    },
    /// The page's address begins with `http:`, which NetSuite refuses (facts D).
    #[error("a Redirect URI cannot be http")]
    RedirectPageNotHttps,
    /// What was entered is not the bare https address of a page.
    #[error("not the address of a page")]
    RedirectPageInvalid,
    /// The person signed in to another account.
    #[error("signed in to another account")]
    SignInOtherAccount {
        /// The account signed in to.
        company: String,
        /// The connection's account.
        expected: String,
    },
    /// `company`, `role` or `entity` of the redirect are not what NetSuite writes there.
    #[error("the address names no account")]
    SignInValuesInvalid,
    /// NetSuite did not take the code: used before, too old, or not ours.
    #[error("the code of the sign-in was refused")]
    SignInCodeRefused {
        /// NetSuite's `error`.
        error: String,
    },
    /// A confidential client needs its Client Secret.
    #[error("the Client Secret is needed")]
    ClientSecretNeeded,
    /// NetSuite does not take the Client Secret, or wants one from this client.
    #[error("the client could not authenticate")]
    ClientNotAuthenticated {
        /// Whether the client signed in as a public one, without a secret.
        public_client: bool,
    },
    /// The act needs a token for the certificates endpoint, and there is none.
    #[error("nobody is signed in")]
    SignInNeeded,
    /// The sign-in is over and was not to be renewed, or could not be.
    #[error("the sign-in has ended")]
    SignInEnded,

    // --- certificates endpoint -------------------------------------------------------------
    /// 401: the endpoint does not take the token.
    #[error("the token was not accepted")]
    TokenNotAccepted {
        /// The host asked.
        host: String,
    },
    /// 403: a permission is missing; most likely Manage own OAuth 2.0 Client Credentials Certificates.
    #[error("a permission is missing")]
    PermissionMissing {
        /// NetSuite's own words, if any: control characters removed, shortened.
        detail: String,
    },
    /// 404 on every host: an account too old for the endpoint, or a Client ID it does not know.
    #[error("the certificates endpoint was not found")]
    EndpointMissing {
        /// The host asked last.
        host: String,
    },
    /// Another refusal of the endpoint. Oracle documents none of them (facts C.4).
    #[error("the certificates endpoint refused with status {status}")]
    EndpointRefused {
        /// The HTTP status.
        status: u16,
        /// `o:errorCode`, if any.
        code: Option<String>,
        /// NetSuite's own words: control characters removed, shortened.
        detail: String,
    },
    /// The token was not issued for REST web services.
    #[error("the token lacks the REST web services scope")]
    ScopeMissing,
    /// Role and entity of the mapping are not known.
    #[error("role and entity are not known")]
    RoleOrEntityMissing,
    /// Role and entity are internal IDs: whole numbers.
    #[error("not an internal ID")]
    InternalIdInvalid,
    /// The role is Administrator, and nobody has said that it may be.
    #[error("the certificate would act as Administrator")]
    ActsAsAdministrator,
    /// The role or the entity is another one than expected, and nobody has said that it may be.
    #[error("the certificate would act as another than expected")]
    ActsAsAnother {
        /// The name that step 3 holds.
        expected: String,
        /// NetSuite's name of the one chosen.
        chosen: String,
    },
    /// All slots of the integration record are in use.
    #[error("all slots are in use")]
    SlotsFull {
        /// How many there are.
        most: usize,
    },
    /// The certificate is in the list already.
    #[error("the certificate is listed already")]
    CertificateAlreadyListed {
        /// Whether it is revoked there; then it can never be used again.
        revoked: bool,
    },
    /// Whether the upload arrived is not known, and the list does not say it yet. It is not sent again.
    #[error("the outcome of the upload is not known yet")]
    UploadUnsettled,
    /// The upload did not arrive in all the time a request may take. That certificate is not sent
    /// again.
    #[error("the upload was lost")]
    UploadLost,
    /// The list does not show that certificate.
    #[error("the certificate is not listed")]
    CertificateNotListed,
    /// The certificate that the token in use came from.
    #[error("the token in use came from this certificate")]
    RevokesItself,
    /// The last working certificate of a connection.
    #[error("it is the last working certificate of a connection")]
    RevokesLast {
        /// The connection's name.
        connection: String,
    },
    /// The list still shows the certificate as active.
    #[error("the list does not show the revocation yet")]
    RevokeUnsettled,
    /// The characters typed to confirm are not the last six of the Certificate ID.
    #[error("the characters typed do not match")]
    ConfirmationDiffers,

    // --- rotation --------------------------------------------------------------------------
    /// The connection is being rotated already.
    #[error("a rotation is under way")]
    RotationUnderWay,
    /// The connection is not being rotated.
    #[error("no rotation is under way")]
    RotationMissing,
    /// Another process drives this rotation at the moment.
    #[error("another process works on this rotation")]
    RotationElsewhere,
    /// The rotation is not that far, or further.
    #[error("the rotation is not at that step")]
    RotationNotThere,

    /// Something that has no remedy of its own; the cause goes to the log, without secrets.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}
