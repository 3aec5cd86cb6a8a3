"""``stillnight checkup``: what can be found out on the first evening, question by question on plain lines."""

from __future__ import annotations

from typing import Any

from stillnight.cli.asking import is_typed, next_line, say_wrapped
from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.parser import Parser
from stillnight.cli.wiring import knowledge_of
from stillnight.domain.errors import BadInput
from stillnight.domain.ports import Receipt
from stillnight.journal.checkup.checkups import CheckUps
from stillnight.journal.checkup.question import Question
from stillnight.journal.checkup.state import CheckUp, from_the_start, stepped
from stillnight.journal.checkup.typed import answer_words, read_answer
from stillnight.rules.card import card_text

BACK, LEAVE = ("b", "back"), ("q", "quit")
"""What is typed to see the question before, and to leave."""


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
    if check.at is not None:
        check = _asked(checkups, check)
    if check.at is not None:
        say("left; what is answered is kept, stillnight checkup goes on here")
        return 0
    _say_end(checkups, check)
    return 0


def _asked(checkups: CheckUps, check: CheckUp) -> CheckUp:
    """Ask one question after the other, until the end or until somebody leaves."""
    say_wrapped(
        "Check-up: two minutes. Type a number or a word; nothing leaves a question out, "
        "b goes back, q leaves. Each answer is kept at once."
    )
    while (question := check.at) is not None:
        _say_question(check, question)
        typed = next_line()
        if typed is None or typed.strip().lower() in LEAVE:
            break
        check = _after(checkups, check, question, typed)
    return check


def _after(checkups: CheckUps, check: CheckUp, question: Question, typed: str) -> CheckUp:
    if typed.strip().lower() in BACK:
        return stepped(check, -1)
    if not typed.strip() and question.id in check.answers:
        return stepped(check, 1)
    try:
        answer = read_answer(question, typed, checkups.journal.desk.today)
        after, receipt = checkups.answer(check, answer)
    except BadInput as error:
        if not is_typed():
            raise
        say_wrapped(str(error))
        return check
    _warn_of(receipt)
    return after


def _say_question(check: CheckUp, question: Question) -> None:
    at, of = check.progress
    say()
    say_wrapped(f"{at} of {of}  {question.ask}")
    if question.help:
        say_wrapped(f"{question.help}{f' (grade {question.grade})' if question.grade else ''}", "  ")
    for number, words in enumerate(question.choices.values(), start=1):
        say_wrapped(f"{number} {words}", "  ")
    if question.id in check.answers:
        say_wrapped(f"so far: {answer_words(question, check.answers[question.id])}; Enter keeps it", "  ")


def _say_end(checkups: CheckUps, check: CheckUp) -> None:
    say()
    say("The check-up is done:")
    for question in check.asked:
        say_wrapped(f"{question.ask} {answer_words(question, check.answers[question.id])}", "  ")
    cards = checkups.cards()
    for finding in cards:
        say()
        for line in card_text(finding, checkups.library.sources):
            say_wrapped(line.strip(), "  " if line.startswith("  ") else "")
    if not cards:
        say()
        say_wrapped(
            "Nothing in these answers to check just now. stillnight suggest looks at your nights, too."
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
