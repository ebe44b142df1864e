//! A client of NetSuite's OAuth 2.0 endpoints: client credentials tokens by signed assertions,
//! the authorization code grant with PKCE, the certificates endpoint, and single documented reads.
//!
//! Whoever calls gives the instant and the key; nothing is stored. TLS is verified, redirects are
//! refused, and addresses are built from a parsed [`AccountId`] alone.

mod account;
mod assertion;
mod client_id;
mod endpoints;
mod error;
mod scope;
pub mod sign_in;
mod token;

pub use account::{AccountId, Environment};
pub use assertion::{Assertion, Claims, LIFETIME, ScopeForm};
pub use client_id::ClientId;
pub use endpoints::{
    AccountAnswer, CertificateState, EndpointHost, Granted, InternalId, Listed, ListedCertificate,
    Named, NetSuite, Origin, Query, Read, ReadAnswer, ReadOutcome, ReadRefusal, RecordType,
    RestletUrl, RetryPolicy, TokenRequest, Uploaded, host_of,
};
pub use error::{Error, Refusal, Result, SignInError};
pub use scope::Scope;
pub use sign_in::REDIRECT_URI;
pub use token::{AccessToken, Decoded, WhoAmI};
