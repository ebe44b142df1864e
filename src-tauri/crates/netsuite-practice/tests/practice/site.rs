//! A running practice account, and what a person and a program do with it.

use std::path::Path;
use std::sync::OnceLock;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use netsuite_practice::{
    AuditDetail, Clock, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice,
};
use rcgen::{
    CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384,
    PKCS_ECDSA_P521_SHA512, PKCS_RSA_SHA256, RsaKeySize,
};
use reqwest::header::{ORIGIN, WWW_AUTHENTICATE};
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// When all this happens.
pub(crate) const TODAY: OffsetDateTime = datetime!(2026-11-21 10:00 UTC);

pub(crate) const BASE: &str = "/services/rest/auth/oauth2/v1";
pub(crate) const ADMINISTRATOR: i64 = 3;
pub(crate) const INTEGRATION_ROLE: i64 = 1000;
pub(crate) const OWNER: i64 = -5;
pub(crate) const USER: i64 = 17;

/// Every box that a record for client credentials needs.
pub(crate) const M2M: &[(&str, &str)] = &[
    ("client_credentials", "on"),
    ("rest_webservices", "on"),
    ("restlets", "on"),
    ("name", "Alumio"),
];

pub(crate) struct Site {
    pub(crate) practice: Practice,
    pub(crate) clock: Clock,
    pub(crate) http: reqwest::Client,
}

/// A record as its page shows it, once.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    pub(crate) application_id: String,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) challenge: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) async fn of(answer: reqwest::Response) -> Self {
        let header = |name| {
            answer
                .headers()
                .get(name)
                .map(|value: &reqwest::header::HeaderValue| value.to_str().unwrap().to_owned())
        };
        Self {
            status: answer.status().as_u16(),
            challenge: header(WWW_AUTHENTICATE),
            location: header(reqwest::header::LOCATION),
            text: answer.text().await.unwrap(),
        }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub(crate) fn error(&self) -> String {
        self.json()["error"].as_str().unwrap_or_default().to_owned()
    }
}

impl Site {
    pub(crate) async fn open() -> Self {
        Self::open_with(None).await
    }

    pub(crate) async fn open_in(state_file: &Path) -> Self {
        Self::open_with(Some(state_file)).await
    }

    async fn open_with(state_file: Option<&Path>) -> Self {
        let clock = Clock::stopped_at(TODAY);
        let options =
            Options { state_file: state_file.map(Path::to_owned), port: 0, clock: clock.clone() };
        let practice = Practice::start(options).await.unwrap();
        let http = reqwest::Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        Self { practice, clock, http }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        self.practice.origin() + path
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.http.get(self.url(path)).send().await.unwrap()).await
    }

    /// Sends a form as the pages do.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request =
            self.http.post(self.url(path)).header(ORIGIN, self.practice.origin()).form(fields);
        Answer::of(request.send().await.unwrap()).await
    }

    /// Makes an integration record on its page.
    pub(crate) async fn record(&self, fields: &[(&str, &str)]) -> Record {
        let saved = self.post("/app/common/integration/integrapp.nl", fields).await;
        assert_eq!(saved.status, 303, "the record is saved: {}", saved.text);
        let page = self.get(&saved.location.unwrap()).await.text;
        Record {
            id: between(&page, "name=\"id\" value=\"", "\"").to_owned(),
            consumer_key: between(&page, "id=\"consumer-key\">", "<").to_owned(),
            consumer_secret: between(&page, "id=\"consumer-secret\">", "<").to_owned(),
            application_id: between(&page, "<dt>Application ID</dt><dd><code>", "<").to_owned(),
        }
    }

    /// Uploads a certificate on the page of the M2M set-up.
    pub(crate) async fn upload(
        &self,
        record: &Record,
        entity: i64,
        role: i64,
        file: &[u8],
    ) -> Answer {
        let fields = [
            ("entity", entity.to_string()),
            ("role", role.to_string()),
            ("application", record.id.clone()),
        ];
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!(
                    "--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        body.extend(b"--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"public.pem\"\r\n\r\n");
        body.extend(file);
        body.extend(b"\r\n--cut--\r\n");
        let request = self
            .http
            .post(self.url("/app/setup/clientcredential.nl"))
            .header(ORIGIN, self.practice.origin())
            .header("content-type", "multipart/form-data; boundary=cut")
            .body(body);
        Answer::of(request.send().await.unwrap()).await
    }

    /// A record with a certificate mapped to the owner and the integration role; returns the Certificate ID, too.
    pub(crate) async fn mapped(&self, pair: &Pair) -> (Record, String) {
        let record = self.record(M2M).await;
        let id = self.map(&record, OWNER, INTEGRATION_ROLE, pair).await;
        (record, id)
    }

    pub(crate) async fn map(&self, record: &Record, entity: i64, role: i64, pair: &Pair) -> String {
        let answer = self.upload(record, entity, role, pair.certificate.as_bytes()).await;
        assert_eq!(answer.status, 303, "the certificate is mapped: {}", answer.text);
        answer.location.unwrap().split_once("created=").unwrap().1.to_owned()
    }

    /// The claims of a sound assertion.
    pub(crate) fn claims(&self, record: &Record) -> Value {
        let now = self.clock.now().unix_timestamp();
        json!({
            "iss": record.consumer_key,
            "aud": self.url(&format!("{BASE}/token")),
            "scope": "rest_webservices",
            "iat": now,
            "exp": now + 300,
        })
    }

    pub(crate) async fn token(&self, assertion: &str) -> Answer {
        self.token_form(&[
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion),
        ])
        .await
    }

    pub(crate) async fn token_form(&self, fields: &[(&str, &str)]) -> Answer {
        let request = self.http.post(self.url(&format!("{BASE}/token"))).form(fields);
        Answer::of(request.send().await.unwrap()).await
    }

    /// An access token by client credentials.
    pub(crate) async fn access_token(&self, record: &Record, id: &str, pair: &Pair) -> String {
        let answer = self.token(&pair.sign(id, &self.claims(record))).await;
        assert_eq!(answer.status, 200, "a token is issued: {}", answer.text);
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// The Detail of the newest line of the audit trail.
    pub(crate) fn detail(&self) -> Option<AuditDetail> {
        self.practice.audit().last().and_then(|entry| entry.detail)
    }

    pub(crate) fn fault(&self, endpoint: Endpoint, misbehaviour: Misbehaviour, lasts: Lasts) {
        self.practice.faults().add(Fault { endpoint, misbehaviour, lasts }).unwrap();
    }
}

