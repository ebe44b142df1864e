//! The window's types, written from ours, so that the two can never differ.

use certdesk_core::backup::{ItemId, ItemKind, Relation};
use certdesk_core::check::Local;
use certdesk_core::connection::{Change, Event, Purpose, ReadKind, RevokedBy, Tick, VendorState};
use certdesk_core::diagnosis::{
    AuditCode, Cause, Check, Doing, Fix, Outcome, Place, Question, Seen, Sign, Source,
};
use certdesk_core::guides::api_secret::value::Report;
use certdesk_core::guides::api_secret::{
    Choices, DayNote, DomainNote, IdNote, NameNote, SecretEntry, SecretKind, SecretsChange,
    SecretsStep,
};
use certdesk_core::guides::pro_record::{
    PlaceholderVerdict, ProAct, ProChange, ProStep, Reason as ProReason, RenewalPhase, Situation,
    Way,
};
use certdesk_core::guides::tba_plan::{Calls, Deadline, ListKind, PlanChange, Progress};
use certdesk_core::handover::kit::Filled;
use certdesk_core::handover::secret_store::{
    AwsSecret, AzureSecret, Entered, Found as StoredAlready, KvField, OnePasswordDocument,
    PlaceField, SecretStore, ToolProblem, ToolStep,
};
use certdesk_core::netsuite::identity::Fit;
use certdesk_core::netsuite::listing::{Holder, UploadCheck};
use certdesk_core::netsuite::page::Page;
use certdesk_core::netsuite::proof::Shown;
use certdesk_core::removed::Removal;
use certdesk_core::rotation::{Due, Order, Reason, Step as RotationStep, Way as RotationWay};
use certdesk_core::setup::Step;
use certdesk_core::target::{Evidence, System, Target};
use certdesk_core::test_call::{Need, Proof as PreflightProof};
use certdesk_core::vault::VaultPlace;
use netsuite_client::{CertificateState, Environment, Scope};
use netsuite_keys::certificate::Signature;
use netsuite_keys::doctor::{
    Conversion, Form, KeyAlgorithm, Kind as FoundKind, Looked, Oddity, Outcome as FoundOutcome,
    TokenUse, Verdict,
};
use netsuite_keys::key::{Algorithm, KeyType, PemForm};
use netsuite_keys::repair::Repair;
use ts_rs::{Config, TS};

use crate::failure::{
    ApiSecretFailure, AppFailure, BackupFailure, ConnectionFailure, DayFailure, DocumentFailure,
    Failure, FileFailure, KeysFailure, KitFailure, LocalCheck, NetSuiteFailure, ProRecordFailure,
    RevokeFailure, RotationFailure, SecretStoreFailure, SignInFailure, TbaPlanFailure,
    UploadFailure, VaultFailure,
};
use crate::features::administrator::view as administrator;
use crate::features::api_secrets::view as api_secret;
use crate::features::app::view as app;
use crate::features::backup::view as backup;
use crate::features::board::view as board;
use crate::features::certificates::view as listing;
use crate::features::code_samples::view as code_sample;
use crate::features::diagnosis::view as diagnosis;
use crate::features::ending::view as ending;
use crate::features::file_doctor::view::{certificate_id_lookup, files as doctor};
use crate::features::go_to::view as go_to;
use crate::features::help::view::about::{AboutView, CheckView};
use crate::features::help::view::license;
use crate::features::help::view::places::{PlaceKind, PlaceView};
use crate::features::kits::view as kit;
use crate::features::leak::view as leak;
use crate::features::pro_record::view as pro_record;
use crate::features::reminders::view as reminders;
use crate::features::rotation::view as rotation;
use crate::features::sandbox_refresh::view as sandbox_refresh;
use crate::features::secret_stores::view as secret_store;
use crate::features::setup::view::certificate::{CertificateFormat, CertificateRequest};
use crate::features::setup::view::key::{KeyProgress, KeySearchOutcome};
use crate::features::setup::view::{pair, proof};
use crate::features::tba_plan::view as tba_plan;
use crate::features::test_call::view as test_call;
use crate::ipc::{
    access, connection, connection_status, credential, files, hash_chain, known_account, notice,
    practice, rotation as running, slots, target, test_call as called, vault,
};
use crate::reminder::record::{LastLook, Notified};
use crate::system::reminders::{ReminderClick, ReminderProblem};
use crate::system_check::{Examination, Line, Report as CheckReport, State as CheckState};

