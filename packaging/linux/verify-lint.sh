# What is checked of the packages without installing them. To be sourced after steps.sh.
# shellcheck shell=bash

verify_lint() {
  local part package deb rpm
  for part in "${PARTS[@]}"; do
    package=$(package_of "$part")
    deb=$PACKAGES/${package}_${VERSION}_$(deb_arch).deb
    rpm=$PACKAGES/$package-$VERSION-1.$(uname -m).rpm
    step "lint: $package.deb: lintian has nothing to say" lint_deb "$deb"
    step "lint: $package: no larger than promised" small_enough "$deb" "$(megabytes_of "$part")"
    step "lint: $package.rpm: no larger than promised" small_enough "$rpm" "$(megabytes_of "$part")"
    step "lint: $package.rpm has the same files as the .deb" same_files "$deb" "$rpm"
  done
  rm -rf "$WORK/verify/tree"
  dpkg-deb -x "$PACKAGES/timekeeper_${VERSION}_$(deb_arch).deb" "$WORK/verify/tree"
  dpkg-deb -x "$PACKAGES/timekeeper-node_${VERSION}_$(deb_arch).deb" "$WORK/verify/tree"
  step "lint: desktop entry" desktop-file-validate "$WORK/verify/tree/usr/share/applications/timekeeper.desktop"
  step "lint: metainfo" appstreamcli validate --no-net "$WORK/verify/tree/usr/share/metainfo/io.timecoin.timekeeper.metainfo.xml"
  step "lint: kinds of files" kinds_of_files
  step "lint: unit" unit_is_valid
  printf '      %s\n' "$(systemd-analyze security --offline=yes "$WORK/verify/tree/usr/lib/systemd/system/timekeeper-node.service" | tail -n 1)"
}

megabytes_of() { if [ "$1" = app ]; then echo 90; else echo 60; fi; }

lint_deb() { lintian --allow-root --no-tag-display-limit --fail-on error,warning "$1"; }

small_enough() {
  local bytes
  bytes=$(stat -c %s "$1")
  echo "$bytes bytes"
  [ "$bytes" -le $(($2 * 1000 * 1000)) ]
}

same_files() {
  dpkg-deb -c "$1" | awk '$1 !~ /^d/ {sub(/^\./, "", $6); print $6}' | grep -v '^/usr/share/lintian' | sort >"$WORK/verify/deb.files"
  rpm -qp --qf '[%{FILEMODES:perms} %{FILENAMES}\n]' "$2" | grep -v '^d' | sed 's/^[^ ]* //' | sort >"$WORK/verify/rpm.files"
  diff "$WORK/verify/deb.files" "$WORK/verify/rpm.files"
}

# As a desktop would after the installation: the database is made, and knows what a wallet is.
kinds_of_files() {
  local mime=$WORK/verify/tree/usr/share/mime
  update-mime-database "$mime"
  grep -q 'application/x-timekeeper-wallet:\*.timewallet' "$mime/globs2"
  grep -q 'application/x-timekeeper-certificate+json' "$mime/globs2"
}

# With the program at its place, so that its existence is checked too.
unit_is_valid() {
  mkdir -p /usr/lib/timekeeper-node
  mount --bind "$WORK/verify/tree/usr/lib/timekeeper-node" /usr/lib/timekeeper-node
  systemd-analyze verify --man=no "$WORK/verify/tree/usr/lib/systemd/system/timekeeper-node.service"
}
