//! What may be wrong, how it is known, and what mends it.

use serde::{Deserialize, Serialize};

use crate::step::Step;

/// What may be wrong. Documents keep the cause of a refused call by this name, so none is renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisCause"))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    // --- the mapping ---------------------------------------------------------------------------
    /// A refresh of the sandbox took the mapping.
    SandboxRefreshed,
    /// Somebody revoked the certificate.
    CertificateRevoked,
    /// The certificate's validity is over.
    CertificateExpired,
    /// The certificate's validity has not begun.
    CertificateNotBegun,
    /// The certificate was never mapped in this account.
    NeverMapped,
    /// The certificate is mapped in another account: production for a sandbox, or the reverse.
    MappedInAnotherAccount,
    /// The certificate is mapped to another integration record.
    MappedToAnother,
    /// NetSuite does not know a certificate yet that was uploaded just now.
    TooEarly,
    /// Nothing failed yet: NetSuite announces that the certificate expires.
    CertificateExpiring,

    // --- the account -----------------------------------------------------------------------------
    /// The user or the role of the mapping is inactive.
    RoleOrEntityInactive,
    /// State of the integration record is not Enabled.
    IntegrationBlocked,
    /// A feature is off: OAuth 2.0, or another that the request needs.
    FeatureOff,
    /// The box of the grant is not ticked on the record.
    GrantNotTicked,
    /// A scope is not ticked on the record.
    ScopeNotTicked,
    /// The account ID is another one.
    AccountWrong,

    // --- the assertion -----------------------------------------------------------------------------
    /// Signed with RS256 or another algorithm that NetSuite does not list.
    AlgorithmRefused,
    /// The Application ID in place of the Client ID.
    ApplicationIdSent,
    /// The Client ID is another record's, or was reset.
    ClientIdWrong,
    /// No `kid`.
    CertificateIdMissing,
    /// `kid` is another certificate's.
    CertificateIdWrong,
    /// Signed with the key of another pair.
    KeyOfAnotherPair,
    /// The key in the vault belongs to another certificate.
    VaultKeyDiffers,
    /// An ECDSA signature in DER.
    SignatureInDer,
    /// An RSA signature with PKCS #1 v1.5 padding, or with a salt of another length than the hash.
    SignaturePadding,
    /// `aud` is not the address posted to.
    AudienceWrong,
    /// `exp` is too far away, or `iat` and `exp` are no moments in seconds.
    LifetimeTooLong,
    /// `exp` had passed when it was sent.
    AssertionExpired,
    /// A clock is off.
    ClockOff,
    /// The scope is empty or written in the wrong form.
    ScopeMalformed,

    // --- the request ---------------------------------------------------------------------------------
    /// The fields are not the documented ones.
    FieldsWrong,
    /// The body is not a form.
    BodyNotForm,
    /// Two ways to authenticate at once.
    AuthenticatedTwice,
    /// The host is another one, or in the wrong form.
    HostWrong,

    // --- the way there -----------------------------------------------------------------------------------
    /// No way to NetSuite.
    NoNetwork,
    /// Something between reads the traffic or answers.
    Intercepted,
    /// A proxy asks for a sign-in.
    ProxySignIn,
    /// Too many requests.
    TooMany,
    /// NetSuite itself has trouble.
    NetSuiteFailing,
    /// The private key is not in the vault.
    KeyGone,

    // --- calls with a token -----------------------------------------------------------------------------
    /// The role lacks Log in using OAuth 2.0 Access Tokens.
    LoginPermissionMissing,
    /// The role lacks REST Web Services, or the permission for the record.
    RestPermissionMissing,
    /// The role lacks the permission for the record type.
    RecordPermissionMissing,
    /// No record type has this name, or the account doesn't have it.
    RecordUnknown,
    /// The role lacks SuiteAnalytics Workbook.
    WorkbookPermissionMissing,
    /// The feature SuiteAnalytics Workbook is off.
    WorkbookOff,
    /// The query has a mistake.
    QueryWrong,
    /// The RESTlet isn't deployed, or its Status isn't Released.
    RestletNotDeployed,
    /// The role isn't in the audience of the RESTlet's deployment.
    RestletAudience,
    /// The role has the box Web Services Only Role, so it can't call RESTlets.
    WebServicesOnlyRole,
    /// A feature of SuiteScript is off.
    SuiteScriptOff,
    /// The RESTlet has no function for GET.
    RestletWithoutGet,
    /// The RESTlet's script failed.
    RestletFailed,
    /// The role lacks Manage own OAuth 2.0 Client Credentials Certificates.
    ManagePermissionMissing,
    /// The certificate would be another user's.
    AnotherUsers,
    /// The token lacks the scope.
    TokenLacksScope,
    /// The access token is too old.
    TokenOver,
    /// The access token was ended, or is a refresh token.
    TokenOfAnotherKind,
    /// The account does not have the certificates endpoint.
    EndpointMissing,

    // --- uploads and files --------------------------------------------------------------------------------
    /// All slots of the record are in use.
    SlotsFull,
    /// The certificate is mapped already, or was revoked.
    AlreadyMapped,
    /// What was uploaded is no certificate.
    NotACertificate,
    /// A key of a kind that NetSuite does not take.
    KeyKindRefused,
    /// The private key is under a passphrase.
    KeyEncrypted,
    /// The private key is in another form than the reader expects.
    KeyForm,
    /// The M2M table was not loaded again.
    TableNotReloaded,

    // --- sign-in by browser ---------------------------------------------------------------------------------
    /// The Redirect URI is not one of the record's.
    RedirectUriWrong,
    /// `state` is too short or too long.
    StateLength,
    /// The code was used before, or too late.
    CodeUsed,
    /// The person, or the role, may not allow it.
    ConsentDenied,
    /// The Client Secret is wrong or missing.
    ClientSecretWrong,
    /// The person signed in to another account.
    AnotherAccount,
    /// The session is over.
    SignInOver,
    /// PKCE or another part of the request for consent is malformed.
    ConsentMalformed,

    // --- SuiteCloud CLI --------------------------------------------------------------------------------------
    /// A Certificate ID that begins with a hyphen.
    CliHyphen,
    /// An EC key, which the CLI cannot use.
    CliNeedsRsa,
    /// `SUITECLOUD_CI` and its passkey are not set.
    CliPasskey,
}

