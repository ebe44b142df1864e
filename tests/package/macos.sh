#!/bin/bash
# macos.sh build|check
#
# The disk image of the release workflow: built, signed and notarized as far as its secrets are configured; then copied
# to /Applications as a person would, checked, started without a window, and removed. For a hosted runner: it uses the
# user's own keychain and home folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/package/count.sh

app=/Applications/Certdesk.app
data="$HOME/Library/Application Support/app.certdesk"

build() {
  tests/support/package.sh app dmg
  if [ -z "${APPLE_CERTIFICATE:-}" ]; then
    summarize "macOS: not signed, APPLE_CERTIFICATE isn't configured. Gatekeeper asks before the first start."
  elif [ -z "${APPLE_ID:-}" ]; then
    summarize "macOS: signed, not notarized: APPLE_ID isn't configured. Gatekeeper asks before the first start."
  else
    summarize "macOS: signed and notarized."
  fi
}

mounted() {
  local image
  image=$(one target/universal-apple-darwin/release/bundle/dmg/*.dmg)
  # The image shows its license first, and asks.
  echo Y | PAGER="cat" hdiutil attach "$image" -nobrowse -mountpoint "$volume" >/dev/null
}

architectures() { [ "$(lipo -archs "$app/Contents/MacOS/certdesk" | tr ' ' '\n' | sort | xargs)" = "arm64 x86_64" ]; }
scheme() { plutil -extract CFBundleURLTypes.0.CFBundleURLSchemes.0 raw "$app/Contents/Info.plist" | grep -qx certdesk; }
hardened() { codesign --display --verbose=4 "$app" 2>&1 | grep -q 'flags=.*runtime'; }

installed_and_checked() {
  volume=$(mktemp -d)
  check "the disk image opens" mounted
  mkdir -p "$data/connections"
  echo kept >"$data/connections/kept.json"
  check "the app is copied to /Applications" ditto "$volume/Certdesk.app" "$app"
  hdiutil detach "$volume" >/dev/null
  check "it runs on both kinds of processors" architectures
  check "it registers certdesk://" scheme
  check "its signature is whole" codesign --verify --deep --strict "$app"
  check "it has the hardened runtime" hardened
  check "certdesk --check finds everything in order" "$app/Contents/MacOS/certdesk" --check
  rm -rf "$app"
  check "the data is still there after removal" grep -qx kept "$data/connections/kept.json"
  total
}

case "${1:-}" in
  build) build ;;
  check) installed_and_checked ;;
  *) echo "usage: macos.sh build|check" >&2; exit 64 ;;
esac
