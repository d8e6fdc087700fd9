# Makes an .rpm from the same tree as the .deb. To be sourced after tree.sh.
# shellcheck shell=bash

make_rpm() {
  local part=$1 to=$2 top=$WORK/$1/rpm package
  package=$(package_of "$part")
  need rpmbuild rpm
  rm -rf "$top"
  mkdir -p "$top"
  rpm_files "$part" >"$top/files"
  {
    fill "$HERE/$part/$package.spec" "$top/spec"
    cat "$top/spec"
    changelog_of_rpm
  } >"$top/$package.spec"
  rpmbuild -bb --quiet --target "$(uname -m)-linux" --define "_topdir $top" --define "_rpmdir $top/out" \
    --define "tree $WORK/$part/root" --define "filelist $top/files" --define "_build_id_links none" --define "_binary_payload w10T0.zstdio" \
    --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" \
    "$top/$package.spec" >"$top/log" 2>&1 || { cat "$top/log" >&2; fail "rpmbuild failed"; }
  find "$top/out" -name '*.rpm' -exec mv {} "$to/" \;
}

# Only folders that are ours alone belong to the package.
rpm_files() {
  local part=$1 home
  home=$(home_of "$part")
  echo "%defattr(-,root,root,-)"
  echo "/$home"
  (cd "$WORK/$part/root" && find . -path "./$home" -prune -o \( -type f -o -type l \) -printf '/%P\n') |
    sed -e 's:^/etc/.*/node.conf$:%config(noreplace) %attr(0640,root,timekeeper) &:' \
      -e 's:^/usr/share/doc/:%doc &:' -e 's:^/usr/share/man/:%doc &:'
}

changelog_of_rpm() {
  printf '\n%%changelog\n* %s %s - %s-1\n- Version %s of Timekeeper.\n' \
    "$(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" '+%a %b %d %Y')" "$(maintainer)" "$VERSION" "$VERSION"
}
