"""Trials in words that anybody can read, on the screen and on the command line alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from stillnight.domain.clock_rule import date_words, day_words, span_words
from stillnight.domain.sentence import capital
from stillnight.insight.patterns.words import nights_words
from stillnight.insight.trials.power import times_in_ten
from stillnight.insight.trials.trial import Arm, Design, Measure, Outcome, Sort
from stillnight.journal.trials.views import Assignment, Proposal, Standing, State

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.SEVERITY: "the urge to move, as you rate it in the evening",
    Outcome.DISTURBED: "how much the legs disturbed the night, as you rate it in the morning",
    Outcome.SOL: "the minutes until you slept, as you say them in the morning",
}
"""What is compared."""

DESIGN_WORDS: Mapping[Design, str] = {
    Design.PAIRS: "pairs of nights, one with and one as usual, in drawn order",
    Design.TWO_NIGHT_BLOCKS: (
        "two nights with and two as usual, in drawn order, as it may linger into the next night"
    ),
    Design.FACTORIAL: "blocks of four nights in drawn order: neither, the one, the other, both",
}
"""How the nights are shared out."""

USUAL = "as usual"

WHO_KNOWS = "You know which night is which, so hopes and worries count, too."
DUMMY = "Four in ten people in restless legs trials felt better on a dummy treatment."


def units(outcome: Outcome, size: float) -> str:
    """A size with its unit: ``1.5 points``, ``1 point``, ``20 minutes``."""
    number, unit = (f"{size:.0f}", "minute") if outcome is Outcome.SOL else (f"{round(size, 1):g}", "point")
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def followed_words(followed: int, said: int) -> str:
    """On how many nights the plan was followed, of those that somebody answered for."""
    return f"You answered for {nights_words(said)}: on {followed} the plan was followed."


def arm_title(measures: Sequence[Measure], arm: Arm) -> str:
    """What a night was drawn to be: ``foot massager and warm pad``."""
    drawn = [measure.title for measure in measures if is_drawn(measures, measure, arm)]
    return " and ".join(drawn) or USUAL


def is_drawn(measures: Sequence[Measure], measure: Measure, arm: Arm) -> bool:
    """Does a measure belong to an arm?"""
    return arm.has_b if measures.index(measure) else arm.has_a


def usual_deed(measures: Sequence[Measure]) -> str:
    """What to do on a night as usual."""
    if all(measure.sort is Sort.WITHOUT for measure in measures):
        return "As you would without a trial: no more of it than usual, and no less."
    titles = ", ".join(measure.title for measure in measures)
    return f"Leave it for another night: {titles}. If you need it, use it, and say so: nothing is spoilt."


def arms_of(design: Design, measures: Sequence[Measure]) -> list[tuple[str, str]]:
    """Each kind of night and what it asks for."""
    arms = (Arm.USUAL, Arm.A, Arm.B, Arm.BOTH) if design is Design.FACTORIAL else (Arm.USUAL, Arm.A)
    return [
        (
            arm_title(measures, arm),
            " ".join(one.deed for one in measures if is_drawn(measures, one, arm)) or usual_deed(measures),
        )
        for arm in arms
    ]


def power_lines(
    design: Design, weeks: int, outcome: Outcome, power: Sequence[tuple[float, float]]
) -> list[str]:
    """What such a trial finds."""
    if not power:
        return ["How much it can find is not known: the answers to it are too few so far."]
    size, chance = power[len(power) // 2]
    first = f"{weeks} weeks find a difference of {units(outcome, size)} {times_in_ten(chance)}."
    rest = [f"{units(outcome, one)}: {times_in_ten(share)}." for one, share in power if one != size]
    each = " That holds for each of the two." if design is Design.FACTORIAL else ""
    return [first + each, " ".join(rest)]


def proposal_lines(proposal: Proposal) -> list[str]:
    """Everything that has to be known before the start, as plain lines; ``""`` parts the paragraphs."""
    template = proposal.template
    lines = [f"Question: {proposal.question}", ""]
    lines += [f"{capital(title)}: {deed}" for title, deed in proposal.arms]
    nights = (proposal.last - proposal.start).days + 1
    dates = f"{date_words(proposal.start)} to {date_words(proposal.last)}"
    lines += [
        "",
        f"{proposal.weeks} weeks: {nights} nights, {dates}.",
        f"Drawn as {DESIGN_WORDS[proposal.design]}.",
        f"Compared: {OUTCOME_WORDS[proposal.outcome]}.",
        *power_lines(proposal.design, proposal.weeks, proposal.outcome, proposal.power),
        "",
        *([f"Evidence: grade {template.grade}. {template.honest}"] if template.grade else [template.honest]),
        *template.cautions,
    ]
    if proposal.not_for:
        lines += ["", "Not for you with:", *(f"- {reason}." for reason in proposal.not_for)]
    lines += ["", *proposal.stop_rule]
    if proposal.warnings:
        lines += ["", *proposal.warnings]
    return lines


def standing_words(standing: Standing) -> str:
    """How far a trial is, in one line."""
    trial = standing.trial
    if standing.state is State.PLANNED:
        return f"planned, begins {date_words(trial.start)}"
    if standing.state is State.RUNNING:
        return f"running, night {standing.number} of {standing.of}, ends {date_words(trial.last)}"
    if standing.state is State.STOPPED:
        nights = nights_words(max((trial.end - trial.start).days + 1, 0))
        return f"stopped {date_words(trial.end)}, after {nights}"
    if standing.state is State.SET_ASIDE:
        return f"set aside: {standing.aside_for} was begun first"
    return f"finished {date_words(trial.last)}"


def standing_lines(standing: Standing) -> list[str]:
    """A trial and how far it is, as plain lines; nothing of what is sealed."""
    trial = standing.trial
    lines = [f"{trial.title}: {standing_words(standing)}", f"Question: {trial.question}", ""]
    lines += [f"{capital(title)}: {deed}" for title, deed in arms_of(trial.design, trial.measures)]
    lines += ["", f"Drawn as {DESIGN_WORDS[trial.design]}.", f"Compared: {OUTCOME_WORDS[trial.outcome]}."]
    said = standing.followed + standing.not_followed
    if standing.state in (State.RUNNING, State.FINISHED, State.STOPPED):
        lines.append(f"Nights that count: {standing.answered}.")
        lines += [followed_words(standing.followed, said)] if said else []
    if trial.reason:
        lines.append(f"Stopped: {trial.reason}")
    if standing.is_open:
        lines.append("What came out: stillnight trial result")
    elif standing.opens is not None:
        lines.append(f"The result is sealed until the night of {span_words(trial.last)} is over.")
    return lines


def when_words(night: date, tonight: date, today: date) -> str:
    """How a night of a trial is called: ``Tonight``, ``Today, Sat 21 Nov``, ``Tomorrow, Sun 22 Nov``.

    In the morning "tonight" is the night that ends, and the day that begins belongs to the next one.
    """
    if night == tonight:
        return "Tonight" if tonight == today else f"Last night, {day_words(night)}"
    word = "Today" if night == today else "Tomorrow"
    return f"{word}, {day_words(night)}"


def assignment_lines(assignment: Assignment, when: str) -> list[str]:
    """What to do on one night, gates told, as plain lines.

    Args:
        assignment: The night.
        when: How it is called: ``Tonight``, ``Tomorrow, Sat 21 Nov``.
    """
    number = f"night {assignment.number} of {assignment.of}"
    lines = [f"{when}: {assignment.title} ({number})", *assignment.deeds]
    return lines + ([assignment.alarm] if assignment.alarm else [])


def stop_lines(has_gates: bool) -> list[str]:
    """When to stop; ``has_gates`` is whether there are things with which it is not for somebody."""
    more = ", or if something of that list comes up" if has_gates else ""
    return [
        "You can stop on any night, without a reason: stillnight trial stop.",
        f"Stop if your legs get clearly worse or anything hurts{more}; a red flag comes before any trial.",
        "Medicines stay as prescribed. If one is changed meanwhile, stop: nobody could tell what did it.",
        "The result, and what your nights say about it otherwise, stays sealed until the end.",
    ]
