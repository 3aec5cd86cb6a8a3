"""A deed as the log keeps it, and what it writes."""

from __future__ import annotations

import json

from tests.storage.conftest import TONIGHT, changes

from stillnight.domain.ports import Change, Deletion
from stillnight.storage.deeds.deed import Deed, Kind, Step, apply, read_deed, read_outline
from stillnight.storage.deeds.plan import plan
from stillnight.storage.deeds.undo import origins, redoable, turn, undoable
from stillnight.storage.writes import stamp
from stillnight.storage.writes.record import Write, gather
from stillnight.storage.writes.state import State

LAPTOP, DESK, PHONE = "aaaaaaaa", "bbbbbbbb", "cccccccc"
KEY = "nights", str(TONIGHT)


def at(ms: int, device: str = LAPTOP) -> str:
    return stamp.make(ms, 0, device)


def steps(state: State, ms: int, device: str, *asked: Change | Deletion) -> tuple[Step, ...]:
    return tuple(plan(state, asked, at(ms, device), device).steps)


DISPUTED = State().having(
    {
        KEY: gather(
            [
                Write(at(1), "severity", 1),
                Write(at(2), "severity", 2, (at(1, DESK),)),
                Write(at(1, DESK), "severity", 3),
                Write(at(3, DESK), "severity", 4),
                Write(at(1, DESK), "date", "2026-11-19"),
                Write(at(1, DESK), "evening_at", "22:40"),
            ]
        )
    }
)
"""A rating on which laptop and desk disagree: 2 and 4."""


def test_a_deed_is_what_is_read_back():
    step = Step(*KEY, "severity", 6, at(5), at(3, DESK), 4, "", (at(2), at(3, DESK)))
    deed = Deed(at(5), "log", (step,), frozenset({KEY}), Kind.UNDO, at(4))

    assert read_deed(deed.line()) == deed
    assert read_outline(deed.line()) == deed


def test_a_line_of_an_older_log_has_seen_nothing():
    line = Deed(at(5), "log", (Step(*KEY, "severity", 6, at(5), "", None),)).line()
    raw = json.loads(line)
    raw["steps"] = [step[:8] for step in raw["steps"]]

    deed = read_deed(json.dumps(raw))

    assert deed is not None
    assert deed.steps == (Step(*KEY, "severity", 6, at(5), "", None, "", ()),)


def test_a_line_that_says_nothing_of_sense_is_no_deed():
    line = Deed(at(5), "log", (Step(*KEY, "severity", 6, at(5), "", None),)).line()

    assert read_deed(line.replace("[]]]", "5]]")) is None
    assert read_deed(line[:-5]) is None


def test_a_write_names_the_standing_writes_of_all_other_devices():
    (mine,) = steps(DISPUTED, 9, LAPTOP, Change(*("nights", TONIGHT), "severity", 6))
    (third,) = steps(DISPUTED, 9, PHONE, Change(*("nights", TONIGHT), "severity", 6))

    assert mine.seen == (at(3, DESK),)
    assert third.seen == (at(2), at(3, DESK))
    assert (
        apply(DISPUTED, [Deed(at(9, PHONE), "log", (third,))]).rec(*KEY).cell("severity").seen == third.seen
    )


def test_what_nobody_can_disagree_on_names_nothing():
    asked = [
        Change("nights", TONIGHT, "evening_at", "23:10"),
        Change("nights", TONIGHT, "date", "2026-11-20"),
    ]

    assert [step.seen for step in steps(DISPUTED, 9, LAPTOP, *asked)] == [(), ()]
    assert [step.seen for step in steps(DISPUTED, 9, LAPTOP, Deletion("nights", TONIGHT))] == [()]


def test_undo_and_redo_name_them_too():
    start = apply(State(), [Deed(at(1, DESK), "log", steps(State(), 1, DESK, *changes(severity=3)))])
    deed = Deed(at(5), "log", steps(start, 5, LAPTOP, *changes(severity=6)))
    state = apply(start, [deed])
    elsewhere = apply(state, [Deed(at(6, DESK), "x", steps(state, 6, DESK, *changes(note="n")))])

    undone = turn(deed, elsewhere, origins([deed]), at(7, PHONE), PHONE)

    assert [(step.field, step.value, step.seen) for step in undone.steps] == [("severity", 3, (at(5),))]


def test_what_is_done_aside_is_not_undone_and_does_not_end_what_can_be_redone():
    done = Deed(at(1), "log", ())
    undone = Deed(at(2), "log", (), kind=Kind.UNDO, of=at(1))
    aside = Deed(at(3), "purge", (), kind=Kind.ASIDE)

    assert undoable([done, aside]) == done
    assert redoable([done, undone, aside]) == undone
