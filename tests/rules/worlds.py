"""Small worlds for rules to look at; tonight is the night of 19 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

from stillnight.domain.flag import Tick
from stillnight.domain.lab import Lab
from stillnight.domain.medicine import Medicine
from stillnight.domain.night import Night
from stillnight.rules.engine import evaluate
from stillnight.rules.facts import Facts
from tests.rules.seeds import factors, seed_library

TONIGHT = date(2026, 11, 19)


def ago(days):
    return TONIGHT - timedelta(days=days)


def at(days, clock):
    """A wall-clock time in the night so many days ago, as the journal keeps it."""
    day = ago(days) if clock >= "12:00" else ago(days - 1)
    return f"{day.isoformat()}T{clock}+01:00"


def nights(*rows):
    """(days ago, values) rows as nights, in order."""
    return [Night(ago(days), values) for days, values in sorted(rows, key=lambda row: -row[0])]


def facts(rows=(), **rest):
    return Facts(TONIGHT, nights(*rows), factors=factors(), known_medicines=seed_library().medicines, **rest)


def ferritin(value, days=10, ill=None):
    return Lab(ago(days), "ferritin", value, ill)


def tsat(value, days=10):
    return Lab(ago(days), "tsat", value)


def ticked(flag, days=0):
    return Tick(ago(days), flag)


def medicine(name="tablet", klass="other", start=None, number=1, usual=False, end=None, changes=()):
    return Medicine(number, name, klass, usual=usual, start=start, end=end, changes=tuple(changes))


def found(world):
    """Everything the rules of the seeds find, by id."""
    return {finding.rule.id: finding for finding in evaluate(seed_library().rules, world)}


def fires(rule, world):
    """Does a rule fire, with something seen?"""
    finding = found(world).get(rule)
    return finding is not None and bool(finding.seen)


def coffee_world():
    """Two afternoons with coffee, one night without."""
    drunk = [(day, {"severity": 5, "f.caffeine": 2, "f.caffeine.at": at(day, "15:00")}) for day in (0, 2)]
    return facts([*drunk, (1, {"severity": 4, "f.caffeine": 0})])
