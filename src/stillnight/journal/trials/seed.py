"""Reading ``seeds/trials.toml``: what is ready to be tested, and what never is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stillnight.domain.document import Table
from stillnight.insight.trials.draw import USUAL_WEEKS, WEEKS, measures_in
from stillnight.insight.trials.trial import Design, Measure, Outcome, Sort
from stillnight.journal.suggestions.library import Library
from stillnight.journal.trials.errors import TrialError
from stillnight.journal.trials.views import Template
from stillnight.tips.tip import Tip

FILE = "trials.toml"

_KEYS = (
    "id", "title", "question", "design", "outcome", "measures", "weeks", "grade", "honest", "cautions",
    "sources", "seals", "not_daily",
)  # fmt: skip
_OF_MEASURE = ("tip", "without", "title", "deed", "by_day", "part", "gates")


@dataclass(frozen=True, slots=True)
class TrialSeeds:
    """The parsed file.

    Attributes:
        templates: The trials by id, in the order of the file.
        instead: Another name, such as a tip's, to the id of the trial that is meant by it.
        refused: Factor or tip to why it is never a measure.
        words: Sort of thing to words in a factor's name that make it no measure.
    """

    templates: Mapping[str, Template]
    instead: Mapping[str, str]
    refused: Mapping[str, str]
    words: Mapping[str, Sequence[str]]


def parse_trials(document: Mapping[str, Any], library: Library, factors: Collection[str]) -> TrialSeeds:
    """Read the parsed ``trials.toml``.

    Args:
        document: The file.
        library: The tips, gates, sources and grades that it may name.
        factors: The slugs of the factors known.

    Raises:
        TrialError: At the first slip: a key, design, outcome, tip, factor, gate, grade or source that is not
            known, an id used twice, a tip that is for information only, a number of measures that does not
            fit the design.
    """
    whole = Table(FILE, "-", document, TrialError)
    whole.only(("trial", "instead", "refused", "words"))
    templates: dict[str, Template] = {}
    for row in whole.rows("trial"):
        entry = Table(FILE, str(row.data.get("id", row.path)), row.data, TrialError)
        if entry.id in templates:
            entry.fail("id", "there is one with this id already")
        templates[entry.id] = _template(entry, library, factors)
    instead, refused, words = (whole.inner(name) for name in ("instead", "refused", "words"))
    return TrialSeeds(
        templates,
        {name: instead.choice(name, templates) for name in instead.data},
        {name: refused.text(name) for name in refused.data},
        {name: words.words(name) for name in words.data},
    )


def _template(entry: Table, library: Library, factors: Collection[str]) -> Template:
    entry.only(_KEYS)
    design = Design(entry.choice("design", list(Design)))
    measures = tuple(_measure(row, library, factors) for row in entry.rows("measures"))
    if len(measures) != measures_in(design):
        entry.fail("measures", "two belong to a factorial design, one to each other")
    tip = library.tips.get(measures[0].name) if measures[0].sort is Sort.TIP else None
    left_out = {measure.name for measure in measures if measure.sort is Sort.WITHOUT}
    return Template(
        id=entry.text("id"),
        title=entry.text("title"),
        question=entry.text("question"),
        design=design,
        outcome=Outcome(entry.choice("outcome", list(Outcome))),
        measures=measures,
        weeks=_weeks(entry),
        grade=entry.choice("grade", library.wording.grades, tip.grade if tip else None),
        honest=entry.text("honest", tip.honest if tip else None),
        cautions=entry.words("cautions"),
        sources=entry.words("sources", library.sources) or (tip.sources if tip else ()),
        seals=frozenset(entry.words("seals", factors)) | left_out,
        not_daily=entry.words("not_daily", factors),
    )


def _weeks(entry: Table) -> int:
    weeks = entry.whole("weeks", USUAL_WEEKS)
    if weeks not in WEEKS:
        entry.fail("weeks", f"one of {', '.join(map(str, WEEKS))} belongs here")
    return weeks


def _measure(row: Table, library: Library, factors: Collection[str]) -> Measure:
    row.only(_OF_MEASURE)
    if ("tip" in row.data) is ("without" in row.data):
        row.fail("tip", "either a tip or a factor that is left out (without) belongs here")
    is_tip = "tip" in row.data
    name = row.choice("tip", _tried(library.tips)) if is_tip else row.choice("without", factors)
    return Measure(
        Sort.TIP if is_tip else Sort.WITHOUT,
        name,
        title=row.text("title"),
        deed=row.text("deed"),
        by_day=row.switch("by_day"),
        is_part=row.switch("part"),
        gates=row.words("gates", library.gates),
    )


def _tried(tips: Mapping[str, Tip]) -> list[str]:
    """The tips that are suggested at all: what needs a prescription is never an arm."""
    return [id for id, tip in tips.items() if not tip.info_only]
