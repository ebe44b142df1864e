//! A stand-in for `vault`, `bao`, `az`, `aws` and `op`: which one, its own file's name says.
//!
//! It notes every call in `calls` beside it: arguments, environment, and what it read. It holds one
//! secret in `state.json`, and behaves as the word in `behavior` says. Where the tool reads a secret
//! from standard input or from a path, so does this, and in no other way. Calls that the tool
//! wouldn't understand end with status 64.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a stand-in stops where it cannot go on"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};

fn main() -> ExitCode {
    let this = std::env::current_exe().unwrap();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut tool = StandIn {
        name: this.file_stem().unwrap().to_str().unwrap().to_owned(),
        folder: this.parent().unwrap().to_owned(),
        arguments,
        read: None,
    };
    let end = tool.act();
    tool.note();
    let (output, status) = match end {
        Ok(output) => (output, 0),
        Err((status, message)) => {
            eprintln!("{message}");
            (String::new(), status)
        }
    };
    std::io::stdout().write_all(output.as_bytes()).unwrap();
    ExitCode::from(status)
}

type End = Result<String, (u8, String)>;

struct StandIn {
    name: String,
    folder: PathBuf,
    arguments: Vec<String>,
    /// What came as the secret.
    read: Option<String>,
}

/// What a call is for.
enum Act {
    Settings,
    Look,
    Store { is_new: bool, version: Option<u64>, field: String, from: From },
    ReadBack { field: String },
}

/// Where the secret is read from.
enum From {
    StandardInput,
    Path(String),
}

