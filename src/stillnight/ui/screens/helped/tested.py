"""What finished trials found about reliefs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stillnight.insight.trials.effect import Verdict
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Report, Standing


class Tested(NamedTuple):
    """What the last finished trial of a relief found.

    Attributes:
        report: All of it.
        verdict: About this relief, in a word.
    """

    report: Report
    verdict: Verdict


def tested_reliefs(trials: Trials) -> Mapping[str, Tested]:
    """Tip id to what its newest finished trial found; costly, so ask on a thread."""
    found: dict[str, Tested] = {}
    for standing in trials.all():
        names = [name for name in _tips_of(standing) if name not in found]
        if not names:
            continue
        report = trials.result(standing.trial)
        for effect in report.effects:
            measure = report.standing.trial.measures[effect.measure]
            if measure.name in names:
                found[measure.name] = Tested(report, effect.verdict)
    return found


def _tips_of(standing: Standing) -> Iterator[str]:
    """The tips that a trial tested, once its result may be read."""
    if standing.is_open:
        yield from (measure.name for measure in standing.trial.measures if measure.is_tip)
