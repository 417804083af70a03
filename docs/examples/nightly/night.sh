#!/bin/sh
# 夜间作业：登记库 → mingze → 登记库，并说出与前一夜的不同。
# The nightly job: register → mingze → register, and what differs from the last night.
#
#   night.sh REGISTER.sqlite [DAY]      DAY: 2026-11-27, by default today
set -eu
here=$(cd "$(dirname "$0")" && pwd)
register=$(realpath "$1")
day=${2:-$(date +%F)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 1：有错误的问题，正是要记下的。1 says that errors were found, which is what the job keeps.
mingze resolve --quiet --facts "$register" --as-of "$day" --lang zh -o "$work/night.sqlite" ||
  [ $? -eq 1 ]
sqlite3 -bail -cmd "ATTACH '$work/night.sqlite' AS night" "$register" <"$here/keep.sql"
