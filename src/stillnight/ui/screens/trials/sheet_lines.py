"""What has to be known before a trial is started, as lines: the question first, then who should not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stillnight.domain.clock_rule import day_words
from stillnight.journal.trials.views import Proposal
from stillnight.journal.trials.words import DESIGN_WORDS, DUMMY, OUTCOME_WORDS, WHO_KNOWS
from stillnight.ui.screens.trials.labelled import BLANK, labelled
from stillnight.ui.trial_words import (
    known_words,
    listed,
    more_power_words,
    on_screen,
    power_words,
)
from stillnight.ui.widgets.prose import Drawn, ProseLine

TOO_SHORT = 3
"""Fewer weeks than these are usually not enough."""


def sheet_lines(
    proposal: Proposal, lengths: Mapping[int, Proposal], labels: Mapping[str, str]
) -> Iterator[Drawn]:
    """The sheet, from the question to where the knowledge comes from.

    Args:
        proposal: What would be started.
        lengths: The same for every length that can be chosen, by weeks.
        labels: A factor's slug to its name.
    """
    yield ProseLine(proposal.question, style="$accent bold")
    if proposal.refusal:
        yield labelled("Not now", on_screen(proposal.refusal), "$warning")
    yield from _not_for(proposal)
    yield BLANK
    yield from _nights(proposal)
    yield BLANK
    yield from _lengths(proposal, lengths)
    yield BLANK
    yield from _listed("Stopping", proposal.stop_rule)
    yield from _meanwhile(proposal, labels)
    yield from _known(proposal)


def _not_for(proposal: Proposal) -> Iterator[Drawn]:
    yield from _listed("Not if", proposal.not_for, "$warning")
    yield from _listed("Mind", proposal.template.cautions)


def _listed(label: str, lines: Sequence[str], style: str = "$ink") -> Iterator[Drawn]:
    for number, line in enumerate(lines):
        yield labelled("" if number else label, f"· {on_screen(line)}", style)


def _nights(proposal: Proposal) -> Iterator[Drawn]:
    for number, (title, deed) in enumerate(proposal.arms):
        yield labelled("" if number else "Nights", f"{title}: {deed}")
    order = "The order is drawn when you start, and told night by night."
    yield labelled("Drawn", f"{DESIGN_WORDS[proposal.design]}. {order}")
    yield labelled("Counted", f"{OUTCOME_WORDS[proposal.outcome]}; less is better.")


def _lengths(proposal: Proposal, lengths: Mapping[int, Proposal]) -> Iterator[Drawn]:
    for weeks, one in lengths.items():
        is_chosen = weeks == proposal.weeks
        short = ": usually not enough" if weeks < TOO_SHORT else ""
        finds = f"{power_words(one.power, one.outcome)}{short}"
        sign, style = ("▸", "$ink bold") if is_chosen else (" ", "$muted")
        yield labelled(f"{sign}{weeks} weeks", finds, style)
        if is_chosen:
            more = more_power_words(one.power, one.outcome)
            span = f"{day_words(one.start)} to {day_words(one.last)}"
            yield labelled("", f"{span}{' · ' if more else ''}{more}")
    for warning in proposal.warnings:
        yield labelled("!", warning, "$warning")


def _meanwhile(proposal: Proposal, labels: Mapping[str, str]) -> Iterator[Drawn]:
    seals = [labels.get(slug, slug) for slug in sorted(proposal.template.seals)]
    what = f" So is what your nights say about {listed(seals)}, everywhere." if seals else ""
    until = f"What comes out stays shut until {day_words(proposal.last)} is over"
    yield labelled("Sealed", f"{until}, so that no evening is rated by it.{what}")


def _known(proposal: Proposal) -> Iterator[Drawn]:
    if proposal.template.honest:
        yield labelled("Known", known_words(proposal.template))
    yield labelled("Honestly", f"{WHO_KNOWS} {DUMMY}")
