//! A secret in AWS Secrets Manager.
//!
//! A value that begins with `file://` is read from that file, once; the path of standard input is such
//! a file. The tool has no other way to read a value from there.
//!
//! With `cli_history` enabled it records its requests, and what is in them, in a file of the user.
//!
//! Sources: <https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html>,
//! <https://github.com/aws/aws-cli/blob/v2/awscli/paramfile.py>, standard input in
//! <https://github.com/aws/aws-cli/issues/5982>,
//! <https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/create-secret.html>,
//! <https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/put-secret-value.html>,
//! <https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/describe-secret.html>,
//! <https://docs.aws.amazon.com/cli/latest/reference/history>.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::{Answer, Found, Unclear};
use super::values::{arguments, name, needed, optional};
use crate::error::Result;
use crate::store_tool::PlaceField;
use crate::system::STANDARD_INPUT;

/// A secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AwsSecret {
    /// The name of the secret.
    pub name: String,
    /// The region. Needed, so that the history can say where the key is.
    pub region: String,
    /// The profile of the tool; its default where this is empty.
    pub profile: String,
}

impl AwsSecret {
    pub(super) fn accepted(&self) -> Result<Self> {
        Ok(Self {
            name: needed(PlaceField::SecretName, &self.name, |text| name(text, "/_+=.@-", 512))?,
            region: needed(PlaceField::Region, &self.region, |text| name(text, "-", 40))?,
            profile: optional(PlaceField::Profile, &self.profile, |text| name(text, "-_.@+", 100))?,
        })
    }

    pub(super) fn location(&self) -> String {
        let Self { name, region, profile } = self;
        if profile.is_empty() {
            format!("secret {name} in region {region}")
        } else {
            format!("secret {name} in region {region}, profile {profile}")
        }
    }

    /// Ends with a failure where nothing is set.
    pub(super) fn settings(&self) -> Vec<String> {
        self.with_profile(arguments(["configure", "get", "cli_history"]))
    }

    pub(super) fn look(&self) -> Vec<String> {
        self.call(["describe-secret", "--secret-id", &self.name, "--output", "json"])
    }

    /// `create-secret` refuses a name that is taken; a new value is a new version.
    pub(super) fn put(&self, is_there: bool) -> Option<Vec<String>> {
        let value = format!("file://{}", STANDARD_INPUT?);
        let (verb, named) = if is_there {
            ("put-secret-value", "--secret-id")
        } else {
            ("create-secret", "--name")
        };
        Some(self.call([verb, named, &self.name, "--secret-string", &value, "--output", "json"]))
    }

    pub(super) fn read_back(&self) -> Vec<String> {
        let value = ["--query", "SecretString", "--output", "text"];
        let mut call = self.call(["get-secret-value", "--secret-id", &self.name]);
        call.extend(arguments(value));
        call
    }

    fn call<const N: usize>(&self, words: [&str; N]) -> Vec<String> {
        let mut call = arguments(["secretsmanager"]);
        call.extend(arguments(words));
        call.extend(arguments(["--region", &self.region]));
        self.with_profile(call)
    }

    fn with_profile(&self, mut call: Vec<String>) -> Vec<String> {
        if !self.profile.is_empty() {
            call.extend(arguments(["--profile", &self.profile]));
        }
        call
    }

    /// A secret that is scheduled for deletion has a `DeletedDate` and takes no value.
    pub(super) fn found(answer: &Answer) -> Result<Found, Unclear> {
        if !answer.success {
            let nothing = answer.says("resourcenotfoundexception");
            return if nothing { Ok(Found::Nothing) } else { Err(Unclear) };
        }
        let secret: Value = serde_json::from_slice(answer.stdout.expose()).map_err(|_| Unclear)?;
        secret["Name"].as_str().ok_or(Unclear)?;
        if !secret["DeletedDate"].is_null() {
            return Ok(Found::Taken);
        }
        let versions = secret["VersionIdsToStages"].as_object();
        let current = versions.into_iter().flatten().find_map(|(version, stages)| {
            let stages = stages.as_array()?;
            stages.iter().any(|stage| stage == "AWSCURRENT").then(|| version.clone())
        });
        // A secret can be there before its first value.
        Ok(Found::Versions { version: current.unwrap_or_default(), deleted: false })
    }
}
