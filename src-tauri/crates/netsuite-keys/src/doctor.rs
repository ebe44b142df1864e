//! The file doctor: says what a file is, whatever it is, whether NetSuite and the chosen target
//! take it, and why not.
//!
//! Nothing here fails: a file that cannot be read is an answer, too. Nothing is sent anywhere. No
//! answer carries key material; what a key or certificate can be used for afterwards is held
//! beside the answer, see `Held`. Where a file is taken apart, [`crate::material`] knows.

mod certificates;
mod convert;
mod keys;
mod keystore;
mod oddities;
mod printouts;
mod texts;
mod together;
mod tokens;

use crate::certificate::{Certificate, CertificateId};
use crate::key::{KeyType, PrivateKey};
use crate::material::{self, EncryptedPrivateKey, Piece, PieceForm, PieceKind};
use crate::repair::{self, Repair, Repaired};
use crate::secret::Passphrase;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use self::convert::Conversion;
pub use self::keys::{KeyAlgorithm, KeyFacts, PublicMark};
pub use self::oddities::Oddity;
pub use self::together::{Case, cases};
pub use self::tokens::{TokenFacts, TokenUse};
use crate::Error;

/// What a file is.
#[derive(Debug)]
pub struct Examination {
    /// Everything in it, in its order; never empty.
    pub items: Vec<Item>,
    /// How it is written, where that is worth knowing.
    pub oddities: Vec<Oddity>,
    /// What that means for NetSuite, all in all.
    pub verdict: Verdict,
    /// Things left out after the first [`MOST_ITEMS`].
    pub more: usize,
    /// What had happened to the file on its way, where it was put right before it was read.
    pub repaired: Option<Repaired>,
}

/// One thing in a file.
#[derive(Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub form: Form,
    /// The label of its block, or another name that stands in it, where `kind` does not say it.
    pub label: Option<String>,
    /// Its key.
    pub key: Option<KeyFacts>,
    /// What a certificate says.
    pub certificate: Option<CertificateFacts>,
    /// What a token says.
    pub token: Option<TokenFacts>,
    /// What that means for NetSuite.
    pub verdict: Verdict,
    /// What was looked at.
    pub checks: Vec<Check>,
    /// What it can be used for.
    held: Held,
}

/// A key or certificate that was read, kept on this side.
#[derive(Debug)]
enum Held {
    Nothing,
    Certificate(Box<Certificate>),
    Key(Box<PrivateKey>),
}

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

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    /// The subject, RFC 4514.
    pub subject: String,
    /// The issuer, where it is another.
    pub issuer: Option<String>,
    /// Upper-case hexadecimal.
    pub serial: String,
    /// From when it is valid.
    pub not_before: OffsetDateTime,
    /// Until when, this second included.
    pub not_after: OffsetDateTime,
    /// How it was signed, as openssl names it.
    pub signature: String,
    /// SHA-256, `34:F3:…`.
    pub fingerprint: String,
    /// The ID that NetSuite is expected to give it.
    pub id: CertificateId,
}

/// The target a file is meant for, as far as it matters to a file.
#[derive(Clone, Debug)]
pub struct Wants {
    /// Its name.
    pub label: String,
    /// The keys it takes.
    pub key_types: Vec<KeyType>,
    /// Whether it refuses a Certificate ID that begins with a hyphen (facts A.5).
    pub no_hyphen: bool,
}

