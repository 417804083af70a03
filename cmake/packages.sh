#!/bin/sh
# Installs the Debian packages that are missing for the groups named; silent when all are there.
# This is the only list of packages.   Usage: cmake/packages.sh GROUP…   (or: --list GROUP…)
set -eu

group() {
  case $1 in
    build) echo "g++ cmake ninja-build ccache mold pkg-config libboost1.81-dev
                 libboost-graph1.81-dev nlohmann-json3-dev libcli11-dev libfmt-dev
                 libutf8proc-dev libicu-dev libzip-dev libexpat1-dev
                 libxlsxwriter-dev libsqlite3-dev poppler-utils" ;;
    test)  echo "libgtest-dev libgmock-dev librapidcheck-dev graphviz
                 chromium git sqlite3 doxygen abigail-tools xz-utils" ;;
    bench) echo "libbenchmark-dev python3" ;;
    peers) echo "gringo swi-prolog-nox sqlite3" ;;
    check) echo "clang-format clang-tidy-19 valgrind" ;;
    fuzz)  echo "clang-19 libclang-rt-19-dev" ;;
    coverage) echo "gcovr" ;;
    *) echo "packages.sh: unknown group: $1" >&2; exit 2 ;;
  esac
}

list_only=no
if [ "${1-}" = --list ]; then list_only=yes; shift; fi
wanted=
for name in "$@"; do wanted="$wanted $(group "$name")"; done
if [ $list_only = yes ]; then printf '%s\n' $wanted; exit 0; fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "没有 apt，应当自行安装以下软件；no apt here; install what corresponds to:"
  printf '  %s\n' $wanted
  exit 0
fi

missing=
for package in $wanted; do
  dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" != 0 ]; then
  sudo=sudo
  echo "安装软件包需要管理员权限，使用 sudo；installing packages needs sudo"
fi
for package in $missing; do echo "安装 install: $package"; done
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive \
       apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
  cat "$log" >&2
  echo "安装失败；the packages could not be installed" >&2
  exit 1
fi
