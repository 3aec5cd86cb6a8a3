from __future__ import annotations

import json
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from stillnight.storage import FileDrafts
from stillnight.storage.disk.drafts import KEPT

NIGHT = date(2026, 11, 19)
JOURNAL = Path("journal.json")
RUINED = json.dumps({str(JOURNAL.resolve()): {"2026-11-19": 5}}).encode()


def test_what_was_typed_is_there_after_a_crash(tmp_path: Path):
    FileDrafts(tmp_path / "state", JOURNAL).keep(NIGHT, {"severity": 6, "note": "half a sent"})

    assert FileDrafts(tmp_path / "state", JOURNAL).load(NIGHT) == {"severity": 6, "note": "half a sent"}
    assert stat.S_IMODE((tmp_path / "state" / "drafts.json").stat().st_mode) == 0o600


def test_an_empty_draft_forgets_and_leaves_other_nights(tmp_path: Path):
    drafts = FileDrafts(tmp_path, JOURNAL)
    drafts.keep(NIGHT, {"severity": 6})
    drafts.keep(NIGHT - timedelta(1), {"severity": 5})

    drafts.keep(NIGHT, {})

    assert (drafts.load(NIGHT), drafts.load(NIGHT - timedelta(1))) == ({}, {"severity": 5})


@pytest.mark.parametrize(
    "ruin", [b"", b"null", b"[1]", b'{"2026-11-19": 5}', RUINED, b"\xff", b"[" * 100_000]
)
def test_a_damaged_file_counts_as_empty_and_is_replaced(tmp_path: Path, ruin: bytes):
    drafts = FileDrafts(tmp_path, JOURNAL)
    (tmp_path / "drafts.json").write_bytes(ruin)

    assert drafts.load(NIGHT) == {}
    drafts.keep(NIGHT, {"note": "x"})
    assert drafts.load(NIGHT) == {"note": "x"}


def test_what_cannot_be_kept_is_no_error_and_stays_until_it_can(tmp_path: Path):
    (tmp_path / "state").write_text("in the way")
    drafts = FileDrafts(tmp_path / "state", JOURNAL)

    drafts.keep(NIGHT, {"note": "x"})
    drafts.keep(NIGHT - timedelta(1), {"note": "y"})

    assert (drafts.are_kept, drafts.load(NIGHT), drafts.nights()) == (
        False, {"note": "x"}, [NIGHT - timedelta(1), NIGHT],
    )  # fmt: skip
    (tmp_path / "state").unlink()
    drafts.keep(NIGHT - timedelta(1), {})
    assert drafts.are_kept
    assert FileDrafts(tmp_path / "state", JOURNAL).load(NIGHT) == {"note": "x"}
    assert FileDrafts(tmp_path / "state", JOURNAL).nights() == [NIGHT]


def test_what_was_kept_before_is_kept_though_it_could_not_be_kept_again(tmp_path: Path):
    drafts = FileDrafts(tmp_path, JOURNAL)
    drafts.keep(NIGHT, {"note": "x"})
    (tmp_path / "drafts.lock").unlink(missing_ok=True)
    (tmp_path / "drafts.lock").mkdir()

    drafts.keep(NIGHT, {"note": "x"})
    assert drafts.are_kept
    drafts.keep(NIGHT, {"note": "xy"})
    assert not drafts.are_kept
    drafts.keep(NIGHT, {})
    assert drafts.are_kept


def test_old_drafts_are_let_go(tmp_path: Path):
    drafts = FileDrafts(tmp_path, JOURNAL)
    for day in range(KEPT + 5):
        drafts.keep(NIGHT + timedelta(day), {"severity": 1})

    assert drafts.load(NIGHT) == {}
    assert drafts.load(NIGHT + timedelta(KEPT)) == {"severity": 1}


def test_each_journal_has_its_own_drafts(tmp_path: Path):
    mine, theirs = tmp_path / "mine.json", tmp_path / "theirs.json"
    FileDrafts(tmp_path, mine).keep(NIGHT, {"note": "half a w"})

    assert FileDrafts(tmp_path, theirs).load(NIGHT) == {}
    FileDrafts(tmp_path, theirs).keep(NIGHT, {"severity": 3})
    FileDrafts(tmp_path, theirs).keep(NIGHT, {})
    assert FileDrafts(tmp_path, mine).load(NIGHT) == {"note": "half a w"}


def test_a_link_to_a_journal_has_the_drafts_of_that_journal(tmp_path: Path):
    (tmp_path / "link.json").symlink_to(tmp_path / "journal.json")
    FileDrafts(tmp_path, tmp_path / "journal.json").keep(NIGHT, {"note": "half a w"})

    assert FileDrafts(tmp_path, tmp_path / "link.json").load(NIGHT) == {"note": "half a w"}


def test_the_nights_of_a_journal_that_have_drafts_are_told_in_order(tmp_path: Path):
    drafts = FileDrafts(tmp_path, JOURNAL)
    drafts.keep(NIGHT, {"severity": 6})
    drafts.keep(NIGHT - timedelta(1), {"severity": 5})
    FileDrafts(tmp_path, tmp_path / "another.json").keep(NIGHT + timedelta(1), {"severity": 1})
    assert drafts.nights() == [NIGHT - timedelta(1), NIGHT]
    drafts.keep(NIGHT, {})
    assert FileDrafts(tmp_path, JOURNAL).nights() == [NIGHT - timedelta(1)]
