"""The tips as they stand in the list, and what is said of one beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from stillnight.domain.clock_rule import day_words
from stillnight.journal.suggestions.suggest import Library
from stillnight.journal.suggestions.tip_shelf import ShelvedTip, Stand
from stillnight.rules.source import Source
from stillnight.tips.card import dose_words, grade_line
from stillnight.tips.coach.guide import Guide
from stillnight.tips.markdown import not_for_you, tip_markdown
from stillnight.ui.screens.tips.item import Item, Shelf
from stillnight.ui.screens.trials.labelled import BLANK, labelled
from stillnight.ui.widgets.ledger_rows import INDENT
from stillnight.ui.widgets.prose import Drawn, ProseLine

SIGNS = {
    Stand.NOW: "●",
    Stand.OTHER: "○",
    Stand.VERSION: "○",
    Stand.WAITS: "○",
    Stand.TRIAL: "▣",
    Stand.AWAY: "–",
    Stand.INFO: "·",
    Stand.SHUT: "×",
}
"""How a tip stands, in one sign; the words stand beside it."""

BEHIND = (Stand.AWAY, Stand.INFO, Stand.SHUT)
"""What is drawn paler than the rest."""

_WHY = {
    Stand.VERSION: "Another version of “{original}”, for whom that one is not safe.",
    Stand.WAITS: "A red flag that you ticked comes first (!). This can wait.",
    Stand.TRIAL: "Your trial says on which nights (X). Done on others, it would spoil it.",
    Stand.AWAY: "You put it away; z suggests it again.",
    Stand.INFO: "For information only: it needs a clinician or a prescription. It is never suggested.",
}
"""Why a tip is not offered, where its group does not say it."""


def tip_shelf(shelved: Sequence[ShelvedTip], library: Library) -> Shelf:
    """The list of the tips."""
    items = [_item(one, library.sources) for one in shelved]
    return Shelf("Tips", ("kind", "grade", "when"), items, "tips")


def in_order(shelved: Iterable[ShelvedTip], ids: Sequence[str]) -> list[ShelvedTip]:
    """The tips group by group, in each as they stood before: what is rated does not run away from the cursor.

    Args:
        shelved: The tips as they stand now.
        ids: The ids of all of them, as they were listed first.
    """
    groups = list(Stand)
    return sorted(shelved, key=lambda one: (groups.index(one.stand), ids.index(one.tip.id)))


def _item(one: ShelvedTip, sources: Mapping[str, Source]) -> Item:
    tip = one.tip
    return Item(
        id=tip.id,
        title=tip.title,
        group=one.stand,
        row=_row(one),
        facets=((tip.theme,), (f"grade {tip.grade}",), tuple(map(str, tip.occasions))),
        brief=tuple(_brief(one)),
        whole=partial(whole_tip, one, sources),
        sources=tip.sources,
        shelved=one,
    )


def whole_tip(one: ShelvedTip, sources: Mapping[str, Source]) -> str:
    """All of a tip as Markdown."""
    citations = [sources[name].citation for name in one.tip.sources if name in sources]
    return tip_markdown(one.tip, citations, one.shut, own_words(one))


def _row(one: ShelvedTip) -> Content:
    tip, is_behind = one.tip, one.stand in BEHIND
    guided = ", guided" if one.guides and one.shut is None else ""
    about = " · ".join([f"{tip.theme}, grade {tip.grade}{guided}", *_own(one)])
    said = f"{one.stand} · {about}" if one.stand is Stand.SHUT else about
    head = Content.assemble(f"{SIGNS[one.stand]} ", (tip.title, "$muted" if is_behind else "bold"))
    return Content("\n").join([head, Content.styled(f"{INDENT}{said}", "$muted")])


def _own(one: ShelvedTip) -> Iterator[str]:
    """What the own journal holds of it, in the fewest words: a rating says that it was tried, too."""
    if one.rating is not None:
        yield rated_words(one.rating)
    elif one.times:
        yield "tried"


def own_words(one: ShelvedTip) -> Iterator[str]:
    """The same, one sentence each."""
    if one.times:
        yield f"{times_words(one.times)}{_last(one.last)}."
    if one.rating is not None:
        yield f"You rated it {one.rating} of 5."


def rated_words(rating: int) -> str:
    """The own rating in the fewest words."""
    return f"you: {rating}/5"


def times_words(times: int) -> str:
    """How often it was used: ``Used once``, ``Used 3 times``."""
    return "Used once" if times == 1 else f"Used {times} times"


def _last(night: date | None) -> str:
    return f", last on {day_words(night)}" if night else ""


def _brief(one: ShelvedTip) -> Iterator[Drawn]:
    tip = one.tip
    yield ProseLine(f"{SIGNS[one.stand]} {tip.title}: {one.stand}", style="$accent bold")
    if one.shut is not None:
        yield ProseLine(not_for_you(one.shut), style="$warning")
    elif one.stand in _WHY:
        yield ProseLine(_WHY[one.stand].format(original=one.original))
    yield from (ProseLine(line) for line in own_words(one))
    yield BLANK
    yield labelled("when", tip.when)
    if dose := dose_words(tip):
        yield labelled("how much", dose)
    if tip.areas:
        yield labelled("where", ", ".join(tip.areas))
    yield labelled("what", tip.steps[0])
    yield labelled("how sure", grade_line(tip))
    yield labelled("", tip.honest)
    yield BLANK
    yield ProseLine(f"{' · '.join(keys_of(one))}.", style="$muted")


def keys_of(one: ShelvedTip) -> Iterator[str]:
    """What can be done with a tip, each with its key."""
    yield "Enter reads all of it"
    if one.can_begin:
        yield f"g starts it, {length_words(one.guides)}"
    if one.trial and one.shut is None:
        yield "x tests it on your own nights"


def length_words(guides: Sequence[Guide]) -> str:
    """How long its sessions take: ``4 min``, ``15 or 30 min``."""
    minutes = sorted({guide.minutes for guide in guides if guide.minutes})
    return f"{' or '.join(map(str, minutes))} min" if minutes else "until you end it"
