#!/bin/sh
# Each installed header compiles alone, without warnings, and reads nothing but the standard library.
# Usage: headers.sh COMPILER, environment as for example.sh
set -eu
compiler=$1
command -v "$compiler" >/dev/null || exit 77
warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror'
compile() {
  # shellcheck disable=SC2086
  "$compiler" -fsyntax-only $warnings "-I$PREFIX/include" "$@"
}
count=0
for header in "$PREFIX"/include/mingze/*; do
  name="mingze/$(basename "$header")"
  case $header in
    *.h)
      echo "#include <$name>" | compile -x c -std=c99 -
      ;;
  esac
  echo "#include <$name>" | compile -x c++ -std=c++20 -
  if echo "#include <$name>" | compile -x c++ -std=c++20 -M - |
    grep -E '/(boost|nlohmann|fmt|unicode)/|(sqlite3|zip|expat|xlsxwriter|utf8proc)\.h'; then
    echo "$name shows what the library is made from" >&2
    exit 1
  fi
  count=$((count + 1))
done
[ $count -ge 6 ]
