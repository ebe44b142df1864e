//! Why something did not work. Variants carry data, never sentences.

/// What the functions of this crate return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a key or a certificate could not be made, read or used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
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
    /// A Certificate ID is 43 characters of base64url.
    #[error("not a Certificate ID")]
    CertificateIdInvalid {
        /// How many characters were entered.
        length: usize,
    },
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
    /// A PKCS#12 file (RFC 7292), whose key and certificate are read by the file doctor alone.
    #[error("this is a PKCS#12 file, not a key or certificate")]
    IsPkcs12,
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
    /// The user cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Something that has no remedy of its own; the cause goes to the log, without secrets.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}
