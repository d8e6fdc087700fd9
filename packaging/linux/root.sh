# A Debian without anything in it, to install packages into. To be sourced after common.sh.
# shellcheck shell=bash

# shellcheck source=steps.sh
. "$HERE/steps.sh"

BASE=$WORK/verify/debian-$SUITE.tar

mirror() {
  local found
  found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    grep -vE '^ *#|security' | grep -oE 'https?://[^ ]*/debian/?( |$)' | head -n 1 || true)
  echo "${found:-http://deb.debian.org/debian}"
}

make_base() {
  [ ! -e "$BASE" ] || return 0
  local fresh=$WORK/verify/base
  need debootstrap debootstrap
  rm -rf "$fresh"
  debootstrap --variant=minbase "$SUITE" "$fresh" "$(mirror)"
  tar -cf "$BASE.new" -C "$fresh" .
  rm -rf "$fresh"
  mv "$BASE.new" "$BASE"
}

# The machine's own way to the mirror, if it has one.
machine_proxy() {
  local setting
  for setting in /etc/apt/apt.conf.d/*proxy*; do
    [ ! -e "$setting" ] || cp "$setting" "$1/etc/apt/apt.conf.d/"
  done
}

# make_root ROOT: a fresh one, with the file systems that every program may expect.
make_root() {
  local root=$1
  mkdir -p "$root"
  tar -xf "$BASE" -C "$root"
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/tmp"
  mount --rbind /dev "$root/dev"
  mkdir -p "$root/packages" "$root/tmp/.X11-unix"
  mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
  mount --bind "$PACKAGES" "$root/packages"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  machine_proxy "$root"
  # no service starts in here, for there is nobody to start it
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  chroot "$root" useradd --create-home --shell /bin/bash person
}

# enter ROOT USER COMMAND…: becomes that command in there, with an environment that has nothing of ours in it. In
# the background ("enter … &") the process is the command itself, so that it can be killed.
enter() {
  local root=$1 user=$2 home=/home/$2
  shift 2
  [ "$user" != root ] || home=/root
  exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME="$home" \
    DEBIAN_FRONTEND=noninteractive setpriv --reuid="$user" --regid="$user" --init-groups --no-new-privs "$@"
}

as_user() { (enter "$@"); }

inside() { (enter "$1" root "${@:2}"); }

install_in() {
  local root=$1
  shift
  inside "$root" apt-get -q -y --no-install-recommends install "$@"
}

# --- Packages
# with_version PACKAGE VERSION TO: the same package as if it were a later one.
with_version() {
  local from=$1 version=$2 to=$3 work=$WORK/verify/repack
  rm -rf "$work"
  dpkg-deb -R "$from" "$work"
  sed -i "s/^Version: .*/Version: $version/" "$work/DEBIAN/control"
  dpkg-deb --root-owner-group -Zgzip -z1 --build "$work" "$to" >/dev/null
  rm -rf "$work"
}

# Every library of a program is found with nothing installed but what the package depends on.
libraries_found() {
  local root=$1 home=$2
  # shellcheck disable=SC2016 # for the shell inside
  inside "$root" sh -c 'cd "$0" && LD_LIBRARY_PATH=lib/runtime/lib:lib/runtime/lib/server ldd bin/timekeeper-* lib/runtime/bin/* \
    $(find lib -name "*.so") | grep "not found" && exit 1; exit 0' "/$home"
}

# The cache of classes is taken, or the program does not start at all.
cache_used() {
  local root=$1 launcher=$2
  inside "$root" env JAVA_TOOL_OPTIONS="-XX:AOTMode=on" "$launcher" --help
}
