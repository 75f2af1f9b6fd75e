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
  --java-options '-Dpalimpsest.models=$APPDIR/models' --java-options -Dfile.encoding=UTF-8
du -sh "$here/target/image/palimpsest"
