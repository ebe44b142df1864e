//! Another system that asks for a token, and makes the mistakes that Certdesk cannot make.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{self as aws, EcdsaKeyPair};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use netsuite_keys::key::PrivateKey;
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::site::Site;

/// How it signs.
#[derive(Clone, Copy)]
pub(crate) enum Signs {
    /// As NetSuite wants it, on P-256.
    Es256,
    /// On P-256, the signature in DER.
    Es256InDer,
    /// RSA PKCS#1 v1.5.
    Rs256,
    /// Said to be PS256, signed with PKCS#1 v1.5, as `openssl dgst -sign` does.
    Ps256InPkcs1,
    /// PS256 with the longest salt, as Node's `crypto` takes it.
    Ps256LongSalt,
}

/// Its request, and what came back.
pub(crate) struct Sent {
    pub(crate) request: String,
    pub(crate) answer: String,
    pub(crate) assertion: String,
}

/// An assertion as the documentation shows it, changed by `change`.
pub(crate) fn assertion(
    site: &Site,
    key: &PrivateKey,
    signs: Signs,
    change: impl FnOnce(&mut Value, &mut Value),
) -> String {
    let now = OffsetDateTime::now_utc().unix_timestamp();
    let alg = match signs {
        Signs::Es256 | Signs::Es256InDer => "ES256",
        Signs::Rs256 => "RS256",
        Signs::Ps256InPkcs1 | Signs::Ps256LongSalt => "PS256",
    };
    let mut header = json!({ "typ": "JWT", "alg": alg, "kid": site.certificate_id() });
    let mut claims = json!({
        "iss": site.record.consumer_key,
        "scope": ["rest_webservices"],
        "aud": site.token_url(),
        "iat": now - 5,
        "exp": now + 300,
    });
    change(&mut header, &mut claims);
    let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(&claims));
    let signature = sign(key, signs, signed.as_bytes());
    format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature))
}

fn sign(key: &PrivateKey, signs: Signs, message: &[u8]) -> Vec<u8> {
    let (pkcs8, random) = (key.expose_pkcs8_der().expose(), SystemRandom::new());
    let ecdsa = |algorithm| {
        let key = EcdsaKeyPair::from_pkcs8(algorithm, pkcs8).unwrap();
        key.sign(&random, message).unwrap().as_ref().to_vec()
    };
    let rsa = |padding: &'static dyn aws::RsaEncoding| {
        let key = rsa::KeyPair::from_pkcs8(pkcs8).unwrap();
        let mut signature = vec![0; key.public_modulus_len()];
        key.sign(padding, &random, message, &mut signature).unwrap();
        signature
    };
    match signs {
        Signs::Es256 => ecdsa(&aws::ECDSA_P256_SHA256_FIXED_SIGNING),
        Signs::Es256InDer => ecdsa(&aws::ECDSA_P256_SHA256_ASN1_SIGNING),
        Signs::Rs256 | Signs::Ps256InPkcs1 => rsa(&aws::RSA_PKCS1_SHA256),
        Signs::Ps256LongSalt => rsa(&LONG_SALT),
    }
}

static LONG_SALT: aws::RsaSignatureEncoding =
    aws::RSA_PSS_SHA256.with_pss_salt_length(aws::RsaPssSaltLength::Max);

/// Sends an assertion in the documented form.
pub(crate) async fn sends(site: &Site, assertion: String) -> Sent {
    sends_as(site, assertion, "client_assertion").await
}

/// The same, the assertion in a field of this name.
pub(crate) async fn sends_as(site: &Site, assertion: String, field: &str) -> Sent {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        (field, assertion.as_str()),
    ];
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = client.post(site.token_url()).form(&form).build().unwrap();
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    let request_text = format!("POST {}\n\n{}", site.token_url(), String::from_utf8_lossy(body));
    let answer = client.execute(request).await.unwrap();
    let status = answer.status();
    let words = status.canonical_reason().unwrap_or_default();
    let answer =
        format!("HTTP/1.1 {} {words}\n\n{}", status.as_u16(), answer.text().await.unwrap());
    assert!(!status.is_success(), "this should have been refused: {answer}");
    Sent { request: request_text, answer, assertion }
}
