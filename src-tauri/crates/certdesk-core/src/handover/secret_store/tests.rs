//! The exact arguments of every call, what is refused, and what answers mean.

use std::cell::RefCell;

use netsuite_keys::secret::Secret;

use super::storing::{Stored, put};
use super::*;
use crate::error::{Error, Result, SecretStoreError};

fn key_value() -> KvField {
    KvField {
        address: "https://vault.example.com:8200".into(),
        namespace: String::new(),
        mount: "secret".into(),
        path: "netsuite/northwind".into(),
        field: "private_key".into(),
    }
}

fn azure() -> Entered {
    Entered::AzureKeyVault(AzureSecret {
        vault: "kv-northwind".into(),
        name: "netsuite-key".into(),
    })
}

fn aws() -> AwsSecret {
    AwsSecret {
        name: "prod/netsuite".into(),
        region: "eu-central-1".into(),
        profile: String::new(),
    }
}

fn document() -> Entered {
    Entered::OnePassword(OnePasswordDocument {
        vault: "Client keys".into(),
        title: "Northwind key".into(),
    })
}

fn place(entered: &Entered) -> Place {
    Place::new(entered).unwrap()
}

fn version(version: &str) -> Found {
    Found::Versions { version: version.into(), deleted: false }
}

fn answer(success: bool, stdout: &str, stderr: &str) -> Answer {
    Answer {
        success,
        stdout: Secret::new(stdout.as_bytes().to_vec()),
        stderr: Secret::new(stderr.as_bytes().to_vec()),
    }
}

#[track_caller]
fn assert_calls(place: &Place, found: &Found, expected: [&str; 3]) {
    let calls = [place.look(), place.put(found).unwrap(), place.read_back()];
    assert_eq!(calls.map(|call| call.join(" ")), expected);
}

#[test]
fn vault_gets_a_new_secret_only_where_there_is_none() {
    assert_calls(
        &place(&Entered::Vault(key_value())),
        &Found::Nothing,
        [
            "kv metadata get -address=https://vault.example.com:8200 -mount=secret -format=json \
             netsuite/northwind",
            "kv put -address=https://vault.example.com:8200 -mount=secret -cas=0 -format=json \
             netsuite/northwind private_key=-",
            "kv get -address=https://vault.example.com:8200 -mount=secret -field=private_key \
             -format=table netsuite/northwind",
        ],
    );
}

#[test]
fn vault_gets_a_new_version_that_keeps_the_other_fields() {
    let place = place(&Entered::OpenBao(KvField { namespace: "team/".into(), ..key_value() }));
    assert_eq!(
        place.put(&version("3")).unwrap().join(" "),
        "kv patch -address=https://vault.example.com:8200 -namespace=team/ -mount=secret -cas=3 \
         -format=json netsuite/northwind private_key=-"
    );
    let deleted = Found::Versions { version: "3".into(), deleted: true };
    let put = place.put(&deleted).unwrap();
    assert!(put[1] == "put" && put.contains(&"-cas=3".to_owned()), "{put:?}");
}

#[cfg(unix)]
#[test]
fn azure_reads_the_key_from_the_path_of_standard_input() {
    let set = "keyvault secret set --vault-name kv-northwind --name netsuite-key --file /dev/stdin \
               --encoding utf-8 --output none";
    let show = "keyvault secret show --vault-name kv-northwind --name netsuite-key --query";
    for found in [Found::Nothing, version("1f0c")] {
        assert_calls(
            &place(&azure()),
            &found,
            [&format!("{show} id --output tsv"), set, &format!("{show} value --output tsv")],
        );
    }
}

#[cfg(unix)]
#[test]
fn aws_creates_a_secret_or_adds_a_version() {
    let place = |aws| place(&Entered::AwsSecretsManager(aws));
    assert_calls(
        &place(aws()),
        &Found::Nothing,
        [
            "secretsmanager describe-secret --secret-id prod/netsuite --output json --region \
             eu-central-1",
            "secretsmanager create-secret --name prod/netsuite --secret-string file:///dev/stdin \
             --output json --region eu-central-1",
            "secretsmanager get-secret-value --secret-id prod/netsuite --region eu-central-1 \
             --query SecretString --output text",
        ],
    );
    assert_eq!(place(aws()).settings().unwrap().join(" "), "configure get cli_history");
    let with_profile = place(AwsSecret { profile: "acme".into(), ..aws() });
    assert_eq!(
        with_profile.settings().unwrap().join(" "),
        "configure get cli_history --profile acme"
    );
    assert_eq!(
        with_profile.put(&version("a1")).unwrap().join(" "),
        "secretsmanager put-secret-value --secret-id prod/netsuite --secret-string \
         file:///dev/stdin --output json --region eu-central-1 --profile acme"
    );
}

