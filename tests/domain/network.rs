//! The way to NetSuite's own hosts: through the system's proxy, with TLS verified against the
//! system's trust store. A proxy on this computer stands at the end of the way.
//!
//! Proxy and trust store are read from the environment of a process, so each test starts this
//! binary again with an environment of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use netsuite_client::{AccountId, Error, NetSuite, Origin};
use rcgen::{CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

#[tokio::test]
async fn a_host_that_the_trust_store_does_not_know_is_refused_before_anything_is_sent() {
    let mut way = Way::new().await;
    let output = way.asks_for_a_token(None).await;
    assert_eq!(printed(&output), "tls-failed");
    assert_eq!(way.seen.try_recv().unwrap(), Seen::Connect(HOST.to_owned()));
    assert!(way.seen.try_recv().is_err(), "no request went through");
}

// Of the three systems' trust stores only Linux' can be another one for a single process.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_root_of_the_system_opens_the_way_and_the_proxy_sees_the_host_only() {
    let mut way = Way::new().await;
    let folder = tempfile::tempdir().unwrap();
    let output = way.asks_for_a_token(Some(&way.root_in(&folder))).await;
    assert_eq!(printed(&output), "token");
    assert_eq!(way.seen.try_recv().unwrap(), Seen::Connect(HOST.to_owned()));
    let Seen::Request(line) = way.seen.try_recv().unwrap() else { panic!() };
    assert_eq!(line, "POST /services/rest/auth/oauth2/v1/token HTTP/1.1");
}

// Windows and macOS keep theirs in the system: what the environment of a process names is not in it.
#[cfg(not(target_os = "linux"))]
#[tokio::test]
async fn a_root_that_the_environment_names_is_not_trusted() {
    let mut way = Way::new().await;
    let folder = tempfile::tempdir().unwrap();
    let output = way.asks_for_a_token(Some(&way.root_in(&folder))).await;
    assert_eq!(printed(&output), "tls-failed");
    assert_eq!(way.seen.try_recv().unwrap(), Seen::Connect(HOST.to_owned()));
    assert!(way.seen.try_recv().is_err(), "no request went through");
}

/// Runs in the process that the tests above start; alone it has nothing to do.
#[tokio::test]
async fn inside_the_other_process() {
    if std::env::var_os(INSIDE).is_none() {
        return;
    }
    let account = AccountId::parse("4718203_SB1").unwrap();
    let netsuite = NetSuite::new(Origin::NetSuite(account)).unwrap();
    let outcome = match netsuite.request_token(&crate::canned::credential_for(&netsuite)).await {
        Ok(granted) => granted.token.expose().to_owned(),
        Err(Error::TlsFailed { .. }) => "tls-failed".to_owned(),
        Err(other) => format!("{other:?}"),
    };
    println!("{ANSWER}{outcome}");
}

#[derive(Debug, PartialEq, Eq)]
enum Seen {
    Connect(String),
    #[cfg_attr(
        not(target_os = "linux"),
        allow(dead_code, reason = "no request gets through there")
    )]
    Request(String),
}

/// A proxy that ends every tunnel itself, with a certificate for NetSuite's host.
struct Way {
    proxy: String,
    root: String,
    seen: UnboundedReceiver<Seen>,
}

impl Way {
    async fn new() -> Self {
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let authority =
            CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
        let root = der_to_pem(authority.as_ref().der());
        let key = KeyPair::generate().unwrap();
        let host = CertificateParams::new(vec![HOST.split(':').next().unwrap().into()]).unwrap();
        let host = host.signed_by(&key, &authority).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![host.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = format!("http://{}", listener.local_addr().unwrap());
        let (sender, seen) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(tunnel(stream, acceptor.clone(), sender.clone()));
            }
        });
        Self { proxy, root, seen }
    }

    /// A file with the root that would make this proxy trusted.
    fn root_in(&self, folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("root.pem");
        std::fs::write(&path, &self.root).unwrap();
        path
    }

    async fn asks_for_a_token(&self, root: Option<&Path>) -> Output {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "network::inside_the_other_process", "--nocapture"]);
        command.env(INSIDE, "1").env("HTTPS_PROXY", &self.proxy).env_remove("NO_PROXY");
        if let Some(root) = root {
            command.env("SSL_CERT_FILE", root);
        }
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }
}

async fn tunnel(stream: TcpStream, acceptor: TlsAcceptor, seen: UnboundedSender<Seen>) {
    let mut stream = BufReader::new(stream);
    let first = line(&mut stream).await;
    while !line(&mut stream).await.is_empty() {}
    let host = first.split(' ').nth(1).unwrap_or_default().to_owned();
    seen.send(Seen::Connect(host)).unwrap();
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
    // Ends here when the client does not trust the certificate.
    let Ok(tls) = acceptor.accept(stream).await else { return };
    let mut tls = BufReader::new(tls);
    let Ok(first) = read_line(&mut tls).await else { return };
    if first.is_empty() {
        return;
    }
    seen.send(Seen::Request(first)).unwrap();
    let mut length = 0;
    loop {
        let header = line(&mut tls).await;
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.parse().unwrap();
        }
    }
    tls.read_exact(&mut vec![0; length]).await.unwrap();
    let body = r#"{"access_token":"token","expires_in":3600,"token_type":"bearer"}"#;
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    let answer = format!("{head}Content-Length: {}\r\n\r\n{body}", body.len());
    tls.write_all(answer.as_bytes()).await.unwrap();
    tls.shutdown().await.unwrap();
}

fn der_to_pem(der: &[u8]) -> String {
    der::pem::encode_string("CERTIFICATE", der::pem::LineEnding::LF, der).unwrap()
}

async fn line(stream: &mut (impl tokio::io::AsyncBufRead + Unpin)) -> String {
    read_line(stream).await.unwrap_or_default()
}

async fn read_line(stream: &mut (impl tokio::io::AsyncBufRead + Unpin)) -> std::io::Result<String> {
    let mut text = String::new();
    tokio::io::AsyncBufReadExt::read_line(stream, &mut text).await?;
    Ok(text.trim_end().to_owned())
}

fn printed(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout);
    let answer = text.split(ANSWER).nth(1).unwrap_or_else(|| panic!("{output:?}"));
    answer.lines().next().unwrap().to_owned()
}

const HOST: &str = "4718203-sb1.suitetalk.api.netsuite.com:443";
const INSIDE: &str = "CERTDESK_TEST_INSIDE";
const ANSWER: &str = "answer: ";
