"""``restore``: earlier states are listed, looked at, and brought back after asking; on real files."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def used(run):
    """A week of nights; one was changed on Wednesday, one deleted and one added on Thursday."""
    for day in range(10, 14):
        run("log", "6", "--night", f"2026-11-{day}", "--note", "as it was", at="2026-11-14T22:00+01:00")
    run("log", "2", "--night", "2026-11-10", "--note", "a slip", at="2026-11-18T20:05+01:00")
    run("log", "--delete", "--night", "2026-11-12", at="2026-11-19T20:10+01:00")
    run("log", "1", "--night", "2026-11-15", at="2026-11-19T20:11+01:00")
    return run


def test_earlier_states_are_listed_with_what_differs_now(used):
    code, out, err = used("restore")

    assert (code, err) == (0, "")
    rows = [line for line in out.splitlines() if line[:3].strip().isdigit()]
    assert rows[:2] == [
        "  1  Thu 19 Nov 2026 20:10      4  1 night deleted, 1 added",
        "  2  Wed 18 Nov 2026 20:05      4  1 night changed, 1 deleted, 1 added",
    ]
    assert "stillnight restore 1" in out


def test_the_list_is_there_for_programs_too(used):
    rows = json.loads(used("restore", "--json")[1])

    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[1] | {"file": ""} == {
        "number": 2,
        "kind": "image",
        "at": "2026-11-18T19:05:00+00:00",
        "file": "",
        "is_readable": True,
        "nights": 4,
        "changed": 1,
        "deleted": 1,
        "added": 1,
        "purged": 0,
        "others": 0,
        "is_damaged": False,
        "is_another": False,
    }


@pytest.mark.parametrize(
    "when", ["2", "2026-11-18", "wed", "yesterday", "18 Nov 20:05", "2026-11-18T21:00", "2026-11-19 20:09"]
)
def test_a_number_a_date_or_a_moment_means_the_newest_state_not_after_it(used, when):
    _, out, _ = used("restore", *when.split(), "--json")

    assert json.loads(out)["at"] == "2026-11-18T19:05:00+00:00"


def test_what_it_would_change_is_shown_and_done_after_a_yes(used):
    code, out, _ = used("restore", "2", typed="y\n")

    assert code == 0
    assert "2026-11-10  urge 6, note 'as it was' (now urge 2, note 'a slip')" in out
    assert "2026-11-12  back from the bin: urge 6, note 'as it was'" in out
    assert "1 night added since, left alone (with --exactly: into the bin): 2026-11-15" in out
    assert "bring back 2 nights? [y/N]" in out
    assert "saved 22:40, 2 nights brought back (stillnight undo takes it back)" in out
    nights = {one["night"]: one for one in json.loads(used("show", "--all", "--json")[1])}
    assert nights["2026-11-10"]["note"] == nights["2026-11-12"]["note"] == "as it was"
    assert nights["2026-11-10"]["evening_at"] == "2026-11-14T22:00+01:00"
    assert nights["2026-11-15"]["severity"] == 1


@pytest.mark.parametrize("typed", ["n\n", "\n", "", "maybe\n"])
def test_anything_but_a_yes_leaves_all_as_it_is(used, typed):
    before = used("show", "--all", "--json")[1]

    code, out, _ = used("restore", "2", typed=typed)

    assert code == 0
    assert "left as it is" in out
    assert used("show", "--all", "--json")[1] == before


def test_where_nobody_can_answer_it_wants_yes(used):
    before = used("show", "--all", "--json")[1]
    code, _, err = used("restore", "2")
    assert (code, "--yes" in err, used("show", "--all", "--json")[1]) == (2, True, before)

    code, out, _ = used("restore", "2", "--yes", "--json")

    assert code == 0
    assert json.loads(out)["restored"] == 2
    assert used("undo")[1].startswith("undone: restore of Wed 18 Nov 2026 20:05")
    assert json.loads(used("show", "--all", "--json")[1]) == json.loads(before)


def test_it_remembers_when_each_value_was_typed(used):
    used("restore", "2", "--yes")

    out = used("show", "2026-11-10", "--history")[1]

    assert "    now: severity 6, written 2026-11-14 22:00, brought back 2026-11-19 22:40" in out
    assert "    earlier: severity 2, written 2026-11-18 20:05" in out
    assert json.loads(used("show", "2026-11-10", "--json")[1])["late"] == ["evening"]
    shape = json.loads(used("show", "2026-11-10", "--history", "--json")[1])
    assert shape["brought_back"][0]["at"] == "2026-11-14T21:00:00+00:00"


def test_exactly_takes_what_was_added_into_the_bin(used):
    _, out, _ = used("restore", "2", "--exactly", "--yes")

    assert "2 nights brought back, 1 night put in the bin" in out
    assert used("show", "--all", "--json")[1].count('"night"') == 4


def test_what_only_goes_to_the_bin_is_not_called_brought_back(used):
    used("restore", "2", "--yes")

    _, out, _ = used("restore", "3", "--exactly", typed="y\n")

    assert "put 1 night in the bin? [y/N]" in out
    assert "saved 22:40, 1 night put in the bin (stillnight undo takes it back)" in out


def test_just_one_night_can_be_brought_back(used):
    _, out, _ = used("restore", "2", "--night", "2026-11-12", "--yes")

    assert "1 night brought back" in out
    nights = {one["night"]: one for one in json.loads(used("show", "--all", "--json")[1])}
    assert nights["2026-11-10"]["note"] == "a slip"
    assert nights["2026-11-12"]["note"] == "as it was"
    code, _, err = used("restore", "2", "--night", "2026-11-13", "--yes")
    assert (code, "is now as it was then" in err) == (2, True)


def test_a_file_can_be_brought_back(used, home):
    copy = home / "copy.json"
    copy.write_bytes((home / ".local/share/stillnight/journal.json").read_bytes())
    used("log", "--delete", "--night", "2026-11-13")

    _, out, _ = used("restore", str(copy), "--yes")

    assert "file, copy.json: 4 nights" in out
    assert used("undo")[1].startswith("undone: restore of copy.json")


def test_what_is_not_in_a_damaged_file_is_not_called_added(used, home):
    torn = home / "torn.json"
    data = (home / ".local/share/stillnight/journal.json").read_bytes()
    torn.write_bytes(data[: data.index(b'"20261113"')])

    _, out, _ = used("restore", str(torn), "--yes")

    assert "it is damaged: only what is whole in it can be brought back" in out
    assert "2 nights not to be found in it, left alone: 2026-11-13, 2026-11-15" in out
    code, _, err = used("restore", str(torn), "--exactly", "--yes")
    assert (code, "leave out --exactly" in err) == (2, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99", "there is no number 99"),
        ("0", "there is no number 0"),
        ("2026-01-01", "nothing is kept of 2026-01-01 or before; the oldest is of 2026-11-14 22:00"),
        ("soon", "with a time such as 22:30, or a number"),
        ("2026-11-18 25:00", "a time such as 21:30"),
        ("no/such.json", "cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(used, typed, said):
    code, _, err = used("restore", typed, "--yes")

    assert code in (1, 2)
    assert said in err
    assert err.count("\n") == 1


def test_options_without_a_state_are_refused(used):
    code, _, err = used("restore", "--yes")

    assert (code, "needs to know which state" in err) == (2, True)


def test_where_nothing_is_kept_it_says_so(run, home):
    assert "nothing is kept yet" in run("restore")[1]
    assert not (home / ".local/share/stillnight").exists()


def test_a_state_that_is_as_now_brings_nothing_back(used):
    used("restore", "2", "--yes", "--exactly")

    # bringing it back has made an image of its own
    assert "nothing to bring back" in used("restore", "3", "--yes")[1]


def test_what_was_not_asked_then_is_never_called_no(run):
    run("log", "6", "--night", "2026-11-18", at="2026-11-18T19:05+01:00")
    run("log", "--night", "2026-11-18", "+caffeine=1", "--note", "tea", at="2026-11-18T20:05+01:00")
    answers = "--clear", "severity", "-caffeine"
    run("log", "--night", "2026-11-18", *answers, at="2026-11-18T21:05+01:00")

    assert (
        "urge 6, no note, caffeine not asked (now urge not asked, note 'tea', no caffeine)"
        in run("restore", "2")[1]
    )
    assert "urge 6, caffeine 1 (now urge not asked, no caffeine)" in run("restore", "1")[1]


def test_a_state_is_called_as_the_list_calls_it(used):
    assert "earlier state, Wed 18 Nov 2026 20:05: 4 nights" in used("restore", "2")[1]


def test_where_nothing_is_kept_yet_it_says_when_that_begins(run):
    assert run("restore")[1] == (
        "nothing is kept yet: the first state is kept when an entry is changed in a later hour\n"
    )


def test_an_episode_that_was_added_to_a_night_is_no_night(run):
    run("log", "6", "--night", "2026-11-18", at="2026-11-18T19:05+01:00")
    run("awake", "7", at="2026-11-19T03:10+01:00")
    run("log", "5", "--night", "2026-11-17", at="2026-11-19T03:20+01:00")

    out = run("restore", "1")[1]

    left = "1 night and 1 episode added since, left alone (with --exactly: into the bin)"
    assert f"{left}: 2026-11-17, 2026-11-18" in out
