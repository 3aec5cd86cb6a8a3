"""Trials: proposing, starting, following, stopping, reading what came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random, SystemRandom
from typing import Any

from stillnight.domain.ports import Receipt
from stillnight.insight.trials.trial import Design, Outcome, Trial
from stillnight.journal.journal import Journal
from stillnight.journal.suggest import Library
from stillnight.journal.trials.views import Assignment, Proposal, Report, Standing, Template


@dataclass(frozen=True)
class Trials:
    """The trials of a journal.

    One trial at a time: two at once would share their nights, each would need longer to find anything, and
    nobody wants two plans for one evening. To test two measures there is the factorial design.

    Attributes:
        journal: The journal.
        library: Tips with their gates, and the medicines.
        document: The parsed ``trials.toml``.
        chance: Draws the order; the machine's own source of chance unless a test brings another.
    """

    journal: Journal
    library: Library
    document: Mapping[str, Any]
    chance: Random = field(default_factory=SystemRandom)

    def templates(self) -> Sequence[Template]:
        """What is ready to be started, in the order of the file."""
        raise NotImplementedError

    def propose(
        self,
        name: str,
        design: Design | None = None,
        weeks: int | None = None,
        outcome: Outcome | None = None,
        start: date | None = None,
    ) -> Proposal:
        """Everything that has to be known before a trial is started; nothing is stored.

        Args:
            name: A template's id, or the slug of a factor that is left out.
            design: Another design than the template's.
            weeks: 2, 4 or 6; the template's (4) where not given.
            outcome: Another outcome than the template's.
            start: The first night; the first one that can still be followed where not given.

        Raises:
            UnknownName: If nothing is called so.
            BadInput: If it can never be an arm (a medicine, a supplement, what nobody can leave out at will),
                or the design does not fit. What is in the way only now stands in :attr:`Proposal.refusal`.
            FieldError: If weeks or start do not fit.
        """
        raise NotImplementedError

    def start(self, proposal: Proposal) -> tuple[Trial, Receipt]:
        """Draw the order and store the trial as one deed.

        Raises:
            BadInput: If there is a refusal.
        """
        raise NotImplementedError

    def all(self) -> Sequence[Standing]:
        """Every trial on record, the newest first."""
        raise NotImplementedError

    def current(self) -> Standing | None:
        """The trial that runs or is planned; ``None`` where there is none."""
        raise NotImplementedError

    def find(self, typed: str | None) -> Standing:
        """The trial that is meant by its number in the list, its name or its title; without one, the newest.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant, or there are no trials.
        """
        raise NotImplementedError

    def tonight(self) -> Assignment | None:
        """What tonight was drawn to be; ``None`` where no trial runs tonight.

        Gates are looked at again. Before the trial's first night, see :meth:`coming`.
        """
        raise NotImplementedError

    def coming(self) -> Assignment | None:
        """The next night of the trial, where it has to be known by day; else ``None``."""
        raise NotImplementedError

    def follow(self, is_followed: bool | None, night: date | None = None) -> Receipt:
        """Say whether a night's plan was followed; ``None`` takes the answer back.

        Raises:
            BadInput: If no trial has that night, or it is still to come.
        """
        raise NotImplementedError

    def stop(self, reason: str = "") -> Receipt:
        """Stop the trial that runs; no reason is needed.

        Raises:
            BadInput: If none runs.
        """
        raise NotImplementedError

    def withdraw(self, trial: Trial) -> Receipt:
        """Take a trial out of the journal; undo brings it back."""
        raise NotImplementedError

    def result(self, trial: Trial) -> Report:
        """What came out.

        Raises:
            BadInput: While it is sealed; it says until when.
        """
        raise NotImplementedError
