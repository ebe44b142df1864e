//! What makes a key and a certificate: Certdesk's crate, or an openssl.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use time::OffsetDateTime;

/// The first argument of a process that is to make one key.
pub(crate) const MAKE: &str = "--make";

/// Something that writes a key and a certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// This project, in the process that the bench starts.
    Certdesk,
    /// The machine's `openssl req`.
    OpensslReq,
    /// OpenSSL 3.6, built into the bench.
    #[cfg(feature = "openssl-3-6")]
    Openssl36,
}

impl Engine {
    /// What it is, with its version.
    pub(crate) fn name(self) -> Result<String, Box<dyn Error>> {
        Ok(match self {
            Self::Certdesk => format!("Certdesk {}", env!("CARGO_PKG_VERSION")),
            Self::OpensslReq => {
                let answer = Command::new("openssl").arg("version").output()?;
                let words = String::from_utf8(answer.stdout)?;
                let version: Vec<_> = words.split(' ').take(2).collect();
                format!("{} (openssl req)", version.join(" "))
            }
            #[cfg(feature = "openssl-3-6")]
            Self::Openssl36 => format!("{} (built in)", crate::openssl_3_6::version()),
        })
    }

    /// The command that makes one RSA-4096 key, a certificate and both PEM files in a folder.
    pub(crate) fn command(self, cores: &str, folder: &Path) -> Result<Command, Box<dyn Error>> {
        let mut command = Command::new("taskset");
        command.args(["--cpu-list", cores]);
        match self {
            // The command of Oracle's and Alumio's instructions.
            Self::OpensslReq => command
                .args(["openssl", "req", "-x509", "-newkey", "rsa:4096", "-sigopt"])
                .args(["rsa_padding_mode:pss", "-sha256", "-sigopt", "rsa_pss_saltlen:64"])
                .args(["-nodes", "-days", "730", "-subj", "/CN=bench", "-keyout"])
                .arg(folder.join("private.pem"))
                .arg("-out")
                .arg(folder.join("public.pem")),
            Self::Certdesk => {
                command.arg(std::env::current_exe()?).args([MAKE, "certdesk"]).arg(folder)
            }
            #[cfg(feature = "openssl-3-6")]
            Self::Openssl36 => {
                command.arg(std::env::current_exe()?).args([MAKE, "openssl-3-6"]).arg(folder)
            }
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(command)
    }
}

/// Makes one key and certificate in this process.
pub(crate) fn make(engine: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    match engine {
        "certdesk" => {
            let key = PrivateKey::generate(KeyType::Rsa4096, &Search::new())?;
            let subject = Subject::new("bench")?;
            let now = OffsetDateTime::now_utc();
            let certificate = Certificate::issue(&key, &subject, 730, Signature::Pss, now)?;
            std::fs::write(folder.join("private.pem"), key.to_pem().as_bytes())?;
            std::fs::write(folder.join("public.pem"), certificate.to_pem())?;
            Ok(())
        }
        #[cfg(feature = "openssl-3-6")]
        "openssl-3-6" => crate::openssl_3_6::make(folder),
        other => Err(format!("no engine is called {other}").into()),
    }
}
