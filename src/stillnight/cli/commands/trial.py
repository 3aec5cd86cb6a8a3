"""``stillnight trial``: an experiment on oneself, from its question to what came out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from stillnight.cli.agreeing import is_answered, need_answer
from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, say_saved
from stillnight.cli.trial_shapes import (
    shape_of_assignment,
    shape_of_proposal,
    shape_of_report,
    shape_of_standing,
    shape_of_template,
)
from stillnight.cli.wiring import knowledge_of, trials_of
from stillnight.cli.wrapped import say_wrapped
from stillnight.domain.errors import BadInput, FieldError
from stillnight.insight.trials.trial import Design, Outcome
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import Assignment, Proposal, Standing
from stillnight.journal.trials.words import (
    assignment_lines,
    proposal_lines,
    standing_lines,
    standing_words,
    when_words,
)

LIST, FOLLOWED = "list", "followed"

_OPTIONS = ("design", "weeks", "outcome", "start", "night", "reason", "yes")
_TAKEN: Mapping[str, tuple[str, ...]] = {
    "start": ("design", "weeks", "outcome", "start", "yes"),
    FOLLOWED: ("night",),
    "stop": ("reason",),
}
_ANSWERS: Mapping[str, bool | None] = {
    "yes": True, "y": True, "no": False, "n": False, "not_asked": None, "-": None,
}  # fmt: skip

Deed = Callable[[Call, Trials, str], None]

_Kind = TypeVar("_Kind", Design, Outcome)


def add_arguments(parser: Parser) -> None:
    """The deed, the trial it is about, and how it is to be set up."""
    parser.add_argument("deed", nargs="?", choices=list(_DEEDS), default=LIST, metavar="|".join(_DEEDS))
    parser.add_argument(
        "which", nargs="*", metavar="NAME", help="a trial's name or number, a factor; with followed yes or no"
    )
    parser.add_argument(
        "--design", metavar="|".join(Design), help="with start: how the nights are shared out"
    )
    parser.add_argument("--weeks", metavar="2|4|6", help="with start: how long; 4 if not given")
    parser.add_argument("--outcome", metavar="|".join(Outcome), help="with start: what is compared")
    parser.add_argument("--from", dest="start", metavar="DATE", help="with start: the first night")
    parser.add_argument("--night", metavar="DATE", help="with followed: another night than tonight")
    parser.add_argument("--reason", metavar="TEXT", help="with stop: why, if you like")
    parser.add_argument("--yes", action="store_const", const=True, help="with start: do not ask")
    parser.add_json()


def run(call: Call) -> int:
    """Do one deed."""
    _refuse_stray(call)
    knowledge = knowledge_of(call.house)
    trials = trials_of(call.house, knowledge.library)
    _DEEDS[call.args.deed](call, trials, " ".join(call.args.which))
    return 0


def _refuse_stray(call: Call) -> None:
    """Refuse what another deed takes: it would be dropped without a word."""
    args = call.args
    taken = _TAKEN.get(args.deed, ())
    for name in _OPTIONS:
        if getattr(args, name) is not None and name not in taken:
            deed = next(deed for deed, names in _TAKEN.items() if name in names)
            shown = "from" if name == "start" else name
            raise BadInput(f"--{shown} belongs to trial {deed}, not to trial {args.deed}")
    if args.which and args.deed in (LIST, "templates", "tonight", "stop"):
        raise BadInput(f"trial {args.deed} does not take {args.which[0]!r} (stillnight trial --help)")
    if args.json and args.deed in (FOLLOWED, "stop", "withdraw"):
        raise BadInput(f"--json belongs to what is read, not to trial {args.deed}")


def _list(call: Call, trials: Trials, typed: str) -> None:
    standings = trials.all()
    if call.args.json:
        say_json([shape_of_standing(one) for one in standings])
        return
    for number, one in enumerate(standings, 1):
        say_wrapped(f"{number:>2}  {one.trial.title}: {standing_words(one)}")
    if not standings:
        say_wrapped("no trials yet: stillnight trial templates lists what can be tested")


def _templates(call: Call, trials: Trials, typed: str) -> None:
    templates = trials.templates()
    if call.args.json:
        say_json([shape_of_template(one) for one in templates])
        return
    for one in templates:
        say_wrapped(f"{one.id:<14} {one.grade or '-'}  {one.title}")
    say_wrapped("A factor of your own can be left out, too: stillnight trial start NAME")


def _start(call: Call, trials: Trials, typed: str) -> None:
    if not typed:
        raise BadInput("trial start needs a name, for example: stillnight trial start caffeine")
    proposal = _proposal(call, trials, typed)
    if call.args.json and not call.args.yes:
        say_json(shape_of_proposal(proposal))
        return
    if proposal.refusal is not None:
        raise BadInput(f"{proposal.template.id}: {proposal.refusal}")
    if not call.args.json:
        say_wrapped(*proposal_lines(proposal))
    if not call.args.yes:
        need_answer("trial start")
        say()
        if not is_answered("Start it? y or n:"):
            say("not started, nothing was stored")
            return
    trial, receipt = trials.start(proposal)
    if call.args.json:
        say_json(shape_of_standing(trials.find(trial.name)))
        return
    say_saved(receipt, call.house.clock, "trial started", trial.title)
    _say_nights(trials)


def _proposal(call: Call, trials: Trials, typed: str) -> Proposal:
    args = call.args
    return trials.propose(
        typed,
        design=_word("design", args.design, Design),
        weeks=_weeks(args.weeks),
        outcome=_word("outcome", args.outcome, Outcome),
        start=_day(call, args.start, "from"),
    )


def _word(name: str, typed: str | None, kind: type[_Kind]) -> _Kind | None:
    if typed is None:
        return None
    word = typed.lower().replace("-", "_")
    if word not in list(kind):
        raise FieldError(name, typed, f"one of {', '.join(kind)}")
    return kind(word)


def _weeks(typed: str | None) -> int | None:
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
        raise FieldError("weeks", typed, "2 or 4 or 6")
    return int(typed)


def _day(call: Call, typed: str | None, field: str) -> date | None:
    return read_night(typed, call.house.journal.tonight, field) if typed is not None else None


def _tonight(call: Call, trials: Trials, typed: str) -> None:
    if call.args.json:
        tonight, coming = trials.tonight(), trials.coming()
        found = tonight or coming
        say_json(shape_of_assignment(found) if found else None)
        return
    if not _say_nights(trials):
        say("no trial runs tonight")


def _say_nights(trials: Trials) -> bool:
    """Say what was drawn for tonight, and for the next day where that has to be known by then."""
    today = trials.journal.desk.today
    nights: list[Assignment] = [one for one in (trials.tonight(), trials.coming()) if one is not None]
    for one in nights:
        say_wrapped(*assignment_lines(one, when_words(one.night, trials.journal.tonight, today)))
        if one.followed is None and one.guess is not None and one.night <= trials.journal.tonight:
            word = "yes" if one.guess else "no"
            say_wrapped(f"By your entry: stillnight trial followed {word}")
    return bool(nights)


def _followed(call: Call, trials: Trials, typed: str) -> None:
    if typed.lower() not in _ANSWERS:
        raise BadInput("trial followed takes yes, no or not_asked: was the plan of the night followed?")
    night = _day(call, call.args.night, "night") or trials.journal.tonight
    receipt = trials.follow(_ANSWERS[typed.lower()], night)
    said = {True: "the plan was followed", False: "the plan was not followed", None: "not asked"}
    words = f"{night_title(night)}, {said[_ANSWERS[typed.lower()]]}"
    say_saved(receipt, call.house.clock, "trial", words)


def _show(call: Call, trials: Trials, typed: str) -> None:
    standing = trials.find(typed or None)
    if call.args.json:
        say_json(shape_of_standing(standing, trials.journal.tonight))
        return
    say_wrapped(*standing_lines(standing))


def _result(call: Call, trials: Trials, typed: str) -> None:
    standing = trials.find(typed or None)
    report = trials.result(standing.trial)
    if call.args.json:
        say_json(shape_of_report(report))
        return
    say_wrapped(f"{standing.trial.title}: {standing_words(standing)}", "", *report.lines)


def _stop(call: Call, trials: Trials, typed: str) -> None:
    current = trials.current()
    receipt = trials.stop(call.args.reason or "")
    title = current.trial.title if current else ""
    say_saved(receipt, call.house.clock, "trial stopped", title)
    say_wrapped("What was counted stays, and can be read: stillnight trial result")


def _withdraw(call: Call, trials: Trials, typed: str) -> None:
    standing: Standing = trials.find(typed or None)
    receipt = trials.withdraw(standing.trial)
    say_saved(receipt, call.house.clock, "trial withdrawn", standing.trial.title)
    say_wrapped("stillnight undo brings it back")


_DEEDS: Mapping[str, Deed] = {
    LIST: _list,
    "templates": _templates,
    "start": _start,
    "tonight": _tonight,
    FOLLOWED: _followed,
    "show": _show,
    "result": _result,
    "stop": _stop,
    "withdraw": _withdraw,
}