/// Says what a file is. Bounded in size, time and memory, whatever the file says of itself.
pub fn examine(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
    target: Option<&Wants>,
    now: OffsetDateTime,
) -> Examination {
    let mut patient = Patient { passphrase, now, openings: MOST_OPENINGS, more: 0 };
    let repaired = repair::repair(bytes);
    let bytes = repaired.as_ref().map_or(bytes, |repaired| repaired.text.as_bytes());
    let mut items = patient.items(bytes);
    certificates::name_issuers(&mut items);
    if let Some(Repaired { fields, .. }) = &repaired
        && fields.len() == items.len()
    {
        for (item, field) in items.iter_mut().zip(fields) {
            item.label.get_or_insert_with(|| field.clone());
        }
    }
    let alone = together::holds_one_thing(&items);
    for item in &mut items {
        item.finish(alone, target);
    }
    let verdict = together::verdict(&items);
    let blocks = items.iter().any(|item| item.form != Form::Plain);
    // How a file is written that is to be replaced anyhow is of no interest.
    let written = blocks && repaired.is_none();
    let oddities = if written { oddities::of(bytes) } else { Vec::new() };
    Examination { items, oddities, verdict, more: patient.more, repaired }
}

impl Examination {
    /// What had happened to the file, in the order in which it was put right; mostly nothing.
    pub fn repairs(&self) -> &[Repair] {
        self.repaired.as_ref().map_or(&[], |repaired| &repaired.repairs)
    }
}

impl Item {
    /// The certificate, where it is one.
    pub fn certificate(&self) -> Option<&Certificate> {
        match &self.held {
            Held::Certificate(certificate) => Some(certificate),
            Held::Key(_) | Held::Nothing => None,
        }
    }

    /// The private key, where it is one that NetSuite takes.
    pub fn private_key(&self) -> Option<&PrivateKey> {
        match &self.held {
            Held::Key(key) => Some(key),
            Held::Certificate(_) | Held::Nothing => None,
        }
    }

    /// The key type, where NetSuite takes it.
    pub fn key_type(&self) -> Option<KeyType> {
        self.key.as_ref().and_then(|key| key.key_type)
    }

    fn new(kind: Kind, form: Form, verdict: Verdict) -> Self {
        Self {
            kind,
            form,
            label: None,
            key: None,
            certificate: None,
            token: None,
            verdict,
            checks: Vec::new(),
            held: Held::Nothing,
        }
    }

    fn unsuitable(kind: Kind) -> Self {
        Self::new(kind, Form::Plain, Verdict::Unsuitable)
    }

    fn labelled(mut self, label: impl Into<String>) -> Self {
        let label: String = label.into();
        self.label = Some(label.chars().filter(|c| !c.is_control()).take(LABEL_SHOWN).collect());
        self
    }

    fn check(&mut self, check: Looked, outcome: Outcome, detail: impl Into<String>) {
        self.checks.push(Check { check, outcome, detail: detail.into() });
    }

    /// What depends on the rest of the file, and on the target.
    fn finish(&mut self, alone: bool, target: Option<&Wants>) {
        if self.kind == Kind::Certificate {
            let outcome = if alone { Outcome::Passed } else { Outcome::Failed };
            self.check(Looked::Alone, outcome, "");
        }
        if let (Some(target), Some(key_type)) = (target, self.key_type())
            && matches!(self.kind, Kind::Certificate | Kind::PrivateKey)
        {
            let taken = target.key_types.contains(&key_type);
            let outcome = if taken { Outcome::Passed } else { Outcome::Failed };
            self.check(Looked::TargetKey, outcome, &target.label);
            let hyphen = self.certificate.as_ref().is_some_and(|it| it.id.starts_with_hyphen());
            if hyphen && target.no_hyphen {
                self.checks.retain(|check| check.check != Looked::Hyphen);
                self.check(Looked::Hyphen, Outcome::Failed, &target.label);
            }
        }
    }
}

/// What an examination carries along.
struct Patient<'a> {
    passphrase: Option<&'a Passphrase>,
    now: OffsetDateTime,
    /// Derivations of keys are costly by intention.
    openings: usize,
    more: usize,
}

