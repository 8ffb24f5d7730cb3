#!/bin/sh
# Called by Maven: brings the front-end libraries by the lock file, then writes the static assets into the classpath.
set -eu
cd "$(dirname "$0")"
if ! command -v node >/dev/null 2>&1; then
  echo 'Foyal needs Node.js 20 or newer to build its pages: install the package nodejs (and npm), then run this again.' >&2
  exit 1
fi
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --silent --no-audit --no-fund
  touch node_modules/.package-lock.json
fi
exec node build.mjs
