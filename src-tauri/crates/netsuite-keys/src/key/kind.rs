//! The kinds of key NetSuite takes and the algorithms each can sign with.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of key that NetSuite accepts for M2M: RSA of 3072 or 4096 bits, or one of three curves.
///
/// Oracle: "Integration Record, OAuth 2.0 Client Credentials Setup"
/// <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162686838198.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum KeyType {
    /// RSA, modulus of 3072 bits.
    #[serde(rename = "rsa-3072")]
    Rsa3072,
    /// RSA, modulus of 4096 bits.
    #[serde(rename = "rsa-4096")]
    Rsa4096,
    /// EC on NIST P-256.
    #[serde(rename = "p-256")]
    P256,
    /// EC on NIST P-384.
    #[serde(rename = "p-384")]
    P384,
    /// EC on NIST P-521.
    #[serde(rename = "p-521")]
    P521,
}

impl KeyType {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Rsa3072, Self::Rsa4096, Self::P256, Self::P384, Self::P521];

    /// The algorithms this kind can sign with; the first is the default.
    ///
    /// An RSA key serves all three PSS algorithms; a curve is bound to one hash (RFC 7518, 3.4).
    pub const fn algorithms(self) -> &'static [Algorithm] {
        match self {
            Self::Rsa3072 | Self::Rsa4096 => {
                &[Algorithm::Ps256, Algorithm::Ps384, Algorithm::Ps512]
            }
            Self::P256 => &[Algorithm::Es256],
            Self::P384 => &[Algorithm::Es384],
            Self::P521 => &[Algorithm::Es512],
        }
    }

    /// Whether it is RSA rather than EC.
    pub const fn is_rsa(self) -> bool {
        matches!(self, Self::Rsa3072 | Self::Rsa4096)
    }
}

/// How a client assertion is signed: the `alg` of its header (RFC 7518, 3.1).
///
/// RS256 and its kin are left out on purpose: NetSuite's current list has only these six.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
pub enum Algorithm {
    /// RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    Ps256,
    /// RSASSA-PSS with SHA-384 and a salt of 48 bytes.
    Ps384,
    /// RSASSA-PSS with SHA-512 and a salt of 64 bytes.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// ECDSA on P-521 with SHA-512.
    Es512,
}

impl Algorithm {
    /// Whether a key of that kind can sign with this algorithm.
    pub fn fits(self, key_type: KeyType) -> bool {
        key_type.algorithms().contains(&self)
    }

    /// The name as it stands in a JWT header, such as `PS256`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_algorithm_belongs_to_exactly_the_kinds_that_list_it() {
        assert!(Algorithm::Ps512.fits(KeyType::Rsa3072));
        assert!(Algorithm::Es512.fits(KeyType::P521));
        assert!(!Algorithm::Es256.fits(KeyType::P384));
        assert!(!Algorithm::Es384.fits(KeyType::Rsa4096));
        assert!(!Algorithm::Ps256.fits(KeyType::P256));
    }

    #[test]
    fn the_stored_names_are_the_documented_ones() {
        let kinds = serde_json::to_string(&KeyType::ALL).unwrap();
        assert_eq!(kinds, r#"["rsa-3072","rsa-4096","p-256","p-384","p-521"]"#);
        for algorithm in KeyType::ALL.iter().flat_map(|kind| kind.algorithms()) {
            let stored = serde_json::to_string(algorithm).unwrap();
            assert_eq!(stored, format!("\"{algorithm}\""));
        }
    }
}
