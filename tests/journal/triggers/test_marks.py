"""By what a look is known to be still true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.insight.patterns.nights import SIX, diary

from stillnight.insight.patterns.settings import OURS, PLAIN
from stillnight.journal.triggers.marks import SIZE, is_recounting, marks_of, still_true

DIARY = diary(30)


def marks(nights=DIARY, factors=SIX, **more):
    return list(marks_of(nights, factors, **more))


def test_the_same_nights_have_the_same_marks_in_whatever_order_the_factors_come():
    assert marks() == marks(factors=SIX[::-1])
    assert {len(mark) for mark in marks()} == {SIZE}


@pytest.mark.parametrize(
    "changed",
    [
        {"severity": 9},
        {"severity": None},
        {"answers": {"caffeine": 7.0}},
        {"left_out": "late"},
        {"early_ratings": frozenset({"stress"})},
    ],
    ids=str,
)
def test_a_night_that_changed_changes_its_mark_and_all_later_ones(changed):
    amended = [*DIARY[:10], DIARY[10]._replace(**changed), *DIARY[11:]]
    same = [one == other for one, other in zip(marks(), marks(amended), strict=True)]
    assert same == [True] * 10 + [False] * (len(DIARY) - 10)


def test_a_night_filled_in_changes_all_from_there_on():
    nights = [*DIARY[:12], *DIARY[13:]]
    assert still_true(marks(nights), marks()) == 12


@pytest.mark.parametrize(
    "definition", [{"low": 1}, {"high": 5}, {"direction": "better"}, {"usual": 4}, {"mg_each": 90}], ids=str
)
def test_another_definition_of_a_factor_makes_all_of_them_worthless(definition):
    changed = (replace(SIX[0], **definition), *SIX[1:])
    assert still_true(marks(), marks(factors=changed)) == 0


def test_another_set_of_factors_another_model_or_version_does_so_too():
    assert still_true(marks(), marks(factors=SIX[1:])) == 0
    assert still_true(marks(), marks(settings=PLAIN)) == 0
    assert still_true(marks(settings=OURS, model="1"), marks(settings=OURS, model="2")) == 0


def test_what_a_factor_is_called_does_not_matter():
    assert marks(factors=(replace(SIX[0], label="coffee", key="q", question="?"), *SIX[1:])) == marks()


def test_looks_of_nights_that_are_gone_hold_no_longer():
    assert still_true([f"{mark} rest" for mark in marks()], marks(DIARY[:12])) == 12


def test_the_newest_look_alone_is_no_recounting():
    assert [is_recounting(number) for number in (0, 1, 2)] == [False, False, True]
