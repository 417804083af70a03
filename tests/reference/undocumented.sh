#!/bin/sh
# Takes away the documentation of one name at a time; each time the reference has to fail and say so.
# Usage, in the root of the project: undocumented.sh FOLDER
set -eu
folder=$1
# without HEADER PATTERN NAME: without the comment in or before the line that matches.
without() {
  rm -rf "$folder"
  mkdir -p "$folder/headers"
  cp -r include/mingze "$folder/headers/"
  awk -v pattern="$2" '
    { lines[NR] = $0 }
    $0 ~ pattern && !found { found = NR }
    END {
      for (i = found - 1; lines[i] ~ /^ *(\/\/\/|\/\*\*|\*)/; --i) delete lines[i]
      sub(/ *\/\/\/<.*/, "", lines[found])
      sub(/ *\/\*\*<.*\*\//, "", lines[found])
      for (i = 1; i <= NR; ++i) if (i in lines) print lines[i]
    }' "include/mingze/$1" >"$folder/headers/mingze/$1"
  if docs/reference.sh "$folder/out" 0.0.0 "$folder/headers/mingze" 2>"$folder/errors"; then
    echo "$3 without documentation goes unnoticed" >&2
    exit 1
  fi
  grep -q "$3.* is not documented" "$folder/errors" || {
    cat "$folder/errors" >&2
    exit 1
  }
}

without engine.hpp 'bool is_resolved\(' is_resolved
without engine.hpp 'std::uint64_t tuples' tuples
without answers.hpp '  conflict, .*several' conflict
without mingze.h 'API.* mingze_engine_load\(' mingze_engine_load
without mingze.h 'MINGZE_FORMAT_TSV =' MINGZE_FORMAT_TSV
