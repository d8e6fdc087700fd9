#!/usr/bin/env bash
# Checks finality.pml with spin: the properties hold, what should be possible is, and each mutant
# fails. Usage: run.sh [--short]. Exits 1 if anything is not as expected.
set -eu

short=false
case "${1:-}" in
  "") ;;
  --short) short=true ;;
  *)
    echo "usage: $0 [--short]" >&2
    exit 2
    ;;
esac

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
compiler=${CC:-gcc}
for tool in spin "$compiler"; do
  if ! command -v "$tool" > /dev/null; then
    echo "SKIPPED: $tool is not installed (apt-get install $tool)"
    if $short; then exit 0; else exit 2; fi
  fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/finality.pml" "$work"
cd "$work"
failures=0
level=-O2 # compiling takes longer than a short search: see below

# check NAME EXPECTED KIND [-D...]: EXPECTED is "holds", or what spin must say is violated.
check() {
  local name=$1 expected=$2 kind=$3
  shift 3
  local build=("$level" -DMEMLIM=6000) run=(-m1000000)
  if [ "$kind" = liveness ]; then
    set -- -DLIVENESS "$@"
    build+=(-DNFAIR=3) # room to count the processes that fairness is owed to
    run+=(-a -f)
  else
    build+=(-DSAFETY)
  fi
  rm -f pan pan.* ./*.trail
  if ! { spin -a "$@" finality.pml && "$compiler" "${build[@]}" -o pan pan.c; } \
    > build.log 2>&1; then
    cat build.log >&2
    echo "cannot build the model: $name" >&2
    exit 1
  fi
  ./pan "${run[@]}" > pan.log 2>&1 || true
  report "$name" "$expected"
}

report() {
  local name=$1 expected=$2 found result=ok
  if grep -q '^pan:1: assertion violated' pan.log; then
    found=$(sed -n -E 's/^pan:1: assertion violated *[!(]*(\w+).*/\1/p' pan.log)
  elif grep -q '^pan:1: acceptance cycle' pan.log; then
    found="acceptance cycle"
  elif grep -q 'errors: 0$' pan.log && ! grep -q -E 'not completed|too small' pan.log; then
    found=holds
  else # a search that ended early proves nothing
    found="no verdict"
  fi
  if [ "$found" != "$expected" ]; then
    result="NOT AS EXPECTED ($expected)"
    failures=$((failures + 1))
  fi
  local states transitions depth seconds
  states=$(sed -n -E 's/^ *([0-9.e+]+) states, stored.*/\1/p' pan.log)
  transitions=$(sed -n -E 's/^ *([0-9.e+]+) transitions .*/\1/p' pan.log)
  depth=$(sed -n -E 's/.*depth reached ([0-9]+),.*/\1/p' pan.log)
  seconds=$(sed -n -E 's/^pan: elapsed time ([0-9.e+-]+) seconds/\1/p' pan.log)
  printf '%-44s %10s %12s %6s %7s  %s: %s\n' \
    "$name" "${states:-?}" "${transitions:-?}" "${depth:-?}" "${seconds:-?}" "$found" "$result"
}

mutant() {
  check "mutant $1" "$2" "$3" "-D$1" "${@:4}"
}

printf '%-44s %10s %12s %6s %7s  %s\n' property states transitions depth seconds found

check "safety" holds safety
check "liveness, Byzantine node silent" holds liveness -DBYZANTINE_IS_SILENT
if ! $short; then
  check "safety, no symmetry" holds safety -DEVERY_ORDER
  check "liveness, one restart" holds liveness -DRESTARTS=1
  # No mutant: this rule is a second line of defence, and here is how we know.
  check "safety, rivals allowed in blocks" holds safety -DINCLUDE_RIVALS
  mutant NEVER_INCLUDE_ON_PREPARES "acceptance cycle" liveness
  mutant PROMISE_ONLY_IF_LOCKED "acceptance cycle" liveness
fi

level=-O0
mutant QUORUM_MINUS_ONE doubleSpend safety
mutant RELEASE_ON_LEASE_ALONE doubleSpend safety
mutant NEVER_PROMISE "acceptance cycle" liveness
if ! $short; then
  mutant COMMIT_AFTER_PROMISE releasedFinal safety
  mutant INCLUDE_AFTER_RELEASE releasedFinal safety
  mutant UNLOCK_ON_OWN_PROMISE doubleSpend safety
  mutant UNLOCK_ON_PROMISES doubleSpend safety
  mutant FORGET_APPROVALS doubleSpend safety
  mutant COMMIT_WITHOUT_CERTIFICATE doubleSpend safety
  mutant PROMISE_AFTER_COMMIT releasedFinal safety
  mutant INCLUDE_WITHOUT_CERTIFICATE doubleSpend safety
  mutant RELEASE_AFTER_INCLUDE releasedFinal safety
  mutant RELEASE_MINUS_ONE releasedFinal safety
  # Each must be possible; "witness" says that spin found it.
  check "possible: final by votes" witness safety -DWITNESS=1
  check "possible: both released" witness safety -DWITNESS=2
  check "possible: one released, the other final" witness safety -DWITNESS=3
  check "possible: included, no quorum in sight" witness safety -DWITNESS=4
fi

if [ "$failures" -gt 0 ]; then
  echo "FAILED: $failures not as expected" >&2
  exit 1
fi
echo "all as expected"
