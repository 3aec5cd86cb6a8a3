"""A session that is going on, its steps and its puzzles as one: each move gives a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from stillnight.tips.coach import state as machine
from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.puzzle_words import PuzzleWords
from stillnight.tips.coach.puzzling import Puzzling
from stillnight.tips.coach.state import CoachState, Phase, View
from stillnight.ui.pictures.guided import Scene, scene_of

Move = Callable[[Guide, CoachState, datetime], CoachState]


@dataclass(frozen=True, slots=True)
class Course:
    """One session under way.

    Attributes:
        guide: The session.
        words: What its puzzles are made of.
        state: Where its machine stands.
        puzzling: Where it is in its puzzles; ``None`` outside a step of puzzles.
    """

    guide: Guide
    words: PuzzleWords
    state: CoachState
    puzzling: Puzzling | None = None

    @classmethod
    def begun(cls, guide: Guide, words: PuzzleWords, now: datetime) -> Course:
        """A session that begins now."""
        return cls(guide, words, machine.begin(guide, now))._met_puzzles()

    @property
    def step(self) -> Step | None:
        """The step it is at; ``None`` once it is over."""
        return None if self.state.is_over else self.guide.steps[self.state.index]

    @property
    def is_over(self) -> bool:
        """Is it done or stopped?"""
        return self.state.is_over

    @property
    def is_done(self) -> bool:
        """Was it done to its end?"""
        return self.state.phase is Phase.DONE

    @property
    def is_paused(self) -> bool:
        """Does it stand still?"""
        return self.state.phase is Phase.PAUSED

    @property
    def waits(self) -> bool:
        """Would Space go on from here: out of a pause, or from an answer to the next puzzle?"""
        return self.is_paused or (self.puzzling is not None and self.puzzling.is_answered)

    def looked(self, now: datetime) -> Course:
        """As it is now: steps that have run out are behind it."""
        return self._moved(machine.look, now)

    def stopped(self, now: datetime) -> Course:
        """Ended here."""
        return self._moved(machine.stop, now)

    def went_on(self, now: datetime) -> Course:
        """What Space does: stand still or go on; what waits for a key goes on, a puzzle to its answer."""
        if self.puzzling is not None:
            return replace(self, puzzling=self.puzzling.went_on())
        is_open = self.step is not None and self.step.is_open and not self.is_paused
        return self._moved(machine.skip if is_open else machine.pause, now)

    def skipped(self, now: datetime) -> Course:
        """The next step, or the next puzzle."""
        if self.puzzling is not None:
            return replace(self, puzzling=self.puzzling.moved(1))
        return self._moved(machine.skip, now)

    def back(self, now: datetime) -> Course:
        """The step again or the one before, or the puzzle before."""
        if self.puzzling is not None:
            return replace(self, puzzling=self.puzzling.moved(-1))
        return self._moved(machine.back, now)

    def minutes(self, now: datetime) -> int:
        """Whole minutes spent on it, 0-240."""
        return machine.minutes(self.state, now)

    def view(self, now: datetime) -> View:
        """What its machine shows now."""
        return machine.view(self.guide, self.state, now)

    def scene(self, seen: View, is_night: bool, is_large: bool) -> Scene:
        """Its picture; see :func:`stillnight.ui.pictures.guided.scene_of`."""
        scene = scene_of(self.guide, seen, self.is_paused, is_night, is_large)
        if self.puzzling is None:
            return scene
        return replace(scene, words=self.puzzling.puzzle.question, after=self.puzzling.beside)

    def _moved(self, move: Move, now: datetime) -> Course:
        return replace(self, state=move(self.guide, self.state, now))._met_puzzles()

    def _met_puzzles(self) -> Course:
        """Puzzles begin with their step, and end with it."""
        if self.step is None or self.step.kind is not Kind.PUZZLE:
            return replace(self, puzzling=None)
        if self.puzzling is not None:
            return self
        return replace(self, puzzling=Puzzling(self.words, int(self.state.began.timestamp())))