#[test]
fn one_password_gets_a_new_document_and_never_another_of_the_same_title() {
    let place = place(&document());
    let calls = [place.look(), place.put(&Found::Nothing).unwrap(), place.read_back()];
    let expected: [&[&str]; 3] = [
        &["item", "list", "--vault", "Client keys", "--format", "json"],
        &[
            "document",
            "create",
            "-",
            "--title",
            "Northwind key",
            "--file-name",
            "private.pem",
            "--vault",
            "Client keys",
            "--format",
            "json",
        ],
        &["document", "get", "Northwind key", "--vault", "Client keys"],
    ];
    assert_eq!(calls, expected);
    let refused = place.put(&Found::Taken).unwrap_err();
    assert!(matches!(refused, Error::SecretStore(SecretStoreError::Occupied { .. })), "{refused}");
}

#[test]
fn without_a_path_of_standard_input_only_tools_that_need_none_are_given_a_secret() {
    let without = [SecretStore::Vault, SecretStore::OpenBao, SecretStore::OnePassword];
    for store in SecretStore::ALL {
        let can = store.can_be_given_a_secret();
        assert_eq!(can, cfg!(unix) || without.contains(&store), "{store:?}");
    }
}

#[test]
fn spaces_around_values_are_left_out() {
    let spaced = KvField { mount: " secret ".into(), namespace: "  ".into(), ..key_value() };
    assert_eq!(place(&Entered::Vault(spaced)), place(&Entered::Vault(key_value())));
}

#[track_caller]
fn assert_refused(entered: Entered, expected: PlaceField) {
    match Place::new(&entered) {
        Err(Error::SecretStore(SecretStoreError::FieldRefused { field })) => {
            assert_eq!(field, expected, "{entered:?}");
        }
        other => panic!("{entered:?}: {other:?}"),
    }
}

#[test]
fn a_value_that_a_tool_or_a_shell_would_read_in_another_way_is_refused() {
    let hostile = [
        "-force", "--help", "@file", "a b|c", "a;b", "a&b", "$(id)", "`id`", "a\"b", "a'b", "a\nb",
        "a%PATH%", "a^b", "a<b", "a\\b", "a\0b",
    ];
    for text in hostile {
        let kv = key_value();
        for (entered, field) in [
            (KvField { mount: text.into(), ..kv.clone() }, PlaceField::Mount),
            (KvField { path: text.into(), ..kv.clone() }, PlaceField::Path),
            (KvField { field: text.into(), ..kv.clone() }, PlaceField::Field),
            (KvField { namespace: text.into(), ..kv.clone() }, PlaceField::Namespace),
            (KvField { address: text.into(), ..kv.clone() }, PlaceField::Address),
        ] {
            assert_refused(Entered::Vault(entered), field);
        }
        let vault = AzureSecret { vault: text.into(), name: "key".into() };
        assert_refused(Entered::AzureKeyVault(vault), PlaceField::VaultName);
        let name = AzureSecret { vault: "kv-one".into(), name: text.into() };
        assert_refused(Entered::AzureKeyVault(name), PlaceField::SecretName);
        for (entered, field) in [
            (AwsSecret { region: text.into(), ..aws() }, PlaceField::Region),
            (AwsSecret { profile: text.into(), ..aws() }, PlaceField::Profile),
        ] {
            // An AWS profile may have an `@`, but not at once.
            if text != "@file" || field == PlaceField::Region {
                assert_refused(Entered::AwsSecretsManager(entered), field);
            }
        }
        let title = OnePasswordDocument { vault: "Keys".into(), title: text.into() };
        assert_refused(Entered::OnePassword(title), PlaceField::Title);
    }
}

#[test]
fn a_path_is_made_of_names() {
    for text in ["/a", "a/", "a//b", "../a", "a/./b", "a=b"] {
        assert_refused(
            Entered::Vault(KvField { path: text.into(), ..key_value() }),
            PlaceField::Path,
        );
    }
}

