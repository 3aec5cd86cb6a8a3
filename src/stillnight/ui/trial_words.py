"""A trial in the words of the screen: how far it is, what its signs mean, what it can find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from stillnight.domain.clock_rule import day_words, span_words
from stillnight.domain.moment import Moment
from stillnight.insight.trials.power import times_in_ten
from stillnight.insight.trials.trial import Arm, Design, Outcome, Trial, has_by_day
from stillnight.journal.trials.views import Assignment, Standing, State, Template
from stillnight.journal.trials.words import arm_title

WEEK = 7

LETTERS = {Arm.USUAL: "U", Arm.A: "A", Arm.B: "B", Arm.BOTH: "+"}
"""What a night was drawn to be, in one sign."""

OTHER_NIGHTS = {
    Design.PAIRS: "night by night",
    Design.TWO_NIGHT_BLOCKS: "two at a time",
    Design.FACTORIAL: "four kinds of nights",
}
"""How the nights are shared out, in the fewest words."""

_ON_SCREEN = (
    ("stillnight trial stop", "s on the page of trials (X)"),
    ("stillnight trial withdraw", "U right after the start"),
    ("stillnight trial templates", "X"),
    ("stillnight trial lists them", "X lists them"),
    ("stillnight medicine", "M"),
    ("stillnight triggers", "I"),
    ("stillnight flag list", "! shows it"),
)
"""Commands that are named as a way out, with what does it here."""

_REPEAT = re.compile(r"stillnight trial start \w+ --weeks (\d)")


def on_screen(text: str) -> str:
    """A sentence whose way out is a command, with the key that does it here."""
    for command, key in _ON_SCREEN:
        text = text.replace(command, key)
    return _REPEAT.sub(r"x here, with \1 weeks", text)


def night_word(plan: Assignment, moment: Moment) -> str:
    """What the night of a plan is called: ``tonight``; where it has to be known by day, ``today``."""
    if moment is Moment.MORNING:
        return "last night"
    return "today" if has_by_day(plan.trial.measures) else "tonight"


def ahead_word(plan: Assignment, today: date) -> str:
    """What the night ahead is called; after midnight its day has begun, though the night has not ended."""
    return "today" if plan.night <= today else "tomorrow"


def legend_words(trial: Trial) -> str:
    """The signs of the strip with their meanings."""
    arms = (Arm.USUAL, Arm.A, Arm.B, Arm.BOTH) if len(trial.measures) > 1 else (Arm.USUAL, Arm.A)
    titles = ["both" if arm is Arm.BOTH else arm_title(trial.measures, arm) for arm in arms]
    drawn = [f"{LETTERS[arm]} {title}" for arm, title in zip(arms, titles, strict=True)]
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
    return f"Sealed: the result opens once the night of {span_words(standing.trial.last)} is over."


def power_words(power: Sequence[tuple[float, float]], outcome: Outcome) -> str:
    """What a trial of some length can find: ``finds a 1.5-point difference about 8 times in 10``."""
    if not power:
        return "how much it can find is not known"
    effect, share = power[len(power) // 2]
    return f"finds a {effect:g}-{_unit(outcome)} difference {times_in_ten(share)}"


def more_power_words(power: Sequence[tuple[float, float]], outcome: Outcome) -> str:
    """The same of smaller and greater differences: ``1 point about 5 times in 10, 2 points …``."""
    middle = len(power) // 2
    return ", ".join(
        f"{effect:g} {_unit(outcome)}{'' if effect == 1 else 's'} {times_in_ten(share)}"
        for at, (effect, share) in enumerate(power)
        if at != middle
    )


def known_words(template: Template) -> str:
    """What is known of a measure so far, and how well."""
    return f"{template.honest} (grade {template.grade})" if template.grade else template.honest


def listed(words: Iterable[str]) -> str:
    """Words one after the other: ``caffeine and alcohol``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _unit(outcome: Outcome) -> str:
    return "minute" if outcome is Outcome.SOL else "point"


def _nights(number: int) -> str:
    return "1 night" if number == 1 else f"{number} nights"
