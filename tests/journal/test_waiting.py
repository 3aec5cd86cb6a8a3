"""What was typed and never saved, of any night."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.form.drafts import MemoryDrafts

from stillnight.domain.moment import Moment
from stillnight.journal.form.entry import Entries
from stillnight.journal.morning.entry import Mornings
from stillnight.journal.waiting import Half, waiting, waiting_words

MON, TUE = date(2026, 11, 16), date(2026, 11, 17)


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


def found(journal, drafts):
    return waiting(drafts, Entries(journal, drafts), lambda: Mornings(journal, drafts))


def test_both_halves_of_every_night_are_found_by_date(journal, drafts):
    drafts.keep(TUE, {"severity": 6, "morning.quality": 3})
    drafts.keep(MON, {"morning.quality": 2})
    assert found(journal, drafts) == [
        Half(MON, Moment.MORNING), Half(TUE, Moment.EVENING), Half(TUE, Moment.MORNING),
    ]  # fmt: skip


def test_what_is_saved_by_now_waits_no_more(journal, drafts):
    drafts.keep(MON, {"severity": 6})
    journal.record.amend(MON, {"severity": 6})
    assert found(journal, drafts) == []


def test_without_mornings_nobody_looks_at_them(journal, drafts):
    drafts.keep(MON, {"severity": 6})
    assert waiting(drafts, Entries(journal, drafts), lambda: 1 / 0) == [Half(MON, Moment.EVENING)]


@pytest.mark.parametrize(
    ("halves", "reach", "words"),
    [
        ([], [], ""),
        (
            [Half(MON, Moment.EVENING)],
            [],
            "typed and not saved yet: the evening of Mon 16 → Tue 17 Nov · e on that night opens it",
        ),
        (
            [Half(MON, Moment.EVENING), Half(TUE, Moment.MORNING)],
            [Half(MON, Moment.EVENING)],
            "typed and not saved yet: the morning of Tue 17 → Wed 18 Nov and 1 more"
            " · m on that night opens it",
        ),
        (
            [Half(TUE, Moment.MORNING)],
            [Half(TUE, Moment.MORNING)],
            "typed and not saved yet: the morning of Tue 17 → Wed 18 Nov · W opens it",
        ),
    ],
)
def test_it_is_said_where_it_waits_and_which_key_leads_there(halves, reach, words):
    assert waiting_words(halves, reach) == words
