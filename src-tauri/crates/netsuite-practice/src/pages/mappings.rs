//! Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup.

use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Extension, Form, Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;
use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::layout::{Notice, Page, certificate_id, not_found, not_saved, see_other};
use crate::account::Account;
use crate::account::mapping::{Mapping, MappingRefusal, NewMapping, RevokeRefusal, UploadFaults};
use crate::account::roles::{INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME};
use crate::certificate::CertificateRefusal;
use crate::clock::RequestTime;
use crate::paths;
use crate::refusal_text::refusal_text;
use crate::state::SharedState;

const MENU_PATH: &str =
    "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";

pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(paths::MAPPINGS, get(list))
        .route(paths::NEW_MAPPING, get(blank).post(create))
        .route(paths::REVOKE_MAPPING, get(ask).post(revoke))
}

#[derive(Deserialize)]
struct Parameters {
    created: Option<String>,
    revoked: Option<String>,
}

async fn list(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Query(parameters): Query<Parameters>,
) -> Markup {
    let account = shared.store.account();
    let page = Page {
        title: "OAuth 2.0 Client Credentials (M2M) Setup",
        path: MENU_PATH,
        here: paths::MAPPINGS,
    };
    let known = |id: &Option<String>| {
        id.as_ref().and_then(|id| account.mapping(id)).map(|mapping| mapping.certificate_id.clone())
    };
    let notice = match (known(&parameters.created), known(&parameters.revoked)) {
        (Some(id), _) => {
            Some(Notice::Done(format!("Certificate mapped. Its Certificate ID is {id}.")))
        }
        (_, Some(id)) => Some(Notice::Done(format!("Certificate {id} revoked."))),
        _ => None,
    };
    let content = html! {
        p.acts { a.button.primary href=(paths::NEW_MAPPING) { "Create New" } }
        @if account.mappings.is_empty() {
            p.empty { "No mappings yet." }
        } @else {
            div.table tabindex="0" role="region" aria-label="Mappings" {
                table {
                    thead {
                        tr {
                            th scope="col" { "Certificate ID" }
                            th scope="col" { "Application" }
                            th scope="col" { "Entity" }
                            th scope="col" { "Role" }
                            th scope="col" { "Valid From" }
                            th scope="col" { "Valid Until" }
                            th scope="col" { "State" }
                            th scope="col" { span.unseen { "Action" } }
                        }
                    }
                    tbody { @for mapping in account.mappings.iter().rev() { (row(&account, mapping, now)) } }
                }
            }
            p.hint { "Each application can have five active certificates. Revoked and expired ones don’t count." }
        }
    };
    page.render(notice.as_ref(), &content)
}

fn row(account: &Account, mapping: &Mapping, now: OffsetDateTime) -> Markup {
    let (application, entity, role) = names(account, mapping);
    html! {
        tr {
            td { (certificate_id(&mapping.certificate_id)) small { (mapping.algorithm) } }
            td { (application) }
            td { (entity) }
            td { (role) }
            td.nowrap { (mapping.valid_from.date()) }
            td.nowrap { (mapping.valid_until.date()) }
            td {
                @if mapping.revoked { span.badge { "Revoked" } }
                @else if mapping.is_active(now) { span.badge { "Active" } }
                @else { span.badge.bad { "Expired" } }
            }
            td {
                @if !mapping.revoked {
                    a href={ (paths::REVOKE_MAPPING) "?id=" (mapping.certificate_id) } { "Revoke" span.unseen { " " (mapping.certificate_id) } }
                }
            }
        }
    }
}

fn names<'a>(account: &'a Account, mapping: &Mapping) -> (&'a str, &'a str, &'a str) {
    (
        account.integration(mapping.integration).map_or("", |record| &record.settings.name),
        account.entity(mapping.entity).map_or("", |entity| &entity.name),
        account.role(mapping.role).map_or("", |role| &role.name),
    )
}

async fn blank(State(shared): State<SharedState>) -> Markup {
    let account = shared.store.account();
    form(&account, None, &Chosen::made_for_it(&account))
}

/// What was chosen, to show it again. Never the file.
#[derive(Clone, Copy, Debug, Default)]
struct Chosen {
    entity: Option<i64>,
    role: Option<i64>,
    application: Option<i64>,
}

impl Chosen {
    /// The user and the role that the account brings for an integration, and the application where
    /// there is only one. NetSuite chooses nothing; here it saves the user three choices.
    fn made_for_it(account: &Account) -> Self {
        let mut entities = account.entities.iter().filter(|entity| !entity.inactive);
        let mut roles = account.roles.iter().filter(|role| !role.inactive);
        let mut applications = account.applications().map(|record| record.id);
        Self {
            entity: entities.find(|one| one.name == INTEGRATION_USER_NAME).map(|one| one.id),
            role: roles.find(|one| one.name == INTEGRATION_ROLE_NAME).map(|one| one.id),
            application: applications.next().filter(|_| applications.next().is_none()),
        }
    }
}

