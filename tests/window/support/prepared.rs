//! Connections that have come far already, for tests that begin where the walk ends. What the walk's screens do is done
//! here by their commands; the administrator's part by the administrator.

use crate::support::administrator::{Administrator, NewRecord};
use crate::support::walk;
use crate::support::window::Window;
use serde_json::{Value, json};

/// A connection of the practice account.
pub(crate) struct SetUp {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) application: String,
    pub(crate) record: NewRecord,
}

/// One that has been set up, proven and handed over.
pub(crate) struct InUse {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) application: String,
    pub(crate) record: NewRecord,
    pub(crate) certificate_id: String,
    pub(crate) credential_id: String,
}

/// Starts the practice account and shows the board.
pub(crate) async fn practice(window: &Window<'_>) -> Administrator {
    does(window, "vault_check", json!({})).await;
    does(window, "practice_start", json!({})).await;
    window.reload().await;
    // Any screen of a practice connection shows the address.
    let status = does(window, "app_status", json!({})).await;
    Administrator::at(status["practice"]["address"].as_str().expect("it runs"))
}

/// A connection up to its Consumer Key. Its record lets people sign in by browser.
pub(crate) async fn connection(
    window: &Window<'_>,
    administrator: &Administrator,
    name: &str,
    public_client: bool,
) -> SetUp {
    let application = format!("{name} M2M {}", window.next());
    let record = administrator.make_integration_for_sign_in(&application, public_client).await;
    let created = json!({ "name": name, "practice": true });
    let id = does(window, "connection_create", created).await["id"].clone();
    for step in [
        json!({ "kind": "target", "target": "other" }),
        json!({ "kind": "account", "text": "TSTDRV1000001" }),
        json!({ "kind": "role", "roleName": "Certdesk Practice Integration", "entityName": "Integration User" }),
        json!({ "kind": "integration", "name": application, "scopes": ["restlets", "rest_webservices"] }),
        json!({ "kind": "client-id", "text": record.consumer_key }),
    ] {
        change(window, &id, step).await;
    }
    SetUp { id: text(&id), name: name.to_owned(), application, record }
}

/// Makes its certificate, with the quickest key; returns the credential.
pub(crate) async fn make_certificate(window: &Window<'_>, connection: &SetUp) -> Value {
    let request = json!({
        "keyType": "p-256", "algorithm": "ES256", "days": 730, "subject": connection.name, "signature": "pss",
    });
    let asked = json!({ "id": connection.id, "request": request });
    does(window, "certificate_make", asked).await["credentials"][0].clone()
}

/// A connection whose certificate is in use. Shows its page.
pub(crate) async fn in_use(
    window: &Window<'_>,
    administrator: &Administrator,
    name: &str,
    public_client: bool,
) -> InUse {
    let begun = connection(window, administrator, name, public_client).await;
    let credential = make_certificate(window, &begun).await;
    let file = window.desktop.folders.saved().join(format!("public-{}.pem", window.next()));
    std::fs::write(&file, text(&credential["certificatePem"])).expect("a file of the test");
    let certificate_id = administrator.map_certificate(&file, &begun.application).await;
    let confirmed = json!({
        "kind": "certificate-id", "credentialId": credential["id"], "text": certificate_id, "accept": false,
    });
    let id = json!(begun.id);
    change(window, &id, confirmed).await;
    let asked = json!({ "id": id, "credentialId": credential["id"] });
    does(window, "token_request", asked).await;
    change(window, &id, json!({ "kind": "handed-over" })).await;
    open(window, &begun.id).await;
    let SetUp { id, name, application, record } = begun;
    let credential_id = text(&credential["id"]);
    InUse { id, name, application, record, certificate_id, credential_id }
}

/// Shows the page of a connection.
pub(crate) async fn open(window: &Window<'_>, id: &str) {
    // The board first: the same address twice shows nothing new.
    walk::to_board(window).await;
    window.go(&format!("#/connection/{id}")).await;
    window.see("main[data-screen='connection'][aria-busy='false']").await;
}

/// What a command answers; its failure ends the test.
pub(crate) async fn does(window: &Window<'_>, command: &str, arguments: Value) -> Value {
    let answer = window.invoke(command, arguments).await;
    answer.unwrap_or_else(|failure| panic!("{command}: {failure}"))
}

/// A connection as its document is shown to the window.
pub(crate) async fn view(window: &Window<'_>, id: &str) -> Value {
    does(window, "connection_read", json!({ "id": id })).await
}

pub(crate) async fn change(window: &Window<'_>, id: &Value, change: Value) {
    does(window, "connection_change", json!({ "id": id, "change": change })).await;
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
