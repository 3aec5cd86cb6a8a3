"""Nights go out to a file and come in from one."""

from __future__ import annotations

import copy
import io
import json
import os
import sys

import pytest

NIGHTS = [
    {
        "night": "2026-11-17",
        "severity": 6,
        "onset": "21:30",
        "factors": {"caffeine": 2, "stress": 7},
        "note": "äöü →",
    },
    {"night": "2026-11-18", "severity": 0},
]


@pytest.fixture
def file(tmp_path):
    """A file of two nights."""
    path = tmp_path / "nights.jsonl"
    path.write_text("".join(json.dumps(night) + "\n" for night in NIGHTS))
    return path


def test_a_file_is_taken_in_and_comes_out_again(sn, file, tmp_path):
    answer = sn("import", str(file))
    assert answer.out == "saved 22:40, import: 2 nights added, 0 changed, 0 as they were\n"
    out = tmp_path / "out.jsonl"
    assert sn("export", str(out)).out == f"2 nights written to {out}\n"
    assert [json.loads(line) for line in out.read_text().splitlines()] == [
        {"night": "2026-11-17", "severity": 6, "onset": "21:30", "note": "äöü →", "source": "import",
         "factors": {"caffeine": 2, "stress": 7}},
        {"night": "2026-11-18", "severity": 0, "onset": "none", "source": "import"},
    ]  # fmt: skip
    assert out.stat().st_mode & 0o077 == 0


def test_one_night_is_one_night(sn, tmp_path):
    sn("log", "6")
    assert sn("export", str(tmp_path / "one.jsonl")).out.startswith("1 night written to ")


def test_a_second_import_changes_nothing(sn, file):
    sn("import", str(file))
    assert sn("import", str(file)).out == "nothing to import: 2 nights there already\n"


def test_a_dry_run_says_what_would_change_and_changes_nothing(sn, store, file):
    sn("log", "3", "--night", "2026-11-17")
    before = copy.deepcopy(store.records)
    assert sn("import", str(file), "--dry-run").out == (
        "would import: 1 night added, 1 changed, 0 as they were\n"
        "  added: 2026-11-18 to 2026-11-18\n"
        "  changed: 2026-11-17 severity, onset, note, f.caffeine, f.stress\n"
    )
    assert store.records == before


def test_undo_takes_an_import_back(sn, store, file):
    sn("import", str(file))
    sn("undo")
    assert store.dates() == []


def test_one_mistake_and_nothing_comes_in(sn, store, file):
    with file.open("a") as more:
        more.write(
            '{"night": "2026-11-19", "severity": 12}\n{"night": "2026-11-16", "factors": {"choco": 1}}\n'
        )
    answer = sn("import", str(file))
    assert (answer.code, answer.out, store.records) == (2, "", {})
    lines = answer.err.splitlines()
    assert len(lines) == 3
    assert lines[0] == "stillnight: line 3: severity: 12 does not fit, it takes a whole number from 0 to 10"
    assert "line 4: no factor is called 'choco'" in lines[1]
    assert lines[2] == f"stillnight: nothing was imported: 2 mistakes in {file}"


def test_of_many_mistakes_twenty_are_told(sn, tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text("x\n" * 100)
    lines = sn("import", str(path)).err.splitlines()
    assert len(lines) == 22
    assert lines[20] == "stillnight: and 80 more"


def test_new_factors_come_in_when_they_are_meant(sn, tmp_path):
    path = tmp_path / "new.jsonl"
    path.write_text('{"night": "2026-11-18", "severity": 3, "factors": {"chocolate": 3}}\n')
    assert sn("import", str(path)).code == 2
    assert sn("import", str(path), "--new-factors").out.endswith("new factors chocolate\n")
    assert "chocolate 3" in sn("show", "2026-11-18").out


def test_a_night_to_come_needs_to_be_meant(sn, tmp_path):
    path = tmp_path / "future.jsonl"
    path.write_text('{"night": "2026-12-24", "severity": 3}\n')
    assert sn("import", str(path)).code == 2
    assert sn("import", str(path), "--future").code == 0
    assert sn("import", str(path)).code == 0


def test_an_empty_file_is_nothing_to_import(sn, tmp_path):
    path = tmp_path / "empty.jsonl"
    path.write_text("\n")
    assert sn("import", str(path)).out == "nothing to import: 0 nights there already\n"


def test_a_dash_is_the_standard_input_and_output(sn, file, monkeypatch):
    sn("import", str(file))
    out = sn("export", "-").out
    assert len(out.splitlines()) == 2
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(out.encode())))
        assert sn("import", "-").out == "nothing to import: 2 nights there already\n"


def test_an_export_replaces_a_file_only_when_that_is_meant(sn, tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("precious")
    answer = sn("export", str(path))
    assert (answer.code, path.read_text()) == (2, "precious")
    assert "--force" in answer.err
    assert sn("export", str(path), "--force").code == 0
    assert path.read_text() == ""


def test_an_export_never_replaces_the_journal(sn, tmp_path):
    journal = tmp_path / "j.json"
    journal.write_text("{}")
    answer = sn("--journal", str(journal), "export", str(journal), "--force")
    assert (answer.code, journal.read_text()) == (2, "{}")


def test_a_mistyped_folder_is_not_made(sn, tmp_path):
    answer = sn("export", str(tmp_path / "Dokuments" / "nights.jsonl"))
    assert (answer.code, answer.out, list(tmp_path.iterdir())) == (2, "", [])
    assert f"no folder {tmp_path / 'Dokuments'}: make it first" in answer.err


def test_what_the_format_has_no_word_for_is_said(sn, store, file):
    sn("import", str(file))
    store.records["nights", 20261118]["moon"] = "full"
    answer = sn("export", "-")
    assert "moon" in answer.err
    assert "(1 nights)" not in answer.err


def test_an_export_that_cannot_be_written_leaves_nothing(sn, tmp_path):
    # the name fits, the one of the file it is first written to does not
    answer = sn("export", str(tmp_path / ("x" * 250)))
    assert (answer.code, list(tmp_path.iterdir())) == (1, [])
    assert answer.err.count("\n") == 1


def test_progress_is_told_on_a_terminal_only(sn, tmp_path, monkeypatch):
    path = tmp_path / "many.jsonl"
    path.write_text("\n" * 600)
    assert sn("import", str(path)).err == ""
    monkeypatch.setattr("stillnight.cli.progress._is_terminal", lambda: True)
    assert "500 lines read" in sn("import", str(path)).err


def test_an_export_never_replaces_a_pipe_or_a_device(sn, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    answer = sn("export", str(tmp_path / "pipe"), "--force")
    assert (answer.code, (tmp_path / "pipe").is_fifo()) == (2, True)
