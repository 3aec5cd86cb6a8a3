"""What is said of a trial beside the list: of one that runs, is over, or is ready to be started."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from stillnight.insight.trials.effect import Effect
from stillnight.insight.trials.trial import Design, Outcome, Trial
from stillnight.journal.journal import Journal
from stillnight.journal.trials.views import Assignment, Report, Standing, State, Template
from stillnight.journal.trials.words import OUTCOME_WORDS
from stillnight.ui.pictures.block_plot import plot_lines
from stillnight.ui.pictures.month import Line
from stillnight.ui.pictures.trial_strip import TrialNight, strip_lines
from stillnight.ui.screens.trials.labelled import BLANK, labelled
from stillnight.ui.trial_words import (
    LETTERS,
    ahead_word,
    counted_words,
    known_words,
    legend_words,
    night_word,
    on_screen,
    progress_words,
    sealed_words,
)
from stillnight.ui.widgets.figure import Figure
from stillnight.ui.widgets.prose import Drawn, ProseLine

BLOCKS = {
    Design.PAIRS: "a pair of nights",
    Design.TWO_NIGHT_BLOCKS: "four nights, two and two",
    Design.FACTORIAL: "four nights, two and two",
}
"""Nights that are drawn together."""


def ready_card(template: Template) -> Iterator[Drawn]:
    """A trial that could be started."""
    yield ProseLine(template.question, style="$accent bold")
    yield BLANK
    for measure in template.measures:
        yield ProseLine(f"{measure.title}: {measure.deed}")
    yield labelled("counted", OUTCOME_WORDS[template.outcome])
    yield labelled("length", f"{template.weeks} weeks unless you choose otherwise")
    if template.honest:
        yield labelled("known", known_words(template))
    yield BLANK
    yield ProseLine("Enter shows all there is to know first; nothing begins by itself.", style="$muted")


def running_card(
    standing: Standing, tonight: date, plan: Assignment | None, journal: Journal
) -> Iterator[Drawn]:
    """The trial that runs, or begins soon; nothing of what it found so far."""
    trial = standing.trial
    yield ProseLine(trial.question, style="$accent bold")
    yield ProseLine(progress_words(standing))
    if plan is not None:
        yield from _plan_lines(plan, journal)
    if standing.state is State.RUNNING:
        yield BLANK
        yield ProseLine(counted_words(standing))
        yield Figure(partial(_strip, trial, tonight, nights_past(journal, trial, tonight)))
        yield ProseLine(legend_words(trial), style="$muted")
    yield BLANK
    yield ProseLine(sealed_words(standing))
    yield ProseLine("What comes is not shown, so that no evening is chosen for it.", style="$muted")


def _plan_lines(plan: Assignment, journal: Journal) -> Iterator[Drawn]:
    # "last night" would fill the column of labels
    when = night_word(plan, journal.browse.moment()).removesuffix(" night")
    yield labelled(when, plan.title, "$ink bold")
    for deed in plan.deeds:
        yield labelled("", deed)
    if plan.alarm:
        yield labelled("!", on_screen(plan.alarm), "$warning")
    if plan.ahead is not None:
        yield labelled(ahead_word(plan.ahead, journal.desk.today), plan.ahead.title)


def _strip(trial: Trial, tonight: date, past: Mapping[date, TrialNight], width: int) -> list[Line]:
    return strip_lines(trial.start, len(trial.order), tonight, past)


def nights_past(journal: Journal, trial: Trial, tonight: date) -> Mapping[date, TrialNight]:
    """The nights of a trial up to tonight: what was drawn where it was rated, and for tonight in any case."""
    rated = {
        night.date
        for night in journal.browse.nights(trial.start, min(tonight, trial.end))
        if night.get(trial.outcome.value) is not None
    }
    past = {}
    for number, arm in enumerate(trial.order):
        night = date.fromordinal(trial.start.toordinal() + number)
        if night <= tonight and (night in rated or night == tonight):
            past[night] = TrialNight(LETTERS[arm], trial.followed.get(night))
    return past


def result_card(report: Report) -> Iterator[Drawn]:
    """What came out: of each measure the answer first and its blocks as dots, then what both share."""
    trial = report.standing.trial
    yield ProseLine(report.question, style="$muted")
    if report.standing.state is State.STOPPED:
        yield ProseLine(f"■ {progress_words(report.standing)}")
    for effect, (answer, *more) in zip(report.effects, report.answers, strict=True):
        yield BLANK
        yield ProseLine(answer, style="$accent bold")
        yield from (ProseLine(on_screen(line)) for line in more)
        yield from _figure(effect, trial)
    yield from (ProseLine(line) for line in report.closing)


def _figure(effect: Effect, trial: Trial) -> Iterator[Drawn]:
    if not effect.differences:
        return
    title = trial.measures[effect.measure].title
    yield BLANK
    other = "as usual" if len(trial.measures) == 1 else "without it"
    block, unit = BLOCKS[trial.design], "minutes" if trial.outcome is Outcome.SOL else "points"
    yield ProseLine(f"Each dot is {block}: {title} against nights {other}, in {unit}.", style="$muted")
    interval = None if effect.low is None or effect.high is None else (effect.low, effect.high)
    yield Figure(partial(plot_lines, effect.differences, effect.change, interval))
    yield BLANK


def aside_card(standing: Standing) -> Iterator[Drawn]:
    """A trial that never counts, because another was started for the same nights."""
    yield ProseLine(standing.trial.question, style="$accent bold")
    yield ProseLine(
        f"Set aside: two devices began a trial of these nights, and “{standing.aside_for}” comes first. "
        "Nothing is lost, and it never counts. It can be started once more with x."
    )
