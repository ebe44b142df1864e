//! Setup > Users/Roles > User Management > View Login Audit Trail.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use time::OffsetDateTime;
use time::macros::format_description;

use super::layout::Page;
use crate::account::audit::{AuditedRequest, ScopeForm};
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::AUDIT_TRAIL, get(show))
}

async fn show(State(shared): State<SharedState>) -> Markup {
    let account = shared.store.account();
    let page = Page {
        title: "Login Audit Trail",
        path: "Setup > Users/Roles > User Management > View Login Audit Trail",
        here: paths::AUDIT_TRAIL,
    };
    let content = html! {
        p.hint {
            "Newest first. In NetSuite, click Use Advanced Search and add Detail and Token-based Application Name on Results. "
            "Requests that can’t be read at all aren’t listed."
        }
        @if account.audit.is_empty() {
            p.empty { "No token requests yet." }
        } @else {
            div.table tabindex="0" role="region" aria-label="Login Audit Trail" {
                table {
                    thead {
                        tr {
                            th scope="col" { "Date/Time (UTC)" }
                            th scope="col" { "Status" }
                            th scope="col" { "Detail" }
                            th scope="col" { "Token-based Application Name" }
                            th scope="col" { "User" }
                            th scope="col" { "Role" }
                            th scope="col" { "Request" }
                            th scope="col" { "Scope format" }
                        }
                    }
                    tbody {
                        @for entry in account.audit.iter().rev() {
                            tr {
                                td.nowrap { (time(entry.at)) }
                                td { @if entry.granted { span.badge { "Success" } } @else { span.badge.bad { "Failure" } } }
                                td { @if let Some(detail) = entry.detail { code { (detail) } } }
                                td { (entry.application.as_deref().unwrap_or_default()) }
                                td { (entry.entity.as_deref().unwrap_or_default()) }
                                td { (entry.role.as_deref().unwrap_or_default()) }
                                td { (request(entry.request)) }
                                td { @if let Some(form) = entry.scope_form { (scope_form(form)) } }
                            }
                        }
                    }
                }
            }
        }
    };
    page.render(None, &content)
}

fn request(request: AuditedRequest) -> &'static str {
    match request {
        AuditedRequest::ClientCredentials => "Token request, client credentials",
        AuditedRequest::Authorization => "Authorization page",
        AuditedRequest::AuthorizationCode => "Token request, authorization code",
        AuditedRequest::RefreshToken => "Token request, refresh token",
        AuditedRequest::AccessToken => "Call with an access token",
    }
}

fn scope_form(form: ScopeForm) -> &'static str {
    match form {
        ScopeForm::Single => "Single value",
        ScopeForm::CommaSeparated => "Comma-separated",
        ScopeForm::Array => "Array",
    }
}

fn time(time: OffsetDateTime) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute]:[second]");
    // Every part is there, so formatting cannot fail.
    time.to_offset(time::UtcOffset::UTC).format(format).unwrap_or_default()
}
