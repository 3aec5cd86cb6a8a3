"""Prints the figures of the watch over months."""

from __future__ import annotations

from tests.benchmarks.drift.measure import changes_that_look_worse, half_width, watchings
from tests.benchmarks.drift.otherwise import told
from tests.benchmarks.drift.people import STABLE, WORSENING, Kind

PEOPLE = 100


def main() -> None:
    """Every kind of people, one line each."""
    print(f"M01, {PEOPLE} people a line, a year of looks every night on a dopamine medicine")
    print(f"{'stable: people alarmed a year':<34}{'as written':>14}{'as we watch':>16}")
    for kind in STABLE:
        written, ours = watchings(kind, PEOPLE)
        print(f"  {kind.name:<32}{_share(written.alarmed):>14}{_share(ours.alarmed):>16}", flush=True)
    for kind in WORSENING:
        _worsening(kind)
    print("M02, a change of a medicine that does nothing: share of changes after which it speaks")
    for kind in STABLE:
        print(f"  {kind.name:<32}{changes_that_look_worse(kind, PEOPLE):>14.1%}")
    print(f"L05, {PEOPLE} people a line, a look every week of a year: share of people of whom it speaks")
    for name, usual in (("as restless legs usually are", True), ("otherwise in one thing", False)):
        print(f"  {name:<32}{told(usual, PEOPLE):>14.0%}")


def _worsening(kind: Kind) -> None:
    for name, one in zip(("as written", "as we watch"), watchings(kind, PEOPLE), strict=True):
        print(
            f"  {kind.name + ', ' + name:<32} seen in {one.seen} of {one.worsened},"
            f" half of them within {one.nights:.0f} nights of its being there in full;"
            f" alarmed before it began {one.alarmed}",
            flush=True,
        )


def _share(number: int) -> str:
    share = number / PEOPLE
    return f"{share:.0%} ± {half_width(share, PEOPLE):.0%}"


if __name__ == "__main__":
    main()
