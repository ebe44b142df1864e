# To be sourced by check.sh: what it does with a package.
# shellcheck shell=bash
# shellcheck disable=SC2154 # check.sh sets $scratch and $version

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
megabytes() { stat --format %s "$1" | awk '{ printf "%.2f MB", $1 / 1e6 }'; }
said() { grep -q -- "$1" "$2" || { cat "$2"; return 1; }; }
silent() { ! grep -- "$1" "$2"; }

# ---- dpkg ------------------------------------------------------------------------------------------------------------

prepare_dpkg() {
  mkdir -p "$1"/var/lib/dpkg/{info,updates,triggers}
  touch "$1"/var/lib/dpkg/{status,available}
}

# Chrootless: the scripts run with the tools of this machine, and $DPKG_ROOT says where the package is.
dpkg_in() {
  local root=$1
  shift
  "${as_root[@]}" dpkg --root="$root" --force-script-chrootless --force-depends --log=/dev/null "$@" \
    >"$scratch/transaction" 2>&1 || { cat "$scratch/transaction"; return 1; }
}

dpkg_version() { dpkg-query --admindir="$1/var/lib/dpkg" --show --showformat '${Version}' certdesk; }

# repack_deb PACKAGE VERSION RESULT: the same content as a later version.
repack_deb() {
  dpkg-deb --raw-extract "$1" "$scratch/repacked"
  sed -i "s/^Version: .*/Version: $2/" "$scratch/repacked/DEBIAN/control"
  dpkg-deb --root-owner-group -Zgzip -z1 --build "$scratch/repacked" "$3" >/dev/null
}

# ---- rpm -------------------------------------------------------------------------------------------------------------

# rpm changes its root, so the scripts need a shell and two programs in there.
prepare_rpm() {
  local program library
  mkdir -p "$1/dev"
  touch "$1/dev/null"
  for program in /bin/sh /bin/cat /bin/rmdir; do
    install -D "$(readlink -f "$program")" "$1$program"
    # shellcheck disable=SC2013 # paths of libraries have no spaces
    for library in $(ldd "$program" | grep -o '/[^ ]*'); do
      install -D "$(readlink -f "$library")" "$1$library"
    done
  done
  (cd "$1" && find . -type f | sort) >"$scratch/shell-of-rpm"
}

rpm_in() {
  local root=$1
  shift
  "${as_root[@]}" rpm --root "$root" --dbpath /var/lib/rpm --nodeps "$@" \
    >"$scratch/transaction" 2>&1 || { cat "$scratch/transaction"; return 1; }
  silent "scriptlet failed" "$scratch/transaction"
}

rpm_version() { "${as_root[@]}" rpm --root "$1" --dbpath /var/lib/rpm --query --queryformat '%{VERSION}' certdesk; }
rpm_requires() { rpm --query --package --requires "$1" | grep -q "^$2"; }

# bundle_rpm VERSION RESULT: the same program, bundled once more as a later version.
bundle_rpm() {
  local configuration="{\"version\":\"$1\"}"
  tauri bundle --ci --bundles rpm --config "$configuration" >"$scratch/bundle-log" 2>&1 \
    || { cat "$scratch/bundle-log"; return 1; }
  mv target/release/bundle/rpm/Certdesk-"$1"-*.rpm "$2"
  rm -rf target/release/bundle/rpm/Certdesk-"$1"-*
}

# ---- What is installed -----------------------------------------------------------------------------------------------

# inspect ROOT LICENSE-FILE
inspect() {
  local root=$1 entry=$1/usr/share/applications/Certdesk.desktop size
  check "its desktop file is valid" desktop-file-validate "$entry"
  check "its desktop file registers certdesk://" grep -qx 'MimeType=x-scheme-handler/certdesk;' "$entry"
  check "its desktop file passes the address on" grep -qx 'Exec=certdesk %u' "$entry"
  for size in 32 64 128 256; do
    check "its icon of $size pixels is there" icon_of "$root" "$size"
  done
  check "it ships its license" grep -q "The MIT licen[cs]e" "$root/$2"
  check "its program is executable and nobody else's to change" \
    test "$(stat --format '%a %U' "$root/usr/bin/certdesk")" = "755 root"
}

# The size stands in a PNG's bytes 16 to 24.
icon_of() {
  local file
  for file in "$1/usr/share/icons/hicolor/$2x$2"*/apps/certdesk.png "$1/usr/share/icons/hicolor/$(($2 / 2))x$(($2 / 2))@2/apps/certdesk.png"; do
    [ -f "$file" ] || continue
    [ "$(od -An -tu4 --endian=big -j16 -N8 "$file" | tr -s ' ')" = " $2 $2" ] && return 0
  done
  return 1
}

# report ROOT HOME
report() {
  tests/support/with-secret-service.sh env HOME="$2" XDG_DATA_HOME="$2/.local/share" \
    XDG_DATA_DIRS="$1/usr/share:/usr/local/share:/usr/share" PATH="$1/usr/bin:$PATH" \
    timeout 60 "$1/usr/bin/certdesk" --check >"$scratch/report" || { cat "$scratch/report"; return 1; }
}

# start ROOT: as a person's desktop would, in a home of its own and with a keyring of its own. The desktop's database of
# schemes is what dpkg's and rpm's triggers keep up to date on a real machine.
start() {
  local root=$1 home=$1/home/person
  "${as_root[@]}" update-desktop-database "$root/usr/share/applications"
  check "certdesk --check finds everything in order" report "$root" "$home"
  check "certdesk:// opens it" grep -q '^ok .*certdesk://' "$scratch/report"
  "${as_root[@]}" rm -f "$root/usr/share/applications/mimeinfo.cache"
}

# ---- Data ------------------------------------------------------------------------------------------------------------

with_data() {
  local folder=$1/home/person/.local/share/app.certdesk
  mkdir -p "$folder/connections"
  echo '{"schemaVersion":9999,"note":"a document of a newer version is never touched"}' >"$folder/connections/kept.json"
  (cd "$folder" && sha256sum connections/kept.json) >"$scratch/data-sum"
}

data_unchanged() { (cd "$1/home/person/.local/share/app.certdesk" && sha256sum --check --quiet "$scratch/data-sum"); }

# Everything but home folders, the database of the package manager, and the shell that rpm needed.
nothing_left() {
  local left
  left=$(find "$1" \( -path "$1/home" -o -path "$1/var/lib/dpkg" -o -path "$1/var/lib/rpm" \) -prune -o ! -type d -print |
    sed "s|^$1|.|" | sort | grep --invert-match --line-regexp --fixed-strings --file "$scratch/shell-of-rpm" -- || true)
  [ -z "$left" ] || { echo "$left"; return 1; }
  [ ! -d "$1/usr/share/doc/certdesk" ] && [ ! -d "$1/usr/share/licenses/certdesk" ]
}
