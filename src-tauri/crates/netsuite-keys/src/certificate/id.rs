//! NetSuite's name for an uploaded certificate.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// The Certificate ID, which goes into the header of every assertion as `kid`.
///
/// It is the SHA-256 of the certificate's DER in unpadded base64url, 43 characters. Oracle does not
/// say so, but its published sample certificate has exactly that ID
/// (<https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0209112025.html>), so it
/// can be told before the upload. It stays a prediction: where NetSuite returns another, that one counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateId(String);

impl CertificateId {
    /// The ID NetSuite is expected to give to this certificate.
    pub fn predict(certificate_der: &[u8]) -> Self {
        let hash = digest(&SHA256, certificate_der);
        Self(Base64UrlUnpadded::encode_string(hash.as_ref()))
    }

    /// Reads an ID as typed or pasted: blanks are dropped, also those within, which a grouped
    /// display leaves behind.
    pub fn parse(text: &str) -> Result<Self> {
        let id: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut hash = [0; 32];
        match Base64UrlUnpadded::decode(&id, &mut hash) {
            Ok(bytes) if bytes.len() == 32 => Ok(Self(id)),
            _ => Err(Error::CertificateIdInvalid { length: id.chars().count() }),
        }
    }

    /// Takes an ID as NetSuite gives it. Should it ever give others than it does today, they are
    /// its own: up to 128 characters that need no escaping in an address (RFC 3986, 2.3).
    pub fn given(text: &str) -> Result<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        // A path of dots alone is a way up.
        let sound = (1..=LONGEST).contains(&text.len())
            && text.bytes().all(plain)
            && text.bytes().any(|byte| byte != b'.');
        if sound {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::CertificateIdInvalid { length: text.chars().count() })
        }
    }

    /// As NetSuite writes it: 43 characters, as far as is known.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a command line would take it for an option. The SuiteCloud CLI cannot be given such
    /// an ID (<https://github.com/oracle/netsuite-suitecloud-sdk/issues/881>).
    pub fn starts_with_hyphen(&self) -> bool {
        self.0.starts_with('-')
    }
}

impl fmt::Display for CertificateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As [`CertificateId::given`]: a document holds what NetSuite gave, too.
impl TryFrom<String> for CertificateId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        Self::given(&text)
    }
}

impl From<CertificateId> for String {
    fn from(id: CertificateId) -> Self {
        id.0
    }
}

const LONGEST: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;

    const ORACLE_SAMPLE: &str = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";

    #[test]
    fn blanks_of_a_copied_grouping_are_dropped() {
        let pasted = " NPMn RyPg -WDW hPiA bisj\tKiH0 fqnB pjOZ 367w DTe0 pqA\r\n";
        assert_eq!(CertificateId::parse(pasted).unwrap().as_str(), ORACLE_SAMPLE);
    }

    #[test]
    fn anything_but_a_sha_256_in_base64url_is_refused_with_its_length() {
        for (text, expected) in [
            ("", 0),
            (&ORACLE_SAMPLE[..42], 42),
            (&format!("{ORACLE_SAMPLE}A"), 44),
            ("0f3c6a4e-1111-2222-3333-444455556666", 36),
            ("NPMnRyPg+WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA", 43),
            ("ÄPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA", 43),
        ] {
            let refused = CertificateId::parse(text);
            assert!(
                matches!(refused, Err(Error::CertificateIdInvalid { length }) if length == expected),
                "{text}: {refused:?}"
            );
        }
    }

    #[test]
    fn an_id_survives_being_stored() {
        let id = CertificateId::parse(ORACLE_SAMPLE).unwrap();
        let stored = serde_json::to_string(&id).unwrap();
        assert_eq!(stored, format!("\"{ORACLE_SAMPLE}\""));
        assert_eq!(serde_json::from_str::<CertificateId>(&stored).unwrap(), id);
        assert!(serde_json::from_str::<CertificateId>("\"a/../b\"").is_err());
    }

    #[test]
    fn what_netsuite_gives_is_taken_unless_it_could_lead_elsewhere() {
        for text in ["custcertificate_oa_realtime", "7", "-a", &"x".repeat(128)] {
            assert_eq!(CertificateId::given(text).unwrap().as_str(), text);
        }
        for text in ["", "..", "a/b", "a b", "a%2Fb", "a?b", "ä", &"x".repeat(129)] {
            assert!(CertificateId::given(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_id_that_looks_like_an_option_is_told() {
        assert!(!CertificateId::parse(ORACLE_SAMPLE).unwrap().starts_with_hyphen());
        let hyphen = format!("-{}", &ORACLE_SAMPLE[1..]);
        assert!(CertificateId::parse(&hyphen).unwrap().starts_with_hyphen());
    }
}
