#!/bin/bash
# finish-deb.sh PACKAGE
#
# Does to a .deb what Tauri's bundler leaves out: xz instead of gzip (a fifth smaller, and every dpkg in use reads it),
# the version of the C library that the program was linked against, a compressed changelog, md5sums to match.
set -euo pipefail
[ $# = 1 ] || { echo "usage: finish-deb.sh PACKAGE" >&2; exit 64; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dpkg-deb --raw-extract "$1" "$work/deb"
cd "$work/deb"

gzip --best --no-name usr/share/doc/certdesk/changelog

libc=$(objdump -T usr/bin/certdesk | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -uV | tail -n 1)
sed -i "s/^Depends: /&libc6 (>= $libc), /" DEBIAN/control
sed -i "s/^Installed-Size: .*/Installed-Size: $(du -sk --apparent-size --exclude DEBIAN . | cut -f 1)/" DEBIAN/control

find usr -type f -exec md5sum {} + | sort -k 2 >DEBIAN/md5sums
chmod --recursive u=rwX,go=rX usr
find usr/share -type f -exec chmod 644 {} +
cd - >/dev/null
dpkg-deb --root-owner-group -Zxz -z9 -Sextreme --build "$work/deb" "$work/finished.deb" >/dev/null
mv "$work/finished.deb" "$1"
