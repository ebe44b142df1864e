//! The other system: fetches tokens by itself, with the values and the private key that it was handed over. It shares no
//! code with the app; OpenSSL signs.

use crate::support::window::Window;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

/// What somebody entered there.
pub(crate) struct Target {
    token_url: String,
    client_id: String,
    certificate_id: String,
    /// A P-256 key.
    key: PathBuf,
}

impl Target {
    /// Takes the values that the window shows for handing over.
    pub(crate) async fn takes(
        window: &Window<'_>,
        credential_id: &str,
        id: &str,
        key: PathBuf,
    ) -> Self {
        let asked = json!({ "id": id, "credentialId": credential_id });
        let kit = window.invoke("kit_read", asked).await.expect("a kit");
        let of = |part: &str| kit[part].as_array().expect("fields").clone();
        let fields = [of("fields"), of("unseen")].concat();
        let find = |label: &str| {
            let named = |field: &&Value| field["label"].as_str().is_some_and(|t| t.contains(label));
            fields.iter().find(named).map(|field| field["value"].as_str().expect("text").to_owned())
        };
        let value = |label| find(label).unwrap_or_else(|| panic!("no {label} in {fields:?}"));
        let token_url = match find("Token URL") {
            Some(token_url) => token_url,
            // A system that does not ask for it works it out from the account.
            None => {
                let status = window.invoke("app_status", json!({})).await.expect("a status");
                let address = status["practice"]["address"].as_str().expect("it runs").to_owned();
                address + "/services/rest/auth/oauth2/v1/token"
            }
        };
        let (client_id, certificate_id) = (value("Client ID"), value("Certificate ID"));
        Self { token_url, client_id, certificate_id, key }
    }

    /// Where its private key lies.
    pub(crate) fn key(&self) -> &Path {
        &self.key
    }

    /// Asks for a token; `Err` is NetSuite's refusal.
    pub(crate) async fn fetch_token(&self) -> Result<String, String> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        let header = json!({ "typ": "JWT", "alg": "ES256", "kid": self.certificate_id });
        let claims = json!({
            "iss": self.client_id, "scope": ["restlets"], "aud": self.token_url, "iat": now, "exp": now + 300,
        });
        let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature = Base64UrlUnpadded::encode_string(&self.sign(signed.as_bytes()));
        let form = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &format!("{signed}.{signature}")),
        ];
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let answer = client.post(&self.token_url).form(&form).send().await.expect("an answer");
        let granted = answer.status().is_success();
        let answer: Value = answer.json().await.expect("JSON");
        match answer["access_token"].as_str() {
            Some(token) if granted => Ok(token.to_owned()),
            _ => Err(answer.to_string()),
        }
    }

    /// RFC 7518, section 3.4: both numbers, 32 bytes each. OpenSSL writes them as DER.
    fn sign(&self, text: &[u8]) -> Vec<u8> {
        use std::io::Write;
        let mut openssl = Command::new("openssl")
            .args(["dgst", "-sha256", "-sign"])
            .arg(&self.key)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("openssl is installed (Debian: openssl)");
        let mut input = openssl.stdin.take().expect("it reads");
        input.write_all(text).expect("it reads");
        drop(input);
        let der = openssl.wait_with_output().expect("it ends").stdout;
        let mut raw = Vec::new();
        let mut rest = der.get(2..).expect("openssl signs with this key");
        while let [0x02, length, after @ ..] = rest {
            let (number, next) = after.split_at(usize::from(*length));
            let digits: Vec<u8> = number.iter().copied().skip_while(|byte| *byte == 0).collect();
            raw.extend(vec![0; 32 - digits.len()]);
            raw.extend(digits);
            rest = next;
        }
        assert_eq!(raw.len(), 64, "two numbers of a P-256 signature");
        raw
    }
}
