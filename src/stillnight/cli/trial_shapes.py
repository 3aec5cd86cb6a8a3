"""Trials for programs: the shapes behind ``stillnight trial --json``. Nothing that is sealed is in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from stillnight.insight.trials.effect import Effect
from stillnight.insight.trials.trial import Measure
from stillnight.journal.trials.views import Assignment, Proposal, Report, Standing, Template

Shape = dict[str, Any]


def shape_of_standing(standing: Standing, tonight: date | None = None) -> Shape:
    """A trial and how far it is; with ``tonight``, what each night up to it was drawn to be."""
    trial = standing.trial
    shape: Shape = {
        "name": trial.name,
        "title": trial.title,
        "question": trial.question,
        "state": str(standing.state),
        "design": str(trial.design),
        "outcome": str(trial.outcome),
        "measures": [_measure(one) for one in trial.measures],
        "from": trial.start.isoformat(),
        "to": trial.end.isoformat(),
        "night": standing.number,
        "of": standing.of,
        "answered": standing.answered,
        "followed": standing.followed,
        "not_followed": standing.not_followed,
        "opens": standing.opens.isoformat() if standing.opens else None,
        "stopped": trial.stopped.isoformat() if trial.stopped else None,
        "reason": trial.reason or None,
    }
    return shape if tonight is None else shape | {"nights": _nights(standing, tonight)}


def shape_of_template(template: Template) -> Shape:
    """What can be started."""
    return {
        "name": template.id,
        "title": template.title,
        "question": template.question,
        "design": str(template.design),
        "outcome": str(template.outcome),
        "weeks": template.weeks,
        "measures": [_measure(one) for one in template.measures],
        "grade": template.grade or None,
        "honest": template.honest,
        "cautions": list(template.cautions),
        "sources": list(template.sources),
        "seals": sorted(template.seals),
    }


def shape_of_proposal(proposal: Proposal) -> Shape:
    """What would be started."""
    return shape_of_template(proposal.template) | {
        "question": proposal.question,
        "design": str(proposal.design),
        "outcome": str(proposal.outcome),
        "weeks": proposal.weeks,
        "from": proposal.start.isoformat(),
        "to": proposal.last.isoformat(),
        "arms": [{"title": title, "deed": deed} for title, deed in proposal.arms],
        "power": [{"effect": effect, "chance": round(chance, 2)} for effect, chance in proposal.power],
        "not_for": list(proposal.not_for),
        "stop_rule": list(proposal.stop_rule),
        "warnings": list(proposal.warnings),
        "refusal": proposal.refusal,
    }


def shape_of_assignment(assignment: Assignment) -> Shape:
    """What a night was drawn to be."""
    return {
        "trial": assignment.trial.title,
        "night": assignment.night.isoformat(),
        "number": assignment.number,
        "of": assignment.of,
        "arm": str(assignment.arm),
        "title": assignment.title,
        "deeds": list(assignment.deeds),
        "gates": [part.gate.id for part in assignment.parts if part.gate],
        "followed": assignment.followed,
        "guess": assignment.guess,
        "alarm": assignment.alarm,
        "ahead": shape_of_assignment(assignment.ahead) if assignment.ahead else None,
    }


def shape_of_report(report: Report) -> Shape:
    """What came out."""
    return shape_of_standing(report.standing) | {
        "effects": [_effect(one, report) for one in report.effects],
        "nights": report.nights,
        "missing": report.missing,
        "late": report.late,
        "adherence": _rounded(report.followed),
        "said": report.said,
    }


def _measure(measure: Measure) -> Shape:
    return {str(measure.sort): measure.name, "title": measure.title, "deed": measure.deed}


def _nights(standing: Standing, tonight: date) -> list[Shape]:
    trial = standing.trial
    count = (min(trial.end, tonight) - trial.start).days + 1
    nights = (trial.start + timedelta(days=at) for at in range(count))
    return [
        {"night": one.isoformat(), "arm": str(trial.arm_on(one)), "followed": trial.followed.get(one)}
        for one in nights
    ]


def _effect(effect: Effect, report: Report) -> Shape:
    return {
        "measure": report.standing.trial.measures[effect.measure].title,
        "verdict": str(effect.verdict),
        "effect": _rounded(effect.change),
        "low": _rounded(effect.low),
        "high": _rounded(effect.high),
        "p": round(effect.chance, 4) if effect.chance is not None else None,
        "blocks": effect.blocks,
        "nights_with": effect.nights_with,
        "nights_without": effect.nights_without,
        "if_followed": _rounded(effect.if_followed),
    }


def _rounded(value: float | None) -> float | None:
    return round(value, 2) if value is not None else None
