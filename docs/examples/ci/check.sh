#!/bin/sh
# 检查规则的一步；mingze.yml 调用它，也可以自己在仓库的根目录运行：
# One step of checking rules; mingze.yml calls it, and it runs by hand in the root of a repository:
#
#   check.sh fmt|lint|test|diff
#
# MINGZE_RULES   规则的文件夹 · the folder of the rules (rules)
# MINGZE_BASE    与哪个版本比较 · the revision to compare with (origin/main)
# MINGZE_FACTS   比较时另用的事实 · a folder of facts to compare over, too (none)
# MINGZE_DRAFTS  也比较这些草案的结果 · drafts whose results are compared, too (none)
# MINGZE_OUT     报告写到这个文件夹 · the folder for reports (mingze-reports)
# MINGZE         程序 · the program (mingze)
#
# 退出码：0 通过，1 有不合格的，2 检查不了。裁定有变化不算不合格。
# Exit code: 0 good, 1 found something wrong, 2 could not check. Decisions that move are not wrong.
set -eu
rules=${MINGZE_RULES:-rules}
base=${MINGZE_BASE:-origin/main}
out=${MINGZE_OUT:-mingze-reports}
mingze=${MINGZE:-mingze}

# 运行到底，1 留在 $code 里；更大的就此结束。Goes on after 1, kept in $code, and ends at more.
run() {
  code=0
  "$@" || code=$?
  [ "$code" -le 1 ] || exit "$code"
}

# 给看的人的摘要；不在 GitHub 上就写到标准输出。The summary; without GitHub, standard output.
summarize() {
  cat >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
}

# 本分支从哪里开始；后来别人合入的不算它的改动。Where this branch begins: what others merged since
# is no change of its own.
find_base() {
  git rev-parse --verify --quiet --end-of-options "$base^{commit}" >/dev/null || {
    echo "check.sh: 没有 $base 这个版本，要取全部历史 · no revision $base; fetch all history" >&2
    exit 2
  }
  git merge-base --is-ancestor "$base" HEAD || base=$(git merge-base "$base" HEAD) || {
    echo "check.sh: 与 $base 没有共同的历史 · no history in common with $base" >&2
    exit 2
  }
}

mkdir -p "$out"
case ${1-} in
  fmt)
    "$mingze" fmt --check "$rules"
    ;;
  lint)
    "$mingze" lint "$rules" --fail-on never -o "$out/lint.sarif"
    "$mingze" lint "$rules"
    ;;
  test)
    run "$mingze" test "$rules" --coverage
    failed=$code
    run "$mingze" test "$rules" -o "$out/coverage.html"
    run "$mingze" test "$rules" --format lcov -o "$out/lcov.info"
    exit "$failed"
    ;;
  diff)
    find_base
    if ! git cat-file -e "$base:./$rules" 2>/dev/null; then
      echo "$base 里还没有 $rules，没有可比较的 · has no $rules yet: nothing to compare" | summarize
      exit 0
    fi
    set -- "git:$base" "$rules" ${MINGZE_FACTS:+--facts "$MINGZE_FACTS"} \
      ${MINGZE_DRAFTS:+--draft "$MINGZE_DRAFTS"}
    run "$mingze" diff "$@" --format md -o "$out/diff.md"
    run "$mingze" diff "$@" -o "$out/diff.html"
    # GitHub 的摘要不超过 1 MiB。A summary of GitHub has at most 1 MiB.
    if [ "$(wc -c <"$out/diff.md")" -lt 1000000 ]; then
      summarize <"$out/diff.md"
    else
      head -n 1000 "$out/diff.md" | summarize
      echo "… 全部在 $out/diff.html 里 · all of it is in $out/diff.html" | summarize
    fi
    ;;
  *)
    echo "用法 · usage: check.sh fmt|lint|test|diff" >&2
    exit 2
    ;;
esac
