"""One look at an inbox and the copies of it: what is taken, what stays and why, what the file says next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from stillnight.domain.clock_rule import span_words
from stillnight.domain.errors import BadInput, FieldError
from stillnight.journal.inbox.entry import HOLD, is_dated_in_full, read_entry
from stillnight.journal.inbox.memory import Key, Memory, changes_for, keys_of, next_token
from stillnight.journal.inbox.next_page import next_data
from stillnight.journal.inbox.page import REASON, header, read_page
from stillnight.journal.inbox.plain import plain_line
from stillnight.journal.inbox.reader import Reader
from stillnight.journal.inbox.slots import Look, Sheet, Slot
from stillnight.journal.inbox.source import Role, Source
from stillnight.journal.inbox.staying import lines_left, with_reasons, without_standing
from stillnight.journal.inbox.timing import Unsure, Written
from stillnight.journal.inbox.writing import read_writing
from stillnight.journal.journal import Journal

FEW_LINES, UNDERSTOOD = 3, 5
"""A file without a token and with so many lines is ours if one in so many is understood; our choice."""

WHICH_NIGHT = "which night? put its date in place of the ?, such as 2026-11-18"
_TWO_SAY_ELSE = "which night? a later line says something else; put the date in place of the ?"
_SAID_AGAIN = "which night? a later line says the same; put the date in place of the ?, or take this line out"


class Looking:
    """Reads all files of an inbox at once."""

    def __init__(self, journal: Journal, fresh: dict[Key, str], may_rewrite: bool) -> None:
        """Look on behalf of a journal.

        Args:
            journal: The journal; nothing is written into it.
            fresh: What was dealt with a moment ago; what is dealt with now is added.
            may_rewrite: May the inbox be written anew?
        """
        self._reader = Reader(journal)
        self._memory = Memory(journal.desk.store, fresh)
        self._may_rewrite = may_rewrite
        self._problems: list[str] = []
        self._token = ""

    def look(self, sources: Iterable[Source]) -> Look:
        """Read the files."""
        before = len(self._memory.fresh)
        sheets = [sheet for source in sources for sheet in self._opened(source) if self._is_ours(sheet)]
        sheets = without_standing(sheets)
        in_time = sorted(
            sheets, key=lambda sheet: (sheet.source.seconds, sheet.source.role, sheet.source.name)
        )
        slots = [slot for sheet in in_time for slot in sheet.slots.values()]
        doubtful = self._doubtful(slots)
        for slot in slots:
            self._deal_with(slot, doubtful.get(id(slot), ""))
        return self._result(sheets, in_time, len(self._memory.fresh) > before)

    # -- opening ------------------------------------------------------------------------------------

    def _opened(self, source: Source) -> Iterator[Sheet]:
        writing = read_writing(source.data)
        if writing is None:
            if source.role is Role.MAIN:
                self._problems.append(f"{source.name} is no text, so nothing was taken from it")
            return
        page = read_page(writing.text)
        if source.role is Role.WEAK and page.tokens[0] == "":
            return
        if not (writing.is_finished or source.is_quiet):
            yield Sheet(source, writing, page, waits=page.lines[-1] if page.lines else writing.text)
            return
        self._memory.learn(page.tokens)
        sheet = Sheet(source, writing, page)
        self._fill(sheet)
        yield sheet

    def _fill(self, sheet: Sheet) -> None:
        source, page = sheet.source, sheet.page
        done = read_writing(source.data[: source.done])
        before = read_page(done.text).parts if done else ()
        at = self._reader.timing.moment(source.seconds)
        keys = iter(keys_of(page.lines, page.tokens))
        last = max((place for place, part in enumerate(page.parts) if part.is_entry), default=-1)
        for place, part in enumerate(page.parts):
            if not part.is_entry:
                continue
            own = next(keys)
            written = Written(at, place == last, " ".join(own[0]))
            slot = Slot(part, read_entry(part.raw, self._reader.timing.tonight(at)), written)
            slot.keys = () if source.role is Role.OWED else own
            slot.is_done = before[place : place + 1] == [part]
            above = page.parts[place - 1].plain if place else ""
            slot.above = above.removeprefix(REASON) if above.startswith(REASON) else ""
            sheet.slots[place] = slot

    def _is_ours(self, sheet: Sheet) -> bool:
        """Is it an inbox of the journal? Somebody's list of errands may have the same name."""
        slots = sheet.slots.values()
        if sheet.page.tokens[0] or len(slots) < FEW_LINES or sheet.source.role is Role.OWED:
            return True
        read = sum(self._was_taken(slot) or self._reader.can_read(slot.entry, slot.written) for slot in slots)
        if read * UNDERSTOOD >= len(slots):
            return True
        if sheet.source.role is Role.MAIN:
            self._problems.append(
                f"{sheet.source.name}: hardly a line of it is for the journal, so it was left as it is "
                "(stillnight inbox --example says what it takes)"
            )
        return False

    # -- line by line -------------------------------------------------------------------------------

    def _doubtful(self, slots: Sequence[Slot]) -> dict[int, str]:
        """Lines without a date that cannot be of one night with a later one, each with the reason.

        One says something else, or says it once more in the same words: so reads a file into which
        somebody wrote on several evenings before it was looked at.
        """
        found: dict[int, str] = {}
        said: dict[str, object] = {}
        texts: dict[str, Slot] = {}
        for slot in reversed(slots):
            if slot.entry.day is not None or slot.entry.is_held or self._is_known(slot):
                continue
            night = self._night(slot)
            answers = {
                f"{night} {name}": value
                for name, value in self._reader.answers(slot.entry, slot.written).items()
            }
            later = texts.setdefault(slot.entry.text, slot)
            if any(said.get(name, value) != value for name, value in answers.items()):
                found[id(slot)] = _TWO_SAY_ELSE
            elif answers and later is not slot and not set(later.keys) & set(slot.keys):
                found[id(slot)] = _SAID_AGAIN
            else:
                said |= answers
        return found

    def _is_known(self, slot: Slot) -> bool:
        return slot.is_done or any(self._memory.has(key) for key in slot.keys)

    def _was_taken(self, slot: Slot) -> bool:
        return slot.is_done or any(self._memory.night(key) for key in slot.keys)

    def _deal_with(self, slot: Slot, doubt: str) -> None:
        if slot.is_done or any(key in self._memory.fresh for key in slot.keys):
            slot.is_done = True
        elif slot.entry.is_held:
            slot.stays_as, slot.reason = slot.part.raw, slot.above or WHICH_NIGHT
        elif known := [key for key in slot.keys if key in self._memory.known]:
            self._meet_again(slot, known[0])
        elif doubt:
            self._hold(slot, doubt)
        else:
            self._take(slot)

    def _meet_again(self, slot: Slot, key: Key) -> None:
        """A line that was dealt with stands there again; below no token it may be a new one."""
        night = self._memory.night(key)
        is_same = night is None or self._night(slot) == night
        if key.token or (is_same and self._reader.says_nothing_new(slot.entry, slot.written)):
            slot.is_done = True
            return
        slot.is_repeated = night is None
        went = f"was taken before, for the night of {span_words(night)}" if night else "was here before"
        if slot.entry.day is None:
            self._hold(slot, f"this line {went}; for another night put its date in place of the ?")
        else:
            self._hold(slot, f"this line {went}, and that night was changed since; without the ? it is taken")

    def _take(self, slot: Slot) -> None:
        try:
            read = self._reader.read(slot.entry, slot.written)
        except Unsure as error:
            self._hold(slot, str(error))
        except BadInput as error:
            self._keep(slot, str(error))
        else:
            slot.night, slot.words = read.night, read.words
            self._settle(slot, read.night)

    def _hold(self, slot: Slot, reason: str) -> None:
        """It waits for somebody to say what is meant."""
        slot.stays_as, slot.reason = f"{HOLD} {slot.part.raw.strip()}", reason
        self._settle(slot, None)

    def _keep(self, slot: Slot, reason: str) -> None:
        """It stays, with the date that it will still mean tomorrow."""
        slot.reason = reason
        if is_dated_in_full(slot.entry):
            slot.stays_as = slot.part.raw
            # below no token it is dealt with: it stays below the one that the inbox gets now
            self._settle(slot, None, [key for key in slot.keys if not key.token])
            return
        slot.stays_as = f"{self._night(slot).isoformat()} {slot.entry.rest or slot.part.raw.strip()}"
        self._settle(slot, None)

    def _settle(self, slot: Slot, night: date | None, keys: Sequence[Key] | None = None) -> None:
        for key in slot.keys if keys is None else keys:
            self._memory.settle(key, night)

    def _night(self, slot: Slot) -> date:
        try:
            return self._reader.timing.night(slot.entry, slot.written)
        except FieldError:
            return self._reader.timing.tonight(slot.written.at)

    # -- the outcome --------------------------------------------------------------------------------

    def _result(self, sheets: Sequence[Sheet], in_time: Sequence[Sheet], has_news: bool) -> Look:
        slots = [slot for sheet in in_time for slot in sheet.slots.values()]
        main = next((sheet for sheet in sheets if sheet.source.role is Role.MAIN), None)
        others = [sheet for sheet in sheets if sheet.source.role is not Role.MAIN]
        kept = lines_left(in_time)
        data = None
        if self._may_rewrite and not self._problems and not (main and main.waits):
            data = next_data(main, others, kept, lambda tokens: self._new_token(tokens, has_news))
        # a file that is about to be written anew may be another one by then
        there = {part.plain for part in main.page.parts} if main and self._may_rewrite and not data else set()
        return Look(
            taken=[slot for slot in slots if slot.night is not None],
            kept=kept,
            waiting=[sheet.waits for sheet in sheets if sheet.waits],
            problems=self._problems,
            changes=self._reader.changes,
            bases=self._reader.bases,
            fresh=self._memory.fresh,
            memory=changes_for(self._memory.fresh),
            next_data=data,
            owed=with_reasons(slot for slot in kept if plain_line(slot.stays_as) not in there),
            standing=self._standing(main, kept),
            whole=[one.source.name for one in others if one.source.role is Role.COPY and not one.waits],
        )

    def _standing(self, main: Sheet | None, kept: Sequence[Slot]) -> list[str]:
        """The lines that stay, below the first line of the inbox in which they stand then."""
        token = self._token or (main.page.tokens[0] if main else "")
        return [header(token), *with_reasons(kept)] if kept and token else []

    def _new_token(self, tokens: Sequence[str], has_news: bool) -> str:
        if not has_news:
            # an old file came back and nothing in it was new: its next token is no earlier one
            self._memory.again(tokens[0], self._reader.timing.tonight(self._reader.timing.now))
        self._token = next_token(tokens, self._memory.fresh)
        return self._token
