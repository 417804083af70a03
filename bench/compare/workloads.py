"""What is compared: each folder of bench/workloads, its sizes, and what its answers are called."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    name: str
    sizes: tuple          # of the default run; random-2000: 2000 of that kind of facts
    answers: dict         # name of a count -> where mingze's summary has it
    keys: str = ""        # where mingze's summary has the number of decisions, if it makes any
    tuples: tuple = ()    # relations that are tables of the same names and columns in sqlite.sql


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
        keys="decisions.leads.keys", tuples=("answers",)),
    Workload("closure", ("random-2000", "grid-60"), relations("path", "circle"),
             tuples=("path",)),
    Workload("same-generation", ("10000",), relations("same"), tuples=("same",)),
    Workload("points-to", ("3000",), relations("points", "holds"),
             tuples=("points", "holds")),
    Workload("wide-join", ("50000",), relations("joined"), tuples=("joined",)),
    Workload(
        "cases", ("200000",),
        {"decided": "decisions.decides.decided", "missing": "findings.decides-missing",
         "conflict": "findings.decides-conflict", "values": "decisions.decides.values"},
        keys="decisions.decides.keys"),
]
