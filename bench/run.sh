#!/bin/sh
# Prints all measurements: the parts (Google Benchmark, medians), whole runs of the program, and the
# program beside other engines.
set -eu
cd "$(dirname "$0")/.."
built=build/bench/bin
mingze=build/release/bin/mingze
texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT

echo "== 各部分 · the parts (median of 5)"
"$built/bench_micro" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
  --benchmark_min_time=0.1 2>/dev/null | grep -E '^(Benchmark|-----)|_median' | sed 's/_median/       /'

"$built/make_draft" 1000000 1 >"$texts/large.txt"
"$built/make_draft" 1000000 1 docx >"$texts/large.docx"
"$built/make_draft" 6000 1 >"$texts/pages.txt"
: >"$texts/empty.mz"
echo
echo "== 整个程序 · whole runs of the program"
echo "     median       fastest    slowest        cpu   runs  command"
run() { "$built/time_process" "$@"; }
run 50 "mingze --version" "$mingze" --version
run 50 "mingze resolve, an empty program with the embedded packs" "$mingze" resolve "$texts/empty.mz"
run 50 "mingze resolve --no-default-pack, an empty program" "$mingze" resolve --no-default-pack "$texts/empty.mz"
run 50 "mingze check, two pages" "$mingze" check "$texts/pages.txt"
run 50 "mingze check, the sample draft" "$mingze" check fixtures/drafts/demo.txt
run 10 "mingze check, 1 MB" "$mingze" check "$texts/large.txt"
run 10 "mingze check --format json, 1 MB" "$mingze" check --format json "$texts/large.txt"
run 10 "mingze check, a Word file with 1 MB of text" "$mingze" check "$texts/large.docx"
# Real texts, where they lie beside the project.
real=../shared/corpus/real
if [ -d "$real" ]; then
  run 10 "mingze check, $(cat "$real"/*.txt | wc -c | tr -d ' ') bytes of real texts" \
    "$mingze" check --format tsv "$real"/*.txt
else
  echo "(no real texts at $real: not measured)"
fi
echo
echo "== 与其他引擎比较 · beside other engines (bench/compare/compare.py)"
TIMEOUT="${TIMEOUT:-60}" python3 bench/compare/compare.py
