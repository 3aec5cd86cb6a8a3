"""From when on a change counts. What the evidence names is as written there; the rest is our own choice."""

from __future__ import annotations

from typing import NamedTuple


class AugmentationLimits(NamedTuple):
    """When a change on a dopamine medicine counts.

    The days on it, both windows and the four measures are those of rule M01: published criteria as recalled,
    not verified. Looked at every night, these alone alarm a third of the people a year whose legs do nothing
    but vary. So the same must be true four weeks before, too, as the evidence asks of its patterns, and most
    of it must stand against all the earlier nights on the medicine, not against the best of them alone: who
    has good and bad spells is always worse than at their best. Seven answers on each side are those of rule
    M02. All of this is our own choice; what they come to is measured in ``tests/benchmarks/drift``.

    Attributes:
        on_it: Days on the medicine before anything is looked at.
        now: Nights up to tonight that are compared.
        then: Nights of the earlier stretch.
        earlier: Minutes by which the first feeling must come earlier.
        much_earlier: Minutes that count alone.
        before_bed: The share of them that must be left when it is counted back from lights out, where that is
            known: an evening that moved as a whole, as with another shift, has no earlier legs.
        latency_share: What is left of the time at rest.
        severity: Points by which the mean must be up.
        signs: So many of the four measures.
        now_answers: Answers that a measure needs in the nights of now.
        then_answers: Answers that it needs in the earlier stretch.
        named: Nights of now on which a new part of the body must be named.
        looks: So many looks must agree.
        apart: Days between those looks.
        lasting: The share of each change that must stand against all earlier nights, too; 0 asks for none.
    """

    on_it: int = 60
    now: int = 14
    then: int = 28
    earlier: float = 120
    much_earlier: float = 240
    before_bed: float = 0.5
    latency_share: float = 0.5
    severity: float = 2
    signs: int = 2
    now_answers: int = 7
    then_answers: int = 7
    named: int = 3
    looks: int = 2
    apart: int = 28
    lasting: float = 0.75

    @property
    def eased(self) -> AugmentationLimits:
        """The limits of the measures against all the earlier nights."""
        return self._replace(
            earlier=self.earlier * self.lasting,
            latency_share=1 - (1 - self.latency_share) * self.lasting,
            severity=self.severity * self.lasting,
        )


class WorseLimits(NamedTuple):
    """When nights after a change of medicine count as worse: rule M02.

    Attributes:
        days: Nights before, and nights after.
        answers: Rated nights on each side.
        points: By how much the mean must be up.
        shown: Days for which it is shown, once the nights after are over; our own choice: the evidence names
            days to four weeks.
    """

    days: int = 14
    answers: int = 7
    points: float = 1.5
    shown: int = 28
