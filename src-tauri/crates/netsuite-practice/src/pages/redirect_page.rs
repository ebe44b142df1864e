//! The web page that a sign-in may end on, in place of one that a company hosts.
//!
//! A Redirect URI is https or an application's own scheme, here as in NetSuite, and this server speaks
//! neither. So one address, which cannot exist elsewhere (`.invalid` never resolves, RFC 2606), leads to a page here.

use axum::Router;
use axum::extract::RawQuery;
use axum::routing::get;
use maud::{Markup, html};

use super::layout::Page;
use crate::paths;
use crate::state::SharedState;

/// The Redirect URI of the page. The browser is sent to a page of this server instead.
pub const REDIRECT_PAGE: &str = "https://sign-in.practice.invalid/certdesk";

pub(super) fn routes() -> Router<SharedState> {
    Router::new().route(paths::SIGNED_IN, get(show))
}

/// The address on this server for a redirect to [`REDIRECT_PAGE`]; none for any other.
pub(super) fn local_address(address: &str) -> Option<String> {
    let query = address.strip_prefix(REDIRECT_PAGE)?;
    query.starts_with('?').then(|| format!("{}{query}", paths::SIGNED_IN))
}

async fn show(RawQuery(query): RawQuery) -> Markup {
    let page = Page { title: "Copy this address into Certdesk", path: "", here: "" };
    let address = query.map(|query| format!("{REDIRECT_PAGE}?{query}"));
    let content = html! {
        @match &address {
            Some(address) => {
                p { "Copy the address below, then paste it in Certdesk." }
                div.field {
                    label for="address" { "Address" }
                    textarea id="address" rows="5" readonly spellcheck="false" aria-describedby="address-hint" { (address) }
                    small #address-hint { "With a real account, this is a page of your own, and the browser’s address bar shows the same address. Here the address bar differs because the practice account simulates that page." }
                }
            }
            None => p { "NetSuite opens this page after a sign-in." }
        }
    };
    page.render(None, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pages_own_address_is_stood_in_for() {
        let here = format!("{REDIRECT_PAGE}?state=s&code=c");
        assert_eq!(local_address(&here).unwrap(), "/practice/signed-in?state=s&code=c");
        for address in [
            REDIRECT_PAGE,
            "https://sign-in.practice.invalid/certdesk.evil.example/?code=c",
            "https://sign-in.consultant.example/certdesk?code=c",
            "certdesk://oauth/callback?code=c",
        ] {
            assert_eq!(local_address(address), None, "{address}");
        }
    }
}