/// A key pair with its certificate.
pub(crate) struct Pair {
    pub(crate) key: KeyPair,
    pub(crate) certificate: String,
    algorithm: Option<Algorithm>,
}

impl Pair {
    pub(crate) fn p256() -> Self {
        Self::ec(&PKCS_ECDSA_P256_SHA256, Some(Algorithm::ES256))
    }

    pub(crate) fn p384() -> Self {
        Self::ec(&PKCS_ECDSA_P384_SHA384, Some(Algorithm::ES384))
    }

    /// `jsonwebtoken` has no ES512.
    pub(crate) fn p521() -> Self {
        Self::ec(&PKCS_ECDSA_P521_SHA512, None)
    }

    /// One RSA-3072 key for all tests, with a certificate of its own each time.
    pub(crate) fn rsa() -> Self {
        static KEY: OnceLock<String> = OnceLock::new();
        let key = KEY.get_or_init(|| {
            KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_3072).unwrap().serialize_pem()
        });
        Self::of(KeyPair::from_pem(key).unwrap(), Some(Algorithm::PS256))
    }

    pub(crate) fn rsa_2048() -> Self {
        Self::of(
            KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap(),
            Some(Algorithm::PS256),
        )
    }

    fn ec(kind: &'static rcgen::SignatureAlgorithm, algorithm: Option<Algorithm>) -> Self {
        Self::of(KeyPair::generate_for(kind).unwrap(), algorithm)
    }

    fn of(key: KeyPair, algorithm: Option<Algorithm>) -> Self {
        let certificate =
            certificate(&key, TODAY - Duration::minutes(5), TODAY + Duration::days(365));
        Self { key, certificate, algorithm }
    }

    /// The same key with a certificate of these dates.
    pub(crate) fn valid(mut self, from: OffsetDateTime, until: OffsetDateTime) -> Self {
        self.certificate = certificate(&self.key, from, until);
        self
    }

    pub(crate) fn sign(&self, kid: &str, claims: &Value) -> String {
        match self.algorithm {
            Some(algorithm) => self.sign_with(algorithm, Some(kid), claims),
            None => self.sign_es512(kid, claims),
        }
    }

    pub(crate) fn sign_with(
        &self,
        algorithm: Algorithm,
        kid: Option<&str>,
        claims: &Value,
    ) -> String {
        let mut header = Header::new(algorithm);
        header.kid = kid.map(str::to_owned);
        self.sign_header(&header, claims)
    }

    pub(crate) fn sign_header(&self, header: &Header, claims: &Value) -> String {
        let pem = self.key.serialize_pem();
        let key = match header.alg {
            Algorithm::ES256 | Algorithm::ES384 => EncodingKey::from_ec_pem(pem.as_bytes()),
            _ => EncodingKey::from_rsa_pem(pem.as_bytes()),
        };
        jsonwebtoken::encode(header, claims, &key.unwrap()).unwrap()
    }

    fn sign_es512(&self, kid: &str, claims: &Value) -> String {
        let header = json!({ "typ": "JWT", "alg": "ES512", "kid": kid });
        let signed = unsigned(&header, claims);
        let key =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P521_SHA512_FIXED_SIGNING, &self.key.serialize_der())
                .unwrap();
        let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        format!("{signed}.{}", Base64UrlUnpadded::encode_string(signature.as_ref()))
    }
}

/// Header and claims, not signed yet.
pub(crate) fn unsigned(header: &Value, claims: &Value) -> String {
    [header, claims]
        .map(|part| Base64UrlUnpadded::encode_string(part.to_string().as_bytes()))
        .join(".")
}

fn certificate(key: &KeyPair, from: OffsetDateTime, until: OffsetDateTime) -> String {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.not_before = from;
    params.not_after = until;
    params.self_signed(key).unwrap().pem()
}

pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) =
        text.split_once(start).unwrap_or_else(|| panic!("{start} is missing in {text}"));
    rest.split_once(end).unwrap().0
}
