#!/bin/bash
# package.sh [BUNDLE...]
#
# The packages of this system, or only the bundles named, in target/release/bundle. On a Mac the app is universal, and
# lies in target/universal-apple-darwin/release/bundle. CERTDESK_TAURI_CONFIG names a file that is merged into the
# configuration; the release workflow passes what signing needs in it.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh
. tests/support/tauri-cli.sh

# Secrets that a workflow doesn't have come as empty variables; the bundler would try to sign with them.
for name in APPLE_CERTIFICATE APPLE_CERTIFICATE_PASSWORD APPLE_SIGNING_IDENTITY APPLE_ID APPLE_PASSWORD APPLE_TEAM_ID \
  TAURI_SIGNING_RPM_KEY TAURI_SIGNING_RPM_KEY_PASSPHRASE; do
  [ -n "${!name:-}" ] || unset "$name"
done

options=()
folder=target/release/bundle
case "$(uname -s)" in
  # An AppImage needs tools that are downloaded while it is made, so only the release workflow names it.
  Linux) bundles=(deb rpm) ;;
  Darwin)
    bundles=(app dmg)
    rustup target add aarch64-apple-darwin x86_64-apple-darwin
    options+=(--target universal-apple-darwin)
    folder=target/universal-apple-darwin/release/bundle
    # Without a certificate the app is signed ad hoc: macOS calls a bundle with no signature at all damaged.
    export APPLE_SIGNING_IDENTITY="${APPLE_SIGNING_IDENTITY:--}"
    ;;
  *) bundles=(nsis msi) ;;
esac
[ $# = 0 ] || bundles=("$@")
[ -z "${CERTDESK_TAURI_CONFIG:-}" ] || options+=(--config "$CERTDESK_TAURI_CONFIG")

# Packages of earlier versions would be taken for this one's.
rm -rf "$folder"
tauri build --ci --bundles "$(IFS=,; echo "${bundles[*]}")" "${options[@]}" -- --locked

for package in "$folder"/deb/*.deb; do
  [ -e "$package" ] || continue
  tests/support/finish-deb.sh "$package"
done
find "$folder" -maxdepth 2 -type f -size +100k -exec ls -l {} +
