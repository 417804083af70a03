#!/bin/sh
# Builds a copy of an example with the installed library alone, runs what its expected.txt says
# (`$ command`, then what it prints), and compares.   Usage: example.sh FOLDER COPY
# Environment: PREFIX LIBDIR SOURCE, and the compilers and flags
set -eu
folder=$1
copy=$2
rm -rf "$copy"
cp -r "$folder" "$copy"
cd "$copy"
export PATH="$PREFIX/bin:$PATH"
export PKG_CONFIG_PATH="$PREFIX/$LIBDIR/pkgconfig"
export LD_LIBRARY_PATH="$PREFIX/$LIBDIR"
export LC_ALL=C.UTF-8

if [ -f CMakeLists.txt ]; then
  cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH="$PREFIX" -DCMAKE_COMPILE_WARNING_AS_ERROR=ON
  cmake --build build
  ninja -C build -t deps >dependencies
elif [ -f Makefile ]; then
  CFLAGS="$CFLAGS -Werror -MD" make
  cat ./*.d >dependencies
else
  : >dependencies
fi
for inside in include engine app report; do
  if grep -F "$SOURCE/$inside/" dependencies; then
    echo "reads the source tree" >&2
    exit 1
  fi
done

while IFS= read -r line; do
  case $line in
    '$ '*)
      printf '%s\n' "$line"
      code=0
      sh -c "${line#??}" </dev/null 2>&1 || code=$?
      [ $code -le 1 ] || echo "exit code $code"
      ;;
  esac
done <expected.txt >printed.txt
diff -u expected.txt printed.txt
