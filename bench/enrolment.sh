#!/usr/bin/env bash
# 2,000 people for 20 seats at 64 connections beside a bare constrained INSERT each; handing seats on at 1,000 and 100,000 who wait.
set -euo pipefail
cd "$(dirname "$0")/.."
. bin/.jdk
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath
folder=$(mktemp -d "${TMPDIR:-/tmp}/foyal-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
timeout 900 "$JAVA_HOME/bin/java" -Xmx1g -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  org.foyal.learning.enrolment.EnrolmentBench "$folder"
