"""The rows of the relief page, and what is said of the one under the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from stillnight.journal.reliefs.reliefs import Choice
from stillnight.tips.card import dose_words, grade_line
from stillnight.tips.coach.guide import Guide
from stillnight.ui.pictures.severity import digit
from stillnight.ui.widgets.ledger_rows import Row
from stillnight.ui.widgets.prose import ProseLine

RATINGS = range(11)


@dataclass(frozen=True, slots=True)
class Offered:
    """One relief on the page.

    Attributes:
        choice: What it is.
        at: Which of its guided sessions is meant, from 0.
    """

    choice: Choice
    at: int = 0

    @property
    def guide(self) -> Guide:
        """The session that Enter starts."""
        return self.choice.guides[self.at % len(self.choice.guides)]


def length_words(guide: Guide) -> str:
    """How long a session takes, in words."""
    open_end = guide.steps[-1].is_open
    if not guide.minutes:
        return "as long as you like"
    return f"{guide.minutes} min or longer" if open_end else f"{guide.minutes} min"


def relief_rows(offered: Sequence[Offered], is_brief: bool) -> Iterator[Row]:
    """A row for each.

    Args:
        offered: What is offered, in order.
        is_brief: Is its name enough, as by night and where there is no room for more?
    """
    for one in offered:
        title = Content.styled(one.guide.title, "" if is_brief else "bold")
        ways = len(one.choice.guides)
        more = Content.styled(f"  ‹{one.at % ways + 1}/{ways}›", "$muted") if ways > 1 else Content("")
        told = Content("") if is_brief else Content.styled(f"  {_told(one)}", "$muted")
        yield one.choice.tip.id, Content.assemble(title, more, told)


def _told(one: Offered) -> str:
    rated = f"you rated it {one.choice.rating} of 5" if one.choice.rating else ""
    return " · ".join(filter(None, (length_words(one.guide), one.choice.tip.grade, rated)))


def shut_lines(shut: Sequence[Choice]) -> Iterator[ProseLine]:
    """What gates took away, each reason once."""
    by_reason: dict[str, list[str]] = {}
    for one in shut:
        if one.shut is not None:
            by_reason.setdefault(one.shut.reason, []).append(one.tip.title)
    if by_reason:
        yield ProseLine("")
        yield ProseLine("Not for you now", style="$accent bold")
    for reason, titles in by_reason.items():
        yield ProseLine(f"{reason}:", style="$muted")
        yield ProseLine("; ".join(titles), hang=2, style="$muted")


def shut_words(shut: Sequence[Choice]) -> str:
    """That something was taken away, and where to read why; empty where nothing was."""
    if not shut:
        return ""
    return f"{len(shut)} {'is' if len(shut) == 1 else 'are'} not for you now · Space scrolls to the reasons"


def urge_line(before: int | None) -> Content:
    """The urge before as it is rated: the digit in brackets, or none."""
    pieces = [_rating(rating, before) for rating in RATINGS]
    return Content("").join([Content.styled("urge now ", "$muted"), *pieces])


def _rating(rating: int, before: int | None) -> Content:
    if rating == before:
        return Content.styled(f"[{digit(rating)}]", "$accent bold")
    return Content.styled(f" {digit(rating)} ", "$muted")


def relief_card(one: Offered) -> Iterator[ProseLine]:
    """What is known of a relief: how long, what to mind, how much, how sure, what not to expect."""
    tip, guide = one.choice.tip, one.guide
    yield ProseLine(guide.title, style="$accent bold")
    where = ", ".join(guide.parts)
    yield ProseLine(" · ".join(filter(None, (length_words(guide), where, _quiet(guide)))))
    if guide.caution:
        yield ProseLine(guide.caution)
    dose = dose_words(tip)
    if dose:
        yield ProseLine(dose, label="dose", hang=6, style="$muted")
    yield ProseLine(grade_line(tip), label="sure", hang=6, style="$muted")
    yield ProseLine(tip.honest, label="but", hang=6, style="$muted")


def _quiet(guide: Guide) -> str:
    return " · ".join(
        filter(None, ("out of bed" if guide.gets_up else "", "" if guide.silent else "makes a noise"))
    )
