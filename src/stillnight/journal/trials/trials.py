"""Trials: proposing, starting, following, stopping, reading what came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random, SystemRandom
from typing import Any

from stillnight.domain.clock_rule import date_words, span_words
from stillnight.domain.errors import BadInput
from stillnight.domain.ids import timed_id
from stillnight.domain.ports import TRIALS, Deletion, Receipt
from stillnight.insight.trials.draw import draw
from stillnight.insight.trials.trial import Design, Outcome, Trial, has_by_day
from stillnight.journal.journal import Journal
from stillnight.journal.ledgers.pick import pick
from stillnight.journal.suggestions.knowledge import facts_of, facts_since
from stillnight.journal.suggestions.library import Library
from stillnight.journal.trials.counting import count
from stillnight.journal.trials.evening import assignment
from stillnight.journal.trials.own import template_for
from stillnight.journal.trials.proposing import Wish, propose
from stillnight.journal.trials.record import FOLLOWED, kept
from stillnight.journal.trials.reporting import report
from stillnight.journal.trials.seed import TrialSeeds, parse_trials
from stillnight.journal.trials.states import Place, places_of, read_trials
from stillnight.journal.trials.views import Assignment, Proposal, Report, Standing, State, Template

LONGEST_REASON = 200


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

    @cached_property
    def seeds(self) -> TrialSeeds:
        """What ``trials.toml`` holds.

        Raises:
            TrialError: If it does not fit.
        """
        return parse_trials(self.document, self.library, list(self.journal.ledgers.factors()))

    def templates(self) -> Sequence[Template]:
        """What is ready to be started, in the order of the file."""
        return list(self.seeds.templates.values())

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
        ledgers = self.journal.ledgers
        slug = "_".join(name.casefold().replace("-", " ").split())
        taken = [medicine.name for medicine in ledgers.medicines()]
        template = template_for(slug, self.seeds, ledgers.factors(), self.library.medicines, taken)
        wish = Wish(template, design, weeks, outcome, start)
        facts = facts_of(self.journal, self.library)
        return propose(wish, self.journal, self.library, facts, self._places())

    def start(self, proposal: Proposal) -> tuple[Trial, Receipt]:
        """Draw the order and store the trial as one deed.

        What stands in the way is looked at once more: another device may have begun one since.

        Raises:
            BadInput: If there is a refusal.
        """
        now = self.propose(
            proposal.template.id, proposal.design, proposal.weeks, proposal.outcome, proposal.start
        )
        if now.refusal is not None:
            raise BadInput(now.refusal)
        template = now.template
        trial = Trial(
            id=timed_id(self.journal.desk.clock.now()),
            name=template.id,
            title=template.title,
            question=now.question,
            design=now.design,
            outcome=now.outcome,
            measures=template.measures,
            start=now.start,
            order=draw(now.design, now.weeks, self.chance),
            seals=template.seals,
        )
        receipt = self.journal.desk.put(f"start trial {trial.title}", TRIALS, trial.id, kept(trial))
        return trial, receipt

    def all(self) -> Sequence[Standing]:
        """Every trial on record, the newest first."""
        return [self._standing(place) for place in self._places()]

    def current(self) -> Standing | None:
        """The trial that runs or is planned; ``None`` where there is none."""
        place = next((place for place in self._places() if place.is_current), None)
        return self._standing(place) if place is not None else None

    def find(self, typed: str | None = None) -> Standing:
        """The trial that is meant by its number in the list, its name or its title; without one, the newest.

        Raises:
            UnknownName: If there is none.
            BadInput: If several could be meant, or there are no trials.
        """
        places = self._places()
        if not places:
            raise BadInput("there are no trials yet: stillnight trial templates lists what can be tested")
        if typed is None:
            return self._standing(next((place for place in places if place.counts), places[0]))
        names = [place.trial.name for place in places]
        at = names.index(typed) if typed in names else pick("trial", typed, [p.trial.title for p in places])
        return self._standing(places[at])

    def tonight(self) -> Assignment | None:
        """What tonight was drawn to be; ``None`` where no trial runs tonight.

        Gates are looked at again. Before the trial's first night, see :meth:`coming`.
        """
        return self._assigned(0)

    def coming(self) -> Assignment | None:
        """The next night of the trial, where it has to be known by day; else ``None``."""
        return self._assigned(1)

    def follow(self, is_followed: bool | None, night: date | None = None) -> Receipt:
        """Say whether a night's plan was followed; ``None`` takes the answer back.

        Raises:
            BadInput: If no trial has that night, or it is still to come.
        """
        meant = night or self.journal.tonight
        if meant > self.journal.tonight:
            raise BadInput(f"the night of {span_words(meant)} is still to come")
        place = next((one for one in self._places() if one.counts and one.trial.arm_on(meant)), None)
        if place is None:
            raise BadInput(f"no trial has the night of {span_words(meant)}: stillnight trial lists them")
        word = {True: "followed", False: "not followed", None: "not asked"}[is_followed]
        deed = f"trial {place.trial.title} {word}"
        return self.journal.desk.put(deed, TRIALS, place.trial.id, {f"{FOLLOWED}{meant}": is_followed})

    def stop(self, reason: str = "") -> Receipt:
        """Stop the trial that runs; no reason is needed.

        Raises:
            BadInput: If none runs, or the reason is longer than a line.
        """
        place = next((one for one in self._places() if one.is_current), None)
        if place is None:
            raise BadInput("no trial runs: stillnight trial lists them")
        if place.state is State.PLANNED:
            raise BadInput(
                f"{place.trial.title} begins {date_words(place.trial.start)} only: stillnight trial withdraw "
                "takes it back"
            )
        said = " ".join(reason.split())
        if len(said) > LONGEST_REASON:
            raise BadInput(f"reason: {LONGEST_REASON} letters at most")
        values = {"stopped": self.journal.tonight.isoformat(), "reason": said or None}
        return self.journal.desk.put(f"stop trial {place.trial.title}", TRIALS, place.trial.id, values)

    def withdraw(self, trial: Trial) -> Receipt:
        """Take a trial out of the journal; undo brings it back."""
        return self.journal.desk.store.write(f"withdraw trial {trial.title}", [Deletion(TRIALS, trial.id)])

    def result(self, trial: Trial) -> Report:
        """What came out.

        Raises:
            BadInput: While it is sealed; it says until when.
        """
        standing = next((one for one in self.all() if one.trial.id == trial.id), None)
        if standing is None:
            raise BadInput("that trial is not in the journal any more: stillnight trial lists them")
        if standing.state is State.SET_ASIDE:
            raise BadInput(
                f"{trial.title} never ran: two devices began a trial of the same nights, and "
                f"{standing.aside_for} comes first"
            )
        if not standing.is_open:
            raise BadInput(
                f"the result is sealed until {date_words(standing.opens or trial.last)}, "
                f"{self.journal.desk.rollover:%H:%M}: who looks before the end is misled by chance"
            )
        return report(standing, self.journal)

    def _assigned(self, ahead: int) -> Assignment | None:
        """Tonight's plan, or the next day's where that has to be known by day."""
        place = next((one for one in self._places() if one.is_current), None)
        if place is None or (ahead and not has_by_day(place.trial.measures)):
            return None
        night = date.fromordinal(self.journal.tonight.toordinal() + ahead)
        if place.trial.arm_on(night) is None:
            return None
        # before the trial nothing is looked at but tonight, and Home asks while somebody types
        facts = facts_since(self.journal, self.library, min(place.trial.start, self.journal.tonight))
        return assignment(place.trial, night, facts, self.library)

    def _places(self) -> list[Place]:
        return places_of(read_trials(self.journal.desk.store), self.journal.tonight)

    def _standing(self, place: Place) -> Standing:
        trial, tonight = place.trial, self.journal.tonight
        nights = self.journal.browse.nights(trial.start, min(trial.end, tonight)) if place.counts else []
        counted = count(trial, nights, tonight, self.journal.desk.rollover)
        said = [is_followed for night, is_followed in trial.followed.items() if trial.number_of(night)]
        opens = trial.stopped or date.fromordinal(trial.last.toordinal() + 1)
        return Standing(
            trial=trial,
            state=place.state,
            of=len(trial.order),
            number=trial.number_of(tonight) if place.state is State.RUNNING else None,
            answered=len(counted.values),
            followed=sum(said),
            not_followed=len(said) - sum(said),
            opens=opens if place.counts else None,
            aside_for=place.aside_for,
        )
