"""Ctrl+C is heard while a line is waited for, whenever it comes."""

from __future__ import annotations

import io
import os
import select
import signal
import tty

import pytest

from stillnight.cli import keyboard_line
from stillnight.cli.keyboard_line import typed_line, typed_within

AT_ONCE = 0


@pytest.fixture
def terminal():
    hand, end = os.openpty()
    with open(end, encoding="utf-8") as stream:
        yield hand, stream
    os.close(hand)


def test_a_typed_line_is_read(terminal):
    hand, stream = terminal
    os.write(hand, b"6\nnext\n")
    assert [typed_line(stream), typed_line(stream)] == ["6\n", "next\n"]


def test_ctrl_c_just_before_the_system_waits_ends_the_wait(terminal, monkeypatch):
    hand, stream = terminal
    ends = []

    def wait_late(readers, *others):
        # the signal has come, and nobody has looked at it yet
        signal.raise_signal(signal.SIGINT)
        ready, *_ = select_now(readers, *others, AT_ONCE)
        ends.append([one for one in ready if one != stream.fileno()])
        os.write(hand, b"\n")
        return ready, [], []

    select_now, before = select.select, signal.signal(signal.SIGINT, lambda *_: None)
    monkeypatch.setattr(keyboard_line.select, "select", wait_late)
    try:
        typed_line(stream)
    finally:
        signal.signal(signal.SIGINT, before)
    assert [len(one) for one in ends] == [1]
    assert signal.set_wakeup_fd(-1) == -1


def test_lines_that_came_together_are_all_read(terminal):
    hand, stream = terminal
    tty.setcbreak(hand)
    os.write(hand, b"6\nnext\n")
    assert [typed_line(stream), typed_line(stream)] == ["6\n", "next\n"]


def test_what_is_no_terminal_is_read_as_it_is():
    assert typed_line(io.StringIO("6\n")) == "6\n"


def test_a_line_that_is_there_is_read_within_the_time(terminal):
    hand, stream = terminal
    os.write(hand, b"p\nnext\n")
    assert [typed_within(stream, AT_ONCE), typed_within(stream, AT_ONCE)] == ["p\n", "next\n"]


def test_where_nothing_was_typed_in_time_there_is_no_line(terminal):
    hand, stream = terminal
    assert typed_within(stream, AT_ONCE) is None
    os.write(hand, b"half a li")
    assert typed_within(stream, AT_ONCE) is None
    os.write(hand, b"ne\n")
    assert typed_within(stream, AT_ONCE) == "half a line\n"


def test_a_time_that_is_over_already_is_no_error(terminal):
    _, stream = terminal
    assert typed_within(stream, -3) is None


def test_the_end_of_the_input_is_no_line_that_is_late(terminal):
    hand, stream = terminal
    os.write(hand, b"\x04")
    assert typed_within(stream, AT_ONCE) == ""
    assert typed_within(io.StringIO("6\n"), AT_ONCE) == "6\n"
