"""The sleep measures in words that anybody reads, the standard term behind each."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.sleep import SleepMeasures

ASLEEP, IN_BED = "asleep", "in bed"


def worked_out(sleep: SleepMeasures) -> list[str]:
    """What follows from the answers: ``asleep 7 h 00 (TST)``, ``in bed 8 h 20 (TIB)``, the efficiencies."""
    return _said(
        (f"{ASLEEP} {{}} (TST)", _hours(sleep.tst)),
        (f"{IN_BED} {{}} (TIB)", _hours(sleep.tib)),
        ("up {} after waking (TASAFA)", _minutes(sleep.tasafa)),
        *_efficiencies(sleep),
    )


def all_measures(sleep: SleepMeasures) -> list[str]:
    """Everything that is known, what was answered included; the efficiencies come apart."""
    return _said(
        (f"{ASLEEP} {{}} (TST)", _hours(sleep.tst)),
        (f"{IN_BED} {{}} (TIB)", _hours(sleep.tib)),
        ("{} until asleep (SOL)", _minutes(sleep.sol)),
        ("awake {} in the night (WASO)", _minutes(sleep.waso)),
        ("up {} after waking (TASAFA)", _minutes(sleep.tasafa)),
    )


def efficiency(sleep: SleepMeasures) -> list[str]:
    """The share that was slept: of the time in bed, and of the time meant for sleep where that differs."""
    return _said(*_efficiencies(sleep))


def _efficiencies(sleep: SleepMeasures) -> Sequence[tuple[str, str | None]]:
    in_bed = ("{} % of the time in bed (SE)", _percent(sleep.se_tib))
    if sleep.se_dse in (None, sleep.se_tib):
        return [in_bed]
    return [in_bed, ("{} % of the time meant for sleep", _percent(sleep.se_dse))]


def _said(*found: tuple[str, str | None]) -> list[str]:
    return [words.format(value) for words, value in found if value is not None]


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share:g}"


def _minutes(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes} min"


def _hours(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60} h {minutes % 60:02}"
