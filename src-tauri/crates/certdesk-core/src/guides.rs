//! Guides with documents of their own: API secrets, the SuiteProjects Pro record, and the move from
//! token-based authentication (TBA).

pub mod api_secret;
pub mod pro_record;
pub mod tba_plan;
