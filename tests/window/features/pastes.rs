//! What is pasted into the wrong field, or is wrong itself, is told as what it is.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, QUICK_KEY};

#[tokio::test]
async fn an_account_id_that_is_none_gets_no_further() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;
    walk::open_done_step(&window, "account").await;
    window.read("[data-fact='account-id']", "TSTDRV").await;
    for hostile in [
        "evil.com/",
        "1@evil.example",
        "１２３４５６７",
        "1234567_SB1.evil.example",
        "../../etc/passwd",
        "1234567#x",
        "",
    ] {
        window.fill("#account-id", hostile).await;
        window.click("[data-act='skip-check']").await;
        window.see("#account-id[aria-invalid='true']").await;
        window.read("#account-id-message", "This isn’t an account ID").await;
        // Typed anew, the message goes.
        window.fill("#account-id", "1234567_SB1").await;
        window.read("[data-fact='account-id']", "1234567_SB1").await;
        window.see("#account-id[aria-invalid='false']").await;
    }
    window
        .fill("#account-id", "https://1234567-sb1.app.netsuite.com/app/center/card.nl?whence=")
        .await;
    window.read("[data-fact='account-id']", "1234567_SB1").await;
    window.read("[data-fact='host-form']", "1234567-sb1").await;
}

#[tokio::test]
async fn what_is_not_the_consumer_key_is_told_by_its_name() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;
    walk::name_account(&window).await;
    walk::note_role(&window).await;
    let record = administrator.make_integration("Alumio M2M").await;
    let certificate_id = "q7Vd2mB1xR9tK4wZ8nL3yH6cJ0pF5sGaUeQiOoTr2Mk";
    let labelled = format!("Consumer Secret / Client Secret {}", record.consumer_secret);
    for (pasted, told) in [
        (record.application_id.as_str(), "This is the Application ID"),
        (labelled.as_str(), "This looks like the Consumer Secret"),
        (certificate_id, "This is a Certificate ID"),
        ("1234567_SB1", "This isn’t a Consumer Key"),
        ("", "Paste the Consumer Key."),
    ] {
        window.fill("#client-id", pasted).await;
        window.click("[data-act='continue']").await;
        window.read("#client-id-message", told).await;
        window.see("#client-id[aria-invalid='true']").await;
    }
    let with_label = format!("Consumer Key / Client ID {}", record.consumer_key);
    window.fill("#client-id", &with_label).await;
    window.click("[data-act='continue']").await;
    walk::at_step(&window, "key").await;
}

#[tokio::test]
async fn a_certificate_id_that_is_not_the_predicted_one_is_compared_character_by_character() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;

    window.fill("#certificate-id", "too-short").await;
    window.click(".step-foot [data-act='continue']").await;
    window.read("#certificate-id-message", "This isn’t a Certificate ID").await;

    let file = desktop.folders.saved().join("public.pem");
    walk::save_certificate(&window, &file).await;
    let output = std::process::Command::new("sh")
        .args(["-c", "openssl x509 -in \"$0\" -outform DER | openssl dgst -sha256 -binary | basenc --base64url | tr -d =\\\\n"])
        .arg(&file)
        .output();
    let expected = String::from_utf8(output.expect("a shell").stdout).expect("base64url");
    let mut misread: Vec<char> = expected.chars().collect();
    misread[22] = if misread[22] == 'l' { 'I' } else { 'l' };
    let misread: String = misread.into_iter().collect();
    window.fill("#certificate-id", &misread).await;
    window.click(".step-foot [data-act='continue']").await;
    window.read("#certificate-id-message", "Character 23 of 43 is wrong").await;

    window.click("[data-act='use-expected']").await;
    walk::at_step(&window, "prove").await;
    // Nothing was uploaded, so NetSuite refuses; the local checks are told beside it.
    window.click("#request-token").await;
    window.read("#refusal", "NetSuite doesn’t say why").await;
    window.read("#refusal", "7 of 7 passed").await;
    assert!(
        administrator.audit_trail().await.contains("MissingKey"),
        "NetSuite's side saw no such certificate"
    );
}

#[tokio::test]
async fn whatever_netsuite_answers_there_is_a_sentence_and_the_token_can_be_asked_for_again() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::at_step(&window, "prove").await;
    for (kind, amount, told) in [
        ("html", "", "The reply is a web page"),
        ("server-error", "", "NetSuite replied with status 500"),
        ("redirect", "", "The request was redirected"),
        ("empty-body", "", "The reply is empty"),
        ("truncated-json", "", "The reply can’t be read"),
        ("oversize", "", "The reply is too large"),
        ("drop-before", "", "Certdesk can’t reach NetSuite"),
        ("too-many-requests", "30", "It accepts requests again at"),
        ("clock-off", "600", "clock"),
    ] {
        let text = if kind == "redirect" { "http://127.0.0.1:9/" } else { "" };
        let fault = [
            ("endpoint", "token"),
            ("kind", kind),
            ("amount", amount),
            ("text", text),
            // What may pass by itself is asked for again before it is told.
            ("lasts", "sticky"),
        ];
        administrator.misbehave(&fault).await;
        window.click("[data-act='request-token'], .step-foot [data-act='try-again']").await;
        window.read("#refusal", told).await;
        administrator.behave().await;
    }
    window.click("[data-act='request-token']").await;
    window.see("#who-am-i").await;
}
