use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::x25519;
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_keys::secret::{Passphrase, Secret};
use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::connection::{Change, Connection, ConnectionId, Credential, Purpose, VaultEntry};
use crate::error::{BackupError, Error, FileError, Result, VaultError};
use crate::files::documents::Document as _;
use crate::guides::api_secret::{BankBook, BankSecrets, SecretKind};
use crate::guides::pro_record::{ProRecord, ProRecords};
use crate::guides::tba_plan::{List, TbaPlan, TbaPlans};
use crate::removed::RemovedConnections;
use crate::rotation::{self, Plan as RotationPlan, Reason};
use crate::store::Store;
use crate::target::Target;
use crate::vault::{EntryName, Vault, VaultPlace};

mod interrupted;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);
const LATER: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

/// A keychain that another process finds again, as files in a folder beside the data folder.
struct Keychain(VaultPlace, PathBuf);

impl Vault for Keychain {
    fn put(&self, name: &EntryName, secret: &Secret) -> Result<()> {
        fs::create_dir_all(&self.1).unwrap();
        fs::write(self.1.join(name.as_str()), secret.expose()).unwrap();
        Ok(())
    }

    fn get(&self, name: &EntryName) -> Result<Secret> {
        let found = fs::read(self.1.join(name.as_str()));
        Ok(Secret::new(found.map_err(|_| VaultError::KeyMissing)?))
    }

    fn delete(&self, name: &EntryName) -> Result<()> {
        drop(fs::remove_file(self.1.join(name.as_str())));
        Ok(())
    }

    fn place(&self) -> VaultPlace {
        self.0
    }
}

/// One computer: a data folder and a keychain.
struct Laptop {
    data: PathBuf,
    store: Store,
    banks: BankBook,
    pro_records: ProRecords,
    tba_plans: TbaPlans,
    removed: RemovedConnections,
    restores: Restores,
    vault: Arc<Keychain>,
    /// Where new keys go, if that is another vault of this computer.
    key_files: Option<Arc<Keychain>>,
    /// Removed with it, unless it is another's.
    own: Option<tempfile::TempDir>,
}

impl Laptop {
    fn new(place: VaultPlace) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut laptop = Self::at(folder.path(), place);
        laptop.own = Some(folder);
        laptop
    }

    /// The computer whose disk is a folder.
    fn at(folder: &Path, place: VaultPlace) -> Self {
        let data = folder.join("data");
        fs::create_dir_all(&data).unwrap();
        let at = |name: &str| data.join(name);
        Self {
            store: Store::new(at("connections")),
            banks: BankBook::new(at("api-secrets")),
            pro_records: ProRecords::new(at("suiteprojects-pro")),
            tba_plans: TbaPlans::new(at("tba-plans")),
            removed: RemovedConnections::new(at("removed")),
            restores: Restores::new(at("restores")),
            vault: Arc::new(Keychain(place, folder.join("keychain"))),
            key_files: None,
            own: None,
            data,
        }
    }

    fn with<T>(&self, work: impl FnOnce(&Computer<'_>) -> T) -> T {
        let vault = |place| {
            if let Some(files) = self.key_files.as_ref().filter(|files| files.place() == place) {
                return Ok(Arc::clone(files) as Arc<dyn Vault>);
            }
            assert_eq!(place, self.vault.place(), "a vault of another computer was asked for");
            Ok(Arc::clone(&self.vault) as Arc<dyn Vault>)
        };
        work(&Computer {
            store: &self.store,
            banks: &self.banks,
            pro_records: &self.pro_records,
            tba_plans: &self.tba_plans,
            removed: &self.removed,
            vault: &vault,
        })
    }

    fn connection(&self, name: &str) -> Connection {
        let mut connection = Connection::new(name, false, NOW).unwrap();
        connection.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
        let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
        let subject = Subject::new(name).unwrap();
        let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
        let entry = EntryName::random();
        crate::vault::keep(&*self.vault, &entry, &key).unwrap();
        let place = self.vault.place();
        let made =
            Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW);
        connection.add_credential(made.unwrap());
        self.store.create(&connection).unwrap();
        connection
    }

    fn bank(&self) -> BankSecrets {
        let account = netsuite_client::AccountId::parse("4718203").unwrap();
        let mut bank = BankSecrets::new(account, "Harbour Bank", NOW).unwrap();
        let kept = VaultEntry { entry: EntryName::random_of_secret(), place: self.vault.place() };
        self.vault.put(&kept.entry, &Secret::new(b"the bank's own value".to_vec())).unwrap();
        bank.keep(SecretKind::ClientSecret, Some(kept)).unwrap();
        self.banks.create(&bank).unwrap();
        bank
    }

    fn pro_record(&self) {
        let account = netsuite_client::AccountId::parse("4718203").unwrap();
        self.pro_records.create(&ProRecord::new(account, NOW)).unwrap();
    }

    fn tba_plan(&self) -> TbaPlan {
        let account = netsuite_client::AccountId::parse("4718203").unwrap();
        let mut plan = TbaPlan::new(account, "Northwind Traders".to_owned(), NOW);
        let list = List::read(b"Application Name,User,Role\nBoomi,Mira,Integrator\n").unwrap();
        plan.take_in(list, NOW).unwrap();
        self.tba_plans.create(&plan).unwrap();
        plan
    }

    fn collect(&self, keys: bool) -> Archive {
        let chosen = Chosen::Everything;
        self.with(|computer| collect(computer, &chosen, keys, "0.1.0", NOW)).unwrap().archive
    }

    fn relations(&self, archive: &Archive) -> Vec<Relation> {
        self.with(|computer| {
            let compared = compare(archive, computer).unwrap();
            compared.iter().map(|compared| compared.relation).collect()
        })
    }

    fn restore(
        &self,
        archive: &Archive,
        reached: &dyn Fn(usize) -> Result<()>,
    ) -> Result<Restored> {
        let taken: Vec<_> = archive.items.iter().map(Item::id).collect();
        let vault = &**self.key_files.as_ref().unwrap_or(&self.vault);
        let plan = Plan { archive, taken: &taken, path: "a.age", vault, now: LATER };
        self.with(|computer| restore(&plan, computer, &self.restores, reached))
    }

    fn entries(&self) -> usize {
        fs::read_dir(&self.vault.1).map_or(0, Iterator::count)
    }
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::entered(text.to_owned())
}