impl StandIn {
    fn act(&mut self) -> End {
        let Some(act) = self.understand() else {
            return Err((64, format!("usage of {}: not {:?}", self.name, self.arguments)));
        };
        let behavior = fs::read_to_string(self.folder.join("behavior")).unwrap_or_default();
        let behavior = behavior.trim();
        match (behavior, &act) {
            // It reads its own file and reaches no server.
            ("records", Act::Settings) => return Ok("enabled\n".to_owned()),
            (_, Act::Settings) => return Err((1, String::new())),
            ("not-signed-in", _) => return Err((1, self.not_signed_in().to_owned())),
            ("denied", _)
            | ("denied-at-store", Act::Store { .. })
            | ("denied-at-read-back", Act::ReadBack { .. }) => {
                // The tool has read by then.
                self.receive(&act);
                return Err((2, self.denied().to_owned()));
            }
            ("repeats-the-key", Act::Store { .. }) => {
                self.receive(&act);
                let key = self.read.clone().unwrap_or_default();
                return Err((1, format!("cannot store {key}: quota used up")));
            }
            ("hangs", _) | ("hangs-at-store", Act::Store { .. }) => {
                self.receive(&act);
                self.note();
                std::thread::sleep(Duration::from_secs(600));
            }
            ("waits-at-store", Act::Store { .. }) => {
                self.receive(&act);
                self.note();
                while !self.folder.join("go").exists() {
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
            ("floods", _) => return Ok("x".repeat(8 * 1024 * 1024)),
            _ => {}
        }
        let mut state = self.state();
        match act {
            Act::Settings => unreachable!("answered above"),
            Act::Look => self.looked(&state),
            Act::Store { is_new, version, ref field, .. } => {
                self.receive(&act);
                let current = state["version"].as_u64();
                if (is_new && current.is_some()) || version.is_some_and(|at| Some(at) != current) {
                    return Err((2, "check-and-set parameter did not match".to_owned()));
                }
                state["version"] = json!(current.unwrap_or(0) + 1);
                state["fields"][field] = json!(self.read);
                state["title"] = json!(self.option("--title"));
                fs::write(self.folder.join("state.json"), state.to_string()).unwrap();
                if behavior == "stores-and-loses-the-answer" {
                    return Err((2, "context deadline exceeded".to_owned()));
                }
                Ok("{}\n".to_owned())
            }
            Act::ReadBack { field } => {
                let value = state["fields"][&field].as_str().unwrap_or_default().to_owned();
                Ok(match behavior {
                    "another-value" => "another value\n".to_owned(),
                    // As each does: exactly, or with a line break.
                    _ if matches!(self.name.as_str(), "az" | "aws") => format!("{value}\n"),
                    _ => value,
                })
            }
        }
    }

    fn understand(&self) -> Option<Act> {
        let words: Vec<&str> = self.arguments.iter().map(String::as_str).collect();
        let key = || "value".to_owned();
        match (self.name.as_str(), words.as_slice()) {
            ("vault" | "bao", ["kv", "metadata", "get", .., _path]) => {
                (self.flag("-address").is_some() && self.flag("-format")? == "json")
                    .then_some(Act::Look)
            }
            ("vault" | "bao", ["kv", verb @ ("put" | "patch"), .., _path, pair]) => {
                let version: u64 = self.flag("-cas")?.parse().ok()?;
                self.flag("-mount")?;
                Some(Act::Store {
                    is_new: *verb == "put" && version == 0,
                    version: (version > 0).then_some(version),
                    field: pair.strip_suffix("=-")?.to_owned(),
                    from: From::StandardInput,
                })
            }
            ("vault" | "bao", ["kv", "get", .., _path]) => {
                Some(Act::ReadBack { field: self.flag("-field")? })
            }
            ("az", ["keyvault", "secret", "show", ..]) => match self.option("--query")?.as_str() {
                "id" => Some(Act::Look),
                "value" => Some(Act::ReadBack { field: key() }),
                _ => None,
            },
            ("az", ["keyvault", "secret", "set", ..]) => Some(Act::Store {
                is_new: false,
                version: None,
                field: key(),
                from: From::Path(self.option("--file")?),
            }),
            ("aws", ["configure", "get", "cli_history", ..]) => Some(Act::Settings),
            ("aws", ["secretsmanager", "describe-secret", ..]) => Some(Act::Look),
            ("aws", ["secretsmanager", verb @ ("create-secret" | "put-secret-value"), ..]) => {
                let path = self.option("--secret-string")?.strip_prefix("file://")?.to_owned();
                Some(Act::Store {
                    is_new: *verb == "create-secret",
                    version: None,
                    field: key(),
                    from: From::Path(path),
                })
            }
            ("aws", ["secretsmanager", "get-secret-value", ..]) => {
                (self.option("--query")? == "SecretString").then(|| Act::ReadBack { field: key() })
            }
            ("op", ["item", "list", ..]) => self.option("--vault").map(|_| Act::Look),
            ("op", ["document", "create", "-", ..]) => Some(Act::Store {
                is_new: false,
                version: None,
                field: self.option("--title")?,
                from: From::StandardInput,
            }),
            ("op", ["document", "get", title, "--vault", _vault]) => {
                Some(Act::ReadBack { field: (*title).to_owned() })
            }
            _ => None,
        }
    }

    fn receive(&mut self, act: &Act) {
        let (Act::Store { from, .. }, None) = (act, &self.read) else { return };
        let mut text = String::new();
        match from {
            From::StandardInput => drop(std::io::stdin().read_to_string(&mut text).unwrap()),
            From::Path(path) => text = fs::read_to_string(path).unwrap(),
        }
        self.read = Some(text);
    }

    fn looked(&self, state: &Value) -> End {
        let version = state["version"].as_u64();
        match (self.name.as_str(), version) {
            ("vault" | "bao", None) => Err((2, "No value found at secret/metadata/it".to_owned())),
            ("vault" | "bao", Some(version)) => {
                let versions =
                    json!({ version.to_string(): { "deletion_time": "", "destroyed": false } });
                let data = json!({ "current_version": version, "versions": versions });
                Ok(json!({ "data": data }).to_string())
            }
            ("az", None) => {
                Err((3, "ERROR: (SecretNotFound) it was not found in this key vault".to_owned()))
            }
            ("az", Some(version)) => {
                Ok(format!("https://kv-northwind.vault.azure.net/secrets/it/{version:032x}\n"))
            }
            ("aws", None) => Err((254, "An error occurred (ResourceNotFoundException)".to_owned())),
            ("aws", Some(version)) => {
                let stages = json!({ format!("v{version}"): ["AWSCURRENT"] });
                Ok(json!({ "Name": "it", "VersionIdsToStages": stages }).to_string())
            }
            (_, None) => Ok("[]".to_owned()),
            (_, Some(_)) => Ok(json!([{ "id": "a", "title": state["title"] }]).to_string()),
        }
    }

    fn not_signed_in(&self) -> &'static str {
        match self.name.as_str() {
            "vault" | "bao" => "Code: 403. Errors:\n\n* permission denied\n* invalid token",
            "az" => "ERROR: Please run 'az login' to setup account.",
            "aws" => {
                "Unable to locate credentials. You can configure credentials by running \"aws login\"."
            }
            _ => {
                "[ERROR] 2026/11/29 08:00:00 You are not currently signed in. Please run `op signin --help`"
            }
        }
    }

    fn denied(&self) -> &'static str {
        match self.name.as_str() {
            "vault" | "bao" => "Code: 403. Errors:\n\n* permission denied",
            "az" => "ERROR: (Forbidden) Caller is not authorized to perform action on resource.",
            "aws" => {
                "An error occurred (AccessDeniedException): User is not authorized to perform it"
            }
            _ => "[ERROR] 2026/11/29 08:00:00 (403) Forbidden: you don't have access to this vault",
        }
    }

    fn state(&self) -> Value {
        let text = fs::read_to_string(self.folder.join("state.json"));
        text.map_or_else(|_| json!({}), |text| serde_json::from_str(&text).unwrap())
    }

    /// `-name=value`
    fn flag(&self, name: &str) -> Option<String> {
        let value =
            |argument: &String| Some(argument.strip_prefix(name)?.strip_prefix('=')?.to_owned());
        self.arguments.iter().find_map(value)
    }

    /// `--name value`
    fn option(&self, name: &str) -> Option<String> {
        let at = self.arguments.iter().position(|argument| argument == name)?;
        self.arguments.get(at + 1).cloned()
    }

    fn note(&self) {
        let calls = self.folder.join("calls");
        fs::create_dir_all(&calls).unwrap();
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into(), value.to_string_lossy().into()))
            .collect();
        let call =
            json!({ "arguments": self.arguments, "environment": environment, "read": self.read });
        let number = fs::read_dir(&calls).unwrap().count();
        write_whole(&calls.join(format!("{number:03}.json")), &call.to_string());
    }
}

/// Whoever reads it sees all of it or nothing.
fn write_whole(path: &Path, text: &str) {
    let part = path.with_extension("part");
    fs::write(&part, text).unwrap();
    fs::rename(part, path).unwrap();
}
