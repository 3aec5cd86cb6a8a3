"""What came from elsewhere, on Home: shown at once, with the cursor and what is typed left as they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stillnight.domain.ids import night_id
from stillnight.domain.moment import Moment
from stillnight.domain.ports import NIGHTS
from stillnight.journal.overtaken import overtaken, overtaken_words
from stillnight.ui.commands import named
from stillnight.ui.commands.keymap import with_keys
from stillnight.ui.live.merged import Merged
from stillnight.ui.pictures.top import BETWEEN
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from stillnight.domain.night import Night
    from stillnight.ui.live.look import Look
    from stillnight.ui.screens.home.screen import HomeScreen

DISAGREEMENTS = "disagreements"
"""The command that shows what differs."""

LINES = 5
"""The line above the keys takes one more; where that is too little, what is newest is dearest."""


class Merging:
    """Takes in what a look found. At night it says nothing: that waits until somebody can read it."""

    def __init__(self, home: HomeScreen) -> None:
        """Show it on Home."""
        self._home = home
        self._waiting: list[tuple[str, bool]] = []
        self._open = 0
        self._offered = ""

    def take_in(self, look: Look) -> None:
        """Show what is new, then say what has to be said."""
        if look.news or look.mail:
            before = self._typed_over()
            if look.news:
                self._home.note_merge(Merged(self._home.journal.desk.clock.now(), look.news.devices))
            self.redraw()
            self._tell_overtaken(before)
        for sentence in look.mail:
            self._tell(sentence)
        for notice in look.notices:
            self._tell(notice, is_trouble=True)
        if look.trouble:
            self._tell(look.trouble, is_trouble=True)
        if look.is_settled:
            self._home.note_published()
            self._end_trouble()
            self._tell("what waited is in the file now")
        if look.open is not None:
            self._offer(len(look.open))
        self.catch_up()

    def redraw(self) -> None:
        """Show what the journal holds now."""
        home = self._home
        home.forget_removed()
        home.form.sheet = home.sheet_of(home.writing)
        home.read_month()
        home.read_lately()
        home.show_night()
        home.think_aside()

    def catch_up(self) -> None:
        """Say what has waited for the end of the night."""
        home = self._home
        if home.moment is Moment.NIGHT:
            return
        foot = home.query_one(FootLine)
        others = tuple(id for id in foot.offered if id != DISAGREEMENTS)
        foot.offered = (*others, DISAGREEMENTS) if self._open else others
        waiting, self._waiting = self._waiting, []
        for words, is_trouble in waiting:
            self._say(words, is_trouble)

    def _tell(self, words: str, is_trouble: bool = False) -> None:
        self._waiting.append((words, is_trouble))

    def _say(self, words: str, is_trouble: bool) -> None:
        """Say it behind what is said already: nobody may have read that yet."""
        line = self._home.query_one(MessageLine)
        if words not in line.text:
            said = BETWEEN.join(filter(None, [line.text, words]))
            said = said if len(said) <= LINES * self._home.size.width else words
            self._home.say(said, is_trouble or (line.is_trouble and bool(line.text)))

    def _end_trouble(self) -> None:
        """What was said of a file that could not be written is true no longer."""
        if self._home.query_one(MessageLine).is_trouble:
            self._home.say("")

    def _unsay(self, words: str) -> None:
        """Take words out of the line, or out of what waits to be said."""
        self._waiting = [one for one in self._waiting if one[0] != words]
        line = self._home.query_one(MessageLine)
        if words and words in line.text:
            kept = [one for one in line.text.replace(words, "\0").split(BETWEEN) if one != "\0"]
            self._home.say(BETWEEN.join(kept), line.is_trouble)

    def _typed_over(self) -> Night | None:
        """The night in the form as it was shown; what is typed is kept beside just that."""
        home, sheet = self._home, self._home.form.sheet
        if sheet is None:
            return None
        home.keep_typed()
        home.refill_note(home.journal.browse.night(home.writing).get("note"))
        return sheet.night

    def _tell_overtaken(self, before: Night | None) -> None:
        home = self._home
        if before is None:
            return
        night, factors = home.journal.browse.night(home.writing), home.journal.ledgers.factors()
        fields = overtaken(before, night, home.form.state.draft)
        author = partial(home.journal.desk.store.author, NIGHTS, night_id(home.writing))
        words = overtaken_words(fields, night, factors, author)
        if words:
            self._tell(words)

    def _offer(self, open_now: int) -> None:
        """Say that something differs; what was said of it before is true no longer."""
        self._unsay(self._offered)
        self._offered = ""
        if open_now > self._open:
            is_one = open_now == 1
            answers = "one answer differs" if is_one else f"{open_now} answers differ"
            key = with_keys(named(DISAGREEMENTS), self._home.keymap).shown
            self._offered = f"{answers} between your devices · {key} shows {'both' if is_one else 'them'}"
            self._tell(self._offered)
        self._open = open_now
