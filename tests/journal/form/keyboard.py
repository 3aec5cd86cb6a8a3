"""Somebody at the form: types keys and looks at what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tests.clocks import BERLIN

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.factor import Factor, parse_factors
from stillnight.domain.night import Night
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import FormSheet, FormState
from stillnight.resources import read_seed

FACTORS = parse_factors(read_seed("factors"))
SHOWN = tuple(factor for factor in FACTORS.values() if factor.shown)
NIGHT = date(2026, 11, 19)


def sheet(
    saved: dict[str, Any] | None = None,
    night: date = NIGHT,
    own: Iterable[Factor] = (),
    last: str | None = "2026-11-18T21:45",
    **more: Any,
) -> FormSheet:
    """The form of a night: the built-in factors that are shown, and these."""
    onset = datetime.fromisoformat(last).replace(tzinfo=BERLIN) if last else None
    there = Night(night, saved or {}, logged=bool(saved))
    frame = NightFrame(night, BERLIN)
    return FormSheet(there, frame, (*SHOWN, *own), last_onset=onset, **{"medicines": ("iron",), **more})


def keys_of(typed: str) -> list[str]:
    """Single signs as they are, names in brackets: ``6.c<backspace>``; spaces only part them."""
    keys = []
    rest = typed.replace(" ", "")
    while rest:
        key, rest = (rest[1:].split(">", 1)) if rest[0] == "<" else (rest[0], rest[1:])
        keys.append(key)
    return keys


def typed(keys: str, on: FormSheet | None = None, state: FormState | None = None) -> FormState:
    """The form after some keys; a key that means nothing leaves it as it is."""
    on, state = on or sheet(), state or FormState()
    for key in keys_of(keys):
        state = press(state, on, key) or state
    return state
