# Makes the image of a part: its jars, the runtime it needs, launchers, the cache of loaded classes.
# To be sourced after common.sh. An image runs from wherever it is put.
# shellcheck shell=bash

export JDK=${JDK:-}

# --- Jars
collect_jars() {
  local maven=(mvn -B -ntp -q -f "$ROOT/pom.xml" -DskipTests) log=$WORK/maven.log
  [ -z "${OFFLINE:-}" ] || maven+=(-o)
  need mvn maven
  mkdir -p "$WORK"
  rm -rf "$ROOT"/{app,node-core}/target/package-lib
  # whoever calls may have a Java for Maven; the build itself takes a JDK 25
  if [ -z "${JAVA_HOME:-}" ] && ! command -v java >/dev/null; then export JAVA_HOME=$JDK; fi
  say "building the jars"
  JAVA25_HOME=$JDK "${maven[@]}" package dependency:copy-dependencies -DincludeScope=runtime \
    -DexcludeGroupIds=io.timecoin -DoutputDirectory=target/package-lib </dev/null >"$log" 2>&1 ||
    { cat "$log" >&2; fail "the build failed; its output is above and in $log"; }
}

# Jars of a part go to $WORK/PART/jars, its native libraries to $WORK/PART/native: unpacked once here
# instead of at every start into a temporary folder, which a hardened service may not execute from.
sort_jars() {
  local part=$1 to=$WORK/$1 module jar
  module=$(module_of "$part")
  rm -rf "$to"
  mkdir -p "$to/jars" "$to/native" "$to/javafx"
  cp "$ROOT/node-core/target/timekeeper-node-core-$(pom_version).jar" "$to/jars/timekeeper-node-core.jar"
  if [ "$part" = app ]; then
    cp "$ROOT/app/target/timekeeper-app-$(pom_version).jar" "$to/jars/timekeeper-app.jar"
  fi
  for jar in "$ROOT/$module"/target/package-lib/*.jar; do
    case $(basename "$jar") in
      javafx-*-linux*.jar) cp "$jar" "$to/javafx" ;;
      javafx-*.jar) ;; # empty; the one with the platform's name has it all
      rocksdbjni-* | conscrypt-* | AmazonCorretto*) part_natives "$jar" "$to" ;;
      *) cp "$jar" "$to/jars" ;;
    esac
  done
}

# part_natives JAR TO: the jar without any native library, and this platform's libraries beside it.
part_natives() {
  local jar=$1 to=$2 work=$2/unpacked
  rm -rf "$work"
  mkdir -p "$work"
  (cd "$work" && "$JDK/bin/jar" --extract --file "$jar")
  find "$work" -type f | grep -E "$(natives_here)" | while IFS= read -r library; do
    install -m 644 "$library" "$to/native/"
  done
  find "$work" -type f \( -name '*.so' -o -name '*.dll' -o -name '*.jnilib' -o -name '*.dylib' \) -delete
  "$JDK/bin/jar" --create --file "$to/jars/$(basename "$jar")" --date "$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)" \
    --manifest "$work/META-INF/MANIFEST.MF" -C "$work" .
  rm -rf "$work"
}

natives_here() {
  if [ "$(uname -m)" = aarch64 ]; then
    echo '/(librocksdbjni-linux-aarch64|libconscrypt_openjdk_jni-linux-aarch_64|libamazonCorrettoCryptoProvider)\.so$'
  else
    echo '/(librocksdbjni-linux64|libconscrypt_openjdk_jni-linux-x86_64|libamazonCorrettoCryptoProvider)\.so$'
  fi
}

# --- Runtime
# JavaFX as it comes from Maven has its libraries in jars, and would unpack them into each user's home.
# As jmods, the libraries land in the runtime's own folder.
make_jmods() {
  local to=$1/jmods jar name work
  rm -rf "$to"
  mkdir -p "$to"
  for jar in "$1"/javafx/*.jar; do
    [ -e "$jar" ] || return 0
    name=$(basename "$jar")
    name=${name%%-[0-9]*}
    work=$1/unpacked
    rm -rf "$work"
    mkdir -p "$work/classes" "$work/lib"
    (cd "$work/classes" && "$JDK/bin/jar" --extract --file "$jar")
    find "$work/classes" -maxdepth 1 -name '*.so' -exec mv {} "$work/lib/" \;
    "$JDK/bin/jmod" create --class-path "$work/classes" --libs "$work/lib" "$to/${name/-/.}.jmod"
  done
  rm -rf "$work"
}

make_runtime() {
  local part=$1 to=$WORK/$1 options=()
  make_jmods "$to"
  rm -rf "$to/runtime"
  if modules_of "$part" | grep -qx jdk.localedata; then
    options+=(--include-locales=en,de)
  fi
  # no compression: dpkg and rpm compress the whole better, and classes load faster
  "$JDK/bin/jlink" --module-path "$to/jmods" --add-modules "$(modules_of "$part" | paste -sd,)" \
    "${options[@]}" --compress zip-0 --no-header-files --no-man-pages --output "$to/runtime"
  # nothing here makes a sound, and the library would ask for ALSA; of the commands, child processes need java
  rm -f "$to/runtime/lib/libjsound.so" "$to"/runtime/bin/{keytool,jwebserver}
  cp "$to"/native/*.so "$to/runtime/lib/"
}

# What jdeps sees in the jars, and what the list says, must be the same.
check_modules() {
  local part=$1 to=$WORK/$1 jar path=()
  rm -rf "$to/seen"
  for jar in "$to"/jars/*.jar; do
    mkdir -p "$to/seen/$(basename "$jar" .jar)"
    (cd "$to/seen/$(basename "$jar" .jar)" && "$JDK/bin/jar" --extract --file "$jar")
  done
  # as on the class path: without their own module descriptors, or for other versions of Java
  find "$to/seen" \( -name module-info.class -o -path '*/META-INF/*.class' \) -delete
  if [ "$part" = app ]; then
    path=(--module-path "$to/javafx" --add-modules javafx.controls)
  fi
  (cd "$to/seen" && "$JDK/bin/jdeps" --ignore-missing-deps -summary "${path[@]}" ./*) |
    sed -n 's/.* -> \(\(java\|jdk\)[a-z]*\.[a-z.]*\)$/\1/p' | grep -vx java.base | sort -u >"$to/modules.seen"
  rm -rf "$to/seen"
  sed -n '/# unseen/d; s/^-\{0,1\}\([a-z][a-z.]*\).*/\1/p' "$ROOT/packaging/modules/$part.txt" | sort -u >"$to/modules.listed"
  diff "$to/modules.listed" "$to/modules.seen" >"$to/modules.diff" ||
    { cat "$to/modules.diff" >&2; fail "packaging/modules/$part.txt (<) differs from what jdeps sees (>)"; }
}

