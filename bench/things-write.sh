#!/usr/bin/env bash
# Observations over HTTP and MQTT (QoS 1) at 8, 32 and 64 connections and by rows of 100 and 1,000 over HTTP, beside a bare group-commit writer behind a bare HTTP server.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 900 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.things.load.WritingBench "$folder"
