//! Two processes work on one document at the same time: nothing is lost, nothing is torn.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use certdesk_core::Error;
use certdesk_core::error::ConnectionError;
use certdesk_core::files::documents::{Document, Documents};
use serde::{Deserialize, Serialize};

/// Its members agree with each other, so that a torn one shows.
#[derive(Debug, Deserialize, Serialize)]
struct Counter {
    id: String,
    count: u64,
    copies: Vec<u64>,
}

impl Counter {
    fn new() -> Self {
        Self { id: STEM.to_owned(), count: 0, copies: vec![0; COPIES] }
    }

    fn count_on(&mut self) {
        self.count += 1;
        self.copies = vec![self.count; COPIES];
    }

    fn is_whole(&self) -> bool {
        self.copies.len() == COPIES && self.copies.iter().all(|copy| *copy == self.count)
    }
}

impl Document for Counter {
    const KIND: &'static str = "counter";
    const SCHEMA: u32 = 1;

    fn file_stem(&self) -> &str {
        &self.id
    }

    fn unknown() -> Error {
        Error::Connection(ConnectionError::Unknown)
    }
}

#[test]
fn a_reader_and_a_writer_of_one_document_lose_nothing_and_see_nothing_torn() {
    let folder = tempfile::tempdir().unwrap();
    let documents = documents(folder.path());
    documents.create(&Counter::new()).unwrap();
    let [mut writer, mut reader] = [WRITER, READER].map(|name| process(name, folder.path()));
    let (writer, reader) = (writer.wait().unwrap(), reader.wait().unwrap());
    assert!(writer.success() && reader.success(), "writer: {writer}, reader: {reader}");
    let counter = documents.read(STEM).unwrap();
    assert!(counter.is_whole());
    assert_eq!(counter.count, ROUNDS + ROUNDS / READER_WRITES, "every write is there");
    let left: Vec<_> = folder.path().read_dir().unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only the document and its lock: {left:?}");
}

/// The second process of the test above.
#[test]
#[ignore = "started by another test"]
fn writer() {
    let documents = documents(&env::var_os(FOLDER).map(PathBuf::from).unwrap());
    for _ in 0..ROUNDS {
        write(&documents);
    }
}

/// The third. It writes now and then, too, so that a lost update shows.
#[test]
#[ignore = "started by another test"]
fn reader() {
    let documents = documents(&env::var_os(FOLDER).map(PathBuf::from).unwrap());
    let mut last = 0;
    for round in 0..ROUNDS {
        let counter = documents.read(STEM).unwrap();
        assert!(counter.is_whole(), "torn: {counter:?}");
        assert!(counter.count >= last, "{} after {last}", counter.count);
        last = counter.count;
        if round % READER_WRITES == 0 {
            write(&documents);
        }
    }
}

fn write(documents: &Documents<Counter>) {
    let change = |counter: &mut Counter| {
        counter.count_on();
        Ok(())
    };
    documents.update(STEM, change).unwrap();
}

fn documents(folder: &Path) -> Documents<Counter> {
    Documents::new(folder)
}

fn process(test: &str, folder: &Path) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]).env(FOLDER, folder);
    // What it reports of itself would look like reports of this process.
    command.stdout(Stdio::null()).spawn().unwrap()
}

const STEM: &str = "counter";
const WRITER: &str = "two_processes::writer";
const READER: &str = "two_processes::reader";
const FOLDER: &str = "CERTDESK_TEST_FOLDER";
/// Of each process.
const ROUNDS: u64 = 10_000;
const READER_WRITES: u64 = 10;
/// More than one page of memory or one sector of a disk.
const COPIES: usize = 2_000;
