"""The rows of the settings page, without a screen."""

from __future__ import annotations

import pytest

from stillnight.domain.setting import SETTINGS
from stillnight.ui.commands import COMMANDS
from stillnight.ui.commands.keymap import remappable
from stillnight.ui.setting_rows import NEW, SettingRow, change_words, setting_rows


@pytest.fixture
def rows(world):
    """The rows of the test's world as it is now."""

    def read() -> list[SettingRow]:
        session = world.session()
        return setting_rows(session.settings(), session.journal)

    return read


def ids(rows: list[SettingRow]) -> list[str]:
    return [row.id for row in rows if row.id]


def test_every_setting_factor_and_command_has_one_row(world, rows):
    settings = [name for name in SETTINGS if name != "factors"]
    factors = [f"factor.{slug}" for slug in world.journal.ledgers.factors()]
    keys = sorted(f"keys.{command.id}" for command in remappable(COMMANDS))
    found = ids(rows())
    assert found[: -len(keys)] == [*settings, *factors, NEW]
    assert sorted(found[-len(keys) :]) == keys
    assert all(row.about for row in rows() if row.id)


def test_every_section_has_its_head(rows):
    heads = [row.label for row in rows() if not row.id]
    assert heads[:5] == ["Journal", "Night", "Look", "Factors", "Keys · Everywhere"]
    assert len(heads) == len(set(heads))


def test_a_row_says_what_holds_and_who_said_so(world, rows):
    world.kept_settings = {"bedtime": "23:00", "keys.lights_out": "F5"}
    found = {row.id: row for row in rows()}
    assert (found["bedtime"].text, found["bedtime"].by) == ("23:00", "settings")
    assert "Said in the settings file." in found["bedtime"].about
    assert (found["rollover"].text, found["rollover"].by) == ("12:00", "default")
    assert (found["keys.lights_out"].text, found["keys.lights_out"].by) == ("F5", "settings")
    assert "Usually L." in found["keys.lights_out"].about
    assert (found["keys.undo"].text, found["keys.undo"].by) == ("U", "")


def test_factors_stand_in_the_order_of_the_form_with_a_mark_and_a_letter(world, rows):
    world.journal.ledgers.add_factor("water", unit="glasses", key="g", direction="better")
    world.journal.ledgers.ask_factors(["water", "stress"])
    factors = [row for row in rows() if row.slug]
    assert [row.label for row in factors[:3]] == ["[x] water", "[x] stress", "[ ] caffeine"]
    assert (factors[0].text, factors[0].by) == ("letter g · 0 to 100 glasses", "your own")
    assert "More of it is expected to make the legs better." in factors[0].about
    assert "d removes it; its answers stay." in " ".join(factors[0].about)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (SettingRow("bedtime", "Usual bedtime", "22:30"), "23:00", "Usual bedtime: now 23:00 (was 22:30)"),
        (SettingRow("bedtime", "Usual bedtime", "22:30"), "22:30", "Usual bedtime: now 22:30"),
        (SettingRow("journal", "Journal", "/a"), "/b", "/b is used from the next start; nothing was moved"),
        (SettingRow("factor.water", "[x] water", "letter g"), "letter z", "water: letter z"),
    ],
)
def test_a_change_is_put_into_words(before, now, words):
    assert change_words(before, before._replace(text=now)) == words
