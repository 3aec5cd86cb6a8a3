"""A diary to search in, on the evening of Thursday 19 November 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS
from stillnight.journal.finding.folio import read_folios
from stillnight.journal.finding.grammar import parse
from stillnight.journal.finding.search import reasons, search
from stillnight.journal.finding.vocabulary import vocabulary_of
from stillnight.journal.journal import Journal


@pytest.fixture
def write(store) -> Callable[..., None]:
    """Puts a night on record; ``f_caffeine`` is ``f.caffeine``, ``f_caffeine__at`` its time."""

    def put(day: str, **values: object) -> None:
        named = {
            name.replace("f_", "f.", 1).replace("__", ".") if name.startswith("f_") else name: value
            for name, value in values.items()
        }
        store.records[NIGHTS, night_id(date.fromisoformat(day))] = {"date": day, **named}

    return put


@pytest.fixture
def find(journal: Journal) -> Callable[[str], list[str]]:
    """The nights that a query finds, as ``YYYY-MM-DD``."""

    def run(typed: str) -> list[str]:
        query = parse(typed, vocabulary_of(journal))
        return [str(one.date) for one in search(query, read_folios(journal, query.first, query.last))]

    return run


@pytest.fixture
def why(journal: Journal) -> Callable[[str], list[list[str]]]:
    """Why each night was found."""

    def run(typed: str) -> list[list[str]]:
        query = parse(typed, vocabulary_of(journal))
        return [reasons(query, one) for one in search(query, read_folios(journal, query.first, query.last))]

    return run


@pytest.fixture
def said(journal: Journal) -> Callable[[str], str]:
    """How a query is understood."""
    return lambda typed: parse(typed, vocabulary_of(journal)).said
