"""Conditions for tests, made of plain tables as a rule file would have them."""

from __future__ import annotations

from stillnight.domain.document import Table
from stillnight.rules.conditions import View
from stillnight.rules.errors import RuleError
from stillnight.rules.schema import read_condition
from stillnight.rules.vocabulary import Vocabulary
from tests.rules.seeds import factors, seed_library

LIBRARY = seed_library()
WORDS = Vocabulary(
    wording=LIBRARY.wording,
    sources=LIBRARY.sources,
    factors=factors(),
    flags=LIBRARY.flags,
    questions=LIBRARY.questions,
    gates=LIBRARY.gates,
    classes={name: one.label for name, one in LIBRARY.medicines.classes.items()},
    marks={"donation": "blood donation", "heavy_period": "heavy period"},
)


def judge(data, world):
    return read_condition(Table("t", "T", data, RuleError, "when"), WORDS).judge(View(world))


def holds(data, world):
    return judge(data, world).holds


def field(name, op, value=None, **more):
    return {"field": name, "op": op, **({} if value is None else {"value": value}), **more}
