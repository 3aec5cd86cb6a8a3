"""Proposing a trial: everything that has to be known before it is started."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from stillnight.domain.clock_rule import date_words
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.factor import amount
from stillnight.domain.moment import Moment
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night
from stillnight.insight.trials.draw import WEEKS, block_size, blocks_in
from stillnight.insight.trials.power import power_of
from stillnight.insight.trials.trial import Design, Outcome, Sort, has_by_day
from stillnight.journal.journal import Journal
from stillnight.journal.suggestions.library import Library
from stillnight.journal.trials.counting import outcome_of, scatter_of
from stillnight.journal.trials.gating import had_daily, has_fresh_flag, open_gates, shut_for_good
from stillnight.journal.trials.states import Place
from stillnight.journal.trials.views import Proposal, Template
from stillnight.journal.trials.words import arms_of, stop_lines
from stillnight.rules.facts import Facts

NOON = time(12)
"""What was drawn for a day has to be known by then."""

FARTHEST = 28
"""So many days ahead a trial can be planned."""

LOOK_BACK, ASKED_LATELY = 90, 28
SELDOM = 0.5

SETTLING = 14
"""Days after a change of a medicine in which the nights may still be settling; our own choice."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants to start.

    Attributes:
        template: The trial.
        design: Another design than its own.
        weeks: Another length.
        outcome: Another outcome.
        start: Another first night than the first one possible.
    """

    template: Template
    design: Design | None = None
    weeks: int | None = None
    outcome: Outcome | None = None
    start: date | None = None


def propose(
    wish: Wish, journal: Journal, library: Library, facts: Facts, places: Sequence[Place]
) -> Proposal:
    """The proposal; nothing is stored.

    Raises:
        BadInput: If the design does not fit the trial.
        FieldError: If weeks or start do not fit.
    """
    template = wish.template
    design, weeks = _design(wish), _weeks(wish)
    outcome = wish.outcome or template.outcome
    start = _start(wish.start, _first(template, outcome, journal, places), journal.tonight)
    nights = journal.browse.nights(shift_day(journal.tonight, -LOOK_BACK), journal.tonight)
    not_for = [gate.reason for gate in open_gates(template.measures, library)]
    return Proposal(
        template=template,
        question=_question(template, outcome),
        design=design,
        outcome=outcome,
        weeks=weeks,
        start=start,
        last=start + timedelta(days=blocks_in(design, weeks) * block_size(design) - 1),
        arms=arms_of(design, template.measures),
        power=power_of(design, weeks, outcome, scatter_of(nights, outcome)),
        not_for=not_for,
        stop_rule=stop_lines(bool(not_for)),
        warnings=[*_warnings(template, design, weeks, outcome, nights, journal.tonight), *_settling(facts)],
        refusal=_refusal(template, library, facts, places),
        choices=_choices(template),
    )


def _choices(template: Template) -> tuple[Design, ...]:
    if template.design is Design.FACTORIAL:
        return (Design.FACTORIAL,)
    return (Design.PAIRS, Design.TWO_NIGHT_BLOCKS)


def _design(wish: Wish) -> Design:
    design, fit = wish.design or wish.template.design, _choices(wish.template)
    if design not in fit:
        raise BadInput(f"design: {design} does not fit {wish.template.id}, it takes {' or '.join(fit)}")
    return design


def _weeks(wish: Wish) -> int:
    weeks = wish.weeks if wish.weeks is not None else wish.template.weeks
    if weeks not in WEEKS:
        raise FieldError("weeks", weeks, " or ".join(map(str, WEEKS)))
    return weeks


def _question(template: Template, outcome: Outcome) -> str:
    """The template's own words; of another outcome it says what is compared."""
    if outcome is template.outcome:
        return template.question
    compared = {
        Outcome.SEVERITY: "Is the urge to move weaker with",
        Outcome.DISTURBED: "Do my legs disturb the night less with",
        Outcome.SOL: "Do I sleep sooner with",
    }
    titles = " or ".join(measure.title for measure in template.measures)
    return f"{compared[outcome]} {titles} than as usual?"


