"""The rows of the trials page: what runs, what is over, what is ready to be started."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from stillnight.domain.clock_rule import day_words
from stillnight.journal.trials.views import Standing, State, Template
from stillnight.ui.trial_words import progress_words
from stillnight.ui.widgets.ledger_rows import INDENT, Row

SIGNS = {
    State.PLANNED: "◔",
    State.RUNNING: "●",
    State.FINISHED: "◆",
    State.STOPPED: "■",
    State.SET_ASIDE: "–",
}
"""How far a trial is, in one sign."""

READY = "○"


class Shown(NamedTuple):
    """What stands in the list.

    Attributes:
        standings: The trials on record, the newest first.
        templates: What is ready to be started.
    """

    standings: Sequence[Standing] = ()
    templates: Sequence[Template] = ()

    def standing(self, id: str) -> Standing | None:
        """The trial of a row."""
        return next((one for one in self.standings if row_id(one) == id), None)

    def template(self, id: str) -> Template | None:
        """The trial that a row offers."""
        return next((one for one in self.templates if f"ready/{one.id}" == id), None)

    def rows(self) -> Iterator[Row]:
        """The rows with their headings."""
        for heading, wanted in (("under way", True), ("over", False)):
            rows = [one for one in self.standings if is_under_way(one) is wanted]
            if rows:
                yield "", Content.styled(heading, "$muted")
            yield from map(_standing, rows)
        yield "", Content.styled("ready to be started", "$muted")
        for one in self.templates:
            yield f"ready/{one.id}", Content(f"{READY} {one.title}")


def row_id(standing: Standing) -> str:
    """The id of a trial's row."""
    return f"trial/{standing.trial.id}"


def is_under_way(standing: Standing) -> bool:
    """Does it run, or begin soon?"""
    return standing.state in (State.PLANNED, State.RUNNING)


def _standing(standing: Standing) -> Row:
    told = progress_words(standing)
    if standing.state is State.RUNNING and standing.opens is not None:
        told = f"{told.partition(' · ')[0]} · opens {day_words(standing.opens)}"
    head = Content.assemble(f"{SIGNS[standing.state]} ", (standing.trial.title, "bold"))
    return row_id(standing), Content("\n").join([head, Content.styled(f"{INDENT}{told}", "$muted")])
