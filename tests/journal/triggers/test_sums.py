"""What was added up before saves work and changes nothing, whatever became of the nights since."""

from __future__ import annotations

import pytest
from tests.insight.patterns.nights import SIX, diary

from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.moments import Moments
from stillnight.journal.triggers import sums
from stillnight.journal.triggers.looking import lines_of, prepare
from stillnight.journal.triggers.memo import RunMemo
from stillnight.journal.triggers.sums import KeptSums

DIARY = diary(40, effects={"caffeine": 3.0})
EARLY = frozenset({"stress"})


def amended(at, **changes):
    return [*DIARY[:at], DIARY[at]._replace(**changes or {"severity": 10}), *DIARY[at + 1 :]]


LATER = {
    "a new night": DIARY,
    "two new nights": [*DIARY, *diary(42)[-2:]],
    "nothing": DIARY[:-1],
    "the newest, amended": [*DIARY[:-2], DIARY[-2]._replace(severity=0)],
    "an old one, amended": amended(3),
    "one that was added up last, amended": amended(len(DIARY) - 9),
    "an old one, gone": [*DIARY[:3], *DIARY[4:]],
    "an early rating, the first one": amended(len(DIARY) - 1, early_ratings=EARLY),
    "only a few left": DIARY[:5],
    "none left": [],
}


def looked(nights, memo, kept, factors=SIX):
    return list(lines_of(prepare(nights, factors, memo, kept), memo))


@pytest.mark.parametrize("nights", LATER.values(), ids=LATER)
def test_the_looks_are_those_of_nights_that_are_added_up_anew(nights):
    memo, kept = RunMemo(), KeptSums()
    for some in (DIARY[:-3], DIARY[:-2], DIARY[:-1]):
        looked(some, memo, kept)
    assert looked(nights, memo, kept) == looked(nights, RunMemo(), KeptSums())


@pytest.mark.parametrize("few", range(12))
def test_a_few_nights_are_not_added_before_they_are_looked_at(few):
    memo, kept = RunMemo(), KeptSums()
    looked(DIARY[:few], memo, kept)
    for more in (1, 2):
        assert looked(DIARY[: few + more], memo, kept) == looked(DIARY[: few + more], RunMemo(), KeptSums())


def test_what_was_added_up_is_forgotten_once_the_first_night_is_another():
    memo, kept = RunMemo(), KeptSums()
    for some in (DIARY[:-2], DIARY[:-1], amended(0)[:-1]):
        looked(some, memo, kept)
    assert looked(amended(0), memo, kept) == looked(amended(0), RunMemo(), KeptSums())


def test_ratings_may_begin_to_be_made_early():
    memo, kept = RunMemo(), KeptSums()
    nights = [*DIARY, *(one._replace(early_ratings=EARLY) for one in diary(80)[len(DIARY) :])]
    for until in range(len(DIARY) - 1, len(nights) + 1):
        looked(nights[:until], memo, kept)
    assert memo.load() == tuple(looked(nights, RunMemo(), KeptSums()))


def test_other_factors_are_added_up_anew():
    memo, kept = RunMemo(), KeptSums()
    for some in (DIARY[:-2], DIARY[:-1]):
        looked(some, memo, kept)
    assert looked(DIARY, memo, kept, SIX[1:]) == looked(DIARY, RunMemo(), KeptSums(), SIX[1:])


def test_a_new_night_is_added_to_what_was_added_up(monkeypatch):
    memo, kept = RunMemo(), KeptSums()
    for some in (DIARY[:-2], DIARY[:-1]):
        looked(some, memo, kept)
    added, add = [], Moments.add
    monkeypatch.setattr(Moments, "add", lambda self, row: added.append(row) or add(self, row))
    looked(DIARY, memo, kept)
    assert 0 < len(added) <= sums.LATELY + 1


def test_a_copy_goes_its_own_way():
    one = NightsSoFar(SIX, sums.OURS)
    for night in DIARY[:30]:
        one.add(night)
    weighed, other = one.weighed(), one.copied()
    for night in DIARY[30:]:
        other.add(night)
    assert one.weighed() == weighed != other.weighed()
    for night in DIARY[30:]:
        one.add(night)
    assert one.weighed() == other.weighed()