/// What mends it, as far as the app can do it or lead there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisFix"))]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Fix {
    /// Open a step of the set-up.
    Step {
        /// Which.
        step: Step,
    },
    /// A new pair and a new mapping, the old one kept until the new one is proven.
    NewPair,
    /// The mapping is made anew, with a new pair.
    Recreate,
    /// The list of certificates.
    Certificates,
    /// Sign in by browser.
    SignIn,
    /// Give the other system the right values.
    HandOver,
    /// In NetSuite; then test again.
    NetSuite,
    /// On this computer; then test again.
    ThisComputer,
    /// Wait; then test again.
    Wait,
    /// In the other system; nothing here can do it.
    OtherSystem,
}

/// Where in NetSuite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "NetSuitePlace"))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Setup > Company > Enable Features > SuiteCloud.
    Features,
    /// Setup > Company > Enable Features > Analytics.
    AnalyticsFeatures,
    /// Customization > Scripting > Script Deployments.
    Deployments,
    /// Setup > Users/Roles > Manage Roles.
    Roles,
    /// Setup > Integration > Manage Integrations.
    Integrations,
    /// OAuth 2.0 Client Credentials (M2M) Setup.
    Mappings,
    /// Setup > Company > Company Information.
    Company,
}

/// Who says that this answer has this cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisSource"))]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// Oracle's documentation.
    Oracle,
    /// Vendors, forums, other people's code.
    ThirdParty,
    /// Nobody: it follows from how these things work, and was not tried on a real account.
    Derived,
}
