"""A trial in the words of the screen: how far it is, what a night was drawn to be, what it can find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from stillnight.insight.trials.trial import Arm, Design, Outcome, Trial
from stillnight.journal.trials.views import Standing, State

WEEK = 7

LETTERS = {Arm.USUAL: "U", Arm.A: "A", Arm.B: "B", Arm.BOTH: "+"}
"""What a night was drawn to be, in one sign."""

OUTCOMES = {
    Outcome.SEVERITY: "the urge of the evening entry, 0 to 10",
    Outcome.DISTURBED: "how much the legs disturbed the night, 0 to 10, said in the morning",
    Outcome.SOL: "the minutes until you slept, said in the morning",
}
"""What is compared."""

OTHER_NIGHTS = {
    Design.PAIRS: "night by night",
    Design.TWO_NIGHT_BLOCKS: "two at a time",
    Design.FACTORIAL: "four kinds of nights",
}
"""The same in the fewest words."""

DESIGNS = {
    Design.PAIRS: "of every two nights one is drawn for each",
    Design.TWO_NIGHT_BLOCKS: "two nights of each at a time, in drawn order: for what may linger",
    Design.FACTORIAL: "of every four nights one is drawn for each kind",
}
"""How the nights are shared out."""


def day_words(day: date) -> str:
    """A day: ``Sun 20 Dec``."""
    return f"{day:%a} {day.day} {day:%b}"


def arm_title(trial: Trial, arm: Arm) -> str:
    """What a night was drawn to be, in a few words."""
    titles = [one.title for one, is_in in zip(trial.measures, (arm.has_a, arm.has_b), strict=False) if is_in]
    return " and ".join(titles) or "as usual"


def legend_words(trial: Trial) -> str:
    """The signs of the strip with their meanings."""
    arms = (Arm.USUAL, Arm.A, Arm.B, Arm.BOTH) if len(trial.measures) > 1 else (Arm.USUAL, Arm.A)
    drawn = [f"{LETTERS[arm]} {'both' if arm is Arm.BOTH else arm_title(trial, arm)}" for arm in arms]
    return " · ".join([*drawn, "✓ followed", "× not", "blank: not rated"])


def progress_words(standing: Standing) -> str:
    """How far a trial is, in a few words."""
    trial = standing.trial
    match standing.state:
        case State.PLANNED:
            return f"begins {day_words(trial.start)}"
        case State.RUNNING:
            number = standing.number or standing.of
            weeks = -(-standing.of // WEEK)
            return f"week {-(-number // WEEK)} of {weeks} · night {number} of {standing.of}"
        case State.STOPPED:
            return f"stopped early, {day_words(trial.end)}"
        case State.SET_ASIDE:
            return f"set aside for {standing.aside_for}"
    return f"ended {day_words(trial.end)}"


def counted_words(standing: Standing) -> str:
    """How many nights count so far, and how many went as planned."""
    counted = f"{_nights(standing.answered)} counted so far"
    said = standing.followed + standing.not_followed
    return f"{counted} · followed on {standing.followed} of {said}" if said else counted


def sealed_words(standing: Standing) -> str:
    """Until when the result stays shut."""
    opens = standing.opens or standing.trial.last + timedelta(days=1)
    return f"Sealed: the result opens on {day_words(opens)}."


def times_words(share: float) -> str:
    """How often, out of ten times: ``about 8 times in 10``."""
    times = round(share * 10)
    if share >= 0.95:
        return "nearly always"
    if times < 1:
        return "hardly ever"
    return f"about {times} times in 10" if times > 1 else "about once in 10 times"


def power_words(power: Sequence[tuple[float, float]], outcome: Outcome) -> str:
    """What a trial of some length can find: ``finds a 1.5-point difference about 8 times in 10``."""
    if not power:
        return ""
    effect, share = power[len(power) // 2]
    unit = "minute" if outcome is Outcome.SOL else "point"
    return f"finds a {effect:g}-{unit} difference {times_words(share)}"


def more_power_words(power: Sequence[tuple[float, float]], outcome: Outcome) -> str:
    """The same of smaller and greater differences: ``1 point about 5 times in 10, 2 points …``."""
    middle, unit = len(power) // 2, "minute" if outcome is Outcome.SOL else "point"
    return ", ".join(
        f"{effect:g} {unit}{'' if effect == 1 else 's'} {times_words(share)}"
        for at, (effect, share) in enumerate(power)
        if at != middle
    )


def listed(words: Iterable[str]) -> str:
    """Words one after the other: ``caffeine and alcohol``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _nights(number: int) -> str:
    return "1 night" if number == 1 else f"{number} nights"
