#!/bin/sh
# Installs the other engines: clingo, SWI-Prolog and SQLite from Debian, DuckDB from npm into
# build/peers. What cannot be installed is told when the comparison runs, and left out there. Soufflé
# is in neither; it is compared with where it is on the PATH.
set -u
cd "$(dirname "$0")/../.."
cmake/packages.sh peers || echo "(not all peers could be installed)"
duckdb=@duckdb/node-api@1.5.6-r.1
if command -v npm >/dev/null && [ ! -d build/peers/node_modules/@duckdb/node-api ]; then
  echo "安装 install: $duckdb (npm, build/peers)"
  npm install --silent --no-audit --no-fund --no-save --prefix build/peers "$duckdb" ||
    echo "(DuckDB could not be installed)"
fi
