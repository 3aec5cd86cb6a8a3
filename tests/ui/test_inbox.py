"""A phone appends to the inbox while the program is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.ui.devices import SharedWorld
from tests.ui.visit import visit

from stillnight.journal.inbox.taking import take_in
from stillnight.journal.session import Session
from stillnight.storage.inbox.box import FileBox


class PhoneWorld(SharedWorld):
    """A world in whose folder a phone writes."""

    def session(self) -> Session:
        """The session, with the inbox beside the journal."""
        session = super().session()
        box = FileBox(self.file, self.file.parents[1] / "here", self.clock)

        def mail() -> list[str]:
            if not box.has_mail():
                return []
            with box.open():
                delivery = take_in(session.journal, box)
                box.remember(is_over=not delivery.waiting)
            return delivery.sentences

        return replace(session, mail=mail)

    def write(self, *lines: str) -> None:
        """The phone appends lines."""
        with (self.file.parent / "inbox.txt").open("a") as file:
            file.writelines(f"{line}\n" for line in lines)


@pytest.fixture
def world(clock: FixedClock, tmp_path: Path) -> PhoneWorld:
    return PhoneWorld(clock, tmp_path)


async def test_what_a_phone_left_is_shown_and_told_and_what_is_typed_stays(world):
    async with visit(world, (120, 34)) as here:
        await here.press("6", "2", "1")
        world.write("c3", "2026-11-18 x")
        await here.look()
        assert "[6]" in here.text
        assert "caffeine 3" in here.text
        assert "18█" in here.text
        assert here.answer == (
            "from inbox.txt: night of Wed 18 → Thu 19 Nov: urge 10 · "
            "from inbox.txt: night of Thu 19 → Fri 20 Nov: caffeine 3"
        )
        await here.press("3", "0", "enter")
    night = world.night()
    assert (night["severity"], night["onset"][11:16], night["f.caffeine"]) == (6, "21:30", 3)


async def test_one_undo_takes_back_what_came(world):
    async with visit(world, (120, 34)) as here:
        world.write("5 c3", "2026-11-18 x")
        await here.look()
        await here.press("U")
        assert world.night() == {}
        assert world.night(date(2026, 11, 18)) == {}
        await here.look()
        assert world.night() == {}


async def test_at_night_it_is_taken_in_and_told_in_the_morning(world):
    world.clock.set("2026-11-20T03:10")
    async with visit(world, (120, 34)) as here:
        world.write("2026-11-19 5")
        await here.look()
        assert world.night()["severity"] == 5
        assert "inbox" not in here.text
        world.clock.set("2026-11-20T07:00")
        await here.press("down")
        assert "from inbox.txt: night of Thu 19 → Fri 20 Nov: urge 5" in here.answer
