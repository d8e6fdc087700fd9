# What is checked of the app's package. To be sourced after root.sh.
# shellcheck shell=bash

APP=$WORK/verify/app

# Below the address there must be a network of that kind; any does for a link.
PAY_LINK=timecoin:TIME0n1dGgyiw6uwGbimZpouFL4qeqzgQuzpQsE?amount=7

verify_app() {
  local deb=$PACKAGES/timekeeper_${VERSION}_$(deb_arch).deb
  step "app: a fresh Debian $SUITE" make_root "$APP"
  step "app: lists of packages" inside "$APP" apt-get -q update
  step "app: installs with what it depends on" install_in "$APP" "/packages/$(basename "$deb")"
  step "app: every library is found" libraries_found "$APP" usr/lib/timekeeper
  for launcher in window run command; do
    step "app: timekeeper-$launcher takes the cache of classes" cache_used "$APP" "/usr/lib/timekeeper/bin/timekeeper-$launcher"
  done
  step "app: without a display, a demo payment is final in the terminal" demo_in_terminal
  step "app: a window, from which the demo network starts" window_opens
  step "app: a payment link goes to the running window" link_handed_over
  step "app: the window closes, and so does the program" window_closes
  step "app: nothing was unpacked into the home" nothing_unpacked
  step "app: upgrade keeps the wallets" app_upgrade "$deb"
  step "app: removal and purge keep the wallets and say where" app_removal
}

demo_in_terminal() {
  as_user "$APP" person timekeeper | tee "$WORK/verify/demo.txt" && grep -q '^Final in' "$WORK/verify/demo.txt"
}

start_screen_for_app() {
  need Xvfb xvfb
  need xdotool xdotool
  need import imagemagick
  rm -f "$WORK/verify/display" # of an earlier run
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$WORK/verify/display" 2>"$WORK/verify/xvfb.log" &
  soon 20 test -s "$WORK/verify/display"
  DISPLAY=:$(cat "$WORK/verify/display")
  export DISPLAY
}

picture() { import -window root "$WORK/verify/$1.png"; }

colours() { identify -format '%k' "$WORK/verify/$1.png"; }

window_opens() {
  enter "$APP" person env DISPLAY="$DISPLAY" timekeeper --demo >"$WORK/verify/window.log" 2>&1 &
  echo $! >"$WORK/verify/window.pid"
  soon 90 xdotool search --name Timekeeper
  soon 90 shows_much
  # a window that shows nothing has few colours, and one that is still starting has not all of them
  soon 90 settled
}

shows_much() { picture window && [ "$(colours window)" -gt 200 ]; }

settled() {
  picture window
  sleep 2
  picture window-later
  [ "$(compare -metric AE "$WORK/verify/window.png" "$WORK/verify/window-later.png" null: 2>&1)" -lt 20000 ]
}

link_handed_over() {
  picture before-link
  as_user "$APP" person env DISPLAY="$DISPLAY" timekeeper "$PAY_LINK" 2>&1 | tee "$WORK/verify/link.txt"
  grep -q 'it runs already' "$WORK/verify/link.txt"
  soon 30 changed_much
}

changed_much() {
  picture after-link
  [ "$(compare -metric AE "$WORK/verify/before-link.png" "$WORK/verify/after-link.png" null: 2>&1)" -gt 20000 ]
}

app_is_gone() { ! kill -0 "$(cat "$WORK/verify/window.pid")" 2>/dev/null; }

window_closes() {
  kill "$(cat "$WORK/verify/window.pid")"
  soon 20 app_is_gone
  echo kept >"$APP/home/person/.local/share/timekeeper/kept"
}

nothing_unpacked() {
  [ ! -e "$APP/home/person/.openjfx" ] && [ -z "$(find "$APP/tmp" -name '*.so')" ]
}

app_upgrade() {
  local next=timekeeper_next.deb
  with_version "$1" "$VERSION+1" "$APP/root/$next"
  install_in "$APP" "/root/$next"
  inside "$APP" dpkg-query -W -f '${Version}' timekeeper | grep -qxF "$VERSION+1"
  [ -e "$APP/home/person/.local/share/timekeeper/kept" ]
  demo_in_terminal
}

app_removal() {
  inside "$APP" apt-get -q -y remove timekeeper | tee "$WORK/verify/removal.txt"
  grep -q 'wallets and settings stay' "$WORK/verify/removal.txt"
  inside "$APP" apt-get -q -y purge timekeeper
  [ -e "$APP/home/person/.local/share/timekeeper/kept" ]
  [ ! -e "$APP/usr/lib/timekeeper" ] && [ ! -e "$APP/usr/bin/timekeeper" ]
}
