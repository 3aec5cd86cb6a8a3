"""``stillnight helped``: what was tried against the legs, as it was; and the user's own rating of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.deeds import LIST, add_deeds, refuse_words
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.cli.wiring import knowledge_of, reliefs_of, trials_of
from stillnight.cli.wrapped import say_wrapped
from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.choosing import gates_tonight
from stillnight.journal.reliefs.helped import Helped, helped, key_of
from stillnight.journal.reliefs.words import helped_words
from stillnight.journal.suggestions.library import Library
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.journal.trials.trials import Trials

_RATINGS = "1 (no use) to 5 (good), or none"


def add_arguments(parser: Parser) -> None:
    """The deed, what it is about, and the rating."""
    add_deeds(parser, (LIST, "rate", "test"))
    parser.add_argument("relief", nargs="?", metavar="ID", help="a tip's id, or what you called it")
    parser.add_argument("rating", nargs="?", metavar="1-5|none", help="with rate: no use to good; your own")
    parser.add_json()


def run(call: Call) -> int:
    """Tell what was tried, rate something, or say how it can be tested."""
    args, library = call.args, knowledge_of(call.house).library
    trials = trials_of(call.house, library)
    rows = _rows(call.house.journal, library, trials)
    if args.deed == LIST:
        refuse_words("helped", args, (args.relief, args.rating))
        _tell(rows, library, args.json)
        return 0
    if args.relief is None:
        raise BadInput(f"helped {args.deed} needs a tip's id: stillnight helped lists what was tried")
    if args.deed == "test":
        refuse_words("helped", args, (args.rating,))
        _test(_meant(args.relief, rows, library), trials, library)
    else:
        _rate(call, _meant(args.relief, rows, library), library)
    return 0


def _rows(journal: Journal, library: Library, trials: Trials) -> Sequence[Helped]:
    titles = {id: tip.title for id, tip in library.tips.items()}
    return helped(journal, titles, trials_of_tips(trials.seeds), gates_tonight(journal, library))


def _meant(typed: str, rows: Sequence[Helped], library: Library) -> str:
    """The tip, or the own word, that is meant.

    Raises:
        UnknownName: If nothing is called so.
    """
    titles = {id: tip.title for id, tip in library.tips.items()}
    relief, known = key_of(typed, titles), {*titles, *(one.relief for one in rows)}
    if relief not in known:
        raise UnknownName("relief", typed, sorted(known), "stillnight tips lists the tips")
    return relief


def _tell(rows: Sequence[Helped], library: Library, as_json: bool) -> None:
    if as_json:
        say_json([shape_of(one) for one in rows])
        return
    bank = library.wording.helped
    if not rows:
        say(bank["none"])
        return
    say_wrapped(bank["lead"], bank["proof"], "")
    for one in rows:
        words = helped_words(one, bank)
        say_wrapped(words.title, hang=2)
        say_wrapped(*[line for line in words.lines() if line != words.title], indent=2, hang=2)


def _rate(call: Call, relief: str, library: Library) -> None:
    typed = call.args.rating
    if typed is None:
        raise BadInput(f"helped rate {relief} needs your rating, {_RATINGS}")
    if typed != "none" and not (typed.isascii() and typed.isdigit() and len(typed) == 1):
        raise FieldError("rating", typed, _RATINGS)
    rating = None if typed == "none" else int(typed)
    receipt = reliefs_of(call.house, library).rate(relief, rating)
    words = f"{relief} {'not rated' if rating is None else f'{rating} of 5'}"
    say_saved(receipt, call.house.journal.desk.clock, "your rating", words)


def _test(relief: str, trials: Trials, library: Library) -> None:
    """Name the trial that would test it.

    Raises:
        BadInput: If there is none, or something stands in its way.
    """
    name = trials_of_tips(trials.seeds).get(relief)
    if name is None:
        raise BadInput(f"there is no trial of {relief} yet: stillnight trial templates lists what there is")
    proposal = trials.propose(name)
    if proposal.refusal is not None:
        raise BadInput(proposal.refusal)
    say_wrapped(proposal.template.question)
    say(f"stillnight trial start {name}")


def shape_of(one: Helped) -> dict[str, Any]:
    """One entry for programs; what is not known is null."""
    return {
        "relief": one.relief,
        "title": one.title,
        "rating": one.rating,
        "times": one.times,
        "completed": one.completed,
        "stopped": one.stopped,
        "minutes": one.minutes,
        "last": one.last.isoformat() if one.last else None,
        "pairs": [list(pair) for pair in one.pairs],
        "change": None if one.change is None else round(one.change, 2),
        "trial": one.trial or None,
        "shut_by": one.shut.id if one.shut else None,
        "tested": one.is_tested,
    }
