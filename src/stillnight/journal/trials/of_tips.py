"""Which trial would test a tip."""

from __future__ import annotations

from collections.abc import Mapping

from stillnight.journal.trials.seed import TrialSeeds


def trials_of_tips(seeds: TrialSeeds) -> Mapping[str, str]:
    """Tip id to the id of the trial that tests this tip and nothing else; tips without one are left out.

    Where no trial names the tip, the one that ``[instead]`` gives for it counts.
    """
    alone = {
        template.measures[0].name: id
        for id, template in reversed(list(seeds.templates.items()))
        if len(template.measures) == 1 and template.measures[0].is_tip
    }
    return {**seeds.instead, **alone}
