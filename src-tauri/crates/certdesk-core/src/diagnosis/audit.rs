//! The codes of the Login Audit Trail, column Detail, for OAuth 2.0.
//!
//! Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_158324637123.html>

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident,)*) => {
        /// A documented code, spelt as NetSuite prints it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum AuditCode {
            $($(#[$doc])* $code,)*
        }

        impl AuditCode {
            /// All of them, in the order of the alphabet.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// As NetSuite prints it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)*
                }
            }
        }
    };
}

codes! {
    /// The access token is too old.
    AccessTokenExpired,
    /// Somebody pressed Deny.
    AuthorizationExplicitlyDenied,
    /// Listed; what it stands for in this grant is not recorded here.
    AuthorizationCodeGrantRequired,
    /// The Client Secret is wrong.
    ClientAuthenticationFailed,
    /// Another client than the one that was authorized.
    ClientIdMismatch,
    /// The user or the role is inactive.
    EntityOrRoleDisabled,
    /// The feature OAuth 2.0 is off.
    FeatureDisabled,
    /// State of the record is not Enabled.
    IntegrationBlocked,
    /// Code, refresh token or verifier.
    InvalidGrant,
    /// The grant type is unknown.
    InvalidGrantType,
    /// The record is not one of this account.
    InvalidIntegration,
    /// `iss`.
    InvalidIssuer,
    /// The Redirect URI is not one of the record's.
    InvalidRedirectURI,
    /// The sign-in was asked for in the wrong form, PKCE included.
    InvalidRequest,
    /// No scope, or an unknown one.
    InvalidScope,
    /// The signature of an access token.
    InvalidSignature,
    /// `state`.
    InvalidState,
    /// A refresh token where an access token belongs.
    InvalidTokenType,
    /// `kid` matches no valid certificate.
    MissingKey,
    /// No `kid`.
    MissingKeyId,
    /// The scope is not ticked on the record.
    ScopeMismatched,
    /// The signature of a client assertion.
    SignatureValidation,
    /// The access token was ended.
    TokenBlocked,
    /// `exp` has passed.
    TokenExpired,
    /// Issued in the future, or seen before.
    TokenNotAcceptable,
    /// A refresh token where an access token belongs.
    TokenRejected,
    /// `exp` is too far away.
    TokenValidityTooBroad,
    /// The Client ID of a sign-in is unknown.
    UnknownIntegration,
    /// `alg`.
    UnsupportedAlgo,
}

impl AuditCode {
    /// The code in rows of the audit trail, as copied from the page or exported, in any language: of
    /// several that of a row which names the integration record, else the first.
    pub(super) fn find_in_rows(text: &str, record: &str) -> Option<Self> {
        let record = record.trim().to_lowercase();
        let named = |line: &&str| !record.is_empty() && line.to_lowercase().contains(&record);
        text.lines().filter(named).find_map(Self::find).or_else(|| Self::find(text))
    }

    /// The first code in a text, however it is written and whatever stands around it.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words.find_map(|word| {
            let named = |code: &&Self| code.name().eq_ignore_ascii_case(word);
            Self::ALL.iter().find(named).copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_as_it_is_copied_from_the_page() {
        for text in ["MissingKey", " missingkey\r\n", "Detail: MissingKey (client credentials)"] {
            assert_eq!(AuditCode::find(text), Some(AuditCode::MissingKey), "{text}");
        }
        assert_eq!(AuditCode::find("MissingKeyId"), Some(AuditCode::MissingKeyId));
    }

    #[test]
    fn of_several_rows_that_of_the_record_counts() {
        let rows = "Datum,Benutzer,Rolle,Status,Detail,Anwendung\n\
            20.11.2026,Mira,Admin,Fehler,TokenExpired,Shop\n\
            20.11.2026,Mira,M2M,Fehler,MissingKey,\"Alumio M2M\"\n";
        assert_eq!(AuditCode::find_in_rows(rows, "alumio m2m"), Some(AuditCode::MissingKey));
        assert_eq!(AuditCode::find_in_rows(rows, "Celigo"), Some(AuditCode::TokenExpired));
        assert_eq!(AuditCode::find_in_rows(rows, ""), Some(AuditCode::TokenExpired));
        let copied = "2026/11/20 9:46\tMira\t失敗\tIntegrationBlocked\tAlumio M2M";
        assert_eq!(AuditCode::find_in_rows(copied, "X"), Some(AuditCode::IntegrationBlocked));
    }

    #[test]
    fn another_word_is_no_code() {
        for text in ["", "Failure", "Missing Key", "MissingKeyring", "<script>"] {
            assert_eq!(AuditCode::find(text), None, "{text}");
        }
    }
}
