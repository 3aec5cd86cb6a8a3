"""What is typed and not saved, while another device saved something else."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.night import Night
from stillnight.journal.form.draft import Share
from stillnight.journal.overtaken import overtaken, overtaken_words

DAY = date(2026, 11, 19)


def night(**values):
    return Night(DAY, {name.replace("f_", "f."): value for name, value in values.items()})


@pytest.mark.parametrize(
    ("before", "now", "typed", "found"),
    [
        ({}, {"severity": 4}, {"severity": 6}, ["severity"]),
        ({"severity": 4}, {"severity": 4}, {"severity": 6}, []),
        ({}, {"severity": 6}, {"severity": 6}, []),
        ({}, {"severity": 4}, {"pain": 1}, []),
        ({"severity": 4}, {}, {"severity": 6}, ["severity"]),
    ],
)
def test_only_what_is_typed_and_changed_to_something_else_counts(before, now, typed, found):
    assert overtaken(night(**before), night(**now), typed) == found


def test_it_is_told_with_the_value_and_who_wrote_it(journal):
    factors = journal.ledgers.factors()
    now = night(severity=4, f_caffeine=2)
    words = overtaken_words(["severity", "f.caffeine"], now, factors, lambda field: "desk")
    assert words == "urge 4 by desk now, caffeine 2 by desk now · yours are not saved yet"


def test_many_are_not_all_told(journal):
    now = night(severity=4, pain=1, mood=2, quality=3, rested=4)
    words = overtaken_words(list(now.values), now, {}, lambda field: "desk")
    assert words.endswith("mood 2 by desk now, and 2 more · yours are not saved yet")


def test_of_a_note_both_stay():
    words = overtaken_words(["note"], night(note="x"), {}, lambda field: "desk")
    assert words == "the note has other words by desk now · both stay when you save"


def test_where_nothing_was_overtaken_nothing_is_said():
    assert overtaken_words([], night(), {}, lambda field: "") == ""


class Kept(dict):
    """Drafts in memory."""

    def load(self, day):
        return dict(self.get(day, {}))

    def keep(self, day, values):
        self[day] = dict(values)


@pytest.mark.parametrize(
    ("begun_on", "saved", "typed", "together"),
    [
        ("old", "old", "new", "new"),
        ("old", "from the desk", "new", "from the desk\nnew"),
        (None, "from the desk", "new", "from the desk\nnew"),
        ("old", None, "new", "new"),
        ("old", "from the desk", "from the desk, and new", "from the desk, and new"),
    ],
)
def test_words_that_came_after_a_note_was_begun_stay_in_front_of_those_typed(
    begun_on, saved, typed, together
):
    share = Share(Kept())
    share.keep(DAY, {"note": typed}, begun_on)
    assert share.with_note(DAY, {"note": typed, "severity": 6}, saved) == {"note": together, "severity": 6}


def test_a_note_that_nobody_kept_as_a_draft_is_saved_as_it_is():
    assert Share(Kept()).with_note(DAY, {"note": "new"}, "saved") == {"note": "new"}
