"""The starting sheet of a trial: everything to be known first; Enter starts it, nothing is stored before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from stillnight.domain.errors import FieldError
from stillnight.insight.trials.trial import Design
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Proposal
from stillnight.ui.pictures.plan_line import fitting
from stillnight.ui.screens.trials.sheet_lines import sheet_lines
from stillnight.ui.trial_words import OTHER_NIGHTS
from stillnight.ui.widgets.night_pane import SUBTITLE_FRAME
from stillnight.ui.widgets.prose import Prose

LENGTHS = (2, 4, 6)
"""How many weeks a trial can take."""


class StartingScreen(ModalScreen[Proposal | None]):
    """A proposal to be read, with its length to be chosen; it is handed back when it is to be started."""

    DEFAULT_CSS = """
    StartingScreen { align: center middle; background: $background 60%; }
    StartingScreen VerticalScroll { width: 94%; max-width: 100; height: auto; max-height: 96%;
        border: round $frame-focus; border-title-color: $accent; border-subtitle-color: $accent;
        background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("enter,ctrl+j", "start", "Start", show=False),
        Binding("escape,ctrl+c,q", "dismiss(None)", "Back", show=False),
        Binding("left,h", "length(-1)", "Shorter", show=False, priority=True),
        Binding("right,l", "length(1)", "Longer", show=False, priority=True),
        *(Binding(str(weeks), f"weeks({weeks})", f"{weeks} weeks", show=False) for weeks in LENGTHS),
        Binding("d", "design", "Other nights", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
        Binding("space", "page", "Read on", show=False),
    ]

    def __init__(self, trials: Trials, first: Proposal, labels: Mapping[str, str]) -> None:
        """Prepare the sheet.

        Args:
            trials: The trials of the journal.
            first: What is proposed at first.
            labels: A factor's slug to its name.
        """
        super().__init__()
        self._trials, self._proposal, self._labels = trials, first, labels
        self._lengths: Mapping[int, Proposal] = {}

    def compose(self) -> ComposeResult:
        """The sheet in a frame that scrolls."""
        with VerticalScroll() as sheet:
            sheet.border_title = Content(f"A trial: {self._proposal.template.title}")
            yield Prose(())

    def on_mount(self) -> None:
        """Show what is proposed."""
        self._show(self._proposal.design, self._proposal.weeks)

    def _show(self, design: Design, weeks: int) -> None:
        if design != self._proposal.design or not self._lengths:
            self._lengths = dict(self._proposals(design))
        self._proposal = self._lengths.get(weeks) or next(iter(self._lengths.values()), self._proposal)
        self.query_one(Prose).show(list(sheet_lines(self._proposal, self._lengths, self._labels)))
        self._tell_keys()

    def _proposals(self, design: Design) -> Mapping[int, Proposal]:
        """The proposal for every length that this design can have."""
        found = {}
        for weeks in LENGTHS:
            try:
                found[weeks] = self._propose(design, weeks)
            except FieldError:
                continue
        return found

    def _propose(self, design: Design, weeks: int) -> Proposal:
        first = self._proposal
        return self._trials.propose(first.template.id, design, weeks, first.outcome, first.start)

    def on_resize(self) -> None:
        """There is room for more words in the frame, or for fewer."""
        self.call_after_refresh(self._tell_keys)

    def _tell_keys(self) -> None:
        sheet = self.query_one(VerticalScroll)
        sheet.border_subtitle = fitting(list(self._wordings()), sheet.outer_size.width - SUBTITLE_FRAME)

    def _wordings(self) -> Iterator[str]:
        """The keys, from the longest wording to the shortest."""
        lengths = f"{' '.join(map(str, self._lengths))} weeks"
        starts, start = ("", "") if self._proposal.refusal else ("Enter starts it · ", "Enter starts · ")
        if self._other is not None:
            yield f"{lengths} · d {OTHER_NIGHTS[self._other]} · {starts}Esc back"
            yield f"{lengths} · d · {start}Esc"
        yield f"{lengths} · {starts}Esc back"
        yield f"{lengths.removesuffix(' weeks')} · {start}Esc back"
        yield f"{start}Esc back"

    @property
    def _other(self) -> Design | None:
        """The other way to share the nights out, where there is one."""
        here = self._proposal
        return next((one for one in here.choices if one is not here.design), None)

    def action_weeks(self, weeks: int) -> None:
        """Another length."""
        if weeks in self._lengths:
            self._show(self._proposal.design, weeks)

    def action_length(self, step: int) -> None:
        """The next longer or shorter one."""
        weeks = list(self._lengths)
        at = weeks.index(self._proposal.weeks) + step
        self.action_weeks(weeks[min(max(at, 0), len(weeks) - 1)])

    def action_design(self) -> None:
        """Share the nights out in the other way that fits."""
        if self._other is not None:
            self._show(self._other, self._proposal.weeks)

    def action_start(self) -> None:
        """Hand the proposal back, unless something is in the way; that stands on the sheet."""
        if self._proposal.refusal:
            self.app.bell()
            self.query_one(VerticalScroll).scroll_home(animate=False)
        else:
            self.dismiss(self._proposal)

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self) -> None:
        """Scroll by a page."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)
