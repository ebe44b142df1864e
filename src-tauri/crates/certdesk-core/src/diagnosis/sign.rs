//! What speaks for a cause or against it: one thing that was seen, answered, checked or is known.

use serde::{Deserialize, Serialize};

/// A sign, and the value it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// Which.
    pub sign: Sign,
    /// The value looked at, if it says more: bounded, never a secret, never a sentence.
    pub detail: String,
}

impl From<Sign> for Observed {
    fn from(sign: Sign) -> Self {
        Self { sign, detail: String::new() }
    }
}

impl Sign {
    /// Whether it is what failed, as it was told: it fits many causes, and none in particular.
    pub(super) const fn is_symptom(self) -> bool {
        matches!(
            self,
            Self::InvalidClient
                | Self::InvalidRequest
                | Self::InvalidGrant
                | Self::InvalidScope
                | Self::UnauthorizedClient
                | Self::UnsupportedGrantType
                | Self::ServerError
                | Self::InvalidToken
                | Self::Forbidden
                | Self::NotFound
                | Self::RecordNotFound
                | Self::QueryRefused
                | Self::RestletForbidden
                | Self::RestletUnauthorized
                | Self::Refused
                | Self::TooMany
                | Self::Failing
                | Self::WebPage
                | Self::OddAnswer
                | Self::Redirected
                | Self::NoHost
                | Self::Unreachable
                | Self::TimedOut
                | Self::TlsFailed
                | Self::StaysAtNetSuite
                | Self::CodeRefused
                | Self::KeyNotParsed
                | Self::ApplicationNotOffered
                | Self::TableEmpty
                | Self::CliCertificateFile
                | Self::CliPairDiffers
                | Self::CliKeyContents
                | Self::CliCertificateState
                | Self::CliFeatures
        )
    }

    /// The sign with the value it was read from.
    pub(super) fn with(self, detail: impl ToString) -> Observed {
        Observed { sign: self, detail: detail.to_string() }
    }
}

