"""The one JSON shape of a night: what ``--json`` prints and what import and export speak.

``{"night": "2026-11-19", "severity": 6, "onset": "21:30", "factors": {"caffeine": 2, "caffeine.at": "15:30"},
"episodes": [{"at": "02:10", "severity": 7}]}``

A detail of a factor stands beside it with a dot. A time is ``HH:MM`` where this machine would read it
back as the very moment that is on record, else ISO 8601 with its offset. Null and missing both mean
*not asked*; a null is written only where reading would otherwise fill something in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stillnight.domain.clock_rule import NightFrame, stamp_text
from stillnight.domain.errors import BadInput
from stillnight.domain.factor import PREFIX, Factor
from stillnight.domain.fields import FIELDS, read_field
from stillnight.domain.night import Episode, Night

NIGHT, FACTORS, EPISODES, SESSIONS, LATE = "night", "factors", "episodes", "sessions", "late"
EPISODE_FIELDS = ("severity", "relief", "minutes", "after", "out_of_bed", "completed")
FORM_TIMES = ("evening_at", "morning_at")
"""When a form was first saved: often on another day, so always written in full."""


def night_object(
    night: Night,
    episodes: Sequence[Episode],
    frame: NightFrame,
    factors: Mapping[str, Factor],
    sessions: Sequence[Episode] = (),
) -> dict[str, Any]:
    """A night in the shape above.

    Args:
        night: The night.
        episodes: Its episodes.
        frame: The night as a stretch of time where this machine is.
        factors: The factors known.
        sessions: What was done against the legs without an urge to rate, in the shape of episodes.
    """
    found: dict[str, Any] = {NIGHT: night.date.isoformat()}
    answers: dict[str, Any] = {}
    for name, value in _written(night):
        text = _short(name, value, frame, factors)
        if name.startswith(PREFIX):
            answers[name.removeprefix(PREFIX)] = text
        else:
            found[name] = text
    if night.severity == 0 and night.get("onset") is None:
        found["onset"] = None
    if night.logged and not any(night.get(name) for name in (*FORM_TIMES, "source")):
        found["source"] = None
    found |= {FACTORS: answers} if answers else {}
    for name, bouts in ((EPISODES, episodes), (SESSIONS, sessions)):
        found |= {name: [episode_object(one, frame) for one in bouts]} if bouts else {}
    return found


def fields_of_object(shape: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a night out of the shape above, as they were written, unchecked.

    What ``show`` says of late recall follows from the times of the forms and is no field.

    Raises:
        BadInput: If the factors are no object, or a factor is answered twice.
    """
    others = (NIGHT, FACTORS, EPISODES, SESSIONS, LATE)
    found = {name: value for name, value in shape.items() if name not in others}
    answers = shape.get(FACTORS)
    if answers is None:
        return found
    if not isinstance(answers, Mapping):
        raise BadInput(f'{FACTORS}: {answers!r} does not fit, it takes an object such as {{"caffeine": 2}}')
    named = {PREFIX + name: value for name, value in answers.items()}
    for name in named:
        if name in found:
            raise BadInput(f"{name} is said twice, once of its own and once among the {FACTORS}")
    return found | named


def left_out(night: Night) -> list[str]:
    """The fields of a night that the shape has no word for, kept in the journal by something else."""
    return [name for name in night.values if name != "date" and not _has_word(name)]


def episode_object(episode: Episode, frame: NightFrame) -> dict[str, Any]:
    """An episode in the shape above."""
    at = stamp_text(episode.at)
    shape = {"at": _short("lights_out", at, frame, {})}
    rest = {name: getattr(episode, name) for name in EPISODE_FIELDS}
    if episode.back_at is not None:
        rest["back_at"] = _short("lights_out", stamp_text(episode.back_at), frame, {})
    return shape | {name: value for name, value in rest.items() if value is not None}


def _written(night: Night) -> Iterator[tuple[str, Any]]:
    """The night's fields in the order of the form, then its factors."""
    known = [name for name in FIELDS if night.get(name) is not None]
    factors = sorted(
        name for name, value in night.values.items() if name.startswith(PREFIX) and value is not None
    )
    for name in known + factors:
        yield name, night.values[name]


def _has_word(name: str) -> bool:
    return name in FIELDS or name.startswith(PREFIX)


def _short(name: str, value: Any, frame: NightFrame, factors: Mapping[str, Factor]) -> Any:
    if not isinstance(value, str) or value[10:11] != "T" or name in ("note", *FORM_TIMES):
        return value
    try:
        return value[11:16] if read_field(name, value[11:16], frame, factors) == value else value
    except BadInput:
        return value
