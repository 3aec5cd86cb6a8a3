"""Somebody at the morning form: types keys and looks at what stands there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.clocks import BERLIN
from tests.journal.form.keyboard import keys_of

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.night import Episode, Night
from stillnight.journal.morning.keys import press
from stillnight.journal.morning.state import MorningSheet, MorningState, opened

NIGHT = date(2026, 11, 19)
LIGHTS_OUT = "2026-11-19T22:40+01:00"
WOKE = "2026-11-20T06:50+01:00"
GUESSES = {"final_wake": WOKE, "nwak": 1}
OFFERS = {"final_wake": WOKE, "out_of_bed": WOKE, "waso_min": 15}


def bout(clock: str, **values: Any) -> Episode:
    """An episode early on the 20th."""
    return Episode(NIGHT, datetime.fromisoformat(f"2026-11-20T{clock}").replace(tzinfo=BERLIN), **values)


def sheet(saved: dict[str, Any] | None = None, night: date = NIGHT, **more: Any) -> MorningSheet:
    """The morning of an ordinary night: lights out is known, one episode was logged."""
    values = {"lights_out": LIGHTS_OUT} if saved is None else saved
    known = {"episodes": (bout("03:10", severity=6),), "guesses": GUESSES, "offers": OFFERS, **more}
    return MorningSheet(Night(night, values, logged=bool(values)), NightFrame(night, BERLIN), **known)


def typed(keys: str, on: MorningSheet | None = None, state: MorningState | None = None) -> MorningState:
    """The form after some keys; a key that means nothing leaves it as it is."""
    on = on or sheet()
    state = state or opened(on)
    for key in keys_of(keys):
        state = press(state, on, key) or state
    return state
