"""A tip as Markdown, for a screen that can draw it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stillnight.tips.card import dose_words
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_BEGINNING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def escaped(text: str) -> str:
    """Plain words so that Markdown takes no sign of them for its own."""
    return _BEGINNING.sub(_held, _SIGNS.sub(r"\\\1", text))


def _held(found: re.Match[str]) -> str:
    """What would begin a list begins a sentence."""
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def not_for_you(gate: Gate) -> str:
    """Why a tip is not for this reader now, and what to do or mind instead, in plain words."""
    return f"Not for you now: {gate.reason}. {gate.instead}"


def tip_markdown(
    tip: Tip, citations: Iterable[str], shut: Gate | None = None, own: Iterable[str] = ()
) -> str:
    """The whole tip as Markdown.

    Args:
        tip: The tip.
        citations: Its sources, one line each.
        shut: The gate that takes it away from this reader now; it stands above everything.
        own: What the reader's own journal holds of it, one sentence each.
    """
    return "\n\n".join(_parts(tip, list(citations), shut, list(own))) + "\n"


def _parts(tip: Tip, citations: list[str], shut: Gate | None, own: list[str]) -> Iterator[str]:
    yield f"# {escaped(tip.title)}"
    if shut is not None:
        yield f"**{escaped(not_for_you(shut))}**"
    yield from (escaped(line) for line in own)
    yield f"**When:** {escaped(tip.when)}"
    if dose := dose_words(tip):
        yield f"**How much:** {escaped(dose)}"
    yield from _listed("What to do", tip.steps, is_numbered=True)
    yield "## How sure"
    yield _grade(tip)
    yield escaped(tip.honest)
    yield from _listed("Not for you with", [f"{gate.reason}. {gate.instead}" for gate in tip.gates])
    yield from _listed("Sources", citations)


def _grade(tip: Tip) -> str:
    """The grade with its words in bold, each badge after it."""
    return " · ".join([f"**{escaped(f'{tip.grade}: {tip.grade_words}')}**", *map(escaped, tip.badges)])


def _listed(heading: str, lines: Iterable[str], is_numbered: bool = False) -> Iterator[str]:
    """A heading with its list; nothing at all where there is none."""
    rows = [escaped(line) for line in lines]
    if rows:
        yield f"## {heading}"
        marks = (f"{number}." if is_numbered else "-" for number in range(1, len(rows) + 1))
        yield "\n".join(f"{mark} {row}" for mark, row in zip(marks, rows, strict=True))
