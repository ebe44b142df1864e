#!/bin/sh
# install.sh build|test|package|package-check|appimage|bench|windows|macos
#
# Installs through apt what a Debian or Ubuntu machine still lacks for building Certdesk, for testing it, for bundling it,
# or for building it for another system, and nothing else: no recommended packages, no service, no display. Asks dpkg and
# the path first, so that a run with nothing to do neither calls apt nor needs sudo. On Windows and macOS there is nothing
# to install.
set -eu
# shellcheck source=tests/support/target.sh
. "$(dirname "$0")/target.sh"

case "$(uname -s)" in
  Linux) ;;
  *)
    echo "Nothing to install here: the system brings the web view. Only Rust is needed."
    exit 0
    ;;
esac

missing=""

# needs COMMAND PACKAGE: the command counts, wherever it came from.
needs() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }

# needs_package PACKAGE: for what has no command of its own.
needs_package() {
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $1"
}

for_building() {
  needs cc build-essential
  needs git git
  needs_package libwebkit2gtk-4.1-dev
}

for_testing() {
  # The real window, and a person's hands in it.
  needs WebKitWebDriver webkit2gtk-driver
  needs Xvfb xvfb
  needs xdotool xdotool
  needs import imagemagick
  # A real Secret Service in a session of its own; the prompter asks for its password.
  needs dbus-daemon dbus-daemon
  needs dbus-send dbus-bin
  needs gnome-keyring-daemon gnome-keyring
  needs secret-tool libsecret-tools
  needs_package gcr
  # A real notification program, for reminders.
  needs dunst dunst
  # A memory stick: a volume without access rights.
  needs_package exfat-fuse
  needs_package exfatprogs
  # The judges: programs that know nothing of Certdesk.
  needs openssl openssl
  needs age age
  needs javac default-jdk-headless
  needs node nodejs
  needs npm npm
  needs python3 python3
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
  # Languages that run the sample code; keytool, another judge, comes with Java.
  needs curl curl
  needs jq jq
  needs go golang-go
  needs php php-cli
  needs_package php-curl
  needs_package php-phpseclib3
  # Without a window of its own the browser opens a page twice as fast.
  if ! command -v chromium >/dev/null 2>&1 || apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    needs chromium-headless-shell chromium-headless-shell
  fi
  # Reads the scripts of this tree.
  needs shellcheck shellcheck
}

for_packaging() {
  needs node nodejs
  needs npm npm
}

for_package_checks() {
  needs rpm rpm
  needs desktop-file-validate desktop-file-utils
  needs dbus-daemon dbus-daemon
  needs dbus-send dbus-bin
  needs gnome-keyring-daemon gnome-keyring
}

# What linuxdeploy, which Tauri downloads for an AppImage, expects on the machine.
for_appimages() {
  needs file file
  needs patchelf patchelf
  needs xdg-open xdg-utils
  needs desktop-file-validate desktop-file-utils
  needs_package librsvg2-dev
}

for_benches() {
  # OpenSSL 3.6 is built from source to be measured against; its scripts are Perl.
  perl -MIPC::Cmd -MFindBin -MTime::Piece -e 1 2>/dev/null || missing="$missing perl"
}

# for_target TARGET: Rust's std for it, from rustup where that can be reached, else built from Debian's sources.
for_target() {
  needs cc build-essential
  needs git git
  has_std "$1" || has_std_sources || timeout 300 rustup target add "$1" ||
    missing="$missing rustc-web cargo-web rust-web-src"
}

for_windows() {
  for_target x86_64-pc-windows-gnu
  needs x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
  [ -x /usr/lib/wine/wine64 ] || needs wine64 wine64
  needs jq jq
}

case "${1:-}" in
  build) for_building ;;
  test) for_building; for_testing ;;
  package) for_building; for_packaging ;;
  package-check) for_building; for_packaging; for_package_checks ;;
  appimage) for_building; for_packaging; for_appimages ;;
  bench) for_building; for_testing; for_packaging; for_benches ;;
  windows) for_windows ;;
  macos) for_target aarch64-apple-darwin ;;
  *) echo "usage: install.sh build|test|package|package-check|appimage|bench|windows|macos" >&2; exit 64 ;;
esac

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Still missing, by their Debian names:$missing" >&2
    echo "This system has no apt; please install their equivalents." >&2
    exit 69
  fi
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  echo "Installing:$missing"
  $as_root apt-get update -qq
  # Not every distribution packages it apart.
  if ! apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    missing=$(echo "$missing" | sed 's/chromium-headless-shell/chromium/')
  fi
  # shellcheck disable=SC2086 # a list of package names
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

if ! command -v cargo >/dev/null 2>&1; then
  echo "Rust is missing. Install it with rustup (https://rustup.rs), then run this again." >&2
  exit 69
fi
