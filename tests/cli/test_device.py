"""What a device keeps for itself, while the program runs."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.cli.house import House
from stillnight.cli.wiring import session_of
from stillnight.domain.errors import BadInput
from stillnight.journal.setting_book import Said
from stillnight.settings import FILE, read_settings


@pytest.fixture
def config(home) -> Path:
    """This device's config folder."""
    folder = home / ".config/stillnight"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def house(home) -> House:
    return opened(home)


def opened(home: Path, **environ: str) -> House:
    folders = {name: str(home / where) for name, where in XDG.items()}
    return House({**folders, **environ}, None, lambda *_: MemoryStore(), for_screen=True)


XDG = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state"}


def test_a_change_counts_at_once_and_the_next_time(house, config):
    session = session_of(house, None)
    session.save_setting("bedtime", "2345")
    session.save_setting("week_start", "sunday")
    assert (session.preferences.bedtime, session.preferences.week_start) == (time(23, 45), 6)
    session.reset_setting("bedtime")
    assert session.preferences.bedtime == time(22, 30)
    assert read_settings(config).values == {"week_start": "sunday"}


def test_the_country_moves_the_week_at_once(house):
    session = session_of(house, None)
    session.save_setting("territory", "US")
    assert session.preferences.week_start == 6
    assert session.settings().said("week_start") == Said("sunday", "the country")


def test_the_keys_of_the_file_are_handed_over_and_changed(house, config):
    (config / FILE).write_text('[keys]\nsave = "F2"\n')
    session = session_of(house, None)
    assert session.keys == {"save": "F2"}
    session.save_setting("keys.lights_out", "f5")
    assert session.settings().device.given_keys() == {"save": "F2", "lights_out": "F5"}
    with pytest.raises(BadInput, match="F2 is save"):
        session.save_setting("keys.note", "F2")


def test_a_new_place_for_the_journal_counts_from_the_next_start(house, home, config):
    session = session_of(house, None)
    here = session.settings().said("journal")
    assert here.by == "the usual folder"
    session.save_setting("journal", str(home / "new.json"))
    assert session.settings().said("journal") == Said(str(home / "new.json"), "settings, from the next start")
    assert opened(home).place.path == home / "new.json"
    session.reset_setting("journal")
    assert session.settings().said("journal") == here


@pytest.mark.parametrize("place", ["nowhere/at/all.json", "other.txt"])
def test_a_place_that_cannot_be_used_is_never_kept(house, home, config, place):
    (home / "other.txt").write_text("a letter to somebody")
    with pytest.raises(BadInput):
        session_of(house, None).save_setting("journal", str(home / place))
    assert not (config / FILE).exists()


def test_who_says_otherwise_for_this_run_is_named(home, config):
    session = session_of(opened(home, STILLNIGHT_JOURNAL=str(home / "run.json")), None)
    assert session.settings().said("journal").by == "STILLNIGHT_JOURNAL"
    with pytest.raises(BadInput, match="STILLNIGHT_JOURNAL says where the journal is"):
        session.save_setting("journal", str(home / "new.json"))
    assert not (config / FILE).exists()
