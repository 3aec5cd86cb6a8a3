"""All guided sessions there are, with what speaks against one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stillnight.cli.relief.finding import shut_words
from stillnight.cli.relief.words import about
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.suggestions.knowledge import recent_facts
from stillnight.journal.suggestions.suggest import shut_by
from stillnight.tips.coach.guide import Guide
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip


@dataclass(frozen=True, slots=True)
class Row:
    """One session.

    Attributes:
        guide: What it is.
        tip: The tip that it carries out.
        rating: The user's own rating 1-5; ``None`` where there is none.
        shut: The gate that takes it away tonight; ``None`` where it is free.
    """

    guide: Guide
    tip: Tip
    rating: int | None = None
    shut: Gate | None = None


def rows_of(reliefs: Reliefs) -> list[Row]:
    """Every session, in the order of the seeds."""
    library, ratings = reliefs.library, reliefs.ratings()
    facts = recent_facts(reliefs.journal, library)
    return [
        Row(guide, tip, ratings.get(tip.id), shut_by(tip, facts))
        for guide in library.guides.values()
        for tip in (library.tips[guide.tip],)
    ]


def row_lines(row: Row) -> list[str]:
    """A session in a few lines: what to type, what it is, what speaks against it."""
    rating = f", your rating {row.rating} of 5" if row.rating else ""
    lines = [f"{row.guide.id}, grade {row.tip.grade}{rating}", f"  {about(row.guide)}"]
    return [*lines, f"  {shut_words(row.shut)}"] if row.shut else lines


def shape_of_row(row: Row) -> dict[str, Any]:
    """A session for programs, without its steps."""
    return {
        "id": row.guide.id,
        "tip": row.tip.id,
        "title": row.guide.title,
        "seconds": row.guide.seconds,
        "parts": list(row.guide.parts),
        "moment": [str(occasion) for occasion in row.tip.occasions],
        "grade": row.tip.grade,
        "rating": row.rating,
        "silent": row.guide.silent,
        "shut_by": row.shut.id if row.shut else None,
        "reason": row.shut.reason if row.shut else None,
        "instead": row.shut.instead if row.shut else None,
    }


def shape_of_guide(guide: Guide) -> dict[str, Any]:
    """A session's steps for programs."""
    return {
        "id": guide.id,
        "tip": guide.tip,
        "title": guide.title,
        "caution": guide.caution,
        "closing": guide.closing,
        "seconds": guide.seconds,
        "steps": [
            {
                "words": step.words,
                "kind": str(step.kind),
                "seconds": step.seconds,
                "side": str(step.side) if step.side else None,
                "parts": list(step.parts),
                "round": step.round,
                "rounds": step.rounds,
            }
            for step in guide.steps
        ],
    }
