//! The pages as a person meets them.

use jsonwebtoken::Algorithm;
use netsuite_practice::AuditDetail;
use time::Duration;

use crate::site::{ADMINISTRATOR, Answer, INTEGRATION_ROLE, M2M, OWNER, Pair, Site, TODAY, USER};

const ALL: [&str; 10] = [
    "/",
    "/app/setup/features.nl",
    "/app/setup/rolelist.nl",
    "/app/common/scripting/scriptrecord.nl",
    "/app/common/integration/integrapplist.nl",
    "/app/common/integration/integrapp.nl?new=1",
    "/app/setup/clientcredentials.nl",
    "/app/setup/clientcredential.nl",
    "/app/setup/loginaudit.nl",
    "/practice/faults",
];

/// What the page says at its top.
fn notice(answer: &Answer) -> &str {
    crate::site::between(&answer.text, "<p class=\"notice", "</p>")
}

#[tokio::test]
async fn every_page_says_that_it_is_not_netsuite_and_has_one_heading() {
    let site = Site::open().await;
    site.mapped(&Pair::p256()).await;
    for path in ALL {
        let page = site.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.text
                .contains("Practice account</strong>: a simulation on this computer, not NetSuite"),
            "{path}"
        );
        assert_eq!(page.text.matches("<h1").count(), 1, "{path}");
        assert!(!page.text.contains("<script") && !page.text.contains(" style="), "{path}");
        assert_eq!(
            page.text.matches("http").count(),
            page.text.matches(&site.practice.origin()).count()
                + page.text.matches("https or").count()
                + page.text.matches(netsuite_practice::REDIRECT_PAGE).count(),
            "nothing comes from elsewhere: {path}"
        );
    }
    assert_eq!(site.get("/practice/style.css").await.status, 200);
}

#[tokio::test]
async fn every_entry_of_the_menu_leads_somewhere() {
    let site = Site::open().await;
    let page = site.get("/").await.text;
    let links: Vec<_> = page
        .split("href=\"/")
        .skip(1)
        .map(|rest| format!("/{}", rest.split('"').next().unwrap()))
        .collect();
    assert!(links.len() > 8);
    for link in links {
        assert_eq!(site.get(&link).await.status, 200, "{link}");
    }
}

#[tokio::test]
async fn the_consumer_key_is_shown_once_and_the_application_id_ever_after() {
    let site = Site::open().await;
    let record = site.record(M2M).await;
    assert_eq!(record.consumer_key.len(), 64);
    assert!(record.consumer_key.chars().all(|digit| digit.is_ascii_hexdigit()));
    assert_eq!(record.application_id.len(), 36);

    let again =
        site.get(&format!("/app/common/integration/integrapp.nl?id={}", record.id)).await.text;
    assert!(!again.contains(&record.consumer_key) && !again.contains(&record.consumer_secret));
    assert!(again.contains(&record.application_id));
}

#[tokio::test]
async fn a_new_mapping_proposes_the_user_and_the_role_made_for_it_and_the_only_application() {
    let site = Site::open().await;
    let chosen = async || {
        let page = site.get("/app/setup/clientcredential.nl").await.text;
        let names = ["entity", "role", "application"];
        names.map(|name| {
            let list = crate::site::between(&page, &format!("<select id=\"{name}\""), "</select>");
            let option = list.split("<option").find(|option| option.contains(" selected"));
            option.map(|option| crate::site::between(option, "value=\"", "\"").to_owned())
        })
    };
    let (user, role) = (Some(USER.to_string()), Some(INTEGRATION_ROLE.to_string()));
    assert_eq!(chosen().await, [user.clone(), role.clone(), None], "there is no application yet");
    let record = site.record(M2M).await;
    assert_eq!(chosen().await, [user.clone(), role.clone(), Some(record.id.to_string())]);
    site.record(M2M).await;
    assert_eq!(chosen().await, [user, role, None], "which of two is meant nobody knows");
}

