//! Every kit, filled in for an RSA and for an EC pair, beside what is known of its system.

use std::sync::LazyLock;

use certdesk_core::Error;
use certdesk_core::connection::{Change, Connection, Credential, ExportedKey};
use certdesk_core::error::KitError;
use certdesk_core::handover::kit::{Filled, KeyFile, Kit, PathProblem};
use certdesk_core::target::{Target, WithoutM2m};
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::Scope;
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PemForm, PrivateKey, Search};
use time::OffsetDateTime;
use time::macros::datetime;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);
const CLIENT_ID: &str = "2800a860377cd3a58956125ad000ca374fc308f11e155155fde1aeb24efe98ec";
const TOKEN_URL: &str =
    "https://4718203-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";

static RSA: LazyLock<Credential> = LazyLock::new(|| credential(KeyType::Rsa3072, Algorithm::Ps256));
static EC: LazyLock<Credential> = LazyLock::new(|| credential(KeyType::P256, Algorithm::Es256));

fn credential(key_type: KeyType, algorithm: Algorithm) -> Credential {
    let key = PrivateKey::generate(key_type, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 730, Signature::Pss, NOW).unwrap();
    let (name, place) = (EntryName::random(), VaultPlace::SecretService);
    Credential::new(name, place, algorithm, &certificate, Signature::Pss, NOW).unwrap()
}

fn connection(target: Target) -> Connection {
    let mut connection = Connection::new("Beispiel & Söhne", false, NOW).unwrap();
    let scopes = vec![Scope::Restlets, Scope::RestWebservices];
    for change in [
        Change::Target { target },
        Change::Account { text: "4718203_SB1".into() },
        Change::Integration { name: "Alumio M2M".into(), scopes },
    ] {
        connection.change(change, NOW).unwrap();
    }
    if target.recipe().application.is_none() {
        connection.change(Change::ClientId { text: CLIENT_ID.into() }, NOW).unwrap();
    }
    connection
}

fn target(name: &str) -> Target {
    Target::named(name).unwrap_or_else(|| panic!("no kit {name}"))
}

fn filled(target: Target, credential: &Credential) -> Result<Kit, Error> {
    target.recipe().fill(&connection(target), Some(credential), TOKEN_URL)
}

/// A kit as one reads it: `label: value`, one line each; what nobody has seen after a line of dashes.
fn lines(kit: &Kit, credential: &Credential) -> Vec<String> {
    let id = credential.certificate_id().to_string();
    let line = |field: &Filled| match field {
        Filled::Value { label, value, .. } => {
            format!("{label}: {}", value.replace(&id, "ID").replace(CLIENT_ID, "CLIENT"))
        }
        Filled::PrivateKey { label, form, .. } => format!("{label}: key as {form:?}"),
        Filled::Own { label, .. } => format!("{label}: own"),
    };
    let dashes = (!kit.unseen.is_empty()).then(|| "---".to_owned());
    kit.fields.iter().map(line).chain(dashes).chain(kit.unseen.iter().map(line)).collect()
}