fn going(_: usize) -> Result<()> {
    Ok(())
}

/// One client, one bank and one record, on a Mac.
fn mac() -> (Laptop, Connection) {
    let mac = Laptop::new(VaultPlace::MacosKeychain);
    let connection = mac.connection("Northwind Traders");
    mac.bank();
    mac.pro_record();
    (mac, connection)
}

#[test]
fn what_was_backed_up_on_one_computer_works_on_another_with_another_keychain() {
    let (mac, connection) = mac();
    let path = mac.data.join("backup.age");
    let protection = Protection::passphrase(passphrase("correct horse battery")).unwrap();
    save(&mac.collect(true), &protection, &path).unwrap();

    let windows = Laptop::new(VaultPlace::WindowsCredentialManager);
    let file = fs::read(&path).unwrap();
    assert_eq!(opens(&file).unwrap(), Opens::Passphrase);
    let archive =
        Archive::open(&file, &Opening::Passphrase(passphrase("correct horse battery"))).unwrap();
    assert_eq!(archive.keys(), 1);
    assert_eq!(windows.relations(&archive), [Relation::New; 3]);
    let restored = windows.restore(&archive, &going).unwrap();
    assert_eq!((restored.written.len(), restored.stored), (3, 2));
    assert!(restored.without_keys.is_empty());

    let there = windows.store.read(&connection.id).unwrap();
    let credential = &there.credentials[0];
    assert_eq!(credential.vault, VaultPlace::WindowsCredentialManager);
    let key = crate::vault::load(&*windows.vault, &credential.key).unwrap();
    assert_eq!(key.public_key_der(), credential.certificate().unwrap().public_key_der());
    assert_eq!(windows.relations(&archive), [Relation::Same; 3], "to do it again changes nothing");
    assert!(unfinished(&windows.restores).unwrap().is_none());
}

#[test]
fn a_backup_without_keys_says_which_connections_lack_them() {
    let (mac, _) = mac();
    let other = Laptop::new(VaultPlace::SecretService);
    let archive = mac.collect(false);
    assert_eq!(archive.keys(), 0);
    let restored = other.restore(&archive, &going).unwrap();
    assert_eq!(restored.without_keys, ["Northwind Traders", "Harbour Bank"]);
    assert_eq!(other.entries(), 0);

    // The keys come later, from another backup.
    let restored = other.restore(&mac.collect(true), &going).unwrap();
    assert_eq!((restored.written.len(), restored.stored), (0, 2));
    assert!(restored.without_keys.is_empty());
}

