//! Connections to the practice account, set up by commands as the window gives them.

use serde_json::{Value, json};
use tauri::async_runtime::block_on;

use crate::desk::Desk;
use crate::person::{Administrator, Record};

/// A data folder whose vault are key files, the practice account, and who administers it.
pub(crate) struct Practice {
    pub(crate) desk: Desk,
    pub(crate) administrator: Administrator,
}

/// One connection, and the record it belongs to.
pub(crate) struct Client {
    pub(crate) id: Value,
    pub(crate) record: Record,
}

impl Practice {
    pub(crate) fn new() -> Self {
        let desk = Desk::new();
        desk.does("vault_open_files", json!({ "passphrase": "a quiet harbour" }));
        let practice = desk.does("practice_start", json!({}));
        let administrator = Administrator::at(practice["address"].as_str().unwrap());
        Self { desk, administrator }
    }

    /// Up to a certificate that is not uploaded yet.
    pub(crate) fn prepares(&self, name: &str) -> Client {
        let record =
            self.administrator.creates_a_record_for_sign_in(name, true, &["rest_webservices"]);
        let record = block_on(record);
        let made = self.desk.does("connection_create", json!({ "name": name, "practice": true }));
        let id = made["id"].clone();
        let scopes = ["rest_webservices"];
        for change in [
            json!({ "kind": "target", "target": "other" }),
            json!({ "kind": "account", "text": "TSTDRV1000001" }),
            json!({ "kind": "integration", "name": name, "scopes": scopes }),
            json!({ "kind": "client-id", "text": record.consumer_key }),
        ] {
            self.desk.changes(&id, change);
        }
        let request = json!({
            "keyType": "p-256", "algorithm": "ES256", "days": 730, "subject": name,
            "signature": "plain",
        });
        self.desk.does("certificate_make", json!({ "id": id, "request": request }));
        Client { id, record }
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
        self.desk.changes(&client.id, change);
        let proven = json!({ "id": client.id, "credentialId": credential["id"] });
        self.desk.does("token_request", proven);
        self.desk.changes(&client.id, json!({ "kind": "handed-over" }));
        client
    }

    pub(crate) fn signs_in(&self, client: &Client) {
        let how = json!({
            "id": client.id, "publicClient": true, "clientSecret": null, "staySignedIn": false,
        });
        // Whether a browser opens on the computer that runs the tests is another matter.
        drop(self.desk.call("sign_in_start", how));
        let access = self.desk.does("access_read", json!({ "id": client.id }));
        let url = access["waiting"]["authorizeUrl"].as_str().unwrap();
        let address = block_on(async { self.administrator.opens(url).await.allow("-5;3").await });
        self.desk.does("sign_in_paste", json!({ "id": client.id, "address": address }));
    }

    pub(crate) fn reads(&self, client: &Client) -> Value {
        self.desk.does("connection_read", json!({ "id": client.id }))
    }
}
