"""A factor as it is typed line by line: what each line holds, and what was said with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any, NamedTuple

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.journal.factor_definition import COUNTED, DIRECTIONS, read_number


class Line(NamedTuple):
    """One line.

    Attributes:
        name: What it says of the factor.
        label: What stands before it.
        hint: What it takes.
        choices: Every word that it takes, where they are few.
    """

    name: str
    label: str
    hint: str
    choices: tuple[str, ...] = ()


LINES = (
    Line("label", "Name", "as the form shows it"),
    Line("question", "Question", "in plain words"),
    Line("kind", "Kind", "yes_no amount rating", tuple(Kind)),
    Line("unit", "Unit", "such as glasses"),
    Line("least", "Least", "smallest amount"),
    Line("most", "Most", "largest amount"),
    Line("usual", "Usual", "for one key press"),
    Line("low", "Compare low", "a day without it"),
    Line("high", "Compare high", "a day with it"),
    Line("direction", "Direction", "worse better either", DIRECTIONS),
    Line("key", "Letter", "a free one if empty"),
)
"""Everything that is said of a factor of one's own, in the order in which it is asked."""

LETTER = LINES[-1]
"""All that can be said of a built-in one."""


def typed_lines(factor: Factor) -> dict[str, str]:
    """What the lines hold of a factor; yes or no has neither unit nor numbers."""
    held = {line.name: getattr(factor, line.name) for line in LINES}
    if factor.kind is Kind.YES_NO:
        held |= dict.fromkeys(("unit", *COUNTED), "")
    return {name: _typed(value) for name, value in held.items()}


def said_with(typed: Mapping[str, str], before: Mapping[str, str]) -> dict[str, Any]:
    """What was said with the lines: those that hold something else than before.

    Args:
        typed: Each line as it stands now.
        before: Each line as it stood at first.

    Raises:
        FieldError: If a number is none.
    """
    changed = {name: text.strip() for name, text in typed.items() if text.strip() != before.get(name, "")}
    said: dict[str, Any] = dict(changed)
    for name in COUNTED:
        if name in changed:
            said[name] = read_number(name, changed[name])
    if "kind" in changed:
        said["kind"] = changed["kind"].lower().replace(" ", "_").replace("/", "_")
    return said


def new_slug(label: str, known: Collection[str]) -> str:
    """The name in the journal for a name on the screen: ``late_snack`` for ``Late snack``.

    Args:
        label: The name on the screen.
        known: The names that are taken; only a name in another script looks for one of its own.

    Raises:
        FieldError: If there is no name.
    """
    if not label.strip():
        raise FieldError("label", label, "a name, such as late snack")
    plain = unicodedata.normalize("NFKD", label.lower()).encode("ascii", "ignore").decode()
    slug = "_".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
    if len(slug) > 1:
        return slug
    return next(name for number in count(1) if (name := f"own_{number}") not in known)


def _typed(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, int | float) else str(value)
