#!/bin/sh
# Compares the binary interface of the shared library with that of the last release, which
# abi/mingze.abi.xz keeps as libabigail writes it.
#
#   abi/abi.sh dump LIBRARY FILE            writes the interface of a library
#   abi/abi.sh check INTERFACE [BASELINE]   1: another interface under the same soname
#
# The library needs debugging information about the types of its interface, as in the preset dev.
# What is added passes. A member with another name passes too, since programs that are built go on
# to run: the examples under docs/examples would notice. See docs/stability.md.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "$1" = dump ]; then
  abidw --headers-dir include/mingze --drop-private-types --exported-interfaces-only \
    --type-id-style hash --no-corpus-path --no-comp-dir-path --no-show-locs --no-elf-needed \
    --no-architecture --no-parameter-names --out-file "$3" "$2"
  exit 0
fi
new=$2
if [ $# -gt 2 ]; then
  old=$3
else
  old=$work/old.abi
  xz -dc abi/mingze.abi.xz >"$old"
fi
soname() { sed -n "s/^<abi-corpus .*soname='\([^']*\)'.*/\1/p" "$1"; }
if [ "$(soname "$new")" != "$(soname "$old")" ]; then
  echo "库的名字已是 $(soname "$new")，接口可以不同 · another soname: the interface may differ"
  exit 0
fi
if ! abidiff --no-added-syms "$old" "$new"; then
  echo "接口变了，而库的名字没有变：改回去，或者升次版本号（docs/stability.md）" >&2
  echo "another interface under the same soname: undo it, or raise the minor version" >&2
  exit 1
fi
