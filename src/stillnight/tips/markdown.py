"""Tips, checked claims and facts as Markdown, for a screen that can draw it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stillnight.domain.sentence import capital
from stillnight.tips.card import dose_words
from stillnight.tips.claim import Claim
from stillnight.tips.fact import Fact
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_BEGINNING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")

_BREAK = "\\\n"
"""Ends a row within a paragraph."""


def escaped(text: str) -> str:
    """Plain words so that Markdown takes no sign of them for its own."""
    return _BEGINNING.sub(_held, _SIGNS.sub(r"\\\1", text))


def _held(found: re.Match[str]) -> str:
    """What would begin a list begins a sentence."""
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def not_for_you(gate: Gate) -> str:
    """Why a tip is not for this reader now, and what to do or mind instead, in plain words."""
    return f"Not for you now: {gate.words}"


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


def claim_markdown(claim: Claim, citations: Iterable[str]) -> str:
    """A checked claim as Markdown: what one may read, what is left of it, what we found.

    Args:
        claim: The claim.
        citations: Its sources, one line each.
    """
    parts = [
        f"# {escaped(claim.heading)}",
        f"**What one may read:** {escaped(claim.claim)}",
        f"**{escaped(capital(claim.verdict_words))}**",
        "## What we found",
        escaped(claim.found),
        "## How sure",
        _sure(claim),
        *_listed("Sources", citations),
    ]
    return "\n\n".join(parts) + "\n"


def fact_markdown(fact: Fact, citations: Iterable[str]) -> str:
    """A fact as Markdown.

    Args:
        fact: The fact.
        citations: Its sources, one line each.
    """
    parts = [f"# {escaped(fact.title)}", *map(escaped, fact.lines), "## How sure", _sure(fact)]
    closing = [escaped(fact.closing)] if fact.closing else []
    return "\n\n".join([*parts, *closing, *_listed("Sources", citations)]) + "\n"


def _parts(tip: Tip, citations: list[str], shut: Gate | None, own: list[str]) -> Iterator[str]:
    yield f"# {escaped(tip.title)}"
    if shut is not None:
        yield f"**{escaped(not_for_you(shut))}**"
    if own:
        yield escaped(" ".join(own))
    where = ", ".join(tip.areas)
    told = {"When": tip.when, "How much": dose_words(tip), "Where": where}
    yield _BREAK.join(f"**{name}:** {escaped(words)}" for name, words in told.items() if words)
    yield from _listed("What to do", tip.steps, is_numbered=True)
    yield "## How sure"
    yield _sure(tip)
    yield escaped(tip.honest)
    yield from _listed("Not for you with", [gate.words for gate in tip.gates])
    yield from _listed("Sources", citations)


def _sure(one: Tip | Claim | Fact) -> str:
    """The grade with its words in bold, each badge after it."""
    return " · ".join([f"**{escaped(f'{one.grade}: {one.grade_words}')}**", *map(escaped, one.badges)])


def _listed(heading: str, lines: Iterable[str], is_numbered: bool = False) -> Iterator[str]:
    """A heading with its list; nothing at all where there is none."""
    rows = [escaped(line) for line in lines]
    if rows:
        yield f"## {heading}"
        marks = (f"{number}." if is_numbered else "-" for number in range(1, len(rows) + 1))
        yield "\n".join(f"{mark} {row}" for mark, row in zip(marks, rows, strict=True))
