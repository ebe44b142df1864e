//! Replaces a certificate without an outage: `cargo run -p netsuite-client --example rotate`.
//!
//! The order is what matters. The old certificate stays until the new one has produced a token, and an
//! upload is sent once: if its answer is lost, list the certificates and look for the predicted
//! Certificate ID instead of uploading again.

mod practice;

use std::error::Error;

use netsuite_client::{AccessToken, CertificateState, Scope, TokenRequest};
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{Algorithm, PrivateKey};
use time::OffsetDateTime;

use practice::Account;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = Account::open().await?;
    let Account { netsuite, client_id, role, entity, .. } = &account;
    let today = OffsetDateTime::now_utc().date();
    let old_token = token(&account, &account.key, &account.certificate_id).await?;

    // 1. A new key and its certificate. Store the key before anything is sent.
    let (new_key, certificate) = practice::pair()?;
    let predicted = certificate.id();

    // 2. Upload it with the token of the old one, to the host on which the list was found.
    let before = netsuite.list_certificates(&old_token, client_id).await?;
    assert!(before.row(&predicted).is_none(), "the certificate is new");
    let uploaded = netsuite
        .upload_certificate(before.found_on, &old_token, client_id, &certificate, *role, *entity)
        .await?;
    assert_eq!(uploaded.certificate_id, predicted, "the ID is the thumbprint of the certificate");
    println!("Uploaded {}", uploaded.certificate_id);

    // 3. The new one must work before the old one goes. Switch the target system here.
    let new_token = token(&account, &new_key, &uploaded.certificate_id).await?;
    println!("Received a token with the new certificate");

    // 4. Revoke the old one, with the token of the new one. This can't be undone.
    netsuite
        .revoke_certificate(before.found_on, &new_token, client_id, &account.certificate_id)
        .await?;
    let after = netsuite.list_certificates(&new_token, client_id).await?;
    let state = |id| after.row(id).map(|row| row.state(today));
    assert_eq!(state(&account.certificate_id), Some(CertificateState::Revoked));
    assert_eq!(state(&uploaded.certificate_id), Some(CertificateState::Active));
    println!("Revoked {}", account.certificate_id);

    // 5. NetSuite refuses the old key from now on.
    let refused = token(&account, &account.key, &account.certificate_id).await;
    assert!(matches!(refused, Err(netsuite_client::Error::TokenRefused(_))), "{refused:?}");
    Ok(())
}

async fn token(
    account: &Account,
    key: &PrivateKey,
    certificate: &CertificateId,
) -> netsuite_client::Result<AccessToken> {
    let request = TokenRequest {
        client_id: &account.client_id,
        certificate,
        key,
        algorithm: Algorithm::Es256,
        scopes: &[Scope::RestWebservices],
    };
    let (_, granted) = account.netsuite.token(request, OffsetDateTime::now_utc()).await?;
    Ok(granted.token)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_example_runs() {
        super::main().unwrap();
    }
}
