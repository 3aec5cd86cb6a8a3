"""What the screen is handed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.cli.house import House
from stillnight.cli.wiring import knowledge_of, session_of
from stillnight.domain.moment import Moment
from stillnight.settings import read_settings


def _house(environ: dict[str, str], store: MemoryStore | None = None, for_screen: bool = True) -> House:
    return House(environ, None, lambda *_: store or MemoryStore(), for_screen=for_screen)


@pytest.fixture
def environ(tmp_path) -> dict[str, str]:
    """An environment of its own."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    return {**folders, "TZ": "Europe/Berlin", "STILLNIGHT_NOW": "2026-11-19T22:40+01:00"}


def test_the_session_holds_the_journal_of_this_evening(environ):
    session = session_of(_house(environ), Moment.NIGHT)
    assert session.journal.tonight == date(2026, 11, 19)
    assert session.moment is Moment.NIGHT
    assert "caffeine" in session.journal.ledgers.factors()


def test_notices_are_handed_over_and_not_printed(environ, capsys):
    session = session_of(_house(environ, MemoryStore(said=["A new journal was begun."])), None)
    assert list(session.notices) == ["A new journal was begun."]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("language", "weekday"), [("en_US.UTF-8", 6), ("de_DE.UTF-8", 0), ("ar_EG", 5), ("C", 0)]
)
def test_the_calendar_begins_as_the_territory_has_it(environ, language, weekday):
    assert session_of(_house({**environ, "LANG": language}), None).preferences.week_start == weekday


def test_a_chosen_territory_wins_over_the_language(environ):
    house = _house({**environ, "LANG": "de_DE"})
    session_of(house, None).save_setting("territory", "US")
    assert session_of(_house({**environ, "LANG": "de_DE"}), None).preferences.week_start == 6


def test_a_setting_that_is_saved_is_kept(environ):
    house = _house(environ)
    session_of(house, None).save_setting("theme", "ember")
    assert read_settings(house.folders.config).preferences().theme == "ember"


def test_what_is_typed_and_not_saved_outlives_the_session(environ):
    session_of(_house(environ), None).drafts.keep(date(2026, 11, 19), {"severity": 6})
    assert session_of(_house(environ), None).drafts.load(date(2026, 11, 19)) == {"severity": 6}


def test_a_users_own_theme_stands_beside_ours(environ, tmp_path):
    own = tmp_path / "CONFIG" / "stillnight" / "themes"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('name = "mine"')
    (own / "broken.toml").write_text("name = ")
    shelf = _house(environ).themes
    assert {"dusk", "ember", "mine"} <= set(shelf.documents)
    assert "broken.toml" in shelf.problems[0]


def test_a_copy_of_one_of_our_themes_stands_beside_it_under_its_own_name(environ, tmp_path):
    own = tmp_path / "CONFIG" / "stillnight" / "themes"
    own.mkdir(parents=True)
    (own / "dusk.toml").write_text('name = "mine"')
    names = [document["name"] for document in _house(environ).themes.documents.values()]
    assert {"dusk", "mine"} <= set(names)
    assert names.index("mine") > names.index("paper"), "yours come last and win"


def test_everything_that_came_with_the_program_can_be_read(environ):
    knowledge = knowledge_of(_house(environ))
    assert knowledge.problems == ()
    assert len(knowledge.library.tips) >= 22
    assert {"I00", "RF01"} <= {rule.id for rule in knowledge.library.rules}


def test_what_is_known_is_read_once_and_anew_after_a_number_or_a_factor_has_changed(environ):
    session = session_of(_house(environ), None)
    first = session.knowledge()
    assert session.knowledge() is first
    session.journal.ledgers.add_number("Anna", "555 0100")
    with_number = session.knowledge()
    assert with_number is not first
    assert "Anna: 555 0100" in str(with_number.library.wording)
    session.journal.ledgers.add_factor("tea", label="tea")
    assert session.knowledge() is not with_number
    assert session.knowledge().library is session.knowledge().library
