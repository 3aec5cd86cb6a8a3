"""What a night of the running trial was drawn to be, and whether anything speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stillnight.domain.factor import amount
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night, worst
from stillnight.insight.trials.trial import Arm, Measure, Sort, Trial, has_by_day
from stillnight.journal.suggestions.library import Library
from stillnight.journal.trials.gating import shut_for_good, shut_tonight
from stillnight.journal.trials.views import Assignment, Part
from stillnight.journal.trials.words import USUAL, is_drawn, usual_deed
from stillnight.rules.facts import Facts

VERY_BAD, OF_LAST, SO_MANY = 8, 5, 3
"""A worst urge of 8 or more on three of the last five nights of a trial: time to think of stopping. It counts
all nights alike, so it tells nothing of what is sealed. Our own choice."""

STOP = "stillnight trial stop"


def assignment(trial: Trial, night: date, facts: Facts, library: Library) -> Assignment | None:
    """What a night was drawn to be; ``None`` outside the trial.

    Args:
        trial: The trial.
        night: Tonight, or a night to come: what speaks against a measure tonight is looked at tonight only.
        facts: What is known tonight.
        library: The tips and gates.
    """
    arm, number = trial.arm_on(night), trial.number_of(night)
    if arm is None or number is None:
        return None
    parts = [_part(trial, measure, arm, night, facts, library) for measure in trial.measures]
    return Assignment(
        trial=trial,
        night=night,
        number=number,
        of=len(trial.order),
        arm=arm,
        title=" and ".join(part.measure.title for part in parts if part.is_on) or USUAL,
        parts=parts,
        deeds=_deeds(trial, parts),
        followed=trial.followed.get(night),
        guess=_guess(trial, arm, night, facts),
        alarm=_alarm(trial, night, facts, library),
        ahead=_ahead(trial, night, facts, library),
    )


def _part(trial: Trial, measure: Measure, arm: Arm, night: date, facts: Facts, library: Library) -> Part:
    drawn = is_drawn(trial.measures, measure, arm)
    if not drawn or measure.sort is Sort.WITHOUT:
        return Part(measure, drawn)
    look = shut_tonight if night == facts.tonight else shut_for_good
    return Part(measure, drawn, look(measure, facts, library))


def _deeds(trial: Trial, parts: Sequence[Part]) -> list[str]:
    deeds = [part.measure.deed for part in parts if part.is_on]
    for part in parts:
        if part.gate is not None:
            gate = part.gate
            deeds.append(f"Not tonight: {part.measure.title}, as one of these holds: {gate.words}")
    return deeds or [usual_deed(trial.measures)]


def _guess(trial: Trial, arm: Arm, night: date, facts: Facts) -> bool | None:
    """Was the plan followed, to judge by the factor's answer? On a night as usual it tells nothing."""
    measure = trial.measures[0]
    if arm is not Arm.A or measure.sort is not Sort.WITHOUT or len(trial.measures) > 1:
        return None
    answer = amount(_night(facts, night).get(f"f.{measure.name}"))
    if answer is None or (answer > 0 and measure.is_part):
        return None
    return answer == 0


def _alarm(trial: Trial, night: date, facts: Facts, library: Library) -> str | None:
    """Why to think of stopping."""
    if any(trial.start <= tick.date for tick in facts.ticks):
        return f"A red flag was ticked since it began: that comes first. {STOP} ends the trial."
    for measure in trial.measures:
        gate = shut_for_good(measure, facts, library)
        if gate is not None:
            return f"{measure.title} is not for you any more: {gate.reason}. {STOP} ends the trial."
    if any(medicine.news and medicine.news[-1] > trial.start for medicine in facts.usual()):
        return f"A medicine was begun or changed since it began: nobody can tell what did it. {STOP} ends it."
    if _is_hard(trial, night, facts):
        return (
            f"{SO_MANY} of the last {OF_LAST} nights were very bad. Nobody has to go through with a trial: "
            f"{STOP} ends it, and these nights are worth showing to your clinician."
        )
    return None


def _is_hard(trial: Trial, night: date, facts: Facts) -> bool:
    first = max(trial.start, shift_day(night, 1 - OF_LAST))
    lately = [one for one in facts.nights if first <= one.date <= night]
    highest = [worst(one, facts.episodes.get(one.date, ())) for one in lately]
    return sum(1 for value in highest if value is not None and value >= VERY_BAD) >= SO_MANY


def _ahead(trial: Trial, night: date, facts: Facts, library: Library) -> Assignment | None:
    if night != facts.tonight or not has_by_day(trial.measures):
        return None
    return assignment(trial, night + timedelta(days=1), facts, library)


def _night(facts: Facts, night: date) -> Night:
    return next((one for one in reversed(facts.nights) if one.date == night), Night(night, logged=False))
