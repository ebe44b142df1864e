//! The SuiteCloud CLI itself reads the command that its kit hands over.
//!
//! Its JavaScript checks the options and hands them to a Java program, which is Oracle's own and not
//! part of the package. A stub in that program's place notes what it was given.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use certdesk_core::connection::{Change, Connection, Credential};
use certdesk_core::handover::kit::{Filled, KeyFile};
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use tempfile::TempDir;
use time::OffsetDateTime;

use crate::programs::installed;

/// A computer with the CLI, a project, and the stub in place of Java.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Self { folder };
        for part in ["bin", "project/src", "home/.suitecloud-sdk/cli"] {
            fs::create_dir_all(desk.path(part)).unwrap();
        }
        // Only its presence is looked at.
        fs::write(desk.path("home/.suitecloud-sdk/cli").join(jar()), "").unwrap();
        fs::write(desk.path("project/suitecloud.config.js"), CONFIGURATION).unwrap();
        fs::write(desk.path("project/src/manifest.xml"), MANIFEST).unwrap();
        let cli = installed("node_modules/@oracle/suitecloud-cli/src/suitecloud.js");
        desk.program("suitecloud", &format!("exec node '{}' \"$@\"", cli.display()));
        desk.program("java", STUB);
        desk
    }

    fn path(&self, part: &str) -> PathBuf {
        self.folder.path().join(part)
    }

    fn program(&self, name: &str, script: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Runs a line as somebody would in a terminal, with the variables that the kit names.
    fn types(&self, line: &str, variables: &[(&str, &str)]) -> Output {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let found = std::env::join_paths(
            [self.path("bin")].into_iter().chain(std::env::split_paths(&path)),
        );
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(line).current_dir(self.path("project"));
        for variable in ["SUITECLOUD_CI", "SUITECLOUD_CI_PASSKEY", "SUITECLOUD_FALLBACK_PASSKEY"] {
            shell.env_remove(variable);
        }
        shell.env("PATH", found.unwrap()).env("HOME", self.path("home"));
        shell.env("ASKED", self.path("asked")).envs(variables.iter().copied());
        shell.output().unwrap()
    }

    /// What the stub was asked, from the name of the act on.
    fn asked(&self) -> Vec<String> {
        let asked = fs::read_to_string(self.path("asked")).unwrap_or_default();
        let words = asked.lines().map(str::to_owned);
        words.skip_while(|word| word != "authenticateci").collect()
    }
}

/// The command of the kit for a key saved at `path`.
fn command(path: &Path) -> (String, CertificateId) {
    let now = OffsetDateTime::now_utc();
    let key = PrivateKey::generate(KeyType::Rsa3072, &Search::new()).unwrap();
    let subject = Subject::new("Beispiel").unwrap();
    let certificate = Certificate::issue(&key, &subject, 730, Signature::Pss, now).unwrap();
    let (name, place) = (EntryName::random(), VaultPlace::SecretService);
    let algorithm = Algorithm::Ps256;
    let pair = Credential::new(name, place, algorithm, &certificate, Signature::Pss, now).unwrap();

    let target = Target::named("suitecloud-cli").unwrap();
    let mut connection = Connection::new("Beispiel & Söhne", false, now).unwrap();
    connection.change(Change::Target { target }, now).unwrap();
    connection.change(Change::Account { text: "4718203-sb1".into() }, now).unwrap();
    let file = KeyFile { path: path.to_str(), windows: false };
    let kit = target.recipe().fill_with(&connection, Some(&pair), "https://x/", Some(file));
    let kit = kit.unwrap();
    assert_eq!(kit.path_problem, None, "{}", path.display());
    let command = kit.fields.into_iter().find_map(|field| match field {
        Filled::Value { label, value, .. } if label == "Command" => Some(value),
        _ => None,
    });
    (command.unwrap(), pair.predicted_id)
}

#[test]
fn the_suitecloud_cli_takes_the_command_and_every_path_that_it_is_given() {
    for folder in ["keys", "my keys", "it's here", "(1) keys", "schlüssel"] {
        let desk = Desk::new();
        let path = desk.path(folder).join("private.pem");
        let (command, id) = command(&path);
        let answer = desk.types(&command, &VARIABLES);
        let said = String::from_utf8_lossy(&answer.stdout).into_owned()
            + &String::from_utf8_lossy(&answer.stderr);
        assert!(answer.status.success(), "{command}: {said}");
        let path = path.to_str().unwrap();
        let alias = "beispiel-s-hne-4718203-sb1";
        let expected = [
            "authenticateci",
            "-authid",
            alias,
            "-account",
            "4718203_SB1",
            "-certificateid",
            id.as_str(),
            "-privatekeypath",
            path,
        ];
        assert_eq!(desk.asked(), expected, "{command}");
    }
}

#[test]
fn the_suitecloud_cli_wants_the_variables_that_the_kit_names() {
    let desk = Desk::new();
    let (command, _) = command(&desk.path("private.pem"));
    let with_fallback = [VARIABLES[0], VARIABLES[1], ("SUITECLOUD_FALLBACK_PASSKEY", PASSKEY)];
    // Its parser does without SUITECLOUD_CI; what lies behind the parser cannot be asked here.
    for variables in [&VARIABLES[..1], &with_fallback] {
        assert!(!desk.types(&command, variables).status.success(), "{variables:?}");
        assert_eq!(desk.asked(), Vec::<String>::new(), "{variables:?}");
    }
}

/// The file name that the installed package looks for.
fn jar() -> String {
    let package = installed("node_modules/@oracle/suitecloud-cli/package.json");
    let package: serde_json::Value = serde_json::from_slice(&fs::read(package).unwrap()).unwrap();
    package["sdkFilename"].as_str().unwrap().to_owned()
}

const PASSKEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
const VARIABLES: [(&str, &str); 2] = [("SUITECLOUD_CI", "1"), ("SUITECLOUD_CI_PASSKEY", PASSKEY)];
const CONFIGURATION: &str = "module.exports = { defaultProjectFolder: 'src' };\n";
const MANIFEST: &str = "<manifest projecttype=\"ACCOUNTCUSTOMIZATION\">\
    <projectname>x</projectname><frameworkversion>1.0</frameworkversion></manifest>\n";
/// Says that it is Java 17; otherwise notes its words and answers as Oracle's program does.
const STUB: &str = r#"if [ "$1" = -version ]; then echo 'openjdk version "17.0.4"' >&2; exit 0; fi
for word in "$@"; do printf '%s\n' "$word" >> "$ASKED"; done
echo '{"status":"SUCCESS","data":{"accountInfo":{"companyName":"x","roleName":"y"}}}'"#;
