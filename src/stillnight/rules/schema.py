"""From a table of a rule file to a condition; whatever does not fit is named with file, rule and key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from stillnight.domain.clock_rule import parse_clock
from stillnight.domain.document import Table
from stillnight.domain.errors import FieldError
from stillnight.rules.conditions import All, Compared, Condition, Not, Present, Some
from stillnight.rules.handed_in import Drifted, Planned, Stands
from stillnight.rules.operators import OPERATORS, PRESENCE
from stillnight.rules.over_nights import STATISTICS, Counted, Shared, Summed, Window
from stillnight.rules.pattern import EFFECTS
from stillnight.rules.saying import slots_of
from stillnight.rules.vocabulary import DRIFTS, PLANS, Kind, Vocabulary

_WINDOW_KEYS = ("last", "over", "weeks")


def read_condition(table: Table, words: Vocabulary, of_night: bool = False) -> Condition:
    """One condition; its first telling key says which sort it is.

    Args:
        table: The condition's table.
        words: What may be named.
        of_night: Is it asked of one night, inside ``nights`` or ``only``?

    Raises:
        RuleError: If it does not fit.
    """
    for key, reader in _READERS.items():
        if key in table.data:
            if of_night and key in ("nights", "statistic", "pattern", "drift", "planned"):
                table.fail(key, "nights cannot be counted inside one night")
            return reader(table, words, of_night)
    return table.fail(next(iter(table.data), "when"), f"a condition has one of {', '.join(_READERS)}")


def _all(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("all",))
    return All(tuple(read_condition(row, words, of_night) for row in table.rows("all")))


def _any(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("any", "at_least"))
    parts = tuple(read_condition(row, words, of_night) for row in table.rows("any"))
    return Some(parts, table.whole("at_least", 1))


def _not(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("not",))
    return Not(read_condition(table.inner("not"), words, of_night))


def _nights(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("nights", "at_least", "share", "answered", "seen", *_WINDOW_KEYS))
    window = _window(table)
    if "share" in table.data:
        return _share(table, words, window)
    at_least = table.whole("at_least")
    if at_least > window.last:
        table.fail("at_least", f"there are only {window.last} nights to count")
    part = read_condition(table.inner("nights"), words, of_night=True)
    return Counted(part, window, at_least, _sentence(table, ("n", "m", "dates")))


def _share(table: Table, words: Vocabulary, window: Window) -> Condition:
    share, answered = table.whole("share"), table.whole("answered")
    if share > 100:
        table.fail("share", "percent of the answered nights, 1 to 100")
    if answered > window.last:
        table.fail("answered", f"there are only {window.last} nights to count")
    part = read_condition(table.inner("nights"), words, of_night=True)
    return Shared(part, window, answered, share, _sentence(table, ("n", "m", "dates")))


def _statistic(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("statistic", "field", "answered", "op", "value", "only", "seen", *_WINDOW_KEYS))
    name, kind = _field(table, words, of_night=True)
    if kind not in (Kind.NUMBER, Kind.TIME):
        table.fail("field", f"{name} is a {kind}: only numbers and times have a statistic")
    operator = table.choice("op", OPERATORS[Kind.NUMBER])
    return Summed(
        field=name,
        statistic=table.choice("statistic", STATISTICS),
        window=_window(table),
        answered=table.whole("answered"),
        compare=OPERATORS[Kind.NUMBER][operator],
        value=_operand(table, Kind.NUMBER, operator, None),
        only=read_condition(table.inner("only"), words, of_night=True) if "only" in table.data else None,
        seen=_sentence(table, ("value", "n", "m")),
    )


def _compared(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("field", "op", "value", "than", "within_days", "seen"))
    name, kind = _field(table, words, of_night)
    operator = table.choice("op", (*OPERATORS[kind], *PRESENCE))
    seen = _sentence(table, ("value", "date", "names"))
    if operator in PRESENCE:
        return Present(name, operator == "known", seen)
    than = _other(table, words, of_night, kind) if "than" in table.data else ""
    labels = words.operands(name)
    return Compared(
        field=name,
        compare=OPERATORS[kind][operator],
        value=None if than else _operand(table, kind, operator, labels),
        than=than,
        within_days=table.whole("within_days", least=0) if "within_days" in table.data else None,
        labels=labels or {},
        seen=seen,
    )


def _pattern(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("pattern", "effect", "spells"))
    effect = table.choice("effect", EFFECTS, "either")
    return Stands(table.choice("pattern", words.factors), effect, table.whole("spells", 0, least=0))


def _drift(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("drift", "seen"))
    name = table.choice("drift", DRIFTS)
    seen = table.inner("seen")
    seen.only(DRIFTS[name])
    return Drifted(name, {sign: _sentence(seen, slots, sign) for sign, slots in DRIFTS[name].items()})


def _planned(table: Table, words: Vocabulary, of_night: bool) -> Condition:
    table.only(("planned",))
    return Planned(table.choice("planned", PLANS))


Reader = Callable[[Table, Vocabulary, bool], Condition]

_READERS: Mapping[str, Reader] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "nights": _nights,
    "statistic": _statistic,
    "pattern": _pattern,
    "drift": _drift,
    "planned": _planned,
    "field": _compared,
}


def _field(table: Table, words: Vocabulary, of_night: bool, key: str = "field") -> tuple[str, Kind]:
    name = table.text(key)
    kind = words.kind_of(name, of_night)
    if kind is None:
        where = "a night has" if of_night else "there is"
        table.fail(key, f"{where} no field {name!r}")
    return name, kind


def _other(table: Table, words: Vocabulary, of_night: bool, kind: Kind) -> str:
    name, other = _field(table, words, of_night, "than")
    if other is not kind:
        table.fail("than", f"{name} is a {other}, not a {kind}")
    return name


def _window(table: Table) -> Window:
    over = table.choice("over", ("logged", "dates"), "logged")
    weeks = table.whole("weeks", 1)
    if weeks > 1 and over == "logged":
        table.fail("weeks", 'several windows need over = "dates"')
    return Window(table.whole("last"), over == "logged", weeks)


def _operand(table: Table, kind: Kind, operator: str, known: Collection[str] | None) -> Any:
    value = table.data.get("value")
    if kind is Kind.WORDS or operator == "in":
        if not value:
            table.fail("value", "a list of words belongs here")
        return table.words("value", known)
    if kind is Kind.TIME:
        try:
            return parse_clock(table.text("value"))
        except FieldError as error:
            table.fail("value", str(error))
    fits = {
        Kind.NUMBER: isinstance(value, int | float) and not isinstance(value, bool),
        Kind.YES_NO: isinstance(value, bool),
        Kind.WORD: isinstance(value, str),
    }
    if not fits[kind]:
        table.fail("value", f"a {kind} belongs here")
    return value


def _sentence(table: Table, slots: Collection[str], key: str = "seen") -> str:
    sentence = table.text(key, "")
    try:
        unknown = slots_of(sentence) - set(slots)
    except ValueError:
        table.fail(key, "its braces do not match")
    if unknown:
        table.fail(key, f"only {', '.join(f'{{{slot}}}' for slot in slots)} can be filled in here")
    return sentence
