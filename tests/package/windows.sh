#!/bin/bash
# windows.sh build|check
#
# The installers of the release workflow: built, and signed by Azure Artifact Signing if its secrets are configured; then
# installed, started, upgraded in place and removed. For a hosted runner: it writes to the user's own registry and home
# folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/package/count.sh

signing=0.12.0 # of artifact-signing-cli

build() {
  if [ -z "${AZURE_CLIENT_SECRET:-}" ]; then
    tests/support/package.sh nsis msi
    summarize "Windows: not signed, AZURE_CLIENT_SECRET isn't configured. SmartScreen warns before the first start."
    return
  fi
  cargo install --locked --version "$signing" artifact-signing-cli
  SIGNTOOL_PATH=$(find "/c/Program Files (x86)/Windows Kits/10/bin" -path '*/x64/signtool.exe' | sort -V | tail -n 1)
  SIGNTOOL_PATH=$(cygpath --windows "$SIGNTOOL_PATH")
  export SIGNTOOL_PATH
  # The account, the profile and the secrets are read from the environment, so the file holds none of them.
  local configuration
  configuration=$(mktemp --suffix=.json)
  printf '{"bundle":{"windows":{"signCommand":"artifact-signing-cli --endpoint %s --description Certdesk %%1"}}}' \
    "$AZURE_SIGNING_ENDPOINT" >"$configuration"
  CERTDESK_TAURI_CONFIG=$(cygpath --windows "$configuration") tests/support/package.sh nsis msi
  summarize "Windows: signed by Azure Artifact Signing."
}

# Git's bash would take options such as /S for paths.
plain() { MSYS2_ARG_CONV_EXCL='*' "$@"; }
value() { plain reg query "$1" /ve | tr -d '\r' | sed -n 's/^ *([^)]*) *REG_SZ *//p'; }
handler() { value "$1\\Software\\Classes\\certdesk\\shell\\open\\command" | grep -qi 'certdesk\.exe" "%1"'; }
no_handler() { ! plain reg query "$1\\Software\\Classes\\certdesk" >/dev/null 2>&1; }
msi() { plain msiexec "$1" "$(cygpath --windows "$package")" /qn /norestart; }

# The uninstaller starts a copy of itself and returns at once.
uninstalled() {
  local folder=$1 attempt
  plain "$folder/uninstall.exe" /S
  for attempt in $(seq 300); do
    [ -e "$folder" ] || return 0
    sleep 0.2
  done
  echo "after $attempt looks $folder is still there"
  return 1
}

installed_and_checked() {
  local folder package data
  data="$(cygpath --unix "$APPDATA")/app.certdesk"
  mkdir -p "$data/connections"
  echo kept >"$data/connections/kept.json"

  echo "== the installer for one person"
  package=$(one target/release/bundle/nsis/*.exe)
  folder="$(cygpath --unix "$LOCALAPPDATA")/Certdesk"
  check "it installs without an administrator" plain "$package" /S
  check "it registers certdesk://" handler HKCU
  check "certdesk --check finds everything in order" "$folder/certdesk.exe" --check
  check "the first screen comes up" \
    node tests/package/first-screen.mjs "$folder/certdesk.exe" "$EDGEWEBDRIVER/msedgedriver.exe"
  check "it installs over itself" plain "$package" /S
  check "it removes" uninstalled "$folder"
  check "certdesk:// is gone" no_handler HKCU
  check "the data is still there" grep -qx kept "$data/connections/kept.json"

  echo "== the installer for administrators"
  package=$(one target/release/bundle/msi/*.msi)
  folder="$(cygpath --unix "$PROGRAMFILES")/Certdesk"
  check "it installs" msi /i
  check "it registers certdesk://" handler HKLM
  check "certdesk --check finds everything in order" "$folder/certdesk.exe" --check
  check "it removes" msi /x
  check "the program is gone" test ! -e "$folder/certdesk.exe"
  check "certdesk:// is gone" no_handler HKLM
  check "the data is still there" grep -qx kept "$data/connections/kept.json"
  total
}

case "${1:-}" in
  build) build ;;
  check) installed_and_checked ;;
  *) echo "usage: windows.sh build|check" >&2; exit 64 ;;
esac
