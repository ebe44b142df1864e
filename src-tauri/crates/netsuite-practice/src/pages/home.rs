//! The start page.

use axum::extract::State;
use maud::{Markup, html};

use super::layout::Page;
use crate::account::ACCOUNT_ID;
use crate::paths;
use crate::state::SharedState;

pub(crate) async fn show(State(shared): State<SharedState>) -> Markup {
    let account = shared.store.account();
    let page = Page { title: "Practice account", path: "", here: paths::HOME };
    page.render(
        None,
        &html! {
            p.lead {
                "This stands for a customer's NetSuite, so that you can walk through the whole set-up without one. "
                "You act as its Administrator. It keeps NetSuite's documented rules; nothing here reaches a real account."
            }
            dl.facts {
                dt { "Account ID" } dd { code { (ACCOUNT_ID) } }
                dt { "Address" } dd { code { (shared.origin) } " (changes with every start)" }
            }
            h2 { "What to do here" }
            ol.steps {
                li {
                    a href=(paths::NEW_INTEGRATION) { "Make an integration record" }
                    " and copy its Consumer Key: it is shown once. "
                    @match account.integrations.len() {
                        0 => { "There is none yet." }
                        1 => { "There is one." }
                        many => { "There are " (many) "." }
                    }
                }
                li { a href=(paths::NEW_MAPPING) { "Upload the certificate" } " for that record and read its Certificate ID." }
                li { "Ask for a token in Certdesk. If it is refused, the " a href=(paths::AUDIT_TRAIL) { "Login Audit Trail" } " says why." }
            }
            h2 { "What is ready" }
            p {
                "The " a href=(paths::FEATURES) { "features" } " and the "
                a href=(paths::ROLES) { "role’s permissions" }
                " that a real account lacks at first are switched on here. Untick them to see what NetSuite does then."
            }
            p { "To see how a client copes with failures, " a href=(paths::FAULTS) { "let the account misbehave" } "." }
        },
    )
}
