//! The page for the administrator: saved from step 6, it carries the certificate and what to do with it.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, QUICK_KEY};

#[tokio::test]
async fn an_administrator_uploads_what_the_page_carries_and_the_id_is_the_expected_one() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "alumio", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    let script = "return document.querySelector('#mapping-fields div:nth-child(3) dd').innerText.split('\\n')[0].trim()";
    let application = window.run(script, vec![]).await;
    let application = application.as_str().expect("the step names it");
    let file = desktop.folders.saved().join("for-the-administrator.html");
    window.save_as("#save-request", "Save page for the administrator", &file).await;
    window.read(".toast", "for-the-administrator.html").await;

    let page = std::fs::read_to_string(&file).expect("it was saved");
    for part in ["Integration User", "Certdesk Practice Integration", application] {
        assert!(page.contains(part), "{part} is not on the page");
    }
    let from = page.find("-----BEGIN CERTIFICATE-----").expect("the certificate as text");
    let to = page.find("-----END CERTIFICATE-----").expect("its end");
    let certificate = desktop.folders.saved().join("from-the-page.pem");
    let pem = format!("{}-----END CERTIFICATE-----\n", &page[from..to]);
    std::fs::write(&certificate, pem).expect("a file of the test");
    let id = administrator.map_certificate(&certificate, application).await;
    assert!(page.contains(&format!("data-expected=\"{id}\"")), "the page knows the ID before");
    window.fill("#certificate-id", &id).await;
    window.click(".step-foot [data-act='continue']").await;
    walk::at_step(&window, "prove").await;
}
