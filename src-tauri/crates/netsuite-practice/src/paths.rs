//! Every path that the server answers. The pages under `/app` stand for NetSuite's, at paths like theirs; what is under
//! `/practice` has no counterpart in NetSuite.

/// Where all OAuth 2.0 endpoints begin.
pub(crate) const OAUTH2: &str = "/services/rest/auth/oauth2/v1";
/// Confirms an account ID.
pub(crate) const DATACENTER_URLS: &str = "/rest/datacenterurls";

/// The record service of REST web services.
pub(crate) const RECORDS: &str = "/services/rest/record/v1";
/// SuiteQL over REST web services.
pub(crate) const SUITEQL: &str = "/services/rest/query/v1/suiteql";
/// Every RESTlet; its script and deployment are parameters.
pub(crate) const RESTLET: &str = "/app/site/hosting/restlet.nl";

/// The start page.
pub(crate) const HOME: &str = "/";
pub(crate) const FEATURES: &str = "/app/setup/features.nl";
pub(crate) const ROLES: &str = "/app/setup/rolelist.nl";
pub(crate) const ROLE: &str = "/app/setup/role.nl";
pub(crate) const ENTITY: &str = "/app/common/entity/entity.nl";
pub(crate) const INTEGRATIONS: &str = "/app/common/integration/integrapplist.nl";
pub(crate) const INTEGRATION: &str = "/app/common/integration/integrapp.nl";
pub(crate) const NEW_INTEGRATION: &str = "/app/common/integration/integrapp.nl?new=1";
pub(crate) const RESET_CREDENTIALS: &str = "/app/common/integration/reset.nl";
pub(crate) const MAPPINGS: &str = "/app/setup/clientcredentials.nl";
pub(crate) const NEW_MAPPING: &str = "/app/setup/clientcredential.nl";
pub(crate) const REVOKE_MAPPING: &str = "/app/setup/revokeclientcredential.nl";
pub(crate) const AUDIT_TRAIL: &str = "/app/setup/loginaudit.nl";
pub(crate) const DEPLOYMENT: &str = "/app/common/scripting/scriptrecord.nl";
pub(crate) const AUTHORIZE: &str = "/app/login/oauth2/authorize.nl";

pub(crate) const FAULTS: &str = "/practice/faults";
pub(crate) const SET_FAULT: &str = "/practice/faults/set";
pub(crate) const FAULTS_JSON: &str = "/practice/faults.json";
pub(crate) const CLEAR_FAULTS: &str = "/practice/faults/clear";
pub(crate) const REFRESH_SANDBOX: &str = "/practice/refresh-sandbox";
/// The page that is shown in place of [`crate::REDIRECT_PAGE`].
pub(crate) const SIGNED_IN: &str = "/practice/signed-in";
pub(crate) const STYLE: &str = "/practice/style.css";
