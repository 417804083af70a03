#!/bin/sh
# Compares the library with older interfaces that it would break, and with some that it would not.
# Usage, in the root of the project: noticed.sh LIBRARY FOLDER
set -eu
folder=$2
mkdir -p "$folder"
abi/abi.sh dump "$1" "$folder/now.abi"
# older EDIT: the interface as it was, if EDIT (of sed) leads back to it.
older() {
  sed "$1" "$folder/now.abi" >"$folder/older.abi"
  if cmp -s "$folder/now.abi" "$folder/older.abi"; then
    echo "changes nothing: $1" >&2
    exit 1
  fi
}
noticed() {
  older "$1"
  if abi/abi.sh check "$folder/now.abi" "$folder/older.abi" >"$folder/said" 2>&1; then
    echo "goes unnoticed: $1" >&2
    exit 1
  fi
  grep -q "$2" "$folder/said"
}
passes() {
  older "$1"
  abi/abi.sh check "$folder/now.abi" "$folder/older.abi"
}

abi/abi.sh check "$folder/now.abi" "$folder/now.abi"
noticed 's/mingze_free\b/mingze_release/g' '1 Removed function'
noticed "s/name='missing' value='1'/name='missing' value='7'/" 'missing'
noticed "s/name='Message' size-in-bits='512'/name='Message' size-in-bits='256'/" 'Message'
passes "s/soname='[^']*'/soname='libmingze.so.0.0'/; s/mingze_free\b/mingze_release/g"
passes "/'mingze_handles'/d"
