use netsuite_client::AccountId;
use proptest::prelude::*;
use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::connection::{Change, Connection};
use crate::error::{ConnectionError, TbaPlanError};
use crate::target::Target;

const NOW: OffsetDateTime = datetime!(2026-11-29 12:00 UTC);
const LATER: OffsetDateTime = datetime!(2026-12-06 12:00 UTC);

/// Copied from the page: thirty tokens, with what the page shows above and below its table.
const THIRTY: &[u8] = include_bytes!("../../../../../../tests/domain/tba-plan/access-tokens.tsv");

fn plan() -> TbaPlan {
    TbaPlan::new(AccountId::parse("4718203").unwrap(), "Northwind Traders".to_owned(), NOW)
}

fn plan_of(text: &str) -> TbaPlan {
    let mut plan = plan();
    plan.take_in(List::read(text.as_bytes()).unwrap(), NOW).unwrap();
    plan
}

fn refused(content: &[u8]) -> TbaPlanError {
    match List::read(content) {
        Err(Error::TbaPlan(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

const TOKENS: &str = "Token Name,Application Name,User,Role\n\
    \"Celigo - Integration, Celigo\",Celigo,\"Integration, Celigo\",Celigo Role\n\
    Boomi token,Boomi,\"User, Boomi\",Boomi Role\n";

#[test]
fn thirty_tokens_copied_from_the_page_become_a_plan_without_those_that_are_revoked() {
    let list = List::read(THIRTY).unwrap();
    assert_eq!((list.kind, list.rows.len()), (ListKind::AccessTokens, 30));
    let mut plan = plan();
    let merged = plan.take_in(list, NOW).unwrap();
    assert_eq!(merged, Merged { added: 28, known: 0, revoked: 2 });
    let first = &plan.entries[0];
    assert_eq!(first.name(), "Celigo integrator.io");
    assert_eq!(
        (first.user.as_str(), first.role.as_str()),
        ("Integration, Celigo", "Celigo Integration Role")
    );
    assert_eq!((first.internal_id.as_str(), first.created.as_str()), ("400", "1/1/2020 9:10 am"));
    let open = plan.entries.iter().filter(|entry| entry.progress(None).is_open()).count();
    assert_eq!(open, 27, "one token is inactive");
    assert!(plan.entries.iter().all(|entry| entry.deadline() == Deadline::TbaEnd));
}

#[test]
fn a_list_is_read_the_same_however_it_was_saved() {
    let expected = List::read(TOKENS.as_bytes()).unwrap();
    assert_eq!(expected.rows[0].user, "Integration, Celigo");
    let rows = |separator: &str| {
        let quoted = |cells: [&str; 4]| cells.map(|cell| format!("\"{cell}\"")).join(separator);
        [
            quoted(["Token Name", "Application Name", "User", "Role"]),
            quoted([
                "Celigo - Integration, Celigo",
                "Celigo",
                "Integration, Celigo",
                "Celigo Role",
            ]),
            quoted(["Boomi token", "Boomi", "User, Boomi", "Boomi Role"]),
        ]
    };
    for separator in [",", ";", "\t", "|"] {
        let text = rows(separator).join("\r\n");
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(text.as_bytes());
        let little = [b"\xFF\xFE".to_vec(), utf16(&text, u16::to_le_bytes)].concat();
        let big = [b"\xFE\xFF".to_vec(), utf16(&text, u16::to_be_bytes)].concat();
        let bare = utf16(&text, u16::to_le_bytes);
        for content in [text.as_bytes(), &marked, &little, &big, &bare] {
            assert_eq!(List::read(content).unwrap(), expected, "{separator:?}");
        }
    }
}

#[test]
fn columns_are_found_by_their_heads_in_any_order_and_spelling() {
    let text =
        "x\tROLE_NAME\tEntity_Name\ttba_app_name\tbRevoked\n1\tIntegrator\tMira\tWorkato\tF\n";
    let list = List::read(text.as_bytes()).unwrap();
    assert_eq!(list.kind, ListKind::AccessTokens);
    let row = &list.rows[0];
    assert_eq!((row.application.as_str(), row.user.as_str()), ("Workato", "Mira"));
    assert_eq!((row.role.as_str(), row.revoked), ("Integrator", Some(false)));
}

#[test]
fn integration_records_are_told_from_tokens() {
    let text = "Edit | View;Name;Application ID;State;Date Created\n\
        Edit | View;Boomi;7E0F2E1B-6E0F-4C57-B0A4-0A2B3C4D5E6F;Enabled;1.2.2021\n\
        Edit | View;Old import;1E0F2E1B-6E0F-4C57-B0A4-0A2B3C4D5E6F;Blocked;1.2.2019\n";
    let plan = plan_of(text);
    assert_eq!(plan.entries[0].kind, ListKind::IntegrationRecords);
    assert_eq!(plan.entries[0].progress(None), Progress::ToDo);
    assert_eq!(plan.entries[1].progress(None), Progress::Inactive);
}

#[test]
fn what_is_not_one_of_the_lists_is_refused_with_its_own_reason() {
    assert!(matches!(refused(b""), TbaPlanError::ListUnknown));
    assert!(matches!(
        refused(b"Invoice,Customer,Amount\n1,Northwind,20\n"),
        TbaPlanError::ListUnknown
    ));
    assert!(matches!(refused(b"Name\nBoomi\n"), TbaPlanError::ListUnknown));
    assert!(matches!(refused(b"PK\x03\x04\x14\x00\x06\x00\x08"), TbaPlanError::ListNotText));
    assert!(matches!(refused(b"Application Name,User,Role\n"), TbaPlanError::ListEmpty));
    assert!(matches!(refused(&vec![b'a'; MOST_BYTES + 1]), TbaPlanError::ListTooLarge { .. }));
    let many = |rows: usize| {
        let lines = (0..rows).map(|row| format!("App {row},Mira,Integrator\n"));
        format!("Application Name,User,Role\n{}", lines.collect::<String>())
    };
    assert_eq!(List::read(many(1_000).as_bytes()).unwrap().rows.len(), 1_000);
    let error = refused(many(1_001).as_bytes());
    assert!(matches!(error, TbaPlanError::ListTooLong { most: 1_000, found: 1_001 }));
}

#[test]
fn a_list_with_a_secret_is_refused_by_its_line_and_nothing_of_it_is_told() {
    let secret = "5f2c9b7e1d3a4860b1c2d3e4f5a6978812ab34cd56ef7890a1b2c3d4e5f60718";
    let cell = format!("Application Name,User,Role,Memo\nBoomi,Mira,Integrator,{secret}\n");
    let error = refused(cell.as_bytes());
    assert!(matches!(error, TbaPlanError::ListHoldsSecret { line: 2 }));
    assert!(!format!("{error} {error:?}").contains(&secret[..8]));
    let column = "Application Name,User,Token Secret\nCeligo,Mira,\nBoomi,Mira,hunter2\n";
    assert!(matches!(refused(column.as_bytes()), TbaPlanError::ListHoldsSecret { line: 3 }));
    let key = "Application Name,User\n-----BEGIN PRIVATE KEY-----,x\n";
    assert!(matches!(refused(key.as_bytes()), TbaPlanError::ListHoldsSecret { line: 2 }));
    let without = "Application Name,User,Token Secret\nCeligo,Mira,\n";
    assert_eq!(List::read(without.as_bytes()).unwrap().rows.len(), 1);
}

#[test]
fn a_lone_quotation_mark_on_the_page_swallows_no_rows() {
    let text = "Application Name\tUser\tRole\n\"Old Boomi\tMira\tIntegrator\nCeligo\tMira\tIntegrator\nAlumio\t\"Ada\tIntegrator\n";
    assert_eq!(List::read(text.as_bytes()).unwrap().rows.len(), 3);
}

#[test]
fn a_newer_list_adds_what_is_new_and_keeps_what_was_entered() {
    let mut plan = plan_of(TOKENS);
    let id = plan.entries[0].id.clone();
    let about = PlanChange::About { calls: vec![Calls::Restlets], target: None };
    plan.change(&id, about, &[], NOW).unwrap();
    let newer = "Application Name,Token Name,User,Role,Revoked\n\
        Celigo,\"Celigo - Integration, Celigo\",\"Integration, Celigo\",Celigo Role,Yes\n\
        Boomi,Boomi token,\"User, Boomi\",Boomi Role,No\n\
        Alumio,Alumio token,Ada,Alumio Role,No\n\
        Gone,Gone token,Ada,Old Role,Yes\n";
    let merged = plan.take_in(List::read(newer.as_bytes()).unwrap(), LATER).unwrap();
    assert_eq!(merged, Merged { added: 1, known: 2, revoked: 1 });
    let entry = plan.entry(&id).unwrap();
    assert_eq!(entry.calls, [Calls::Restlets]);
    assert_eq!(entry.revoked, Some(TokenRevoked { at: LATER, by: RevokedBy::List }));
    assert_eq!((plan.entries.len(), plan.changed_at), (3, LATER));
    let again = LATER + time::Duration::DAY;
    plan.take_in(List::read(newer.as_bytes()).unwrap(), again).unwrap();
    let known = plan.entry(&id).unwrap().revoked.unwrap();
    assert_eq!(known.at, LATER, "since the list that showed it first");
}

#[test]
fn a_record_that_was_listed_first_becomes_its_token_and_is_not_added_again() {
    let records = "Name,Application ID,State\nCeligo,1-2,Enabled\nBoomi,3-4,Enabled\n";
    let mut plan = plan_of(records);
    let id = plan.entries[0].id.clone();
    let about = PlanChange::About { calls: vec![Calls::RestWebservices], target: None };
    plan.change(&id, about, &[], NOW).unwrap();
    plan.change(&id, PlanChange::Unneeded { done: true }, &[], NOW).unwrap();
    plan.change(&id, PlanChange::TokenRevoked { done: true }, &[], NOW).unwrap();
    plan.take_in(List::read(TOKENS.as_bytes()).unwrap(), NOW).unwrap();
    assert_eq!(plan.entries.len(), 2);
    let entry = plan.entry(&id).unwrap();
    assert_eq!((entry.kind, entry.role.as_str()), (ListKind::AccessTokens, "Celigo Role"));
    assert_eq!(entry.calls, [Calls::RestWebservices]);
    assert!(entry.unneeded && entry.revoked.is_none(), "the token is listed, so it is still there");
    let merged = plan.take_in(List::read(records.as_bytes()).unwrap(), NOW).unwrap();
    assert_eq!((merged.added, plan.entries.len()), (0, 2));
}

#[test]
fn the_connection_of_an_entry_has_its_account_target_and_scopes() {
    let mut plan = plan_of(TOKENS);
    let id = plan.entries[0].id.clone();
    let name = |plan: &TbaPlan| plan.connection_for(&id, NOW).unwrap().name;
    assert_eq!(name(&plan), "Northwind Traders (Celigo)");
    let target = System::named("celigo");
    let calls = vec![Calls::Restlets, Calls::RestWebservices];
    plan.change(&id, PlanChange::About { calls, target }, &[], NOW).unwrap();
    let connection = plan.connection_for(&id, NOW).unwrap();
    assert_eq!(connection.name, "Northwind Traders");
    assert_eq!(connection.target, Target::named("celigo"));
    assert_eq!(connection.account.unwrap().id, plan.account);
    assert_eq!(connection.integration.scopes.len(), 2);
    assert!(connection.role.is_none(), "the new role's permissions must be checked first");
    let soap = PlanChange::About { calls: vec![Calls::Soap, Calls::Restlets], target };
    plan.change(&id, soap, &[], NOW).unwrap();
    assert_eq!(plan.entries[0].progress(None), Progress::WaitsForRest);
    assert_eq!(plan.entries[0].deadline(), Deadline::SoapEnd);
    assert!(matches!(
        plan.connection_for(&id, NOW),
        Err(Error::TbaPlan(TbaPlanError::SoapNeedsTba))
    ));
}

#[test]
fn an_entry_of_a_system_without_m2m_keeps_its_token_until_another_system_is_chosen() {
    let mut plan = plan_of(TOKENS);
    let id = plan.entries[0].id.clone();
    let about = |name: &str| PlanChange::About {
        calls: vec![Calls::RestWebservices],
        target: Some(System::named(name).unwrap()),
    };
    let connection = plan.connection_for(&id, NOW).unwrap();
    let all = [connection.clone()];
    plan.change(&id, about("airbyte"), &[], NOW).unwrap();
    assert_eq!(plan.entries[0].without_m2m().unwrap().label, "Airbyte");
    assert_eq!(plan.entries[0].progress(None), Progress::WaitsForTarget);
    assert!(plan.entries[0].progress(None).is_open(), "its token still has to go");
    assert_eq!(plan.entries[0].deadline(), Deadline::TbaEnd);
    assert!(matches!(
        plan.connection_for(&id, NOW),
        Err(Error::TbaPlan(TbaPlanError::TargetNeedsTba))
    ));
    let link = PlanChange::Connection { connection: Some(connection.id.clone()) };
    plan.change(&id, link, &all, NOW).unwrap();
    assert_eq!(plan.entries[0].progress(all.first()), Progress::WaitsForTarget);
    for change in [PlanChange::Switched { done: true }, PlanChange::TokenRevoked { done: true }] {
        plan.change(&id, change, &all, NOW).unwrap_err();
    }
    let table = String::from_utf8(plan.to_csv(&all).unwrap()).unwrap();
    assert!(table.contains("REST web services,Airbyte,Target system without M2M,2028.1"));
    // The same system has another way with M2M.
    plan.change(&id, about("airbyte-netsuite-enterprise"), &[], NOW).unwrap();
    assert_eq!(plan.entries[0].progress(all.first()), Progress::SetupStarted);
    plan.change(&id, about("airbyte"), &[], NOW).unwrap();
    plan.change(&id, PlanChange::Unneeded { done: true }, &all, NOW).unwrap();
    assert!(plan.entries[0].may_lose_its_token(all.first()), "nothing uses it any more");
}

#[test]
fn a_token_is_revoked_only_after_the_switch_and_the_switch_waits_for_a_token() {
    let mut plan = plan_of(TOKENS);
    let id = plan.entries[0].id.clone();
    let connection = plan.connection_for(&id, NOW).unwrap();
    let all = [connection.clone()];
    let link = PlanChange::Connection { connection: Some(connection.id.clone()) };
    plan.change(&id, link, &all, NOW).unwrap();
    assert_eq!(plan.entries[0].progress(all.first()), Progress::SetupStarted);
    let before = plan.clone();
    let switched = plan.change(&id, PlanChange::Switched { done: true }, &all, NOW);
    assert!(matches!(switched, Err(Error::TbaPlan(TbaPlanError::NotWorking))));
    let revoked = plan.change(&id, PlanChange::TokenRevoked { done: true }, &all, NOW);
    assert!(matches!(revoked, Err(Error::TbaPlan(TbaPlanError::NotSwitched))));
    assert_eq!(plan, before, "a refused change changes nothing");
    plan.change(&id, PlanChange::Unneeded { done: true }, &all, NOW).unwrap();
    plan.change(&id, PlanChange::TokenRevoked { done: true }, &all, LATER).unwrap();
    assert_eq!(plan.entries[0].progress(all.first()), Progress::Revoked);
    assert_eq!(plan.entries[0].revoked, Some(TokenRevoked { at: LATER, by: RevokedBy::Word }));
}

#[test]
fn a_connection_of_another_account_cannot_take_a_tokens_place() {
    let mut plan = plan_of(TOKENS);
    let id = plan.entries[0].id.clone();
    let mut other = Connection::new("Elsewhere", false, NOW).unwrap();
    other.change(Change::Account { text: "5530917".to_owned() }, NOW).unwrap();
    let link = PlanChange::Connection { connection: Some(other.id.clone()) };
    let refused = plan.change(&id, link, &[other], NOW);
    assert!(matches!(refused, Err(Error::Connection(ConnectionError::Unknown))));
}

#[test]
fn suiteanalytics_alone_has_no_announced_end() {
    let mut entry = plan_of(TOKENS).entries.remove(0);
    entry.calls = vec![Calls::SuiteAnalytics];
    assert_eq!(entry.deadline(), Deadline::NotAnnounced);
    entry.calls = vec![Calls::RestWebservices, Calls::SuiteAnalytics];
    assert_eq!(entry.deadline(), Deadline::TbaEnd);
}

#[test]
fn a_plan_comes_back_as_it_was_written_and_one_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let plans = TbaPlans::new(folder.path());
    let written = plan_of(TOKENS);
    plans.create(&written).unwrap();
    assert_eq!(plans.read("4718203").unwrap(), written);
    let path = plans.path("4718203");
    let text = std::fs::read_to_string(&path).unwrap();
    let newer = text.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2");
    std::fs::write(&path, &newer).unwrap();
    let again = plans.update_or_begin("4718203", plan, |_| Ok(()));
    assert!(matches!(again, Err(Error::Document(DocumentError::Newer { .. }))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_plan_with_a_target_system_that_is_unknown_here_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let plans = TbaPlans::new(folder.path());
    let mut written = plan_of(TOKENS);
    written.entries[0].target = System::named("jitterbit");
    written.entries[1].target = System::named("boomi");
    plans.create(&written).unwrap();
    assert_eq!(plans.read("4718203").unwrap(), written);
    let path = plans.path("4718203");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("\"boomi\"", "\"later-system\"")).unwrap();
    let unreadable = plans.list().unwrap().unreadable;
    assert!(matches!(
        unreadable.as_slice(),
        [Error::Document(DocumentError::TargetUnknown { target, .. })] if target == "later-system"
    ));
}

#[test]
fn a_plan_as_a_table_has_a_row_for_each_entry_and_no_formula() {
    let mut plan =
        plan_of("Application Name,User,Role\n=cmd(),Mira,Integrator\nBoomi,Ada,Old Role\n");
    plan.entries[1].calls = vec![Calls::RestWebservices, Calls::Soap];
    let table = String::from_utf8(plan.to_csv(&[]).unwrap()).unwrap();
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("\u{feff}Integration,Token name,User,Role"));
    assert_eq!(lines[1], "'=cmd(),,Mira,Integrator,,,,To do,2028.1 (tentative),,,");
    assert!(lines[2].contains("\"REST web services, SOAP web services\",,SOAP: change to REST"));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fail_otherwise_than_by_a_reason(content in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = List::read(&content);
    }
}
