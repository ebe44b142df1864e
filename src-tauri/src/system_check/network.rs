//! How NetSuite is reached: whom TLS trusts, and by which proxy. Nothing is sent.

use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use tauri::http::Uri;

use super::Finding;
use crate::system;

/// The certificates by which servers are verified.
pub(crate) fn trust_store() -> Finding {
    Finding::TrustStore(system::trust_store())
}

/// The proxy that reqwest would use: it asks the same library.
pub(crate) fn proxy() -> Finding {
    let netsuite = Uri::from_static(NETSUITE);
    let named = VARIABLES.into_iter().filter_map(first_set).find(|(_, value)| !value.is_empty());
    let named = named.map(|(variable, value)| (variable, alone(value, &netsuite)));
    judge(Matcher::from_system().intercept(&netsuite), named)
}

fn judge(used: Option<Intercept>, named: Option<(&'static str, Option<Intercept>)>) -> Finding {
    let Some(used) = used else {
        return match named {
            None => Finding::NoProxy,
            Some((variable, Some(_))) => Finding::ProxyExcluded { variable },
            Some((variable, None)) => Finding::ProxyIgnored { variable },
        };
    };
    // What the variable does not name comes from the system's settings.
    let variable = named.and_then(|(variable, named)| {
        named.filter(|named| named.uri() == used.uri()).map(|_| variable)
    });
    if used.uri().scheme_str().is_some_and(|scheme| scheme.starts_with("socks")) {
        return Finding::ProxySocks { variable };
    }
    let signs_in = used.basic_auth().is_some() || used.raw_auth().is_some();
    // The library has taken user name and password out of the address.
    let address = used.uri().to_string().trim_end_matches('/').to_owned();
    Finding::Proxy { address, variable, signs_in }
}

/// The first of two spellings that is set, as the library chooses.
fn first_set(names: [&'static str; 2]) -> Option<(&'static str, String)> {
    names.into_iter().find_map(|name| std::env::var(name).ok().map(|value| (name, value)))
}

/// What a proxy's address means by itself.
fn alone(value: String, netsuite: &Uri) -> Option<Intercept> {
    Matcher::builder().https(value).build().intercept(netsuite)
}

const NETSUITE: &str = "https://rest.netsuite.com/";
const VARIABLES: [[&str; 2]; 2] = [["HTTPS_PROXY", "https_proxy"], ["ALL_PROXY", "all_proxy"]];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(value: &str, excluded: &str) -> Finding {
        let netsuite = Uri::from_static(NETSUITE);
        let all = Matcher::builder().https(value.to_owned()).no(excluded.to_owned()).build();
        judge(all.intercept(&netsuite), Some(("HTTPS_PROXY", alone(value.to_owned(), &netsuite))))
    }

    #[test]
    fn a_proxy_is_named_without_its_password() {
        let Finding::Proxy { address, variable, signs_in } =
            found("http://mira:open%20sesame@proxy.example:3128", "")
        else {
            panic!("a proxy");
        };
        assert_eq!(
            (address.as_str(), variable),
            ("http://proxy.example:3128", Some("HTTPS_PROXY"))
        );
        assert!(signs_in);
    }

    #[test]
    fn what_is_no_proxy_and_what_is_excluded_are_told_apart() {
        let ignored = found("not a proxy", "");
        assert!(
            matches!(ignored, Finding::ProxyIgnored { variable: "HTTPS_PROXY" }),
            "{ignored:?}"
        );
        let excluded = found("http://proxy.example:3128", "netsuite.com");
        assert!(
            matches!(excluded, Finding::ProxyExcluded { variable: "HTTPS_PROXY" }),
            "{excluded:?}"
        );
        assert!(matches!(judge(None, None), Finding::NoProxy));
    }

    #[test]
    fn a_proxy_that_certdesk_cannot_use_is_told() {
        let socks = found("socks5://proxy.example:1080", "");
        assert!(
            matches!(socks, Finding::ProxySocks { variable: Some("HTTPS_PROXY") }),
            "{socks:?}"
        );
    }

    #[test]
    fn a_proxy_of_the_system_s_settings_has_no_variable() {
        let netsuite = Uri::from_static(NETSUITE);
        let system = alone("proxy.example:8080".into(), &netsuite);
        let Finding::Proxy { address, variable: None, signs_in: false } = judge(system, None)
        else {
            panic!("a proxy");
        };
        assert_eq!(address, "http://proxy.example:8080");
    }
}
