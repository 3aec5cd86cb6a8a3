"""Reads guided sessions from TOML, and writes their repetitions and sides out in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from stillnight.domain.document import Table
from stillnight.domain.picks import PARTS
from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.rounds import SIDE, Row, written_out
from stillnight.tips.entry import entries

LONGEST = 14400
"""The longest step in seconds: four hours, more than any night lets somebody stay with one thing."""

_SESSION = (
    "id", "tip", "title", "step", "parts", "caution", "closing", "silent", "gets_up", "runs_on", "weeks",
    "leg_by_leg",
)  # fmt: skip
_STEP = (
    "words", "kind", "seconds", "minutes", "until_key", "each_side", "rounds", "rest_s", "rest", "parts",
    "muscles", "rhythm",
)  # fmt: skip
_LENGTHS = ("seconds", "minutes", "until_key")


def parse_guides(
    document: Mapping[str, Any], tips: Collection[str], file: str = "sessions.toml"
) -> dict[str, Guide]:
    """Read the parsed ``sessions.toml``.

    Args:
        document: A list ``session``, each with a list ``step``.
        tips: The ids of the tips that a session may carry out.
        file: The file's name, for errors.

    Raises:
        TipError: At the first slip: a key, tip, kind or part of the body that is not known, an id used
            twice, a step with no length or two, a rhythm without a breath.
    """
    guides: dict[str, Guide] = {}
    for entry in entries(file, document, "session"):
        if entry.id in guides:
            entry.fail("id", "there is one with this id already")
        guides[entry.id] = _guide(entry, tips)
    return guides


def _guide(entry: Table, tips: Collection[str]) -> Guide:
    entry.only(_SESSION)
    return Guide(
        id=entry.text("id"),
        tip=entry.choice("tip", tips),
        title=entry.text("title"),
        steps=_steps(entry),
        caution=entry.text("caution", ""),
        silent=not _is_no(entry, "silent"),
        gets_up=entry.switch("gets_up"),
        runs_on=entry.switch("runs_on"),
        closing=entry.text("closing", ""),
        weeks=_weeks(entry),
    )


def _is_no(entry: Table, key: str) -> bool:
    """A switch that is on unless it is put out."""
    return key in entry.data and not entry.switch(key)


def _weeks(entry: Table) -> tuple[int, int] | None:
    weeks = _pair(entry, "weeks")
    if weeks and weeks[0] > weeks[1]:
        entry.fail("weeks", "the first one comes first")
    return weeks


def _steps(entry: Table) -> tuple[Step, ...]:
    usual = entry.words("parts", PARTS)
    return written_out([_row(row, usual) for row in entry.rows("step")], entry.switch("leg_by_leg"))


def _row(row: Table, usual: tuple[str, ...]) -> Row:
    row.only(_STEP)
    step, has_sides = _step(row, usual), row.switch("each_side")
    if (SIDE in step.words) is not has_sides:
        row.fail("words", f"{SIDE} stands in them where each_side is true, and only there")
    return Row(step, _rest(row, step), has_sides)


def _step(row: Table, usual: tuple[str, ...]) -> Step:
    return Step(
        words=row.text("words"),
        kind=Kind(row.choice("kind", list(Kind))),
        seconds=_seconds(row),
        parts=row.words("parts", PARTS) or usual,
        muscles=row.words("muscles"),
        rounds=row.whole("rounds", 1),
        rhythm=_rhythm(row),
    )


def _rest(row: Table, step: Step) -> Step | None:
    if "rest_s" not in row.data:
        return None
    words = row.text("rest", "Let go and rest.")
    return Step(words, Kind.REST, row.whole("rest_s"), None, step.parts, rounds=step.rounds)


def _seconds(row: Table) -> int:
    given = [key for key in _LENGTHS if key in row.data]
    if len(given) != 1:
        row.fail("seconds", f"one of {', '.join(_LENGTHS)} belongs here")
    if given == ["until_key"]:
        if not row.switch("until_key"):
            row.fail("until_key", "true belongs here, or a length")
        return 0
    seconds = row.whole(given[0]) * (60 if given == ["minutes"] else 1)
    if seconds > LONGEST:
        row.fail(given[0], f"more than {LONGEST // 60} minutes is no step")
    return seconds


def _rhythm(row: Table) -> tuple[int, int] | None:
    rhythm = _pair(row, "rhythm")
    if bool(rhythm) is not (row.data["kind"] == Kind.BREATHE):
        row.fail("rhythm", "seconds in and seconds out belong beside breathing, and only there")
    return rhythm


def _pair(entry: Table, key: str) -> tuple[int, int] | None:
    if key not in entry.data:
        return None
    value = entry.data[key]
    if (
        not isinstance(value, list)
        or len(value) != 2
        or any(type(one) is not int or one < 1 for one in value)
    ):
        entry.fail(key, "two whole numbers from 1 up belong here")
    return value[0], value[1]
