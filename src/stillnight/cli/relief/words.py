"""What is said of a guided session, as paragraphs; pure. A voice reads them, so nothing is said twice."""

from __future__ import annotations

from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.spans import minutes_words
from stillnight.tips.coach.state import View

KEYS = "Enter next, p pause, b back, s stop,\n? again."
PAUSED = "Paused. Enter goes on."
GOES_ON = "Going on."

SHORT, LONG = 20, 300
"""The seconds of a step below which nothing is said in between, and from which its last minute is."""

_LENGTHS = {
    Kind.READY: "{length}.",
    Kind.HOLD: "Hold {length}.",
    Kind.DO: "{length}.",
    Kind.REST: "{length}.",
    Kind.BREATHE: "{length}.",
    Kind.PUZZLE: "{length}.",
}


def length_said(seconds: int) -> str:
    """A length as it is spoken: ``30 seconds``, ``1 minute``, ``1 minute 30 seconds``, ``2 hours``."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    units = ((hours, "hour"), (minutes, "minute"), (left, "second"))
    said = [f"{number} {unit}{'s' * (number != 1)}" for number, unit in units if number]
    return " ".join(said) or "0 seconds"


def about(guide: Guide) -> str:
    """A session in a few words, with its length to the minute: ``Calf stretch at a wall, 4 min``."""
    is_said = not guide.seconds or guide.title.endswith((" minutes", " hour"))
    return guide.title if is_said else f"{guide.title}, {guide.minutes} min"


def opening(guide: Guide) -> list[str]:
    """What is said before the first step."""
    said = [f"{about(guide)}."]
    return [*said, guide.caution] if guide.caution else said


def step_said(step: Step, is_whole: bool = False) -> str:
    """A step in one paragraph; a repetition is said short, unless the whole of it was asked for.

    Args:
        step: The step.
        is_whole: Say all of it.
    """
    again = step.round > 1 and step.kind is not Kind.REST and not is_whole
    words = [_again(step) if again else step.words]
    if step.rounds > 1 and not again and step.kind is not Kind.REST:
        words.append(f"Round {step.round} of {step.rounds}.")
    words += [_rhythm(step)] if step.rhythm and not again else []
    words += [_LENGTHS[step.kind].format(length=length_said(step.seconds))] if _has_length(step) else []
    words.append("Enter when you are ready." if not step.seconds and step.kind is Kind.READY else "")
    words.append("Enter when you have done it." if not step.seconds and step.kind is not Kind.READY else "")
    return " ".join(filter(None, words))


def where(view: View) -> str:
    """How far the session is, for somebody who asks."""
    left = [f"{length_said(view.left)} left of this"] if view.left is not None else []
    in_all = [f"{length_said(view.left_in_all)} in all"] if view.left_in_all else []
    return ", ".join([f"Step {view.number} of {view.count}", *left, *in_all]) + "."


def marks(seconds: int) -> tuple[int, ...]:
    """The seconds that are left of a step when that is said, few enough for a voice that reads them all."""
    if seconds < SHORT:
        return ()
    if seconds < 60:
        return (10,)
    half = round(seconds / 2)
    return (half, 60, 10) if seconds >= LONG else (half, 10)


def mark_passed(step: Step, before: int | None, left: int | None) -> bool:
    """Did a mark come by between two looks?

    Args:
        step: The step, the same at both looks.
        before: The seconds left at the last look.
        left: The seconds left now.
    """
    if before is None or left is None or left <= 0:
        return False
    return any(left <= mark < before for mark in marks(step.seconds))


def next_mark(step: Step, left: int) -> int:
    """The seconds left at which something is to be said next; 0 is the end of the step."""
    return max((mark for mark in marks(step.seconds) if mark < left), default=0)


def ending(guide: Guide, minutes: int, is_done: bool) -> list[str]:
    """What is said when it is over, however it ended.

    Args:
        guide: The session.
        minutes: How long it was done.
        is_done: Was it done to its end?
    """
    last = f"Done, {minutes_words(minutes)}." if is_done else f"Stopped after {minutes_words(minutes)}."
    return [guide.closing, last] if guide.closing else [last]


def _has_length(step: Step) -> bool:
    """Is its length worth saying? A breath between two holds needs none."""
    return step.seconds >= (SHORT if step.kind is Kind.REST else 1)


def _again(step: Step) -> str:
    side = f"{step.side.capitalize()} leg, round" if step.side in ("left", "right") else "Round"
    return f"{side} {step.round} of {step.rounds}."


def _rhythm(step: Step) -> str:
    inward, outward = step.rhythm or (0, 0)
    return f"In for {inward} seconds, out for {outward}."
