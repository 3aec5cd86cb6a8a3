"""The pages that lie over Home; each is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from stillnight.domain.errors import UnknownName

if TYPE_CHECKING:
    from stillnight.journal.session import Session
    from stillnight.ui.screens.page import Page

PAGES: dict[str, str] = {
    "ledgers": "stillnight.ui.screens.ledgers.screen:LedgersPage",
    "red_flags": "stillnight.ui.screens.red_flags:RedFlagsPage",
    "long_sit": "stillnight.ui.screens.long_sit:LongSitPage",
    "sit_still": "stillnight.ui.screens.sit_still:SitStillPage",
    "tips": "stillnight.ui.screens.tips.page:TipsPage",
    "helped": "stillnight.ui.screens.helped.page:HelpedPage",
    "relief": "stillnight.ui.screens.relief.page:ReliefPage",
    "programme": "stillnight.ui.screens.programme.page:ProgrammePage",
    "settings": "stillnight.ui.screens.settings.page:SettingsPage",
    "insight": "stillnight.ui.screens.insight.page:InsightPage",
    "trials": "stillnight.ui.screens.trials.page:TrialsPage",
    "charts": "stillnight.ui.screens.charts.page:ChartsPage",
    "find": "stillnight.ui.screens.find:FindPage",
    "year": "stillnight.ui.screens.year:YearPage",
    "compare": "stillnight.ui.screens.compare:ComparePage",
    "first_steps": "stillnight.ui.screens.first_steps:FirstStepsPage",
    "checkup": "stillnight.ui.screens.checkup:CheckUpPage",
    "kept": "stillnight.ui.screens.kept:KeptPage",
    "disagreements": "stillnight.ui.screens.disagreements:DisagreementsPage",
}
"""A page's name, as ``app.open_page`` takes it, with its module and class."""


def make_page(name: str, session: Session) -> Page:
    """A new page.

    Args:
        name: One of :data:`PAGES`.
        session: What the page works with.

    Raises:
        UnknownName: If there is no page of that name.
    """
    if name not in PAGES:
        raise UnknownName("page", name, list(PAGES))
    module, _, class_name = PAGES[name].partition(":")
    page: Page = getattr(import_module(module), class_name)(session)
    return page
