"""Waiting for those who count the nights on threads of their own."""

from __future__ import annotations

import threading
from typing import Any


def is_counting() -> bool:
    """Does anybody count?"""
    return any(thread.name == "counting" for thread in threading.enumerate())


async def wait_for_count(pilot: Any) -> None:
    """Let whoever counts end, and let the screen take the answer."""
    while is_counting():
        await pilot.pause()
    for _ in range(3):
        await pilot.pause()
