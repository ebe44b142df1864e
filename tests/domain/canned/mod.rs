//! A host that gives one answer, byte for byte.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use netsuite_client::{AccountId, Assertion, Claims, NetSuite, Origin, ScopeForm};
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

pub(crate) async fn answering(status: &str, headers: &[&str], body: &str) -> NetSuite {
    let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for header in headers {
        head.push_str(header);
        head.push_str("\r\n");
    }
    answering_bytes(format!("{head}Connection: close\r\n\r\n{body}").into_bytes()).await
}

pub(crate) async fn answering_bytes(answer: Vec<u8>) -> NetSuite {
    serve(Some(answer)).await
}

/// Gives one answer after the other, then none, and counts the requests.
pub(crate) async fn answering_in_turn(
    answers: Vec<(&'static str, &'static str)>,
) -> (NetSuite, Arc<AtomicUsize>) {
    let (listener, netsuite) = listen().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    tokio::spawn(async move {
        let mut answers = answers.into_iter();
        while let Ok((mut stream, _)) = listener.accept().await {
            take_request(&mut stream).await;
            count.fetch_add(1, Ordering::SeqCst);
            if let Some((status, body)) = answers.next() {
                let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
                let answer = format!("{head}Connection: close\r\n\r\n{body}");
                stream.write_all(answer.as_bytes()).await.unwrap();
                let _ = stream.shutdown().await;
            }
        }
    });
    (netsuite, asked)
}

/// Hands over what it is asked, in small letters, and closes without a word.
pub(crate) async fn hearing() -> (NetSuite, UnboundedReceiver<String>) {
    let (listener, netsuite) = listen().await;
    let (heard, requests) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            heard.send(take_request(&mut stream).await).unwrap();
        }
    });
    (netsuite, requests)
}

/// Takes the request and closes without a word.
pub(crate) async fn closing() -> NetSuite {
    serve(None).await
}

async fn listen() -> (TcpListener, NetSuite) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let account = AccountId::parse("TSTDRV1000001").unwrap();
    (listener, NetSuite::new(Origin::practice(address, account).unwrap()).unwrap())
}

async fn serve(answer: Option<Vec<u8>>) -> NetSuite {
    let (listener, netsuite) = listen().await;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            take_request(&mut stream).await;
            if let Some(answer) = &answer {
                // The client may hang up in the middle of an answer that is too large.
                let _ = stream.write_all(answer).await;
                let _ = stream.shutdown().await;
            }
        }
    });
    netsuite
}

/// Reads head and body, so that closing does not reset what the client still sends. In small letters.
async fn take_request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut part = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).to_ascii_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.split("content-length: ").nth(1).and_then(|rest| {
                rest.split("\r\n").next().and_then(|digits| digits.trim().parse::<usize>().ok())
            });
            if body.len() >= length.unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut part).await {
            Ok(count) if count > 0 => request.extend_from_slice(&part[..count]),
            _ => return text,
        }
    }
}

/// Any valid assertion for that host.
pub(crate) fn credential_for(netsuite: &NetSuite) -> Assertion {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let claims = Claims {
        client_id: &"2".repeat(64),
        audience: &netsuite.token_url(),
        scopes: &["rest_webservices"],
        scope_form: ScopeForm::Array,
    };
    let certificate = CertificateId::predict(b"any certificate");
    let now = time::OffsetDateTime::now_utc();
    Assertion::sign(&key, Algorithm::Es256, &certificate, claims, now).unwrap()
}
