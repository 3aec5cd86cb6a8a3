"""What came in from elsewhere is told once, to whoever asks."""

from __future__ import annotations

import json

from tests.storage.conftest import Machine, changes
from tests.storage.joining.test_devices import opened

from stillnight.domain.news import News


def test_nothing_came():
    assert not News()


def test_what_another_device_wrote_is_told_once_by_its_name(machine: Machine, desk: Machine):
    store = opened(machine, "laptop")
    assert not store.has_news()
    opened(desk, "desk").write("log", [*changes(severity=4), *changes(20261118, severity=2)])

    assert store.has_news()
    news = store.refresh()

    assert (news.records, news.nights, news.devices) == (2, 2, ("desk",))
    assert news.at == machine.clock.now()
    assert not store.has_news()
    assert not store.refresh()


def test_what_came_with_a_save_is_told_at_the_next_look(machine: Machine, desk: Machine):
    store = opened(machine, "laptop")
    opened(desk, "desk").write("log", changes(20261118, severity=2))
    store.write("log", changes(severity=6))
    store.write("log", changes(severity=7))

    assert store.has_news()
    news = store.refresh()

    assert (news.nights, news.devices) == (1, ("desk",))


def test_a_save_of_ones_own_is_no_news(machine: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    store.refresh()
    store.write("log", changes(severity=7))
    assert not store.has_news()
    assert not store.refresh()


def test_another_program_of_this_machine_is_told_as_this_machine(machine: Machine):
    store = opened(machine, "laptop")
    opened(machine, "laptop").write("log", changes(severity=6))
    assert store.refresh().devices == ("this machine",)


def test_an_edit_by_hand_is_told_as_one(machine: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    machine.journal.write_text(machine.journal.read_text().replace('"severity":6', '"severity":9'))
    news = store.refresh()
    assert (news.nights, news.devices) == (1, ("an edit by hand",))
    assert (store.get("nights", 20261119) or {})["severity"] == 9


def test_a_night_in_the_bin_is_news_too(machine: Machine, desk: Machine):
    from stillnight.domain.ports import Deletion

    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    opened(desk, "desk").write("delete", [Deletion("nights", 20261119)])
    assert store.refresh().nights == 1
    assert store.get("nights", 20261119) is None


def test_a_name_alone_is_no_news(machine: Machine, desk: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    content = machine.content()
    content["devices"]["7"] = {"device": "00000007", "name": "desk", "_t": "01a1f85518b8-0000-00000007"}
    machine.journal.write_text(json.dumps(content))
    assert not store.refresh()


def test_what_could_not_be_written_goes_into_the_file_at_a_later_look(machine: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    aside = machine.journal.parent.with_name("aside")
    machine.journal.parent.rename(aside)
    receipt = store.write("log", changes(severity=7))
    assert not receipt.published
    assert store.problem == receipt.problem

    aside.rename(machine.journal.parent)
    store.refresh()

    assert store.problem is None
    assert machine.content()["nights"]["20261119"]["severity"] == 7


def test_what_came_before_it_was_opened_is_told_without_what_was_known_already(
    machine: Machine, desk: Machine
):
    opened(machine, "laptop").write("log", changes(20261117, severity=6))
    opened(desk, "desk").write("log", changes(20261118, severity=2))
    news = opened(machine, "laptop").refresh()
    assert (news.records, news.nights, news.devices) == (1, 1, ("desk",))


def test_what_was_known_already_is_no_news_where_the_copy_of_it_was_lost(machine: Machine):
    opened(machine, "laptop").write("log", changes(severity=6))
    (machine.own / "replica.json").unlink()
    assert not opened(machine, "laptop").refresh()


def test_a_journal_that_is_opened_for_the_first_time_here_is_no_news(machine: Machine, desk: Machine):
    opened(desk, "desk").write("log", changes(severity=6))
    assert not opened(machine, "laptop").refresh()
