"""A guided session: its steps in order, each with its length and its place on the body."""

from __future__ import annotations

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
        words: What to do, in one short sentence.
        kind: What it asks for.
        seconds: How long, 1-14400; 0 goes on until a key is pressed.
        side: Which leg; ``None`` where sides do not matter.
        parts: Where on the body, words of :data:`stillnight.domain.picks.PARTS`.
        muscles: The muscle areas in plain words, such as ``inner calf``; empty where there are none.
        round: Which repetition this is, from 1.
        rounds: How many repetitions there are.
    """

    words: str
    kind: Kind
    seconds: int = 0
    side: Side | None = None
    parts: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    round: int = 1
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Guide:
    """A guided session, ready to be begun.

    Attributes:
        id: Its id; ``stillnight relief`` takes it.
        tip: The id of the tip that it carries out; an episode's ``relief`` names the tip.
        title: What it is, in a few words.
        steps: Its steps, repetitions and sides written out in order; at least one.
        caution: What to mind, in one sentence; empty where there is nothing.
        silent: May it be done in a dark bedroom beside somebody who sleeps?
    """

    id: str
    tip: str
    title: str
    steps: tuple[Step, ...]
    caution: str = ""
    silent: bool = True

    @property
    def seconds(self) -> int:
        """How long all timed steps take together."""
        return sum(step.seconds for step in self.steps)

    @property
    def parts(self) -> tuple[str, ...]:
        """Where on the body, each part once."""
        return tuple(dict.fromkeys(part for step in self.steps for part in step.parts))
