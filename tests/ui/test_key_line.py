"""What is typed stands in line, and nothing keeps the keyboard for ever."""

from __future__ import annotations

from textual.events import Key

from stillnight.ui import app as app_module
from stillnight.ui.key_line import KeyLine


class NoScreen:
    """A screen that tells nobody anything."""

    focused = None
    ancestors_with_self = ()

    def call_after_refresh(self, *args):
        raise AssertionError("nothing changed here")


async def nobody(number: int) -> None:
    raise AssertionError("nobody was told")


def test_nothing_is_answered_before_somebody_listens():
    line, screen = KeyLine(nobody), NoScreen()
    line.add(Key("6", "6"))
    assert line.take(screen) is None
    line.open()
    assert line.take(screen).key == "6"


def test_the_next_key_waits_for_the_one_before_until_that_is_given_up():
    line, screen = KeyLine(nobody), NoScreen()
    line.open()
    for key in "678":
        line.add(Key(key, key))
    assert line.take(screen).key == "6"
    assert line.take(screen) is None
    assert line.is_held_up
    line.give_up(line.number - 1)
    assert line.take(screen) is None
    line.give_up(line.number)
    assert line.take(screen).key == "7"


async def test_a_key_of_which_nobody_tells_does_not_keep_the_keyboard(world, open_home, monkeypatch):
    monkeypatch.setattr(app_module, "PATIENCE_SECONDS", 0.001)
    hop, lost = KeyLine._hop, []

    def lose_the_first(self, way, number):
        if lost:
            hop(self, way, number)
        lost.append(number)

    async with open_home() as visit:
        monkeypatch.setattr(KeyLine, "_hop", lose_the_first)
        for key in ("6", "enter"):
            visit.app.post_message(Key(key, "6" if key == "6" else None))
        await visit.until(lambda: world.night().get("severity") == 6)
        assert lost[0] == 1
