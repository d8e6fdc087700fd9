# What the packages of all systems have in common: names, the version, modules, launchers. To be sourced by
# scripts that set ROOT and define "fail"; for the bash 3.2 and the BSD tools of macOS too.
# packaging/windows/parts.ps1 says the same to PowerShell.
# shellcheck shell=bash
# shellcheck disable=SC2153 # ROOT is whose sources this

# --- Names
package_of() { if [ "$1" = app ]; then echo timekeeper; else echo timekeeper-node; fi; }

module_of() { if [ "$1" = app ]; then echo app; else echo node-core; fi; }

launchers_of() {
  if [ "$1" = app ]; then
    echo timekeeper-window timekeeper-run timekeeper-command
  else
    echo timekeeper-noded timekeeper-run timekeeper-command
  fi
}

main_jar_of() {
  if [ "$1" = timekeeper-window ]; then echo timekeeper-app.jar; else echo timekeeper-node-core.jar; fi
}

# --- The version has one place: the root pom.
pom_version() { sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$ROOT/pom.xml" | head -n 1; }

# Three numbers, for whoever takes nothing else: an .msi, a bundle of macOS.
number_version() { pom_version | sed 's/-.*//'; }

# The program must call itself what its package is called.
check_version() {
  local says
  says=$(sed -n 's/.*String CURRENT = "\(.*\)";/\1/p' "$ROOT/node-core/src/main/java/io/timecoin/node/runtime/NodeVersion.java")
  [ "$says" = "$(pom_version | sed 's/-SNAPSHOT$//')" ] || fail "NodeVersion says $says, the pom $(pom_version)"
}

# --- Modules and launchers
modules_of() { sed -n 's/^\([a-z][a-z.]*\).*/\1/p' "$ROOT/packaging/modules/$1.txt"; }

# options_of PART LAUNCHER
options_of() {
  cat "$ROOT/packaging/launchers/common.options" "$ROOT/packaging/launchers/$1.options"
  tail -n +2 "$ROOT/packaging/launchers/$2"
}

launcher_properties() {
  echo "main-jar=$(main_jar_of "$2")"
  echo "main-class=$(head -n 1 "$ROOT/packaging/launchers/$2")"
  echo "java-options=$(options_of "$1" "$2" | paste -sd' ' -)"
}
