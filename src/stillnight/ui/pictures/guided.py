"""What is shown of a guided session at a moment, as words and lines; by night as little as will do."""

from __future__ import annotations

from dataclasses import dataclass

from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.state import View
from stillnight.ui.pictures.body import Place, body_lines, place_words, view_words
from stillnight.ui.pictures.countdown import bar_line, countdown_lines, number_lines
from stillnight.ui.pictures.month import Line

BAR = 24
"""The columns of the bar, as many as three large digits take."""

LARGE_WIDTH, LARGE_HEIGHT = 44, 20
"""From so many columns and rows on the digits are large and the figure is drawn."""

PAUSED = "‖ paused"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of a session.

    Attributes:
        head: How far it is, and what it is.
        words: What to do.
        which: Which side and which repetition.
        time: The countdown.
        bar: The quiet bar; empty by night.
        after: What to mind, in the first step; then what comes next, which is left out by night.
        body: The figure.
        where: The place in words, and from where the figure is seen; without a figure ``which`` says it.
    """

    head: str = ""
    words: str = ""
    which: str = ""
    time: tuple[Line, ...] = ()
    bar: tuple[Line, ...] = ()
    after: str = ""
    body: tuple[Line, ...] = ()
    where: str = ""


def is_large(width: int, height: int) -> bool:
    """Is there room for large digits and a figure?"""
    return width >= LARGE_WIDTH and height >= LARGE_HEIGHT


def scene_of(guide: Guide, seen: View, is_paused: bool, is_night: bool, is_large: bool) -> Scene:
    """The picture of a session.

    Args:
        guide: The session.
        seen: What its machine shows.
        is_paused: Does it stand still?
        is_night: Is it night? Then only what is needed is shown, and nothing moves but the digits.
        is_large: Is there room for large digits and a figure?
    """
    step = seen.step
    if step is None:
        return Scene(head=guide.title)
    place = Place(step.parts, step.side or "", step.muscles, _meant(guide, seen, step))
    where = f"{place_words(place)}\n{view_words(place)}" if step.parts and is_large else ""
    return Scene(
        head="" if is_night else _head(guide, seen),
        words=step.words,
        which=_which(step, is_paused, "" if is_large else place_words(place)),
        time=tuple(_time(step, seen.left, is_large)),
        bar=() if is_night or seen.left is None else (_bar(step, seen.left),),
        after=_beside(guide, seen, is_night),
        body=tuple(body_lines(place)) if is_large else (),
        where=where,
    )


def asking_scene(guide: Guide, said: str, is_night: bool) -> Scene:
    """The question for the urge, before a session and after it.

    Args:
        guide: The session.
        said: What is said beside it: what to mind, or how it ended.
        is_night: Is it night?
    """
    return Scene(head="" if is_night else guide.title, words="How strong is the urge now?", after=said)


def breath_of(step: Step, left: int) -> tuple[str, int, int] | None:
    """Where a breath stands: ``in`` or ``out``, whole seconds of it left, and how long it is.

    ``None`` where no breaths are counted.
    """
    if step.rhythm is None:
        return None
    inward, outward = step.rhythm
    at = (step.seconds - left) % (inward + outward)
    return ("in", inward - at, inward) if at < inward else ("out", inward + outward - at, outward)


def _meant(guide: Guide, seen: View, step: Step) -> tuple[str, ...]:
    """The muscles of the nearest step with the same parts, the next one first: the figure turns seldom."""
    nearest = [*guide.steps[seen.number - 1 :], *reversed(guide.steps[: seen.number - 1])]
    return next((one.muscles for one in nearest if one.muscles and one.parts == step.parts), ())


def _head(guide: Guide, seen: View) -> str:
    """How far it is comes first: where there is no room the title is cut off."""
    left = f"{max(round(seen.left_in_all / 60), 1)} min left" if seen.left_in_all else ""
    return " · ".join(filter(None, (f"{seen.number} of {seen.count}", left, guide.title)))


def _which(step: Step, is_paused: bool, where: str) -> str:
    rounds = f"{step.round} of {step.rounds}" if step.rounds > 1 else ""
    return " · ".join(filter(None, (where or step.side or "", rounds, PAUSED if is_paused else "")))


def _time(step: Step, left: int | None, is_large: bool) -> list[Line]:
    if left is None:
        return []
    breath = breath_of(step, left)
    if breath is None:
        return countdown_lines(left, is_large)
    word, seconds, _ = breath
    if not is_large:
        return [[(f"{word} {seconds}", "$accent bold")]]
    return [*number_lines(str(seconds)), [(f"breathe {word}", "$accent bold")]]


def _bar(step: Step, left: int) -> Line:
    """How much of the step is behind; of a breath, how full the lungs are."""
    breath = breath_of(step, left)
    if breath is None:
        return bar_line(1 - left / step.seconds, BAR)
    word, seconds, length = breath
    full = (length - seconds + 1) / length if word == "in" else (seconds - 1) / length
    return bar_line(full, BAR)


def _beside(guide: Guide, seen: View, is_night: bool) -> str:
    if seen.number == 1 and guide.caution:
        return guide.caution
    return "" if is_night else _after(seen.next)


def _after(step: Step | None) -> str:
    """The step that comes next, by its first sentence."""
    if step is None:
        return "then: the end"
    if step.kind is Kind.REST:
        return "then: a short rest"
    return f"then: {step.words.partition('. ')[0].rstrip('.')}"
