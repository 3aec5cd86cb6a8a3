from __future__ import annotations

import subprocess
import sys

from tests.storage.conftest import TONIGHT, Machine
from tinydb import Query, TinyDB

from stillnight.domain.ports import Deletion
from stillnight.storage.tiny import JournalStorage, database


def test_tables_and_queries_see_what_is_visible(machine: Machine):
    store = machine.log(severity=6)
    machine.log(20261101, severity=1)
    store.write("delete", [Deletion("nights", 20261101)])

    nights = TinyDB(store, storage=JournalStorage).table("nights")

    assert nights.search(Query().severity >= 5) == [{"date": "2026-11-19", "severity": 6}]
    assert len(nights) == 1


def test_writes_go_through_the_same_save_and_are_undone_as_one(machine: Machine):
    store = machine.log(severity=6, note="x")

    nights = database(store).table("nights")
    nights.update({"severity": 2}, Query().severity == 6)

    assert machine.content()["nights"][str(TONIGHT)]["_h"][0][1:] == ["severity", 6]
    assert store.undo().label == "TinyDB"
    assert (store.get("nights", TONIGHT) or {})["severity"] == 6


def test_a_night_that_is_inserted_gets_the_id_of_its_date(machine: Machine):
    store = machine.open()

    database(store).table("nights").insert({"date": "2026-11-19", "severity": 6})

    assert store.get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6}


def test_a_night_without_a_date_is_kept_and_never_dated_by_its_number(machine: Machine):
    store = machine.log(severity=6)

    database(store).table("nights").insert({"severity": 9})
    database(store).insert({"night": "2026-11-18", "severity": 4})

    assert list(store.all("unplaced").values()) == [{"severity": 9}]
    assert list(store.all("nights")) == [20261118, TONIGHT]


def test_a_dropped_table_goes_to_the_bin(machine: Machine):
    store = machine.log(severity=6)

    database(store).drop_table("nights")

    assert machine.content()["nights.bin"].keys() == {str(TONIGHT)}


def test_a_removed_record_goes_to_the_bin_and_a_removed_field_is_cleared(machine: Machine):
    store = machine.log(severity=6, note="x")
    machine.log(20261101, severity=1)
    store.refresh()
    nights = database(store).table("nights")

    nights.remove(doc_ids=[20261101])
    nights.update(lambda night: night.pop("note"), doc_ids=[TONIGHT])

    assert machine.content()["nights.bin"].keys() == {"20261101"}
    assert store.get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6}


def test_a_record_of_another_table_is_inserted_and_kept(machine: Machine):
    store = machine.open()

    database(store).table("labs").insert({"date": "2026-11-01", "kind": "ferritin", "value": 75})

    assert list(machine.open().all("labs").values()) == [
        {"date": "2026-11-01", "kind": "ferritin", "value": 75}
    ]


def test_logging_and_reading_a_month_need_no_tinydb(machine: Machine):
    code = (
        "import sys; from pathlib import Path; from datetime import date, datetime, UTC\n"
        "from stillnight.storage import open_store\n"
        "from stillnight.domain.ports import Change\n"
        "class Clock:\n"
        "    zone = UTC\n"
        "    def now(self): return datetime(2026, 11, 19, 22, tzinfo=UTC)\n"
        f"store = open_store(Path({str(machine.journal)!r}), Path({str(machine.state)!r}), Clock())\n"
        "store.write('log', [Change('nights', 20261119, 'severity', 6)])\n"
        "store.between('nights', date(2026, 11, 1), date(2026, 11, 30)); store.dates(); store.refresh()\n"
        "sys.exit('tinydb' in sys.modules)\n"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert machine.open().dates()
