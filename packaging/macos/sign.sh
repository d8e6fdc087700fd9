# Signs and notarizes, if the environment says with what; says loudly if not. To be sourced by package.
#   TIMEKEEPER_CODESIGN_IDENTITY   "Developer ID Application: …", in the keychain
#   TIMEKEEPER_NOTARY_PROFILE      what `xcrun notarytool store-credentials` called it
# shellcheck shell=bash
# shellcheck disable=SC2153 # HERE and WORK are package's

not_done() {
  say "************************************************************************"
  say "NOT $1"
  say "************************************************************************"
}

sign() {
  codesign --force --timestamp --options runtime --entitlements "$HERE/timekeeper.entitlements" \
    --sign "$TIMEKEEPER_CODESIGN_IDENTITY" "$@"
}

# From the inside out: every program and library, the runtime, the whole; codesign's --deep would miss libraries.
sign_app() {
  local app=$1 file
  if [ -z "${TIMEKEEPER_CODESIGN_IDENTITY:-}" ]; then
    not_done "SIGNED: TIMEKEEPER_CODESIGN_IDENTITY is not set. macOS refuses to open it unless the user allows it in the settings."
    # without any signature nothing starts on Apple's processors; what jpackage signed was changed since
    codesign --force --deep --sign - "$app"
    return
  fi
  find "$app/Contents" -type f | while IFS= read -r file; do
    case $(file -b "$file") in
      Mach-O*) sign "$file" ;;
    esac
  done
  sign "$app/Contents/runtime"
  sign "$app"
  codesign --verify --deep --strict "$app"
  notarize_app "$app"
}

can_notarize() {
  [ -n "${TIMEKEEPER_NOTARY_PROFILE:-}" ] && return
  not_done "NOTARIZED: TIMEKEEPER_NOTARY_PROFILE is not set. macOS warns before it opens it."
  return 1
}

# The app gets its own ticket, so that it also opens from the archive and without a network.
notarize_app() {
  can_notarize || return 0
  ditto -c -k --keepParent "$1" "$WORK/notarize.zip"
  xcrun notarytool submit "$WORK/notarize.zip" --keychain-profile "$TIMEKEEPER_NOTARY_PROFILE" --wait >&2
  rm -f "$WORK/notarize.zip"
  xcrun stapler staple "$1" >&2
  spctl --assess --type execute --verbose "$1" >&2
}

sign_dmg() {
  [ -n "${TIMEKEEPER_CODESIGN_IDENTITY:-}" ] || return 0
  codesign --force --timestamp --sign "$TIMEKEEPER_CODESIGN_IDENTITY" "$1"
  can_notarize || return 0
  xcrun notarytool submit "$1" --keychain-profile "$TIMEKEEPER_NOTARY_PROFILE" --wait >&2
  xcrun stapler staple "$1" >&2
}