#[test]
fn a_file_for_a_colleague_opens_with_the_colleagues_age_key_and_with_no_other() {
    let (mac, _) = mac();
    let (colleague, stranger) = (x25519::Identity::generate(), x25519::Identity::generate());
    let protection = Protection::recipients(&colleague.to_public().to_string()).unwrap();
    let path = mac.data.join("for-a-colleague.age");
    save(&mac.collect(true), &protection, &path).unwrap();
    let file = fs::read(&path).unwrap();
    assert_eq!(opens(&file).unwrap(), Opens::Key);
    assert!(Archive::open(&file, &Opening::Keys(vec![colleague])).is_ok());
    let refused = Archive::open(&file, &Opening::Keys(vec![stranger]));
    assert!(matches!(refused, Err(Error::Backup(BackupError::KeyWrong))));
}

#[test]
fn only_the_public_half_of_an_age_key_is_taken_for_a_colleague() {
    use age::secrecy::ExposeSecret as _;
    let key = x25519::Identity::generate();
    let secret = key.to_string().expose_secret().to_owned();
    let refused = |text: &str| Protection::recipients(text).err().map(|error| error.to_string());
    let invalid = Some(BackupError::RecipientInvalid.to_string());
    assert_eq!(refused(&secret), Some(BackupError::RecipientSecret.to_string()));
    assert_eq!(refused(" , "), invalid);
    assert_eq!(refused("age1northwind"), invalid);
    assert_eq!(refused(&format!("{}\n{}", key.to_public(), key.to_public())), None);

    let file = Secret::new(format!("# created: 2026-11-21\n{secret}\n").into_bytes());
    assert!(Opening::keys(&file).is_ok());
    let empty = Secret::new(b"age1".to_vec());
    assert!(matches!(Opening::keys(&empty), Err(Error::Backup(BackupError::NoSecretKey))));
}

#[test]
fn a_wrong_passphrase_a_cut_a_changed_byte_and_another_file_each_have_their_own_answer() {
    let (mac, _) = mac();
    let path = mac.data.join("backup.age");
    let protection = Protection::passphrase(passphrase("correct horse battery")).unwrap();
    save(&mac.collect(true), &protection, &path).unwrap();
    let file = fs::read(&path).unwrap();
    let open = |file: &[u8], text: &str| {
        Archive::open(file, &Opening::Passphrase(passphrase(text))).err().unwrap().to_string()
    };
    let right = "correct horse battery";
    assert_eq!(open(&file, "correct horse batterx"), BackupError::PassphraseWrong.to_string());
    assert_eq!(open(&file[..file.len() - 1], right), BackupError::Damaged.to_string());
    let mut changed = file.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(open(&changed, right), BackupError::Damaged.to_string());
    assert_eq!(open(&file[..40], right), BackupError::NotBackup.to_string());
    assert_eq!(open(b"", right), BackupError::NotBackup.to_string());
    assert_eq!(open(b"-----BEGIN PRIVATE KEY-----", right), BackupError::NotBackup.to_string());
}

#[test]
fn a_file_of_a_newer_version_and_one_with_something_else_in_it_are_refused() {
    let (mac, _) = mac();
    let archive = mac.collect(true);
    let tar = archive.to_tar().unwrap();
    let text = |from: &str, to: &str| {
        let mut bytes = tar.expose().clone();
        let at = bytes.windows(from.len()).position(|part| part == from.as_bytes()).unwrap();
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        Archive::from_tar(&Secret::new(bytes)).err().map(|error| error.to_string())
    };
    let newer = BackupError::Newer.to_string();
    assert_eq!(text("\"schemaVersion\": 1", "\"schemaVersion\": 2"), Some(newer.clone()));
    let schema = <Connection as crate::files::documents::Document>::SCHEMA;
    // The line break gives way, for the file keeps its length.
    let schema = format!("\"schemaVersion\": {schema},\n");
    assert_eq!(text(&schema, "\"schemaVersion\": 99,"), Some(newer));

    // A path that leads elsewhere never becomes a file: nothing is extracted, and it is refused.
    let mut header = tar::Header::new_ustar();
    header.set_size(1);
    header.set_mode(0o600);
    let mut builder = tar::Builder::new(Vec::new());
    builder.append_data(&mut header, "keys/key-1.pem", &b"x"[..]).unwrap();
    let other = Secret::new(builder.into_inner().unwrap());
    assert!(matches!(Archive::from_tar(&other), Err(Error::Backup(BackupError::NotBackup))));
}

