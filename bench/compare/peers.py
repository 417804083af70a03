"""How each engine runs a program of bench/workloads, and how its answer is read."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DUCKDB = ROOT / "build/peers/node_modules/@duckdb/node-api"


def counts_in(text):
    """The counts of a line `name=1 other=2`."""
    lines = [line for line in text.splitlines() if re.fullmatch(r"(\S+=\d+ ?)+", line.strip())]
    if len(lines) != 1:
        return None
    return {name: int(count) for name, count in (part.split("=") for part in lines[0].split())}


class Peer:
    """An engine whose program reads the facts in the folder it runs in and prints its counts."""

    def __init__(self, name, program, command, installed, reads_program=False):
        self.name = name
        self.program = program            # the file in a workload's folder
        self.command = command            # (program, facts, workload) -> arguments
        self.installed = installed        # () -> bool
        self.reads_program = reads_program  # the program is its standard input

    def prepare(self, program, facts, workload):
        """What is not measured. Returns the program to run."""
        return program

    def answer(self, text, workload):
        return counts_in(text)


class Mingze(Peer):
    def answer(self, text, workload):
        summary = json.loads(text)["summary"]

        def at(path):
            value = summary
            for step in path.split("."):
                value = value[step]
            return value

        answer = {name: at(path) for name, path in workload.answers.items()}
        self.keys = at(workload.keys) if workload.keys else None
        return answer


class Sqlite(Peer):
    """Its shell has no loop: `-- while …` to `-- end` is written out 300 times. A round that has
    nothing to do costs it next to nothing."""

    def prepare(self, program, facts, workload):
        text = re.sub(r"-- while \w+\n(.*?)-- end\n", lambda loop: loop[1] * 300,
                      program.read_text(encoding="utf-8"), flags=re.DOTALL)
        (facts / program.name).write_text(text, encoding="utf-8")
        return facts / program.name


class Clingo(Peer):
    """Facts are put into ASP's form before, and atoms counted by a script after grounding."""

    def prepare(self, program, facts, workload):
        with open(facts / "facts.lp", "w", encoding="utf-8") as out:
            for file in sorted(facts.glob("*.tsv")):
                name = "case_of" if file.stem == "case" else file.stem
                for line in file.open(encoding="utf-8"):
                    terms = ["none" if term == "-" else term for term in line.rstrip("\n").split("\t")]
                    out.write(f"{name}({','.join(terms)}).\n")
        names = ", ".join(f'"{name}"' for name in workload.answers)
        (facts / "count.lp").write_text(COUNT.replace("NAMES", names), encoding="utf-8")
        return program


COUNT = """#script (lua)
function main(program)
  program:ground({{"base", {}}})
  local line = {}
  for _, name in ipairs({NAMES}) do
    local count = 0
    for arity = 1, 5 do
      for _ in program.symbolic_atoms:by_signature(name, arity) do count = count + 1 end
    end
    table.insert(line, name .. "=" .. count)
  end
  print(table.concat(line, " "))
end
#end.
"""


class Souffle(Peer):
    """Compiled before, which is not measured."""

    def prepare(self, program, facts, workload):
        binary = ROOT / "build/peers" / f"souffle-{workload.name}"
        if not binary.exists() or binary.stat().st_mtime < program.stat().st_mtime:
            subprocess.run(["souffle", f"-j{threads()}", "-o", binary, program], check=True)
        return binary

    def answer(self, text, workload):
        found = dict(re.findall(r"^(\S+)\t(\d+)$", text, re.MULTILINE))
        return {name: int(count) for name, count in found.items()} or None




def threads():
    return int(os.environ.get("THREADS", os.cpu_count() or 1))


def on_path(program):
    return lambda: shutil.which(program) is not None


PEERS = [
    Mingze("mingze", "mingze.mz", lambda program, facts, workload: [
        ROOT / "build/release/bin/mingze", "resolve", program, "--facts", facts,
        "--no-default-pack", "--summary", "--format", "json", "--fail-on", "never", "--quiet",
        "--jobs", threads()], lambda: True),
    Souffle("Soufflé, compiled", "souffle.dl",
            lambda program, facts, workload: [program, "-F", facts, f"-j{threads()}"],
            on_path("souffle")),
    Peer("DuckDB", "duckdb.sql",
         lambda program, facts, workload: ["node", ROOT / "bench/compare/duckdb.js", threads()],
         lambda: DUCKDB.exists() and shutil.which("node") is not None, reads_program=True),
    Sqlite("SQLite", "sqlite.sql",
           lambda program, facts, workload: ["sqlite3", "-bail", ":memory:"],
           on_path("sqlite3"), reads_program=True),
    Peer("SWI-Prolog", "swipl.pl",
         lambda program, facts, workload: ["swipl", "-O", program], on_path("swipl")),
    Clingo("clingo", "clingo.lp",
           lambda program, facts, workload: [
               "clingo", "--outf=3", program, facts / "count.lp", facts / "facts.lp"],
           on_path("clingo")),
]
