//! The practice account: a NetSuite of one's own, on 127.0.0.1, to learn and to test with.
//!
//! It enforces what Oracle documents for OAuth 2.0 client credentials: the token request, the
//! certificates endpoint, the authorization code grant, and the pages on which a person sets them up. It
//! was written from Oracle's text alone and shares no code with the client it is to judge. Where
//! Oracle is silent, the code says so, and no client may depend on what happens there.
//!
//! It is no NetSuite: there are no records, no passwords and no TLS, and every page says so. It can be
//! told to go wrong ([`Faults`]), as networks and servers do.
//!
//! | Module | What stands there |
//! | --- | --- |
//! | `server`, `reception`, `wire` | start and stop; what every request passes; connections that can be cut |
//! | `account`, `ledger` | what the account holds, and how it is kept |
//! | `certificate`, `jws` | reading certificates and tokens |
//! | `token`, `access_token`, `bearer` | the token request, the tokens, and who calls with one |
//! | `grant` | the authorization code grant: requests, codes |
//! | `certificates` | list, upload and revoke for programs |
//! | `pages` | what a person sees |
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
mod answer;
mod bearer;
mod certificate;
mod certificates;
mod clock;
mod datacenterurls;
mod faults;
mod grant;
mod jws;
mod ledger;
mod pages;
mod random;
mod reception;
mod requests;
mod server;
mod token;
mod wire;

pub use account::ACCOUNT_ID;
pub use account::audit::{AuditDetail, AuditEntry, AuditedRequest, ScopeForm};
pub use account::people::{INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME};
pub use clock::Clock;
pub use faults::{Endpoint, Fault, Faults, Lasts, Misbehaviour, UnfitFault};
pub use ledger::StateFileError;
pub use pages::REDIRECT_PAGE;
pub use requests::ReceivedRequest;
pub use server::{Options, Practice, StartError};