#[test]
fn an_archive_that_was_changed_anywhere_is_read_or_refused_and_nothing_else() {
    let (mac, _) = mac();
    let tar = mac.collect(true).to_tar().unwrap();
    if let Some(folder) = std::env::var_os("CERTDESK_WRITE_SEEDS") {
        fs::write(Path::new(&folder).join("everything.tar"), tar.expose()).unwrap();
        let without = mac.collect(false).to_tar().unwrap();
        fs::write(Path::new(&folder).join("no-keys.tar"), without.expose()).unwrap();
    }
    for at in (0..tar.expose().len()).step_by(13) {
        let mut changed = tar.expose().clone();
        changed[at] ^= 0x11;
        if let Ok(archive) = Archive::from_tar(&Secret::new(changed)) {
            let _ = archive.prove();
        }
        let cut = tar.expose()[..at].to_vec();
        let _ = Archive::from_tar(&Secret::new(cut));
    }
}

#[test]
fn nothing_in_the_file_or_the_data_folder_holds_a_key_in_clear() {
    let (mac, connection) = mac();
    let path = mac.data.join("backup.age");
    let protection = Protection::passphrase(passphrase("correct horse battery")).unwrap();
    let archive = mac.collect(true);
    save(&archive, &protection, &path).unwrap();
    let other = Laptop::new(VaultPlace::SecretService);
    other.restore(&archive, &going).unwrap();
    let key = mac.vault.get(&connection.credentials[0].key).unwrap();
    let pem = PrivateKey::from_pkcs8_der(key.expose()).unwrap().to_pem();
    let line = pem.lines().nth(1).unwrap();
    for root in [&mac.data, &other.data] {
        for file in files(root) {
            let content = fs::read(&file).unwrap();
            let has = |secret: &[u8]| content.windows(secret.len()).any(|part| part == secret);
            assert!(!has(&key.expose()[..40]) && !has(line.as_bytes()), "{}", file.display());
            assert!(!has(b"the bank's own value"), "{}", file.display());
        }
    }
}

fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn a_file_is_never_replaced_and_a_full_or_missing_folder_leaves_nothing() {
    let (mac, _) = mac();
    let path = mac.data.join("backup.age");
    let (_, colleague) = (0, x25519::Identity::generate().to_public().to_string());
    let protection = Protection::recipients(&colleague).unwrap();
    fs::write(&path, "an older backup").unwrap();
    let archive = mac.collect(true);
    let refused = save(&archive, &protection, &path);
    assert!(matches!(refused, Err(Error::File(FileError::Exists { .. }))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "an older backup");
    let gone = mac.data.join("gone").join("backup.age");
    assert!(save(&archive, &protection, &gone).is_err());
    #[cfg(target_os = "linux")]
    {
        let full = save(&archive, &protection, Path::new("/dev/full"));
        assert!(full.is_err());
    }
}

#[test]
fn a_connection_that_went_on_here_is_not_set_back() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let change = |connection: &mut Connection| {
        connection.change(Change::ClientId { text: "a".repeat(64) }, LATER)
    };
    mac.store.update(&connection.id, change).unwrap();
    assert_eq!(mac.relations(&archive)[0], Relation::NewerHere);

    let newer = mac.collect(true);
    let other = Laptop::new(VaultPlace::SecretService);
    other.restore(&archive, &going).unwrap();
    assert_eq!(other.relations(&newer)[0], Relation::NewerInBackup);
}

#[test]
fn of_two_that_went_different_ways_the_one_here_is_kept_among_the_removed() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let other = Laptop::new(VaultPlace::SecretService);
    other.restore(&archive, &going).unwrap();
    let set = |letter: &str| Change::ClientId { text: letter.repeat(64) };
    mac.store.update(&connection.id, |c| c.change(set("a"), LATER)).unwrap();
    other.store.update(&connection.id, |c| c.change(set("b"), LATER)).unwrap();
    let newer = mac.collect(true);
    assert_eq!(other.relations(&newer)[0], Relation::Differs);

    other.restore(&newer, &going).unwrap();
    let (here, kept) = (other.store.read(&connection.id).unwrap(), other.removed.list().unwrap());
    assert_eq!(here.integration.client_id.unwrap().to_string(), "a".repeat(64));
    let kept = &kept.documents[0].connection;
    assert_eq!(kept.integration.client_id.as_ref().unwrap().to_string(), "b".repeat(64));
    // Both have the same key: what goes with the one is still the other's.
    let id = &other.removed.list().unwrap().documents[0].id;
    let (delete, pending) =
        (|kept: &VaultEntry| other.vault.delete(&kept.entry), |_: &EntryName| Ok(()));
    other.removed.delete(&other.store, id, &delete, &pending).unwrap();
    assert!(other.vault.get(&connection.credentials[0].key).is_ok());
}

