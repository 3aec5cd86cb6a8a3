"""What the program knows and what it knows tonight, put together for the To-check pane and the commands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stillnight.domain.medicine import dose_of
from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night
from stillnight.domain.profile import profile_on
from stillnight.insight.patterns.pattern import Pattern
from stillnight.journal.journal import Journal
from stillnight.journal.long_sit.fitting import plans
from stillnight.journal.numbers.reach import with_numbers
from stillnight.journal.numbers.shipped import shipped_numbers
from stillnight.journal.reliefs.tables import ratings_in, sessions_in
from stillnight.journal.sealing import sealed_factors, tested_tips
from stillnight.journal.shelf import Document, Shelf
from stillnight.journal.suggestions.drifts import drifts_of
from stillnight.journal.suggestions.library import Library, read_library
from stillnight.journal.suggestions.own_evidence import own_lines, shown_patterns
from stillnight.journal.suggestions.suggest import Suggestions, suggest
from stillnight.rules.errors import RuleError
from stillnight.rules.facts import Facts

LOOK_BACK = 730
"""How many nights back rules can look: two years, so that ten thousand nights cost no more than these."""

RECENT = 60
"""How many nights back a red flag or a gate is looked for; none looks further than a month."""

TO_TRY = "tip"
"""The level of a rule that only says what to try."""

SEEDS = (
    "wording", "sources", "profile", "medicines", "gates", "checkup", "sessions", "puzzles", "claims",
    "facts",
)  # fmt: skip
"""The files of ``seeds/`` that rules and tips need beside their own."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Rules, tips and what belongs to them, checked.

    Attributes:
        library: What could be used.
        problems: One plain line for each of the user's own files that could not.
    """

    library: Library
    problems: Sequence[str] = ()


def read_knowledge(
    journal: Journal,
    seed: Callable[[str], Document],
    rules: Shelf,
    own_rules: Shelf,
    tips: Shelf,
    territory: str = "",
) -> Knowledge:
    """Read everything that suggestions need; a slip in the user's own rules costs that file alone.

    Args:
        journal: Knows the user's own factors and numbers.
        seed: Reads one file of ``seeds/``, named without its ending.
        rules: The files of ``seeds/rules/``.
        own_rules: The user's own rule files.
        tips: The files of ``seeds/tips/``.
        territory: The country whose numbers are meant, by ISO 3166 code; empty where it is not known.

    Raises:
        RuleError: If a rule that came with the program does not fit.
        TipError: If a tip, a guided session, a claim or a fact does not fit.
    """
    seeds = {name: seed(name) for name in SEEDS}
    numbers = shipped_numbers(seed("numbers"), territory)
    seeds["wording"] = with_numbers(seeds["wording"], journal.ledgers.numbers(), numbers)
    factors = journal.ledgers.factors()
    library = read_library(seeds, rules.documents, tips.documents, factors)
    taken, problems = dict(rules.documents), [*rules.problems, *tips.problems, *own_rules.problems]
    for name, document in own_rules.documents.items():
        try:
            library = read_library(seeds, {**taken, f"own {name}": document}, tips.documents, factors)
        except RuleError as error:
            problems.append(f"{error}; this file is left out")
        else:
            taken[f"own {name}"] = document
    return Knowledge(library, tuple(problems))


def facts_of(journal: Journal, library: Library, patterns: Iterable[Pattern] | None = None) -> Facts:
    """Everything a rule may look at tonight.

    Args:
        journal: The journal.
        library: The rules and tips.
        patterns: What the own nights say, where it has been worked out; it is never worked out here. A
            factor on which a trial runs is passed over, and so is what is called like a measure to relieve.
    """
    facts = facts_since(journal, library, shift_day(journal.tonight, -LOOK_BACK), patterns)
    return replace(facts, drifts=drifts_of(facts))


def facts_since(
    journal: Journal, library: Library, first: date, patterns: Iterable[Pattern] | None = None
) -> Facts:
    """What :func:`facts_of` gives, of few nights: without the slow changes, which take months to be seen.

    Args:
        journal: The journal.
        library: The rules and tips.
        first: The first night that is read.
        patterns: What the own nights say.
    """
    store, tonight = journal.desk.store, journal.tonight
    doses = map(dose_of, store.between("doses", first, tonight).values())
    episodes = journal.browse.episodes(first, tonight)
    factors = journal.ledgers.factors()
    shown = shown_patterns(patterns or (), factors, sealed_factors(journal), library.tips)
    return Facts(
        tonight=tonight,
        nights=_with_bouts(journal.browse.nights(first, tonight), episodes),
        labs=journal.ledgers.labs(),
        medicines=journal.ledgers.medicines(),
        doses=[dose for dose in doses if dose],
        ticks=journal.ledgers.ticks(),
        marks=journal.ledgers.marks(),
        profile=profile_on(journal.ledgers.profile(), tonight),
        episodes=episodes,
        bedtime=journal.desk.preferences.bedtime,
        rollover=journal.desk.rollover,
        factors=factors,
        known_medicines=library.medicines,
        patterns=shown,
        own_words={slug: own_lines(one, factors[slug], library.wording.own) for slug, one in shown.items()},
    )


def recent_facts(journal: Journal, library: Library) -> Facts:
    """What :func:`facts_of` gives, as far back as any gate or red flag looks.

    Args:
        journal: The journal.
        library: The rules and tips.
    """
    return facts_since(journal, library, shift_day(journal.tonight, -RECENT))


def suggestions(
    journal: Journal,
    library: Library,
    moment: Moment | None = None,
    patterns: Iterable[Pattern] | None = None,
) -> Suggestions:
    """What there is to check tonight.

    While a trial runs nothing is suggested that would change its nights: no tip that it tests, and nothing to
    try with its factor. What belongs before a clinician is shown all the same.

    Args:
        journal: The journal.
        library: The rules and tips.
        moment: Evening, night or morning; as the clock says where not given.
        patterns: What the own nights say about each factor, worked out elsewhere; ``None`` while nobody has.
    """
    facts = facts_of(journal, library, patterns)
    answers = journal.ledgers.answers()
    when = moment or journal.browse.moment()
    sealed, tested = sealed_factors(journal), tested_tips(journal)
    rules = [one for one in library.rules if one.level != TO_TRY or one.factor not in sealed]
    tips = [one for one in library.tips.values() if one.id not in tested and one.factor not in sealed]
    ratings = ratings_in(journal.desk.store)
    near = plans(journal.desk.store, library, facts, journal.desk.today, {tip.id for tip in tips})
    facts = replace(facts, plans=near)
    return suggest(rules, tips, facts, answers, when, ratings, _sessions_of(journal))


def _sessions_of(journal: Journal) -> set[str]:
    """The tips whose guided sessions were done without an urge, so that no episode names them."""
    first, last = shift_day(journal.tonight, -LOOK_BACK), journal.tonight
    return {one.relief for one in sessions_in(journal.desk.store, first, last) if one.relief and one.is_tried}


def _with_bouts(nights: Sequence[Night], episodes: Collection[date]) -> Sequence[Night]:
    """The nights, those among them of which only a bout was noted: somebody was awake with their legs."""
    bare = set(episodes) - {night.date for night in nights}
    return sorted([*nights, *map(Night, bare)], key=lambda night: night.date) if bare else nights
