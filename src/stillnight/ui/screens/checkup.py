"""The check-up: one short question after the other, and at the end the cards that the answers made true."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.checkup.checkups import CheckUps
from stillnight.journal.checkup.question import LEFT_OUT, Kind, Question
from stillnight.journal.checkup.state import CheckUp, from_the_start, stepped
from stillnight.journal.checkup.typed import answer_words, read_answer
from stillnight.journal.first_steps import Row
from stillnight.journal.suggestions.suggest import card_text
from stillnight.rules.rule import Finding
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.answer_box import AnswerBox, Look

AGAIN, HOME = "again", "home"
"""What can be chosen at the end beside the cards."""

_HINTS = {
    Kind.RESULT: "42, or 42 ng/mL",
    Kind.DAY: "3 Nov, May 2024, 2 months ago",
    Kind.WEEKS: "a number of weeks",
    Kind.NAME: "as it stands on the box",
}


class CheckUpPage(Page):
    """Asks, keeps each answer at once, and ends with what follows from them."""

    TITLE = "Check-up"
    PLACE = Place.CHECKUP
    IS_STILL = True
    BINDINGS: ClassVar = bindings(Place.CHECKUP)

    _check: CheckUp | None = None
    _checkups: CheckUps | None = None

    def body(self) -> ComposeResult:
        """The question."""
        yield AnswerBox()

    def on_mount(self) -> None:
        """Go on where it was left."""
        super().on_mount()
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Go on with the first question that the journal knows no answer to."""
        try:
            self._checkups = self._checkups or CheckUps(self.journal, self.session.knowledge().library)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._show(self._checkups.load())

    def _show(self, check: CheckUp) -> None:
        self._check = check
        if check.at is None:
            self._show_end()
            return
        question, box = check.at, self.query_one(AnswerBox)
        at, of = check.progress
        help = f"{question.help} (grade {question.grade})" if question.grade else question.help
        box.ask(f"{at} of {of}  {question.ask}", help)
        said = check.answers.get(question.id, LEFT_OUT)
        if question.kind in (Kind.CHOICE, Kind.CLASS):
            rows = [Row(name, words, "", name == said) for name, words in question.choices.items()]
            # a tired Enter says no, or that it is not known
            here = len(rows) - 1 if question.kind is Kind.CLASS and said == LEFT_OUT else None
            box.offer(rows, here, Look.NUMBERED)
        else:
            box.offer_line(_typed_before(question, said), _HINTS[question.kind])

    def _show_end(self) -> None:
        cards = self._checkups.cards() if self._checkups else []
        rows = [Row(one.rule.id, one.rule.title, one.seen[0] if one.seen else one.missing) for one in cards]
        rows += [Row(AGAIN, "look through the answers"), Row(HOME, "done, back to the night")]
        why = "What your answers lead to; Enter reads a whole card, with its sources. "
        nothing = "Nothing in your answers to check just now. What your nights lead to stands in To check. "
        box = self.query_one(AnswerBox)
        box.ask("The check-up is done.", f"{why if cards else nothing}M holds what was noted.")
        box.offer(rows, 0 if cards else len(rows) - 1)

    @on(AnswerBox.Chosen)
    def take_choice(self, event: AnswerBox.Chosen) -> None:
        """An answer was chosen, or something at the end."""
        check = self._check
        if check is None:
            return
        if check.at is not None:
            self._keep(event.value)
        elif event.value == AGAIN:
            self._show(from_the_start(check))
        elif event.value == HOME:
            self.action_close()
        else:
            self._read_card(event.value)

    @on(AnswerBox.Typed)
    def take_line(self, event: AnswerBox.Typed) -> None:
        """An answer was typed."""
        check = self._check
        if check is None or check.at is None:
            return
        try:
            answer = read_answer(check.at, event.text, self.journal.desk.today)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
        else:
            self._keep(answer)

    def _keep(self, answer: str) -> None:
        check, checkups = self._check, self._checkups
        if check is None or checkups is None or check.at is None:
            return
        question = check.at
        try:
            after, receipt = checkups.answer(check, answer)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        if receipt is not None and receipt.problem:
            self.say(receipt.problem, is_trouble=True)
        elif receipt is not None:
            self.say(f"kept: {answer_words(question, answer)} · U takes it back")
        self._show(after)

    def _read_card(self, id: str) -> None:
        from stillnight.ui.screens.reader import ReaderScreen
        from stillnight.ui.widgets.prose import plain

        found = self._found(id)
        if found is not None and self._checkups is not None:
            lines = [plain(line) for line in card_text(found, self._checkups.library.sources)]
            self.app.push_screen(ReaderScreen(found.rule.title, lines))

    def _found(self, id: str) -> Finding | None:
        cards = self._checkups.cards() if self._checkups else []
        return next((card for card in cards if card.rule.id == id), None)

    def on_key(self, event: Key) -> None:
        """A digit is the answer with that number."""
        sign = event.character or ""
        if not (sign.isascii() and sign.isdigit() and self.query_one(AnswerBox).choose_number(int(sign))):
            super().on_key(event)

    def action_choose(self) -> None:
        """Take the answer under the cursor, or the line."""
        self.query_one(AnswerBox).choose_here()

    def action_leave_out(self) -> None:
        """Pass the question over; an answer that was given stays."""
        check = self._check
        if check is None or check.at is None:
            return
        if check.at.id in check.answers:
            self._show(stepped(check, 1))
        else:
            self._keep(LEFT_OUT)

    def action_back(self) -> None:
        """The question before."""
        if self._check is not None:
            self._show(stepped(self._check, -1))

    def action_no_thanks(self) -> None:
        """Do not offer it again."""
        checkups = self._checkups
        if checkups is None:
            return
        if checkups.is_begun:
            self.say("it is begun and not offered again by itself · Esc leaves, what is answered is kept")
            return
        self.do(checkups.decline, "not offered again · Esc leaves, and C or the palette opens it any time")


def _typed_before(question: Question, answer: str) -> str:
    """An earlier answer as it can be typed again."""
    is_day = question.kind is Kind.DAY and answer != LEFT_OUT
    return answer_words(question, answer) if is_day else answer
