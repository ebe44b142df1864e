//! The words of an examination: what a thing can be, how it can be written, what is looked at and what comes of it. The window
//! has a sentence for each.

use serde::{Deserialize, Serialize};

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FoundKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A certificate.
    Certificate,
    /// The certificate of the authority that issued another one in the same file.
    IssuerCertificate,
    /// A private key in clear.
    PrivateKey,
    /// A private key under a passphrase, not opened.
    LockedKey,
    /// A private key encrypted in a way that is not opened here: OpenSSL's old form, or an old scheme.
    LegacyLockedKey,
    /// A public key.
    PublicKey,
    /// A request for a certificate (CSR).
    Request,
    /// A list of revoked certificates (CRL).
    RevocationList,
    /// A PKCS#12 file, not opened.
    LockedKeystore,
    /// A PKCS#12 file that was opened; what is in it follows.
    Keystore,
    /// A PKCS#7 bundle of certificates (`.p7b`).
    Bundle,
    /// Java's own form of keystore (JKS).
    JavaKeystore,
    /// A private key of OpenSSH.
    OpenSshKey,
    /// A public key of OpenSSH, one line.
    OpenSshPublicKey,
    /// A private key of PuTTY.
    PuttyKey,
    /// A key, or a set of keys, as JSON.
    Jwk,
    /// A private key as JSON.
    PrivateJwk,
    /// A JSON Web Token.
    Token,
    /// Something of PGP.
    Pgp,
    /// Parameters of a curve or of Diffie-Hellman, without a key.
    Parameters,
    /// A Certificate ID as text.
    CertificateId,
    /// A block that is cut off.
    Cut,
    /// A block whose content is none.
    Damaged,
    /// A block with BEGIN and END lines that an editor has changed.
    MarkersChanged,
    /// A block of a kind that has no use here.
    OtherBlock,
    /// A web page.
    Html,
    /// A ZIP archive, or a document of an office program, which is one.
    Zip,
    /// A document with layout: PDF, RTF.
    Document,
    /// A picture.
    Picture,
    /// A compressed file: gzip, bzip2, xz, 7z, Zstandard.
    Compressed,
    /// What a program printed of a certificate or key, without the thing itself.
    Printout,
    /// JSON of some other kind.
    Json,
    /// Text without anything that is known here.
    Text,
    /// Bytes without anything that is known here.
    Binary,
    /// Nothing at all, or blanks.
    Empty,
    /// More than a file of keys and certificates can be.
    TooLarge,
}

/// How a thing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FoundForm"))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A certificate, request, … between BEGIN and END lines.
    Pem,
    /// The base64 of PEM without these lines.
    Base64,
    /// Binary.
    Der,
    /// PKCS#8, the form that most systems ask for, in PEM.
    Pkcs8,
    /// PKCS#8 in DER.
    Pkcs8Der,
    /// PKCS#1, the older form of RSA keys.
    Pkcs1,
    /// SEC1, the older form of EC keys.
    Sec1,
    /// PKCS#8 that was opened with its passphrase.
    Opened,
    /// Taken from the PKCS#12 file above it.
    InKeystore,
    /// A JSON Web Key.
    Jwk,
    /// XML as .NET writes it.
    DotnetXml,
    /// OpenSSH's own form.
    OpenSsh,
    /// None that matters.
    Plain,
}

/// What a thing means for NetSuite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FoundVerdict"))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// NetSuite takes it.
    Accepted,
    /// NetSuite takes it; something is to be known before.
    Attention,
    /// Nobody documents whether NetSuite takes it.
    Undocumented,
    /// NetSuite does not take it.
    Refused,
    /// Right, and for nobody else to see: a private key, a token.
    Private,
    /// It has to be opened first.
    Locked,
    /// Nothing that NetSuite asks for.
    Unsuitable,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub check: Looked,
    /// What came of it.
    pub outcome: Outcome,
    /// The value looked at: a figure, a name, an instant. Never a sentence.
    pub detail: String,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FoundOutcome"))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// As it should be.
    Passed,
    /// It works, and something is to be known.
    Attention,
    /// It will not work.
    Failed,
    /// Not documented, or not known.
    Unknown,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FoundCheckKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Looked {
    /// It is a certificate, which is what NetSuite wants to be uploaded.
    Container,
    /// Its key is of a kind and size that NetSuite takes (facts A.1).
    Key,
    /// It is valid now.
    ValidNow,
    /// It is valid for no more than two years.
    TwoYears,
    /// Its own key signed it, and the signature holds.
    SelfSigned,
    /// It was signed with a hash of today.
    Hash,
    /// It is no certificate of an authority.
    Leaf,
    /// It is in the form that Oracle describes: PEM.
    UploadForm,
    /// It stands alone in its file.
    Alone,
    /// Its ID does not begin with a hyphen.
    Hyphen,
    /// The private key is in the form that most systems ask for.
    KeyForm,
    /// It is never uploaded.
    KeepPrivate,
    /// The target takes this kind of key.
    TargetKey,
    /// The algorithm of a token is one of NetSuite's.
    TokenAlgorithm,
    /// A client assertion names a Certificate ID.
    TokenKid,
    /// A client assertion is short-lived enough, and not over.
    TokenTime,
    /// A client assertion is issued by a Consumer Key.
    TokenIssuer,
}
