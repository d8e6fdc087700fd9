# What is checked of the node's package. To be sourced after root.sh.
# shellcheck shell=bash

NODE=$WORK/verify/node
NETWORK=/var/lib/timekeeper/network
NODES=7
PIDS=()

verify_node() {
  local deb=$PACKAGES/timekeeper-node_${VERSION}_$(deb_arch).deb
  step "node: a fresh Debian $SUITE" make_root "$NODE"
  step "node: lists of packages" inside "$NODE" apt-get -q update
  step "node: installs with what it depends on" install_in "$NODE" "/packages/$(basename "$deb")"
  step "node: brings no libraries of a desktop" no_desktop
  step "node: every library is found" libraries_found "$NODE" usr/lib/timekeeper-node
  for launcher in noded run command; do
    step "node: timekeeper-$launcher takes the cache of classes" cache_used "$NODE" "/usr/lib/timekeeper-node/bin/timekeeper-$launcher"
  done
  step "node: its user, and who may read its configuration" user_and_rights
  step "node: without a genesis file it says what is missing, and ends" says_what_is_missing
  step "node: its own command makes a network of $NODES" make_network
  for ((i = 1; i <= NODES; i++)); do
    start_node "$i"
  done
  step "node: $NODES of them, as the unit starts them, are one network" soon 60 all_ready
  step "node: what it says has the journal's priorities" journal_lines
  step "node: a payment is final, with its proof" pay 25
  kill -9 "${PIDS[3]}"
  wait "${PIDS[3]}" 2>/dev/null || true
  step "node: one is killed; a payment is final all the same" pay 5
  step "node: and the others say who is missing" soon 30 reason masternodes_missing
  start_node 4
  step "node: started again, it is healthy, and so are they" soon 60 all_healthy
  stop_nodes
  step "node: upgrade keeps configuration, keys and journals" node_upgrade "$deb"
  for ((i = 1; i <= NODES; i++)); do
    start_node "$i"
  done
  step "node: after the upgrade they go on" soon 60 all_healthy
  step "node: and pay" pay 3
  stop_nodes
  step "node: SIGTERM ends them with 0" test "$ENDED_WELL" = "$NODES"
  step "node: their data is whole" data_is_whole
  step "node: removal says where the data stays" node_removal
  step "node: purge takes the configuration and never a key" node_purge
}

no_desktop() {
  ! inside "$NODE" dpkg-query -W -f '${Package}\n' | grep -E '^(libx11|libgtk|libgl1|libwayland|libasound|libfontconfig)'
}

user_and_rights() {
  inside "$NODE" id timekeeper
  [ "$(inside "$NODE" stat -c '%a %U %G' /etc/timekeeper/node.conf)" = "640 root timekeeper" ]
  [ "$(inside "$NODE" stat -c '%a %U %G' /var/lib/timekeeper)" = "750 timekeeper timekeeper" ]
  [ "$(inside "$NODE" getent passwd timekeeper | cut -d: -f7)" = /usr/sbin/nologin ]
}

# The unit's own command line; node 1 has the unit's configuration file, the others each one of their own.
unit_command() {
  sed -n 's/^ExecStart=//p' "$NODE/usr/lib/systemd/system/timekeeper-node.service" |
    if [ "$1" = 1 ]; then cat; else sed "s:/etc/timekeeper/node.conf:$NETWORK/node-$1/node.conf:"; fi
}

says_what_is_missing() {
  local command status=0
  read -r -a command <<<"$(unit_command 1)"
  as_user "$NODE" timekeeper "${command[@]}" 2>&1 | tee "$WORK/verify/missing.txt" || status=$?
  [ $status = 1 ] && grep -q genesis.json "$WORK/verify/missing.txt"
}

