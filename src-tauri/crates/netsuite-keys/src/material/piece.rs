//! The pieces of a file: where each begins and ends, and what it claims to be. Whether it holds
//! what it claims is for those who read it.

use super::der_kind::PieceKind;
use super::other_forms::{self, OpenSsh};
use super::pem::{self, Body};
use super::{MOST_BYTES, Wiped, der_kind, encryption};
use crate::key::PrivateKey;
use crate::{Error, Result};
use der::Decode;
use der::asn1::AnyRef;

/// What was found in a file.
pub(crate) struct Pieces {
    /// In their order. A block whose base64 is damaged is [`Error::PemTruncated`].
    pub(crate) found: Vec<Result<Piece>>,
    /// The label of a block at the end that is cut off; empty where none can be told.
    pub(crate) cut: Option<String>,
}

/// One piece.
pub(crate) struct Piece {
    pub(crate) kind: PieceKind,
    pub(crate) form: PieceForm,
    /// Empty for the old encrypted form of OpenSSL.
    pub(crate) der: Wiped<Vec<u8>>,
}

/// How a piece is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceForm {
    /// Between a BEGIN and an END line.
    Pem,
    /// The same base64 without these lines.
    Base64,
    /// Binary.
    Der,
    /// A JSON Web Key.
    Jwk,
    /// XML of .NET.
    DotnetXml,
    /// OpenSSH's own form.
    OpenSsh,
}

/// Takes a file apart.
///
/// Fails with [`Error::PemEmpty`], [`Error::PemTooLarge`], [`Error::PemTruncated`] for DER that is
/// cut off, and [`Error::PemBinary`] if there is nothing of a known kind.
pub(crate) fn pieces(bytes: &[u8]) -> Result<Pieces> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::PemTooLarge { limit: MOST_BYTES });
    }
    let text = pem::text(bytes);
    if text.as_ref().map_or(bytes.is_empty(), |text| text.trim().is_empty()) {
        return Err(Error::PemEmpty);
    }
    if let Some(text) = text {
        let unwrapped = pem::wrapped(&text).and_then(|inner| pem::text(&inner));
        let text = unwrapped.unwrap_or(text);
        let (blocks, cut) = pem::blocks(&text);
        if !blocks.is_empty() || cut.is_some() {
            return Ok(Pieces { found: blocks.into_iter().map(Piece::of_block).collect(), cut });
        }
        if let Some(der) = pem::bare_base64(&text) {
            return Piece::of_der(&der, PieceForm::Base64).map(Pieces::one);
        }
        if let Some(piece) = Piece::of_other_form(&text) {
            return Ok(Pieces::one(piece));
        }
        if bytes.is_ascii() && !text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
            return Err(Error::PemBinary);
        }
    }
    Piece::of_der(bytes, PieceForm::Der).map(Pieces::one)
}

impl Pieces {
    fn one(piece: Piece) -> Self {
        Self { found: vec![Ok(piece)], cut: None }
    }
}

impl Piece {
    fn of_block(block: pem::Block) -> Result<Self> {
        let form = PieceForm::Pem;
        match block.body {
            Body::Der(mut der) => {
                // OpenSSL's own form appends what it trusts the certificate for.
                if block.label == "TRUSTED CERTIFICATE" {
                    let length = der_kind::first_length(&der)?;
                    der.truncate(length);
                }
                Ok(Self::of_label(&block.label, der))
            }
            Body::LegacyEncrypted(cipher) => {
                Ok(Self { kind: PieceKind::OldEncryption(cipher), form, der: Wiped::default() })
            }
            Body::Damaged => Err(Error::PemTruncated),
        }
    }

    fn of_label(label: &str, der: Wiped<Vec<u8>>) -> Self {
        let form = PieceForm::Pem;
        match PieceKind::of_label(label) {
            PieceKind::EncryptedPkcs8 => {
                let old = encryption::unopened_scheme(&der).map(PieceKind::OldEncryption);
                Self { kind: old.unwrap_or(PieceKind::EncryptedPkcs8), form, der }
            }
            PieceKind::OpenSshKey => match other_forms::open_ssh(&der) {
                OpenSsh::Key(key) => Self::of_key(&key, PieceForm::OpenSsh),
                OpenSsh::Locked => Self { kind: PieceKind::LockedOpenSsh, form, der },
                OpenSsh::Other => Self { kind: PieceKind::OpenSshKey, form, der },
            },
            kind => Self { kind, form, der },
        }
    }

    /// A text that is a private key without any block.
    fn of_other_form(text: &str) -> Option<Self> {
        if let Some(key) = other_forms::json_web_key(text) {
            return Some(Self::of_key(&key, PieceForm::Jwk));
        }
        let key = other_forms::dotnet_key(text)?.private_key().ok()?;
        Some(Self::of_key(&key, PieceForm::DotnetXml))
    }

    /// A key that was written in another form is PKCS#8 from here on.
    fn of_key(key: &PrivateKey, form: PieceForm) -> Self {
        let der = Wiped::new(key.expose_pkcs8_der().expose().clone());
        Self { kind: PieceKind::Pkcs8, form, der }
    }

    /// Whether what is in it is whole, and of the kind that its label claims.
    pub(crate) fn is_sound(&self) -> bool {
        let found = || der_kind::of(&self.der).ok();
        match self.kind {
            PieceKind::OldEncryption(_) | PieceKind::LockedOpenSsh => true,
            PieceKind::OpenSshKey => self.der.starts_with(b"openssh-key-v1\0"),
            // Parameters of a curve often stand before its key.
            PieceKind::Other(_) => AnyRef::from_der(&self.der).is_ok(),
            ref claimed => found().as_ref() == Some(claimed),
        }
    }

    fn of_der(der: &[u8], form: PieceForm) -> Result<Self> {
        // Something after it, such as a line end that an editor added, does no harm.
        let der = &der[..der_kind::first_length(der)?];
        Ok(Self { kind: der_kind::of(der)?, form, der: Wiped::new(der.to_vec()) })
    }
}

impl PieceKind {
    fn of_label(label: &str) -> Self {
        match label {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => Self::Certificate,
            "PRIVATE KEY" => Self::Pkcs8,
            "RSA PRIVATE KEY" => Self::Pkcs1,
            "EC PRIVATE KEY" => Self::Sec1,
            "ENCRYPTED PRIVATE KEY" => Self::EncryptedPkcs8,
            "PUBLIC KEY" => Self::PublicKey,
            "RSA PUBLIC KEY" => Self::RsaPublicKey,
            "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Self::Request,
            "X509 CRL" => Self::RevocationList,
            "PKCS12" => Self::Pkcs12,
            "PKCS7" | "CMS" | "PKCS #7 SIGNED DATA" => Self::Pkcs7,
            "OPENSSH PRIVATE KEY" => Self::OpenSshKey,
            label => Self::Other(label.chars().take(LABEL_SHOWN).collect()),
        }
    }
}

const LABEL_SHOWN: usize = 40;
