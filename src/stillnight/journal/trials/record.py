"""A trial as the journal keeps it: what was said and drawn before its first night stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from stillnight.domain.clock_rule import read_date
from stillnight.domain.values import Record, Value
from stillnight.insight.trials.draw import ORDERS, measures_in
from stillnight.insight.trials.redraw import blocks_of
from stillnight.insight.trials.trial import Arm, Design, Measure, Outcome, Sort, Trial

MOST_NIGHTS = 366
"""No trial is longer than a year; what says so was left by a hand, and would be weighed for hours."""

FOLLOWED = "followed."
"""``followed.2026-11-02``: was that night's plan followed? A field a night, so that devices merge."""


def kept(trial: Trial) -> dict[str, Value]:
    """The fields of a new trial's record; what is said later has its own deeds."""
    return {
        "name": trial.name,
        "title": trial.title,
        "question": trial.question,
        "design": str(trial.design),
        "outcome": str(trial.outcome),
        "measures": [_kept_measure(measure) for measure in trial.measures],
        "from": trial.start.isoformat(),
        "order": [str(arm) for arm in trial.order],
        "seals": sorted(trial.seals),
    }


def trial_of(number: int, record: Record) -> Trial | None:
    """A trial out of its record; ``None`` where a hand or another program left what is none."""
    try:
        design = Design(record["design"])
        trial = Trial(
            id=number,
            name=str(record["name"]),
            title=str(record.get("title") or record["name"]),
            question=str(record.get("question") or ""),
            design=design,
            outcome=Outcome(record["outcome"]),
            measures=_measures(record["measures"], design),
            start=date.fromisoformat(record["from"]),
            order=_order(record["order"], design),
            seals=frozenset(map(str, record.get("seals") or ())),
            stopped=read_date(record.get("stopped")),
            reason=str(record.get("reason") or ""),
            followed=dict(_followed(record)),
        )
        # a first night near the end of the calendar has no last one
        return trial if trial.last else None
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _order(raw: Any, design: Design) -> tuple[Arm, ...]:
    """The drawn order; anything but whole blocks of its design was never drawn."""
    order = tuple(Arm(word) for word in raw)
    is_drawn = all(block in ORDERS[design] for block in blocks_of(design, order))
    if not is_drawn or not 0 < len(order) <= MOST_NIGHTS:
        raise ValueError("no such order is drawn")
    return order


def _measures(raw: Any, design: Design) -> tuple[Measure, ...]:
    measures = tuple(_measure(one) for one in raw)
    if len(measures) != measures_in(design):
        raise ValueError("other measures belong to the design")
    return measures


def _kept_measure(measure: Measure) -> dict[str, Any]:
    kept: dict[str, Any] = {str(measure.sort): measure.name, "title": measure.title, "deed": measure.deed}
    kept |= {"by_day": True} if measure.by_day else {}
    kept |= {"part": True} if measure.is_part else {}
    return kept | ({"gates": list(measure.gates)} if measure.gates else {})


def _measure(raw: Mapping[str, Any]) -> Measure:
    sort = Sort.TIP if Sort.TIP in raw else Sort.WITHOUT
    return Measure(
        sort,
        str(raw[sort]),
        str(raw["title"]),
        str(raw["deed"]),
        by_day=raw.get("by_day") is True,
        is_part=raw.get("part") is True,
        gates=tuple(map(str, raw.get("gates") or ())),
    )


def _followed(record: Record) -> Iterator[tuple[date, bool]]:
    for name, value in record.items():
        night = read_date(name.removeprefix(FOLLOWED)) if name.startswith(FOLLOWED) else None
        if night is not None and isinstance(value, bool):
            yield night, value
