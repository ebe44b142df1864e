//! Lists the files of `kits/`, so that a new target is one new file and nothing else.

use std::path::PathBuf;
use std::{env, fmt::Write as _, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("kits");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut kits = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            kits.push(path);
        }
    }
    kits.sort();
    let mut list = String::from("[\n");
    for path in kits {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let path = path.display().to_string();
        let _ = writeln!(list, "    ({name:?}, include_str!({path:?})),");
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(variable("OUT_DIR")?).join("kits.rs"), list)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