/// One thing that speaks for a cause or against it. `Our…` and `Their…` say whose request it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisSign"))]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    // --- what NetSuite answered --------------------------------------------------------------
    /// `invalid_client`.
    InvalidClient,
    /// `invalid_request`.
    InvalidRequest,
    /// `invalid_grant`.
    InvalidGrant,
    /// `invalid_scope`.
    InvalidScope,
    /// `unauthorized_client`.
    UnauthorizedClient,
    /// `unsupported_grant_type`.
    UnsupportedGrantType,
    /// `server_error`.
    ServerError,
    /// 401 to a call with a token: `invalid_token`, `INVALID_LOGIN`.
    InvalidToken,
    /// 403.
    Forbidden,
    /// 400 to a call, in the words that a role without access to REST web services gets.
    RoleMayNot,
    /// A refusal that names the permission it wants.
    NamesPermission,
    /// A refusal that speaks of SuiteAnalytics Workbook.
    NamesWorkbook,
    /// 404 to a read of a record type or its metadata.
    RecordNotFound,
    /// A query was refused because its record wasn't found.
    QueryRecordHidden,
    /// A query was refused for another reason.
    QueryRefused,
    /// No RESTlet is at the address.
    RestletNotFound,
    /// 403 of a RESTlet.
    RestletForbidden,
    /// The code that a RESTlet gives a Web Services Only role.
    RestletLoginRefused,
    /// 401 of a RESTlet.
    RestletUnauthorized,
    /// 405: the RESTlet has no function for GET.
    MethodNotAllowed,
    /// 400 of a RESTlet: its script failed.
    ScriptFailed,
    /// 404 of the certificates endpoint on every host.
    NotFound,
    /// Another 4xx of the certificates endpoint.
    Refused,
    /// A refusal that speaks of a highest number of certificates.
    RefusedAsFull,
    /// A refusal that speaks of a certificate that exists or was used already.
    RefusedAsUsed,
    /// A feature is off, in NetSuite's own words.
    FeatureDisabled,
    /// 429, or NetSuite's own code for too many at once.
    TooMany,
    /// 5xx without an OAuth error.
    Failing,
    /// A web page where JSON is documented.
    WebPage,
    /// An answer that is neither the documented JSON nor a web page.
    OddAnswer,
    /// A redirect to another host.
    Redirected,

    // --- a test call -------------------------------------------------------------------------
    /// The token of the call was received just before it.
    TokenJustReceived,
    /// The token of the call had expired.
    TokenExpired,
    /// The metadata catalog answers the same token.
    MetadataWorks,

    // --- no answer ---------------------------------------------------------------------------
    /// The host's name is not known to DNS.
    NoHost,
    /// No connection to the host.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// TLS could not be verified.
    TlsFailed,
    /// A proxy on the way asks for a sign-in: status 407.
    ProxySignIn,

    // --- sign-in by browser ------------------------------------------------------------------
    /// The browser stays on a page of NetSuite.
    StaysAtNetSuite,
    /// `access_denied`.
    Denied,
    /// The code was not taken.
    CodeRefused,
    /// Another account was signed in to.
    OtherAccount,
    /// The Client Secret was not taken, or is wanted.
    SecretRefused,
    /// The session is over.
    SignInOver,
    /// A `state` of fewer than 22 characters, or more than 1024.
    StateLength,
    /// The Redirect URI begins with `http:`.
    RedirectIsHttp,

    // --- uploads and files -------------------------------------------------------------------
    /// Every slot of the record is in use.
    SlotsUsed,
    /// The list has the certificate already.
    ListedAlready,
    /// A bare public key.
    IsPublicKey,
    /// A certificate request.
    IsRequest,
    /// A private key.
    IsPrivateKey,
    /// An RSA key of a length that NetSuite does not take.
    RsaLength,
    /// A key of another kind that NetSuite does not take.
    KindRefused,
    /// A private key under a passphrase.
    KeyEncrypted,
    /// A file that breaks off.
    FileCutOff,
    /// What another program says of a key that it cannot read.
    KeyNotParsed,

    // --- what the user saw in NetSuite ---------------------------------------------------------
    /// The pop-up list Application does not offer the record.
    ApplicationNotOffered,
    /// The M2M table is empty after saving.
    TableEmpty,

    // --- SuiteCloud CLI ------------------------------------------------------------------------
    /// `Value is expected here instead of "-…"`.
    CliHyphen,
    /// `Verify the certificate file`.
    CliCertificateFile,
    /// `The private key does not match the certificate ID`.
    CliPairDiffers,
    /// `Verify the contents of the private key`.
    CliKeyContents,
    /// `Verify that certificate ID … is valid and not expired or revoked`.
    CliCertificateState,
    /// `Secure storage is inaccessible`.
    CliStorage,
    /// The features that the CLI needs, as it lists them.
    CliFeatures,

    // --- the request that failed -----------------------------------------------------------------
    /// Certdesk made it.
    OurRequest,
    /// Another system made it.
    TheirRequest,
    /// Signed with an algorithm of NetSuite's that fits the key.
    AlgorithmFits,
    /// Signed with an algorithm that NetSuite does not list.
    AlgorithmNotListed,
    /// The algorithm does not go with the certificate's key.
    AlgorithmNotForKey,
    /// `kid` is the certificate's ID.
    KidFits,
    /// No `kid`.
    KidMissing,
    /// `kid` is another ID.
    KidDiffers,
    /// `iss` is the connection's Client ID.
    IssuerFits,
    /// `iss` is a UUID.
    IssuerIsApplicationId,
    /// `iss` is another value.
    IssuerDiffers,
    /// `aud` is the address posted to.
    AudienceFits,
    /// `aud` is another address.
    AudienceDiffers,
    /// It lives for less than 60 minutes.
    LifetimeFits,
    /// It lives for 60 minutes or more.
    LifetimeTooLong,
    /// `iat` or `exp` is missing, or is no number.
    TimesMissing,
    /// `iat` or `exp` counts milliseconds.
    TimesInMilliseconds,
    /// It was issued in the future.
    IssuedAhead,
    /// `exp` had passed when the answer came, or is not after `iat`.
    AssertionExpired,
    /// `exp` had passed when it was pasted; when it was sent isn't known.
    AssertionOld,
    /// Another program says that it has expired.
    SaidExpired,
    /// The signature was made by the certificate's key.
    SignatureFits,
    /// An ECDSA signature in DER.
    SignatureInDer,
    /// An RSA signature with PKCS #1 v1.5 padding.
    SignatureInPkcs1,
    /// A PSS signature whose salt isn't as long as the hash; its bytes.
    SignatureSalt,
    /// The signature was made by another key.
    SignatureOfAnother,
    /// The scopes are among those of the connection.
    ScopeFits,
    /// No scope.
    ScopeEmpty,
    /// Scopes separated by something else than commas.
    ScopeSeparator,
    /// A scope that is not among those of the connection.
    ScopeNotOurs,
    /// The body is JSON.
    BodyIsJson,
    /// A field `assertion` in place of `client_assertion`.
    FieldIsAssertion,
    /// A grant type other than `client_credentials`.
    GrantTypeDiffers,
    /// An `Authorization` header beside the assertion.
    AuthenticatedTwice,
    /// A host with `_` or capital letters.
    HostForm,
    /// A host of another account.
    HostOfAnother,

    // --- a mail of NetSuite ----------------------------------------------------------------------
    /// It announces that a certificate expires.
    ExpiryNotice,

    // --- this computer ---------------------------------------------------------------------------
    /// Key and certificate belong together.
    PairFits,
    /// They do not.
    PairDiffers,
    /// The vault does not have the key.
    KeyGone,
    /// The vault has something else under its name.
    KeyUnreadable,
    /// The certificate is within its dates.
    DatesFit,
    /// It has ended.
    Ended,
    /// It has not begun.
    NotBegun,
    /// The clock agrees with NetSuite's.
    ClockFits,
    /// It does not.
    ClockOff,

    // --- what NetSuite said when asked --------------------------------------------------------------
    /// `datacenterurls` knows the account.
    AccountKnown,
    /// It does not.
    AccountUnknown,
    /// It answers with hosts that do not name the account.
    AccountUnclear,
    /// The list shows the certificate as active.
    ListActive,
    /// The list shows it as revoked.
    ListRevoked,
    /// The list shows it as expired.
    ListExpired,
    /// The list does not show it.
    ListMissing,
    /// The list is empty.
    ListEmpty,
    /// The list was refused to somebody who is signed in to this record.
    ListRefused,
    /// Somebody who is signed in to this very record is let in.
    RecordAnswers,
    /// The token lacks the scope REST web services.
    TokenLacksScope,

    // --- what is known of the connection ---------------------------------------------------------------
    /// A token was received with this certificate before.
    WorkedBefore,
    /// One was received less than an hour before the first refusal: whatever is wrong now was not
    /// wrong then.
    WorkedRecently,
    /// The Client ID was changed here after the last token.
    ClientIdChanged,
    /// What failed is a call, but no token is issued any more either.
    TokenRefusedToo,
    /// Certdesk has received a token with it within the hour, while another system is refused.
    WorksHere,
    /// None was, as far as is known here.
    NeverWorked,
    /// The account is one that is refreshed.
    Refreshable,
    /// The account is never refreshed.
    NotRefreshable,
    /// Nobody confirmed the upload.
    NotUploaded,
    /// The Certificate ID was read back from NetSuite.
    IdReadBack,
    /// Certdesk uploaded it to this account.
    UploadedHere,
    /// Uploaded a few minutes ago.
    UploadedNow,
    /// Revoked from here.
    RevokedHere,
    /// Marked as gone after a refresh.
    MarkedGone,
    /// Another connection of the account received a token since.
    OthersWork,
    /// Another connection of the account is refused as well.
    OthersRefused,
    /// One of them belongs to another integration record.
    OtherRecordsRefused,
    /// The key is an EC key.
    EcKey,
    /// The key is an RSA key.
    RsaKey,
}
