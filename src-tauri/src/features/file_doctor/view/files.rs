//! What the file doctor says. Of keys their kind crosses, never their bytes.

use certdesk_core::target::Target;
use netsuite_keys::certificate::Certificate;
use netsuite_keys::doctor::{
    Case, CertificateFacts, Check, Examination, Form, Item, KeyAlgorithm, KeyFacts, Kind, Looked,
    Oddity, Outcome, TokenFacts, TokenUse, Verdict,
};
use netsuite_keys::key::{Algorithm, KeyType};
use netsuite_keys::repair::Repair;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// Everything on the doctor's table.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DoctorView {
    pub(crate) files: Vec<ExaminedFile>,
    /// Which of them belong together. Each file is in one of them.
    pub(crate) cases: Vec<FileCase>,
    /// Whose rules are looked at as well.
    pub(crate) target: Option<Target>,
    /// As many files fit on the table.
    #[ts(type = "number")]
    pub(crate) most: usize,
}

/// Files that share a key, or one alone.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FileCase {
    /// By the numbers of the files.
    pub(crate) files: Vec<u32>,
    /// A private key that NetSuite takes, and its own certificate.
    pub(crate) pair: bool,
}

/// One file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExaminedFile {
    pub(crate) file: u32,
    pub(crate) name: String,
    pub(crate) verdict: Verdict,
    pub(crate) oddities: Vec<Oddity>,
    /// What had happened to the file on its way, in the order in which it was put right; what follows is said of the repaired
    /// text, which can be saved.
    pub(crate) repairs: Vec<Repair>,
    pub(crate) items: Vec<FoundItem>,
    /// Things of this file that were not looked at.
    #[ts(type = "number")]
    pub(crate) more: usize,
    /// Something in it opens with a passphrase.
    pub(crate) needs_passphrase: bool,
}

/// One thing in a file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundItem {
    pub(crate) kind: Kind,
    pub(crate) form: Form,
    /// A name that stands in it.
    pub(crate) label: Option<String>,
    pub(crate) key: Option<FoundKey>,
    pub(crate) certificate: Option<FoundCertificate>,
    pub(crate) token: Option<FoundToken>,
    pub(crate) verdict: Verdict,
    pub(crate) checks: Vec<FoundCheck>,
    /// It can be saved in another form.
    pub(crate) converts: bool,
}

/// What a key is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundKey {
    pub(crate) algorithm: KeyAlgorithm,
    pub(crate) bits: Option<u32>,
    pub(crate) curve: Option<String>,
    /// Null when NetSuite takes no such key.
    pub(crate) key_type: Option<KeyType>,
    /// What it can sign with at NetSuite.
    pub(crate) signs_with: Vec<Algorithm>,
}

/// What a certificate says.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundCertificate {
    pub(crate) subject: String,
    /// Null when it issued itself.
    pub(crate) issuer: Option<String>,
    pub(crate) serial: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) not_before: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) not_after: OffsetDateTime,
    /// As openssl names it.
    pub(crate) signature: String,
    pub(crate) fingerprint: String,
    /// As NetSuite is expected to name it.
    pub(crate) certificate_id: String,
    pub(crate) pem: String,
}

/// What a token says.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FoundToken {
    pub(crate) purpose: TokenUse,
    /// Its beginning.
    pub(crate) shown: String,
    /// Indented JSON.
    pub(crate) header: String,
    /// Indented JSON; empty when it is encrypted.
    pub(crate) claims: String,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) expires: Option<OffsetDateTime>,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct FoundCheck {
    pub(crate) check: Looked,
    pub(crate) outcome: Outcome,
    /// A figure, a name, an instant.
    pub(crate) detail: String,
}

impl ExaminedFile {
    pub(crate) fn new(file: u32, name: &str, examination: &Examination) -> Self {
        let locked = |item: &Item| matches!(item.kind, Kind::LockedKey | Kind::LockedKeystore);
        Self {
            file,
            name: name.to_owned(),
            verdict: examination.verdict,
            oddities: examination.oddities.clone(),
            repairs: examination.repairs().to_vec(),
            items: examination.items.iter().map(FoundItem::from).collect(),
            more: examination.more,
            needs_passphrase: examination.items.iter().any(locked),
        }
    }
}

impl FileCase {
    pub(crate) fn new(case: Case, numbers: &[u32]) -> Self {
        let files = case.files.into_iter().filter_map(|at| numbers.get(at).copied()).collect();
        Self { files, pair: case.pair }
    }
}

impl From<&Item> for FoundItem {
    fn from(item: &Item) -> Self {
        Self {
            kind: item.kind,
            form: item.form,
            label: item.label.clone(),
            key: item.key.as_ref().map(FoundKey::from),
            certificate: item
                .certificate
                .as_ref()
                .zip(item.certificate())
                .map(|(facts, certificate)| FoundCertificate::new(facts, certificate)),
            token: item.token.as_ref().map(FoundToken::from),
            verdict: item.verdict,
            checks: item.checks.iter().map(FoundCheck::from).collect(),
            converts: item.certificate().is_some() || item.private_key().is_some(),
        }
    }
}

impl From<&KeyFacts> for FoundKey {
    fn from(facts: &KeyFacts) -> Self {
        Self {
            algorithm: facts.algorithm,
            bits: facts.bits,
            curve: facts.curve.clone(),
            key_type: facts.key_type,
            signs_with: facts.key_type.map_or_else(Vec::new, |kind| kind.algorithms().to_vec()),
        }
    }
}

impl FoundCertificate {
    fn new(facts: &CertificateFacts, certificate: &Certificate) -> Self {
        Self {
            subject: facts.subject.clone(),
            issuer: facts.issuer.clone(),
            serial: facts.serial.clone(),
            not_before: facts.not_before,
            not_after: facts.not_after,
            signature: facts.signature.clone(),
            fingerprint: facts.fingerprint.clone(),
            certificate_id: facts.id.to_string(),
            pem: certificate.to_pem(),
        }
    }
}

impl From<&TokenFacts> for FoundToken {
    fn from(facts: &TokenFacts) -> Self {
        Self {
            purpose: facts.purpose,
            shown: facts.shown.clone(),
            header: facts.header.clone(),
            claims: facts.claims.clone(),
            expires: facts.expires,
        }
    }
}

impl From<&Check> for FoundCheck {
    fn from(check: &Check) -> Self {
        Self { check: check.check, outcome: check.outcome, detail: check.detail.clone() }
    }
}
