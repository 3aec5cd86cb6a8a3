"""Leading somebody through a session on lines, and noting it from its first second."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass

from stillnight.cli.asked_lines import Answers, say_lines
from stillnight.cli.console import INTERRUPTED, OutputLost, finish, put, warn
from stillnight.cli.hanging_up import HungUp, end_as_told, hanging_up_is_heard
from stillnight.cli.keyboard_line import typed_within
from stillnight.cli.relief.asking import AFTER, Left, asked_urge
from stillnight.cli.relief.course import Course, begin_course, seconds_to_wait, stopped, turn
from stillnight.cli.relief.words import ending, opening, step_said
from stillnight.domain.errors import StoreError
from stillnight.domain.ports import Clock
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.reliefs import Begun, Reliefs
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.puzzling import Puzzling
from stillnight.tips.coach.state import minutes


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody wants to be led.

    Attributes:
        is_quiet: Only the steps, nothing in between?
        rings: Does the terminal's bell ring where a step has run out?
    """

    is_quiet: bool = False
    rings: bool = False


def asks_for_bell(journal: Journal) -> bool:
    """Do the settings ask for the terminal's bell?"""
    return journal.desk.preferences.bell == "yes"


class Leading:
    """One session on lines, from its first to its last.

    Attributes:
        course: Where it is; whatever ends it can see that.
    """

    def __init__(self, guide: Guide, reliefs: Reliefs, lines: Answers, manner: Manner) -> None:
        """Begin nothing yet."""
        self._guide = guide
        self._reliefs = reliefs
        self._lines = lines
        self._manner = manner
        self._begun: Begun | None = None
        self.course = self._course()

    @property
    def _clock(self) -> Clock:
        return self._reliefs.journal.desk.clock

    def lead(self, before: int | None = None, bout: int | None = None) -> int:
        """Lead through it; the exit code.

        Args:
            before: The urge before, 0-10.
            bout: The id of an episode of which this is the relief.

        Raises:
            StoreError: If its end could not be made safe.
        """
        self._begin(before, bout)
        with hanging_up_is_heard():
            try:
                self._follow()
                self._end()
                self._ask_after()
            except KeyboardInterrupt:
                say_lines("")
                self._stop()
                return INTERRUPTED
            except HungUp as end:
                self._stop_unheard()
                end_as_told(end)
            except (OutputLost, OSError) as error:
                self._stop_unheard()
                raise OutputLost("the terminal is gone; the session is noted as stopped") from error
        return 0

    def _begin(self, before: int | None, bout: int | None) -> None:
        """Note that it begins; what cannot be noted is done all the same."""
        try:
            self._begun = self._reliefs.begin(self._guide, before, bout)
        except StoreError as error:
            warn(f"{error}; this session is not written down")

    def _course(self) -> Course:
        now = self._clock.now()
        puzzles = Puzzling(self._reliefs.library.puzzles, int(now.timestamp()))
        return begin_course(self._guide, now, self._manner.is_quiet, puzzles)

    def _follow(self) -> None:
        self._say()
        while not self.course.is_over:
            now = self._clock.now()
            typed = typed_within(sys.stdin, seconds_to_wait(self.course, now))
            now = self._clock.now()
            self.course = stopped(self.course, now) if typed == "" else turn(self.course, now, typed)
            self._say()

    def _say(self) -> None:
        say_lines(*self.course.said)
        if self.course.rings and self._manner.rings:
            put("\a")
        finish()

    def _stop(self) -> None:
        """End it from outside; what was ended already keeps its end."""
        if not self.course.is_over:
            self.course = stopped(self.course, self._clock.now())
            self._end()

    def _stop_unheard(self) -> None:
        """End it where the terminal is gone."""
        with contextlib.suppress(OutputLost, OSError):
            self._stop()

    def _end(self) -> None:
        """Note how it ended before that is said: nobody may be there to hear it."""
        self._finish(None)
        say_lines(*ending(self._guide, self._minutes, self.course.is_done))
        finish()

    def _ask_after(self) -> None:
        if self._begun is None or not self._begun.severity:
            return
        with contextlib.suppress(Left):
            after = asked_urge(self._lines, AFTER)
            if after is not None:
                self._finish(after)
                say_lines("Noted.")

    def _finish(self, after: int | None) -> None:
        if self._begun is not None:
            receipt = self._reliefs.finish(self._begun, self._minutes, self.course.is_done, after)
            if receipt.problem:
                warn(receipt.problem)

    @property
    def _minutes(self) -> int:
        return minutes(self.course.state, self._clock.now())


def read_out(guide: Guide) -> list[str]:
    """A session's steps as they are, for a pipe or to read beforehand; nothing is begun."""
    said = [*opening(guide), "", *(step_said(step) for step in guide.steps)]
    return [*said, guide.closing] if guide.closing else said
