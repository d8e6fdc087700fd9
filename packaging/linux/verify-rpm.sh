# What can be checked of the .rpm files without a system of that kind: they are installed by rpm, with their scripts, into
# a Debian that has the libraries; only that the names of their dependencies exist elsewhere stays unseen.
# To be sourced after verify-app.sh and verify-node.sh.
# shellcheck shell=bash

RPMS=$WORK/verify/rpms

verify_rpm() {
  step "rpm: a fresh Debian $SUITE with rpm" make_rpm_root
  step "rpm: signatures of the files' contents" inside "$RPMS" rpm --checksig --nosignature "$(rpm_of timekeeper)" "$(rpm_of timekeeper-node)"
  step "rpm: both install, and their scripts run" rpm_installs
  step "rpm: nothing of them is changed" rpm_is_unchanged
  step "rpm: the demo is final in the terminal" rpm_demo
  step "rpm: timekeeper-run takes the cache of classes" cache_used "$RPMS" /usr/lib/timekeeper/bin/timekeeper-run
  step "rpm: timekeeper-noded takes the cache of classes" cache_used "$RPMS" /usr/lib/timekeeper-node/bin/timekeeper-noded
  step "rpm: the node's user, and who may read its configuration" rpm_user_and_rights
  step "rpm: removal keeps key and changed configuration, and says where" rpm_removal
}

rpm_of() { echo "/packages/$1-$VERSION-1.$(uname -m).rpm"; }

make_rpm_root() {
  make_root "$RPMS"
  inside "$RPMS" apt-get -q update
  install_in "$RPMS" rpm passwd libstdc++6 zlib1g
}

rpm_installs() { inside "$RPMS" rpm --install --nodeps "$(rpm_of timekeeper)" "$(rpm_of timekeeper-node)"; }

rpm_is_unchanged() { inside "$RPMS" rpm --verify --nodeps timekeeper timekeeper-node; }

rpm_demo() {
  as_user "$RPMS" person timekeeper | tee "$WORK/verify/rpm-demo.txt"
  grep -q '^Final in' "$WORK/verify/rpm-demo.txt"
}

rpm_user_and_rights() {
  [ "$(inside "$RPMS" stat -c '%a %U %G' /etc/timekeeper/node.conf)" = "640 root timekeeper" ]
  [ "$(inside "$RPMS" stat -c '%a %U %G' /var/lib/timekeeper)" = "750 timekeeper timekeeper" ]
}

rpm_removal() {
  echo key >"$RPMS/var/lib/timekeeper/node.key"
  echo "log-level = warn" >>"$RPMS/etc/timekeeper/node.conf"
  inside "$RPMS" rpm --erase --nodeps timekeeper timekeeper-node | tee "$WORK/verify/rpm-removal.txt"
  grep -q 'stay in /var/lib/timekeeper' "$WORK/verify/rpm-removal.txt"
  grep -q 'wallets and settings stay' "$WORK/verify/rpm-removal.txt"
  [ -e "$RPMS/var/lib/timekeeper/node.key" ] && [ -e "$RPMS/etc/timekeeper/node.conf.rpmsave" ]
  [ ! -e "$RPMS/usr/lib/timekeeper" ] && [ ! -e "$RPMS/usr/lib/timekeeper-node" ]
}
