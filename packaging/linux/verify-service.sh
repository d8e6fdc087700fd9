# What is checked of the node as a service, in a Debian whose first process is systemd: only there do the unit's own
# restrictions hold. To be sourced after verify-node.sh.
# shellcheck shell=bash

SERVICE=$WORK/verify/service
UNIT=timekeeper-node.service

verify_service() {
  local deb=$PACKAGES/timekeeper-node_${VERSION}_$(deb_arch).deb
  need systemd-nspawn systemd-container
  step "service: a Debian $SUITE with systemd" make_systemd_root
  boot
  step "service: it boots" soon 60 booted
  step "service: the package installs into the running system" within dpkg --install "/root/$(basename "$deb")"
  step "service: not started before it knows a network" not_running
  step "service: a network of one masternode" found_network
  step "service: systemctl start, and its engine turns" within systemctl start $UNIT
  step "service: /readyz says that payments can become final" soon 20 within /usr/lib/timekeeper-node/bin/check readyz
  step "service: a payment is final" pay_within
  step "service: the journal has its words with their priorities" journal_has_it
  step "service: killed, it comes back by itself" comes_back
  step "service: what the restrictions keep from it" restricted
  step "service: an upgrade restarts it" upgrade_restarts "$deb"
  step "service: and it pays again" pay_within
  step "service: it stops in order" stops_in_order
  step "service: removal of the running service stops it" removal_stops_it
}

make_systemd_root() {
  rm -rf --one-file-system "$SERVICE"
  mkdir -p "$SERVICE"
  tar -xf "$BASE" -C "$SERVICE"
  cp /etc/resolv.conf "$SERVICE/etc/resolv.conf"
  machine_proxy "$SERVICE"
  inside "$SERVICE" apt-get -q update
  install_in "$SERVICE" systemd systemd-sysv dbus adduser
  cp "$PACKAGES/timekeeper-node_${VERSION}_$(deb_arch).deb" "$SERVICE/root/"
}

# Without a network but its own loopback, so that ports are nobody else's.
boot() {
  systemd-nspawn --quiet --directory "$SERVICE" --boot --register=no --keep-unit --private-network \
    </dev/null >"$WORK/verify/boot.log" 2>&1 &
  NSPAWN=$!
}

# within COMMAND…: in the booted system, as root.
within() {
  local leader
  leader=$(ps -o pid= --ppid "$NSPAWN" | head -n 1)
  nsenter --target "${leader// /}" --mount --uts --ipc --net --pid --cgroup --root --wd \
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"
}

booted() {
  local state
  state=$(within systemctl is-system-running || true)
  echo "$state"
  [ "$state" = running ] || [ "$state" = degraded ]
}

not_running() { [ "$(within systemctl is-active $UNIT)" = inactive ]; }

found_network() {
  within timekeeper-node key new --print-secret --json >"$WORK/verify/payer.json"
  within env TIMEKEEPER_KEY_PASSWORD=verify timekeeper-node genesis create --masternodes 1 --out /root/net \
    --fund "$(of_payer testnet_address)=1000"
  within install -m 640 -o timekeeper -g timekeeper /root/net/genesis.json /var/lib/timekeeper/
  within install -m 600 -o timekeeper -g timekeeper /root/net/node-1/node.key /var/lib/timekeeper/
  echo verify | within install -m 640 -g timekeeper /dev/stdin /etc/timekeeper/key-password
  within sed -i 's/^network .*/network = devnet/; s/^#key-password-file/key-password-file/' /etc/timekeeper/node.conf
}

pay_within() {
  within timekeeper-node send --node ws://127.0.0.1:24202 --secret-key "$(of_payer secret_key)" \
    --to "$(of_payer testnet_address)" --amount 3 --genesis /var/lib/timekeeper/genesis.json
}

# A line's priority is taken from its beginning and not shown.
journal_has_it() {
  within journalctl --unit $UNIT --output json --no-pager | grep '"PRIORITY":"6"' | grep 'voting' || {
    within journalctl --unit $UNIT --no-pager
    return 1
  }
  ! within journalctl --unit $UNIT --no-pager --output cat | grep '<[0-9]>'
}

main_pid() { within systemctl show --property MainPID --value $UNIT; }

another_pid_than() {
  local pid
  pid=$(main_pid)
  [ "$pid" != 0 ] && [ "$pid" != "$1" ] && within /usr/lib/timekeeper-node/bin/check readyz
}

comes_back() {
  local before
  before=$(main_pid)
  within sh -c "kill -9 $before"
  soon 40 another_pid_than "$before"
}

restricted() {
  local status
  status=$(within cat "/proc/$(main_pid)/status")
  echo "$status"
  grep -qE '^NoNewPrivs:[[:space:]]1' <<<"$status"
  grep -qE '^Seccomp:[[:space:]]2' <<<"$status"
  grep -qE '^CapEff:[[:space:]]0000000000000000' <<<"$status"
  within nsenter --target "$(main_pid)" --mount sh -c '! touch /usr/x && ! touch /etc/x && ! touch /home/x && touch /var/lib/timekeeper/x && rm /var/lib/timekeeper/x'
}

upgrade_restarts() {
  local before
  before=$(main_pid)
  with_version "$1" "$VERSION+1" "$SERVICE/root/next.deb"
  within dpkg --install /root/next.deb
  soon 40 another_pid_than "$before"
}

stops_in_order() {
  within systemctl stop $UNIT
  [ "$(within systemctl show --property ExecMainStatus --value $UNIT)" = 0 ]
  [ "$(within systemctl show --property Result --value $UNIT)" = success ]
}

removal_stops_it() {
  within systemctl enable --now $UNIT
  within dpkg --remove timekeeper-node
  [ "$(within systemctl is-active $UNIT)" != active ]
  within dpkg --purge timekeeper-node
  within test -s /var/lib/timekeeper/node.key
  within test ! -L /etc/systemd/system/multi-user.target.wants/$UNIT
}
