"""Trials in a test's journal: started, rated, looked up."""

from __future__ import annotations

from datetime import date, timedelta

from tests.ui.world import World

from stillnight.domain.ports import TRIALS
from stillnight.insight.trials.trial import Trial
from stillnight.journal.trials.record import trial_of
from stillnight.journal.trials.trials import Trials


def trials_of(world: World) -> Trials:
    """The trials of a world's journal."""
    session = world.session()
    return session.trials(session.knowledge().library)


def kept(world: World) -> list[Trial]:
    """The trials in the store."""
    found = [trial_of(number, record) for number, record in world.store.all(TRIALS).items()]
    return [trial for trial in found if trial is not None]


def started(world: World, name: str = "caffeine", on: date = date(2026, 11, 10)) -> Trial:
    """A trial that was started in the morning of a day, before anything of it had to be known."""
    now = world.clock.moment
    world.clock.set(f"{on}T09:00")
    trials = trials_of(world)
    trial, _ = trials.start(trials.propose(name))
    world.clock.moment = now
    return trial


def first(trial: Trial, wanted: bool) -> date:
    """The first night of a trial with it, or as usual, for which the next one is the other kind."""
    pairs = zip(trial.order, trial.order[1:], strict=False)
    at = next(n for n, (one, other) in enumerate(pairs) if one.has_a is wanted and other.has_a is not wanted)
    return trial.start + timedelta(days=at)


def rated(world: World, trial: Trial, until: date, effect: int = 3) -> None:
    """Log the trial's nights before a day: less of everything on nights with its first measure."""
    for number, arm in enumerate(trial.order):
        night = trial.start + timedelta(days=number)
        rating = 7 - effect * arm.has_a + (number * 5) % 3 - (number * 3) % 2
        if night < until:
            morning = f"{night + timedelta(days=1)}T07:00+01:00"
            evening = f"{night}T22:00+01:00"
            world.log(
                night, severity=rating, disturbed=rating, evening_at=evening, morning_at=morning, quality=3
            )
