#!/bin/sh
# Makes the reference of the library from its headers. A public name without documentation is an
# error.   Usage, in the root of the project: docs/reference.sh FOLDER VERSION [HEADERS]
set -eu
export MINGZE_REFERENCE="$1" MINGZE_VERSION="$2" MINGZE_HEADERS="${3:-include/mingze}"
mkdir -p "$1"
doxygen docs/Doxyfile
# doxygen passes over the values of an enum.
awk '
  /<(memberdef|enumvalue) / { name = ""; said = 0 }
  /<name>/ { if (name == "") { name = $0; gsub(/.*<name>|<.*/, "", name) } }
  /<para>/ { said = 1 }
  /<\/enumvalue>/ { if (!said) { print name " is not documented."; bad = 1 } }
  END { exit bad }
' "$1"/xml/*.xml >&2
