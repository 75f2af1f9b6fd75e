#!/usr/bin/env bash
# Makes a self-contained program folder with its own Java: installer/target/image/palimpsest.
# Needs a built checkout and a JDK 17 or later with jpackage.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
layout=$here/target/palimpsest
test -d "$layout/lib" || { echo "make-image: build first: mvn verify" >&2; exit 2; }
jar=$(basename "$layout"/lib/app-*.jar)
rm -rf "$here/target/image" "$here/target/input"
mkdir -p "$here/target/input"
cp "$layout"/lib/*.jar "$here/target/input/"
cp -r "$layout/models" "$layout/LICENSE" "$layout/palimpsest-verify.jar" "$here/target/input/"
# the stubs of JavaFX hold nothing but a manifest
find "$here/target/input" -maxdepth 1 -name 'javafx-*.jar' -size -2k -delete
# jpackage would leave out bin/java, in which FFmpeg runs apart from the workbench
jpackage --type app-image --name palimpsest --app-version 0.1.0 --dest "$here/target/image" \
  --input "$here/target/input" --main-jar "$jar" --main-class org.palimpsest.app.Main \
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported,jdk.zipfs \
  --jlink-options '--strip-debug --no-man-pages --no-header-files' \
  --java-options '-Dpalimpsest.models=$APPDIR/models' --java-options -Dfile.encoding=UTF-8 \
  --java-options -Djdk.nio.maxCachedBufferSize=262144 \
  --java-options '-XX:SharedArchiveFile=$APPDIR/classes.jsa' --java-options '-Xlog:cds*=error'

# The launcher of jpackage sets no environment. The C library would keep up to eight heaps a core of what was freed.
image=$here/target/image/palimpsest
mv "$image/bin/palimpsest" "$image/bin/palimpsest-program"
mv "$image/lib/app/palimpsest.cfg" "$image/lib/app/palimpsest-program.cfg"
cat > "$image/bin/palimpsest" <<'SCRIPT'
#!/bin/sh
MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2} exec "$(dirname "$(readlink -f "$0")")/palimpsest-program" "$@"
SCRIPT
chmod +x "$image/bin/palimpsest"

# The archives of classes: of Java's own, then of what a window on a case loads (docs/decisions/0021). Without them the
# program starts, too, but later.
"$image/lib/runtime/bin/java" -Xshare:dump >/dev/null
if command -v xvfb-run >/dev/null; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  export XDG_DATA_HOME=$work/data
  program=$image/bin/palimpsest
  recording=$here/../app/src/main/resources/org/palimpsest/app/demo/slt-protected.flac
  "$program" case create "$work/a.palimpsest" --title T --authority A --purpose P --examiner E
  "$program" import "$work/a.palimpsest" "$recording" --role questioned
  "$program" restore "$work/a.palimpsest" Q1 --method learned-remover
  # these, unlike JAVA_TOOL_OPTIONS, go before those of the image, which would read the file that is to be written
  _JAVA_OPTIONS="-Dprism.order=sw -XX:SharedArchiveFile=$image/lib/runtime/lib/server/classes.jsa
    -XX:ArchiveClassesAtExit=$image/lib/app/classes.jsa" \
    xvfb-run -a -s "-screen 0 1440x900x24" "$program" picture "$work/a.palimpsest" "$work/a.png"
  test -s "$image/lib/app/classes.jsa"
else
  echo "make-image: no xvfb-run, so the image has no archive of the window's classes and starts later" >&2
fi
du -sh "$here/target/image/palimpsest"
