"""What is compared: each folder of bench/workloads, its sizes, and what its answers are called."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    name: str
    sizes: tuple          # of the default run; each peer runs the next one only if it has time
    answers: dict         # name of a count -> where mingze's summary has it
    keys: str = ""        # where mingze's summary has the number of decisions, if it makes any
    facts: str = ""       # whose facts it reads, if not its own


def relations(*names):
    return {name: f"relations.{name}" for name in names}


WORKLOADS = [
    Workload(
        "nation", ("500", "5000"),
        {"lead": "decisions.leads.values", "missing": "findings.leads-missing",
         "conflict": "findings.leads-conflict"}
        | relations("interference", "unanswered", "cycle", "unaccountable"),
        keys="decisions.leads.keys"),
    Workload(
        "villages", ("100", "1000"),
        {"lead": "decisions.leads.values", "missing": "findings.leads-missing",
         "conflict": "findings.leads-conflict", "moved": "findings.moved",
         "thin": "findings.thin", "crowded": "findings.crowded"} | relations("answers"),
        keys="decisions.leads.keys"),
    Workload("closure-random", ("2000",), relations("path", "circle")),
    Workload("closure-grid", ("60",), relations("path", "circle")),
    Workload("same-generation", ("3000",), relations("same")),
    Workload("points-to", ("20000",), relations("points", "holds")),
    Workload("wide-join", ("50000",), relations("joined")),
    Workload(
        "cases", ("200000",),
        {"decided": "decisions.decides.decided", "missing": "findings.decides-missing",
         "conflict": "findings.decides-conflict", "values": "decisions.decides.values"},
        keys="decisions.decides.keys"),
]
