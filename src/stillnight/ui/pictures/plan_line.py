"""What a night of a trial was drawn to be, in one line of the pane's frame: the longest wording that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stillnight.ui.pictures.compare import cells

ON, USUAL, SHUT = "●", "○", "!"
"""Something is done or left out; as usual; something speaks against it tonight."""

KEPT, NOT_KEPT = "✓", "×"
"""A night that went as planned, or did not; nothing stands where nobody said."""

KEY = "="
"""The key that says whether a plan was followed."""


class NightPlan(NamedTuple):
    """What one night was drawn to be.

    Attributes:
        when: ``tonight``, ``today``, ``last night``, ``that night``, ``tomorrow``.
        title: What was drawn, in a few words.
        sign: :data:`ON`, :data:`USUAL` or :data:`SHUT`.
        followed: Was it followed, as far as it was said?
        is_asked: Is it time to say so?
    """

    when: str
    title: str
    sign: str
    followed: bool | None = None
    is_asked: bool = False

    @property
    def drawn(self) -> str:
        """The sign and the words."""
        return f"{self.sign} {self.title}"


def plan_wordings(now: NightPlan | None, ahead: NightPlan | None = None) -> Sequence[str]:
    """What can be said of a night's plan and of the next, from the longest wording to the shortest.

    Args:
        now: The night that the form is about; ``None`` outside the trial.
        ahead: The next one, where it has to be known before its evening.
    """
    if now is None:
        return tuple(_wordings(ahead, "")) if ahead is not None else ()
    if ahead is None or (now.is_asked and now.followed is None and ahead.when == "tomorrow"):
        return tuple(_wordings(now, _answer(now)))
    return tuple(_both(now, ahead))


def _wordings(plan: NightPlan, answer: str) -> Iterator[str]:
    tail = f" · {answer}" if answer else ""
    yield f"Trial {plan.when}: {plan.drawn}{tail}"
    yield f"{plan.when}: {plan.drawn}{tail}"
    yield f"{plan.drawn}{tail}"
    yield plan.drawn


def _both(now: NightPlan, ahead: NightPlan) -> Iterator[str]:
    """The night ahead is dearer: it can still be followed, and its day must not be mistaken for another."""
    answer, then = _answer(now), f"{ahead.when}: {ahead.drawn}"
    yield f"Trial {then} · {now.when}: {now.drawn}{f' · {answer}' if answer else ''}"
    yield f"{then} · {now.when} {answer or now.drawn}"
    if answer:
        # in front: behind the night ahead it would read as if that had been followed already
        yield f"{f'{KEY}?' if now.followed is None else answer[0]} · {then}"
    yield then
    yield ahead.drawn


def _answer(plan: NightPlan) -> str:
    if plan.followed is None:
        return f"{KEY} followed?" if plan.is_asked else ""
    return f"{KEPT} followed" if plan.followed else f"{NOT_KEPT} not followed"


def fitting(wordings: Sequence[str], room: int) -> str:
    """The longest wording that fits; where none does, the shortest, cut."""
    for words in wordings:
        if cells(words) <= room:
            return words
    return _cut(wordings[-1], room) if wordings else ""


def _cut(text: str, room: int) -> str:
    while text and cells(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"
