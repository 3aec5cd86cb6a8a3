"""The wait that every test of a screen leans on."""

from __future__ import annotations

import asyncio
import sys
import threading

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.idle import QUIET_ROUNDS, SOON, wait_for_idle


async def test_what_is_on_its_way_arrives():
    arrived: list[str] = []

    async def chain(left: int) -> None:
        await asyncio.sleep(0)
        if left:
            arrived.append("step")
            chains.append(asyncio.create_task(chain(left - 1)))

    chains = [asyncio.create_task(chain(20))]
    await wait_for_idle()
    assert len(arrived) == 20


async def test_what_is_due_soon_is_waited_for_and_what_is_due_later_is_not():
    loop, rung = asyncio.get_running_loop(), []
    loop.call_later(SOON / 2, rung.append, "soon")
    loop.call_later(3600, rung.append, "later")
    await wait_for_idle()
    assert rung == ["soon"]


async def test_a_loop_that_is_never_quiet_is_left_in_the_end():
    turns, is_over = 0, False

    def again() -> None:
        nonlocal turns
        turns += 1
        if not is_over:
            asyncio.get_running_loop().call_soon(again)

    again()
    await wait_for_idle(max_sleep=0.05)
    is_over = True
    assert turns > QUIET_ROUNDS


async def test_a_thread_of_the_program_is_waited_for_as_textual_waits(monkeypatch):
    asked: list[float] = []

    async def told(min_sleep: float, max_sleep: float) -> None:
        asked.append(max_sleep)

    monkeypatch.setattr("textual._wait.wait_for_idle", told)
    app = App()
    async with app.run_test():
        await wait_for_idle()
        assert asked == []
        is_over = threading.Event()
        app.run_worker(is_over.wait, thread=True)
        await wait_for_idle(max_sleep=0.5)
        is_over.set()
    assert asked == [0.5]


@pytest.mark.parametrize("module", [App.__module__, Pilot.__module__])
def test_every_program_in_a_test_is_waited_for_like_this(module):
    assert sys.modules[module].wait_for_idle is wait_for_idle
