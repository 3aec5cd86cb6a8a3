"""``stillnight ask`` with its answers from a pipe."""

from __future__ import annotations

import io
import json

import pytest

from stillnight.cli.asked_lines import COLUMNS
from stillnight.domain.ports import NIGHTS

TONIGHT = 20261119
EVENING = ["6", "2130", "2", "no", "7", "", "9.5", "n", "calves left", "", "slept on the sofa"]
FACTORS = {"f.caffeine": 2, "f.alcohol": False, "f.stress": 7, "f.sitting": 9.5, "f.antihistamine": False}


@pytest.fixture
def ask(sn, monkeypatch):
    """Asks, and answers with these lines."""

    def run(*lines: str, argv: tuple[str, ...] = ()):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return sn("ask", *argv)

    return run


def drafts(home) -> dict:
    kept = home / ".local/state/stillnight/drafts.json"
    return json.loads(kept.read_text()) if kept.exists() else {}


def test_a_whole_evening_goes_in_line_by_line(ask, store, home):
    answer = ask(*EVENING, "")
    assert (answer.code, answer.err) == (0, "")
    assert store.get(NIGHTS, TONIGHT) == {
        "date": "2026-11-19", "severity": 6, "onset": "2026-11-19T21:30+01:00", **FACTORS,
        "parts": ["calves"], "side": "left", "note": "slept on the sofa",
        "evening_at": "2026-11-19T22:40+01:00",
    }  # fmt: skip
    assert answer.out.startswith("The night of Thu 19 → Fri 20 Nov\n")
    assert answer.out.endswith("\nSaved 22:40\n")
    assert drafts(home) == {}


def test_it_is_one_deed(ask, sn, store):
    ask(*EVENING, "")
    sn("undo")
    assert store.get(NIGHTS, TONIGHT) is None


@pytest.mark.parametrize(
    "lines", [("6", "done", ""), ("6", "done"), ("6",), ("6", "L", ""), ("6 . c2", "done")]
)
def test_a_short_evening_is_short(ask, sn, store, lines):
    sn("log", "3", "--night", "yesterday", "--onset", "21:45")
    assert ask(*lines).code == 0
    assert store.get(NIGHTS, TONIGHT)["severity"] == 6
    assert (store.get(NIGHTS, TONIGHT).get("lights_out") is not None) is ("L" in lines)


def test_where_the_lines_end_what_was_answered_is_saved_and_said(ask, store):
    answer = ask("6", "2130", "2")
    assert answer.out.endswith("\nSaved 22:40: urge 6, first at 21:30,\ncaffeine 2\n")
    assert store.get(NIGHTS, TONIGHT)["f.caffeine"] == 2


def test_no_lines_at_all_save_nothing(ask, store, home):
    answer = ask()
    assert (answer.code, store.records) == (0, {})
    assert answer.out.endswith("Nothing was answered, nothing was saved.\n")
    ask("6", "q")
    assert (ask().code, store.records) == (0, {})


def test_one_wrong_line_and_nothing_is_saved_and_nothing_is_lost(ask, store, home):
    answer = ask("6", "2130", "lots", "7")
    assert (answer.code, store.records) == (2, {})
    assert answer.err == (
        "stillnight: line 3, 'lots': lots is no answer here; nothing was saved; "
        "what was answered before it is kept as a draft\n"
    )
    assert [*drafts(home).values()] == [{"2026-11-19": {"severity": 6, "onset": "2026-11-19T21:30+01:00"}}]
    again = ask("", "", "2", "done", "")
    assert "What was answered and not saved is here" in again.out
    assert "Now: 21:30. Enter keeps it." in again.out
    night = store.get(NIGHTS, TONIGHT)
    assert (night["severity"], night["onset"], night["f.caffeine"]) == (6, "2026-11-19T21:30+01:00", 2)


def test_somebody_who_leaves_keeps_a_draft(ask, store, home):
    answer = ask("6", "q")
    assert (answer.code, store.records) == (0, {})
    assert "What was answered is\nkept" in answer.out
    assert drafts(home) != {}


def test_somebody_who_leaves_hears_where_nothing_could_be_kept(ask, home):
    (home / ".local/state/stillnight/drafts.json").mkdir(parents=True)
    answer = ask("6", "q")
    assert answer.out.endswith(
        "\nNothing was saved, and what was answered\ncould not be kept on this machine.\n"
    )
    assert "kept as a draft" not in ask("6", "lots").err


