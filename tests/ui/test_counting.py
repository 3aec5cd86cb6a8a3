"""Nights are counted on a thread of their own; only the newest answer is told."""

from __future__ import annotations

import threading
from dataclasses import replace
from queue import Queue

from tests.ui.visit import visit

from stillnight.journal.pace import Pace
from stillnight.ui.live.counting import Counting

PATIENCE = 10
"""Seconds after which a thread is taken for lost."""


def told_by(counting: Counting, told: Queue) -> object:
    counting.ask()
    return told.get(timeout=PATIENCE)


def test_the_answer_is_worked_out_on_another_thread():
    told: Queue = Queue()
    counting = Counting(lambda is_wanted: threading.current_thread(), told.put, told.put)
    assert told_by(counting, told) is not threading.current_thread()


def test_who_asks_meanwhile_gets_the_newer_answer_alone():
    told: Queue = Queue()
    begun, may_end = threading.Event(), threading.Event()
    wanted = []

    def count(is_wanted):
        wanted.append(is_wanted)
        if len(wanted) == 1:
            begun.set()
            may_end.wait(PATIENCE)
        return len(wanted), is_wanted()

    counting = Counting(count, told.put, told.put)
    counting.ask()
    assert begun.wait(PATIENCE)
    counting.ask()
    counting.ask()
    assert not wanted[0]()
    may_end.set()
    assert told.get(timeout=PATIENCE) == (2, True)
    assert told.empty()


def test_what_goes_wrong_is_said_and_the_next_count_begins():
    told: Queue = Queue()
    answers = iter([ValueError("no nights"), "fine"])

    def count(is_wanted):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    counting = Counting(count, told.put, told.put)
    assert told_by(counting, told) == "your nights could not be counted (ValueError: no nights)"
    assert told_by(counting, told) == "fine"


def test_the_thread_keeps_nobody_who_leaves():
    told: Queue = Queue()
    counting = Counting(lambda is_wanted: threading.current_thread().daemon, told.put, told.put)
    assert told_by(counting, told) is True


def test_who_leaves_is_told_nothing_and_what_was_worked_out_can_be_kept():
    told: Queue = Queue()
    begun, kept = threading.Event(), threading.Event()

    def count(is_wanted):
        begun.set()
        while is_wanted():
            pass
        kept.set()
        return "late"

    counting = Counting(count, told.put, told.put)
    counting.ask()
    assert begun.wait(PATIENCE)
    counting.end()
    assert kept.wait(PATIENCE)
    counting.ask()
    assert told.empty()
    assert not counting.is_counting


def test_who_counts_gives_way_to_keys():
    told: Queue = Queue()
    pace = Pace(now=lambda: 0.0 if not naps else 1.0, nap=lambda seconds: naps.append(seconds))
    naps: list[float] = []
    pace.typed()
    counting = Counting(lambda is_wanted: is_wanted(), told.put, told.put, pace)
    assert told_by(counting, told) is True
    assert len(naps) == 1


async def test_every_key_is_heard_by_whoever_counts(world):
    paces = [Pace(now=lambda: 0.0, nap=lambda seconds: paces.clear())]
    heard = replace(world.session(), pace=paces[0])
    world.session = lambda: heard
    async with visit(world, (120, 34)) as here:
        await here.press("6")
        heard.pace.give_way(lambda: bool(paces))
    assert not paces
