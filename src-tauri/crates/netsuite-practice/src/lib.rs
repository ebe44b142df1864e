//! A practice account: a server on 127.0.0.1 that stands for NetSuite, to learn and to test with.
//!
//! It enforces what Oracle documents for OAuth 2.0 client credentials: the token request, the
//! certificates endpoint, the authorization code grant, and the pages on which a person sets them up. It
//! was written from Oracle's text alone and shares no code with the client it is to judge. Where
//! Oracle is silent, the code says so, and no client may depend on what happens there.
//!
//! It is not NetSuite: there are no records, no passwords and no TLS, and every page says so. It can be
//! told to go wrong ([`Faults`]), as networks and servers do.
//!
//! | Module | What it holds |
//! | --- | --- |
//! | `server`, `state`, `listener` | start and stop; what all requests share; connections that can be closed from inside |
//! | `middleware`, `request_log` | what every request passes first, and the record of requests |
//! | `account`, `store` | what the account holds, and how it is kept |
//! | `certificate`, `jws` | reading certificates and tokens |
//! | `access_token`, `authorization_code` | the tokens, and the codes of the authorization code grant |
//! | `endpoints` | what programs call: tokens, certificates, the check of an account ID |
//! | `pages`, `paths` | what a person sees; the paths of pages and endpoints |
//! | `error_response`, `refusal_text` | how endpoints refuse; why a certificate is not mapped |
//! | `faults` | what goes wrong |
//!
//! ```no_run
//! # async fn example() -> Result<(), netsuite_practice::StartError> {
//! use netsuite_practice::{Options, Practice};
//!
//! let practice = Practice::start(Options::default()).await?;
//! println!("{} is at {}", practice.account_id(), practice.origin());
//! practice.stop().await;
//! # Ok(())
//! # }
//! ```

mod access_token;
mod account;
mod authorization_code;
mod certificate;
mod clock;
mod endpoints;
mod error_response;
mod faults;
mod jws;
mod listener;
mod middleware;
mod pages;
mod paths;
mod random;
mod refusal_text;
mod request_log;
mod server;
mod state;
mod store;

pub use account::ACCOUNT_ID;
pub use account::audit::{AuditDetail, AuditEntry, AuditedRequest, ScopeForm};
pub use account::roles::{INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME};
pub use clock::Clock;
pub use faults::{Endpoint, Fault, Faults, Lasts, Misbehaviour, UnfitFault};
pub use pages::REDIRECT_PAGE;
pub use request_log::ReceivedRequest;
pub use server::{Options, Practice, StartError};
pub use store::StateFileError;