#[test]
fn a_document_here_that_cannot_be_read_stays_as_it_is() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let path = mac.store.path(&connection.id);
    fs::write(&path, "{\"schemaVersion\":99}").unwrap();
    assert_eq!(mac.relations(&archive)[0], Relation::Unreadable);
    let collected =
        mac.with(|computer| collect(computer, &Chosen::Everything, true, "0.1.0", NOW)).unwrap();
    assert_eq!(collected.unreadable.len(), 1);
    let restored = mac.restore(&archive, &going).unwrap();
    assert!(!restored.written.iter().any(|written| written.id == connection.id.as_str()));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\"schemaVersion\":99}");
}

#[test]
fn a_damaged_document_is_restored_with_its_keys_and_stays_beside_the_new_one() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let path = mac.store.path(&connection.id);
    let half = fs::read(&path).unwrap()[..200].to_vec();
    fs::write(&path, &half).unwrap();
    mac.vault.delete(&connection.credentials[0].key).unwrap();
    assert_eq!(mac.relations(&archive)[0], Relation::Damaged);
    let restored = mac.restore(&archive, &going).unwrap();
    assert!(restored.written.iter().any(|written| written.id == connection.id.as_str()));
    assert!(restored.without_keys.is_empty(), "{:?}", restored.without_keys);
    assert_eq!(mac.store.read(&connection.id).unwrap().name, connection.name);
    let aside = format!("{}.damaged", path.display());
    assert_eq!(fs::read(aside).unwrap(), half);
    assert!(mac.store.list().unwrap().unreadable.is_empty());
}

#[test]
fn the_keys_of_a_damaged_document_stay_in_the_vault_that_has_them() {
    let (mut mac, connection) = mac();
    let bank = mac.banks.list().unwrap().documents.remove(0);
    let archive = mac.collect(false);
    let folder = mac.data.join("keys");
    mac.key_files = Some(Arc::new(Keychain(VaultPlace::KeyFiles, folder.clone())));
    fs::write(mac.store.path(&connection.id), "{").unwrap();
    fs::write(mac.banks.path(bank.file_stem()), "{").unwrap();
    let restored = mac.restore(&archive, &going).unwrap();
    assert!(restored.without_keys.is_empty(), "{:?}", restored.without_keys);
    let [credential] = &mac.store.read(&connection.id).unwrap().credentials[..] else { panic!() };
    assert_eq!(credential.vault, VaultPlace::MacosKeychain);
    let kept = mac.banks.list().unwrap().documents.remove(0).secrets;
    let kept = kept.into_iter().find_map(|secret| secret.kept).unwrap();
    assert_eq!(kept.place, VaultPlace::MacosKeychain);
    assert!(!folder.exists(), "nothing is stored twice");
}

#[test]
fn a_document_that_the_system_cannot_read_keeps_no_other_from_being_restored() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let other = Laptop::new(VaultPlace::SecretService);
    let path = other.store.path(&connection.id);
    fs::create_dir_all(&path).unwrap();
    assert_eq!(other.relations(&archive)[0], Relation::Unreadable);
    let restored = other.restore(&archive, &going).unwrap();
    assert_eq!(restored.written.len(), archive.items.len() - 1);
    assert!(path.is_dir());
}

#[test]
fn a_restore_ends_although_a_document_of_something_else_cannot_be_read() {
    let (mac, connection) = mac();
    let archive = mac.collect(true);
    let other = Laptop::new(VaultPlace::SecretService);
    let foreign = other.store.path(&ConnectionId::try_from("0".repeat(32)).unwrap());
    fs::create_dir_all(foreign.parent().unwrap()).unwrap();
    fs::write(&foreign, "{").unwrap();
    other.restore(&archive, &going).unwrap();
    assert!(other.store.read(&connection.id).is_ok());
    assert!(unfinished(&other.restores).unwrap().is_none());
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "{");
}

