"""Whatever phones and services do with the file: a line that was written once is in the journal or stands
in the inbox with its reason, and none is in the journal twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS
from tests.journal.inbox.memory_box import MemoryBox
from tests.journal.memory_store import MemoryStore

from stillnight.journal.desk import Desk
from stillnight.journal.inbox.taking import Delivery, take_in
from stillnight.journal.journal import open_journal

KINDS = ("note {}", "2026-11-18 note {}", "zz {}", "2026-11-18 zz {}", "? {}", "6 note {}", "5 note {}")
"""Lines that can be told apart; the last two say different things."""

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.sampled_from(KINDS)),
        st.tuples(st.just("hold"), st.just("")),
        st.tuples(st.just("upload"), st.sampled_from(("replaces", "copy"))),
        st.tuples(st.just("meanwhile"), st.sampled_from(KINDS)),
        st.tuples(st.just("look"), st.just("")),
        st.tuples(st.just("fail"), st.just("")),
        st.tuples(st.just("wipe"), st.just("")),
        st.tuples(st.just("next"), st.just("")),
    ),
    max_size=20,
)


@dataclass
class Life:
    """A journal with an inbox, and a phone that holds some version of that."""

    clock: FixedClock = field(default_factory=FixedClock)
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = MemoryStore(self.clock)
        self.journal = open_journal(Desk(self.store, self.clock, FACTORS))
        self.box = MemoryBox(self.clock)
        self.held = ""

    def line(self, kind: str) -> str:
        self.written.append(f"w{len(self.written):03}")
        return kind.format(self.written[-1]) + "\n"

    def append(self, kind: str) -> None:
        self.box.text = (self.box.text or "") + self.line(kind)

    def hold(self, _: str) -> None:
        self.held = self.box.text or ""

    def upload(self, how: str) -> None:
        """The phone appended to the version that it holds, and the service puts that somewhere."""
        self.held += self.line("note {}")
        # a service that keeps no copy of what it replaces loses what we did not see, or left alone
        if how == "copy" or look(self).problems:
            self.box.copies[f"copy {len(self.written)}"] = self.held
        else:
            self.box.text = self.held

    def meanwhile(self, kind: str) -> None:
        def append() -> None:
            self.box.meanwhile = lambda: None
            self.append(kind)

        self.box.meanwhile = append

    def fail(self, _: str) -> None:
        self.box.may_rewrite = not self.box.may_rewrite

    def wipe(self, _: str) -> None:
        """Somebody empties the file, once all of it was looked at."""
        look(self)
        if self.box.may_rewrite and not any(line[:1] != "#" for line in (self.box.text or "").splitlines()):
            self.box.text = ""

    def next(self, _: str) -> None:
        self.clock.set(self.clock.now() + timedelta(days=1))

    def look(self, _: str) -> None:
        look(self)

    def notes(self) -> list[str]:
        first, last = date(2026, 11, 1), date(2027, 1, 1)
        return [word for night in self.journal.browse.nights(first, last) for word in night.note.split()]

    def standing(self) -> str:
        return "\n".join([self.box.text or "", *self.box.owed, *self.box.copies.values()])


def look(life: Life) -> Delivery:
    return take_in(life.journal, life.box)


@given(STEPS)
def test_every_line_is_taken_once_or_stands_there(steps):
    life = Life()
    for step, what in steps:
        getattr(life, step)(what)
    look(life)
    taken, standing = life.notes(), life.standing()
    assert sorted(taken) == sorted(set(taken))
    assert [one for one in life.written if one not in taken and one not in standing] == []


@given(STEPS)
def test_a_second_look_finds_nothing_to_do(steps):
    life = Life()
    for step, what in steps:
        getattr(life, step)(what)
    life.box.may_rewrite = True
    look(life)
    text, records = life.box.text, {place: dict(one) for place, one in life.store.records.items()}
    again = take_in(life.journal, life.box)
    assert again.receipt is None
    assert (life.box.text, life.store.records) == (text, records)
    if again.problems:
        return  # somebody's list of errands: it is left as it is
    lines = (text or "").splitlines()
    stay = [at for at, line in enumerate(lines) if line and line[0] != "#"]
    assert all(lines[at - 1].startswith("#? ") for at in stay)


@given(STEPS)
def test_a_dated_line_goes_to_its_night_and_no_other(steps):
    life = Life()
    for step, what in steps:
        getattr(life, step)("2026-11-18 note {}" if "{}" in what else what)
    look(life)
    nights = life.journal.browse.nights(date(2026, 11, 1), date(2027, 1, 1))
    dated = {word for word in life.written if word in life.journal.browse.night(date(2026, 11, 18)).note}
    assert all(night.date == date(2026, 11, 18) or not dated & set(night.note.split()) for night in nights)
