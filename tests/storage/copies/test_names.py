from __future__ import annotations

import unicodedata

import pytest
from tests.storage.copies.shapes import KEPT, NONE, STRONG, WEAK

from stillnight.storage.copies.names import Strength, split, strength_of

NAMES = [
    *((name, Strength.STRONG) for name in STRONG.values()),
    *((name, Strength.KEPT) for name in KEPT.values()),
    *((name, Strength.WEAK) for name in WEAK.values()),
    *((name, None) for name in NONE),
]


@pytest.mark.parametrize(("name", "strength"), NAMES, ids=[name for name, _ in NAMES])
def test_a_name_says_what_may_be_done(name: str, strength: Strength | None):
    assert strength_of(name, "journal.json") is strength


@pytest.mark.parametrize(
    "journal",
    [
        "rls.journal.json",
        "a[b](c)+.x.json",
        "my nights (Anna).json",
        "diary",
        "Tagebuch.JSON",
        "日記.json",
        "a.b",
    ],
)
def test_the_same_holds_for_a_journal_of_any_name(journal: str):
    stem, ending = split(journal)
    of_this_alone = ("Journal.json", WEAK["an editor's"], STRONG["in capitals"])
    named = [(name, is_so) for name, is_so in NAMES if is_so and name not in of_this_alone]

    found = [
        (strength_of(name.replace(".json", ending).replace("journal", stem), journal)) for name, _ in named
    ]

    assert found == [strength for _, strength in named]


def test_letters_count_as_the_same_however_they_are_composed():
    journal = unicodedata.normalize("NFC", "nächte.json")
    copy = unicodedata.normalize("NFD", "nächte (Zoë's conflicted copy 2026-03-09).json")

    assert strength_of(copy, journal) is Strength.STRONG
    assert strength_of(unicodedata.normalize("NFD", journal), journal) is Strength.WEAK


def test_a_copy_of_a_copy_belongs_to_the_journal_and_one_of_a_file_named_alike_does_not():
    twice = "journal (A's conflicted copy 2026-03-09) (B's conflicted copy 2026-03-10).json"

    assert strength_of(twice, "journal.json") is Strength.STRONG
    assert strength_of("journal-mum (B's conflicted copy 2026-03-10).json", "journal.json") is None
    assert strength_of("rls.journal (conflicted).json", "journal.json") is None


def test_only_the_capital_tells_resilio_from_rclone():
    assert strength_of("journal.Conflict2.json", "journal.json") is Strength.KEPT
    assert strength_of("journal.conflict2.json", "journal.json") is Strength.STRONG


@pytest.mark.parametrize("word", ["backup", "Sicherung", "copia de seguridad de", "バックアップ"])
def test_what_somebody_keeps_for_safety_is_never_a_service_s(word: str):
    assert strength_of(f"journal ({word} Anna 2026-03-09).json", "journal.json") is Strength.WEAK