#[test]
fn a_keychain_that_has_another_secret_under_the_same_name_keeps_it() {
    let (mac, connection) = mac();
    let other = Laptop::new(VaultPlace::SecretService);
    let entry = &connection.credentials[0].key;
    other.vault.put(entry, &Secret::new(b"somebody else's".to_vec())).unwrap();
    let refused = other.restore(&mac.collect(true), &going);
    assert!(matches!(refused, Err(Error::Backup(BackupError::EntryTaken))));
    assert_eq!(other.vault.get(entry).unwrap().expose(), b"somebody else's");
    assert!(other.store.list().unwrap().connections.is_empty());
}

#[test]
fn a_key_that_is_not_the_one_of_its_certificate_stops_the_backup() {
    let (mac, connection) = mac();
    let other = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    mac.vault.put(&connection.credentials[0].key, other.expose_pkcs8_der()).unwrap();
    let protection = Protection::passphrase(passphrase("correct horse battery")).unwrap();
    let path = mac.data.join("backup.age");
    let refused = save(&mac.collect(true), &protection, &path);
    let named = |name: &str| name == "Northwind Traders";
    assert!(
        matches!(&refused, Err(Error::Backup(BackupError::KeyUnusable { name })) if named(name))
    );
    assert!(!path.exists());
}

#[test]
fn a_rotation_under_way_moves_along_and_goes_on_only_on_the_users_word() {
    let (mac, connection) = mac();
    let started = mac.store.update(&connection.id, |connection| {
        connection.credentials[0].state = crate::connection::CredentialState::Current;
        let target = Target::named("alumio").unwrap();
        connection.change(Change::Target { target }, NOW)?;
        connection.change(Change::ClientId { text: "a".repeat(64) }, NOW)
    });
    let plan = RotationPlan::for_connection(&started.unwrap().0, Reason::Renewal).unwrap();
    rotation::start(&mac.store, &connection.id, plan, NOW).unwrap();
    let other = Laptop::new(VaultPlace::SecretService);
    other.restore(&mac.collect(true), &going).unwrap();
    let refused = rotation::hand_over(&other.store, &connection.id, LATER);
    let elsewhere = crate::error::RotationError::MayRunElsewhere;
    assert_eq!(refused.unwrap_err().to_string(), elsewhere.to_string());
    rotation::go_on_here(&other.store, &connection.id).unwrap();
    let refused = rotation::hand_over(&other.store, &connection.id, LATER);
    let not_there = crate::error::RotationError::NotThere;
    assert_eq!(refused.unwrap_err().to_string(), not_there.to_string());
}

#[test]
fn a_file_for_a_colleague_has_the_chosen_connections_and_nothing_else() {
    let (mac, _) = mac();
    let chosen = mac.connection("Blue Harbor");
    let chosen = Chosen::Connections(vec![chosen.id]);
    let collected = mac.with(|computer| collect(computer, &chosen, true, "0.1.0", NOW)).unwrap();
    let names: Vec<_> = collected.archive.items.iter().map(Item::name).collect();
    assert_eq!(names, ["Blue Harbor"]);
    assert_eq!(collected.archive.manifest.purpose, Purpose::HandOver);
    assert_eq!(collected.archive.keys(), 1);
    let nothing = Chosen::Connections(Vec::new());
    let empty = mac.with(|computer| collect(computer, &nothing, true, "0.1.0", NOW));
    assert!(matches!(empty, Err(Error::Backup(BackupError::Empty))));
}

#[test]
fn a_plan_that_moves_integrations_off_tba_travels_with_the_rest() {
    let (mac, _) = mac();
    let plan = mac.tba_plan();
    let archive = mac.collect(true);
    let windows = Laptop::new(VaultPlace::WindowsCredentialManager);
    assert_eq!(windows.relations(&archive), [Relation::New; 4]);
    windows.restore(&archive, &going).unwrap();
    assert_eq!(windows.tba_plans.read("4718203").unwrap(), plan);
    let changed = windows.tba_plans.update("4718203", |plan| {
        plan.changed_at += time::Duration::HOUR;
        Ok(())
    });
    changed.unwrap();
    assert_eq!(windows.relations(&archive).last(), Some(&Relation::NewerHere));
}
