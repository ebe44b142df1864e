//! The values of a connection that a program needs.

use netsuite_client::Scope;
use netsuite_keys::key::Algorithm;

use super::Facts;
use crate::connection::Connection;
use crate::error::{ConnectionError, Error, Result};
use crate::handover::kit::{KeyFile, PROPOSED, origin_of};
use crate::step::Step;
use crate::target::Named;

/// The values of one connection.
#[derive(Clone, Debug)]
pub struct Values {
    token_url: String,
    client_id: String,
    certificate_id: String,
    algorithm: Algorithm,
    scopes: Vec<Scope>,
    key_file: Option<String>,
}

/// Where a name of a template stands for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Texts, in the language's quotation marks.
    TokenUrl,
    CatalogUrl,
    ClientId,
    CertificateId,
    Algorithm,
    KeyFile,
    /// One scope as a text, several as a list: Oracle's page has a text with commas, Oracle's sample
    /// a list. See <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html>
    Scope,
    /// The same as a text in JSON.
    ScopeJson,
    /// A text, with commas between several.
    Scopes,
    /// Without quotation marks: 256, 384 or 512.
    HashBits,
    /// As many bytes, which a salt of PSS has, too.
    HashBytes,
    /// P-256, P-384 or P-521.
    Curve,
    /// The length of R and of S.
    CoordinateBytes,
    /// The same in hexadecimal digits.
    CoordinateDigits,
}

/// Which programs have certain lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Only {
    /// Those that sign with RSA.
    Rsa,
    /// Those that sign with an elliptic curve.
    Ec,
    /// Those whose token is for REST web services, so that there is a call to make with it.
    Rest,
    /// All but those.
    NoRest,
}

impl Values {
    /// The values of a connection and of its credential in use.
    ///
    /// # Errors
    /// [`ConnectionError::StepNotReady`] for the step that gives a missing value.
    pub fn of(connection: &Connection, token_url: &str) -> Result<Self> {
        let missing = |step| Error::Connection(ConnectionError::StepNotReady { step });
        let integration = &connection.integration;
        let client_id = integration.client_id.as_ref().ok_or(missing(Step::Integration))?;
        let credential = connection.working().ok_or(missing(Step::Key))?;
        Ok(Self {
            token_url: token_url.to_owned(),
            client_id: client_id.to_string(),
            certificate_id: credential.certificate_id().to_string(),
            algorithm: credential.algorithm,
            scopes: integration.scopes.clone(),
            key_file: KeyFile::of(credential).path.map(ToOwned::to_owned),
        })
    }

    #[cfg(test)]
    pub(super) fn example(algorithm: Algorithm, scopes: &[Scope], key_file: &str) -> Self {
        Self {
            token_url: "https://example.test:7/token".into(),
            client_id: "CLIENT".into(),
            certificate_id: "CERTIFICATE".into(),
            algorithm,
            scopes: scopes.to_vec(),
            key_file: Some(key_file.to_owned()),
        }
    }

    /// Where the private key was saved in the form that the programs read.
    #[must_use]
    pub fn saved_key(&self) -> Option<&str> {
        self.key_file.as_deref()
    }

    /// Where the programs look for the private key.
    #[must_use]
    pub fn key_file(&self) -> &str {
        self.saved_key().unwrap_or(PROPOSED)
    }

    pub(super) fn are(&self, only: Only) -> bool {
        let rsa = matches!(self.algorithm, Algorithm::Ps256 | Algorithm::Ps384 | Algorithm::Ps512);
        let rest = self.scopes.contains(&Scope::RestWebservices);
        match only {
            Only::Rsa => rsa,
            Only::Ec => !rsa,
            Only::Rest => rest,
            Only::NoRest => !rest,
        }
    }

    /// A value as a program of that language has it.
    pub(super) fn written(&self, value: Value, facts: &Facts) -> String {
        let text = |text: &str| facts.quotes.literal(text);
        match value {
            Value::TokenUrl => text(&self.token_url),
            Value::CatalogUrl => text(&(origin_of(&self.token_url) + CATALOG)),
            Value::ClientId => text(&self.client_id),
            Value::CertificateId => text(&self.certificate_id),
            Value::Algorithm => text(self.algorithm.name()),
            Value::KeyFile => text(self.key_file()),
            Value::Scope => self.scope(text, [&facts.list[0], ", ", &facts.list[1]]),
            Value::ScopeJson => text(&self.scope(|scope| format!("\"{scope}\""), ["[", ",", "]"])),
            Value::Scopes => text(&self.scope(ToOwned::to_owned, ["", ",", ""])),
            Value::HashBits => self.hash_bits().to_string(),
            Value::HashBytes => (self.hash_bits() / 8).to_string(),
            Value::Curve => format!("P-{}", self.curve_bits()),
            Value::CoordinateBytes => self.coordinate_bytes().to_string(),
            Value::CoordinateDigits => (self.coordinate_bytes() * 2).to_string(),
        }
    }

    fn scope(&self, text: impl Fn(&str) -> String, [open, comma, close]: [&str; 3]) -> String {
        let scopes: Vec<_> = self.scopes.iter().map(|scope| text(scope.as_str())).collect();
        match scopes.as_slice() {
            [one] => one.clone(),
            several => format!("{open}{}{close}", several.join(comma)),
        }
    }

    const fn hash_bits(&self) -> u32 {
        match self.algorithm {
            Algorithm::Ps256 | Algorithm::Es256 => 256,
            Algorithm::Ps384 | Algorithm::Es384 => 384,
            Algorithm::Ps512 | Algorithm::Es512 => 512,
        }
    }

    const fn curve_bits(&self) -> u32 {
        match self.hash_bits() {
            512 => 521,
            bits => bits,
        }
    }

    const fn coordinate_bytes(&self) -> u32 {
        self.curve_bits().div_ceil(8)
    }
}

impl Named for Value {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "tokenUrl" => Self::TokenUrl,
            "catalogUrl" => Self::CatalogUrl,
            "clientId" => Self::ClientId,
            "certificateId" => Self::CertificateId,
            "algorithm" => Self::Algorithm,
            "keyFile" => Self::KeyFile,
            "scope" => Self::Scope,
            "scopeJson" => Self::ScopeJson,
            "scopes" => Self::Scopes,
            "hashBits" => Self::HashBits,
            "hashBytes" => Self::HashBytes,
            "curve" => Self::Curve,
            "coordinateBytes" => Self::CoordinateBytes,
            "coordinateDigits" => Self::CoordinateDigits,
            _ => return None,
        })
    }
}

/// A call that changes nothing and reads no record: how a customer is described.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545129726.html>
const CATALOG: &str = "/services/rest/record/v1/metadata-catalog/customer";
