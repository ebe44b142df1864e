//! Customization > Scripting > Script Deployments: the account's one RESTlet, and who may call it.

use std::collections::BTreeSet;

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

use super::layout::{Notice, Page, checkbox, not_saved, see_other};
use crate::account::restlet::{DEPLOY, Deployment, SCRIPT};
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::DEPLOYMENT, get(show).post(save))
}

#[derive(Deserialize)]
struct Parameters {
    saved: Option<String>,
}

async fn show(State(shared): State<SharedState>, Query(parameters): Query<Parameters>) -> Response {
    let account = shared.store.account();
    let deployment = &account.deployment;
    let page = Page {
        title: "Script deployment",
        path: "Customization > Scripting > Script Deployments",
        here: paths::DEPLOYMENT,
    };
    let notice = parameters.saved.map(|_| Notice::Done("Deployment saved.".to_owned()));
    let url = format!("{}{}?script={SCRIPT}&deploy={DEPLOY}", shared.origin, paths::RESTLET);
    let roles = account.roles.iter().filter(|role| !role.is_administrator());
    let content = html! {
        p.lead { "A RESTlet that answers a GET with a greeting. It reads and changes nothing." }
        dl.facts {
            dt { "External URL" } dd { code #external-url { (url) } }
            dt { "Script" } dd { code { (SCRIPT) } }
            dt { "Deployment" } dd { code { (DEPLOY) } }
        }
        form.card method="post" action=(paths::DEPLOYMENT) {
            (checkbox("deployed", "Deployed", deployment.deployed, ""))
            (checkbox("released", "Status: Released", deployment.released, "Otherwise the status is Testing, and calls from outside don’t find it."))
            fieldset {
                legend { "Audience > Roles" }
                @for role in roles {
                    (checkbox(&format!("audience-{}", role.id), &role.name, deployment.admits(role), ""))
                }
            }
            div.acts { button.primary type="submit" { "Save" } }
        }
    };
    page.render(notice.as_ref(), &content).into_response()
}

async fn save(
    State(shared): State<SharedState>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let is_ticked = |name: &str| fields.iter().any(|(field, _)| field == name);
    let audience: BTreeSet<i64> = fields
        .iter()
        .filter_map(|(field, _)| field.strip_prefix("audience-")?.parse().ok())
        .collect();
    let (deployed, released) = (is_ticked("deployed"), is_ticked("released"));
    let deployment = Deployment { deployed, released, audience };
    match shared.store.change(move |account| account.deployment = deployment).await {
        Ok(()) => see_other(&format!("{}?saved=1", paths::DEPLOYMENT)),
        Err(error) => not_saved(&error),
    }
}
