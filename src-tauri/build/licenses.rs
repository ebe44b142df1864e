//! Collects the licenses of everything that is linked into the program: the crates of this target, without those that
//! only build or test it. Writes `licenses.json.br` into `OUT_DIR`; `src/licenses.rs` reads it.
//!
//! `cargo tree` says which crates these are, because it resolves features as the build does; `cargo metadata` would add
//! what only the tests of this workspace need. The texts come from the crates' own packages, so nothing is downloaded.

use std::collections::HashMap;
use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A crate from a registry, as `cargo tree` names it.
struct Crate {
    name: String,
    version: String,
    license: String,
}

/// Each text once, in the order in which it was met.
#[derive(Default)]
struct Texts {
    known: HashMap<String, usize>,
    all: Vec<String>,
}

/// What the list depends on. The sources of a locked crate never change.
const INPUTS: [&str; 9] = [
    "build/licenses.rs",
    "../Cargo.lock",
    "../LICENSE",
    "Cargo.toml",
    "crates/certdesk-core/Cargo.toml",
    "crates/local-files/Cargo.toml",
    "crates/netsuite-client/Cargo.toml",
    "crates/netsuite-keys/Cargo.toml",
    "crates/netsuite-practice/Cargo.toml",
];

/// Writes the list, unless an earlier run has written it from the same inputs: the build script runs more often, for
/// other reasons.
pub(crate) fn write() -> Outcome<()> {
    for path in INPUTS {
        println!("cargo::rerun-if-changed={path}");
    }
    let path = PathBuf::from(variable("OUT_DIR")?).join("licenses.json.br");
    if is_newer(&path)? {
        return Ok(());
    }
    let mut texts = Texts::default();
    let mut packages = vec![ours(&mut texts)?, standard_library()?];
    let sources = registry_folders()?;
    for found in linked_crates()? {
        packages.push(describe(&found, &sources, &mut texts)?);
    }
    let list = serde_json::to_vec(&json!({ "packages": packages, "texts": texts.all }))?;
    // Whole or not at all: a file that is there is taken for finished.
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, compress(&list)?)?;
    Ok(fs::rename(unfinished, path)?)
}

fn is_newer(path: &Path) -> Outcome<bool> {
    let Ok(written) = fs::metadata(path).and_then(|found| found.modified()) else {
        return Ok(false);
    };
    for input in INPUTS {
        if fs::metadata(input)?.modified()? >= written {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Certdesk itself, with the file that the packages ship.
fn ours(texts: &mut Texts) -> Outcome<Value> {
    let text = texts.index(&fs::read_to_string("../LICENSE")?);
    Ok(json!({
        "name": "Certdesk",
        "version": env::var("CARGO_PKG_VERSION")?,
        "license": env::var("CARGO_PKG_LICENSE")?,
        "authors": ["The Certdesk authors"],
        "texts": [text],
    }))
}

/// Linked into every Rust program, and in no lock file. Toolchains ship no text that names its authors.
fn standard_library() -> Outcome<Value> {
    let output = Command::new(variable("RUSTC")?).arg("--version").output()?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(json!({
        "name": "Rust standard library",
        "version": told.split_whitespace().nth(1).ok_or("rustc does not tell its version")?,
        "license": "MIT OR Apache-2.0",
        "authors": ["The Rust Project Developers"],
        "texts": [],
    }))
}

/// The crates of this target, sorted by name and version. Our own are left out.
fn linked_crates() -> Outcome<Vec<Crate>> {
    let mut cargo = Command::new(variable("CARGO")?);
    cargo.args(["tree", "--locked", "--offline", "--package", "certdesk", "--prefix", "none"]);
    cargo.args(["--edges", "normal,no-proc-macro", "--no-dedupe", "--format", "{p}|{l}"]);
    let output = cargo.arg("--target").arg(variable("TARGET")?).output()?;
    if !output.status.success() {
        return Err(format!("cargo tree: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let mut lines: Vec<_> = str::from_utf8(&output.stdout)?.lines().collect();
    lines.sort_unstable();
    lines.dedup();
    let workspace = fs::canonicalize("..")?;
    let mut crates = Vec::new();
    for line in lines {
        let (package, license) = line.rsplit_once('|').ok_or("cargo tree writes another form")?;
        let (name, rest) = package.split_once(" v").ok_or("cargo tree writes another form")?;
        match rest.split_once(" (") {
            None => crates.push(Crate {
                name: name.to_owned(),
                version: rest.to_owned(),
                license: license.to_owned(),
            }),
            Some((_, path)) if is_ours(path.trim_end_matches(')'), &workspace) => {}
            Some(_) => return Err(format!("{package} comes from no registry").into()),
        }
    }
    Ok(crates)
}

fn is_ours(path: &str, workspace: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|path| path.starts_with(workspace))
}

fn describe(found: &Crate, sources: &[PathBuf], texts: &mut Texts) -> Outcome<Value> {
    let folder = format!("{}-{}", found.name, found.version);
    let folder = sources.iter().map(|source| source.join(&folder)).find(|path| path.is_dir());
    let folder = folder.ok_or_else(|| format!("the sources of {} are not unpacked", found.name))?;
    let manifest: toml::Table = fs::read_to_string(folder.join("Cargo.toml"))?.parse()?;
    let package = manifest.get("package").ok_or("a Cargo.toml has no package")?;
    let named = package.get("license-file").and_then(toml::Value::as_str);
    let mut files: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
    files.sort_unstable_by_key(fs::DirEntry::file_name);
    let mut numbers = Vec::new();
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        if file.path().is_file() && (is_license(&name) || named == Some(name.as_str())) {
            numbers.push(texts.index(&String::from_utf8_lossy(&fs::read(file.path())?)));
        }
    }
    numbers.dedup();
    // The old form "MIT/Apache-2.0" means OR.
    let parts: Vec<_> = found.license.split('/').map(str::trim).collect();
    let license = Some(parts.join(" OR ")).filter(|license| !license.is_empty());
    let authors = package.get("authors").and_then(toml::Value::as_array);
    let authors: Vec<_> = authors.into_iter().flatten().filter_map(toml::Value::as_str).collect();
    Ok(json!({
        "name": found.name,
        "version": found.version,
        "license": license,
        "authors": authors,
        "texts": numbers,
    }))
}

fn is_license(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let starts = ["license", "licence", "copying", "copyright", "notice", "unlicense"];
    !name.ends_with(".rs") && starts.iter().any(|start| name.starts_with(start))
}

impl Texts {
    /// The number of a text. Line ends and blanks at the ends of lines make no difference.
    fn index(&mut self, text: &str) -> usize {
        let lines: Vec<_> =
            text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
        let text = lines.join("\n").trim_matches('\n').to_owned();
        *self.known.entry(text).or_insert_with_key(|text| {
            self.all.push(text.clone());
            self.all.len() - 1
        })
    }
}

/// Where cargo unpacks the crates of each registry.
fn registry_folders() -> Outcome<Vec<PathBuf>> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir().ok_or("this user has no home folder")?.join(".cargo"),
    };
    let folders = fs::read_dir(home.join("registry").join("src"))?;
    folders.map(|folder| Ok(folder?.path())).collect()
}

/// The best that brotli can do; the texts repeat each other over long distances.
fn compress(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

fn variable(name: &str) -> Outcome<OsString> {
    Ok(env::var_os(name).ok_or_else(|| format!("cargo sets no {name}"))?)
}
