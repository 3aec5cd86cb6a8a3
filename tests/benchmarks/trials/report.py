"""Prints what trials find: ``python -m tests.benchmarks trials [people]``."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.insight.trials import randomisation
from stillnight.insight.trials.trial import Design
from tests.benchmarks.trials import plain
from tests.benchmarks.trials.people import Habits
from tests.benchmarks.trials.score import Score, score

STUDY = {
    (Design.PAIRS, 2): ".01/.18/.36/.53",
    (Design.PAIRS, 4): ".02/.53/.81/.93",
    (Design.PAIRS, 6): ".04/.68/.92/.99",
    (Design.FACTORIAL, 4): ".03/.48/.74/.90",
    (Design.FACTORIAL, 6): ".03/.59/.86/.97",
    (Design.TWO_NIGHT_BLOCKS, 2): ".01/.05/.04/.06",
    (Design.TWO_NIGHT_BLOCKS, 4): ".04/.40/.63/.80",
    (Design.TWO_NIGHT_BLOCKS, 6): ".05/.60/.81/.95",
}
"""stats.md §4: one-sided, told "better" at 0/1.0/1.5/2.0 points."""


def main(argv: Sequence[str]) -> None:
    """All of it, for so many people a figure."""
    people = int(argv[0]) if argv else 300
    be_quick()
    print(
        f"{people} people a figure; told better at 0/1.0/1.5/2.0 points (two-sided), in brackets stats.md §4"
    )
    for design in Design:
        for weeks in (2, 4, 6):
            _finds(design, weeks, people)
    print("what goes wrong, 1.5 points and none, 4 weeks")
    for name, habits in HARDSHIPS.items():
        for design in (Design.PAIRS, Design.TWO_NIGHT_BLOCKS, Design.FACTORIAL):
            for size in (0.0, -1.5):
                print(_line(f"{name}, {design}, {size:g}", score(design, 4, (size, 0.0), people, habits)))


HARDSHIPS = {
    "40 % of it lasts into the next night": Habits(carry=0.4),
    "20 % of nights not as planned": Habits(skips=0.2),
}


def be_quick() -> None:
    """Draw fewer orders than a person's own result is worth: over many people it comes to the same."""
    randomisation.MOST, randomisation.DRAWS, plain.DRAWS = 1_024, 999, 999


def _finds(design: Design, weeks: int, people: int) -> None:
    other = -1.0 if design is Design.FACTORIAL else 0.0
    sizes = (0.0, -1.0, -1.5, -2.0)
    scores = [score(design, weeks, (size, other), people, with_plain=True) for size in sizes]
    found = "/".join(f"{one.better:.2f}" for one in scores)
    strict = "/".join(f"{one.strict:.2f}" for one in scores)
    beside = "/".join(f"{one.plain:.2f}" for one in scores)
    study = STUDY.get((design, weeks), "-")
    print(f"{design}, {weeks} weeks: {found} ({strict}); plain {beside} [{study}]", flush=True)
    for size, one in zip(("none", "1.0", "1.5", "2.0"), scores, strict=True):
        print(_line(f"  {size}", one))


def _line(name: str, one: Score) -> str:
    said = f"better {one.better:.2f} worse {one.worse:.2f} same {one.same:.2f} unclear {one.unclear:.2f}"
    always = f" if followed {one.followed_bias:+.2f}" if one.followed_bias is not None else ""
    return f"{name:<60} {said} few {one.few:.2f} bias {one.bias:+.2f} covered {one.covered:.2f}{always}"
