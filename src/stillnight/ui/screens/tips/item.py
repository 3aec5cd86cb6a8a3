"""What stands in a list of the tips page, ready to be drawn, and what a filter leaves of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from stillnight.journal.suggestions.tip_shelf import ShelvedTip
from stillnight.ui.widgets.ledger_rows import Row
from stillnight.ui.widgets.prose import Drawn, ProseLine

ALL = ""
"""A filter that leaves everything."""


class Item(NamedTuple):
    """One thing in a list.

    Attributes:
        id: Its id in its list.
        title: What it is called.
        group: The heading under which it stands.
        row: How it is drawn in the list.
        facets: What it can be filtered by, a set of words for each filter.
        brief: What is said beside the list.
        whole: Makes all of it as Markdown.
        sources: The ids of its sources.
        shelved: The tip that it is, or is about; ``None`` where there is none.
    """

    id: str
    title: str
    group: str
    row: Content
    facets: tuple[tuple[str, ...], ...]
    brief: Sequence[Drawn]
    whole: Callable[[], str]
    sources: tuple[str, ...]
    shelved: ShelvedTip | None = None

    @property
    def text(self) -> str:
        """All words in which it can be found."""
        said = (line.text for line in self.brief if isinstance(line, ProseLine))
        words = (self.title, self.row.plain, *(word for facet in self.facets for word in facet), *said)
        return " ".join(words).casefold()


class Shelf(NamedTuple):
    """One list of the page.

    Attributes:
        name: What it is called above the list.
        filters: What its filters are about, in a word each.
        items: What stands in it.
        noun: What it holds, in the plural.
    """

    name: str
    filters: tuple[str, ...]
    items: Sequence[Item]
    noun: str

    @property
    def keys(self) -> str:
        """Its filters with their keys: ``t topic, e grade``."""
        return ", ".join(f"{key} {name}" for key, name in zip("tew", self.filters, strict=False))


class Filter(NamedTuple):
    """What is shown of a list.

    Attributes:
        wanted: For each of its filters one word, or everything.
        typed: Words that are all to be found in it, or in what is said of it.
    """

    wanted: tuple[str, ...] = (ALL, ALL, ALL)
    typed: str = ""

    def turned(self, facet: int, shelf: Shelf) -> Filter:
        """The next word of a filter that leaves something beside the others; after the last one all."""
        if facet >= len(shelf.filters):
            return self
        left = self._with(facet, ALL).leaves(shelf)
        words = [ALL, *dict.fromkeys(word for item in left for word in item.facets[facet])]
        if facet == GRADES:
            words.sort()
        at = words.index(self.wanted[facet]) if self.wanted[facet] in words else 0
        return self._with(facet, words[(at + 1) % len(words)])

    def _with(self, facet: int, word: str) -> Filter:
        return self._replace(wanted=(*self.wanted[:facet], word, *self.wanted[facet + 1 :]))

    def leaves(self, shelf: Shelf) -> list[Item]:
        """What is left of a list."""
        return [item for item in shelf.items if self._keeps(item)]

    def _keeps(self, item: Item) -> bool:
        facets = (*item.facets, (ALL,))
        fits = all(want in (ALL, *has) for want, has in zip(self.wanted, facets, strict=False))
        return fits and all(word in item.text for word in self.typed.casefold().split())

    def words(self, shelf: Shelf) -> str:
        """What is shown: ``stretching · grade C: 2 of 26 tips. ⌫ shows all``."""
        number, left = len(shelf.items), len(self.leaves(shelf))
        typed = f"“{self.typed.strip()}”" if self.typed.strip() else ALL
        named = " · ".join(filter(None, (*self.wanted[: len(shelf.filters)], typed)))
        if not named:
            return f"{number} {shelf.noun}: {shelf.keys}"
        way = "⌫ shows all" if not typed else "Esc shows all" if left else "Tab looks on, Esc shows all"
        return f"{named}: {left} of {number} {shelf.noun}. {way}."


GRADES = 1
"""Which of the filters is about grades, on every list."""


def rows_of(items: Sequence[Item]) -> Iterator[Row]:
    """The rows of a list, a heading wherever another group begins."""
    group = ""
    for item in items:
        if item.group != group:
            group = item.group
            yield "", Content.styled(group, "$muted")
        yield item.id, item.row
