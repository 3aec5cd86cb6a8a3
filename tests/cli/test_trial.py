"""``stillnight trial``, from the question to what came out."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta

import pytest

from stillnight.cli.main import main
from stillnight.domain.ids import night_id

START = "2026-11-19"


@pytest.fixture
def begun(sn):
    """A trial that runs tonight."""
    answer = sn("trial", "start", "massager", "--yes")
    assert answer.code == 0, answer.err
    return sn


@pytest.fixture
def later(sn, monkeypatch, capsys, store):
    """Runs a command at another time."""

    def run(at: str, *argv: str):
        monkeypatch.setenv("STILLNIGHT_NOW", at)
        capsys.readouterr()
        code = main(argv, opener=lambda *_: store)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def trial_in(store):
    (record,) = store.all("trials").values()
    return record


def rate_all(store):
    """Every night of the trial, two points better with the massager, in an order that is always the same."""
    (id,) = store.all("trials")
    store.records["trials", id]["order"] = ["a", "usual", "usual", "a"] * 7
    for at, arm in enumerate(trial_in(store)["order"]):
        night = date.fromisoformat(START) + timedelta(days=at)
        value = (4 if arm == "a" else 6) + at % 2
        store.records["nights", night_id(night)] = {"date": night.isoformat(), "disturbed": value}


def test_without_trials_it_says_where_to_begin(sn):
    assert "stillnight trial templates" in sn("trial").out
    assert json.loads(sn("trial", "--json").out) == []


def test_options_may_stand_before_the_name(sn, store):
    assert sn("trial", "start", "--weeks", "2", "foot", "massager", "--yes").code == 0
    assert len(trial_in(store)["order"]) == 14
    assert sn("trial", "followed", "--night", START, "yes").code == 0
    assert trial_in(store)[f"followed.{START}"] is True


def test_the_templates_are_listed_with_their_grade(sn):
    answer = sn("trial", "templates")

    assert "massager_heat  C  foot massager and warm pad" in answer.out
    shapes = json.loads(sn("trial", "templates", "--json").out)
    assert shapes[0]["name"] == "massager_heat"
    assert shapes[0]["measures"][0]["tip"] == "foot_massager"


def test_everything_is_said_before_it_starts(sn, store):
    out = sn("trial", "start", "caffeine", "--yes").out

    assert (
        out.index("Question: ")
        < out.index("As usual: ")
        < out.index("4 weeks find a difference of 1.5 points")
    )
    assert (
        out.index("find a difference") < out.index("You can stop on any night") < out.index("trial started")
    )
    assert "Tomorrow, Fri 20 Nov: " in out
    assert len(trial_in(store)["order"]) == 28


@pytest.mark.parametrize(("typed", "is_started"), [("y\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_at_a_terminal_it_asks(sn, store, monkeypatch, typed, is_started):
    keyboard = io.StringIO(typed)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    answer = sn("trial", "start", "massager")

    assert answer.code == 0
    assert bool(store.all("trials")) is is_started
    assert ("nothing was stored" in answer.out) is not is_started


def test_where_nobody_can_be_asked_nothing_starts(sn, store):
    answer = sn("trial", "start", "massager")

    assert answer.code == 2
    assert "--yes" in answer.err
    assert not store.all("trials")


def test_what_would_start_can_be_read_by_a_program(sn, store):
    shape = json.loads(sn("trial", "start", "massager_heat", "--json").out)

    assert shape["design"] == "factorial"
    assert [one["effect"] for one in shape["power"]] == [1, 1.5, 2]
    assert (shape["from"], shape["to"], shape["refusal"]) == (START, "2026-12-16", None)
    assert not store.all("trials")


def test_design_weeks_outcome_and_first_night_can_be_chosen(sn, store):
    sn(
        "trial", "start", "massager", "--design", "two-night-blocks", "--weeks", "6", "--outcome", "severity",
        "--from", "2026-11-25", "--yes",
    )  # fmt: skip
    record = trial_in(store)

    assert (record["design"], record["outcome"], record["from"]) == (
        "two_night_blocks",
        "severity",
        "2026-11-25",
    )
    assert len(record["order"]) == 40


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("pramipexole",), "medicines are never tested here"),
        (("antihistamine",), "a medicine is never tested here"),
        (("magnesium",), "supplements are never tested here"),
        (("cafeine",), "did you mean caffeine"),
        (("massager", "--weeks", "3"), "weeks: 3 does not fit, it takes 2 or 4 or 6"),
        (("massager", "--weeks", "four"), "weeks: 'four' does not fit"),
        (("massager", "--design", "crossover"), "design: 'crossover' does not fit"),
        (("massager", "--design", "factorial"), "factorial does not fit massager"),
        (("massager", "--outcome", "weight"), "outcome: 'weight' does not fit"),
        (("massager", "--from", "2026-11-01"), "from: '2026-11-01' does not fit"),
        (("massager", "--reason", "x"), "--reason belongs to trial stop"),
        ((), "trial start needs a name"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_changes_nothing(sn, store, argv, said):
    answer = sn("trial", "start", *argv, "--yes")

    assert answer.code == 2
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not store.all("trials")


def test_a_second_one_is_refused_while_one_runs(begun, store):
    answer = begun("trial", "start", "massager", "--yes")

    assert answer.code == 2
    assert "“foot massager” goes on until Wed 16 Dec 2026" in answer.err
    assert len(store.all("trials")) == 1


def test_tonight_and_whether_the_plan_was_followed(begun, store):
    assert begun("trial", "tonight").out.startswith("Tonight: ")
    assert json.loads(begun("trial", "tonight", "--json").out)["number"] == 1
    assert "the plan was followed" in begun("trial", "followed", "yes").out
    assert trial_in(store)[f"followed.{START}"] is True
    assert json.loads(begun("trial", "show", "--json").out)["followed"] == 1
    begun("trial", "followed", "not_asked")
    assert f"followed.{START}" not in trial_in(store)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("followed",), "takes yes, no or not_asked"),
        (("followed", "perhaps"), "takes yes, no or not_asked"),
        (("followed", "yes", "--night", "2026-11-01"), "no trial has the night"),
        (("followed", "yes", "--night", "2026-11-20"), "still to come"),
        (("stop", "now"), "does not take 'now'"),
        (("tonight", "--yes"), "--yes belongs to trial start"),
        (("stop", "--json"), "--json belongs to what is read"),
        (("show", "gravity"), "no trial is called 'gravity'"),
        (("result",), "sealed until Thu 17 Dec 2026, 12:00"),
    ],
)
def test_other_slips_are_one_line_too(begun, argv, said):
    answer = begun("trial", *argv)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_without_a_trial_tonight_is_said_to_be_free(sn):
    assert sn("trial", "tonight").out == "no trial runs tonight\n"
    assert sn("trial", "tonight", "--json").out == "null\n"


def test_nothing_of_a_running_trial_tells_what_the_nights_say(begun, store):
    rate_all(store)
    for deed in ("list", "show"):
        text = begun("trial", deed, "--json").out + begun("trial", deed).out
        assert "effect" not in text
        assert "better" not in text


def test_the_nights_to_come_stay_unsaid(begun):
    assert len(json.loads(begun("trial", "show", "--json").out)["nights"]) == 1


def test_what_came_out_can_be_read_at_the_end(begun, later, store):
    rate_all(store)
    code, out, _ = later("2026-12-17T13:00+01:00", "trial", "result")

    assert code == 0
    assert "Foot massager: better in this trial, on your nights." in out
    assert "dummy treatment" in out
    shape = json.loads(later("2026-12-17T13:00+01:00", "trial", "result", "--json")[1])
    (effect,) = shape["effects"]
    assert effect["verdict"] == "better"
    assert effect["low"] < -2 < effect["high"] + 1
    assert effect["p"] < 0.05


def test_stopping_needs_no_reason_and_can_be_undone(begun, store):
    assert "trial stopped: foot massager" in begun("trial", "stop").out
    assert trial_in(store)["stopped"] == START
    begun("undo")
    assert "running, night 1 of 28" in begun("trial").out


def test_a_withdrawn_trial_comes_back_with_undo(begun, store):
    assert "stillnight undo brings it back" in begun("trial", "withdraw").out
    assert not store.all("trials")
    begun("undo")
    assert trial_in(store)["name"] == "massager"


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_terminal(sn, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    out = sn("trial", "start", "massager_heat", "--yes").out + sn("trial", "show").out

    lines = [line for line in out.splitlines() if not line.startswith("saved ")]
    assert max(map(len, lines)) <= columns


def test_the_evenings_questions_say_what_was_drawn(begun, monkeypatch):
    title = json.loads(begun("trial", "tonight", "--json").out)["title"]
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))

    assert f"Your trial tonight: {title}" in begun("ask").out
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert "Your trial" not in begun("ask", "--night", "yesterday").out