/// The content of `ui/types/ipc.d.ts`.
#[must_use]
pub fn typescript() -> String {
    let config = Config::default();
    let mut text = String::from(HEAD);
    macro_rules! declare {
        ($($name:ty),* $(,)?) => {$(
            text.push_str("export ");
            text.push_str(&<$name>::decl(&config));
            text.push('\n');
        )*};
    }
    declare!(
        Target,
        System,
        KeyType,
        Algorithm,
        Signature,
        Environment,
        Scope,
        Step,
        Tick,
        VaultPlace,
        PemForm,
        Evidence,
        app::AppStatus,
        vault::VaultStatus,
        vault::MissingPiece,
        practice::PracticeStatus,
        Page,
        board::Board,
        files::UnreadableDocument,
        board::ConnectionSummary,
        connection_status::ConnectionStatus,
        connection_status::NextAct,
        connection::ConnectionView,
        connection::IdentityView,
        connection::PartyView,
        Fit,
        connection::StepView,
        connection::AccountView,
        connection::AccountCheck,
        connection::IntegrationView,
        credential::CredentialView,
        credential::CredentialState,
        files::SavedFile,
        credential::ExportedKey,
        connection::ProofSummary,
        connection::RefusalView,
        slots::SlotsSeen,
        slots::SlotHolder,
        credential::RevokedView,
        RevokedBy,
        Purpose,
        Removal,
        ItemKind,
        ItemId,
        Relation,
        backup::BackupOverview,
        backup::UnfinishedRestore,
        backup::RemovedView,
        backup::RetiredKeyView,
        backup::BackupProtection,
        backup::SavedBackup,
        backup::BackupFile,
        backup::BackupContents,
        backup::BackupItem,
        backup::RestoredBackup,
        VendorState,
        connection::VendorCertificateView,
        connection::HistoryEntry,
        hash_chain::HashChain,
        hash_chain::HistoryGap,
        Event,
        Change,
        KeyProgress,
        KeySearchOutcome,
        CertificateRequest,
        CertificateFormat,
        proof::Proof,
        proof::DecodedJwt,
        proof::TokenCheck,
        test_call::ReadAsked,
        test_call::TestCallView,
        called::CallView,
        called::LastCall,
        called::PreflightLine,
        ReadKind,
        Need,
        PreflightProof,
        Shown,
        target::TargetName,
        target::SystemName,
        target::KnownSystems,
        target::WithoutM2mView,
        target::TargetView,
        code_sample::CodeSamples,
        code_sample::CodeSampleView,
        SecretStore,
        KvField,
        AzureSecret,
        AwsSecret,
        OnePasswordDocument,
        Entered,
        PlaceField,
        StoredAlready,
        ToolStep,
        ToolProblem,
        secret_store::SecretStoreView,
        secret_store::SecretStorePreview,
        secret_store::ToolCommand,
        kit::Kit,
        Filled,
        kit::KeyPathProblem,
        pair::PairView,
        pair::ChosenFile,
        pair::FileKind,
        doctor::DoctorView,
        certificate_id_lookup::CertificateIdCandidate,
        certificate_id_lookup::CertificateIdRecord,
        certificate_id_lookup::CertificateIdLookup,
        go_to::GoToIndex,
        go_to::ConnectionIds,
        go_to::RecognisedText,
        doctor::FileCase,
        doctor::ExaminedFile,
        doctor::FoundItem,
        doctor::FoundKey,
        doctor::FoundCertificate,
        doctor::FoundToken,
        doctor::FoundCheck,
        FoundKind,
        Form,
        Verdict,
        Oddity,
        Repair,
        Looked,
        FoundOutcome,
        Conversion,
        KeyAlgorithm,
        TokenUse,
        access::AccessView,
        access::Access,
        access::WaitingSignIn,
        access::LinksView,
        access::LinkOpener,
        notice::AppNotice,
        reminders::RemindersView,
        ReminderProblem,
        ReminderClick,
        LastLook,
        Notified,
        CertificateState,
        Holder,
        UploadCheck,
        listing::CertificateList,
        listing::CertificateExport,
        listing::SlotsView,
        listing::CertificateRow,
        listing::UploadPreview,
        listing::UploadCheckView,
        listing::NamedId,
        administrator::UploadRequest,
        administrator::VendorFile,
        administrator::VendorRequest,
        listing::MappingRequest,
        listing::UploadOutcome,
        listing::VendorCertificate,
        RotationStep,
        Reason,
        Order,
        RotationWay,
        Due,
        rotation::RotationPreview,
        rotation::RotationPlan,
        running::RotationView,
        running::RotationSide,
        running::ReplacedView,
        running::RotationStepView,
        running::RotationNote,
        running::RotationAct,
        running::LastRotationFailure,
        rotation::BulkStep,
        sandbox_refresh::AccountConnections,
        sandbox_refresh::AccountConnection,
        leak::LeakView,
        leak::LeakUse,
        leak::StoredKey,
        rotation::DueConnection,
        ending::EndingView,
        ending::EndingCertificate,
        Doing,
        Seen,
        Sign,
        Question,
        Check,
        Outcome,
        Cause,
        Fix,
        Place,
        Source,
        AuditCode,
        diagnosis::DiagnosisTold,
        diagnosis::DiagnosisView,
        diagnosis::DiagnosisFailure,
        diagnosis::DiagnosisCheckView,
        diagnosis::DiagnosisCauseView,
        diagnosis::EvidenceView,
        diagnosis::PastedView,
        Situation,
        Way,
        ProReason,
        ProAct,
        ProStep,
        ProChange,
        PlaceholderVerdict,
        RenewalPhase,
        pro_record::ProBoard,
        pro_record::ProSummary,
        known_account::KnownAccount,
        pro_record::ProRecordView,
        pro_record::ProStepView,
        pro_record::ProBundles,
        pro_record::PlaceholderView,
        pro_record::ProHeard,
        pro_record::ProSaid,
        pro_record::RenewalView,
        Calls,
        Deadline,
        ListKind,
        PlanChange,
        Progress,
        tba_plan::TbaBoard,
        tba_plan::TbaPlanSummary,
        tba_plan::TbaPlanView,
        tba_plan::TbaEntryView,
        tba_plan::TbaConnection,
        tba_plan::TbaListTaken,
        tba_plan::TbaHint,
        PlaceKind,
        PlaceView,
        AboutView,
        CheckView,
        CheckReport,
        CheckState,
        Examination,
        Line,
        license::LicenseList,
        license::LicensedPackage,
        SecretKind,
        IdNote,
        NameNote,
        DayNote,
        DomainNote,
        Choices,
        SecretsStep,
        SecretEntry,
        SecretsChange,
        Report,
        api_secret::SecretsBoard,
        api_secret::BankSummary,
        api_secret::BankSecretsView,
        api_secret::ApiSecretView,
        api_secret::SecretsStepView,
        api_secret::SecretNotes,
        api_secret::BankConnectionView,
        api_secret::OverlapView,
        Failure,
        ApiSecretFailure,
        TbaPlanFailure,
        BackupFailure,
        AppFailure,
        ConnectionFailure,
        DayFailure,
        DocumentFailure,
        FileFailure,
        KeysFailure,
        KitFailure,
        NetSuiteFailure,
        ProRecordFailure,
        RevokeFailure,
        RotationFailure,
        SecretStoreFailure,
        SignInFailure,
        UploadFailure,
        VaultFailure,
        LocalCheck,
        Local,
    );
    text
}

const HEAD: &str = "\
// What crosses between the window and the Rust side. Written by
// `CERTDESK_WRITE_TYPES=1 cargo test -p certdesk --test shell types`; a test compares it. Do not edit.

/** An instant, RFC 3339, UTC. */
export type Instant = string;

";
