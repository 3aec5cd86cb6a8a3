"""What the command line and the screen are handed of trials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from stillnight.insight.trials.trial import Arm, Design, Measure, Outcome, Trial

if TYPE_CHECKING:
    from stillnight.insight.trials.effect import Effect
    from stillnight.tips.gate import Gate


class State(StrEnum):
    """How far a trial is."""

    PLANNED = "planned"
    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    SET_ASIDE = "set aside"
    """Two devices started trials for the same nights: the one with the earlier first night runs, of two
    with the same first night the one that was started first. This is the other one; it never counts."""


@dataclass(frozen=True, slots=True)
class Template:
    """A trial that is ready to be started: one of ``seeds/trials.toml``, or a factor that is left out.

    Attributes:
        id: What is typed for it.
        title: What it is called.
        question: The question that it answers, in plain words.
        design: How its nights are shared out unless asked otherwise; nothing else is offered for a
            factorial one.
        outcome: What is compared unless asked otherwise.
        measures: One measure, or the two of a factorial design.
        weeks: How long it takes unless asked otherwise.
        grade: Grade of the evidence behind it, A to D; empty where nobody has tested it.
        honest: What is not known, or speaks against expecting much.
        cautions: What to mind, one sentence each.
        sources: The ids of its sources.
        seals: The factors of which nothing is shown while it runs.
        not_daily: Factors that must not be stopped suddenly by who has them every day.
    """

    id: str
    title: str
    question: str
    design: Design
    outcome: Outcome
    measures: tuple[Measure, ...]
    weeks: int = 4
    grade: str = ""
    honest: str = ""
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    seals: frozenset[str] = frozenset()
    not_daily: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that has to be known before a trial is started; nothing is stored yet.

    Attributes:
        template: What would be started.
        question: The question, as it would be kept.
        design: How the nights would be shared out.
        outcome: What would be compared.
        weeks: 2, 4 or 6.
        start: The first night.
        last: The last night.
        arms: Each kind of night and what it asks for: ``("as usual", "Nothing of it tonight …")``.
        power: An effect in units of the outcome, and how often a trial like this finds it, 0-1.
        not_for: What would shut a gate and is not known here: who has it must not start.
        stop_rule: When to stop, one sentence each.
        warnings: What speaks against this choice, one sentence each (two weeks are not enough …).
        refusal: Why it cannot be started, with the way out; ``None`` where it can.
        choices: The other designs that fit.
    """

    template: Template
    question: str
    design: Design
    outcome: Outcome
    weeks: int
    start: date
    last: date
    arms: Sequence[tuple[str, str]]
    power: Sequence[tuple[float, float]]
    not_for: Sequence[str] = ()
    stop_rule: Sequence[str] = ()
    warnings: Sequence[str] = ()
    refusal: str | None = None
    choices: Sequence[Design] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One trial and how far it is; nothing of what is sealed.

    Attributes:
        trial: The trial.
        state: How far it is.
        number: Which of its nights tonight is; ``None`` outside of it.
        of: How many nights it has in all.
        answered: Nights so far on which the outcome was answered in time.
        followed: Nights of which it was said that the plan was followed.
        not_followed: Nights of which it was said that it was not.
        opens: The first night on which its result can be read; ``None`` where that never comes.
        aside_for: The title of the trial that runs in its place, where it was set aside; else empty.
    """

    trial: Trial
    state: State
    of: int
    number: int | None = None
    answered: int = 0
    followed: int = 0
    not_followed: int = 0
    opens: date | None = None
    aside_for: str = ""

    @property
    def is_open(self) -> bool:
        """Can its result be read?"""
        return self.state in (State.FINISHED, State.STOPPED)


@dataclass(frozen=True, slots=True)
class Part:
    """One measure on one night.

    Attributes:
        measure: The measure.
        is_drawn: Was the night drawn for it?
        gate: What speaks against it tonight; then it is left alone, and the night counts as not followed.
    """

    measure: Measure
    is_drawn: bool
    gate: Gate | None = None

    @property
    def is_on(self) -> bool:
        """Is it to be done tonight?"""
        return self.is_drawn and self.gate is None


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one night of the running trial was drawn to be.

    Attributes:
        trial: The trial.
        night: The night.
        number: Which night of the trial it is, from 1 on.
        of: How many it has.
        arm: What it was drawn to be.
        title: The same in a few words: ``foot massager and warm pad``, ``as usual``.
        parts: Each measure of the trial on this night.
        deeds: What to do, one sentence each, gates told.
        followed: Was the plan followed, as far as it was said?
        guess: Was it, to judge by what was logged? ``None`` where the log does not tell.
        alarm: Why to think of stopping, one sentence with the way to do it; else ``None``.
        ahead: The night after it, where that has to be known by day; else ``None``.
    """

    trial: Trial
    night: date
    number: int
    of: int
    arm: Arm
    title: str
    parts: Sequence[Part]
    deeds: Sequence[str]
    followed: bool | None = None
    guess: bool | None = None
    alarm: str | None = None
    ahead: Assignment | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What came out, once it may be read.

    Attributes:
        standing: The trial.
        effects: One for each measure.
        nights: Nights that count.
        missing: Nights on which the outcome was not answered.
        late: Nights that were answered late, and left out for it.
        followed: Share of the answered nights on which the plan was followed, 0-1; ``None`` if never said.
        said: On how many nights it was said whether the plan was followed.
        answers: For each effect its answer in words, the verdict first.
        closing: What is said under all of them: which nights count, what to mind.
    """

    standing: Standing
    effects: Sequence[Effect]
    nights: int
    missing: int
    late: int
    followed: float | None
    said: int
    answers: Sequence[Sequence[str]] = ()
    closing: Sequence[str] = ()

    @property
    def question(self) -> str:
        """What was asked before the first night."""
        return f"Question: {self.standing.trial.question}"

    @property
    def lines(self) -> list[str]:
        """All of it as plain lines, a blank one behind each answer."""
        answers = [line for answer in self.answers for line in (*answer, "")]
        return [self.question, "", *answers, *self.closing]
