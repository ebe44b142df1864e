//! Requests an access token and prints who it is for: `cargo run -p netsuite-client --example token`.

mod practice;

use std::error::Error;

use netsuite_client::{Scope, TokenRequest, WhoAmI};
use netsuite_keys::key::Algorithm;
use time::OffsetDateTime;

use practice::Account;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = Account::open().await?;
    let request = TokenRequest {
        client_id: &account.client_id,
        certificate: &account.certificate_id,
        key: &account.key,
        algorithm: Algorithm::Es256,
        scopes: &[Scope::RestWebservices],
    };
    // Each attempt signs an assertion of its own, which is valid for five minutes.
    let (_, granted) = account.netsuite.token(request, OffsetDateTime::now_utc()).await?;
    assert_eq!(granted.expires_in.whole_seconds(), 3600, "a token is valid for an hour");

    // `granted.token.expose()` goes into the header `Authorization: Bearer …`. NetSuite's own claims
    // tell which user and role the token acts for.
    let claims = granted.token.decode().ok_or("the token isn't a JWT")?.claims;
    let who = WhoAmI::read(&claims);
    let known = |id: &Option<String>| id.clone().unwrap_or_else(|| "unknown".to_owned());
    println!("Received a token for account {}", account.netsuite.account());
    println!("entity {}, role {}, scopes {:?}", known(&who.entity), known(&who.role), who.scopes);
    assert_eq!(who.entity, Some(account.entity.to_string()));
    assert_eq!(who.role, Some(account.role.to_string()));
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_example_runs() {
        super::main().unwrap();
    }
}
