"""What speaks against a measure: when a trial is proposed, and again on each of its nights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stillnight.domain.factor import amount
from stillnight.domain.night import Night
from stillnight.insight.trials.trial import Measure, Sort
from stillnight.journal.suggestions.library import Library
from stillnight.rules.facts import Facts, dated_nights
from stillnight.tips.gate import Gate

DAILY_WINDOW, DAILY_LEAST, DAILY_SHARE = 28, 7, 0.85
"""Of the last so many nights at least so many answers, and of these such a share with it: every day."""

FLAG_DAYS = 7
"""So long after a red flag was ticked nothing is tested."""


def gates_of(measure: Measure, library: Library) -> tuple[Gate, ...]:
    """Every gate of a measure."""
    tip = library.tips.get(measure.name) if measure.sort is Sort.TIP else None
    own = (library.gates[id] for id in measure.gates if id in library.gates)
    return (*(tip.gates if tip else ()), *own)


def shut_for_good(measure: Measure, facts: Facts, library: Library, with_usual: bool = False) -> Gate | None:
    """The gate that speaks against a measure on any night.

    Args:
        measure: The measure.
        facts: What is known tonight.
        library: The tips and gates.
        with_usual: Do the medicines that are taken every day count? For a trial that begins they do.
    """
    usual = {klass for medicine in facts.usual() for klass in facts.classes_of(medicine)}
    return _shut(measure, facts, library, Night(facts.tonight), usual if with_usual else set())


def shut_tonight(measure: Measure, facts: Facts, library: Library) -> Gate | None:
    """The gate that speaks against a measure tonight."""
    return _shut(measure, facts, library, facts.night, facts.classes_tonight())


def had_daily(slug: str, facts: Facts) -> tuple[int, int] | None:
    """On how many of how many answered days something was had, where that is nearly every day."""
    answers = [amount(night.get(f"f.{slug}")) for night in dated_nights(facts, DAILY_WINDOW)]
    known = [answer for answer in answers if answer is not None]
    had = sum(1 for answer in known if answer > 0)
    return (had, len(known)) if len(known) >= DAILY_LEAST and had >= DAILY_SHARE * len(known) else None


def has_fresh_flag(facts: Facts) -> bool:
    """Was a red flag ticked these days? That comes first."""
    return any(facts.age(tick.date) < FLAG_DAYS for tick in facts.ticks)


def open_gates(measures: Iterable[Measure], library: Library) -> Iterator[Gate]:
    """Every gate of some measures, each once: what is not known here does not shut them."""
    seen = set()
    for measure in measures:
        for gate in gates_of(measure, library):
            if gate.id not in seen:
                seen.add(gate.id)
                yield gate


def _shut(
    measure: Measure, facts: Facts, library: Library, night: Night, taken: Iterable[str]
) -> Gate | None:
    classes = set(taken)
    gates = gates_of(measure, library)
    return next((gate for gate in gates if gate.shuts(facts.profile, facts.ticks, night, classes)), None)
