//! PKCS#12 files before openssl and Java.

use netsuite_keys::doctor::Conversion;
use netsuite_keys::secret::Passphrase;

use crate::programs::{PIECES, agreed, ask};
use crate::words;

/// The alias under which Java finds the key, as the window names it.
const ALIAS: &str = "netsuite";

#[test]
fn openssl_and_java_open_every_keystore_with_its_passphrase_only() {
    for piece in PIECES.iter() {
        let label = piece.label();
        let passphrase = Passphrase::chosen("twelve apples".to_owned()).unwrap();
        let certificate = Some(&piece.certificate);
        let written = Conversion::Pkcs12.of_key(&piece.key, certificate, Some(&passphrase));
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("key-and-certificate.p12");
        std::fs::write(&store, written.unwrap()).unwrap();

        let openssl = |part: &str, with: &str| {
            let with = format!("pass:{with}");
            ask("openssl", words!["pkcs12", "-in", &store, "-passin", with, "-nodes", part])
        };
        let key = agreed(&label, &openssl("-nocerts", passphrase.expose()));
        assert!(key.ends_with(&*piece.key.to_pem()), "{label}");
        let certificate = agreed(&label, &openssl("-nokeys", passphrase.expose()));
        assert!(certificate.ends_with(&piece.certificate.to_pem()), "{label}");
        assert!(!openssl("-nocerts", "twelve pears").status.success(), "{label}");

        let request = folder.path().join("request.pem");
        let keytool = |with: &str| {
            let store = words!["-certreq", "-alias", ALIAS, "-keystore", &store, "-file", &request];
            let with = words!["-storepass", with];
            ask("keytool", &[&store[..], &with[..]].concat())
        };
        assert!(!keytool("twelve pears").status.success(), "{label}");
        agreed(&label, &keytool(passphrase.expose()));
        agreed(&label, &ask("openssl", words!["req", "-verify", "-noout", "-in", &request]));
    }
}
