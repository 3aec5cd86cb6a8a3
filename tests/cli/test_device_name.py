"""What this device is called: after the machine, or as the user says; and that it stands in the file."""

from __future__ import annotations

import json
import os
from types import SimpleNamespace

import pytest

from stillnight.cli.house import host_name
from stillnight.cli.main import main

NOW = "2026-11-19T22:40+01:00"


@pytest.fixture
def machine_called(monkeypatch):
    """Gives the machine a name."""

    def call(name: str) -> None:
        monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(nodename=name))

    monkeypatch.setenv("STILLNIGHT_NOW", NOW)
    return call


@pytest.fixture
def names(home):
    """The names of the devices in the journal."""
    file = home / ".local/share/stillnight/journal.json"
    return lambda: [one["name"] for one in json.loads(file.read_bytes()).get("devices", {}).values()]


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        ("desk", "desk"),
        ("Sams-MacBook.local", "Sams-MacBook"),
        ("localhost", ""),
        ("localhost.localdomain", ""),
        ("", ""),
        ("x" * 40, "x" * 24),
    ],
)
def test_a_device_is_called_by_the_first_label_of_its_machine(machine_called, machine, name):
    machine_called(machine)
    assert host_name({}) == name


def test_where_nobody_can_be_asked_the_environment_is(monkeypatch):
    monkeypatch.delattr(os, "uname")
    assert host_name({"COMPUTERNAME": "DESK-7"}) == "DESK-7"
    assert host_name({}) == ""


def test_an_entry_writes_the_name_into_the_file(machine_called, names):
    machine_called("desk.example")
    assert main(["log", "6"]) == 0
    assert names() == ["desk"]


def test_a_machine_that_is_called_like_every_other_writes_none(machine_called, names):
    machine_called("localhost")
    main(["log", "6"])
    assert names() == []


def test_the_user_can_call_it_otherwise(machine_called, names, capsys):
    machine_called("desk")
    main(["set", "device_name"])
    assert "desk  (the machine)" in capsys.readouterr().out
    assert main(["set", "device_name", "by the window"]) == 0
    main(["log", "6"])
    assert names() == ["by the window"]
    assert main(["set", "device_name", "x" * 25]) == 2
    assert "at most 24 signs" in capsys.readouterr().err


def test_the_setting_says_that_others_can_read_it(capsys):
    main(["set", "device_name"])
    assert "it is written into your journal" in capsys.readouterr().out


def test_a_made_up_year_holds_no_machines_name(machine_called, home):
    machine_called("desk")
    assert main(["demo", "--write", str(home / "demo.json")]) == 0
    assert "devices" not in json.loads((home / "demo.json").read_bytes())
