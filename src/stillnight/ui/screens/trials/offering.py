"""From anywhere to the starting sheet of a trial: one key, nothing stored before its Enter."""

from __future__ import annotations

from typing import Any

from stillnight.domain.clock_rule import day_words
from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.session import Session
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Proposal
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.trial_words import on_screen


def trials_of(session: Session) -> Trials:
    """The trials of a journal, with the tips and gates that they need.

    Raises:
        StillnightError: If a file that came with the program cannot be read.
    """
    return session.trials(session.knowledge().library)


def offer_trial(screen: DeedScreen[Any], name: str) -> None:
    """Open the starting sheet of a trial over a screen; where there can be none, it says why.

    Args:
        screen: The page or Home; once the trial is started it says so and shows the journal anew.
        name: The slug of a factor, built in or own, or the id of a trial that is ready to be started.
    """
    try:
        trials = trials_of(screen.session)
        proposal = trials.propose(name)
    except StillnightError as error:
        screen.say(on_screen(str(error)), is_trouble=True)
        return
    from stillnight.ui.screens.trials.starting import StartingScreen

    labels = {slug: one.label for slug, one in screen.journal.ledgers.factors().items()}

    def start(chosen: Proposal | None) -> None:
        if chosen is not None:
            _start(screen, trials, chosen)

    screen.app.push_screen(StartingScreen(trials, proposal, labels), start)


def _start(screen: DeedScreen[Any], trials: Trials, proposal: Proposal) -> None:
    def write() -> Receipt:
        return trials.start(proposal)[1]

    begins = "tonight" if proposal.start == screen.journal.tonight else day_words(proposal.start)
    screen.do(write, f"the trial begins {begins}: {proposal.template.title} · X shows it, U takes it back")
