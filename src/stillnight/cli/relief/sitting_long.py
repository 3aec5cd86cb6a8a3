"""Reminding somebody who sits long of their breaks, on lines, and noting those that were had."""

from __future__ import annotations

import sys

from stillnight.cli.asked_lines import say_lines
from stillnight.cli.console import INTERRUPTED, OutputLost, finish, put, warn
from stillnight.cli.keyboard_line import typed_within
from stillnight.cli.relief.reminder import Deed, Reminder, ended, seconds_to_wait, turn, unwritten
from stillnight.domain.errors import StoreError
from stillnight.journal.reliefs.reliefs import Begun, Reliefs


class LongSit:
    """One long sit, from its beginning to its end.

    Attributes:
        reminder: Where it is.
    """

    def __init__(self, reminder: Reminder, reliefs: Reliefs, rings: bool) -> None:
        """Say nothing yet.

        Args:
            reminder: A sit that has just begun.
            reliefs: Writes down what was had.
            rings: Does the terminal's bell ring at each break?
        """
        self.reminder = reminder
        self._reliefs = reliefs
        self._rings = rings
        self._begun: Begun | None = None

    def sit(self) -> int:
        """Remind until it is over, or until Ctrl+C; the exit code."""
        clock = self._reliefs.journal.desk.clock
        try:
            self._take(self.reminder)
            while not self.reminder.is_over:
                typed = typed_within(sys.stdin, seconds_to_wait(self.reminder, clock.now()))
                is_at_end = typed == ""
                self._take(ended(self.reminder) if is_at_end else turn(self.reminder, clock.now(), typed))
        except KeyboardInterrupt:
            say_lines("", ended(self.reminder).said[-1])
            return INTERRUPTED
        except OSError as error:
            raise OutputLost("the terminal is gone") from error
        return 0

    def _take(self, reminder: Reminder) -> None:
        """Write down what has come about, then say it."""
        is_written = False
        try:
            is_written = self._write(reminder)
        except StoreError as error:
            warn(f"{error}; this break is not written down")
        self.reminder = reminder if is_written else unwritten(reminder)
        say_lines(*self.reminder.said)
        if reminder.rings and self._rings:
            put("\a")
        finish()

    def _write(self, reminder: Reminder) -> bool:
        """Is what is to be written down in the journal now?"""
        if reminder.deed is None:
            return True
        if reminder.deed is not Deed.END:
            self._begun = None
            self._begun = self._reliefs.begin(reminder.guide, reminder.urge)
        if reminder.deed is not Deed.BEGIN and self._begun is not None:
            after = reminder.after if self._begun.severity else None
            receipt = self._reliefs.finish(self._begun, reminder.minutes, True, after)
            if receipt.problem:
                warn(receipt.problem)
        return self._begun is not None
