//! Lists the certificates of an integration record: `cargo run -p netsuite-client --example list`.

mod practice;

use std::error::Error;

use netsuite_client::{CertificateState, Scope, TokenRequest};
use netsuite_keys::key::Algorithm;
use time::OffsetDateTime;

use practice::Account;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = Account::open().await?;
    let now = OffsetDateTime::now_utc();
    // The certificates endpoint needs the scope REST web services and a role with the permission
    // Manage own OAuth 2.0 Client Credentials Certificates.
    let request = TokenRequest {
        client_id: &account.client_id,
        certificate: &account.certificate_id,
        key: &account.key,
        algorithm: Algorithm::Es256,
        scopes: &[Scope::RestWebservices],
    };
    let (_, granted) = account.netsuite.token(request, now).await?;
    let listed = account.netsuite.list_certificates(&granted.token, &account.client_id).await?;

    for row in &listed.certificates {
        let state = row.state(now.date());
        let until = row.valid_until.map_or_else(|| "unknown".to_owned(), |day| day.to_string());
        println!("{} {state:?}, valid until {until}", row.certificate_id);
    }
    let own = listed.row(&account.certificate_id).ok_or("the certificate isn't listed")?;
    assert_eq!(own.state(now.date()), CertificateState::Active);
    assert_eq!(own.role.as_ref().map(|role| role.id), Some(account.role));
    assert_eq!(own.entity.as_ref().map(|entity| entity.id), Some(account.entity));
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_example_runs() {
        super::main().unwrap();
    }
}
