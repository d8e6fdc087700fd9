# Makes a .deb from the laid out tree. To be sourced after tree.sh.
# shellcheck shell=bash

make_deb() {
  local part=$1 to=$2 stage=$WORK/$1/deb package script
  package=$(package_of "$part")
  need dpkg-deb dpkg
  rm -rf "$stage"
  mkdir -p "$stage/DEBIAN"
  cp -al "$WORK/$part/root/." "$stage/"
  mkdir -p "$stage/usr/share/lintian/overrides"
  install -m 644 "$HERE/$part/lintian-overrides" "$stage/usr/share/lintian/overrides/$package"
  fill "$HERE/$part/control" "$stage/DEBIAN/control" "$part"
  for script in preinst postinst prerm postrm; do
    [ ! -e "$HERE/$part/$script" ] || install -m 755 "$HERE/$part/$script" "$stage/DEBIAN/$script"
  done
  if [ -d "$stage/etc" ]; then
    (cd "$stage" && find etc -type f -printf '/%p\n' | LC_ALL=C sort) >"$stage/DEBIAN/conffiles"
  fi
  (cd "$stage" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$stage/DEBIAN/md5sums"
  chmod 644 "$stage/DEBIAN/md5sums"
  settle_times "$stage"
  dpkg-deb --root-owner-group -Zxz --build "$stage" "$to/${package}_${VERSION}_$(deb_arch).deb" >/dev/null
  rm -rf "$stage"
}
