"""Waiting for a Textual program exactly: until its loop has nothing to do, not until a clock says so.

Textual's own wait sleeps 20 ms, twice for every key, and again while the machine is busy with anything else.
"""

from __future__ import annotations

import asyncio
from typing import Any

from textual import _wait
from textual._context import active_app

SOON = 0.05
"""Seconds: a timer that is due within them counts as something to do."""

QUIET_ROUNDS = 3
"""So many rounds of the loop in a row nobody else may have anything to do."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the running loop has nothing to do, now or soon.

    What a thread does cannot be seen from here; while one works it is waited as Textual waits.

    Args:
        min_sleep: As Textual's; what is waited for here needs no least time.
        max_sleep: Seconds after which it ends even so.
    """
    loop: Any = asyncio.get_running_loop()
    end, quiet = loop.time() + max_sleep, 0
    while quiet < QUIET_ROUNDS and loop.time() < end:
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1
        if quiet < QUIET_ROUNDS:
            continue
        if _has_thread():
            await _wait.wait_for_idle(min_sleep, max_sleep)
            return
        pause = _next_timer(loop) - loop.time()
        if pause <= SOON:
            await asyncio.sleep(max(pause, 0))
            quiet = 0


def _next_timer(loop: Any) -> float:
    """When the next timer of a loop is due, by its clock."""
    return min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=float("inf"))


def _has_thread() -> bool:
    """Does a thread of the program work on something?"""
    app = active_app.get(None)
    return app is not None and any(worker._thread_worker and worker.is_running for worker in app.workers)
