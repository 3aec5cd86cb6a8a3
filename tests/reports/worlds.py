"""Journals in memory, and nights of every kind."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.factor import Kind, parse_factors
from stillnight.domain.fields import FIELDS, Choice, Several, Text, Time, Whole, YesNo
from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS
from stillnight.journal.desk import Desk
from stillnight.journal.journal import Journal, open_journal
from stillnight.resources import read_seed

FACTORS = parse_factors(read_seed("factors"))
LAST = date(2026, 11, 19)


def new_journal(records: dict[date, dict[str, Any]] | None = None) -> Journal:
    """A journal on the evening of Thursday 19 November 2026 in Berlin, with these nights."""
    clock = FixedClock()
    store = MemoryStore(clock)
    for night, values in (records or {}).items():
        store.records[NIGHTS, night_id(night)] = {"date": night.isoformat(), **values}
    return open_journal(Desk(store, clock, FACTORS))


def nights_of(journal: Journal) -> dict[int, dict[str, Any]]:
    """Every night on record."""
    return {number: dict(record) for number, record in journal.desk.store.all(NIGHTS).items()}


def dates() -> st.SearchStrategy[date]:
    """Nights on both sides of the clock changes."""
    return st.one_of(
        st.dates(date(1999, 1, 1), LAST), st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), LAST])
    )


@st.composite
def records(draw: st.DrawFn, night: date) -> dict[str, Any]:
    """Any fields of a night as the journal keeps them."""
    names = draw(st.sets(st.sampled_from(sorted(FIELDS)), max_size=8))
    found = {name: draw(_value(FIELDS[name], night)) for name in names}
    for slug in draw(st.sets(st.sampled_from(sorted(FACTORS)), max_size=4)):
        factor = FACTORS[slug]
        amounts = (
            st.booleans() if factor.kind is Kind.YES_NO else st.integers(int(factor.least), int(factor.most))
        )
        found[factor.field] = draw(st.one_of(st.just(False), amounts))
        if draw(st.booleans()):
            found[f"{factor.field}.at"] = draw(_moments(night))
    if not found:
        found["severity"] = draw(st.integers(0, 10))
    return found


def _value(kind: Any, night: date) -> st.SearchStrategy[Any]:
    if isinstance(kind, Whole):
        return st.integers(kind.least, kind.most)
    if isinstance(kind, Choice):
        return st.sampled_from(kind.words)
    if isinstance(kind, Several):
        return st.sets(st.sampled_from(kind.words), min_size=1).map(
            lambda some: [word for word in kind.words if word in some]
        )
    if isinstance(kind, Time):
        return st.one_of(_moments(night), st.sampled_from(kind.words)) if kind.words else _moments(night)
    if isinstance(kind, YesNo):
        return st.booleans()
    assert isinstance(kind, Text)
    words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
    return words.map(str.strip).filter(bool)


@st.composite
def _moments(draw: st.DrawFn, night: date) -> str:
    """A moment of the night, in the zone at home or somewhere else."""
    minutes = draw(st.integers(0, 24 * 60 - 1))
    noon = datetime(night.year, night.month, night.day, 12)
    hours = draw(st.sampled_from([1, 2, 0, -5, 5.75, 13]))
    return stamp_text((noon + timedelta(minutes=minutes)).replace(tzinfo=timezone(timedelta(hours=hours))))
