#!/usr/bin/env bash
# Tiles of the map drawn a second and their bytes, by zoom, one thread; information, without a baseline.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
"$JAVA_HOME/bin/java" -Djava.awt.headless=true -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.territory.map.TilesBench
