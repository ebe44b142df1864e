//! A proof: what was sent and what came back, without signatures.

use certdesk_core::netsuite::proof::{self, Shown};
use netsuite_client::Decoded;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::features::test_call::view::TestCallView;
use crate::ipc::connection::ProofSummary;

/// A token was received.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Proof {
    summary: ProofSummary,
    token_url: String,
    certificate_id: String,
    client_id: String,
    application_id: Option<String>,
    assertion: DecodedJwt,
    /// None when NetSuite's token is not a JWT.
    token: Option<DecodedJwt>,
    checks: Vec<TokenCheck>,
    #[ts(type = "number | null")]
    clock_skew_seconds: Option<i64>,
    /// The test call that followed; null where the scopes have none that is usual.
    call: Option<TestCallView>,
}

/// The readable halves of a JWT, as indented JSON.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DecodedJwt {
    header: String,
    claims: String,
}

/// One thing the token shows.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct TokenCheck {
    check: Shown,
    passed: bool,
    detail: String,
}

impl Proof {
    pub(crate) fn new(
        proof: proof::Proof,
        certificate_id: String,
        client_id: String,
        call: Option<TestCallView>,
    ) -> Self {
        Self {
            summary: ProofSummary::new(&proof.proven),
            token_url: proof.token_url,
            certificate_id,
            client_id,
            application_id: proof.proven.who.application_id,
            assertion: DecodedJwt::new(&proof.assertion),
            token: proof.token.as_ref().map(DecodedJwt::new),
            checks: proof
                .checks
                .into_iter()
                .map(|check| TokenCheck {
                    check: check.check,
                    passed: check.passed,
                    detail: check.detail,
                })
                .collect(),
            clock_skew_seconds: proof.clock_skew,
            call,
        }
    }
}

impl DecodedJwt {
    fn new(decoded: &Decoded) -> Self {
        let pretty = |value: &Value| format!("{value:#}");
        Self { header: pretty(&decoded.header), claims: pretty(&decoded.claims) }
    }
}
