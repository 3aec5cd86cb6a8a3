"""``stillnight 6 . c2 s7 u L``: the form's own keys in one line, saved as one deed or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from stillnight.cli.call import Call
from stillnight.cli.console import say
from stillnight.cli.dates import night_to_write
from stillnight.cli.said import night_title, said_words, say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import Line, split_line

if TYPE_CHECKING:
    from stillnight.journal.form.state import FormState
    from stillnight.journal.morning.state import MorningState


def run(call: Call) -> int:
    """Press the keys, save what they say, and say it, read back."""
    journal = call.house.journal
    line = split_line(call.args.keys)
    night = _night(call, line, journal)
    if line.awake:
        return _log_bout(journal, night, line)
    moment = Moment(call.args.moment) if call.args.moment else _moment(journal, night)
    if moment is Moment.MORNING:
        return _write_morning(journal, night, line)
    return _write_evening(journal, night, line, moment is Moment.NIGHT and night == journal.tonight)


def _night(call: Call, line: Line, journal: Journal) -> date:
    """The night that is meant.

    Raises:
        BadInput: If two are, or it is still to come.
    """
    if line.day is not None and call.args.night is not None:
        raise BadInput(f"the night is said twice: {line.day.isoformat()} and --night {call.args.night}")
    return night_to_write(line.day.isoformat() if line.day else call.args.night, journal)


def _moment(journal: Journal, night: date) -> Moment:
    """The moment by the clock; of a night that is named, the evening is meant."""
    return journal.browse.moment() if night == journal.tonight else Moment.EVENING


def _write_evening(journal: Journal, night: date, line: Line, is_awake: bool) -> int:
    from stillnight.journal.form.draft import NoDrafts
    from stillnight.journal.form.entry import Entries
    from stillnight.journal.line.evening import beside, read_evening, understood

    entries = Entries(journal, NoDrafts())
    sheet = entries.sheet(night, is_awake)
    try:
        told = read_evening(line, sheet)
    except Refused as error:
        raise _refusal(error, understood(cast("FormState", error.before), sheet)) from None
    is_noted = is_awake and sheet.night.get("lights_out") is not None
    if told.lights_out and night != journal.tonight:
        raise BadInput(
            f"L is for tonight; nothing was saved: stillnight log --night {night.isoformat()} "
            "--lights-out 23:10 says when they went out"
        )
    at = journal.desk.clock.now() if told.lights_out and not is_noted else None
    if at is None and not told.state.is_dirty and told.state.awake is None:
        return _say_nothing_new(journal, night, ["lights out is noted already"] if told.lights_out else [])
    receipt = entries.save(night, told.state, at)
    named = [*told.state.draft, *(["lights_out"] if told.lights_out else [])]
    words = [*_on_record(journal, night, named), *beside(told.state)]
    say_saved(receipt, None if is_awake else journal.desk.clock, night_title(night), ", ".join(words))
    return 0


def _write_morning(journal: Journal, night: date, line: Line) -> int:
    from stillnight.journal.form.draft import NoDrafts
    from stillnight.journal.line.morning import read_morning, understood
    from stillnight.journal.morning.entry import Mornings

    mornings = Mornings(journal, NoDrafts())
    sheet = mornings.sheet(night)
    try:
        state = read_morning(line, sheet)
    except Refused as error:
        tail = "; in the morning its form is meant, --moment evening writes the evening's"
        raise _refusal(error, understood(cast("MorningState", error.before), sheet), tail) from None
    if not state.has_news(sheet):
        return _say_nothing_new(journal, night, [])
    receipt = mornings.save(sheet, state)
    words = list(_on_record(journal, night, [*state.draft]))
    supposed = list(_on_record(journal, night, state.stored(sheet).keys() - state.draft.keys()))
    words += [f"supposed: {', '.join(supposed)}"] if supposed else []
    say_saved(receipt, journal.desk.clock, night_title(night), ", ".join(words))
    return 0


def _refusal(error: Refused, understood: Sequence[str], tail: str = "") -> BadInput:
    so_far = f"; understood so far: {', '.join(understood)}" if understood else ""
    return BadInput(f"{error}{so_far}; nothing was saved{tail}")


def _on_record(journal: Journal, night: date, named: Iterable[str] | None) -> list[str]:
    """What is on record now of the fields that were told."""
    values, factors = journal.browse.night(night).values, journal.ledgers.factors()
    return list(said_words(values, factors, named))


def _say_nothing_new(journal: Journal, night: date, words: Sequence[str]) -> int:
    there = _on_record(journal, night, None)
    say(f"nothing new, {night_title(night)}: {', '.join([*words, *there]) or 'no answers'}")
    return 0


def _log_bout(journal: Journal, night: date, line: Line) -> int:
    """Log an awakening at a time that is named.

    Raises:
        BadInput: If there is more in the line than its rating, or the time is still to come.
    """
    from stillnight.cli.commands.awake import log_bout, time_of_bout

    if len(line.words) != 1 or line.note is not None:
        raise BadInput(f"{line.awake} awake: one rating belongs behind it, such as {line.awake} awake 7")
    at = time_of_bout(line.awake, night, journal)
    log_bout(journal, at, {"severity": line.words[0]})
    return 0
