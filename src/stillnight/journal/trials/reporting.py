"""What came out of a trial, in numbers and in words that promise no more than the nights do."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.month import shift_day
from stillnight.insight.trials.analysis import SMALL, effects_of
from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.power import power_of
from stillnight.insight.trials.trial import Design, Measure, Outcome, Trial
from stillnight.journal.journal import Journal
from stillnight.journal.trials.counting import Counted, count, scatter_of
from stillnight.journal.trials.views import Report, Standing, State
from stillnight.journal.trials.words import DUMMY, WHO_KNOWS, capital, units

LOOK_BACK = 90

_LESS = {
    Outcome.SEVERITY: ("The urge was", "weaker", "stronger"),
    Outcome.DISTURBED: ("The legs disturbed the night", "less", "more"),
    Outcome.SOL: ("Sleep came", "sooner", "later"),
}


def report(standing: Standing, journal: Journal) -> Report:
    """What came out of a trial that is over."""
    trial = standing.trial
    nights = journal.browse.nights(trial.start, trial.end)
    counted = count(trial, nights, journal.tonight, journal.desk.rollover)
    effects = effects_of(trial, counted.values)
    before = journal.browse.nights(shift_day(trial.start, -LOOK_BACK), trial.end)
    weeks = round(len(trial.order) / 7)
    said = [is_followed for night, is_followed in trial.followed.items() if trial.number_of(night)]
    return Report(
        standing=standing,
        effects=effects,
        nights=len(counted.values),
        missing=counted.missing,
        late=counted.late,
        followed=sum(said) / len(said) if said else None,
        said=len(said),
        lines=_lines(standing, effects, counted, said),
        power=power_of(trial.design, weeks, trial.outcome, scatter_of(before, trial.outcome)),
    )


def _lines(
    standing: Standing, effects: Sequence[Effect], counted: Counted, said: Sequence[bool]
) -> list[str]:
    trial = standing.trial
    lines = [f"Question: {trial.question}", ""]
    for effect in effects:
        lines += [*effect_lines(effect, trial), ""]
    if trial.design is Design.FACTORIAL:
        lines += [*_both(effects, trial)]
    lines.append(_nights(trial, counted))
    lines += _followed(trial, said)
    if standing.state is State.STOPPED:
        lines.append(
            "Stopped early: read it with more doubt. A trial that is stopped when it looks good, or bad, "
            "looks better, or worse, than it is."
        )
    return [*lines, f"{WHO_KNOWS} {DUMMY}"]


def effect_lines(effect: Effect, trial: Trial) -> list[str]:
    """One measure's answer in words, the verdict first."""
    measure = trial.measures[effect.measure]
    if effect.verdict is Verdict.TOO_FEW:
        told = f"{effect.blocks} {'block' if effect.blocks == 1 else 'blocks'}"
        return [
            f"{capital(measure.title)}: too few nights to say anything.",
            f"Only {told} had nights that count. This says neither yes nor no.",
        ]
    return [
        _verdict(effect, measure, trial),
        *_size(effect, trial),
        *_chance(effect),
        *_meaning(effect, trial),
    ]


def _verdict(effect: Effect, measure: Measure, trial: Trial) -> str:
    words = {
        Verdict.BETTER: "better in this trial, on your nights.",
        Verdict.WORSE: "worse in this trial, on your nights.",
        Verdict.NO_DIFFERENCE: "no difference found, and a difference that counts would likely have shown.",
        Verdict.INCONCLUSIVE: "inconclusive: these nights do not settle it.",
    }
    return f"{capital(measure.title)}: {words[effect.verdict]}"


def _size(effect: Effect, trial: Trial) -> list[str]:
    if effect.change is None or effect.low is None or effect.high is None:
        return []
    subject, less, more = _LESS[trial.outcome]
    size = units(trial.outcome, abs(effect.change))
    word = less if effect.change <= 0 else more
    against = "with it than without" if trial.design is Design.FACTORIAL else "than on nights as usual"
    low, high = (_signed(value, trial.outcome, less, more) for value in (effect.low, effect.high))
    return [
        f"{subject} about {size} {word} {against}.",
        f"What fits these nights lies, nine times in ten, between {low} and {high}.",
    ]


def _signed(value: float, outcome: Outcome, less: str, more: str) -> str:
    size = abs(value)
    number = f"{size:.0f}" if outcome is Outcome.SOL else f"{size:.1f}"
    return f"{number} {less if value <= 0 else more}"


def _chance(effect: Effect) -> list[str]:
    if effect.chance is None or effect.change is None:
        return []
    look = "as good" if effect.change <= 0 else "as bad"
    times = max(round(effect.chance * 100), 1)
    often = "once in 100 at most" if times == 1 else f"about {times} times in 100"
    return [f"Did it make no difference at all, the draw alone would look at least {look} {often}."]


def _meaning(effect: Effect, trial: Trial) -> list[str]:
    """What the word means, and what it does not."""
    small = units(trial.outcome, SMALL[trial.outcome])
    if effect.verdict is Verdict.INCONCLUSIVE:
        lines = [
            f'That is no "no": a difference of {small} is neither shown nor ruled out. A repeat may settle '
            f"it: stillnight trial start {trial.name} --weeks 6."
        ]
    elif effect.verdict is Verdict.NO_DIFFERENCE:
        lines = [f"If there is one on nights like these, it is likely below {small}, either way."]
    elif effect.verdict is Verdict.WORSE:
        lines = ["Leave it be, or talk it over with your clinician before you try it again."]
    else:
        lines = ["Whether it stays so on other nights only they can tell; a repeat would say more."]
    if effect.if_followed is not None:
        _, less, more = _LESS[trial.outcome]
        word = less if effect.if_followed <= 0 else more
        size = units(trial.outcome, abs(effect.if_followed))
        lines.append(f"If the plan had always been followed: about {size} {word}.")
    return lines


def _both(effects: Sequence[Effect], trial: Trial) -> list[str]:
    """Both measures at once, as far as their effects simply add up."""
    changes = [effect.change for effect in effects]
    if any(change is None for change in changes):
        return []
    total = sum(change for change in changes if change is not None)
    _, less, more = _LESS[trial.outcome]
    word = less if total <= 0 else more
    size = units(trial.outcome, abs(total))
    return [
        f"Both together: about {size} {word}, if the two simply add up; this trial is too small to tell.",
        "",
    ]


def _nights(trial: Trial, counted: Counted) -> str:
    parts = [f"{len(counted.values)} nights count"]
    parts += [f"{counted.missing} not answered"] if counted.missing else []
    parts += [f"{counted.late} answered late and left out"] if counted.late else []
    return f"{', '.join(parts)}; compared as they were drawn, whatever was done."


def _followed(trial: Trial, said: Sequence[bool]) -> list[str]:
    if not said:
        return ["Whether the plan was followed was never said."]
    return [f"The plan was followed on {sum(said)} of {len(said)} nights said."]
