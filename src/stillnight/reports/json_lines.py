"""Reading JSON lines: one object a line, every mistake with its line number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from stillnight.reports.problems import Problems

JOURNAL_START = b'{"meta"'


@dataclass(frozen=True, slots=True)
class Line:
    """One object.

    Attributes:
        number: Its line, counted from 1.
        data: The object.
    """

    number: int
    data: dict[str, Any]


class _NotPlain(ValueError):
    """JSON that Python reads and the journal cannot keep."""


def read_objects(lines: Iterable[bytes], problems: Problems) -> Iterator[Line]:
    """The objects of a file, one at a time; what is none goes to ``problems``. Empty lines are skipped.

    Args:
        lines: The file's lines as bytes.
        problems: Takes what is wrong.
    """
    for number, raw in enumerate(lines, 1):
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if not raw.strip():
            continue
        try:
            found = json.loads(raw.decode(), object_pairs_hook=_object, parse_constant=_no_number)
        except UnicodeDecodeError:
            problems.add(number, "this is no UTF-8 text")
        except _NotPlain as error:
            problems.add(number, error)
        except json.JSONDecodeError as error:
            problems.add(number, f"this is no JSON: {error.msg} at sign {error.colno}{_hint(number, raw)}")
        except (ValueError, RecursionError):
            problems.add(number, "this is no JSON that can be read")
        else:
            if isinstance(found, dict):
                yield Line(number, found)
            else:
                problems.add(number, 'a line holds one night, such as {"night": "2026-11-19", "severity": 6}')


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _NotPlain(f"{twice!r} stands there twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise _NotPlain(f"{text} is no number")


def _hint(number: int, raw: bytes) -> str:
    if number == 1 and raw.startswith(JOURNAL_START):
        return "; it looks like a journal itself: stillnight use PATH opens it"
    return ""