/// What each kit shows. `ALG` is the algorithm of the pair at hand.
const FACTS: &[(&str, &[&str])] = &[
    (
        "ampersand",
        &[
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Base64 encoded Private Key (PEM): key as Pkcs8Base64",
            "Netsuite URL Prefix: 4718203-sb1",
            "RESTlet Deployment URL: own",
        ],
    ),
    (
        "alumio",
        &[
            "Settings: Oauth2 authentication",
            "Provider: Netsuite",
            "JWT algorithm: ALG",
            "Certificate ID: ID",
            "Consumer Key: CLIENT",
            "Scopes: restlets,rest_webservices",
            "Authentication URL: TOKEN",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "suitecloud-cli",
        &[
            "Private key: key as File",
            "SUITECLOUD_CI: 1",
            "SUITECLOUD_CI_PASSKEY: own",
            "--account: 4718203_SB1",
            "--authid: beispiel-s-hne-4718203-sb1",
            "--certificateid: ID",
            "--privatekeypath: private.pem",
            "Command: suitecloud account:setup:ci --account 4718203_SB1 --authid beispiel-s-hne-4718203-sb1 --certificateid ID --privatekeypath private.pem",
        ],
    ),
    (
        "mulesoft",
        &[
            "accountId: 4718203_SB1",
            "clientId: CLIENT",
            "certificateId: ID",
            "privateKey: key as Pkcs8Lines",
            "signatureAlgorithm: ALG",
        ],
    ),
    (
        "boomi",
        &[
            "Base URL: https://4718203-sb1.suitetalk.api.netsuite.com",
            "Scope: restlets,rest_webservices",
            "---",
            "Token URL: TOKEN",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "celigo",
        &[
            "Base URI: https://4718203-sb1.suitetalk.api.netsuite.com",
            "Auth type: OAuth 2.0",
            "iClient: own",
            "Client ID: CLIENT",
            "Grant type: Client Credentials",
            "Use JWT: own",
            "Signature method: ALG",
            "Private key: key as Pkcs8Lines",
            "---",
            "iss: CLIENT",
            "scope: restlets,rest_webservices",
            "aud: TOKEN",
            "kid: ID",
        ],
    ),
    (
        "workato",
        &[
            "Client ID: CLIENT",
            "---",
            "Account ID: 4718203_SB1",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Scope: restlets,rest_webservices",
            "Private key: key as Traditional",
        ],
    ),
    (
        "snaplogic",
        &[
            "Client ID: CLIENT",
            "Scope: restlets,rest_webservices",
            "Private key: key as File",
            "Certificate ID: ID",
            "Signature algorithm: ALG",
        ],
    ),
    (
        "patchworks",
        &[
            "Consumer key: CLIENT",
            "Account id: 4718203-sb1",
            "Private key: key as Pkcs8Lines",
            "Certificate id: ID",
        ],
    ),
    (
        "prismatic",
        &[
            "Certificate ID: ID",
            "Private Key: key as Pkcs8Lines",
            "Consumer Key: CLIENT",
            "Account: 4718203_SB1",
        ],
    ),
    (
        "nango",
        &[
            "Account ID: 4718203_SB1",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Private Key: key as Pkcs8Lines",
        ],
    ),
    (
        "sim",
        &[
            "SuiteTalk URL: https://4718203-sb1.suitetalk.api.netsuite.com",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "activepieces",
        &[
            "Account ID: 4718203_SB1",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Private Key: key as Pkcs8Lines",
            "Scope: restlets,rest_webservices",
        ],
    ),
    (
        "oracle-integration",
        &[
            "Security policy: JWT Client Credentials Assertion for NetSuite",
            "---",
            "Account ID: 4718203_SB1",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Scope: restlets,rest_webservices",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "postman",
        &[
            "---",
            "Token URL: TOKEN",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Scope: restlets,rest_webservices",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "n8n",
        &[
            "Key Type: PEM Key",
            "Private Key: key as Pkcs8OneLine",
            "Public Key: own",
            "Algorithm: ALG",
            "Operation: Sign",
            "Use JSON to Build Payload: own",
            "Payload Claims (JSON): own",
            "iss: CLIENT",
            "scope: restlets,rest_webservices",
            "aud: TOKEN",
            "exp: own",
            "Key ID: ID",
            "Method: POST",
            "URL: TOKEN",
            "Body Content Type: Form URLencoded",
            "grant_type: client_credentials",
            "client_assertion_type: urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion: own",
        ],
    ),
    (
        "airbyte-netsuite-enterprise",
        &[
            "Host: own",
            "Port: 1708",
            "User: own",
            "Authentication Method: OAuth2 Authentication",
            "Consumer Key: CLIENT",
            "Certificate ID: ID",
            "OAuth2 Private Key: key as Pkcs8Lines",
            "Account ID: 4718203_SB1",
            "Role Id: own",
        ],
    ),
    (
        "fivetran",
        &[
            "account: 4718203_SB1",
            "consumer_key: CLIENT",
            "certificate_id: ID",
            "private_key: key as Pkcs8Lines",
            "role: own",
            "host: own",
            "port: own",
            "datasource: NetSuite2.com",
        ],
    ),
    (
        "informatica",
        &[
            "---",
            "Account ID: 4718203_SB1",
            "Client ID: CLIENT",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Scope: restlets,rest_webservices",
            "Private key: key as Pkcs8Lines",
        ],
    ),
    (
        "other",
        &[
            "Account ID: 4718203_SB1",
            "SuiteTalk URL: https://4718203-sb1.suitetalk.api.netsuite.com",
            "Token URL: TOKEN",
            "Client ID (Consumer Key): CLIENT",
            "Certificate ID: ID",
            "Algorithm: ALG",
            "Scope: restlets,rest_webservices",
            "Private key: key as Pkcs8Lines",
        ],
    ),
];

/// Whether an RSA pair is taken, and whether an EC pair is.
type Takes = [bool; 2];
const BOTH: Takes = [true, true];
const RSA_ONLY: Takes = [true, false];
const EC_ONLY: Takes = [false, true];

/// The proposed pair, and which pairs are taken.
const KEYS: &[(&str, KeyType, Algorithm, Takes)] = &[
    ("ampersand", KeyType::P256, Algorithm::Es256, EC_ONLY),
    ("alumio", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("suitecloud-cli", KeyType::Rsa4096, Algorithm::Ps256, RSA_ONLY),
    ("mulesoft", KeyType::P521, Algorithm::Es512, BOTH),
    ("boomi", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("celigo", KeyType::P256, Algorithm::Es256, BOTH),
    ("workato", KeyType::P256, Algorithm::Es256, BOTH),
    ("snaplogic", KeyType::P256, Algorithm::Es256, BOTH),
    ("patchworks", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("prismatic", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("nango", KeyType::Rsa4096, Algorithm::Ps256, RSA_ONLY),
    ("sim", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("activepieces", KeyType::Rsa4096, Algorithm::Ps256, RSA_ONLY),
    ("oracle-integration", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("postman", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("n8n", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("airbyte-netsuite-enterprise", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("fivetran", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("informatica", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
    ("other", KeyType::Rsa4096, Algorithm::Ps256, BOTH),
];

/// What a system without M2M offers, and where its maker says so.
const WITHOUT_M2M: &[(&str, &[&str], &str)] = &[
    ("Airbyte", &["Token-based authentication"], "docs.airbyte.com"),
    ("Jitterbit", &["Token-based authentication"], "docs.jitterbit.com"),
    ("Make.com", &["Token-based authentication"], "apps.make.com"),
];

#[test]
fn every_kit_shows_what_is_known_of_its_system_for_an_rsa_and_an_ec_pair() {
    assert_eq!(FACTS.len(), Target::all().count(), "a kit without facts, or facts without a kit");
    for (name, facts) in FACTS {
        let (_, _, _, takes) = KEYS.iter().find(|(key, ..)| key == name).unwrap();
        for (pair, usable) in [&*RSA, &*EC].into_iter().zip(*takes) {
            let kit = filled(target(name), pair);
            if !usable {
                let refused = matches!(kit, Err(Error::Kit(KitError::KeyTypeRefused { key_type })) if key_type == pair.key_type);
                assert!(refused, "{name}: {kit:?}");
                continue;
            }
            let algorithm = pair.algorithm.to_string();
            let expected: Vec<_> = facts
                .iter()
                .map(|fact| fact.replace("ALG", &algorithm).replace("TOKEN", TOKEN_URL))
                .collect();
            assert_eq!(lines(&kit.unwrap(), pair), expected, "{name}, {algorithm}");
        }
    }
}

#[test]
fn choosing_a_target_decides_which_pair_is_proposed() {
    assert_eq!(KEYS.len(), Target::all().count());
    for (name, key_type, algorithm, takes) in KEYS {
        let recipe = target(name).recipe();
        assert_eq!(recipe.default_key_type(), *key_type, "{name}");
        assert_eq!(recipe.default_algorithm(), *algorithm, "{name}");
        let pairs = [KeyType::Rsa3072, KeyType::P256];
        assert_eq!(pairs.map(|pair| recipe.key_types.contains(&pair)), *takes, "{name}");
    }
    let activepieces = target("activepieces").recipe();
    assert!(matches!(
        activepieces.takes_pair(KeyType::Rsa4096, Algorithm::Ps512),
        Err(Error::Kit(KitError::AlgorithmRefused { algorithm: Algorithm::Ps512 }))
    ));
    assert_eq!(target("workato").recipe().scopes.len(), 3, "its guide ticks all three");
    assert_eq!(target("snaplogic").recipe().scopes, [Scope::RestWebservices]);
    for connect in ["airbyte-netsuite-enterprise", "fivetran"] {
        assert_eq!(target(connect).recipe().scopes, [Scope::SuiteAnalytics], "{connect}");
    }
}

#[test]
fn a_system_without_m2m_offers_what_its_makers_page_names() {
    let known: Vec<_> = WithoutM2m::all().map(|facts| facts.label.as_str()).collect();
    assert_eq!(known, WITHOUT_M2M.iter().map(|(label, ..)| *label).collect::<Vec<_>>());
    for (facts, (label, offers, host)) in WithoutM2m::all().zip(WITHOUT_M2M) {
        assert_eq!(facts.offers, *offers, "{label}");
        let page = format!("https://{host}/");
        assert!(facts.sources.iter().any(|source| source.starts_with(&page)), "{label}");
    }
}

#[test]
fn what_the_facts_warn_of_is_said() {
    let says = |name: &str, words: &[&str]| {
        let kit = filled(target(name), &RSA).unwrap();
        let recipe = target(name).recipe();
        let mut text = format!("{} {} {}", recipe.warnings.join(" "), recipe.seen, recipe.renewal);
        for field in kit.fields.iter().chain(&kit.unseen) {
            if let Filled::Value { note: Some(note), .. }
            | Filled::PrivateKey { note: Some(note), .. } = field
            {
                text.push_str(note);
            }
        }
        for word in words {
            assert!(text.contains(word), "{name} does not say {word}: {text}");
        }
    };
    says("nango", &["2048", "public key", "3072 or 4096"]);
    for recipe in Target::all().map(Target::recipe) {
        let new = |part: &String| part.split(' ').any(|word| word.eq_ignore_ascii_case("new"));
        let (name, place) = (&recipe.label, recipe.renewal_place());
        assert!(!place.is_empty() && !place.iter().any(new), "{name}: a rotation makes no new one");
    }
    says("alumio", &["both the private key and the Certificate ID"]);
    says("suitecloud-cli", &["SuiteCloud Development Integration", "SUITECLOUD_FALLBACK_PASSKEY"]);
    says("boomi", &["doesn’t know", "before you offer this"]);
    says("workato", &["doesn’t know", "BEGIN EC PRIVATE KEY"]);
    says("oracle-integration", &["doesn’t know", "Public Client"]);
    says("activepieces", &["closed"]);
    says("postman", &["only the authorization code grant"]);
    says("patchworks", &["lowercase"]);
    says("n8n", &["no NetSuite node", "n8n-nodes-netsuite", "1.47.0", "\\n"]);
    says(
        "airbyte-netsuite-enterprise",
        &["only token-based authentication", "PS256", "capital letters into aud"],
    );
    says("fivetran", &["doesn’t know which keys", "before you offer this"]);
    says("informatica", &["doesn’t know", "Data Integration"]);
}

#[test]
fn the_suitecloud_cli_is_not_handed_a_certificate_id_that_begins_with_a_hyphen() {
    let mut pair = RSA.clone();
    let id = format!("-{}", &pair.predicted_id.as_str()[..41]) + "A";
    pair.confirmed_id = Some(CertificateId::parse(&id).unwrap());
    let refused = filled(target("suitecloud-cli"), &pair);
    assert!(
        matches!(&refused, Err(Error::Kit(KitError::CertificateIdRefused { certificate_id })) if *certificate_id == id),
        "{refused:?}"
    );
    filled(target("alumio"), &pair).unwrap();
}

#[test]
fn the_suitecloud_command_names_the_file_that_the_key_was_saved_to() {
    let mut pair = RSA.clone();
    let saved = |path: &str, encrypted: bool| {
        Some(ExportedKey { path: path.into(), at: NOW, encrypted, form: PemForm::Pkcs8Lines })
    };
    let path_of = |pair: &Credential| {
        let kit = filled(target("suitecloud-cli"), pair).unwrap();
        let Some(Filled::Value { value, .. }) = kit.fields.last() else { panic!("{kit:?}") };
        value.split_once("--privatekeypath ").unwrap().1.to_owned()
    };
    assert_eq!(path_of(&pair), "private.pem");
    pair.exported_key = saved("/home/mira/keys/private.pem", false);
    if cfg!(unix) {
        assert_eq!(path_of(&pair), "/home/mira/keys/private.pem");
    }
    // The CLI cannot open one under a passphrase.
    pair.exported_key = saved("/home/mira/keys/private.pem", true);
    assert_eq!(path_of(&pair), "private.pem");
}

#[test]
fn a_path_is_quoted_as_the_suitecloud_cli_needs_it_or_refused_with_the_reason() {
    let target = target("suitecloud-cli");
    let connection = connection(target);
    let word = |path: &str, windows: bool| {
        let file = Some(KeyFile { path: Some(path), windows });
        let kit = target.recipe().fill_with(&connection, Some(&RSA), TOKEN_URL, file).unwrap();
        let Some(Filled::Value { value, .. }) = kit.fields.last() else { panic!("{kit:?}") };
        match kit.path_problem {
            Some(problem) => Err(problem),
            None => Ok(value.split_once("--privatekeypath ").unwrap().1.to_owned()),
        }
    };
    let quoted = |path: &str| word(path, false).unwrap();
    assert_eq!(quoted("/home/mira/private.pem"), "/home/mira/private.pem");
    assert_eq!(quoted("/home/mira/my keys/private.pem"), "'\"/home/mira/my keys/private.pem\"'");
    assert_eq!(quoted("/home/mira/it's/private.pem"), r"'/home/mira/it'\''s/private.pem'");
    assert_eq!(quoted("/home/mira/(1)/private.pem"), "'/home/mira/(1)/private.pem'");
    assert_eq!(word(r"C:\keys\private.pem", true).unwrap(), r"C:\keys\private.pem");
    assert_eq!(word(r"C:\my keys\private.pem", true), Err(PathProblem::BlankOnWindows));
    for refused in ['<', '>', '|', ';', '&', '$', '`', '"', '\n'] {
        let path = format!("/home/mira/{refused}/private.pem");
        assert_eq!(word(&path, false), Err(PathProblem::Refused(refused)), "{path}");
    }
}

#[test]
fn a_private_key_is_written_in_each_form_that_a_kit_can_ask_for() {
    for (kind, older) in [(KeyType::Rsa3072, "RSA PRIVATE KEY"), (KeyType::P384, "EC PRIVATE KEY")]
    {
        let key = PrivateKey::generate(kind, &Search::new()).unwrap();
        let lines = key.to_pem();
        let form = |form| key.to_pem_in(form).unwrap();
        assert_eq!(*form(PemForm::Pkcs8Lines), *lines);
        assert_eq!(*form(PemForm::File), *lines);
        let one_line = form(PemForm::Pkcs8OneLine);
        assert!(!one_line.contains('\n'));
        assert_eq!(one_line.replace("\\n", "\n"), *lines);
        let older_form = form(PemForm::Traditional);
        assert!(older_form.starts_with(&format!("-----BEGIN {older}-----\n")));
        let read = netsuite_keys::material::private_key(older_form.as_bytes(), None).unwrap();
        assert!(read.expose_pkcs8_der().equals(key.expose_pkcs8_der()));
    }
}
