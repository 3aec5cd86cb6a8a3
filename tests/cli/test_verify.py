"""``verify``: what there is, what is wrong with the way out, and mending it; on real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def own(home, run) -> Path:
    """This machine's own folder of a journal that was written on two days."""
    run("log", "6", at="2026-11-18T22:40+01:00")
    run("log", "7")
    (folder,) = (home / ".local/state/stillnight/journals").iterdir()
    return folder


def test_a_sound_journal_exits_0_and_names_what_there_is(run, own):
    code, out, err = run("verify")

    assert (code, err) == (0, "")
    rows = dict(line.split("  ", 1) for line in out.splitlines())
    assert rows["file"].strip() == "whole and complete"
    assert rows["nights"].strip() == "2, 0 in the bin"
    assert rows["earlier states"].strip() == "1, of 2026-11-19 22:40 (stillnight restore lists it)"
    assert rows["devices seen"].strip() == f"{rows['this device'].strip()} (this one)"
    assert "trouble" not in out


def test_each_trouble_is_a_sentence_and_exits_1_until_it_is_mended(run, own):
    (own / "log.jsonl").chmod(0o644)

    code, out, _ = run("verify")
    assert code == 1
    assert "trouble: others can look into 1 file of this machine; verify --repair forbids it" in out

    code, out, _ = run("verify", "--repair")
    assert code == 0
    assert "mended: 1 file closed to others" in out
    assert run("verify")[0] == 0


def test_for_programs(run, own):
    (own / "log.jsonl").chmod(0o644)

    code, out, _ = run("verify", "--json")

    found = json.loads(out)
    assert code == 1
    assert {"lines", "troubles", "facts", "mended"} <= found.keys()
    assert found["facts"]["nights"] == 2
    assert found["facts"]["backups"]["sound"] == 1
    assert len(found["troubles"]) == 1
    assert len(json.loads(run("verify", "--repair", "--json")[1])["mended"]) == 1
