//! What other programs print, and what it shows. Read without regard to capitals.
//!
//! Each row says where its words are printed: the program's own source, or the page that quotes them.

use super::Doing;
use super::sign::Sign;

/// A text that other programs write, what is being done where it occurs, and what it shows.
pub(super) struct Phrase {
    /// In lower case.
    pub(super) text: &'static str,
    pub(super) doing: Doing,
    pub(super) sign: Sign,
    /// The program and its file, or the page.
    #[cfg_attr(not(test), allow(dead_code, reason = "it is there to be read, and checked"))]
    pub(super) source: &'static str,
}

const fn key(text: &'static str, sign: Sign, source: &'static str) -> Phrase {
    Phrase { text, doing: Doing::Key, sign, source }
}

const fn token(text: &'static str, sign: Sign, source: &'static str) -> Phrase {
    Phrase { text, doing: Doing::Token, sign, source }
}

const fn call(text: &'static str, sign: Sign, source: &'static str) -> Phrase {
    Phrase { text, doing: Doing::Call, sign, source }
}

/// Several may occur in one text; of those with one sign the first counts.
#[rustfmt::skip] // A table.
pub(super) const PHRASES: &[Phrase] = &[
    // SuiteCloud CLI and its extension for VS Code.
    token("value is expected here instead of \"-", Sign::CliHyphen, "netsuite-suitecloud-sdk, issue 881"),
    token("verify the certificate file", Sign::CliCertificateFile, "netsuite-suitecloud-sdk, issue 834"),
    token("the private key does not match the certificate id", Sign::CliPairDiffers, "NetSuite help, subsect_0122121332"),
    token("verify the contents of the private key", Sign::CliKeyContents, "NetSuite help, subsect_0122121332"),
    token("is valid and not expired or revoked", Sign::CliCertificateState, "NetSuite help, subsect_0122121332"),
    token("secure storage is inaccessible", Sign::CliStorage, "NetSuite help, subsect_0122121332"),
    token("following features enabled: oauth 2.0", Sign::CliFeatures, "netsuite-suitecloud-sdk, issue 862"),

    // A key under a passphrase.
    key("bad password read", Sign::KeyEncrypted, "OpenSSL, crypto/pem/pem_err.c"),
    key("problems getting password", Sign::KeyEncrypted, "OpenSSL, crypto/pem/pem_err.c"),
    key("interrupted or cancelled", Sign::KeyEncrypted, "OpenSSL, crypto/err/err_all.c"),
    key("bad decrypt", Sign::KeyEncrypted, "OpenSSL, crypto/evp/evp_err.c"),
    key("passphrase required for encrypted key", Sign::KeyEncrypted, "Node.js, src/crypto/crypto_keys.cc"),
    key("err_missing_passphrase", Sign::KeyEncrypted, "Node.js, doc/api/errors.md"),
    key("err_ossl_bad_decrypt", Sign::KeyEncrypted, "Node.js, src/crypto/crypto_util.cc"),
    key("private key is encrypted", Sign::KeyEncrypted, "Python cryptography, hazmat/primitives/serialization"),
    key("incorrect password, could not decrypt key", Sign::KeyEncrypted, "Python cryptography, src/rust/src/backend/keys.rs"),
    key("begin encrypted private key", Sign::KeyEncrypted, "RFC 7468, section 11"),
    key("proc-type: 4,encrypted", Sign::KeyEncrypted, "RFC 1421, section 4.6.1.1"),
    key("an encrypted key was found, but no password was provided", Sign::KeyEncrypted, ".NET, System.Security.Cryptography/src/Resources/Strings.resx"),
    key("keystore password was incorrect", Sign::KeyEncrypted, "OpenJDK, sun/security/pkcs12/PKCS12KeyStore.java"),
    key("encryptedprivatekeyinfo", Sign::KeyEncrypted, "OpenJDK, javax/crypto/EncryptedPrivateKeyInfo.java"),
    key("x509: decryption password incorrect", Sign::KeyEncrypted, "Go, crypto/x509/pem_decrypt.go"),

    // A key in another form than the program reads.
    key("decoder routines::unsupported", Sign::KeyNotParsed, "OpenSSL 3, crypto/encode_decode/decoder_err.c"),
    key("err_ossl_unsupported", Sign::KeyNotParsed, "Node.js, src/crypto/crypto_util.cc"),
    key("no start line", Sign::KeyNotParsed, "OpenSSL, crypto/pem/pem_err.c"),
    key("err_ossl_pem_no_start_line", Sign::KeyNotParsed, "Node.js, src/crypto/crypto_util.cc"),
    key("bad end line", Sign::KeyNotParsed, "OpenSSL, crypto/pem/pem_err.c"),
    key("bad base64 decode", Sign::KeyNotParsed, "OpenSSL, crypto/pem/pem_err.c"),
    key("unable to load private key", Sign::KeyNotParsed, "OpenSSL 1.1, apps/apps.c"),
    key("could not read private key", Sign::KeyNotParsed, "OpenSSL 3, apps/lib/apps.c"),
    key("could not find private key", Sign::KeyNotParsed, "OpenSSL 3, apps/lib/apps.c"),
    key("asn1 encoding routines", Sign::KeyNotParsed, "OpenSSL, crypto/err/err.c"),
    key("secretorprivatekey must be an asymmetric key", Sign::KeyNotParsed, "jsonwebtoken (Node), sign.js"),
    key("secretorprivatekey must have a value", Sign::KeyNotParsed, "jsonwebtoken (Node), sign.js"),
    key("secretorprivatekey is not valid key material", Sign::KeyNotParsed, "jsonwebtoken (Node), sign.js"),
    key("must be pkcs#8 formatted", Sign::KeyNotParsed, "jose (Node), key/import.ts"),
    key("algorithm must be one of type", Sign::KeyNotParsed, "jose (Node), lib/invalid_key_input.ts"),
    key("not supported argument", Sign::KeyNotParsed, "jsrsasign, keyutil-1.0.js, as used in Postman"),
    key("malformed plain pkcs8 private key", Sign::KeyNotParsed, "jsrsasign, keyutil-1.0.js, as used in Postman"),
    key("could not deserialize key data", Sign::KeyNotParsed, "Python cryptography, src/rust/src/backend/keys.rs"),
    key("unable to load pem file", Sign::KeyNotParsed, "Python cryptography, src/rust/src/error.rs"),
    key("malformedframing", Sign::KeyNotParsed, "Python cryptography, pem crate, errors.rs"),
    key("expecting a pem-formatted key", Sign::KeyNotParsed, "PyJWT, jwt/algorithms.py"),
    key("openssl_sign(): supplied key param cannot be coerced", Sign::KeyNotParsed, "PHP, ext/openssl/openssl.c"),
    key("openssl unable to validate key", Sign::KeyNotParsed, "firebase/php-jwt, src/JWT.php"),
    key("openssl unable to sign data", Sign::KeyNotParsed, "firebase/php-jwt, src/JWT.php"),
    key("it was not possible to parse your key", Sign::KeyNotParsed, "lcobucci/jwt, src/Signer/InvalidKeyProvided.php"),
    key("unable to read key", Sign::KeyNotParsed, "phpseclib, Crypt/PublicKeyLoader.php"),
    key("asn1 corrupted data", Sign::KeyNotParsed, ".NET, System.Formats.Asn1/src/Resources/Strings.resx"),
    key("no supported key formats were found", Sign::KeyNotParsed, ".NET, System.Security.Cryptography/src/Resources/Strings.resx"),
    key("the input contains multiple keys", Sign::KeyNotParsed, ".NET, System.Security.Cryptography/src/Resources/Strings.resx"),
    key("cannot find the requested object", Sign::KeyNotParsed, "Windows, CRYPT_E_NO_MATCH, as .NET shows it"),
    key("algid parse error", Sign::KeyNotParsed, "OpenJDK, sun/security/x509/AlgorithmId.java"),
    key("invalidkeyspecexception", Sign::KeyNotParsed, "OpenJDK, java/security/spec/InvalidKeySpecException.java"),
    key("derinputstream.getlength()", Sign::KeyNotParsed, "OpenJDK, sun/security/util/DerInputStream.java"),
    key("encoded key spec not recogni", Sign::KeyNotParsed, "Bouncy Castle, BaseKeyFactorySpi.java"),
    key("no pem-encoded keys found", Sign::KeyNotParsed, "Nimbus JOSE + JWT, jwk/JWK.java"),
    key("invalid pem", Sign::KeyNotParsed, "rust-pem and others, in these words"),
    key("invalid key format", Sign::KeyNotParsed, "Python cryptography and others, in these words"),
    key("invalidkeyformat", Sign::KeyNotParsed, "jsonwebtoken (Rust), src/errors.rs"),
    key("key must be a pem encoded pkcs1 or pkcs8", Sign::KeyNotParsed, "golang-jwt, rsa_utils.go"),
    key("parsepkcs1privatekey instead for this key format", Sign::KeyNotParsed, "Go, crypto/x509/pkcs8.go"),
    key("parseecprivatekey instead for this key format", Sign::KeyNotParsed, "Go, crypto/x509/pkcs8.go"),
    key("parsepkcs8privatekey instead for this key format", Sign::KeyNotParsed, "Go, crypto/x509/pkcs1.go"),
    key("asn1: structure error: tags don't match", Sign::KeyNotParsed, "Go, encoding/asn1/asn1.go"),
    key("neither pub key nor priv key", Sign::KeyNotParsed, "Ruby, ext/openssl/ossl_pkey_rsa.c"),
    key("could not parse pkey", Sign::KeyNotParsed, "Ruby, ext/openssl/ossl_pkey.c"),

    // A key too short for its own library, so far too short for NetSuite.
    key("weakkeyexception", Sign::RsaLength, "jjwt, io/jsonwebtoken/security/WeakKeyException.java"),
    key("key size must be at least 2048 bits", Sign::RsaLength, "Nimbus JOSE + JWT, crypto/RSASSASigner.java"),
    key("minimum key size of 2048 bits", Sign::RsaLength, "jsonwebtoken (Node), sign.js"),
    key("moduluslength to be 2048 bits or larger", Sign::RsaLength, "jose (Node), lib/check_key_length.ts"),
    key("key provided is shorter than 2048 bits", Sign::RsaLength, "lcobucci/jwt, src/Signer/InvalidKeyProvided.php"),
    key("for signing cannot be smaller than '2048' bits", Sign::RsaLength, "Microsoft.IdentityModel.Tokens, LogMessages.cs, IDX10630"),
    key("idx10630", Sign::RsaLength, "Microsoft.IdentityModel.Tokens, LogMessages.cs"),

    // Algorithm and key.
    token("invalid key for alg", Sign::AlgorithmNotForKey, "reported of connectors on Node.js, in these words"),
    token("\" key type must be one of: ", Sign::AlgorithmNotForKey, "jsonwebtoken (Node), lib/validateAsymmetricKey.js"),
    token("requires curve \"", Sign::AlgorithmNotForKey, "jsonwebtoken (Node), lib/validateAsymmetricKey.js"),
    token("unsupported jws algorithm", Sign::AlgorithmNotForKey, "Nimbus JOSE + JWT, crypto/impl/AlgorithmSupportMessage.java"),
    token("unable to create the signatureprovider", Sign::AlgorithmNotForKey, "Microsoft.IdentityModel.Tokens, LogMessages.cs, IDX10634"),
    token("key is not a valid rsa private key", Sign::AlgorithmNotForKey, "golang-jwt, rsa_utils.go"),
    token("key is not a valid ecdsa private key", Sign::AlgorithmNotForKey, "golang-jwt, ecdsa_utils.go"),
    token("key is of invalid type", Sign::AlgorithmNotForKey, "golang-jwt, errors.go"),
    token("should not be used as an hmac secret", Sign::AlgorithmNotListed, "PyJWT, jwt/algorithms.py"),

    // Audience and times, as whoever checks an assertion words it.
    token("jwt audience invalid", Sign::AudienceDiffers, "jsonwebtoken (Node), verify.js"),
    token("audience doesn't match", Sign::AudienceDiffers, "PyJWT, jwt/api_jwt.py"),
    token("idx10214", Sign::AudienceDiffers, "Microsoft.IdentityModel.Tokens, LogMessages.cs"),
    token("token has invalid audience", Sign::AudienceDiffers, "golang-jwt, errors.go"),
    token("jwt expired", Sign::SaidExpired, "jsonwebtoken (Node), verify.js; jjwt, DefaultJwtParser.java"),
    token("signature has expired", Sign::SaidExpired, "PyJWT, jwt/api_jwt.py"),
    token("idx10223", Sign::SaidExpired, "Microsoft.IdentityModel.Tokens, LogMessages.cs"),
    token("idx12401", Sign::SaidExpired, "System.IdentityModel.Tokens.Jwt, LogMessages.cs"),
    token("\"exp\" claim timestamp check failed", Sign::SaidExpired, "jose (Node), lib/jwt_claims_set.ts"),
    token("token used before issued", Sign::IssuedAhead, "golang-jwt, errors.go"),
    token("the token is not yet valid (iat)", Sign::IssuedAhead, "PyJWT, jwt/api_jwt.py"),
    token("cannot handle token with iat prior to", Sign::IssuedAhead, "firebase/php-jwt, src/JWT.php"),

    // What was pasted is the file itself.
    key("begin public key", Sign::IsPublicKey, "RFC 7468, section 13"),
    key("begin rsa public key", Sign::IsPublicKey, "OpenSSL, include/openssl/pem.h"),
    key("begin ssh2 public key", Sign::IsPublicKey, "RFC 4716, section 3.1"),
    key("begin certificate request", Sign::IsRequest, "RFC 7468, section 7"),
    key("begin new certificate request", Sign::IsRequest, "RFC 7468, section 7"),

    // A proxy on the way.
    token("proxy authentication required", Sign::ProxySignIn, "RFC 9110, section 15.5.8"),
    token("statuscode=407", Sign::ProxySignIn, "tunnel-agent and https-proxy-agent (Node), index.js"),
    token("received http code 407 from proxy", Sign::ProxySignIn, "curl, lib/http_proxy.c"),
    token("connect tunnel failed, response 407", Sign::ProxySignIn, "curl, lib/cf-h1-proxy.c"),
    token("tunnel connection failed: 407", Sign::ProxySignIn, "Python, Lib/http/client.py"),
    token("err_proxy_auth_requested", Sign::ProxySignIn, "Chromium, net/base/net_error_list.h"),
    token("err_tunnel_connection_failed", Sign::Unreachable, "Chromium, net/base/net_error_list.h"),
    token("unable to tunnel through proxy", Sign::Unreachable, "OpenJDK, sun/net/www/protocol/http/HttpURLConnection.java"),
    token("tunneling socket could not be established", Sign::Unreachable, "tunnel-agent (Node), index.js"),

    // Names of hosts.
    token("enotfound", Sign::NoHost, "Node.js, doc/api/errors.md"),
    token("could not resolve host", Sign::NoHost, "curl, lib/strerror.c"),
    token("unknownhostexception", Sign::NoHost, "OpenJDK, java/net/UnknownHostException.java"),
    token("name or service not known", Sign::NoHost, "glibc, sysdeps/posix/gai_strerror-strs.h"),
    token("nodename nor servname provided", Sign::NoHost, "macOS, Libinfo, getaddrinfo"),
    token("name does not resolve", Sign::NoHost, "musl, src/network/gai_strerror.c"),
    token("getaddrinfo failed", Sign::NoHost, "Python on Windows, Modules/socketmodule.c"),
    token("failed to resolve '", Sign::NoHost, "urllib3, exceptions.py"),
    token("no such host", Sign::NoHost, "Go, net/dnsclient.go; Windows, WSAHOST_NOT_FOUND"),
    token("the remote name could not be resolved", Sign::NoHost, ".NET Framework, System.Net.WebException"),
    token("php_network_getaddresses", Sign::NoHost, "PHP, main/network.c"),
    token("failed to open tcp connection to", Sign::Unreachable, "Ruby, net-http, lib/net/http.rb"),
    token("dns server returned an error", Sign::NoHost, "n8n, packages/workflow/src/errors"),
    token("err_name_not_resolved", Sign::NoHost, "Chromium, net/base/net_error_list.h"),

    // The way there.
    token("eai_again", Sign::Unreachable, "Node.js, libuv, getaddrinfo"),
    token("temporary failure in name resolution", Sign::Unreachable, "glibc, sysdeps/posix/gai_strerror-strs.h"),
    token("server misbehaving", Sign::Unreachable, "Go, net/dnsclient.go"),
    token("econnrefused", Sign::Unreachable, "Node.js, doc/api/errors.md"),
    token("econnreset", Sign::Unreachable, "Node.js, doc/api/errors.md"),
    token("socket hang up", Sign::Unreachable, "Node.js, lib/_http_client.js"),
    token("enetunreach", Sign::Unreachable, "libuv, include/uv.h"),
    token("ehostunreach", Sign::Unreachable, "libuv, include/uv.h"),
    token("network is unreachable", Sign::Unreachable, "glibc, sysdeps/gnu/errlist.h"),
    token("no route to host", Sign::Unreachable, "glibc, sysdeps/gnu/errlist.h"),
    token("connection refused", Sign::Unreachable, "glibc, sysdeps/gnu/errlist.h"),
    token("connection reset by peer", Sign::Unreachable, "glibc, sysdeps/gnu/errlist.h"),
    token("target machine actively refused it", Sign::Unreachable, "Windows, WSAECONNREFUSED"),
    token("unable to connect to the remote server", Sign::Unreachable, ".NET Framework, System.Net.WebException"),
    token("max retries exceeded with url", Sign::Unreachable, "urllib3, exceptions.py"),
    token("remotely closed", Sign::Unreachable, "Grizzly, as MuleSoft's HTTP connector shows it"),
    token("http:connectivity", Sign::Unreachable, "MuleSoft, HTTP connector reference, error types"),
    token("etimedout", Sign::TimedOut, "Node.js, doc/api/errors.md"),
    token("timed out", Sign::TimedOut, "curl, OpenJDK and Python, in these words"),
    token("econnaborted", Sign::TimedOut, "axios, lib/core/AxiosError.js"),
    token("timeout of ", Sign::TimedOut, "axios, lib/adapters/http.js"),
    token("und_err_connect_timeout", Sign::TimedOut, "undici, lib/core/errors.js"),
    token("i/o timeout", Sign::TimedOut, "Go, internal/poll/fd.go"),
    token("context deadline exceeded", Sign::TimedOut, "Go, context/context.go"),
    token("tls handshake timeout", Sign::TimedOut, "Go, net/http/transport.go"),
    token("http:timeout", Sign::TimedOut, "MuleSoft, HTTP connector reference, error types"),
    token("a task was canceled", Sign::TimedOut, ".NET, System.Threading.Tasks.TaskCanceledException"),

    // TLS: the certificate that answers is not one that the program trusts.
    token("self-signed certificate", Sign::TlsFailed, "OpenSSL 3, crypto/x509/x509_txt.c"),
    token("self signed certificate", Sign::TlsFailed, "OpenSSL 1.1, crypto/x509/x509_txt.c"),
    token("self_signed_cert_in_chain", Sign::TlsFailed, "Node.js, src/crypto/crypto_common.cc"),
    token("unable to get local issuer certificate", Sign::TlsFailed, "OpenSSL, crypto/x509/x509_txt.c"),
    token("unable to get issuer cert", Sign::TlsFailed, "OpenSSL, crypto/x509/x509_txt.c"),
    token("unable_to_get_issuer_cert_locally", Sign::TlsFailed, "Node.js, src/crypto/crypto_common.cc"),
    token("unable to verify the first certificate", Sign::TlsFailed, "OpenSSL, crypto/x509/x509_txt.c"),
    token("unable_to_verify_leaf_signature", Sign::TlsFailed, "Node.js, src/crypto/crypto_common.cc"),
    token("err_tls_cert_altname_invalid", Sign::TlsFailed, "Node.js, doc/api/errors.md"),
    token("cert_has_expired", Sign::TlsFailed, "Node.js, src/crypto/crypto_common.cc"),
    token("certificate_verify_failed", Sign::TlsFailed, "Python, Modules/_ssl.c"),
    token("certificate verify failed", Sign::TlsFailed, "OpenSSL, ssl/ssl_err.c"),
    token("ssl certificate problem", Sign::TlsFailed, "curl, lib/vtls/openssl.c"),
    token("pkix path building failed", Sign::TlsFailed, "OpenJDK, sun/security/validator/PKIXValidator.java"),
    token("unable to find valid certification path", Sign::TlsFailed, "OpenJDK, SunCertPathBuilder.java; netsuite-suitecloud-sdk, issue 992"),
    token("sslhandshakeexception", Sign::TlsFailed, "OpenJDK, javax/net/ssl/SSLHandshakeException.java"),
    token("the remote certificate is invalid", Sign::TlsFailed, ".NET, System.Net.Security/src/Resources/Strings.resx"),
    token("untrustedroot", Sign::TlsFailed, ".NET, X509ChainStatusFlags"),
    token("the ssl connection could not be established", Sign::TlsFailed, ".NET, System.Net.Http/src/Resources/Strings.resx"),
    token("could not establish trust relationship", Sign::TlsFailed, ".NET Framework, System.Net.WebException"),
    token("x509: certificate signed by unknown authority", Sign::TlsFailed, "Go, crypto/x509/verify.go"),
    token("x509: certificate is valid for", Sign::TlsFailed, "Go, crypto/x509/verify.go"),
    token("err_cert_authority_invalid", Sign::TlsFailed, "Chromium, net/base/net_error_list.h"),

    // A web page, or nothing, where an answer in JSON was expected.
    token("<!doctype html", Sign::WebPage, "HTML Standard, section 13.1.1"),
    token("unexpected token '<'", Sign::WebPage, "V8, src/common/message-template.h"),
    token("unexpected token < in json", Sign::WebPage, "V8, before 2022, src/common/message-template.h"),
    token("invalid character '<' looking for beginning of value", Sign::WebPage, "Go, encoding/json/scanner.go"),
    token("'<' is an invalid start of a value", Sign::WebPage, ".NET, System.Text.Json/src/Resources/Strings.resx"),
    token("expecting value: line 1 column 1 (char 0)", Sign::OddAnswer, "Python, Lib/json/decoder.py"),
    token("unexpected end of json input", Sign::OddAnswer, "V8 and Go, encoding/json/scanner.go"),

    // Connectors, in words of their own for a status.
    token("authorization failed - please check your credentials", Sign::InvalidClient, "n8n, packages/workflow/src/errors/node-api.error.ts"),
    call("forbidden - perhaps check your credentials", Sign::Forbidden, "n8n, packages/workflow/src/errors/node-api.error.ts"),
    token("the service is receiving too many requests from you", Sign::TooMany, "n8n, packages/workflow/src/errors/node-api.error.ts"),
    token("http:unauthorized", Sign::InvalidClient, "MuleSoft, HTTP connector reference, error types"),
    call("http:forbidden", Sign::Forbidden, "MuleSoft, HTTP connector reference, error types"),
    token("http:too_many_requests", Sign::TooMany, "MuleSoft, HTTP connector reference, error types"),

    // NetSuite, to a call with a token: REST, RESTlets, SuiteScript and SOAP.
    call("invalid_login", Sign::InvalidToken, "drudge/n8n-nodes-netsuite, issue 9"),
    call("invalid login attempt", Sign::InvalidToken, "NetSuite help, subsect_158521885412"),
    call("invalidcredentialsfault", Sign::InvalidToken, "NetSuite SOAP schema, platform.faults.xsd"),
    call("invalidsessionfault", Sign::InvalidToken, "NetSuite SOAP schema, platform.faults.xsd"),
    call("ws_log_in_reqd", Sign::InvalidToken, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("insufficient_permission", Sign::Forbidden, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("insufficientpermissionfault", Sign::Forbidden, "NetSuite SOAP schema, platform.faults.xsd"),
    call("permission violation", Sign::Forbidden, "NetSweet/netsuite, issue 249"),
    call("ws_permission_reqd", Sign::Forbidden, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("ws_feature_reqd", Sign::FeatureDisabled, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("feature_disabled", Sign::FeatureDisabled, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("feature_unavailable", Sign::FeatureDisabled, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("rest web services feature is disabled", Sign::FeatureDisabled, "NetSuite REST web services, as clients quote it"),
    call("current role does not have permission", Sign::RoleMayNot, "Improvado, docs/oracle-netsuite-troubleshooting"),
    call("search error occurred: record", Sign::QueryRecordHidden, "NetSuite REST web services, as clients of SuiteQL quote it"),
    call("sss_invalid_scriptlet_id", Sign::RestletNotFound, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("sss_request_limit_exceeded", Sign::TooMany, "NetSuite help, bridgehead_1525252812"),
    call("concurrency_limit_exceeded", Sign::TooMany, "NetSuite REST web services, as clients quote it"),
    call("concurrent request limit exceeded", Sign::TooMany, "NetSuite SOAP web services, as clients quote it"),
    call("ws_request_blocked", Sign::TooMany, "NetSuite help, web services concurrency"),
    call("ws_concur_session_disallwd", Sign::TooMany, "NetSuite SOAP schema, platform.faultTypes.xsd"),
    call("exceededconcurrentrequestlimitfault", Sign::TooMany, "NetSuite SOAP schema, platform.faults.xsd"),
    call("exceededrequestlimitfault", Sign::TooMany, "NetSuite SOAP schema, platform.faults.xsd"),
    call("unexpectederrorfault", Sign::Failing, "NetSuite SOAP schema, platform.faults.xsd"),
    call("unexpected_error", Sign::Failing, "NetSuite SOAP schema, platform.faultTypes.xsd"),
];

/// What a mail about an expiring certificate holds, all of one row. Oracle documents that Administrators get one (help,
/// section_162686838198), but not its text.
#[rustfmt::skip] // A table.
pub(super) const NOTICES: &[&[&str]] = &[
    &["certificate", "expir", "oauth 2.0"],
    &["certificate", "expir", "client credentials"],
    &["certificate", "expir", "machine to machine"],
    &["certificate", "expir", "netsuite", "days"],
    &["certificate", "expir", "netsuite", "administrator"],
];

#[cfg(test)]
mod tests;
