"""``python -m tests.benchmarks triggers``: draws the diaries, lets every method look, prints the tables.

One process, since this takes long on purpose: give it ``nice``. What was tried and did not help stands in
:mod:`tests.benchmarks.triggers.tried`.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from time import perf_counter

from tests.benchmarks.triggers import tables
from tests.benchmarks.triggers.frontier import print_frontier
from tests.benchmarks.triggers.kinds import HARD, KINDS, MIXED, NULL, PLANTED, diary
from tests.benchmarks.triggers.methods import METHODS, Method
from tests.benchmarks.triggers.track import Track, follow
from tests.benchmarks.triggers.tried import CANDIDATES, SIMULATORS
from tests.benchmarks.triggers.tries import contest, joint, marks, priors

USERS = 40
"""Diaries of a kind unless told otherwise."""

TRIES = {
    "priors": (priors.cases, priors.CANDIDATES),
    "marks": (marks.cases, marks.CANDIDATES),
    "readings": (joint.cases, joint.CANDIDATES),
}
"""Ideas outside the model: their diaries and their candidates."""


def main(arguments: Sequence[str]) -> None:
    """Print what was asked for; everything when nothing was."""
    parser = ArgumentParser(prog="python -m tests.benchmarks triggers", description=__doc__)
    parser.add_argument("--users", type=int, default=USERS, help="diaries of each kind")
    parser.add_argument("--from", dest="first", type=int, default=0, help="number of the first diary")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=[*KINDS, "nulls", "hard", "planted", "mixed"])
    parser.add_argument("--methods", default="ours,study,naive,pearson", help=", ".join(METHODS))
    parser.add_argument("--tried", action="store_true", help="candidates at the same rate of false alarms")
    parser.add_argument("--try", dest="idea", choices=TRIES, help="an idea outside the model")
    asked = parser.parse_args(arguments)
    if asked.idea:
        _try_out(asked.idea, asked.users, asked.seed)
        return
    if asked.tried:
        print_frontier(CANDIDATES, SIMULATORS, asked.users, asked.seed)
        return
    methods = {name: METHODS[name] for name in asked.methods.split(",")}
    numbers = range(asked.first, asked.first + asked.users)
    groups = {"nulls": NULL, "hard": HARD, "planted": PLANTED, "mixed": MIXED}
    for group, kinds in groups.items():
        wanted = [kind for kind in kinds if not asked.only or kind in asked.only or group in asked.only]
        if wanted:
            _print_group(group, wanted, methods, numbers, asked.seed)


def _try_out(idea: str, users: int, seed: int) -> None:
    draws, candidates = TRIES[idea]
    nulls, planted = draws(users, seed)
    contest.print_scores({name: contest.judge(one, nulls, planted) for name, one in candidates.items()})


def _print_group(
    group: str, kinds: Sequence[str], methods: Mapping[str, Method], numbers: range, seed: int
) -> None:
    if group == "mixed":
        for kind in kinds:
            print(tables.mixed_rows(told(kind, methods, numbers, seed, 180)), flush=True)
        return
    head, rows, nights = {
        "planted": (tables.POWER_HEAD, tables.power_rows, 180),
    }.get(group, (tables.ALARM_HEAD, tables.alarm_rows, 365))
    print(head, flush=True)
    everything: dict[str, list[Track]] = {name: [] for name in methods}
    for kind in kinds:
        of_kind = told(kind, methods, numbers, seed, nights)
        print(rows(kind, of_kind), flush=True)
        for name, tracks in of_kind.items():
            everything[name] += tracks
    if len(kinds) > 1 and group != "planted":
        print(rows(f"all {group}", everything), flush=True)


def told(
    kind: str, methods: Mapping[str, Method], numbers: range, seed: int, nights: int
) -> dict[str, list[Track]]:
    """What each method says of the same diaries."""
    diaries = [diary(kind, number, seed).until(nights) for number in numbers]
    found = {}
    for name, method in methods.items():
        begun = perf_counter()
        found[name] = [follow(method, one) for one in diaries]
        print(f"# {kind}, {name}: {perf_counter() - begun:.0f} s", flush=True)
    return found