# --- Image
make_image() {
  local part=$1 to=$WORK/$1 first launcher more=() options=()
  read -r first _ <<<"$(launchers_of "$part")"
  for launcher in $(launchers_of "$part"); do
    if [ "$launcher" != "$first" ]; then
      launcher_properties "$part" "$launcher" >"$to/$launcher.properties"
      more+=(--add-launcher "$launcher=$to/$launcher.properties")
    fi
  done
  mapfile -t options < <(options_of "$part" "$first" | sed 's/^/--java-options\n/')
  rm -rf "$to/image"
  "$JDK/bin/jpackage" --type app-image --name "$first" --dest "$to/image" --input "$to/jars" \
    --main-jar "$(main_jar_of "$first")" --main-class "$(head -n 1 "$ROOT/packaging/launchers/$first")" \
    --runtime-image "$to/runtime" --icon "$ROOT/icons/timekeeper-256.png" --app-version "$(pom_version | sed 's/-.*//')" \
    "${options[@]}" "${more[@]}" >"$to/jpackage.log" 2>&1 || { cat "$to/jpackage.log" >&2; fail "jpackage failed"; }
  mv "$to/image/$first" "$to/image/$(package_of "$part")"
  finish_image "$part" "$to/image/$(package_of "$part")"
}

# What jpackage leaves to do: its icons, of which the desktop's folders have better ones, go; the
# script that chooses a launcher, and the cache of classes, come.
finish_image() {
  local part=$1 image=$2 cfg
  rm -f "$image"/lib/*.png "$image"/lib/app/*.png
  install -m 755 "$HERE/$part/$(package_of "$part")" "$image/bin/$(package_of "$part")"
  [ "$part" = app ] || install -m 755 "$HERE/node/check" "$image/bin/check"
  [ "$part" = app ] || install -m 644 "$HERE/node/logback-journal.xml" "$image/lib/app/"
  for cfg in "$image"/lib/app/*.cfg; do
    same_class_path "$image" "$cfg"
  done
  chmod -R u+rwX,go+rX,go-w "$image"
  settle_times "$image"
  train "$part" "$image"
  for cfg in "$image"/lib/app/*.cfg; do
    # shellcheck disable=SC2016 # the launcher, not this shell, knows APPDIR
    echo 'java-options=-XX:AOTCache=$APPDIR/classes.aot' >>"$cfg"
  done
  settle_times "$image"
}

# One order of jars for all launchers: a cache of classes fits one class path only.
same_class_path() {
  local image=$1 cfg=$2 jar
  {
    echo '[Application]'
    for jar in "$image"/lib/app/*.jar; do
      # shellcheck disable=SC2016
      printf 'app.classpath=$APPDIR/%s\n' "$(basename "$jar")"
    done
    sed '/^\[Application\]/d; /^app\.classpath=/d; /-Djpackage\.app-version/d' "$cfg"
  } >"$cfg.new"
  mv "$cfg.new" "$cfg"
}

# --- The cache of loaded and linked classes
# Sets JAVA to the command that a launcher would run.
java_of() {
  local image=$1 cfg=$1/lib/app/$2.cfg app=$1/lib/app options=()
  mapfile -t options < <(sed -n 's/^java-options=//p' "$cfg" | sed "s:\$APPDIR:$app:")
  JAVA=("$image/lib/runtime/bin/java" "${options[@]}"
    -cp "$(sed -n 's/^app\.classpath=//p' "$cfg" | sed "s:\$APPDIR:$app:" | paste -sd:)")
}

main_class_of() { sed -n 's/^app\.mainclass=//p' "$1/lib/app/$2.cfg"; }

# The app learns from a walk through its first start, demo payment and all; the node from a demo payment.
train() {
  local part=$1 image=$2 data first
  data=$(mktemp -d)
  read -r first _ <<<"$(launchers_of "$part")"
  java_of "$image" "$first"
  say "recording the classes that $(package_of "$part") loads"
  if [ "$part" = app ]; then
    JAVA+=(-XX:AOTCacheOutput="$image/lib/app/classes.aot" -Dglass.platform=Headless -Dprism.order=sw
      "$(main_class_of "$image" "$first")" --screenshot-dir "$data/pictures" --data-dir "$data/data")
  else
    JAVA+=(-XX:AOTCacheOutput="$image/lib/app/classes.aot" "$(main_class_of "$image" "$first")" demo --headless)
  fi
  "${JAVA[@]}" </dev/null >"$WORK/$part/training.log" 2>&1 ||
    { cat "$WORK/$part/training.log" >&2; fail "the program that was just built does not run"; }
  rm -rf "$data" "$image/lib/app/classes.aot.config"
  [ -s "$image/lib/app/classes.aot" ] || { cat "$WORK/$part/training.log" >&2; fail "no cache of classes was made"; }
  chmod 644 "$image/lib/app/classes.aot"
}
