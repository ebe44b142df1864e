//! Signing in by the browser: the app opens NetSuite's page, a person answers there, and the answer comes back by paste
//! or by the app's own scheme.

use crate::support::administrator::{Administrator, INTEGRATION_USER};
use crate::support::desktop::Desktop;
use crate::support::prepared::{self, SetUp};
use crate::support::walk::{self, QUICK_KEY};
use crate::support::window::Window;
use serde_json::json;

#[tokio::test]
async fn a_public_client_signs_in_and_has_its_certificate_uploaded_and_proven() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;
    walk::name_account(&window).await;
    walk::note_role(&window).await;
    // Step 4 names what the record needs for the sign-in beside the rest.
    window.click("label:has(#for-me)").await;
    window.read("#sign-in-fields", "certdesk://oauth/callback").await;
    let record = administrator.make_integration_for_sign_in("Kestrel M2M", true).await;
    window.fill("#integration-name", "Kestrel M2M").await;
    window.fill("#client-id", &record.consumer_key).await;
    window.click("[data-act='continue']").await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;

    // Step 6, for me.
    window.see("#way-for-me:checked").await;
    let page = start(&window).await;
    let address = administrator.allow(&page, INTEGRATION_USER).await;
    paste(&window, &address).await;
    window.see("#upload-form").await;
    assert!(!window.has("#upload-form [data-tone='danger']").await, "every check passes");
    // The list of a new record is empty, so it names nobody: who signed in is a choice like others.
    assert_eq!(window.value("#map-entity").await, "");
    assert_eq!(window.value("#map-role").await, "");
    window.click("#upload-certificate").await;
    window.read("#map-entity-message", "Choose one").await;
    choose_mapping(&window).await;
    window.read("[data-check='mapping'][data-tone='warn']", "Certdesk can’t compare").await;
    assert!(administrator.mappings().await.is_empty(), "nothing is sent before the word");
    window.click("#upload-certificate").await;
    window.see("#upload-outcome").await;
    window.click("#upload-go-on").await;
    walk::prove(&window).await;
    window.read("[data-fact='entity']", "Integration User").await;
    walk::hand_over(&window).await;

    assert_eq!(administrator.mappings().await.len(), 1, "one upload");
    let trail = administrator.audit_trail().await;
    assert!(trail.contains("Token request, authorization code"), "{trail}");
    walk::to_board(&window).await;
    window.read("tr[data-connection]", "Working").await;
}

#[tokio::test]
async fn a_confidential_client_comes_back_by_the_apps_own_address_and_stays_signed_in() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let SetUp { id, record, .. } =
        prepared::connection(&window, &administrator, "Larkspur Medical", false).await;
    assert_eq!(desktop.session.secrets(), 0);

    window.go(&format!("#/connection/{id}/certificates")).await;
    window.click("label:has(#client-confidential)").await;
    window.click("label:has(#stay-signed-in)").await;
    window.click("#sign-in").await;
    window.read("#client-secret-message", "Client Secret").await;
    window.fill("#client-secret", &record.consumer_secret).await;
    let page = start(&window).await;
    let address = administrator.allow(&page, INTEGRATION_USER).await;
    assert!(address.starts_with("certdesk://oauth/callback?"), "{address}");
    desktop.hand_over_to_the_app(&address);
    // The list is read at once.
    window.see("main[data-screen='certificates'] #list-title").await;
    window.read(".access-line", "Signed in with role 1000, entity 17").await;
    assert_eq!(desktop.session.secrets(), 2, "Client Secret and refresh token");
    window.quit().await;

    // After a restart nobody is asked again.
    let window = desktop.open().await;
    prepared::practice(&window).await;
    window.go(&format!("#/connection/{id}/certificates")).await;
    window.see("#list-title").await;
    window.read(".access-line", "Signed in with role 1000, entity 17").await;

    // Signing out tells NetSuite, and takes the refresh token out of the keychain; the secret stays.
    window.click("[data-act='open-sign-in']").await;
    window.click("[data-act='sign-in-end']").await;
    window.see("#client-public").await;
    assert_eq!(desktop.session.secrets(), 1, "the Client Secret");
    window.click("label:has(#client-confidential)").await;
    window.click("[data-act='sign-in-forget-secret']").await;
    window.see("#client-secret").await;
    assert_eq!(desktop.session.secrets(), 0, "and then the secret, too");
}

