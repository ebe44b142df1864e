//! Setup > Users/Roles: the permissions of the roles, and the users who hold the roles.

use std::collections::BTreeSet;

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use super::layout::{Notice, Page, checkbox, not_saved, see_other};
use crate::account::Account;
use crate::account::roles::{Entity, Permission, Role};
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(paths::ROLES, get(show))
        .route(paths::ROLE, get(show).post(save_role))
        .route(paths::ENTITY, get(show).post(save_user))
}

#[derive(Deserialize)]
struct Parameters {
    saved: Option<String>,
}

async fn show(State(shared): State<SharedState>, Query(parameters): Query<Parameters>) -> Response {
    let account = shared.store.account();
    let page = Page {
        title: "Roles and users",
        path: "Setup > Users/Roles > Manage Roles",
        here: paths::ROLES,
    };
    let notice = parameters.saved.map(|_| Notice::Done("Changes saved.".to_owned()));
    let content = html! {
        h2 { "Roles" }
        @for role in &account.roles { (role_form(role)) }
        h2 { "Users" }
        p.hint { "In a mapping, NetSuite calls the user the entity." }
        @for entity in &account.entities { (user_form(&account, entity)) }
    };
    page.render(notice.as_ref(), &content).into_response()
}

fn role_form(role: &Role) -> Markup {
    html! {
        form.card method="post" action=(paths::ROLE) {
            input type="hidden" name="id" value=(role.id);
            h3 { (role.name) " " span.id { "ID " code { (role.id) } } }
            @if role.is_administrator() {
                p.hint { "Has every permission. Oracle advises against mapping it: use a separate role for an integration." }
            } @else {
                fieldset {
                    legend { "Permissions" }
                    @for permission in Permission::ALL {
                        (checkbox(&format!("{permission:?}-{}", role.id), permission.name(), role.allows(permission), permission.subtab()))
                    }
                }
                (checkbox(&format!("web-services-only-{}", role.id), "Web Services Only Role", role.web_services_only, "Such a role can’t call RESTlets."))
            }
            (checkbox(&format!("inactive-role-{}", role.id), "Inactive", role.inactive, ""))
            div.acts { button type="submit" { "Save " (role.name) } }
        }
    }
}

fn user_form(account: &Account, entity: &Entity) -> Markup {
    let roles: Vec<_> = entity
        .roles
        .iter()
        .filter_map(|id| account.role(*id))
        .map(|role| role.name.as_str())
        .collect();
    html! {
        form.card method="post" action=(paths::ENTITY) {
            input type="hidden" name="id" value=(entity.id);
            h3 { (entity.name) " " span.id { "ID " code { (entity.id) } } }
            p.hint { "Access > Roles: " (roles.join(", ")) }
            (checkbox(&format!("inactive-user-{}", entity.id), "Inactive", entity.inactive, ""))
            div.acts { button type="submit" { "Save " (entity.name) } }
        }
    }
}

type Fields = Vec<(String, String)>;

fn id(fields: &Fields) -> Option<i64> {
    fields.iter().find(|(name, _)| name == "id")?.1.parse().ok()
}

fn is_ticked(fields: &Fields, name: &str) -> bool {
    fields.iter().any(|(field, _)| field == name)
}

async fn save_role(State(shared): State<SharedState>, Form(fields): Form<Fields>) -> Response {
    let changed = shared.store.change(move |account| {
        let role = account.roles.iter_mut().find(|role| Some(role.id) == id(&fields))?;
        role.inactive = is_ticked(&fields, &format!("inactive-role-{}", role.id));
        if !role.is_administrator() {
            role.web_services_only = is_ticked(&fields, &format!("web-services-only-{}", role.id));
            role.permissions = Permission::ALL
                .into_iter()
                .filter(|permission| is_ticked(&fields, &format!("{permission:?}-{}", role.id)))
                .collect::<BTreeSet<_>>();
        }
        Some(())
    });
    saved(changed.await)
}

async fn save_user(State(shared): State<SharedState>, Form(fields): Form<Fields>) -> Response {
    let changed = shared.store.change(move |account| {
        let entity = account.entities.iter_mut().find(|entity| Some(entity.id) == id(&fields))?;
        entity.inactive = is_ticked(&fields, &format!("inactive-user-{}", entity.id));
        Some(())
    });
    saved(changed.await)
}

fn saved(changed: Result<Option<()>, crate::store::StateFileError>) -> Response {
    match changed {
        Ok(Some(())) => see_other(&format!("{}?saved=1", paths::ROLES)),
        Ok(None) => super::layout::not_found(),
        Err(error) => not_saved(&error),
    }
}
