#!/usr/bin/env python3
"""Runs mingze and every other engine that is installed on the programs of bench/workloads.

    compare.py [WORKLOAD[:SIZE] …]       all of them, at their default sizes, if none is named

    RUNS=3            runs of each; medians are printed
    TIMEOUT=120       processor seconds after which a run is ended
    MEMORY=16000      megabytes at which a run is ended
    PEERS="…"         only these, by the first word of their names, besides mingze
    SEED=1 THREADS=n  of the generator; of the engines that use several
    FACTS=FOLDER      compare on these facts instead of generated ones (one workload)
    MARKDOWN=FILE     writes the tables for bench/README.md there

All must give the same counts, and mingze and SQLite the same tuples where SQLite takes less than
TUPLES=10 processor seconds, or the run fails. A peer that was ended at one size is not run at a
larger one. Facts and outputs are under build/facts.
"""

import hashlib
import os
import statistics
import subprocess
import sys
from pathlib import Path

from peers import DUCKDB, PEERS, ROOT
from workloads import WORKLOADS

BIN = ROOT / "build/bench/bin"


def option(name, default):
    return os.environ.get(name, default)


def facts_for(workload, size):
    if option("FACTS", ""):
        return Path(option("FACTS", "")).resolve()
    seed = option("SEED", "1")
    folder = ROOT / "build/facts" / f"{workload.name}-{size}-{seed}"
    if not folder.exists():
        kind, _, count = size.rpartition("-")
        subprocess.run([BIN / "make_facts", kind or workload.name, count, seed, folder],
                       check=True)
    return folder


class Result:
    def __init__(self, peer, note="", answer=None, runs=()):
        self.peer, self.note, self.answer, self.runs = peer, note, answer, runs

    def median(self, column):
        return statistics.median(run[column] for run in self.runs)


def run_once(peer, program, facts, workload):
    """(elapsed, processor, megabytes), how it ended, what it printed."""
    out = facts / "out.txt"
    command = [BIN / "measure_process", option("TIMEOUT", "120"), option("MEMORY", "16000"),
               program if peer.reads_program else "/dev/null", out]
    command += peer.command(program, facts, workload)
    environment = os.environ | {"NODE_PATH": str(DUCKDB.parents[1])}
    told = subprocess.run([str(part) for part in command], check=True, cwd=facts,
                          env=environment, stdout=subprocess.PIPE, text=True).stdout.split()
    text = out.read_text(encoding="utf-8", errors="replace")
    return tuple(float(number) for number in told[:3]), told[3], text


def measure(peer, workload, facts):
    program = ROOT / "bench/workloads" / workload.name / peer.program
    if not program.exists():
        return Result(peer, "no program")
    if not peer.installed():
        return Result(peer, "not installed")
    program = peer.prepare(program, facts, workload)
    runs, answer = [], None
    for _ in range(int(option("RUNS", "3"))):
        run, end, text = run_once(peer, program, facts, workload)
        if end in ("timeout", "memory"):
            limit = (f"over {option('TIMEOUT', '120')} s of cpu" if end == "timeout"
                     else f"over {option('MEMORY', '16000')} MB")
            return Result(peer, limit, runs=(run,))
        answer = peer.answer(text, workload) if end in ("0", "10", "30") else None
        if answer is None:
            print(text[-2000:], file=sys.stderr)
            return Result(peer, "failed", runs=(run,))
        runs.append(run)
        if run[1] > float(option("TIMEOUT", "120")) / 8:
            break  # slow enough for once to tell
    return Result(peer, answer=answer, runs=runs)


def tuples_of(peer, workload, facts, relation):
    """A digest of the relation's tuples, whatever their order."""
    program = ROOT / "bench/workloads" / workload.name / peer.program
    command = [str(part) for part in peer.command(program, facts, workload)]
    script = None
    if peer.name == "mingze":
        command[command.index("--summary")] = f"--relation={relation}"
        command[command.index("json")] = "tsv"
    else:
        script = peer.prepare(program, facts, workload).read_text(encoding="utf-8")
        script += f".print ---\nselect * from {relation};\n"
    text = subprocess.run(command, cwd=facts, input=script, stdout=subprocess.PIPE, text=True,
                          check=False).stdout.rpartition("---\n")[2]
    return hashlib.md5("\n".join(sorted(text.splitlines())).encode()).hexdigest()


