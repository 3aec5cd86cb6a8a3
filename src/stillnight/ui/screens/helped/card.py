"""What is said of one relief: how often, how it went, what a trial found; never that it works."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from stillnight.domain.clock_rule import day_words
from stillnight.insight.trials.effect import Verdict
from stillnight.journal.reliefs.helped import Helped
from stillnight.journal.reliefs.words import SEALED
from stillnight.journal.trials.views import Report
from stillnight.tips.markdown import not_for_you
from stillnight.ui.pictures.pairs import pair_lines
from stillnight.ui.screens.tips.tip_items import rated_words, times_words
from stillnight.ui.screens.trials.labelled import BLANK, labelled
from stillnight.ui.widgets.figure import Figure
from stillnight.ui.widgets.ledger_rows import INDENT
from stillnight.ui.widgets.prose import Drawn, ProseLine

EMPTY = (
    "Nothing was tried yet, or nothing was noted. R offers a relief and leads through it; at night Enter "
    "does. Rate the urge before and after, and it stands here. A lists all tips."
)
"""What is said while there is nothing to show."""

NOT_NOW = "not for you now"
"""The word of a gate."""

TESTED = "◆"
"""Stands before what a finished trial found."""

FOUND = {
    Verdict.BETTER: "better in your trial",
    Verdict.WORSE: "worse in your trial",
    Verdict.NO_DIFFERENCE: "no difference found in your trial",
    Verdict.INCONCLUSIVE: "your trial did not settle it",
    Verdict.TOO_FEW: "too few nights in your trial",
}
"""What a finished trial found, in a few words."""


def helped_row(one: Helped, verdict: Verdict | None = None) -> Content:
    """A relief in the list."""
    said = [times_words(one.times).lower()] if one.times else ["not used yet"]
    said += [rated_words(one.rating)] if one.rating is not None else []
    said += [NOT_NOW] if one.shut is not None else []
    said += [f"{TESTED} {FOUND[verdict]}"] if verdict is not None else []
    lines = [Content.styled(one.title, "bold"), Content.styled(f"{INDENT}{' · '.join(said)}", "$muted")]
    return Content("\n").join(lines)


def helped_card(one: Helped, report: Report | None, verdict: Verdict | None) -> Iterator[Drawn]:
    """What is said beside the list.

    Args:
        one: The relief.
        report: What came out of its last finished trial; ``None`` where there is none.
        verdict: The same in a word.
    """
    yield ProseLine(one.title, style="$accent bold")
    if one.shut is not None:
        yield ProseLine(not_for_you(one.shut), style="$warning")
    if report is not None and verdict is not None:
        yield from _tested(report, verdict)
    yield from _used(one)
    rating = f"{one.rating} of 5" if one.rating is not None else "not rated: 1 no use … 5 good"
    yield labelled("you rate", rating)
    if one.pairs:
        yield from _pairs(one)
    yield BLANK
    yield ProseLine(_way(one), style="$muted")


def _tested(report: Report, verdict: Verdict) -> Iterator[Drawn]:
    ended = day_words(report.standing.trial.end)
    yield ProseLine(f"{TESTED} {FOUND[verdict].capitalize()}, ended {ended}. o reads all of it.")


def _used(one: Helped) -> Iterator[Drawn]:
    last = f", last on {day_words(one.last)}" if one.last else ""
    yield labelled("used", f"{_times(one.times)}{last}" if one.times else "not yet")
    ends = [f"{_times(one.completed)} to its end"] if one.completed else []
    ends += [f"{_times(one.stopped)} stopped early"] if one.stopped else []
    rule = " as a rule" if one.times > 1 else ""
    ends += [f"{one.minutes} min{rule}"] if one.minutes is not None else []
    if ends:
        yield labelled("how", ", ".join(ends))


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


def _pairs(one: Helped) -> Iterator[Drawn]:
    yield BLANK
    yield ProseLine("The urge before and after, the newest first:", style="$accent")
    yield Figure(partial(pair_lines, one.pairs))
    if one.change is not None:
        yield ProseLine(_change_words(one.change, len(one.pairs)))


def _change_words(change: float, times: int) -> str:
    """The mean of it, and at once why that is no proof."""
    size = f"{abs(change):.1f}"
    word = "the same" if size == "0.0" else f"{size} {'less' if change < 0 else 'more'}"
    return f"On average {word} afterwards, over {times} times. It might have been so without it."


def _way(one: Helped) -> str:
    """How it could be tested, or that it is."""
    if one.is_tested:
        return f"{SEALED[:1].upper()}{SEALED[1:]}."
    if one.trial and one.shut is None:
        return "x tests it: on nights drawn by chance, against nights as usual."
    if one.trial:
        return "No trial while it is not for you."
    return "No trial is ready for this one. X lists what can be tested."
