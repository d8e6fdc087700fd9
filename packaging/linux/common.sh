# What all scripts of this folder share; to be sourced.
# shellcheck shell=bash

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
WORK=$ROOT/target/package
PARTS=(app node)

say() { printf 'package: %s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# need COMMAND PACKAGE…: Debian's names, for the message.
need() {
  command -v "$1" >/dev/null || fail "$1 is missing: apt-get install ${*:2}"
}

# shellcheck source=../parts.sh
. "$ROOT/packaging/parts.sh"

# Where the image of a part is installed, without the first slash.
home_of() { echo "usr/lib/$(package_of "$1")"; }

# A snapshot sorts before its release, for dpkg and rpm alike.
package_version() { pom_version | sed 's/-SNAPSHOT$/~snapshot/'; }

# Who answers for the packages, as "Name <address>".
maintainer() { head -n 1 "$HERE/maintainer"; }

# --- Architecture, as dpkg and as rpm call it.
deb_arch() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) fail "there are no native libraries for $(uname -m)" ;;
  esac
}

# Times of all files, so that the same sources make the same package: when the last commit was made.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || echo 1767225600)}
export SOURCE_DATE_EPOCH

settle_times() { find "$1" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +; }
