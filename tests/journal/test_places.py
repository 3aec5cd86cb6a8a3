"""Places for a journal in words."""

from __future__ import annotations

import pytest

from stillnight.journal.places import HERE, Place, found_words, matching, offered

DROPBOX = Place("Dropbox", "/d/stillnight/journal.json")
DRIVE = Place("Google Drive (me@example.org)", "/g/journal.json", has_journal=True)
GONE = Place("Nextcloud", "/n/journal.json", trouble="the folder /n is not there")


def test_a_journal_that_is_there_comes_first_and_what_cannot_be_chosen_last():
    here = Place(HERE, "/here.json", has_journal=True)
    assert offered([GONE, DROPBOX, DRIVE], "/here.json") == [DRIVE, here, DROPBOX, GONE]


def test_the_place_in_use_has_its_own_line_once():
    assert offered([DROPBOX, DRIVE], DRIVE.file) == [DRIVE, DROPBOX]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([DROPBOX, DRIVE], "There is a journal in your Google Drive (me@example.org)."),
        ([DRIVE, Place("Dropbox", "/d.json", True)], "There are 2 journals in your cloud folders."),
        ([DROPBOX, Place("iCloud Drive", "/i.json", True, "not here yet")], ""),
        ([], ""),
    ],
)
def test_what_was_found_in_a_line(places, words):
    assert found_words(places) == words


@pytest.mark.parametrize(
    "typed", ["Google Drive", "google", "GOOGLEDRIVE", "google-drive", "Google Drive (me@example.org)"]
)
def test_a_service_is_known_however_it_is_written(typed):
    assert matching([DROPBOX, DRIVE, GONE], typed) == [DRIVE]


@pytest.mark.parametrize("typed", ["", "  ", "drop", "./dropbox/x.json", "box"])
def test_what_is_no_service_is_none(typed):
    assert matching([DROPBOX, DRIVE, GONE], typed) == []
