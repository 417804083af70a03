#!/bin/sh
# instructions.sh [--accept]: counts the instructions of a few small runs of the release binary, and of
# an edit of a resolved program, under callgrind and fails where one takes over 10 % more than
# bench/instructions.tsv says. A count does not depend on what else the machine does, unlike a time.
# --accept writes the file anew.
set -eu
cd "$(dirname "$0")/.."
kept=bench/instructions.tsv
mingze=$PWD/build/release/bin/mingze
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for facts in "province 20" "random 300" "cases 2000" "points-to 300"; do
  build/bench/bin/make_facts ${facts} 1 "$work/${facts% *}"
done

# What would make counts differ: the number of processors, the date, the language, and which of its
# functions for texts the C library takes on this processor.
export LC_ALL=C.UTF-8 GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2_Usable,-AVX2,-AVX512F,-ERMS,-FSRM
now=$work/now.tsv
count() {
  name=$1
  shift
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" >/dev/null 2>"$work/log" || true
  counted=$(sed -n 's/.*Collected : //p' "$work/log")
  if [ -z "$counted" ]; then
    cat "$work/log" >&2
    exit 1
  fi
  printf '%s\t%s\n' "$name" "$counted" >>"$now"
}
resolve() {
  count "resolve $1" "$mingze" resolve "bench/workloads/$2/mingze.mz" --facts "$work/$3" --jobs 1 \
    --no-default-pack --summary --format json --fail-on never --as-of 2026-11-23
}
count "start" "$mingze" --version
count "check the sample draft" "$mingze" check fixtures/drafts/demo.txt --as-of 2026-11-23 --jobs 1
resolve "nation, one province, 20 items" nation province
resolve "closure, 300 nodes" closure random
resolve "cases, 2,000" cases cases
resolve "points-to, 300 variables" points-to points-to

# Of a benchmark in-process only what an edit takes: an override and its taking back.
count "an override in a nation of 500 items, twice" --collect-atstart=no \
  '--toggle-collect=mingze::Resolved::apply*' build/bench/bin/bench_micro \
  '--benchmark_filter=change_an_override/500$' --benchmark_min_time=0.000001

if [ "${1-}" = --accept ]; then
  cp "$now" "$kept"
  cat "$kept"
  exit 0
fi
awk -F '\t' '
  FNR == NR { before[$1] = $2; next }
  !($1 in before) { print "  new: " $1 ": " $2; grown = 1; next }
  {
    change = ($2 / before[$1] - 1) * 100
    mark = change > 10 ? "!!" : "  "
    printf "%s %+6.1f %%  %14.0f  %s\n", mark, change, $2, $1
    if (change > 10) grown = 1
    if (change < -10) shrunk = 1
  }
  END {
    if (grown) {
      print "指令数比 bench/instructions.tsv 多出一成以上：找出原因；确有必要的，运行 make bench-accept"
      print "over 10 % more instructions than bench/instructions.tsv has: find out why, or, if it is" \
            " worth it, accept the counts with `make bench-accept`"
    } else if (shrunk) {
      print "over 10 % fewer instructions: `make bench-accept` keeps what was gained"
    }
    exit grown
  }' "$kept" "$now"