#[test]
fn a_server_is_encrypted_or_on_this_computer() {
    let address = |text: &str| Entered::Vault(KvField { address: text.into(), ..key_value() });
    for text in [
        "https://vault.example.com",
        "https://vault.example.com/v/",
        "http://127.0.0.1:8200",
        "http://localhost:8200",
        "http://[::1]:8200",
    ] {
        assert!(Place::new(&address(text)).is_ok(), "{text}");
    }
    for text in [
        "http://vault.example.com",
        "vault.example.com",
        "ftp://vault.example.com",
        "https://user:word@vault.example.com",
        "https://vault.example.com/?a=b",
        "https://vault.example.com/#a",
        "unix:///run/vault",
    ] {
        assert_refused(address(text), PlaceField::Address);
    }
    let empty = Place::new(&address(" ")).unwrap_err();
    assert!(matches!(
        empty,
        Error::SecretStore(SecretStoreError::FieldEmpty { field: PlaceField::Address })
    ));
}

#[test]
fn azures_own_rules_for_vault_names_are_kept() {
    for name in ["kv", "1kv", "kv--a", "kva-", "a-name-that-is-far-too-long", "kv_a"] {
        let entered = AzureSecret { vault: name.into(), name: "key".into() };
        assert_refused(Entered::AzureKeyVault(entered), PlaceField::VaultName);
    }
}

#[test]
fn what_is_proposed_is_accepted_once_the_rest_is_entered() {
    let at = time::OffsetDateTime::UNIX_EPOCH;
    for name in ["Northwind Traders", "株式会社", "—", &"Long ".repeat(20)] {
        let connection = crate::connection::Connection::new(name, false, at).unwrap();
        for store in SecretStore::ALL {
            let variable = |name: &str| match name {
                "VAULT_ADDR" => Some("https://vault.example.com".to_owned()),
                "AWS_REGION" => Some("eu-central-1".to_owned()),
                _ => None,
            };
            let mut proposed = Entered::proposed(store, &connection, variable);
            match &mut proposed {
                Entered::AzureKeyVault(secret) => secret.vault = "kv-one".into(),
                Entered::OnePassword(document) => document.vault = "Keys".into(),
                Entered::Vault(_) | Entered::OpenBao(_) | Entered::AwsSecretsManager(_) => {}
            }
            let accepted =
                Place::new(&proposed).unwrap_or_else(|error| panic!("{proposed:?} {error}"));
            assert_eq!(accepted.store(), store);
        }
    }
}

