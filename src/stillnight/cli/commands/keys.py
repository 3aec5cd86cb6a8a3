"""``stillnight 6 . c2 s7 u L``: the form's own keys in one line, saved as one deed or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say
from stillnight.cli.dates import read_night
from stillnight.cli.said import night_title, said_words, say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.factor import Factor
from stillnight.domain.moment import Moment
from stillnight.journal.form.draft import NoDrafts
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.state import FormSheet
from stillnight.journal.journal import Journal
from stillnight.journal.line.evening import Told, beside, read_evening, understood
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import Line, split_line


def run(call: Call) -> int:
    """Press the keys, save what they say, and say it, read back."""
    journal = call.house.journal
    line = split_line(call.args.keys)
    night = _night(call, line, journal)
    if line.awake:
        return _log_bout(journal, night, line)
    moment = Moment(call.args.moment) if call.args.moment else journal.browse.moment()
    is_awake = moment is Moment.NIGHT and night == journal.tonight
    entries = Entries(journal, NoDrafts())
    sheet = entries.sheet(night, is_awake)
    told = _read(line, sheet)
    at = _lights_out(told, sheet, journal)
    if at is None and not told.state.is_dirty and told.state.awake is None:
        _say_nothing_new(sheet, told)
        return 0
    receipt = entries.save(night, told.state, at)
    words = _words(journal.browse.night(night).values, sheet, told)
    say_saved(receipt, None if is_awake else journal.desk.clock, night_title(night), ", ".join(words))
    return 0


def _night(call: Call, line: Line, journal: Journal) -> date:
    """The night that is meant.

    Raises:
        BadInput: If two are, or it is still to come.
    """
    if line.day is not None and call.args.night is not None:
        raise BadInput(f"the night is said twice: {line.day.isoformat()} and --night {call.args.night}")
    night = line.day or journal.tonight
    if call.args.night is not None:
        night = read_night(call.args.night, journal.tonight)
    if night > journal.tonight and not journal.browse.night(night).logged:
        raise BadInput(
            f"the night of {night.isoformat()} is still to come (tonight is {journal.tonight.isoformat()}); "
            f"stillnight log --night {night.isoformat()} --future takes it all the same"
        )
    return night


def _read(line: Line, sheet: FormSheet) -> Told:
    try:
        return read_evening(line, sheet)
    except Refused as error:
        so_far = ", ".join(understood(error.before, sheet))  # type: ignore[arg-type]
        told = f"; understood so far: {so_far}" if so_far else ""
        raise BadInput(f"{error}{told}; nothing was saved") from None


def _lights_out(told: Told, sheet: FormSheet, journal: Journal) -> datetime | None:
    """When the lights go out, if they do; in the night the first time stands.

    Raises:
        BadInput: If it is another night.
    """
    night = sheet.night.date
    if not told.lights_out or (sheet.is_awake and sheet.night.get("lights_out") is not None):
        return None
    if night != journal.tonight:
        raise BadInput(
            f"L is for tonight; nothing was saved: stillnight log --night {night.isoformat()} "
            "--lights-out 23:10 says when they went out"
        )
    return journal.desk.clock.now()


def _words(values: Mapping[str, Any], sheet: FormSheet, told: Told) -> list[str]:
    """What is on record now of what was told."""
    named = {*told.state.draft, *(("lights_out",) if told.lights_out else ())}
    return [*said_words(values, _factors(sheet), named), *beside(told.state)]


def _say_nothing_new(sheet: FormSheet, told: Told) -> None:
    words = ["lights out is noted already"] if told.lights_out else []
    words += said_words(sheet.night.values, _factors(sheet))
    say(f"nothing new, {night_title(sheet.night.date)}: {', '.join(words) or 'no answers'}")


def _factors(sheet: FormSheet) -> dict[str, Factor]:
    return {factor.slug: factor for factor in sheet.factors}


def _log_bout(journal: Journal, night: date, line: Line) -> int:
    """Log an awakening at a time that is named.

    Raises:
        BadInput: If there is more in the line than its rating, or the time is still to come.
    """
    if len(line.words) != 1 or line.note is not None:
        raise BadInput(f"{line.awake} awake: one rating belongs behind it, such as {line.awake} awake 7")
    from stillnight.cli.commands.awake import say_bout, time_of_bout

    at = time_of_bout(line.awake, night, journal)
    receipt = journal.record.awake(at, {"severity": line.words[0]})
    say_bout(receipt, journal, at)
    return 0
