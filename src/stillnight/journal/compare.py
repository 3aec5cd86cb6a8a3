"""Two nights side by side, fact by fact, in the words of a night's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.journal.browse import NightPage
from stillnight.journal.day_words import factor_words
from stillnight.journal.page_words import page_lines

_URGE, _WORST, _TODAY = "Urge", "Worst", "Today"
"""A night's page begins with its urge and its worst; *today* gathers the factors, here a row each."""


NOTHING = "nothing noted"
"""What stands where one night says nothing."""


class Row(NamedTuple):
    """One fact of two nights.

    Attributes:
        field: What it is.
        left: What one night says, a line for each of several; empty where nothing was noted.
        right: What the other says.
    """

    field: str
    left: str
    right: str

    @property
    def is_different(self) -> bool:
        """Do the nights say different things? What one leaves out is different from any answer."""
        return self.left != self.right


def compare(left: NightPage, right: NightPage, factors: Mapping[str, Factor]) -> list[Row]:
    """Every fact that either night has, in the order of a night's page."""
    ours, theirs = _facts(left, factors), _facts(right, factors)
    fields = _merged(ours, theirs)
    if _WORST in fields:
        fields.remove(_WORST)
        fields.insert(int(_URGE in fields), _WORST)
        # a page says it only where it is not the urge
        for page, facts in ((left, ours), (right, theirs)):
            if page.worst is not None:
                facts.setdefault(_WORST, f"{page.worst} of 10")
    return [Row(field, ours.get(field, ""), theirs.get(field, "")) for field in fields]


def _facts(page: NightPage, factors: Mapping[str, Factor]) -> dict[str, str]:
    """What a night says, by field."""
    found: dict[str, list[str]] = {}
    for label, words in page_lines(page, factors):
        for field, answer in _answers(page, factors) if label == _TODAY else ((label, words),):
            found.setdefault(field, []).append(answer)
    return {field: "\n".join(answers) for field, answers in found.items()}


def _answers(page: NightPage, factors: Mapping[str, Factor]) -> Iterator[tuple[str, str]]:
    """Each factor with its answer alone: ``yes``, ``no``, ``2 at 15:30``."""
    for slug, value in page.night.factors():
        label = factors[slug].label if slug in factors else slug
        at = page.night.get(f"f.{slug}.at")
        for words in factor_words({f"f.{slug}": value, f"f.{slug}.at": at}, factors):
            yield label, "no" if value is False else words.removeprefix(label).strip() or "yes"


def _merged(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The fields of both, each where its own page has it."""
    order, place = list(ours), 0
    for field in theirs:
        if field in order:
            place = order.index(field) + 1
        else:
            order.insert(place, field)
            place += 1
    return order
