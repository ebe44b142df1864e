//! Lists the files of `kits/` and `samples/`, so that a new target or a new language is new files and nothing else.

use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let kits = list(&here.join("kits"), |kit| vec![kit.to_owned()])?;
    fs::write(out.join("kits.rs"), kits)?;
    let without_m2m = list(&here.join("kits/without-m2m"), |facts| vec![facts.to_owned()])?;
    fs::write(out.join("without-m2m.rs"), without_m2m)?;
    let samples =
        list(&here.join("samples"), |facts| vec![facts.to_owned(), facts.with_extension("txt")])?;
    fs::write(out.join("samples.rs"), samples)
}

/// The name of each JSON file of a folder, and the texts of the files that belong to it.
fn list(folder: &Path, files_of: impl Fn(&Path) -> Vec<PathBuf>) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
    found.sort();
    let mut list = String::from("[\n");
    for path in found {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let _ = write!(list, "    ({name:?}");
        for file in files_of(&path) {
            let file = file.display().to_string();
            let _ = write!(list, ", include_str!({file:?})");
        }
        list.push_str("),\n");
    }
    list.push_str("]\n");
    Ok(list)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
