"""Earlier states of the journal: what going back to one would change, and doing it after a yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets.option_list import Option

from stillnight.domain.errors import StillnightError
from stillnight.domain.keeping import Compared, Kept
from stillnight.domain.ports import Receipt
from stillnight.journal.purging import doomed_bin
from stillnight.journal.restoring.proposal import Proposal, propose
from stillnight.journal.restoring.words import (
    count_words,
    kind_words,
    label_of,
    left_lines,
    night_lines,
    other_lines,
    since_words,
    when_words,
)
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose, ProseLine

NOTHING = "Nothing is kept yet. The first state is kept when an entry is changed in a later hour."
"""What stands there at first."""

MOST = 40
"""So many nights are shown one by one."""


class KeptPage(Page):
    """Every earlier state with what differs now."""

    TITLE = "Earlier states"
    PLACE = Place.KEPT
    BINDINGS: ClassVar = bindings(Place.KEPT)
    DEFAULT_CSS = """
    KeptPage Horizontal { layout: vertical; height: 1fr; }
    KeptPage ListBox { max-height: 40%; scrollbar-gutter: stable; }
    KeptPage #state { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    KeptPage.-wide Horizontal { layout: horizontal; }
    KeptPage.-wide ListBox { max-height: 100%; width: 44; }
    KeptPage.-wide #state { padding: 0 1; }
    """

    _kept: Sequence[Kept] = ()

    def body(self) -> ComposeResult:
        """The list, and what differs from the state under the cursor."""
        with Horizontal():
            yield ListBox()
            with VerticalScroll(id="state"):
                yield Prose([ProseLine(NOTHING, style="$muted")])

    def on_mount(self) -> None:
        """The states as they are kept now."""
        super().on_mount()
        self.query_one(ListBox).focus()
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what is kept now; the cursor stays on its state."""
        box = self.query_one(ListBox)
        here = self._here
        self._compared: dict[Kept, Compared] = {}
        self._kept = self.journal.desk.store.keeping.kept()
        box.clear_options()
        box.add_options([Option(self._drawn(one)) for one in self._kept])
        if self._kept:
            box.highlighted = self._kept.index(here) if here in self._kept else 0
        self.show_state()

    @property
    def _here(self) -> Kept | None:
        """The state under the cursor."""
        at = self.query_one(ListBox).highlighted
        return self._kept[at] if at is not None and at < len(self._kept) else None

    def _drawn(self, one: Kept) -> Content:
        kind = kind_words(one)
        when = when_words(one, self.journal.desk.clock.zone)
        return Content.assemble((when, ""), (f"  {kind}" if kind else "", "$muted"))

    @on(ListBox.OptionHighlighted)
    def show_state(self) -> None:
        """Say what differs from the state under the cursor."""
        prose = self.query_one(Prose)
        if self._here is None:
            prose.show([ProseLine(NOTHING, style="$muted")])
            return
        try:
            prose.show(list(self._lines(self._proposal(self._here))))
        except StillnightError as error:
            prose.show([ProseLine(str(error), style="$warning")])
        self.query_one("#state").scroll_home(animate=False)

    def _proposal(self, kept: Kept) -> Proposal:
        if kept not in self._compared:
            self._compared[kept] = self.journal.desk.store.keeping.compare(kept)
        return propose(kept, self._compared[kept])

    def _lines(self, proposal: Proposal) -> Iterator[ProseLine]:
        compared = proposal.compared
        nights = "1 night" if compared.nights == 1 else f"{compared.nights} nights"
        yield ProseLine(f"{nights} in it; since then: {since_words(compared)}", style="$accent")
        rows = list(night_lines(proposal.taken, self.journal.ledgers.factors()))
        for night, words in rows[:MOST]:
            yield ProseLine(words.replace("\n", " / "), label=night.isoformat(), hang=12)
        if len(rows) > MOST:
            yield ProseLine(f"and {len(rows) - MOST} more nights")
        yield from (ProseLine(words) for words in other_lines(proposal.taken))
        yield from (ProseLine(words, style="$muted") for words in left_lines(proposal, is_typed=False))

    @on(ListBox.OptionSelected)
    @work
    async def action_bring_back(self) -> None:
        """Ask, and bring the state under the cursor back."""
        here = self._here
        if here is None:
            return
        try:
            proposal = self._proposal(here)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        if not proposal.taken:
            self.say("nothing to bring back: all that was there is there")
            return
        from stillnight.ui.screens.confirm import ConfirmScreen

        zone = self.journal.desk.clock.zone
        count = count_words(proposal.taken)
        question = f"Bring back {count} as of {when_words(here, zone)}?\nU takes it back."
        if await self.app.push_screen_wait(ConfirmScreen(question)):
            keeping = self.journal.desk.store.keeping
            self.do(
                lambda: keeping.restore(label_of(here, zone), here, proposal.places), f"brought back: {count}"
            )

    def action_purge_deleted(self) -> None:
        """Ask, and remove everything that was deleted."""
        from stillnight.ui.screens.purge import ask_purge

        doomed = doomed_bin(self.journal.desk.store.keeping)
        if doomed.records:
            ask_purge(self, doomed)
        else:
            self.say("nothing was deleted, so there is nothing to purge")
