"""What is typed before there is a screen."""

from __future__ import annotations

import os
import select
import termios
from collections.abc import Iterator

import pytest

from stillnight.ui.keyboard import EarlyKeyboard


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """A person's end and the program's end of a terminal."""
    ends = os.openpty()
    yield ends
    for end in ends:
        os.close(end)


def has_input(end: int) -> bool:
    return bool(select.select([end], [], [], 0)[0])


def type_in(terminal: tuple[int, int], keys: bytes) -> None:
    """Type, and let it arrive: the terminal hands it on a moment later, as it is set then."""
    person, program = terminal
    os.write(person, keys)
    assert select.select([program], [], [], 5)[0]


def test_what_is_typed_early_waits_unseen_and_the_terminal_is_given_back(terminal):
    person, program = terminal
    before = termios.tcgetattr(program)
    early = EarlyKeyboard(program)
    type_in(terminal, b"o6\r")
    early.release()
    assert termios.tcgetattr(program) == before
    assert os.read(program, 10) == b"o6\r"
    assert not has_input(person)


def test_what_was_typed_for_a_screen_that_never_came_is_no_command_for_the_shell(terminal):
    _, program = terminal
    early = EarlyKeyboard(program)
    type_in(terminal, b"oSlept badly\r")
    early.forget()
    early.release()
    assert not has_input(program)
