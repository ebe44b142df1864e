#!/bin/bash
# Signs the .deb and the AppImage with GPG, if GPG_PRIVATE_KEY is set, each in a file of its own beside it; the bundler
# has signed the .rpm with the same key. Says in the job's summary what is signed.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/package/count.sh

if [ -z "${GPG_PRIVATE_KEY:-}" ]; then
  summarize "Linux: not signed, GPG_PRIVATE_KEY isn't configured. SHA256SUMS and the provenance attestation still apply."
  exit 0
fi

GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
gpg --batch --quiet --import <<<"$GPG_PRIVATE_KEY"
for package in target/release/bundle/deb/*.deb target/release/bundle/appimage/*.AppImage; do
  gpg --batch --yes --pinentry-mode loopback --passphrase-fd 3 --armor --detach-sign "$package" 3<<<"${GPG_PASSPHRASE:-}"
  gpg --batch --quiet --verify "$package.asc" "$package"
done
gpg --batch --armor --export >"$GNUPGHOME/public.asc"
rpm --dbpath "$GNUPGHOME/rpm" --import "$GNUPGHOME/public.asc"
rpm --dbpath "$GNUPGHOME/rpm" --checksig "$(one target/release/bundle/rpm/*.rpm)"
summarize "Linux: .deb, .rpm and AppImage are signed with GPG."
