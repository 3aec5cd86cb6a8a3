"""``stillnight profile``: what suggestions and tips should know about their reader."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.profile import profile_on
from stillnight.domain.profile_answers import answer_words, given_answer, read_answer
from stillnight.domain.question import parse_questions
from stillnight.resources import read_seed


def add_arguments(parser: Parser) -> None:
    """The question and its answer."""
    parser.add_argument("key", nargs="?", metavar="KEY", help="what to note; without it everything is shown")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="yes, no, a number of weeks, or not_asked")
    parser.add_json()


def run(call: Call) -> int:
    """Note one thing, or show what is noted and what could be."""
    journal, args = call.house.journal, call.args
    questions = parse_questions(read_seed("profile"))
    profile = profile_on(journal.ledgers.profile(), journal.desk.today)
    if args.key is None:
        given = {name: given_answer(profile, one) for name, one in questions.items()}
        if args.json:
            say_json({name: value for name, value in given.items() if value is not None})
            return 0
        for name, one in questions.items():
            say(f"{name:<24} {answer_words(one, given[name]):<9} {one.label}")
        return 0
    key = args.key.lower().replace("-", "_")
    if key not in questions:
        raise UnknownName("part of the profile", key, list(questions), "stillnight profile shows them all")
    if args.value is None:
        example = questions[key].answers.partition("|")[0].replace("WEEKS", "20")
        raise BadInput(f"profile {key}: say what, for example: stillnight profile {key} {example}")
    value = read_answer(questions[key], args.value)
    receipt = journal.ledgers.set_profile({key: value})
    say_saved(receipt, journal.desk.clock, questions[key].label, answer_words(questions[key], value))
    return 0
