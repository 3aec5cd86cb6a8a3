"""A night that was found, in as few lines as it needs; and what can be asked."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.clock_rule import span_words
from stillnight.journal.finding.folio import Folio
from stillnight.ui.pictures.compare import wrapped
from stillnight.ui.pictures.month import Line
from stillnight.ui.pictures.severity import digit, look_of

EXAMPLES = (
    ("flight café", "both words, in notes, where, feels, relief, medicines, marks"),
    ('"long day"', "these words together"),
    ("severity 6+", "the evening's urge, 6 or more; also worst, pain, mood, quality, onset<20:00, tst<5h"),
    ("caffeine", "with caffeine; also +caffeine>=2"),
    ("-alcohol", "without alcohol, said so"),
    ("medicine:iron", "taken that night; also note:, where:, relief:, mark:"),
    ("2026-10", "a month; also 2026, 14 Oct, since 1 Oct, before May, last 30"),
    ("missing onset", "not asked that night"),
    ("late recall", "written down late"),
)
"""What can be typed, each with what it finds."""

HINT = "words · severity 6+ · caffeine · -alcohol · since 1 Oct"
"""The same in one line."""


def found_lines(folio: Folio, why: Sequence[str], is_marked: bool, width: int) -> list[Line]:
    """The night, its worst, and what shows why it was found; on lines of its own where it does not fit.

    Only the glyph has a colour: the rest has to be read on the cursor's ground too.
    """
    look = look_of(folio.worst, folio.night.logged)
    rating = digit(folio.worst) if folio.worst is not None else " "
    name = f"{span_words(folio.date)} {folio.date.year}"
    date = f"{f'({name})' if is_marked else f' {name}':<29} "
    head: Line = [(date, ""), (look.glyph, look.style), (f" {rating}", "")]
    words = ", ".join(why)
    if len(words) + sum(len(text) for text, _ in head) + 2 <= width:
        return [[*head, (f"  {words}".rstrip(), "")]]
    return [head, *([(f"   {row}", "")] for row in wrapped(words, width - 3))]
