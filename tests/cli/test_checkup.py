"""The check-up on plain lines: piped in, narrow, left and resumed."""

from __future__ import annotations

import io
import json

import pytest


@pytest.fixture
def typed(monkeypatch):
    """Puts lines where the command reads them."""

    def put(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))

    return put


ALL_NO = ("never", "no", "no", "no", "no", "no", "no", "no", "no")


def test_all_of_it_out_of_a_pipe(sn, typed):
    sn("log", "4")
    typed(*ALL_NO)
    answer = sn("checkup")
    assert answer.code == 0
    assert answer.err == ""
    assert "1 of 9: Was your iron ever measured" in answer.out
    assert "The check-up is done" in answer.out
    assert "Iron: was it ever measured?" in answer.out
    assert json.loads(sn("checkup", "--json").out)["is_done"]


def test_it_goes_on_where_the_lines_ended(sn, typed):
    typed("never", "now and then")
    assert "Left; what is answered is" in sn("checkup").out
    typed("no")
    out = sn("checkup").out
    assert "1 of 9" not in out
    assert "3 of 9: Do you take" in out


def test_nothing_at_all_is_read_and_nothing_kept(sn, typed, store):
    typed()
    assert sn("checkup").code == 0
    assert store.records == {}


def test_no_line_is_longer_than_forty_columns(sn, typed):
    typed("2", "42", "2 Nov", "most", "", "", "2", "", "", "", "2", "", "", "2", "20", "3", "2", "2", "2")
    out = sn("checkup").out
    assert "The check-up is done" in out
    assert [line for line in out.splitlines() if len(line) > 40] == []


def test_an_answer_that_does_not_fit_ends_what_comes_out_of_a_pipe(sn, typed):
    typed("never", "perhaps")
    answer = sn("checkup")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "1 no, 2 now and then" in answer.err
    assert json.loads(sn("checkup", "--json").out)["answers"]["iron"] == "no"


def test_who_types_is_asked_again(sn, typed, monkeypatch):
    typed("perhaps not", "never", "q")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    out = sn("checkup").out
    assert "does not fit" in out
    assert "2 of 9" in out


def test_back_shows_what_was_said_and_enter_keeps_it(sn, typed):
    typed("never", "b", "", "q")
    out = sn("checkup").out
    assert "Now: never, as far as I know. Enter" in out
    assert json.loads(sn("checkup", "--json").out)["answers"]["iron"] == "no"


def test_again_goes_through_all_of_it(sn, typed):
    typed(*ALL_NO)
    sn("checkup")
    typed("", "", "", "", "", "yes", "", "", "")
    out = sn("checkup", "--again").out
    assert "Kidney disease? yes" in out
    assert json.loads(sn("profile", "--json").out)["ckd"] is True


def test_when_all_is_answered_it_shows_the_answers(sn, typed):
    typed(*ALL_NO)
    sn("checkup")
    typed()
    out = sn("checkup").out
    assert "1 of 9" not in out
    assert "never, as far as I know" in out


def test_no_thanks_is_kept(sn):
    sn("log", "4")
    assert json.loads(sn("checkup", "--json").out)["is_offered"]
    assert "not offered again" in sn("checkup", "--no-thanks").out
    assert not json.loads(sn("checkup", "--json").out)["is_offered"]
    assert sn("checkup", "--no-thanks", "--again").code == 2


def test_undo_takes_one_answer_back(sn, typed):
    typed("never", "no")
    sn("checkup")
    assert "check-up: night pill" in sn("undo").out
    assert json.loads(sn("checkup", "--json").out)["open"][0] == "night_pill"


def test_who_interrupts_it_is_told_that_nothing_is_lost(sn, monkeypatch):
    class Interrupted(io.StringIO):
        lines = iter(["never\n"])

        def readline(self, *rest):
            line = next(self.lines, None)
            if line is None:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr("sys.stdin", Interrupted())
    answer = sn("checkup")
    assert answer.code == 130
    assert "what is answered is" in answer.out
    assert json.loads(sn("checkup", "--json").out)["answers"]["iron"] == "no"
