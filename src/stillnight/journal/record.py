"""Recording: an entry goes in, is mended, is deleted. Only what is named changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from stillnight.domain.clock_rule import night_of, stamp_text
from stillnight.domain.errors import BadInput
from stillnight.domain.factor import PREFIX, Factor, details_of
from stillnight.domain.fields import read_field
from stillnight.domain.ids import night_id, timed_id
from stillnight.domain.medicine import USUAL_SLOTS
from stillnight.domain.night import EPISODES, SESSIONS
from stillnight.domain.ports import NIGHTS, Change, Deletion, Receipt
from stillnight.domain.values import Record, Value
from stillnight.journal.browse import Browser
from stillnight.journal.desk import Desk
from stillnight.journal.episodes import read_episode
from stillnight.journal.ledgers import Ledgers
from stillnight.journal.ledgers.medicines import DueDose
from stillnight.journal.rating_times import is_afternoons, ratings_among, times_of_ratings

EVENING, MORNING = "evening_at", "morning_at"
"""The form an entry came from: the field that keeps the time of that form's first save."""

FIRST_YEAR = 1900
"""A night before that is a slip of the hand, such as 0026 for 2026."""


class Recorder:
    """Writes nights, doses and episodes."""

    def __init__(self, desk: Desk, browse: Browser, ledgers: Ledgers) -> None:
        """Work with these."""
        self.desk = desk
        self.browse = browse
        self.ledgers = ledgers

    def check(
        self, night: date, values: Mapping[str, object], factors: Mapping[str, Factor] | None = None
    ) -> dict[str, Value]:
        """The values as the journal keeps them.

        Args:
            night: The evening's date.
            values: Field name to value, as typed or as kept.
            factors: The factors known; looked up where not given.

        Raises:
            FieldError: If a value does not fit its field.
            UnknownName: If there is no such field or factor.
        """
        frame = self.desk.frame(night)
        known = factors if factors is not None else self.ledgers.factors()
        return {name: read_field(name, value, frame, known) for name, value in values.items()}

    def amend(
        self,
        night: date,
        values: Mapping[str, object],
        *,
        usual: bool | None = None,
        form: str = EVENING,
        allow_future: bool = False,
        bout: Sequence[Change] = (),
    ) -> Receipt:
        """Change what is named in a night, as one deed; ``None`` clears a field.

        Args:
            night: The evening's date.
            values: Field name to value, as typed or as kept.
            usual: ``True`` notes the usual medicines as taken, ``False`` takes that back.
            form: The form it came from, see :data:`EVENING`; empty for what comes from none, such as a timer:
                the evening is still to be told then.
            allow_future: Take a night after tonight too.
            bout: An episode that was told in the same breath, see :meth:`bout`.

        Raises:
            BadInput: If the night is still to come, or a value does not fit.
            StoreError: If it could not be made safe on this machine; nothing was changed then.
        """
        is_more = usual is not None or bool(bout)
        changes = self._changes(night, values, self.ledgers.factors(), form, allow_future, is_more)
        if usual is not None:
            changes += self._usual(night, usual)
        return self.desk.store.write(f"night of {night.isoformat()}", [*changes, *bout])

    def _changes(
        self,
        night: date,
        values: Mapping[str, object],
        factors: Mapping[str, Factor],
        form: str,
        allow_future: bool,
        is_more: bool,
    ) -> list[Change | Deletion]:
        """What :meth:`amend` writes of the night itself; raises as it does."""
        there = self.browse.night(night)
        if not there.logged and not allow_future:
            refuse_future(night, self.desk.tonight)
        checked = self.check(night, values, factors)
        keep_onset_true(checked, there.get("onset"))
        keep_details_true(checked, there.values)
        now, frame = self.desk.clock.now().astimezone(self.desk.clock.zone), self.desk.frame(night)
        ratings = ratings_among(factors.values())
        checked |= times_of_ratings(checked, there.values, ratings, frame, now)
        is_evening = is_more or not is_afternoons(checked, ratings, frame, now)
        if form and is_evening and there.get(form) is None:
            checked.setdefault(form, stamp_text(self.desk.clock.now()))
        if not there.logged:
            checked["date"] = night.isoformat()
        number = night_id(night)
        return [
            Change(NIGHTS, number, name, value)
            for name, value in checked.items()
            if there.get(name) != value or type(there.get(name)) is not type(value)
        ]

    def delete(self, night: date) -> Receipt:
        """Put a night into the bin, its episodes, sessions and doses too; undo brings all of it back.

        Raises:
            BadInput: If there is no such night.
        """
        store, gone = self.desk.store, [(NIGHTS, night_id(night))] if self.browse.night(night).logged else []
        tables = (EPISODES, SESSIONS, "doses")
        gone += [(table, id) for table in tables for id in store.between(table, night, night)]
        if not gone:
            raise BadInput(f"there is no entry for the night of {night.isoformat()}, so nothing was deleted")
        return store.write(f"delete {night.isoformat()}", [Deletion(table, id) for table, id in gone])

    def lights_out(self, night: date, at: datetime) -> Receipt:
        """Note when the lights went out."""
        return self.amend(night, {"lights_out": stamp_text(at)})

    def awake(self, at: datetime, values: Mapping[str, object], number: int | None = None) -> Receipt:
        """Log one episode: a bout or awakening that begins at an aware moment; see :meth:`bout`."""
        at = at.astimezone(self.desk.clock.zone)
        return self.desk.store.write(f"awake at {at:%H:%M}", self.bout(at, values, number))

    def bout(self, at: datetime, values: Mapping[str, object], number: int | None = None) -> list[Change]:
        """What writes one episode.

        Args:
            at: When it began.
            values: ``severity``, ``relief``, ``minutes``, ``after``, ``out_of_bed``, ``completed``.
            number: The id of an episode that this mends; a new one where not given.

        Raises:
            FieldError: If a value does not fit.
        """
        at = at.astimezone(self.desk.clock.zone)
        night = night_of(at, self.desk.rollover)
        frame = self.desk.frame(night)
        record = read_episode({"at": stamp_text(at), **values}, frame)
        number = timed_id(at) if number is None else number
        return [Change(EPISODES, number, name, value) for name, value in record.items()]

    def _usual(self, night: date, taken: bool) -> Sequence[Change | Deletion]:
        usual = self.ledgers.usual_doses(night)
        if taken and not usual:
            raise BadInput('no usual medicines yet: stillnight medicine add "NAME" --usual')
        if not taken:
            return [Deletion("doses", due.id) for due in usual]
        return [change for due in usual for change in _dose_changes(night, due)]


