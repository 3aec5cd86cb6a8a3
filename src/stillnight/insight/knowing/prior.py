"""How likely a factor would be called, were nothing else to compete with it."""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

from stillnight.insight.patterns.settings import Settings


class Prior(NamedTuple):
    """What is expected of a factor before any night.

    Attributes:
        ways: The signs of the effects that are expected.
        factors: How many factors are looked at.
        settings: The model's constants.
    """

    ways: tuple[float, ...]
    factors: int
    settings: Settings

    def probability(self, estimate: float, information: float, freedom: float) -> float:
        """Of the factor mattering, as the model finds it where nothing else competes.

        Args:
            estimate: Of the effect, in scatters of a night.
            information: How sure that is: one over its variance.
            freedom: Nights less covariates.
        """
        of = self.settings
        share = min(of.share, of.shares / max(self.factors, 1))
        without = freedom + estimate * estimate * information
        wide = of.spread + 1 / information
        odds = 0.0
        for way in self.ways:
            apart = estimate - way * of.centre
            grows = freedom / 2 * log(without / (freedom + apart * apart / wide))
            odds += exp(min(grows - log(wide * information) / 2, 700.0)) / len(self.ways)
        odds *= share * of.same_day / (1 - share)
        return odds / (1 + odds)
