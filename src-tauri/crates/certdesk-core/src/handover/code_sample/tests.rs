use netsuite_client::Scope;
use netsuite_keys::key::Algorithm;

use super::*;

const ALL: [Algorithm; 6] = [
    Algorithm::Ps256,
    Algorithm::Ps384,
    Algorithm::Ps512,
    Algorithm::Es256,
    Algorithm::Es384,
    Algorithm::Es512,
];

fn values(algorithm: Algorithm, scopes: &[Scope]) -> Values {
    Values::example(algorithm, scopes, "private.pem")
}

#[test]
fn every_file_of_the_folder_is_a_sample_and_can_be_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    files.sort();
    let known: Vec<_> = FILES
        .iter()
        .flat_map(|(name, ..)| [format!("{name}.json"), format!("{name}.txt")])
        .collect();
    assert_eq!(known, files);
    for (name, facts, template) in FILES {
        CodeSample::read(name, facts, template).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn a_name_that_no_value_has_is_refused() {
    let (name, facts, template) = FILES.first().unwrap();
    for wrong in ["«clientSecret»", "«clientId", "clientId»", "«rsa»\nx\n", "«end»\n"] {
        CodeSample::read(name, facts, &format!("{template}\n{wrong}")).unwrap_err();
    }
    let misspelled = facts.replacen("\"label\"", "\"lable\"", 1);
    CodeSample::read(name, &misspelled, template).unwrap_err();
}

#[test]
fn every_program_has_the_values_and_nothing_of_the_template() {
    for sample in CodeSample::all() {
        for algorithm in ALL {
            let scopes = [Scope::Restlets, Scope::RestWebservices];
            let code = sample.fill(&values(algorithm, &scopes));
            for value in ["https://example.test:7/token", "CLIENT", "CERTIFICATE"] {
                assert!(code.contains(value), "{value} in {code}");
            }
            assert!(code.contains(algorithm.name()), "{code}");
            assert!(code.contains("https://example.test:7/services/rest/record/v1/"), "{code}");
            assert!(!code.contains(['«', '»']), "{code}");
            assert!(code.ends_with('\n') && !code.contains("\n\n\n\n"), "{code}");
            let file = sample.facts().key.is_none();
            assert_eq!(code.contains("private.pem"), file, "{code}");
        }
    }
}

#[test]
fn a_token_that_is_not_for_rest_web_services_makes_no_call() {
    for sample in CodeSample::all() {
        let code = sample.fill(&values(Algorithm::Ps256, &[Scope::Restlets]));
        assert!(!code.contains("metadata-catalog"), "{code}");
        assert!(code.contains("restlets"), "{code}");
    }
}

#[test]
fn one_scope_is_a_text_and_several_are_a_list() {
    let both = [Scope::Restlets, Scope::RestWebservices];
    for (name, one, several) in [
        ("node", "\"restlets\"", "[\"restlets\", \"rest_webservices\"]"),
        ("csharp", "\"restlets\"", "new[] { \"restlets\", \"rest_webservices\" }"),
        ("go", "\"restlets\"", "[]string{\"restlets\", \"rest_webservices\"}"),
        ("php", "'restlets'", "['restlets', 'rest_webservices']"),
        ("powershell", "'restlets'", "@('restlets', 'rest_webservices')"),
        ("bash", "'\"restlets\"'", "'[\"restlets\",\"rest_webservices\"]'"),
        ("postman", "\"restlets\"", "\"restlets,rest_webservices\""),
    ] {
        let sample = CodeSample::named(name).unwrap();
        let code = sample.fill(&values(Algorithm::Es256, &both[..1]));
        assert!(code.contains(one), "{code}");
        let code = sample.fill(&values(Algorithm::Es256, &both));
        assert!(code.contains(several), "{code}");
    }
}

#[test]
fn nothing_in_a_value_ends_its_text() {
    let path = "C:\\keys\\it's \"it\" ’$HOME\n\u{2028}";
    for (name, written) in [
        ("node", r#""C:\\keys\\it's \"it\" ’$HOME\n\u2028""#),
        ("php", "'C:\\\\keys\\\\it\\'s \"it\" ’$HOME\n\u{2028}'"),
        ("powershell", "'C:\\keys\\it''s \"it\" ’’$HOME\n\u{2028}'"),
        ("bash", "'C:\\keys\\it'\\''s \"it\" ’$HOME\n\u{2028}'"),
    ] {
        let values = Values::example(Algorithm::Es256, &[Scope::Restlets], path);
        let code = CodeSample::named(name).unwrap().fill(&values);
        assert!(code.contains(written), "{written}\n{code}");
    }
}

#[test]
fn every_sample_says_what_it_needs_and_where_that_is_documented() {
    for sample in CodeSample::all() {
        let facts = sample.facts();
        assert!(!facts.needs.is_empty() && !facts.file.is_empty(), "{facts:?}");
        assert!(!facts.sources.is_empty(), "{facts:?}");
        assert!(facts.sources.iter().all(|source| source.starts_with("https://")), "{facts:?}");
        // An API client has neither a command nor a file to read the key from.
        assert_ne!(facts.run.is_some(), facts.key.is_some(), "{facts:?}");
    }
}