fn form(account: &Account, notice: Option<&Notice>, chosen: &Chosen) -> Markup {
    let page = Page {
        title: "Create New",
        path: "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup > Create New",
        here: paths::MAPPINGS,
    };
    let choice = |name: &str,
                  label: &str,
                  hint: Markup,
                  options: Vec<(i64, &str)>,
                  chosen: Option<i64>| {
        html! {
            div.field {
                label for=(name) { (label) }
                select id=(name) name=(name) required {
                    option value="" { "" }
                    @for (id, text) in options { option value=(id) selected[chosen == Some(id)] { (text) } }
                }
                (hint)
            }
        }
    };
    let applications: Vec<_> =
        account.applications().map(|record| (record.id, record.settings.name.as_str())).collect();
    let missing = applications.is_empty();
    let content = html! {
        form.card method="post" action=(paths::NEW_MAPPING) enctype="multipart/form-data" {
            (choice("entity", "Entity", html! { small { "The user that the integration acts as." } },
                account.entities.iter().filter(|entity| !entity.inactive).map(|entity| (entity.id, entity.name.as_str())).collect(), chosen.entity))
            (choice("role", "Role", html! {},
                account.roles.iter().filter(|role| !role.inactive).map(|role| (role.id, role.name.as_str())).collect(), chosen.role))
            (choice("application", "Application", html! {
                @if missing {
                    small { "Nothing to choose: check Client Credentials (Machine to Machine) Grant on an integration record first. "
                        a href=(paths::INTEGRATIONS) { "Manage Integrations" } }
                }
            }, applications, chosen.application))
            div.field {
                label for="file" { "Certificate" }
                input type="file" id="file" name="file" accept=".cer,.pem,.crt";
                small { "A .cer, .pem, or .crt file with BEGIN CERTIFICATE: RSA with 3072 or 4096 bits, or EC with P-256, P-384, or P-521. Never a private key." }
            }
            div.field {
                label for="pem" { "Or paste the certificate" }
                textarea id="pem" name="pem" rows="5" spellcheck="false" autocomplete="off" aria-describedby="pem-hint" {}
                small #pem-hint { "Only in the practice account: NetSuite accepts files only." }
            }
            div.acts { button.primary type="submit" { "Save" } a.button href=(paths::MAPPINGS) { "Cancel" } }
        }
    };
    page.render(notice, &content)
}

/// What the form sent. The file is wiped when it has been read: it may be a private key after all.
#[derive(Default)]
struct Sent {
    chosen: Chosen,
    file: Zeroizing<Vec<u8>>,
}

impl Sent {
    async fn read(form: Result<Multipart, MultipartRejection>) -> Option<Self> {
        let mut form = form.ok()?;
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.ok()? {
            let name = field.name().unwrap_or_default().to_owned();
            let value = Zeroizing::new(Vec::from(field.bytes().await.ok()?));
            let number = || std::str::from_utf8(&value).ok()?.trim().parse().ok();
            match name.as_str() {
                "entity" => sent.chosen.entity = number(),
                "role" => sent.chosen.role = number(),
                "application" => sent.chosen.application = number(),
                // A chosen file counts before pasted text.
                "file" | "pem" if sent.file.is_empty() => sent.file = value,
                _ => {}
            }
        }
        Some(sent)
    }
}

async fn create(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let Some(Sent { chosen, file }) = Sent::read(form).await else {
        let notice = Notice::Refused(
            "The form couldn’t be read. The file may be too large for a certificate.".to_owned(),
        );
        return refused(&shared, &notice, &Chosen::default());
    };
    let made = shared.store.change(move |account| {
        // An unchosen field is 0, which no record, entity or role has.
        let new_mapping = NewMapping {
            integration: chosen.application.unwrap_or_default(),
            entity: chosen.entity.unwrap_or_default(),
            role: chosen.role.unwrap_or_default(),
            file: &file,
        };
        account.map_certificate(&new_mapping, &UploadFaults::default(), now)
    });
    match made.await {
        Ok(Ok(mapping)) => {
            see_other(&format!("{}?created={}", paths::MAPPINGS, mapping.certificate_id))
        }
        Ok(Err(refusal)) => refused(&shared, &notice_of(&refusal), &chosen),
        Err(error) => not_saved(&error),
    }
}

fn refused(shared: &SharedState, notice: &Notice, chosen: &Chosen) -> Response {
    let page = form(&shared.store.account(), Some(notice), chosen);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn notice_of(refusal: &MappingRefusal) -> Notice {
    let text = refusal_text(refusal);
    match refusal {
        MappingRefusal::File(CertificateRefusal::PrivateKey) => Notice::Danger(text),
        _ => Notice::Refused(text),
    }
}

#[derive(Deserialize)]
struct Which {
    id: String,
}

async fn ask(State(shared): State<SharedState>, Query(Which { id }): Query<Which>) -> Response {
    let account = shared.store.account();
    let Some(mapping) = account.mapping(&id).filter(|mapping| !mapping.revoked) else {
        return not_found();
    };
    let (application, entity, role) = names(&account, mapping);
    let page = Page { title: "Revoke certificate", path: MENU_PATH, here: paths::MAPPINGS };
    let content = html! {
        p { "NetSuite will issue no more tokens for this certificate. You can’t undo this or use the certificate again." }
        dl.facts {
            dt { "Certificate ID" } dd { code { (mapping.certificate_id) } }
            dt { "Application" } dd { (application) }
            dt { "Entity" } dd { (entity) }
            dt { "Role" } dd { (role) }
            dt { "Valid Until" } dd { (mapping.valid_until.date()) }
        }
        form.acts method="post" action=(paths::REVOKE_MAPPING) {
            input type="hidden" name="id" value=(mapping.certificate_id);
            button.danger type="submit" { "Revoke certificate" }
            a.button href=(paths::MAPPINGS) { "Cancel" }
        }
    };
    page.render(None, &content).into_response()
}

async fn revoke(State(shared): State<SharedState>, Form(Which { id }): Form<Which>) -> Response {
    let revoked = id.clone();
    match shared.store.change(move |account| account.revoke_mapping(&revoked)).await {
        // Revoked before: the list shows it just the same.
        Ok(Ok(()) | Err(RevokeRefusal::AlreadyRevoked)) => {
            see_other(&format!("{}?revoked={id}", paths::MAPPINGS))
        }
        Ok(Err(RevokeRefusal::NotListed)) => not_found(),
        Err(error) => not_saved(&error),
    }
}
