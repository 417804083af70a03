#!/bin/sh
# The program and the library, shared and static, by C++ and by C, by both packages, say one version.
# Usage: versions.sh FOLDER COPY VERSION, environment as for example.sh
set -eu
copy=$2
version=$3
rm -rf "$copy"
cp -r "$1" "$copy"
cd "$copy"
configure() {
  rm -rf build
  cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH="$PREFIX" -DCMAKE_COMPILE_WARNING_AS_ERROR=ON "$@"
}
says() {
  said=$("$@" | head -n 1)
  if [ "$said" != "$version" ]; then
    echo "$*: says $said, not $version" >&2
    exit 1
  fi
}

configure -DWANTED="$version"
cmake --build build
says build/shared
says build/static
says sh -c "$PREFIX/bin/mingze --version | sed 's/^mingze \\([^ ]*\\).*/\\1/'"

export PKG_CONFIG_PATH="$PREFIX/$LIBDIR/pkgconfig"
says pkg-config --modversion mingze
archive="$PREFIX/$LIBDIR/libmingze.a"
# shellcheck disable=SC2046
"$CXX" $CXXFLAGS $LDFLAGS -std=c++20 $(pkg-config --cflags mingze) versions.cpp "$archive" \
  $(pkg-config --static --libs mingze | sed 's/-lmingze//') -o by_pkg_config
says ./by_pkg_config
for program in build/static ./by_pkg_config; do
  if readelf -d "$program" | grep -F libmingze; then
    echo "$program is linked with the shared library" >&2
    exit 1
  fi
done

# Before 1.0 another minor version is another interface.
minor=${version#*.}
minor=${minor%%.*}
for wrong in "0.$((minor + 1))" "0.$((minor - 1))" 1.0; do
  if configure -DWANTED="$wrong" >log 2>&1; then
    echo "find_package(mingze $wrong) finds $version" >&2
    exit 1
  fi
  grep -qF "version: $version" log  # found, and refused
done
