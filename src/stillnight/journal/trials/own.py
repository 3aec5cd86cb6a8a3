"""A factor that is left out, as a trial: what is ready for it, what could be, and what never is one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import Factor, Kind
from stillnight.insight.trials.trial import Design, Measure, Outcome, Sort
from stillnight.journal.trials.seed import TrialSeeds
from stillnight.journal.trials.views import Template
from stillnight.rules.medicines import Medicines

_NEVER = {
    "medicine": "medicines are never tested here: what a medicine does is for the person who prescribed it, "
    "or for your pharmacist; stillnight medicine writes it down",
    "supplement": "supplements are never tested here, neither taken nor left out: ask your clinician",
    "sleep": "nobody should sleep less for a trial, and how you slept follows from your legs",
    "aid": "what a clinician advised, or what you need to breathe, stand or walk, is never left out here",
    "need": "nobody should go without what the body needs",
}


def template_for(
    name: str, seeds: TrialSeeds, factors: Mapping[str, Factor], medicines: Medicines, taken: list[str]
) -> Template:
    """The trial that is meant by a name.

    Args:
        name: A template's id or title, a tip's id, or a factor's slug.
        seeds: What is ready, and what never is tested.
        factors: The factors known in this journal, by slug.
        medicines: The names of medicines.
        taken: The names of the medicines in this journal.

    Raises:
        UnknownName: If nothing is called so.
        BadInput: If it is never tested.
    """
    titles = {"_".join(one.title.casefold().split()): id for id, one in seeds.templates.items()}
    id = seeds.instead.get(name, titles.get(name, name))
    if id in seeds.templates:
        return seeds.templates[id]
    if name in seeds.refused:
        raise BadInput(f"no trial of {name}: {seeds.refused[name]}")
    if (sort := _forbidden(name, factors.get(name), seeds, medicines, taken)) is not None:
        raise BadInput(f"no trial of {name}: {_NEVER[sort]}")
    if name not in factors:
        known = list(dict.fromkeys([*seeds.templates, *factors]))
        raise UnknownName("trial", name, known, "stillnight trial templates lists them")
    return left_out(factors[name])


def left_out(factor: Factor) -> Template:
    """The trial of leaving a factor out, for one that has none of its own.

    Raises:
        BadInput: If it is a rating: nobody can leave that out at will; or if it is expected to help.
    """
    if factor.kind is Kind.RATING:
        raise BadInput(
            f"no trial of {factor.slug}: what is rated from 0 to 10 cannot be left out at will; "
            "stillnight trial templates lists what can be tested"
        )
    if factor.direction == "better":
        raise BadInput(
            f"no trial of {factor.slug}: you expect it to help, and a trial would leave it out; "
            "stillnight triggers says what your nights say about it"
        )
    label = factor.label.rstrip(".")
    return Template(
        id=factor.slug,
        title=f"without {label}",
        question=f"Is the urge to move weaker on days without {label} than on days as usual?",
        design=Design.PAIRS,
        outcome=Outcome.SEVERITY,
        measures=(Measure(Sort.WITHOUT, factor.slug, f"no {label}", f"Leave it out: {label}.", by_day=True),),
        honest="Your own question: nobody has tested it that we know of.",
        cautions=(
            "If this is a medicine, a supplement, or something a clinician advised, do not leave it out.",
        ),
        seals=frozenset((factor.slug,)),
    )


def _forbidden(
    name: str, factor: Factor | None, seeds: TrialSeeds, medicines: Medicines, taken: list[str]
) -> str | None:
    """What a name says it is, where that is never tested."""
    words = _words(f"{name} {factor.label}" if factor else name)
    asked = _words(factor.question) if factor else []
    for sort, telling in seeds.words.items():
        if not set(words).isdisjoint(telling):
            return sort
    if any(medicines.guess(word) for word in (*words, *asked)):
        return "medicine"
    spelled = (name.casefold(), name.casefold().replace("_", " "))
    return "medicine" if any(one.casefold() in spelled for one in taken) else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
