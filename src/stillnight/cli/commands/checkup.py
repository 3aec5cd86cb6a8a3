"""``stillnight checkup``: what can be found out on the first evening, question by question on plain lines."""

from __future__ import annotations

from typing import Any

from stillnight.cli.asked_lines import Answers, answers, say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import INTERRUPTED, say, say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.wiring import knowledge_of
from stillnight.domain.errors import BadInput
from stillnight.domain.ports import Receipt
from stillnight.journal.checkup.checkups import CheckUps
from stillnight.journal.checkup.question import Question
from stillnight.journal.checkup.state import CheckUp, from_the_start, stepped
from stillnight.journal.checkup.typed import answer_words, read_answer
from stillnight.rules.card import card_text

BACK, LEAVE = ("b", "-", "back"), ("q", "quit", "done")
"""What is typed to see the question before, and to leave."""

_HELP = """\
Check-up: nine short questions, two minutes. Type a number or a word; Enter leaves a question out, or keeps \
what stands there; b goes back, q leaves. Each answer is kept at once."""
_LEFT = "Left; what is answered is kept, stillnight checkup goes on here."


def add_arguments(parser: Parser) -> None:
    """How to go about it."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--again", action="store_true", help="go through all questions from the first")
    ways.add_argument("--no-thanks", action="store_true", help="do not offer it again")
    parser.add_json()


def run(call: Call) -> int:
    """Ask what is still open, keep each answer at once, and show the cards that the answers made true."""
    house = call.house
    checkups = CheckUps(house.journal, knowledge_of(house).library)
    check = checkups.load()
    if call.args.json:
        say_json(_shape(check, checkups))
        return 0
    if call.args.no_thanks:
        _warn_of(checkups.decline())
        say("the check-up is not offered again; stillnight checkup still opens it")
        return 0
    if call.args.again:
        check = from_the_start(check)
    try:
        check = _asked(checkups, check)
    except KeyboardInterrupt:
        say_lines("", _LEFT)
        return INTERRUPTED
    if check.at is not None:
        say_lines(_LEFT)
        return 0
    _say_end(checkups, check)
    return 0


def _asked(checkups: CheckUps, check: CheckUp) -> CheckUp:
    """Ask one question after the other, until the end or until somebody leaves."""
    if check.at is not None:
        say_lines(_HELP)
    lines = answers()
    while (question := check.at) is not None:
        _say_question(check, question)
        typed = lines.next()
        if typed is None or typed.lower() in LEAVE:
            break
        check = _after(checkups, check, question, typed, lines)
    return check


def _after(checkups: CheckUps, check: CheckUp, question: Question, typed: str, lines: Answers) -> CheckUp:
    """The check-up after a line.

    Raises:
        BadInput: If what comes from a pipe is no answer: the next line would answer another question.
    """
    if typed.lower() in BACK:
        return stepped(check, -1)
    if not typed and question.id in check.answers:
        return stepped(check, 1)
    try:
        answer = read_answer(question, typed, checkups.journal.desk.today)
        after, receipt = checkups.answer(check, answer)
    except BadInput as error:
        if not lines.is_typed:
            raise BadInput(f"line {lines.number}, {question.id}: {error}") from None
        say_lines(str(error))
        return check
    _warn_of(receipt)
    return after


def _say_question(check: CheckUp, question: Question) -> None:
    at, of = check.progress
    say_lines("", f"{at} of {of}: {question.ask}")
    if question.help:
        say_lines(f"{question.help}{f' (grade {question.grade})' if question.grade else ''}")
    say_lines(*(f"{number} {words}" for number, words in enumerate(question.choices.values(), start=1)))
    if question.id in check.answers:
        say_lines(f"Now: {answer_words(question, check.answers[question.id])}. Enter keeps it.")


def _say_end(checkups: CheckUps, check: CheckUp) -> None:
    say_lines("", "The check-up is done.")
    for question in check.asked:
        say_lines(f"{question.ask} {answer_words(question, check.answers[question.id])}")
    cards = checkups.cards()
    for finding in cards:
        say_lines("", *(line.strip() for line in card_text(finding, checkups.library.sources)))
    if not cards:
        say_lines(
            "", "Nothing in these answers to check just now. stillnight suggest looks at your nights, too."
        )


def _warn_of(receipt: Receipt | None) -> None:
    if receipt is not None and receipt.problem:
        warn(receipt.problem)


def _shape(check: CheckUp, checkups: CheckUps) -> dict[str, Any]:
    return {
        "answers": {question.id: check.answers.get(question.id) for question in check.asked},
        "open": [question.id for question in check.open],
        "is_done": check.is_done,
        "is_offered": checkups.is_offered,
        "cards": [finding.rule.id for finding in checkups.cards()],
    }
