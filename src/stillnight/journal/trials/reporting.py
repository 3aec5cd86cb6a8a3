"""What came out of a trial, in numbers and in words that promise no more than the nights do."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.sentence import capital
from stillnight.insight.patterns.words import nights_words
from stillnight.insight.trials.analysis import SMALL, effects_of
from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.trial import Design, Measure, Outcome, Trial
from stillnight.journal.journal import Journal
from stillnight.journal.trials.counting import Counted, count
from stillnight.journal.trials.views import Report, Standing, State
from stillnight.journal.trials.words import DUMMY, WHO_KNOWS, followed_words, units

_LESS = {
    Outcome.SEVERITY: ("The urge was", "weaker", "stronger"),
    Outcome.DISTURBED: ("The legs disturbed the night", "less", "more"),
    Outcome.SOL: ("Sleep came", "sooner", "later"),
}

_SAME = {Outcome.SEVERITY: "strong", Outcome.DISTURBED: "much", Outcome.SOL: "soon"}
"""The same, in the words of each outcome: as strong, as much, as soon."""

_SEEN = (Verdict.BETTER, Verdict.WORSE)
"""Something was seen, so that it makes sense to ask what it would be had the plan always been followed."""


def report(standing: Standing, journal: Journal) -> Report:
    """What came out of a trial that is over."""
    trial = standing.trial
    nights = journal.browse.nights(trial.start, trial.end)
    counted = count(trial, nights, journal.tonight, journal.desk.rollover)
    effects = effects_of(trial, counted.values)
    said = [is_followed for night, is_followed in trial.followed.items() if trial.number_of(night)]
    return Report(
        standing=standing,
        effects=effects,
        nights=len(counted.values),
        missing=counted.missing,
        late=counted.late,
        followed=sum(said) / len(said) if said else None,
        said=len(said),
        answers=[effect_lines(effect, trial) for effect in effects],
        closing=_closing(standing, effects, counted, said),
    )


def _closing(
    standing: Standing, effects: Sequence[Effect], counted: Counted, said: Sequence[bool]
) -> list[str]:
    """What is said of all measures together."""
    trial = standing.trial
    lines = _both(effects, trial) if trial.design is Design.FACTORIAL else []
    lines += [_nights(trial, counted), *_followed(trial, said)]
    if standing.state is State.STOPPED and any(effect.change is not None for effect in effects):
        lines.append(
            "Stopped early: read it with more doubt. A trial that is stopped when it looks good, or bad, "
            "looks better, or worse, than it is."
        )
    return [*lines, f"{WHO_KNOWS} {DUMMY}"]


def effect_lines(effect: Effect, trial: Trial) -> list[str]:
    """One measure's answer in words, the verdict first."""
    measure = trial.measures[effect.measure]
    if effect.verdict is Verdict.TOO_FEW:
        return [
            f"{capital(measure.title)}: too few nights to say anything.",
            f"{_compared(effect, trial)} This says neither yes nor no.",
        ]
    if effect.low == effect.high == 0:
        return [
            f"{capital(measure.title)}: nothing to compare.",
            "All nights that count were rated the same. This says neither yes nor no.",
        ]
    return [
        _verdict(effect, measure, trial),
        *_size(effect, trial),
        *_chance(effect),
        *_meaning(effect, trial),
    ]


def _compared(effect: Effect, trial: Trial) -> str:
    """How few nights there are of each kind."""
    with_it, without = effect.nights_with, effect.nights_without
    if not with_it + without:
        return "No night counts."
    nights = nights_words(with_it + without)
    verb = "counts" if with_it + without == 1 else "count"
    other = "without it" if trial.design is Design.FACTORIAL else "as usual"
    return f"Only {nights} {verb}: {with_it} drawn for it, {without} {other}."


def _verdict(effect: Effect, measure: Measure, trial: Trial) -> str:
    words = {
        Verdict.BETTER: "better in this trial, on your nights.",
        Verdict.WORSE: "worse in this trial, on your nights.",
        Verdict.NO_DIFFERENCE: "no difference found, and a difference that counts would likely have shown.",
        Verdict.INCONCLUSIVE: "inconclusive. These nights do not settle it.",
    }
    return f"{capital(measure.title)}: {words[effect.verdict]}"


def _size(effect: Effect, trial: Trial) -> list[str]:
    if effect.change is None or effect.low is None or effect.high is None:
        return []
    subject, less, more = _LESS[trial.outcome]
    size = units(trial.outcome, abs(effect.change))
    word = less if effect.change <= 0 else more
    is_both = trial.design is Design.FACTORIAL
    against = "with it than without" if is_both else "than on nights as usual"
    told = f"about {size} {word} {against}"
    if size.startswith("0 "):
        told = (
            f"about as {_SAME[trial.outcome]} {'with it as without' if is_both else 'as on nights as usual'}"
        )
    low, high = (_signed(value, trial.outcome, less, more) for value in (effect.low, effect.high))
    fits = "What fits these nights lies, nine times in ten,"
    where = f"{fits} close to that." if low == high else f"{fits} between {low} and {high}."
    return [f"{subject} {told}.", where]


def _signed(value: float, outcome: Outcome, less: str, more: str) -> str:
    size = abs(value)
    number = f"{size:.0f}" if outcome is Outcome.SOL else f"{size:.1f}"
    if not float(number):
        return "no difference"
    return f"{number} {less if value <= 0 else more}"


def _chance(effect: Effect) -> list[str]:
    if effect.chance is None or effect.change is None:
        return []
    look = "as good" if effect.change <= 0 else "as bad"
    times = max(round(effect.chance * 100), 1)
    often = "once in 100 at most" if times == 1 else f"about {times} times in 100"
    often = "nearly always" if times >= 95 else often
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
    if effect.if_followed is not None and effect.verdict in _SEEN:
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
    number = len(counted.values)
    parts = [f"{nights_words(number) if number else 'no night'} {'count' if number > 1 else 'counts'}"]
    parts += [f"{counted.missing} not answered"] if counted.missing else []
    parts += [f"{counted.late} answered late and left out"] if counted.late else []
    return capital(f"{', '.join(parts)}; compared as they were drawn, whatever was done.")


def _followed(trial: Trial, said: Sequence[bool]) -> list[str]:
    if not said:
        return ["Whether the plan was followed was never said."]
    return [followed_words(sum(said), len(said))]
