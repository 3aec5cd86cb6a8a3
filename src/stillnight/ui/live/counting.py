"""Who works out what the nights say, on a thread of its own: a year of nights takes longer than a frame."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock, Thread
from typing import Generic, TypeVar

from stillnight.journal.pace import Pace

Answer = TypeVar("Answer")

PATIENCE_SECONDS = 0.5
"""So long who leaves waits for what was worked out so far to be kept."""

IsWanted = Callable[[], bool]
"""Is the answer still wanted, or has somebody asked again since?"""


class Counting(Generic[Answer]):
    """Counts the nights, one count at a time; whoever asks meanwhile makes the count begin anew.

    The thread does not keep the program alive: who leaves waits for no answer that they will not see, only a
    moment for what was worked out to be kept.
    """

    def __init__(
        self,
        count: Callable[[IsWanted], Answer],
        tell: Callable[[Answer], None],
        fail: Callable[[str], None],
        pace: Pace | None = None,
    ) -> None:
        """Prepare to count; everything that is handed in is called in the thread.

        Args:
            count: Works out the answer; it may ask now and then whether that is still wanted.
            tell: Takes the answer, unless somebody has asked again since.
            fail: Takes what went wrong in one sentence.
            pace: Makes the count stand back after each key, whenever it asks whether it is wanted.
        """
        self._count, self._tell, self._fail, self._pace = count, tell, fail, pace or Pace()
        self._lock = Lock()
        self._asked = self._answered = 0
        self._is_counting = self._is_over = False
        self._thread: Thread | None = None

    def ask(self) -> None:
        """Count, or count anew: the nights are others now."""
        with self._lock:
            self._asked += 1
            if self._is_counting or self._is_over:
                return
            self._is_counting = True
            self._thread = Thread(target=self._go, name="counting", daemon=True)
            self._thread.start()

    def end(self, patience: float = PATIENCE_SECONDS) -> None:
        """Want no answer any more.

        Args:
            patience: So many seconds are waited for what was worked out to be kept.
        """
        with self._lock:
            self._is_over = True
        if self._thread is not None:
            self._thread.join(patience)

    @property
    def is_counting(self) -> bool:
        """Is an answer under way?"""
        return self._is_counting

    def _go(self) -> None:
        while self._has_more():
            number = self._asked
            say = self._worked_out(number)
            if self._is_newest(number):
                with suppress(RuntimeError):  # the program has ended meanwhile
                    say()
            self._answered = number

    def _worked_out(self, number: int) -> Callable[[], None]:
        """What tells the answer; a thread that failed would write over the screen and never be heard of."""
        try:
            return partial(self._tell, self._count(partial(self._is_wanted, number)))
        except Exception as error:
            return partial(self._fail, f"your nights could not be counted ({type(error).__name__}: {error})")

    def _is_wanted(self, number: int) -> bool:
        return self._pace.give_way(lambda: self._is_newest(number))

    def _has_more(self) -> bool:
        """Has somebody asked what was not answered yet?"""
        with self._lock:
            self._is_counting = self._answered < self._asked and not self._is_over
            return self._is_counting

    def _is_newest(self, number: int) -> bool:
        return number == self._asked and not self._is_over
