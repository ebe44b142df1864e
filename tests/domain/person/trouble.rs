//! What an administrator may do to a connection that works: the mistakes of a bad day.

use super::{Administrator, Record, between};

impl Administrator {
    /// Refresh the sandbox: all mappings are gone.
    pub(crate) async fn refreshes_the_sandbox(&self) {
        self.posts("/practice/refresh-sandbox", |request| request.form(&[("", "")])).await;
    }

    /// The M2M set-up: revokes one certificate.
    pub(crate) async fn revokes(&self, certificate_id: &str) {
        let form = [("id", certificate_id)];
        self.posts("/app/setup/revokeclientcredential.nl", |request| request.form(&form)).await;
    }

    /// Manage Roles: the integration's role, with these permissions only.
    pub(crate) async fn saves_the_role(&self, permissions: &[&str], inactive: bool) {
        let mut form = vec![("id".to_owned(), ROLE.to_owned())];
        let tick = |name: String| (name, "on".to_owned());
        form.extend(permissions.iter().map(|name| tick(format!("{name}-{ROLE}"))));
        form.extend(inactive.then(|| tick(format!("inactive-role-{ROLE}"))));
        self.posts("/app/setup/role.nl", |request| request.form(&form)).await;
    }

    /// Manage Roles: the same with every permission that calls need, and Web Services Only Role.
    pub(crate) async fn limits_the_role_to_web_services(&self) {
        let mut form = vec![("id".to_owned(), ROLE.to_owned())];
        let tick = |name: String| (name, "on".to_owned());
        let names = PERMISSIONS.iter().chain(&["Customers"]);
        form.extend(names.map(|name| tick(format!("{name}-{ROLE}"))));
        form.push(tick(format!("web-services-only-{ROLE}")));
        self.posts("/app/setup/role.nl", |request| request.form(&form)).await;
    }

    /// The integration's user, active or not.
    pub(crate) async fn saves_the_user(&self, inactive: bool) {
        let mut form = vec![("id".to_owned(), USER.to_owned())];
        form.extend(inactive.then(|| (format!("inactive-user-{USER}"), "on".to_owned())));
        self.posts("/app/common/entity/entity.nl", |request| request.form(&form)).await;
    }

    /// Script Deployments: the account's RESTlet with these boxes only.
    pub(crate) async fn saves_the_deployment(&self, boxes: &[&str]) {
        let form: Vec<_> = boxes.iter().map(|name| (*name, "on")).collect();
        self.posts("/app/common/scripting/scriptrecord.nl", |request| request.form(&form)).await;
    }

    /// The External URL on the record of that deployment.
    pub(crate) async fn copies_the_external_url(&self) -> String {
        let page = self.reads("/app/common/scripting/scriptrecord.nl").await;
        between(&page, "id=\"external-url\">", "<").replace("&amp;", "&")
    }

    /// Enable Features: these boxes only.
    pub(crate) async fn ticks_features(&self, features: &[&str]) {
        let form: Vec<_> = features.iter().map(|name| (*name, "on")).collect();
        self.posts("/app/setup/features.nl", |request| request.form(&form)).await;
    }

    /// Manage Integrations: the record with these fields only.
    pub(crate) async fn saves_the_record(&self, record: &Record, fields: &[(&str, &str)]) {
        let mut form = vec![("id", record.id.as_str())];
        form.extend_from_slice(fields);
        let path = "/app/common/integration/integrapp.nl";
        self.posts(path, |request| request.form(&form)).await;
    }

    /// Reset Credentials: another Consumer Key, and the old one is void.
    pub(crate) async fn resets_the_credentials(&self, record: &Record) {
        let form = [("id", record.id.as_str())];
        self.posts("/app/common/integration/reset.nl", |request| request.form(&form)).await;
    }

    /// Whether the pop-up list Application of the M2M set-up offers a record.
    pub(crate) async fn is_offered(&self, record: &Record) -> bool {
        let page = self.reads("/app/setup/clientcredential.nl").await;
        between(&page, "id=\"application\"", "</select>")
            .contains(&format!("value=\"{}\"", record.id))
    }

    /// Tries to map a file that is no certificate. Gives the page that refuses it.
    pub(crate) async fn may_not_map(&self, record: &Record, file: &str) -> String {
        self.maps(record, file).await.expect_err("the page should have refused it")
    }

    /// The page that an address leads to, if it leads nowhere else.
    pub(crate) async fn stays_at(&self, address: &str) -> Option<String> {
        let answer = self.http.get(address).send().await.unwrap();
        let stays = !answer.status().is_redirection();
        stays.then_some(answer.text().await.unwrap())
    }
}

/// Every permission of the integration's role, as its page names the boxes.
pub(crate) const PERMISSIONS: [&str; 4] = [
    "LogInUsingOauth2AccessTokens",
    "RestWebServices",
    "ManageOwnCertificates",
    "SuiteAnalyticsWorkbook",
];
/// The integration's user.
const USER: &str = "17";
/// The integration's role.
const ROLE: &str = "1000";
