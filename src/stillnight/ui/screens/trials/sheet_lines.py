"""What has to be known before a trial is started, as lines: the question first, then who should not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stillnight.journal.trials.views import Proposal
from stillnight.journal.trials.words import DESIGN_WORDS, DUMMY, OUTCOME_WORDS, WHO_KNOWS
from stillnight.ui.trial_words import day_words, listed, more_power_words, on_screen, power_words
from stillnight.ui.widgets.prose import Drawn, ProseLine

BLANK = ProseLine("")

HANG = 10

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
        yield ProseLine(on_screen(proposal.refusal), label="Not now", hang=HANG, style="$warning")
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
        yield ProseLine(f"· {on_screen(line)}", label=label if number == 0 else "", hang=HANG, style=style)


def _nights(proposal: Proposal) -> Iterator[Drawn]:
    for number, (title, deed) in enumerate(proposal.arms):
        yield ProseLine(f"{title}: {deed}", label="Nights" if number == 0 else "", hang=HANG)
    yield ProseLine(
        f"{DESIGN_WORDS[proposal.design]}. The order is drawn when you start, and told night by night.",
        label="Drawn",
        hang=HANG,
    )
    yield ProseLine(f"{OUTCOME_WORDS[proposal.outcome]}; less is better.", label="Counted", hang=HANG)


def _lengths(proposal: Proposal, lengths: Mapping[int, Proposal]) -> Iterator[Drawn]:
    for weeks, one in lengths.items():
        is_chosen = weeks == proposal.weeks
        short = ": usually not enough" if weeks < TOO_SHORT else ""
        yield ProseLine(
            f"{power_words(one.power, one.outcome)}{short}",
            label=f"{'▸' if is_chosen else ' '}{weeks} weeks",
            hang=HANG,
            style="$ink bold" if is_chosen else "$muted",
        )
        if is_chosen:
            more = more_power_words(one.power, one.outcome)
            span = f"{day_words(one.start)} to {day_words(one.last)}"
            yield ProseLine(f"{span}{' · ' if more else ''}{more}", hang=HANG)
    for warning in proposal.warnings:
        yield ProseLine(warning, label="!", hang=HANG, style="$warning")


def _meanwhile(proposal: Proposal, labels: Mapping[str, str]) -> Iterator[Drawn]:
    seals = [labels.get(slug, slug) for slug in sorted(proposal.template.seals)]
    what = f" So is what your nights say about {listed(seals)}, everywhere." if seals else ""
    until = f"What comes out stays shut until {day_words(proposal.last)} is over"
    yield ProseLine(f"{until}, so that no evening is rated by it.{what}", label="Sealed", hang=HANG)


def _known(proposal: Proposal) -> Iterator[Drawn]:
    template = proposal.template
    if template.honest:
        grade = f" (grade {template.grade})" if template.grade else ""
        yield ProseLine(f"{template.honest}{grade}", label="Known", hang=HANG)
    yield ProseLine(f"{WHO_KNOWS} {DUMMY}", label="Honestly", hang=HANG)
