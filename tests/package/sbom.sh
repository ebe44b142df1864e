#!/bin/bash
# A CycloneDX bill of materials for each system, from Cargo.lock, in target/sbom. Needs cargo-cyclonedx.
set -euo pipefail
cd "$(dirname "$0")/../.."

rm -rf target/sbom
mkdir -p target/sbom
for target in x86_64-unknown-linux-gnu x86_64-pc-windows-msvc x86_64-apple-darwin aarch64-apple-darwin; do
  cargo cyclonedx --manifest-path src-tauri/Cargo.toml --format json --spec-version 1.5 --all \
    --target "$target" --no-build-deps --override-filename "certdesk-$target.cdx"
  mv "src-tauri/certdesk-$target.cdx.json" target/sbom/
  # One is written for every member of the workspace.
  find src-tauri tests -name "certdesk-$target.cdx.json" -not -path '*/node_modules/*' -delete
done
ls -l target/sbom
