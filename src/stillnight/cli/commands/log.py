"""``stillnight log``: write tonight down, or mend a night. Only what is named changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.dates import read_night
from stillnight.cli.log_options import add_deed_options, add_field_options
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, said_words, say_saved
from stillnight.cli.words import fields_of
from stillnight.domain.clock_rule import stamp_text
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import PREFIX, Factor, details_of
from stillnight.domain.fields import FIELDS, require_some
from stillnight.domain.night import Night
from stillnight.journal.journal import Journal
from stillnight.journal.record import EVENING, MORNING

_MORNING_FIELDS = frozenset(
    (
        "sol_min",
        "nwak",
        "waso_min",
        "final_wake",
        "out_of_bed",
        "tasafa_min",
        "quality",
        "disturbed",
        "rested",
        "kicks_seen",
    )
)
"""What can only be known in the morning."""

_EITHER_FIELDS = frozenset(("lights_out", "note"))
"""What both forms ask; beside answers of the morning it makes no evening."""


def add_arguments(parser: Parser) -> None:
    """Severity, night, an option for every field, and the deeds."""
    add_deed_options(parser)
    add_field_options(parser)
    parser.usage = (
        "stillnight log [SEVERITY] [--night DATE] [+factor[=AMOUNT][@HH:MM]] [-factor] [--FIELD VALUE …]"
    )


def run(call: Call) -> int:
    """Write what was named and say it, read back."""
    journal = call.house.journal
    night = read_night(call.args.night, journal.tonight) if call.args.night is not None else journal.tonight
    if call.args.delete:
        return _delete(call, journal, night)
    factors = journal.ledgers.factors()
    there = journal.browse.night(night)
    values = _named(call, journal, there, factors)
    if call.args.usual is None:
        require_some(values, "this entry")
    if not there.logged and values and all(value is None for value in values.values()):
        raise BadInput(f"there is no entry for the night of {night.isoformat()}, so nothing was cleared")
    asked = values.keys() - _EITHER_FIELDS
    form = MORNING if asked and asked <= _MORNING_FIELDS else EVENING
    receipt = journal.record.amend(
        night,
        _with_morning(values, there, form, journal),
        usual=call.args.usual,
        form=form,
        allow_future=call.args.future,
    )
    _say(call, journal, night, receipt, values, factors)
    return 0


def _say(
    call: Call,
    journal: Journal,
    night: date,
    receipt: Any,
    values: Mapping[str, Any],
    factors: Mapping[str, Factor],
) -> None:
    back = journal.browse.night(night)
    named = set(values) | ({"onset"} if "severity" in values and back.get("onset") is not None else set())
    words = list(said_words(back.values, factors, named))
    if call.args.usual is not None:
        words.append("usual medicines" if call.args.usual else "no usual medicines")
    say_saved(receipt, journal.desk.clock, night_title(night), ", ".join(words))


def _delete(call: Call, journal: Journal, night: date) -> int:
    if _given_fields(call) or call.words or call.args.clear or call.args.usual is not None:
        raise BadInput("--delete takes the whole night away: name nothing else with it but --night")
    receipt = journal.record.delete(night)
    say_saved(receipt, journal.desk.clock, night_title(night), "deleted (stillnight undo brings it back)")
    return 0


def _named(call: Call, journal: Journal, there: Night, factors: Mapping[str, Factor]) -> dict[str, Any]:
    """Everything that was named, as field and value; ``None`` clears."""
    asks_usual = any(word.yes and word.value is None for word in call.words)
    usual = journal.browse.usual_amounts(there.date) if asks_usual else {}
    values = _given_fields(call) | fields_of(call.words, factors, usual, call.options)
    values |= _added_note(call, there)
    for name in call.args.clear:
        for field in _cleared(name, there, factors):
            if values.get(field) is not None:
                raise BadInput(f"--clear {name}: {field} is set in the same entry, so say one or the other")
            values[field] = None
    return values


def _given_fields(call: Call) -> dict[str, Any]:
    values = {name: getattr(call.args, name) for name in FIELDS if getattr(call.args, name) is not None}
    if "note" in values:
        values["note"] = values["note"].strip() or None
    if call.args.rating is not None:
        if values.get("severity", call.args.rating) != call.args.rating:
            raise BadInput(f"severity is said twice: {call.args.rating} and {values['severity']}")
        values = {"severity": call.args.rating} | values
    return values


def _added_note(call: Call, there: Night) -> dict[str, Any]:
    if call.args.add_note is None:
        return {}
    if call.args.note is not None:
        raise BadInput("--note and --add-note contradict each other: --note replaces, --add-note adds a line")
    return {"note": f"{there.note}\n{call.args.add_note}".strip() or None}


def _cleared(name: str, there: Night, factors: Mapping[str, Factor]) -> list[str]:
    """The fields that ``--clear`` means: a factor goes with its details."""
    field = name.lower().replace("-", "_")
    if field in FIELDS:
        return [field]
    whole = field if field.startswith(PREFIX) else PREFIX + field
    if whole not in there.values and whole.removeprefix(PREFIX).partition(".")[0] not in factors:
        raise UnknownName("field or factor", name, [*FIELDS, *factors])
    return [whole, *details_of(whole, there.values)]


def _with_morning(values: Mapping[str, Any], there: Night, form: str, journal: Journal) -> dict[str, Any]:
    """Evening and morning answers in one go are the first save of both forms."""
    if form == MORNING or there.get(MORNING) is not None or _MORNING_FIELDS.isdisjoint(values):
        return dict(values)
    return {MORNING: stamp_text(journal.desk.clock.now()), **values}