#[tokio::test]
async fn names_are_escaped_wherever_they_are_shown() {
    let site = Site::open().await;
    let hostile = "<script>alert(1)</script>\"'&";
    let record = site.record(&[M2M, &[("description", hostile)]].concat()).await;
    let renamed = [
        ("id", record.id.as_str()),
        ("client_credentials", "on"),
        ("restlets", "on"),
        ("name", hostile),
    ];
    site.post("/app/common/integration/integrapp.nl", &renamed).await;
    site.map(&record, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;
    for path in ALL {
        assert!(!site.get(path).await.text.contains("<script"), "{path}");
    }
    assert!(site.get("/app/setup/clientcredentials.nl").await.text.contains("&lt;script&gt;"));
}

#[tokio::test]
async fn a_record_that_could_never_give_a_token_is_not_saved() {
    let site = Site::open().await;
    let cases: [(&[(&str, &str)], &str); 4] = [
        (&[("name", " ")], "Enter a name"),
        (&[("name", "A"), ("client_credentials", "on")], "Check at least one scope"),
        (
            &[("name", "A"), ("authorization_code", "on"), ("restlets", "on")],
            "Enter a Redirect URI",
        ),
        (&[("name", "A"), ("redirect_uris", "http://127.0.0.1/")], "http:// isn’t supported"),
    ];
    for (fields, expected) in cases {
        let answer = site.post("/app/common/integration/integrapp.nl", fields).await;
        assert_eq!(answer.status, 422);
        assert!(notice(&answer).contains(expected), "{}", notice(&answer));
    }
    assert!(
        site.get("/app/common/integration/integrapplist.nl")
            .await
            .text
            .contains("No integration records yet")
    );
}

#[tokio::test]
async fn only_records_with_the_m2m_box_can_be_chosen() {
    let site = Site::open().await;
    site.record(&[("name", "Without the box")]).await;
    let empty = site.get("/app/setup/clientcredential.nl").await.text;
    assert!(!empty.contains("Without the box"));
    assert!(empty.contains(
        "check Client Credentials (Machine to Machine) Grant on an integration record first"
    ));
    site.record(M2M).await;
    assert!(site.get("/app/setup/clientcredential.nl").await.text.contains(">Alumio</option>"));
}

#[tokio::test]
async fn an_upload_shows_the_certificate_id_in_the_list() {
    let site = Site::open().await;
    let (_, id) = site.mapped(&Pair::rsa()).await;
    assert_eq!(id.len(), 43);
    let list = site.get(&format!("/app/setup/clientcredentials.nl?created={id}")).await;
    assert!(notice(&list).contains(&id));
    for text in [
        "Alumio",
        "Practice Administrator",
        "Certdesk Practice Integration",
        "RSA",
        "2026-11-21",
        "2027-11-21",
        "Active",
    ] {
        assert!(list.text.contains(text), "{text}");
    }
}

#[tokio::test]
async fn a_private_key_is_refused_loudly_and_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("account.json");
    let site = Site::open_in(&file).await;
    let record = site.record(M2M).await;
    let pair = Pair::p256();
    let key = pair.key.serialize_pem();
    for upload in [key.clone(), format!("{}{key}", pair.certificate)] {
        let answer = site.upload(&record, OWNER, INTEGRATION_ROLE, upload.as_bytes()).await;
        assert_eq!(answer.status, 422);
        assert!(
            notice(&answer).starts_with(" danger\"") && notice(&answer).contains("private key"),
            "{}",
            notice(&answer)
        );
        let secret = key.lines().nth(1).unwrap();
        assert!(!answer.text.contains(secret));
        assert!(!std::fs::read_to_string(&file).unwrap().contains(secret));
    }
    assert!(site.get("/app/setup/clientcredentials.nl").await.text.contains("No mappings yet"));
}

#[tokio::test]
async fn a_file_that_keeps_no_rule_is_refused_with_a_sentence() {
    let site = Site::open().await;
    let record = site.record(M2M).await;
    let expired = Pair::p256().valid(TODAY - Duration::days(30), TODAY - Duration::DAY);
    let public = Pair::p256().key.public_key_pem();
    let request = rcgen::CertificateParams::new(Vec::new())
        .unwrap()
        .serialize_request(&Pair::p256().key)
        .unwrap()
        .pem()
        .unwrap();
    let ed25519 = rcgen::KeyPair::generate_for(&rcgen::PKCS_ED25519).unwrap();
    let ed25519 =
        rcgen::CertificateParams::new(Vec::new()).unwrap().self_signed(&ed25519).unwrap().pem();
    for (file, expected) in [
        (String::new(), "nothing was sent"),
        (public, "public key"),
        (request, "signing request"),
        (Pair::rsa_2048().certificate, "2048 bits"),
        (expired.certificate, "has expired"),
        (ed25519, "isn’t RSA or EC"),
        ("hello".to_owned(), "isn’t a certificate"),
    ] {
        let answer = site.upload(&record, OWNER, INTEGRATION_ROLE, file.as_bytes()).await;
        assert_eq!(answer.status, 422, "{expected}");
        assert!(notice(&answer).contains(expected), "{}", notice(&answer));
    }
}

