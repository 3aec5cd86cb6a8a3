"""The book of settings: who is asked, who said it, what is refused before anything is kept."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.journal.memory_device import MemoryDevice

from stillnight.domain.errors import BadInput, FieldError, StillnightError, UnknownName
from stillnight.domain.setting import SETTINGS
from stillnight.journal.setting_book import Said, SettingBook, rollover_words


@pytest.fixture
def device() -> MemoryDevice:
    return MemoryDevice()


@pytest.fixture
def book(journal, device) -> SettingBook:
    def check(id: str, typed: str, written: dict[str, str]) -> str:
        if id != "save":
            raise BadInput(f"no command is called {id}")
        return typed.upper()

    return SettingBook(device, lambda: journal, lambda: ["dusk", "ember"], check)


def test_there_is_a_row_for_every_setting(book):
    rows = dict(book.rows())
    assert [setting.name for setting in rows] == list(SETTINGS)
    assert all(said.text and said.by for said in rows.values())


def test_what_the_journal_keeps_is_kept_there_and_the_rest_on_the_device(book, device, store):
    assert book.change("rollover", "10:00") is not None
    assert book.change("bedtime", "2300") is None
    assert store.meta()["rollover"] == "10:00"
    assert device.log == [("bedtime", "2300")]
    assert book.said("rollover") == Said("10:00", "journal")
    assert book.said("bedtime") == Said("23:00", "settings")
    assert device.preferences().bedtime == time(23)


def test_both_are_reset_where_they_are_kept(book, device, journal):
    for name, typed in (("rollover", "10:00"), ("factors", "stress"), ("bedtime", "23:00")):
        book.change(name, typed)
        book.reset(name)
        assert book.said(name).by == "default"
    assert device.log[-1] == ("bedtime", None)


@pytest.mark.parametrize("name", ["theme", "morning_theme", "night_theme"])
def test_only_a_theme_that_is_there_can_be_chosen(book, device, name):
    assert book.choices(name) == ["dusk", "ember"]
    with pytest.raises(FieldError, match="one of dusk, ember"):
        book.change(name, "pink")
    book.change(name, "ember")
    assert device.log == [(name, "ember")]


def test_keys_are_checked_and_kept_as_the_check_gives_them_back(book, device):
    book.change("keys.save", "f2")
    assert device.given_keys() == {"save": "F2"}
    with pytest.raises(BadInput, match="no command is called nobody"):
        book.change("keys.nobody", "f2")
    book.reset("keys")
    assert device.given_keys() == {}


def test_an_unknown_setting_is_never_asked_for(book, device):
    for ask in (book.said, book.choices, lambda name: book.change(name, "x")):
        with pytest.raises(UnknownName):
            ask("colour")
    assert device.log == []


def test_a_journal_that_cannot_be_opened_is_said_in_its_rows(device):
    def closed():
        raise StillnightError("the file is gone")

    book = SettingBook(device, closed, list, lambda id, typed, written: typed)
    assert book.said("rollover") == Said("not known: the file is gone", "")
    assert book.said("bedtime").by == "default"


@pytest.mark.parametrize(
    ("after", "nights", "words"),
    [
        (time(12), 0, ""),
        (time(10), 0, "The time from 10:00 to 12:00 now belongs to the evening after it, on every device."),
        (time(12), 1, "The night on record keeps its date and times."),
        (time(13), 2, "The 2 nights on record keep their dates and times. "
         "The time from 12:00 to 13:00 now belongs to the evening before it, on every device."),
    ],
)  # fmt: skip
def test_another_rollover_is_put_into_words(journal, after, nights, words):
    for number in range(nights):
        journal.record.amend(date(2026, 11, 18 + number), {"severity": 3})
    assert rollover_words(journal, time(12), after) == words
