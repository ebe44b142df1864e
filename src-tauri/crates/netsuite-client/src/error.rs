//! Why something did not work. Variants carry data, never sentences.

pub(crate) use netsuite_keys::Error as KeysError;

/// What the functions of this crate return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why NetSuite was not asked, or did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
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
    /// Role and entity are internal IDs: whole numbers.
    #[error("not an internal ID")]
    InternalIdInvalid,
    /// At least one scope is needed.
    #[error("no scope is chosen")]
    ScopesEmpty,
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
    TokenRefused(Box<Refusal>),
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
    /// 403: a permission is missing; most likely Manage own OAuth 2.0 Client Credentials Certificates.
    #[error("a permission is missing")]
    PermissionMissing {
        /// NetSuite's own words, if any: control characters removed, shortened.
        detail: String,
    },
    /// Not the name of a record type.
    #[error("not the name of a record type")]
    RecordTypeInvalid,
    /// Not one statement that begins with SELECT or WITH.
    #[error("not a query that only reads")]
    QueryNotRead,
    /// Not the External URL of a RESTlet.
    #[error("not the address of a RESTlet")]
    RestletUrlInvalid,
    /// The RESTlet's address is on another host than the account's own.
    #[error("the RESTlet is on another host")]
    RestletElsewhere {
        /// The account's own host for RESTlets.
        expected: String,
    },
    /// The token was not issued for REST web services.
    #[error("the token lacks the REST web services scope")]
    ScopeMissing,
    /// 401: the endpoint does not take the token.
    #[error("the token was not accepted")]
    TokenNotAccepted {
        /// The host asked.
        host: String,
    },
    /// A key or a certificate.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// A sign-in by browser.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// Something that has no remedy of its own; the cause goes to the log, without secrets.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}

/// Why a sign-in by browser did not end in a token.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The person pressed Deny, or the role may not allow it (`access_denied`).
    #[error("the sign-in was denied")]
    Denied,
    /// NetSuite sent another error back to the Redirect URI (facts D).
    #[error("the sign-in was refused")]
    Refused {
        /// Its `error` parameter, reduced to letters, digits and `_`.
        error: String,
    },
    /// The address holds another `state` than the sign-in under way.
    #[error("the answer belongs to another sign-in")]
    StateDiffers,
    /// No sign-in is under way, or its answer has come already.
    #[error("nobody asked for this sign-in")]
    NotAsked,
    /// What was pasted is not the address that a sign-in ends on.
    #[error("not the address a sign-in ends on")]
    AddressInvalid,
    /// The person signed in to another account.
    #[error("signed in to another account")]
    OtherAccount {
        /// The account signed in to.
        company: String,
        /// The connection's account.
        expected: String,
    },
    /// `company`, `role` or `entity` of the redirect are not what NetSuite writes there.
    #[error("the address names no account")]
    ValuesInvalid,
    /// NetSuite did not take the code: used before, too old, or not ours.
    #[error("the code of the sign-in was refused")]
    CodeRefused {
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
    /// The sign-in is over and was not to be renewed, or could not be.
    #[error("the sign-in has ended")]
    Ended,
    /// What was pasted is the address of NetSuite's own page: the browser has not been sent on.
    #[error("the address of NetSuite's own page")]
    AddressOfNetSuite {
        /// Whether a web page is the Redirect URI, not the app's own scheme.
        page: bool,
    },
    /// What was pasted is the address of another web page than the Redirect URI.
    #[error("the address of another page")]
    AddressElsewhere {
        /// The Redirect URI.
        expected: String,
    },
    /// The page's address begins with `http:`, which NetSuite refuses (facts D).
    #[error("a Redirect URI cannot be http")]
    RedirectPageNotHttps,
    /// What was entered is not the bare https address of a page.
    #[error("not the address of a page")]
    RedirectPageInvalid,
}

/// What the token endpoint said when it refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The `error` member. NetSuite documents nothing beside it.
    pub error: Option<String>,
    /// The `error_description` member, should it come.
    pub description: Option<String>,
    /// The address posted to.
    pub token_url: String,
    /// As in [`crate::Granted`].
    pub clock_skew: Option<i64>,
}
