# One line for each thing that is verified. To be sourced after common.sh.
# shellcheck shell=bash

FAILED=0
STEP_LOG=$WORK/verify/step.log

# step NAME COMMAND…: one line that says how it went; its output only if it went wrong. The command runs outside of any
# condition, for in one, "set -e" would not end it at its first failure.
step() {
  local name=$1 begin=$SECONDS status
  shift
  set +e
  (
    set -e
    "$@"
  ) >"$STEP_LOG" 2>&1
  status=$?
  set -e
  if [ $status = 0 ]; then
    printf 'PASS  %s (%d s)\n' "$name" $((SECONDS - begin))
  else
    printf 'FAIL  %s (%d s), status %d:\n' "$name" $((SECONDS - begin)) $status
    tail -n 40 "$STEP_LOG" | sed 's/^/      /'
    FAILED=$((FAILED + 1))
  fi
  {
    printf '\n== %s\n' "$name"
    cat "$STEP_LOG"
  } >>"$WORK/verify/verify.log"
}

# soon SECONDS COMMAND…: until it succeeds, at most so long.
soon() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || { echo "not within the time: $*"; return 1; }
    sleep 0.3
  done
}
