"""A guided session: its steps in order, each with its length and its place on the body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a step asks for."""

    READY = "get ready"
    HOLD = "hold"
    DO = "do"
    REST = "rest"
    BREATHE = "breathe"
    PUZZLE = "puzzle"


class Side(StrEnum):
    """Which leg a step is about."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        words: What to do, in one or two short sentences.
        kind: What it asks for.
        seconds: How long, 1-14400; 0 goes on until a key is pressed.
        side: Which leg; ``None`` where sides do not matter.
        parts: Where on the body, words of :data:`stillnight.domain.picks.PARTS`.
        muscles: The muscle areas in plain words, such as ``inner calf``; empty where there are none.
        round: Which repetition this is, from 1.
        rounds: How many repetitions there are.
        rhythm: Seconds to breathe in and seconds to breathe out; ``None`` where nobody counts breaths.
    """

    words: str
    kind: Kind
    seconds: int = 0
    side: Side | None = None
    parts: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    round: int = 1
    rounds: int = 1
    rhythm: tuple[int, int] | None = None

    @property
    def is_open(self) -> bool:
        """Does it go on until a key is pressed?"""
        return self.seconds == 0


@dataclass(frozen=True, slots=True)
class Guide:
    """A guided session, ready to be begun.

    Attributes:
        id: Its id; ``stillnight relief`` takes it.
        tip: The id of the tip that it carries out; an episode's ``relief`` names the tip.
        title: What it is, in a few words.
        steps: Its steps, repetitions and sides written out in order; at least one.
        caution: What to mind, in a sentence or two; empty where there is nothing.
        silent: May it be done in a dark bedroom beside somebody who sleeps?
        gets_up: Does it take getting out of bed?
        runs_on: Does it go on while the computer sleeps, as a pad, a massager or bath water does?
        closing: What to do at the end, however it ended, such as to switch off; may be empty.
        weeks: The first and the last week of a programme that it is meant for; ``None`` where there is no
            programme.
    """

    id: str
    tip: str
    title: str
    steps: tuple[Step, ...]
    caution: str = ""
    silent: bool = True
    gets_up: bool = False
    runs_on: bool = False
    closing: str = ""
    weeks: tuple[int, int] | None = None

    @property
    def seconds(self) -> int:
        """How long all timed steps take together."""
        return sum(step.seconds for step in self.steps)

    @property
    def minutes(self) -> int:
        """The same to the nearest minute, at least 1; 0 where nothing is timed."""
        return max(round(self.seconds / 60), 1) if self.seconds else 0

    @property
    def parts(self) -> tuple[str, ...]:
        """Where on the body, each part once."""
        return tuple(dict.fromkeys(part for step in self.steps for part in step.parts))


def for_week(guides: Iterable[Guide], tip: str, week: int) -> Guide | None:
    """The session of a programme for one of its weeks, counted from 1.

    ``None`` where the tip has no programme, or where it is over by then.
    """
    of_tip = ((guide, guide.weeks) for guide in guides if guide.tip == tip)
    return next((guide for guide, weeks in of_tip if weeks and weeks[0] <= week <= weeks[1]), None)
