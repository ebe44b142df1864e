//! The pieces that every judge is shown, and how judges are asked.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use tempfile::TempDir;
use time::OffsetDateTime;

/// A key, how its certificate is signed, the certificate, and both as files.
pub(crate) struct Piece {
    pub(crate) key: PrivateKey,
    pub(crate) signature: Signature,
    pub(crate) certificate: Certificate,
    folder: TempDir,
}

impl Piece {
    fn new(kind: KeyType, signature: Signature) -> Self {
        let key = PrivateKey::generate(kind, &Search::new()).unwrap();
        let certificate = issue(&key, signature);
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("private.pem"), key.to_pem().as_bytes()).unwrap();
        std::fs::write(folder.path().join("public.pem"), certificate.to_pem()).unwrap();
        Self { key, signature, certificate, folder }
    }

    /// The key in clear.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.folder.path().join("private.pem")
    }

    /// The certificate.
    pub(crate) fn certificate_file(&self) -> PathBuf {
        self.folder.path().join("public.pem")
    }

    pub(crate) fn label(&self) -> String {
        format!("{:?} {:?}", self.key.key_type(), self.signature)
    }
}

/// All kinds of keys, RSA with both signatures.
pub(crate) static PIECES: LazyLock<Vec<Piece>> = LazyLock::new(|| {
    let both = [Signature::Pss, Signature::Plain];
    let rsa = [KeyType::Rsa3072, KeyType::Rsa4096];
    let ec = [KeyType::P256, KeyType::P384, KeyType::P521];
    let rsa = rsa.into_iter().flat_map(|kind| both.map(|signature| Piece::new(kind, signature)));
    rsa.chain(ec.into_iter().map(|kind| Piece::new(kind, Signature::Pss))).collect()
});

/// A fresh certificate of two years, with a name outside ASCII.
pub(crate) fn issue(key: &PrivateKey, signature: Signature) -> Certificate {
    let subject = Subject::new("Büromöbel Łódź - sandbox - Alumio").unwrap();
    Certificate::issue(key, &subject, 730, signature, OffsetDateTime::now_utc()).unwrap()
}

/// The same certificate with one bit of its signature changed.
pub(crate) fn forged(certificate: &Certificate) -> Certificate {
    let mut der = certificate.der().to_vec();
    *der.last_mut().unwrap() ^= 1;
    Certificate::from_der(&der).unwrap()
}

/// Where `install.sh` puts what it installs.
pub(crate) fn installed(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/judges").join(name);
    assert!(path.exists(), "{name} is missing: run tests/judges/install.sh first");
    path
}

/// Asks a judge and returns all it says. A judge that cannot be found is a failure.
pub(crate) fn ask<A: AsRef<OsStr>>(judge: impl AsRef<OsStr>, arguments: &[A]) -> Output {
    ask_with_input(judge, arguments, b"")
}

/// As [`ask`], with something on its standard input.
pub(crate) fn ask_with_input<A: AsRef<OsStr>>(
    judge: impl AsRef<OsStr>,
    arguments: &[A],
    input: &[u8],
) -> Output {
    answer_of(Command::new(&judge).args(arguments), input)
}

/// As [`ask`], in a folder.
#[cfg(unix)]
pub(crate) fn ask_in<A: AsRef<OsStr>>(
    folder: &Path,
    judge: impl AsRef<OsStr>,
    arguments: &[A],
) -> Output {
    answer_of(Command::new(&judge).args(arguments).current_dir(folder), b"")
}

fn answer_of(judge: &mut Command, input: &[u8]) -> Output {
    let name = judge.get_program().to_string_lossy().into_owned();
    let mut child = judge
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} is missing: {error}"));
    // A judge that answers without reading has closed its end already.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// What a judge says on its standard output, if it agrees.
pub(crate) fn agreed(about: &str, answer: &Output) -> String {
    let (said, complained) =
        (String::from_utf8_lossy(&answer.stdout), String::from_utf8_lossy(&answer.stderr));
    assert!(answer.status.success(), "{about}: {said}{complained}");
    said.into_owned()
}

/// Arguments of different kinds side by side.
#[macro_export]
macro_rules! words {
    ($($word:expr),* $(,)?) => { &[$(std::ffi::OsString::from($word)),*] };
}