def refuse_future(night: date, tonight: date) -> None:
    """Refuse a night after tonight.

    Raises:
        BadInput: If it is still to come.
    """
    if night > tonight:
        raise BadInput(
            f"the night of {night.isoformat()} is still to come (tonight is {tonight.isoformat()}); "
            "--future takes it all the same"
        )


def keep_onset_true(values: dict[str, Value], onset: object) -> None:
    """No urge has no onset; an urge after all takes that word back."""
    if "severity" not in values or values.get("onset") is not None:
        return
    if values["severity"] == 0:
        values["onset"] = "none"
    elif onset == "none":
        values["onset"] = None


def keep_details_true(values: dict[str, Value], there: Record) -> None:
    """A no, or no answer any more, takes back what was known of a yes: when, how much, how long."""
    # 0 is an amount: what is known of it stays
    denied = [name for name, value in values.items() if value is None or value is False]
    for field in denied:
        for name in details_of(field, there) if field.startswith(PREFIX) else ():
            values.setdefault(name, None)


def _dose_changes(night: date, due: DueDose) -> list[Change]:
    record: dict[str, Value] = {"night": night.isoformat(), "medicine": due.medicine.id}
    amount = due.medicine.dose_on(night)
    record |= {"amount_text": amount} if amount else {}
    record |= {"slot": due.slot} if due.medicine.slots != USUAL_SLOTS else {}
    return [Change("doses", due.id, name, value) for name, value in record.items()]
