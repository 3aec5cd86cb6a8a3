"""The line at the top keeps the night and the state of the last save in any width."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.ui.pictures.top import top_line

NIGHT = date(2026, 11, 19)


def drawn(status: str, width: int) -> str:
    return "".join(text for text, _ in top_line(NIGHT, status, width))


@pytest.mark.parametrize(
    ("status", "width", "left"),
    [
        ("", 120, " stillnight    night of Thu 19 → Fri 20 Nov"),
        ("saved 23:08", 80, " stillnight    night of Thu 19 → Fri 20 Nov"),
        ("saved 23:08", 50, " night of Thu 19 → Fri 20 Nov"),
        ("saved 23:08", 44, " night of Thu 19 → Fri 20 Nov"),
        ("saved 23:08", 40, " Thu 19 → Fri 20 Nov"),
        ("safe here 22:40, not in the file yet", 60, " Thu 19 → Fri 20 Nov"),
    ],
)
def test_what_is_dear_least_goes_first(status, width, left):
    line = drawn(status, width)
    assert line.startswith(left)
    assert line.rstrip().endswith(status)
    assert len(line) < width


@pytest.mark.parametrize(
    ("width", "status"),
    [
        (120, "saved 22:40 · merged 22:42 from desk"),
        (70, "saved 22:40 · merged 22:42 from desk"),
        (44, "merged 22:42 from desk"),
        (40, "merged 22:42"),
    ],
)
def test_where_there_is_little_room_the_newest_stays(width, status):
    line = drawn("saved 22:40 · merged 22:42 from desk", width)
    assert line.rstrip().endswith(status)
    assert len(line) <= width
    assert "Thu 19 → Fri 20 Nov" in line


def test_a_status_is_shortened_to_its_beginning_and_never_to_a_lie():
    line = drawn("safe here 22:40, not in the file yet", 44)
    assert line.split("  ")[-1] == "safe here 22:40"
    assert len(line) < 44