def same_tuples(results, workload, facts):
    sqlite = [result for result in results if result.peer.name == "SQLite" and result.answer]
    if not sqlite or sqlite[0].median(1) > float(option("TUPLES", "10")):
        return True
    for relation in workload.tuples:
        digests = {tuples_of(result.peer, workload, facts, relation)
                   for result in (results[0], sqlite[0])}
        print(f"  the tuples of {relation}: "
              + ("the same" if len(digests) == 1 else "NOT the same"), flush=True)
        if len(digests) > 1:
            return False
    return True


def shown(seconds):
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def times(result, ours, column):
    ratio = result.median(column) / ours.median(column)
    if result is ours:
        return "1"
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"


def row_of(result, ours):
    if not result.runs:
        return [result.peer.name, "—", "—", "—", "—", result.note]
    row = [shown(result.median(0)), shown(result.median(1)),
           f"{max(run[2] for run in result.runs):.0f}", times(result, ours, 0),
           times(result, ours, 1)]
    if result.note:  # ended before it was done: at least so much
        row = [result.note, ">" + row[1], ">" + row[2], ">" + row[3], ">" + row[4]]
    return [result.peer.name] + row


def wide(text, width):
    return text + " " * (width - len(text))


def compare(workload, size, ended):
    facts = facts_for(workload, size)
    chosen = option("PEERS", "").lower().split()
    peers = [peer for peer in PEERS if peer.name == "mingze" or not chosen
             or peer.name.lower().split()[0].rstrip(",") in chosen]
    title = f"{workload.name} {size}"
    print(f"\n{title}", flush=True)
    results = []
    for peer in peers:
        before = ended.get(peer.name)
        result = (Result(peer, f"not run: {before} at the smaller size") if before
                  else measure(peer, workload, facts))
        if result.note and result.runs:
            ended[peer.name] = result.note
        results.append(result)
        row = row_of(result, results[0])
        print("  " + "".join(wide(*cell) for cell in zip(row, (20, 18, 10, 8, 12, 0))), flush=True)
        if results[0].answer is None:
            return title, [row], False, ""
    given = [result for result in results if result.answer is not None]
    agree = True
    for result in given[1:]:
        if result.answer != results[0].answer:
            agree = False
            print(f"  !! {result.peer.name} answers {result.answer}\n     mingze answers "
                  f"{results[0].answer}")
    agree = agree and not any(result.note == "failed" for result in results)
    agree = agree and same_tuples(results, workload, facts)
    line = " ".join(f"{name}={count}" for name, count in results[0].answer.items())
    keys = results[0].peer.keys
    if keys:
        nanoseconds = results[0].median(1) / keys * 1e9
        line += f"; {keys:,} decisions, {nanoseconds:.0f} ns of the processor each"
    print(f"  {len(given)} agree: {line}" if agree else "  NOT the same answers")
    return title, [row_of(result, results[0]) for result in results], agree, line


def cell(row):
    """What a row tells, for a table with a column for each engine."""
    name, elapsed, processor, megabytes, *ratios = row
    if elapsed == "—":
        return ratios[-1]
    ratio = "" if name == "mingze" else f"; ×{ratios[0]} / ×{ratios[1]}"
    if elapsed.startswith("over"):
        return f"{elapsed}, {megabytes} MB{ratio}"
    return f"{elapsed} / {processor} s, {megabytes} MB{ratio}"


def markdown(tables):
    yield "| | " + " | ".join(row[0] for row in tables[0][1]) + " |"
    yield "|---" * (len(tables[0][1]) + 1) + "|"
    for title, rows, _, _ in tables:
        yield f"| {title} | " + " | ".join(cell(row) for row in rows) + " |"


def main():
    (ROOT / "build/facts").mkdir(parents=True, exist_ok=True)
    wanted = []
    for argument in sys.argv[1:]:
        name, _, size = argument.partition(":")
        known = [workload for workload in WORKLOADS if workload.name == name]
        if not known:
            sys.exit(f"no workload {name}; there are: {' '.join(w.name for w in WORKLOADS)}")
        wanted.append((known[0], (size,) if size else known[0].sizes))
    wanted = wanted or [(workload, workload.sizes) for workload in WORKLOADS]
    print(" " * 22 + "elapsed s         cpu s     MB      times ours: elapsed, cpu")
    tables = []
    for workload, sizes in wanted:
        ended = {}
        for size in sizes:
            tables.append(compare(workload, size, ended))
    if option("MARKDOWN", ""):
        Path(option("MARKDOWN", "")).write_text("\n".join(markdown(tables)) + "\n",
                                                encoding="utf-8")
    sys.exit(0 if all(table[2] for table in tables) else 1)


main()
