"""The claims that were checked, and the facts, as they stand in their lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual.content import Content

from stillnight.journal.suggestions.suggest import Library
from stillnight.journal.suggestions.tip_shelf import ShelvedTip
from stillnight.rules.source import Source
from stillnight.tips.claim import Claim, Verdict
from stillnight.tips.fact import Fact
from stillnight.tips.markdown import claim_markdown, fact_markdown
from stillnight.ui.screens.tips.item import Item, Shelf
from stillnight.ui.screens.trials.labelled import BLANK, labelled
from stillnight.ui.widgets.ledger_rows import INDENT
from stillnight.ui.widgets.prose import Drawn, ProseLine

SIGNS = {
    Verdict.HOLDS: "●",
    Verdict.PARTLY: "◐",
    Verdict.UNCLEAR: "○",
    Verdict.DOES_NOT_HOLD: "×",
    Verdict.SOLD: "–",
}
"""What is left of a claim, in one sign; the word stands beside it."""


def claim_shelf(library: Library, tips: Mapping[str, ShelvedTip]) -> Shelf:
    """The list of the claims.

    Args:
        library: The claims.
        tips: How the tips stand tonight, by id.
    """
    items = [_claim(claim, library.sources, tips.get(claim.tip)) for claim in library.claims.values()]
    return Shelf("Claims checked", ("topic", "grade", "verdict"), items, "claims")


def fact_shelf(library: Library) -> Shelf:
    """The list of the facts."""
    items = [_fact(fact, library.sources) for fact in library.facts.values()]
    return Shelf("Facts", ("topic", "grade"), items, "facts")


def _claim(claim: Claim, sources: Mapping[str, Source], tip: ShelvedTip | None) -> Item:
    head = Content(f"{SIGNS[claim.verdict]} {claim.claim}")
    said = Content.styled(f"{INDENT}{claim.verdict} · grade {claim.grade}", "$muted")
    return Item(
        id=claim.id,
        title=claim.heading,
        group=claim.heading,
        row=Content("\n").join([head, said]),
        facets=((claim.heading,), (f"grade {claim.grade}",), (str(claim.verdict),)),
        brief=tuple(_claim_lines(claim, tip)),
        whole=partial(claim_markdown, claim, _citations(claim.sources, sources)),
        sources=claim.sources,
        shelved=tip,
    )


def _claim_lines(claim: Claim, tip: ShelvedTip | None) -> Iterable[Drawn]:
    yield ProseLine(f"{SIGNS[claim.verdict]} {claim.verdict_words.capitalize()}", style="$accent bold")
    yield BLANK
    yield labelled("we found", claim.found)
    yield labelled("how sure", " · ".join([f"{claim.grade}: {claim.grade_words}", *claim.badges]))
    if tip is not None:
        yield labelled("tip", f"{tip.tip.title}: {tip.stand}")
    yield BLANK
    yield ProseLine("o shows the sources.", style="$muted")


def _fact(fact: Fact, sources: Mapping[str, Source]) -> Item:
    return Item(
        id=fact.id,
        title=fact.title,
        group=fact.heading,
        row=Content(f"· {fact.title}"),
        facets=((fact.heading,), (f"grade {fact.grade}",)),
        brief=tuple(_fact_lines(fact)),
        whole=partial(fact_markdown, fact, _citations(fact.sources, sources)),
        sources=fact.sources,
    )


def _fact_lines(fact: Fact) -> Iterable[Drawn]:
    yield ProseLine(fact.title, style="$accent bold")
    for line in fact.lines:
        yield ProseLine(line, "·", 2)
    yield BLANK
    yield labelled("how sure", " · ".join([f"{fact.grade}: {fact.grade_words}", *fact.badges]))
    if fact.closing:
        yield ProseLine(fact.closing, style="$muted")
    yield ProseLine("o shows the sources.", style="$muted")


def _citations(names: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    return [sources[name].citation for name in names if name in sources]