def test_what_is_on_record_is_shown_and_kept(ask, sn, store):
    sn("log", "6", "+caffeine=2@15:30", "--note", "springs")
    answer = ask("", "", "", "done", "")
    assert "Now: 6. Enter keeps it." in answer.out
    assert "Now: 2 at 15:30. Enter keeps it." in answer.out
    assert answer.out.endswith("Nothing was answered, nothing was saved.\n")


def test_another_night_can_be_named_and_has_no_lights_out(ask, store):
    assert ask("4", "done", "", argv=("--night", "yesterday")).code == 0
    assert store.get(NIGHTS, 20261118)["severity"] == 4
    answer = ask("4", "L", argv=("--night", "mon"))
    assert (answer.code, "L is for tonight" in answer.err) == (2, True)
    later = ask("4", argv=("--night", "2026-11-20"))
    assert (later.code, later.err.count("\n")) == (2, 1)


def test_in_the_night_one_number_is_all_and_no_clock_is_named(ask, store):
    answer = ask("7", argv=("--moment", "night"))
    assert answer.out.endswith(
        "Awake? How strong is the urge to move?\n(0 to 10)\n> 7\nSaved: awake, urge 7\n"
    )
    assert [one["severity"] for one in store.all("episodes").values()] == [7]
    assert store.all(NIGHTS) == {}
    assert ask("", argv=("--moment", "night")).out.endswith("Nothing was answered, nothing was saved.\n")


def test_the_night_leaves_the_drafts_of_the_evening_alone(ask, home):
    ask("6", "q")
    before = drafts(home)
    ask("7", argv=("--moment", "night"))
    assert drafts(home) == before != {}


def test_the_morning_asks_its_own(ask, sn, store, monkeypatch):
    sn("6", "L")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T06:50+01:00")
    answer = ask("4", "3", "2", "20", "1", "15", "", "", "0655", "yes", "better", "")
    assert (answer.code, answer.err) == (0, "")
    assert "Now: 06:50, supposed: when this was\nopened. Enter keeps it." in answer.out
    night = store.get(NIGHTS, TONIGHT)
    assert [night[name] for name in ("quality", "rested", "disturbed")] == [4, 3, 2]
    assert [night[name] for name in ("sol_min", "nwak", "waso_min")] == [20, 1, 15]
    assert night["final_wake"] == "2026-11-20T06:50+01:00"
    assert night["kicks_seen"] is True


def test_a_pipe_is_asked_the_same_after_a_very_bad_night(ask, sn, store, monkeypatch):
    sn("9", "L")
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T06:50+01:00")
    assert ask("2", "1", "9").code == 0
    assert store.get(NIGHTS, TONIGHT)["quality"] == 2


def test_no_line_is_wider_than_40_columns(ask, sn):
    sn("medicine", "add", "a tablet with a long name that goes on", "--usual")
    sn("log", "6", "--note", "w" * 90 + "\nand more", "+caffeine=2@15:30")
    said = [ask(*["?", ""] * 14, "?", "b", "zzz zzz zzz").out, ask("6", *[""] * 11, "a note " * 30).out]
    said += [ask(*["?", ""] * 12, argv=("--moment", "morning")).out, ask("?", argv=("--moment", "night")).out]
    lines = [line for text in said for line in text.splitlines()]
    assert len(lines) > 200
    assert [line for line in lines if len(line) > COLUMNS] == []


def test_what_is_asked_needs_no_terminal(ask):
    assert "\x1b" not in ask(*EVENING, "").out
    assert "\r" not in ask(*EVENING, "").out


def test_an_entry_that_is_safe_but_not_published_says_so(ask, store):
    store.problem = "the folder cannot be written, so the entry follows with the next save"
    answer = ask("6", "done", "")
    assert answer.out.endswith("Safe on this machine 22:40\n")
    assert answer.err == f"stillnight: {store.problem}\n"


def test_a_store_that_fails_keeps_the_draft(ask, store, home):
    store.broken = "the disk is full"
    answer = ask("6", "done", "")
    assert (answer.code, answer.err) == (1, "stillnight: the disk is full\n")
    assert drafts(home) != {}


def test_without_any_input_there_is_no_answer(sn, monkeypatch, store):
    monkeypatch.setattr("sys.stdin", None)
    assert sn("ask").code == 0
    assert store.records == {}


def test_bytes_that_are_no_text_are_refused_by_the_field(sn, monkeypatch, store):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"6\ndone\nb\n\xff\n"), encoding="utf-8"))
    answer = sn("ask")
    assert answer.code == 2
    assert store.records == {}
