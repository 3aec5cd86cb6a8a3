"""Changes of settings are taken back in their order, each where it was kept."""

from __future__ import annotations

import pytest
from tests.journal.memory_device import MemoryDevice

from stillnight.journal.setting_book import SettingBook
from stillnight.journal.setting_history import SettingHistory, TakenBack


@pytest.fixture
def book(journal) -> SettingBook:
    return SettingBook(
        MemoryDevice(), lambda: journal, lambda: ["dusk", "ember"], lambda id, typed, others: typed
    )


def test_without_a_change_it_is_the_journals_turn(book):
    history = SettingHistory(book)
    history.notice()
    assert history.take_back() is None


def test_the_last_change_comes_first_and_says_what_was_before(book):
    book.change("bedtime", "23:00")
    history = SettingHistory(book)
    for name, typed in (("bedtime", "23:30"), ("keys.save", "F2"), ("theme", "ember")):
        book.change(name, typed)
        history.notice()
    book.reset("keys")
    history.notice()
    assert [history.take_back() for _ in range(5)] == [
        TakenBack("keys.save", "F2"),
        TakenBack("theme", None),
        TakenBack("keys.save", None),
        TakenBack("bedtime", "23:00"),
        None,
    ]


def test_a_deed_of_the_journal_keeps_its_place_between_them(book):
    history = SettingHistory(book)
    book.change("bedtime", "23:30")
    history.notice()
    book.change("rollover", "14:00")
    history.notice_deed()
    assert [history.take_back() for _ in range(2)] == [None, TakenBack("bedtime", None)]


def test_what_was_taken_back_is_no_change(book):
    history = SettingHistory(book)
    book.change("bedtime", "23:30")
    history.notice()
    assert history.take_back() == TakenBack("bedtime", None)
    book.reset("bedtime")
    history.forget_last()
    history.notice()
    assert history.take_back() is None