#[tokio::test]
async fn where_no_program_opens_the_links_the_address_of_a_web_page_is_pasted() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let SetUp { id, .. } =
        prepared::connection(&window, &administrator, "Northwind Traders", true).await;
    // A record of the same account that knows the page alone.
    let page = "https://sign-in.practice.invalid/certdesk";
    let record = administrator.make_integration_that_answers_to(page, "By page", true).await;
    let client_id = json!({ "kind": "client-id", "text": record.consumer_key });
    prepared::change(&window, &json!(id), client_id).await;
    window.go(&format!("#/connection/{id}/sign-in")).await;

    // In a new home nothing opens certdesk:// links with this program, and the screen says so.
    window.see("#links-missing").await;
    window.click("label:has(#way-page)").await;
    assert_eq!(window.value("#sign-in-page").await, page);
    window.read("#sign-in-fields", page).await;
    let opened = start(&window).await;

    // NetSuite's own page is what Chromium's address bar keeps showing.
    paste(&window, &opened).await;
    window.read("#landed-address-message", "NetSuite’s own page").await;

    let path = administrator.allow(&opened, INTEGRATION_USER).await;
    let address = administrator.copy_the_address_shown_at(&path).await;
    assert!(address.starts_with(page), "{address}");
    paste(&window, &address).await;
    window.see("#signed-in").await;

    // The way is remembered for the connection.
    window.click("[data-act='sign-in-end']").await;
    window.see("#way-page:checked").await;
}

#[tokio::test]
async fn an_answer_that_is_not_the_one_asked_for_is_refused_with_a_sentence() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;

    // Nobody asked for anything.
    let unasked =
        "certdesk://oauth/callback?state=aaaaaaaaaaaaaaaaaaaaaaaa&code=b&company=TSTDRV1000001";
    desktop.hand_over_to_the_app(unasked);
    window.read("#notice", "No sign-in was waiting for this reply").await;
    window.click("#notice [data-notice='leave']").await;

    let SetUp { id, .. } =
        prepared::connection(&window, &administrator, "Northwind Traders", true).await;
    window.go(&format!("#/connection/{id}/sign-in")).await;

    // Something else than the address.
    let page = start(&window).await;
    paste(&window, "https://localhost/?code=1").await;
    window.read("#landed-address-message", "This is the address of another page").await;

    // Another attempt's answer: by paste, and by the system while the right one is still waited for.
    let first = administrator.allow(&page, INTEGRATION_USER).await;
    window.click("[data-act='sign-in-cancel']").await;
    let page = start(&window).await;
    paste(&window, &first).await;
    window.read("#sign-in-failure", "This reply belongs to another sign-in").await;
    desktop.hand_over_to_the_app(&first);
    window.read("#notice", "This reply belongs to another sign-in").await;
    window.click("#notice [data-notice='leave']").await;

    // Denied.
    let denied = administrator.deny(&page).await;
    desktop.hand_over_to_the_app(&denied);
    window.read("#sign-in-failure", "NetSuite denied the sign-in").await;
    window.until_gone("#sign-in-waiting").await;

    // Another account; and a second time.
    let page = start(&window).await;
    let address = administrator.allow(&page, INTEGRATION_USER).await;
    let elsewhere = address.replace("TSTDRV1000001", "4718203");
    paste(&window, &elsewhere).await;
    window.read("#sign-in-failure", "You signed in to another account").await;
    desktop.hand_over_to_the_app(&address);
    window.read("#notice", "No sign-in was waiting for this reply").await;
    window.click("#notice [data-notice='leave']").await;

    // What was refused left no sign-in behind; a right answer still works.
    let page = start(&window).await;
    paste(&window, &administrator.allow(&page, INTEGRATION_USER).await).await;
    window.see("#signed-in").await;
}

#[tokio::test]
async fn a_wrong_client_secret_is_told_and_not_kept() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let SetUp { id, .. } =
        prepared::connection(&window, &administrator, "Larkspur Medical", false).await;
    window.go(&format!("#/connection/{id}/sign-in")).await;
    window.click("label:has(#client-confidential)").await;
    window.fill("#client-secret", &"5ec2e7".repeat(10)).await;
    let page = start(&window).await;
    paste(&window, &administrator.allow(&page, INTEGRATION_USER).await).await;
    window.read("#sign-in-failure", "NetSuite doesn’t accept this Client Secret").await;
    assert_eq!(desktop.session.secrets(), 0);
}

/// Presses the button and returns the page that the browser was given.
pub(crate) async fn start(window: &Window<'_>) -> String {
    window.click("#sign-in").await;
    let page = window.desktop.browser.next_page();
    window.see("#sign-in-waiting").await;
    page
}

/// Hands the browser's last address to the app by hand.
pub(crate) async fn paste(window: &Window<'_>, address: &str) {
    window.fill("#landed-address", address).await;
    window.click("[data-act='sign-in-paste']").await;
}

/// Whom a certificate acts as: the practice account's own role and user.
pub(crate) async fn choose_mapping(window: &Window<'_>) {
    window.click("#map-entity option[value='17']").await;
    window.click("#map-role option[value='1000']").await;
}

/// Signs in on the screen of it, as the integration's own user.
pub(crate) async fn sign_in(window: &Window<'_>, administrator: &Administrator) {
    let page = start(window).await;
    paste(window, &administrator.allow(&page, INTEGRATION_USER).await).await;
}
