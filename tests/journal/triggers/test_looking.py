"""Looks that still hold are not worked out again; the others are what they would be without a memory."""

from __future__ import annotations

import pytest
from tests.insight.patterns.nights import SIX, diary

from stillnight.insight.patterns.look import replay
from stillnight.journal.triggers import looking
from stillnight.journal.triggers.looking import LeftOff, lines_of, prepare
from stillnight.journal.triggers.memo import RunMemo
from stillnight.journal.triggers.notation import look_line, read_look

DIARY = diary(40, effects={"caffeine": 3.0})


def looked(nights, memo, told=None):
    """The looks at some nights, read back."""
    return [read_look(line) for line in lines_of(prepare(nights, SIX, memo), memo, told)]


def amended(at):
    return [*DIARY[:at], DIARY[at]._replace(severity=10), *DIARY[at + 1 :]]


def test_a_look_is_read_back_as_it_was():
    for look in replay(DIARY, SIX):
        assert read_look(look_line("0123456789abcdef", look)) == look


@pytest.mark.parametrize(
    "line", ["", "mark", "mark {", "mark []", "mark [1,2,3]", 'mark ["2026-01-01",[[]],{}]']
)
def test_what_is_no_look_is_said_to_be_none(line):
    with pytest.raises(ValueError, match="no look"):
        read_look(line)


def test_the_looks_are_those_of_the_model():
    assert looked(DIARY, RunMemo()) == list(replay(DIARY, SIX))


@pytest.mark.parametrize("at", [0, 1, 20, len(DIARY) - 1])
def test_after_an_amended_night_they_are_worked_out_from_there_and_the_same_as_without_a_memory(at):
    memo = RunMemo()
    looked(DIARY, memo)
    assert prepare(amended(at), SIX, memo).waiting == len(DIARY) - at
    assert looked(amended(at), memo) == looked(amended(at), RunMemo())


def test_a_new_night_costs_one_look():
    memo = RunMemo()
    looked(DIARY[:-1], memo)
    told = []
    looked(DIARY, memo, lambda number, of: told.append((number, of)) or True)
    assert told == [(1, 1)]


def test_what_is_known_is_not_looked_at_again():
    memo = RunMemo()
    looked(DIARY, memo)
    told = []
    looked(DIARY, memo, lambda number, of: told.append(number) or True)
    assert told == []


def test_looks_that_another_version_wrote_are_worked_out_again():
    memo = RunMemo()
    looked(DIARY, memo)
    memo.keep([line.partition(" ")[0] + " another notation" for line in memo.load()])
    assert looked(DIARY, memo) == list(replay(DIARY, SIX))


def test_who_leaves_in_between_goes_on_from_there():
    memo = RunMemo()
    with pytest.raises(LeftOff):
        looked(DIARY, memo, lambda number, of: number < 12)
    assert prepare(DIARY, SIX, memo).waiting == len(DIARY) - 12
    assert looked(DIARY, memo) == looked(DIARY, RunMemo())


def test_long_counts_are_kept_in_between(monkeypatch):
    monkeypatch.setattr(looking, "EVERY", 10)
    memo, kept = RunMemo(), []
    monkeypatch.setattr(memo, "keep", lambda lines: kept.append(len(lines)))
    looked(DIARY, memo)
    assert kept[:3] == [10, 20, 30]
    assert kept[-1] == len(DIARY)


def test_without_nights_there_is_nothing_to_look_at():
    assert looked((), RunMemo()) == []
