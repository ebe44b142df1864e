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
                "A simulated NetSuite account on this computer, for practicing the whole setup. "
                "You are its Administrator. It follows NetSuite’s documented rules and never reaches a real account."
            }
            dl.facts {
                dt { "Account ID" } dd { code { (ACCOUNT_ID) } }
                dt { "Address" } dd { code { (shared.origin) } " (changes each time it starts)" }
            }
            h2 { "What to do" }
            ol.steps {
                li {
                    a href=(paths::NEW_INTEGRATION) { "Create an integration record" }
                    " and copy its Consumer Key, which is shown once. "
                    @match account.integrations.len() {
                        0 => { "None exists yet." }
                        1 => { "One exists." }
                        many => { (many) " exist." }
                    }
                }
                li { a href=(paths::NEW_MAPPING) { "Upload the certificate" } " for that record and copy its Certificate ID." }
                li { "Request a token in Certdesk. If it’s refused, the " a href=(paths::AUDIT_TRAIL) { "Login Audit Trail" } " shows why." }
            }
            h2 { "Already set up" }
            p {
                "The " a href=(paths::FEATURES) { "features" } " and the "
                a href=(paths::ROLES) { "role’s permissions" }
                " that a new account lacks are enabled here. Clear them to see what NetSuite does without them. "
                "To test a call to a RESTlet, copy the address from the "
                a href=(paths::DEPLOYMENT) { "script deployment" } "."
            }
            p { "To see how a client handles failures, " a href=(paths::FAULTS) { "simulate failures" } "." }
        },
    )
}
