//! Setup > Company > Enable Features: what is needed of the subtabs SuiteCloud and Analytics.

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

use super::layout::{Notice, Page, checkbox, not_saved, see_other};
use crate::account::Features;
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::FEATURES, get(show).post(save))
}

#[derive(Deserialize)]
struct Parameters {
    saved: Option<String>,
}

/// The ticked boxes; a browser leaves out the others.
#[derive(Deserialize)]
struct Ticked {
    client_suitescript: Option<String>,
    server_suitescript: Option<String>,
    rest_web_services: Option<String>,
    oauth2: Option<String>,
    suiteanalytics_workbook: Option<String>,
}

async fn show(State(shared): State<SharedState>, Query(parameters): Query<Parameters>) -> Response {
    let features = shared.store.account().features;
    let page = Page {
        title: "Enable Features",
        path: "Setup > Company > Enable Features > SuiteCloud, Analytics",
        here: paths::FEATURES,
    };
    let notice = parameters.saved.map(|_| Notice::Done("Features saved.".to_owned()));
    let content = html! {
        form.card method="post" action=(paths::FEATURES) {
            fieldset {
                legend { "SuiteScript" }
                (checkbox("client_suitescript", "Client SuiteScript", features.client_suitescript, "Needed for OAuth 2.0 with RESTlets."))
                (checkbox("server_suitescript", "Server SuiteScript", features.server_suitescript, "Needed for OAuth 2.0 with RESTlets."))
            }
            fieldset {
                legend { "SuiteTalk (Web Services)" }
                (checkbox("rest_web_services", "REST Web Services", features.rest_web_services, "Needed for the scope rest_webservices."))
            }
            fieldset {
                legend { "Manage Authentication" }
                (checkbox("oauth2", "OAuth 2.0", features.oauth2, "Without it, the account issues no tokens."))
            }
            fieldset {
                legend { "Analytics" }
                (checkbox("suiteanalytics_workbook", "SuiteAnalytics Workbook", features.suiteanalytics_workbook, "Needed for SuiteQL queries over REST web services."))
            }
            div.acts { button.primary type="submit" { "Save" } }
        }
    };
    page.render(notice.as_ref(), &content).into_response()
}

async fn save(State(shared): State<SharedState>, Form(ticked): Form<Ticked>) -> Response {
    let features = Features {
        client_suitescript: ticked.client_suitescript.is_some(),
        server_suitescript: ticked.server_suitescript.is_some(),
        rest_web_services: ticked.rest_web_services.is_some(),
        oauth2: ticked.oauth2.is_some(),
        suiteanalytics_workbook: ticked.suiteanalytics_workbook.is_some(),
    };
    match shared.store.change(move |account| account.features = features).await {
        Ok(()) => see_other(&format!("{}?saved=1", paths::FEATURES)),
        Err(error) => not_saved(&error),
    }
}
