# Lays out what a package installs, the same for deb and rpm. To be sourced after image.sh.
# shellcheck shell=bash

# fill FROM TO: a text with its @NAMES@ filled in.
fill() {
  local part=${3:-}
  sed -e "s|@VERSION@|$VERSION|g" -e "s|@DATE@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)|g" \
    -e "s|@RELEASE_TYPE@|$(release_type)|g" -e "s|@MAINTAINER@|$(maintainer)|g" \
    -e "s|@ARCH@|$(deb_arch)|g" -e "s|@SIZE@|$([ -z "$part" ] || du -sk "$WORK/$part/root" | cut -f 1)|g" \
    "$1" >"$2"
  chmod 644 "$2"
}

release_type() { case $VERSION in *~*) echo development ;; *) echo stable ;; esac; }

make_tree() {
  local part=$1 root=$WORK/$1/root package
  package=$(package_of "$part")
  rm -rf "$root"
  mkdir -p "$root/usr/bin" "$root/$(home_of "$part")" "$root/usr/share/man/man1"
  cp -a "$WORK/$part/image/$package/." "$root/$(home_of "$part")/"
  # what only jpackage itself reads
  rm -f "$root/$(home_of "$part")/lib/app/.jpackage.xml"
  ln -s "../lib/$package/bin/$package" "$root/usr/bin/$package"
  fill "$HERE/$part/$package.1" "$root/usr/share/man/man1/$package.1"
  gzip -9n "$root/usr/share/man/man1/$package.1"
  make_documents "$part" "$root/usr/share/doc/$package"
  "tree_of_$part" "$root"
  chmod -R u+rwX,go+rX,go-w "$root"
  find "$root/usr/share" "$root/etc" -type f -exec chmod 644 {} + 2>/dev/null || true
  settle_times "$root"
}

make_documents() {
  local part=$1 to=$2
  mkdir -p "$to"
  cp "$HERE/copyright" "$to/copyright"
  changelog "$(package_of "$part")" | gzip -9n >"$to/changelog.gz"
}

# In Debian's form; what is new stands in the notes of a release, not here.
changelog() {
  cat <<END
$1 ($VERSION) stable; urgency=medium

  * Version $VERSION of Timekeeper.

 -- $(maintainer)  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
END
}

tree_of_app() {
  local root=$1 size share=$1/usr/share
  mkdir -p "$share"/{applications,metainfo,mime/packages,icons/hicolor/scalable/apps}
  cp "$HERE/app/timekeeper.desktop" "$share/applications/"
  fill "$HERE/app/io.timecoin.timekeeper.metainfo.xml" "$share/metainfo/io.timecoin.timekeeper.metainfo.xml"
  cp "$HERE/app/timekeeper.xml" "$share/mime/packages/"
  cp "$ROOT/icons/timekeeper.svg" "$share/icons/hicolor/scalable/apps/"
  for size in 16 24 32 48 64 128 256 512; do
    mkdir -p "$share/icons/hicolor/${size}x$size/apps"
    cp "$ROOT/icons/timekeeper-$size.png" "$share/icons/hicolor/${size}x$size/apps/timekeeper.png"
  done
}

tree_of_node() {
  local root=$1
  mkdir -p "$root/etc/timekeeper" "$root/usr/lib/systemd/system"
  cp "$HERE/node/node.conf" "$root/etc/timekeeper/"
  cp "$HERE/node/timekeeper-node.service" "$root/usr/lib/systemd/system/"
  cp "$HERE/node/README" "$root/usr/share/doc/timekeeper-node/"
}