impl Patient<'_> {
    fn items(&mut self, bytes: &[u8]) -> Vec<Item> {
        let pieces = match material::pieces(bytes) {
            Ok(pieces) => pieces,
            Err(refused) => return vec![texts::of(bytes, &refused, self.now)],
        };
        if let Some(kind) = texts::by_first_bytes(bytes)
            && !pieces.found.iter().any(Result::is_ok)
        {
            return vec![Item::unsuitable(kind)];
        }
        let mut items = Vec::new();
        let (found, cut) = (pieces.found, pieces.cut);
        self.more = found.len().saturating_sub(MOST_ITEMS);
        for piece in found.into_iter().take(MOST_ITEMS) {
            match piece {
                Ok(piece) => items.extend(self.of_piece(&piece)),
                Err(_) => items.push(Item::new(Kind::Damaged, Form::Pem, Verdict::Refused)),
            }
        }
        if let Some(label) = cut {
            items.push(Item::new(Kind::Cut, Form::Pem, Verdict::Refused).labelled(label));
        }
        items
    }

    fn of_piece(&mut self, piece: &Piece) -> Vec<Item> {
        let der = piece.der.as_slice();
        let form = match piece.form {
            PieceForm::Pem => Form::Pem,
            PieceForm::Base64 => Form::Base64,
            PieceForm::Der => Form::Der,
            PieceForm::Jwk => Form::Jwk,
            PieceForm::DotnetXml => Form::DotnetXml,
            PieceForm::OpenSsh => Form::OpenSsh,
        };
        let one = match &piece.kind {
            PieceKind::Certificate => certificates::item(der, form, self.now),
            PieceKind::Pkcs8 => match form {
                Form::Der => keys::pkcs8(der, Form::Pkcs8Der),
                Form::Pem | Form::Base64 => keys::pkcs8(der, Form::Pkcs8),
                other => keys::pkcs8(der, other),
            },
            PieceKind::Pkcs1 => keys::pkcs1(der),
            PieceKind::Sec1 => keys::sec1(der),
            PieceKind::EncryptedPkcs8 => self.locked_key(&EncryptedPrivateKey::of(der), form),
            PieceKind::LockedOpenSsh => {
                self.locked_key(&EncryptedPrivateKey::of_open_ssh(der), Form::OpenSsh)
            }
            PieceKind::OldEncryption(scheme) => {
                Item::new(Kind::LegacyLockedKey, form, Verdict::Locked).labelled(scheme)
            }
            PieceKind::PublicKey => keys::public_key(der, form),
            PieceKind::RsaPublicKey => keys::rsa_public_key(der, form),
            PieceKind::Request => keys::request(der, form),
            PieceKind::RevocationList => Item::new(Kind::RevocationList, form, Verdict::Unsuitable),
            PieceKind::Pkcs12 => return keystore::items(self, der),
            PieceKind::Pkcs7 => Item::new(Kind::Bundle, form, Verdict::Unsuitable),
            PieceKind::OpenSshKey => texts::open_ssh_key(der),
            PieceKind::Other(label) => texts::other_block(label),
        };
        vec![one]
    }

    fn locked_key(&mut self, key: &EncryptedPrivateKey, form: Form) -> Item {
        let mut locked = Item::new(Kind::LockedKey, form, Verdict::Locked);
        let Some(passphrase) = self.next_opening() else {
            return locked;
        };
        match key.decrypt(passphrase) {
            Ok(opened) => keys::pkcs8(&opened, Form::Opened),
            Err(Error::PassphraseWrong) => locked,
            Err(_) => {
                (locked.kind, locked.verdict) = (Kind::Damaged, Verdict::Refused);
                locked
            }
        }
    }

    fn next_opening(&mut self) -> Option<&Passphrase> {
        self.openings = self.openings.checked_sub(1)?;
        self.passphrase
    }
}

/// Things of one file that are looked at one by one.
pub const MOST_ITEMS: usize = 40;
/// Encrypted things of one file that are opened.
const MOST_OPENINGS: usize = 4;
const LABEL_SHOWN: usize = 80;

#[cfg(test)]
mod tests;