#[tokio::test]
async fn a_certificate_serves_one_combination_only_even_after_it_is_revoked() {
    let site = Site::open().await;
    let pair = Pair::p256();
    let (record, id) = site.mapped(&pair).await;
    let other = site.record(M2M).await;
    for _ in 0..2 {
        for (record, entity, role) in [
            (&record, OWNER, INTEGRATION_ROLE),
            (&record, USER, INTEGRATION_ROLE),
            (&other, OWNER, ADMINISTRATOR),
        ] {
            let answer = site.upload(record, entity, role, pair.certificate.as_bytes()).await;
            assert!(notice(&answer).contains("already mapped"), "{}", notice(&answer));
        }
        site.post("/app/setup/revokeclientcredential.nl", &[("id", &id)]).await;
    }
}

#[tokio::test]
async fn a_user_must_hold_the_role() {
    let site = Site::open().await;
    let record = site.record(M2M).await;
    for (entity, role) in [(USER, ADMINISTRATOR), (99, INTEGRATION_ROLE), (OWNER, 99)] {
        let answer = site.upload(&record, entity, role, Pair::p256().certificate.as_bytes()).await;
        assert!(notice(&answer).contains("a role that it has"), "{}", notice(&answer));
    }
}

#[tokio::test]
async fn a_sixth_active_certificate_waits_until_one_is_revoked_or_expired() {
    let site = Site::open().await;
    let record = site.record(M2M).await;
    let first = site.map(&record, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;
    let short = Pair::p256().valid(TODAY, TODAY + Duration::DAY);
    site.map(&record, OWNER, INTEGRATION_ROLE, &short).await;
    for _ in 0..3 {
        site.map(&record, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;
    }
    let sixth = Pair::p256();
    let upload = || site.upload(&record, USER, INTEGRATION_ROLE, sixth.certificate.as_bytes());
    assert!(notice(&upload().await).contains("five active certificates"));
    let elsewhere = site.record(M2M).await;
    site.map(&elsewhere, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;

    site.post("/app/setup/revokeclientcredential.nl", &[("id", &first)]).await;
    assert_eq!(upload().await.status, 303, "a revoked certificate leaves its slot");

    assert_eq!(
        site.upload(&record, OWNER, INTEGRATION_ROLE, Pair::p256().certificate.as_bytes())
            .await
            .status,
        422
    );
    site.clock.advance(Duration::days(2));
    site.map(&record, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;
}

#[tokio::test]
async fn revoking_asks_first_and_shows_what_goes() {
    let site = Site::open().await;
    let (_, id) = site.mapped(&Pair::p256()).await;
    let question = site.get(&format!("/app/setup/revokeclientcredential.nl?id={id}")).await;
    assert!(question.text.contains(&id) && question.text.contains("can’t undo this"));
    assert!(
        site.get("/app/setup/clientcredentials.nl").await.text.contains("Active"),
        "asking changes nothing"
    );

    let answer = site.post("/app/setup/revokeclientcredential.nl", &[("id", &id)]).await;
    assert!(site.get(&answer.location.unwrap()).await.text.contains("Revoked"));
    assert_eq!(
        site.get(&format!("/app/setup/revokeclientcredential.nl?id={id}")).await.status,
        404
    );
}

#[tokio::test]
async fn the_audit_trail_shows_the_newest_line_first_with_its_detail() {
    let site = Site::open().await;
    let pair = Pair::p256();
    let (record, id) = site.mapped(&pair).await;
    site.token(&pair.sign_with(Algorithm::ES256, None, &site.claims(&record))).await;
    site.token(&pair.sign("unknown", &site.claims(&record))).await;
    site.access_token(&record, &id, &pair).await;
    assert_eq!(site.practice.audit()[0].detail, Some(AuditDetail::MissingKeyId));

    let page = site.get("/app/setup/loginaudit.nl").await.text;
    let order = ["Success", "MissingKey<", "MissingKeyId"].map(|text| page.rfind(text).unwrap());
    assert!(order.is_sorted(), "{order:?}");
}

#[tokio::test]
async fn the_account_id_is_confirmed_in_any_case_and_others_are_not_found() {
    let site = Site::open().await;
    for account in ["TSTDRV1000001", "tstdrv1000001"] {
        let answer = site.get(&format!("/rest/datacenterurls?account={account}")).await;
        assert_eq!(answer.status, 200);
        for domain in ["restDomain", "systemDomain", "webservicesDomain"] {
            assert_eq!(answer.json()[domain], site.practice.origin(), "all hosts are this one");
        }
    }
    assert_eq!(site.get("/rest/datacenterurls?account=1234567").await.status, 404);
    assert_eq!(site.get("/rest/datacenterurls").await.status, 400);
}
