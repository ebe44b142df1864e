#!/bin/bash
# Installs the .deb and the .rpm of target/release/bundle, each into a scratch root by a real dpkg or rpm transaction
# with its maintainer scripts, starts `certdesk --check` from there, upgrades to a higher version, removes, and looks at
# what is left. Nothing of this machine's own package database or home folder is touched. AppImage, NSIS, MSI and .dmg
# are built and checked by the release workflow alone: they need tools or systems that only its runners have.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/support/node-path.sh
. tests/support/tauri-cli.sh
. tests/package/count.sh
. tests/package/parts.sh

scratch=$(mktemp -d)
touch "$scratch/shell-of-rpm"
# dpkg and rpm write as root.
trap '"${as_root[@]}" rm -rf "$scratch"' EXIT

deb=$(one "$PWD"/target/release/bundle/deb/*.deb)
rpm=$(one "$PWD"/target/release/bundle/rpm/*.rpm)
version=$(dpkg-deb --field "$deb" Version)
# A semantic version, as the bundler wants it.
later=${version%.*}.$((${version##*.} + 1))

echo "== the .deb"
check "it has at most 8 MB ($(megabytes "$deb"))" test "$(stat --format %s "$deb")" -le 8000000
control=$(dpkg-deb --field "$deb")
for field in "Section: net" "Priority: optional" "Maintainer: Certdesk"; do
  check "its control file says $field" grep -qx "$field" <<<"$control"
done
for package in libc6 libgtk-3-0 libwebkit2gtk-4.1-0; do
  check "it depends on $package" grep -q "^Depends:.*$package" <<<"$control"
done

root=$scratch/deb
prepare_dpkg "$root"
with_data "$root"
check "it installs" dpkg_in "$root" --install "$deb"
check "its version is $version" test "$(dpkg_version "$root")" = "$version"
inspect "$root" usr/share/doc/certdesk/copyright
start "$root"

repack_deb "$deb" "$later" "$scratch/later.deb"
check "it upgrades in place" dpkg_in "$root" --install "$scratch/later.deb"
check "the upgrade says nothing of removal" silent "is removed" "$scratch/transaction"
check "its version is $later" test "$(dpkg_version "$root")" = "$later"
check "the data is as it was" data_unchanged "$root"
start "$root"

check "it removes" dpkg_in "$root" --remove certdesk
check "removal says where data stays" said "app.certdesk" "$scratch/transaction"
check "it purges" dpkg_in "$root" --purge certdesk
check "the purge says that data stays" said "isn't purged" "$scratch/transaction"
check "nothing is left but the data" nothing_left "$root"
check "the data is as it was" data_unchanged "$root"

echo "== the .rpm"
echo "     it has $(megabytes "$rpm")"
check "its license is named" test "$(rpm --query --package --queryformat '%{LICENSE}' "$rpm")" = "MIT OR Apache-2.0"
for library in libgtk-3.so.0 libwebkit2gtk-4.1.so.0; do
  check "it requires $library" rpm_requires "$rpm" "$library"
done

root=$scratch/rpm
prepare_rpm "$root"
with_data "$root"
check "it installs" rpm_in "$root" --install "$rpm"
check "its version is $version" test "$(rpm_version "$root")" = "$version"
inspect "$root" usr/share/licenses/certdesk/LICENSE
start "$root"

bundle_rpm "$later" "$scratch/later.rpm"
check "it upgrades in place" rpm_in "$root" --upgrade "$scratch/later.rpm"
check "the upgrade says nothing of removal" silent "is removed" "$scratch/transaction"
check "its version is $later" test "$(rpm_version "$root")" = "$later"
check "the data is as it was" data_unchanged "$root"
start "$root"

check "it removes" rpm_in "$root" --erase certdesk
check "removal says where data stays" said "app.certdesk" "$scratch/transaction"
check "nothing is left but the data" nothing_left "$root"
check "the data is as it was" data_unchanged "$root"

echo
echo "AppImage, NSIS, MSI and .dmg are checked on hosted runners only (.github/workflows/release.yml)."
total
