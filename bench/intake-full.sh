#!/usr/bin/env bash
# The disk of a house that takes observations runs full and gets room again, twice: what was acknowledged and is lost, how soon it takes again. Needs root.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'umount "$folder" 2> /dev/null || true; rmdir "$folder"' EXIT
if ! mount -t tmpfs -o size=600m tmpfs "$folder"; then
  echo "A small disk can only be made by root: nothing was measured." >&2
  exit 1
fi
timeout 600 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.things.intake.FullDiskBench "$folder"
