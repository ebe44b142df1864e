//! Connections to the practice account, set up by commands as the window gives them.

use serde_json::{Value, json};
use tauri::async_runtime::block_on;

use crate::person::{Administrator, Record};
use crate::test_app::TestApp;

/// A data folder whose vault are key files, the practice account, and who administers it.
pub(crate) struct Practice {
    pub(crate) app: TestApp,
    pub(crate) administrator: Administrator,
}

/// One connection, and the record it belongs to.
pub(crate) struct Client {
    pub(crate) id: Value,
    pub(crate) record: Record,
}

/// A connection that has received a token and is in use.
pub(crate) struct InUse {
    pub(crate) practice: Practice,
    pub(crate) client: Client,
    pub(crate) credential: Value,
}

impl InUse {
    pub(crate) fn new() -> Self {
        let practice = Practice::new();
        let client = practice.sets_up("Northwind Traders");
        let credential = practice.reads(&client)["credentials"][0].clone();
        Self { practice, client, credential }
    }

    pub(crate) fn asks_for_a_token(&self) -> Result<Value, Value> {
        let request = json!({ "id": self.client.id, "credentialId": self.credential["id"] });
        self.practice.app.call("token_request", request)
    }

    pub(crate) fn diagnosis(&self, told: Value) -> Value {
        self.practice.app.does("diagnosis_read", json!({ "id": self.client.id, "told": told }))
    }
}

impl Practice {
    pub(crate) fn new() -> Self {
        let app = TestApp::new();
        app.does("vault_open_files", json!({ "passphrase": "a quiet harbour" }));
        let practice = app.does("practice_start", json!({}));
        let administrator = Administrator::at(practice["address"].as_str().unwrap());
        Self { app, administrator }
    }

    /// Up to a certificate that is not uploaded yet.
    pub(crate) fn prepares(&self, name: &str) -> Client {
        let record =
            self.administrator.creates_a_record_for_sign_in(name, true, &["rest_webservices"]);
        let record = block_on(record);
        let made = self.app.does("connection_create", json!({ "name": name, "practice": true }));
        let id = made["id"].clone();
        let scopes = ["rest_webservices"];
        for change in [
            json!({ "kind": "target", "target": "other" }),
            json!({ "kind": "account", "text": "TSTDRV1000001" }),
            json!({ "kind": "integration", "name": name, "scopes": scopes }),
            json!({ "kind": "client-id", "text": record.consumer_key }),
        ] {
            self.app.changes(&id, change);
        }
        self.makes_a_pair(&id, name);
        Client { id, record }
    }

    /// A P-256 key and its certificate.
    pub(crate) fn makes_a_pair(&self, id: &Value, name: &str) {
        let request = json!({
            "keyType": "p-256", "algorithm": "ES256", "days": 730, "subject": name,
            "signature": "plain",
        });
        self.app.does("certificate_make", json!({ "id": id, "request": request }));
    }

    /// Up to a token that is handed over, with the administrator's help.
    pub(crate) fn sets_up(&self, name: &str) -> Client {
        let client = self.prepares(name);
        let credential = self.reads(&client)["credentials"][0].clone();
        let pem = credential["certificatePem"].as_str().unwrap();
        let certificate_id = block_on(self.administrator.maps_a_certificate(&client.record, pem));
        let change = json!({
            "kind": "certificate-id", "credentialId": credential["id"], "text": certificate_id,
            "accept": false,
        });
        self.app.changes(&client.id, change);
        let proven = json!({ "id": client.id, "credentialId": credential["id"] });
        self.app.does("token_request", proven);
        self.app.changes(&client.id, json!({ "kind": "handed-over" }));
        client
    }

    pub(crate) fn signs_in(&self, client: &Client) {
        let how = json!({
            "id": client.id, "publicClient": true, "clientSecret": null, "staySignedIn": false,
        });
        // Whether a browser opens on the computer that runs the tests is another matter.
        drop(self.app.call("sign_in_start", how));
        let access = self.app.does("access_read", json!({ "id": client.id }));
        let url = access["waiting"]["authorizeUrl"].as_str().unwrap();
        let address = block_on(async { self.administrator.opens(url).await.allow("-5;3").await });
        self.app.does("sign_in_paste", json!({ "id": client.id, "address": address }));
    }

    pub(crate) fn reads(&self, client: &Client) -> Value {
        self.app.does("connection_read", json!({ "id": client.id }))
    }
}