make_network() {
  as_user "$NODE" timekeeper timekeeper-node key new --print-secret --json >"$WORK/verify/payer.json"
  as_user "$NODE" timekeeper env TIMEKEEPER_KEY_PASSWORD=verify timekeeper-node genesis create \
    --masternodes $NODES --base-port "$PORT" --out "$NETWORK" --fund "$(of_payer testnet_address)=1000"
  echo verify >"$NODE/etc/timekeeper/key-password"
  inside "$NODE" chgrp timekeeper /etc/timekeeper/key-password
  chmod 640 "$NODE/etc/timekeeper/key-password"
  for ((i = 1; i <= NODES; i++)); do
    echo "key-password-file = /etc/timekeeper/key-password" >>"$NODE$NETWORK/node-$i/node.conf"
  done
  sed -e "s:= \.\./:= $NETWORK/:; s:^\(data-dir\|key-file\) *= *:&$NETWORK/node-1/:" \
    "$NODE$NETWORK/node-1/node.conf" >"$NODE/etc/timekeeper/node.conf"
}

of_payer() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$WORK/verify/payer.json"; }

start_node() {
  local command
  read -r -a command <<<"$(unit_command "$1")"
  enter "$NODE" timekeeper "${command[@]}" >>"$WORK/verify/node-$1.log" 2>&1 &
  PIDS[$1 - 1]=$!
}

ENDED_WELL=0
stop_nodes() {
  local pid
  kill "${PIDS[@]}" || true
  ENDED_WELL=0
  for pid in "${PIDS[@]}"; do
    if wait "$pid"; then ENDED_WELL=$((ENDED_WELL + 1)); fi
  done
}

ask() { inside "$NODE" /usr/lib/timekeeper-node/bin/check "$1" $((PORT + 10 * ($2 - 1) + 3)); }

all_ready() {
  local i
  for ((i = 1; i <= NODES; i++)); do
    ask readyz "$i" || return 1
  done
}

all_healthy() {
  local i
  for ((i = 1; i <= NODES; i++)); do
    ask readyz "$i" | grep -q '"verdict":"healthy"' || return 1
  done
  # the first is asked as the unit asks it
  inside "$NODE" /usr/lib/timekeeper-node/bin/check --wait 5 healthz
}

reason() { ask readyz 1 | grep -q "\"$1\""; }

journal_lines() {
  cat "$WORK/verify/node-1.log"
  grep -q '^<6>\[' "$WORK/verify/node-1.log" && ! grep -vE '^<[3-7]>\[' "$WORK/verify/node-1.log"
}

pay() {
  as_user "$NODE" timekeeper timekeeper-node send --node "ws://127.0.0.1:$((PORT + 2))" --secret-key "$(of_payer secret_key)" \
    --to "$(of_payer testnet_address)" --amount "$1" --genesis "$NETWORK/genesis.json" --json | tee "$WORK/verify/paid.json"
  grep -q '"txid"' "$WORK/verify/paid.json"
}

kept() { (cd "$NODE" && find etc/timekeeper "${NETWORK#/}" -name '*.key' -o -name node.conf -o -name key-password | sort | xargs sha256sum); }

node_upgrade() {
  local next=timekeeper-node_next.deb
  kept >"$WORK/verify/kept"
  with_version "$1" "$VERSION+1" "$NODE/root/$next"
  install_in "$NODE" "/root/$next"
  inside "$NODE" dpkg-query -W -f '${Version}' timekeeper-node | grep -qxF "$VERSION+1"
  kept | diff "$WORK/verify/kept" -
  [ "$(inside "$NODE" stat -c '%a %U %G' /etc/timekeeper/node.conf)" = "640 root timekeeper" ]
}

data_is_whole() {
  for ((i = 1; i <= NODES; i++)); do
    as_user "$NODE" timekeeper timekeeper-node store verify --data-dir "$NETWORK/node-$i/data" --genesis "$NETWORK/genesis.json"
  done
}

node_removal() {
  kept >"$WORK/verify/kept"
  inside "$NODE" apt-get -q -y remove timekeeper-node | tee "$WORK/verify/removal.txt"
  grep -q 'stay in /var/lib/timekeeper' "$WORK/verify/removal.txt"
  kept | diff "$WORK/verify/kept" -
}

node_purge() {
  inside "$NODE" apt-get -q -y purge timekeeper-node | tee "$WORK/verify/purge.txt"
  grep -q '/var/lib/timekeeper' "$WORK/verify/purge.txt"
  [ ! -e "$NODE/etc/timekeeper/node.conf" ]
  grep -v ' etc/timekeeper/node.conf$' "$WORK/verify/kept" | (cd "$NODE" && sha256sum --check --quiet)
}