def _first(template: Template, outcome: Outcome, journal: Journal, places: Sequence[Place]) -> date:
    """The first night whose plan can still be followed."""
    now = journal.desk.clock.now().astimezone(journal.desk.clock.zone)
    today, tonight = now.date(), journal.tonight
    if has_by_day(template.measures):
        first = today if now.time() < NOON else shift_day(today, 1)
    else:
        night = journal.browse.night(tonight)
        is_open = journal.browse.moment() is Moment.EVENING and today == tonight
        is_rated = outcome is Outcome.SEVERITY and outcome_of(night, outcome) is not None
        first = tonight if is_open and not is_rated else shift_day(tonight, 1)
    ends = [place.trial.end for place in places if place.counts and not place.is_current]
    return max([first, *(shift_day(end, 1) for end in ends)])


def _start(asked: date | None, first: date, tonight: date) -> date:
    farthest = shift_day(tonight, FARTHEST)
    if asked is not None and not first <= asked <= farthest:
        raise FieldError("from", asked.isoformat(), f"a night from {first} to {farthest}")
    return asked or first


def _refusal(template: Template, library: Library, facts: Facts, places: Sequence[Place]) -> str | None:
    """Why it cannot be started now, with the way out."""
    current = next((place for place in places if place.is_current), None)
    if current is not None:
        return (
            f"the trial “{current.trial.title}” goes on until {date_words(current.trial.last)}, and two at "
            "once would blur each other: stillnight trial stop ends it, stillnight trial withdraw takes it "
            "back"
        )
    if has_fresh_flag(facts):
        return "a red flag was ticked in the last days, and that comes first: stillnight flag list"
    for slug in template.not_daily:
        if (daily := had_daily(slug, facts)) is not None:
            return (
                f"{slug} on {daily[0]} of {daily[1]} days: what is had every day must not be stopped "
                "suddenly; ask a clinician how to go about it"
            )
    for measure in template.measures:
        gate = shut_for_good(measure, facts, library, with_usual=True)
        if gate is not None:
            return f"{measure.title} is not for you now, as one of these holds: {gate.words}"
    return None


def _warnings(
    template: Template, design: Design, weeks: int, outcome: Outcome, nights: Sequence[Night], tonight: date
) -> list[str]:
    """What speaks against this choice, though it can be started."""
    said = []
    if weeks == min(WEEKS):
        none = design is Design.TWO_NIGHT_BLOCKS
        said.append(
            "Two weeks are too few blocks to tell anything by: choose four or six."
            if none
            else "Two weeks are not enough for most questions: only a large difference would be seen."
        )
    if template.design is Design.TWO_NIGHT_BLOCKS and design is Design.PAIRS:
        said.append(
            "It may linger into the next night: in pairs of single nights it would look smaller than it is."
        )
    lately = [night for night in nights if (tonight - night.date).days <= ASKED_LATELY]
    answered = sum(1 for night in lately if outcome_of(night, outcome) is not None)
    if answered < SELDOM * ASKED_LATELY:
        when = "in the evening" if outcome is Outcome.SEVERITY else "in the morning"
        said.append(
            f"You answered what is compared on {answered} of the last {ASKED_LATELY} nights: "
            f"the trial needs it on most, {when}."
        )
    for measure in template.measures:
        if measure.sort is Sort.WITHOUT:
            said += _seldom(measure.name, nights)
    return said


def _settling(facts: Facts) -> list[str]:
    """A medicine that was begun or changed lately moves the nights by itself."""
    lately = [
        medicine for medicine in facts.usual() if medicine.news and facts.age(medicine.news[-1]) < SETTLING
    ]
    if not lately:
        return []
    medicine = max(lately, key=lambda one: one.news[-1])
    return [
        f"{medicine.name} was begun or changed on {date_words(medicine.news[-1])}: the nights may still be "
        "settling, and a trial is clearer two weeks on."
    ]


def _seldom(slug: str, nights: Sequence[Night]) -> list[str]:
    """Leaving out what is hardly ever there changes nothing."""
    answers = [amount(night.get(f"f.{slug}")) for night in nights]
    known = [answer for answer in answers if answer is not None]
    had = sum(1 for answer in known if answer > 0)
    if not known or had >= SELDOM * len(known):
        return []
    label = slug.replace("_", " ")
    return [
        f"You noted {label} on {had} of {len(known)} days: on the others leaving it out changes nothing, so "
        "the trial finds less."
    ]