#[test]
fn what_is_there_is_read_from_each_tools_answer() {
    let vault = place(&Entered::Vault(key_value()));
    let metadata = |data: &str| answer(true, &format!("{{\"data\":{data}}}"), "");
    let current =
        r#"{"current_version":3,"versions":{"3":{"deletion_time":"","destroyed":false}}}"#;
    assert_eq!(vault.found(&metadata(current)), Some(version("3")));
    let deleted = Some(Found::Versions { version: "3".into(), deleted: true });
    assert_eq!(vault.found(&metadata(&current.replace("false", "true"))), deleted);
    let recoverable = current.replace(r#""deletion_time":"""#, r#""deletion_time":"2026-11-01""#);
    assert_eq!(vault.found(&metadata(&recoverable)), deleted);
    assert_eq!(vault.found(&metadata(r#"{"current_version":0}"#)), Some(Found::Nothing));
    let none = answer(false, "", "No value found at secret/metadata/netsuite/northwind");
    assert_eq!(vault.found(&none), Some(Found::Nothing));
    assert_eq!(vault.found(&answer(false, "", "Code: 403. * permission denied")), None);
    assert_eq!(vault.found(&answer(true, "not JSON", "")), None);

    let azure = place(&azure());
    let id = "https://kv-northwind.vault.azure.net/secrets/netsuite-key/1f0c\n";
    assert_eq!(azure.found(&answer(true, id, "")), Some(version("1f0c")));
    let none = answer(false, "", "ERROR: (SecretNotFound) A secret with (name/id) x was not found");
    assert_eq!(azure.found(&none), Some(Found::Nothing));
    assert_eq!(azure.found(&answer(true, "", "")), None);

    let aws = place(&Entered::AwsSecretsManager(aws()));
    let described = r#"{"Name":"prod/netsuite","VersionIdsToStages":{"a0":["AWSPREVIOUS"],"a1":["AWSCURRENT"]}}"#;
    assert_eq!(aws.found(&answer(true, described, "")), Some(version("a1")));
    let going = r#"{"Name":"prod/netsuite","DeletedDate":"2026-12-01T00:00:00Z"}"#;
    assert_eq!(aws.found(&answer(true, going, "")), Some(Found::Taken));
    assert_eq!(aws.found(&answer(true, r#"{"Name":"prod/netsuite"}"#, "")), Some(version("")));
    let none = "An error occurred (ResourceNotFoundException) when calling DescribeSecret";
    assert_eq!(aws.found(&answer(false, "", none)), Some(Found::Nothing));

    let document = place(&document());
    let items =
        |title: &str| answer(true, &format!(r#"[{{"title":"a"}},{{"title":"{title}"}}]"#), "");
    assert_eq!(document.found(&items("northwind KEY")), Some(Found::Taken));
    assert_eq!(document.found(&items("b")), Some(Found::Nothing));
    assert_eq!(document.found(&answer(true, "", "")), None);
}

#[test]
fn why_a_tool_failed_is_read_from_its_own_words() {
    for (says, expected) in [
        ("* permission denied", ToolProblem::Denied),
        ("* missing client token", ToolProblem::NotSignedIn),
        ("Metadata not supported on KV Version 1", ToolProblem::VersionOne),
        ("dial tcp 127.0.0.1:8200: connect: connection refused", ToolProblem::Unreachable),
        ("ERROR: Please run 'az login' to setup account.", ToolProblem::NotSignedIn),
        ("(Forbidden) Caller is not authorized. Inner error: ForbiddenByRbac", ToolProblem::Denied),
        ("(Conflict) ObjectIsDeletedButRecoverable", ToolProblem::Deleted),
        ("Unable to locate credentials. You can configure credentials", ToolProblem::NotSignedIn),
        ("(AccessDeniedException) User is not authorized to perform", ToolProblem::Denied),
        (
            "[ERROR] You are not currently signed in. Please run `op signin`",
            ToolProblem::NotSignedIn,
        ),
        ("something else", ToolProblem::Other),
    ] {
        assert_eq!(answer(false, "", says).problem(), expected, "{says}");
    }
}

/// A tool that answers what it is told to, and notes what it was called with.
struct Told {
    answers: RefCell<Vec<Result<Answer, ToolProblem>>>,
    calls: RefCell<Vec<(String, Option<String>)>>,
}

impl Told {
    fn new<const N: usize>(answers: [Result<Answer, ToolProblem>; N]) -> Self {
        let mut answers = Vec::from(answers);
        answers.reverse();
        Self { answers: RefCell::new(answers), calls: RefCell::default() }
    }
}

impl Tool for Told {
    fn call(
        &self,
        arguments: &[String],
        input: Option<&Secret<String>>,
    ) -> Result<Answer, ToolProblem> {
        let input = input.map(|input| input.expose().clone());
        self.calls.borrow_mut().push((arguments.join(" "), input));
        self.answers.borrow_mut().pop().expect("the tool is not called more often")
    }
}

const KEY: &str = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\nR1kZ\n-----END PRIVATE KEY-----\n";

fn key() -> Secret<String> {
    Secret::new(KEY.to_owned())
}

fn nothing() -> Result<Answer, ToolProblem> {
    Ok(answer(false, "", "No value found at secret/metadata/netsuite/northwind"))
}

fn stores(tool: &Told) -> Result<Stored> {
    let place = place(&Entered::Vault(key_value()));
    // By then it was looked at, and nothing was given.
    let started = || {
        assert_eq!(tool.calls.borrow().len(), 1);
        Ok(())
    };
    put(tool, &place, &Found::Nothing, &key(), started)
}

#[test]
fn a_key_is_given_once_on_standard_input_and_compared() {
    for back in
        [KEY.to_owned(), KEY.trim_end().to_owned(), format!("{KEY}\n"), format!("{KEY}\r\n")]
    {
        let tool = Told::new([nothing(), Ok(answer(true, "{}", "")), Ok(answer(true, &back, ""))]);
        assert!(matches!(stores(&tool).unwrap(), Stored::Compared), "{back:?}");
        let calls = tool.calls.into_inner();
        let inputs: Vec<_> = calls.iter().map(|(_, input)| input.as_deref()).collect();
        assert_eq!(inputs, [None, Some(KEY), None]);
    }
}

#[test]
fn another_value_is_not_the_key() {
    for back in ["", "another", &KEY[..KEY.len() - 30], &format!("x{KEY}"), &format!("{KEY}x")] {
        let tool = Told::new([nothing(), Ok(answer(true, "", "")), Ok(answer(true, back, ""))]);
        let stored = stores(&tool).unwrap();
        assert!(
            matches!(
                stored,
                Stored::Unconfirmed(Error::SecretStore(SecretStoreError::ReadBackDiffers { .. }))
            ),
            "{back:?}: {stored:?}"
        );
    }
}

#[test]
fn nothing_is_given_where_something_else_is_there_than_was_shown() {
    let current = r#"{"data":{"current_version":1,"versions":{"1":{}}}}"#;
    let tool = Told::new([Ok(answer(true, current, ""))]);
    let refused = stores(&tool).unwrap_err();
    assert!(matches!(refused, Error::SecretStore(SecretStoreError::Changed { .. })), "{refused}");
    assert_eq!(tool.calls.into_inner().len(), 1);
}

#[test]
fn a_key_whose_history_cannot_be_written_is_given_to_no_tool() {
    let tool = Told::new([nothing()]);
    let place = place(&Entered::Vault(key_value()));
    let refused = put(&tool, &place, &Found::Nothing, &key(), || Err(Error::Busy)).unwrap_err();
    assert!(matches!(refused, Error::Busy), "{refused}");
    assert!(tool.calls.into_inner().iter().all(|(_, input)| input.is_none()));
}

#[test]
fn a_tool_that_was_given_the_key_and_ended_late_may_have_stored_it() {
    let tool = Told::new([nothing(), Err(ToolProblem::TimedOut)]);
    let stored = stores(&tool).unwrap();
    assert!(
        matches!(
            stored,
            Stored::Unconfirmed(Error::SecretStore(SecretStoreError::ToolFailed {
                step: ToolStep::Store,
                problem: ToolProblem::TimedOut,
                ..
            }))
        ),
        "{stored:?}"
    );
}

#[test]
fn only_a_tool_that_says_that_its_store_refused_proves_that_the_store_has_nothing() {
    let stored = |stderr: &str| {
        let tool = Told::new([nothing(), Ok(answer(false, "", stderr))]);
        stores(&tool).unwrap()
    };
    for refused in
        ["Code: 403. Errors: permission denied", "Please run 'az login'", "session expired"]
    {
        assert!(matches!(stored(refused), Stored::Refused(_)), "{refused}");
    }
    // The last is what a second try says whose first has arrived; a tool that is ended says nothing.
    for lost in [
        "context deadline exceeded",
        "read tcp 10.0.0.4:5150: i/o timeout",
        "Max retries exceeded with url",
        "check-and-set parameter did not match the current version",
        "",
    ] {
        assert!(matches!(stored(lost), Stored::Unconfirmed(_)), "{lost}");
    }
}

#[test]
fn a_tools_message_is_shown_unless_it_has_a_part_of_the_key() {
    let said = |stderr: &str| {
        let tool = Told::new([nothing(), Ok(answer(false, "", stderr))]);
        match stores(&tool).unwrap() {
            Stored::Unconfirmed(Error::SecretStore(SecretStoreError::ToolFailed {
                detail,
                ..
            })) => detail,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(said("\u{1b}[31mquota\u{1b}[0m\tused up\r\n").as_deref(), Some("quota used up"));
    assert_eq!(said("  \n"), None);
    let body = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg";
    let one_line = KEY.replace('\n', "\\n");
    let broken = body[8..28].chars().map(|c| format!("{c}\n")).collect::<String>();
    for mentioned in [KEY, body, &body[10..26], &one_line, &broken] {
        assert_eq!(said(&format!("bad value: {mentioned}")), None, "{mentioned}");
    }
    // What stands around every key says nothing of it.
    let frame = "no -----BEGIN PRIVATE KEY----- there";
    assert_eq!(said(frame).as_deref(), Some(frame));
    assert!(said(&"long ".repeat(1000)).unwrap().len() <= 1000);
}

#[test]
fn what_a_tool_says_while_it_reads_the_key_back_is_never_shown() {
    let refused = Ok(answer(false, "", "permission denied"));
    let tool = Told::new([nothing(), Ok(answer(true, "", "")), refused]);
    let Stored::Unconfirmed(Error::SecretStore(SecretStoreError::ToolFailed {
        step,
        detail,
        problem,
        ..
    })) = stores(&tool).unwrap()
    else {
        panic!("it failed");
    };
    assert_eq!((step, problem, detail), (ToolStep::ReadBack, ToolProblem::Denied, None));
}

#[test]
fn a_command_line_is_shown_as_it_would_be_typed() {
    let call = ["item".to_owned(), "Client keys".to_owned(), "a=-".to_owned(), String::new()];
    let shown = command_line(Path::new("/usr/bin/op"), &call);
    let quote = if cfg!(windows) { '"' } else { '\'' };
    assert_eq!(shown, format!("/usr/bin/op item {quote}Client keys{quote} a=- {quote}{quote}"));
}
