//! The file doctor: says what a file is, whatever it is, whether NetSuite and the chosen target
//! take it, and why not.
//!
//! Nothing here fails: a file that cannot be read is an answer, too. Nothing is sent anywhere. No
//! answer carries key material; what a key or certificate can be used for afterwards is held
//! beside the answer, see `Held`. Where a file is taken apart, [`crate::material`] knows.

mod certificates;
mod convert;
mod findings;
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
use time::OffsetDateTime;

pub use self::convert::Conversion;
pub use self::findings::{Check, Form, Kind, Looked, Outcome, Verdict};
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
