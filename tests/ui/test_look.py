"""One look after the other: what is told, what is told once, how often a stuck file is tried."""

from __future__ import annotations

import pytest
from tests.clocks import BERLIN, EVENING
from tests.journal.memory_store import MemoryStore

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.errors import StoreError
from stillnight.domain.news import News
from stillnight.ui.live.look import EAGER_LOOKS, RETRY_LOOKS, Look, Looker
from stillnight.ui.live.merged import Merged

DESK = News(1, 1, ("desk",))


class CountingStore(MemoryStore):
    """Counts how often it is asked to read the file."""

    tries = 0
    is_stuck = False
    trouble = ""

    def has_news(self) -> bool:
        return self.is_stuck or super().has_news()

    def refresh(self) -> News:
        self.tries += 1
        if self.trouble:
            raise StoreError(self.trouble)
        return super().refresh()


@pytest.fixture
def store() -> CountingStore:
    return CountingStore()


@pytest.fixture
def looker(store) -> Looker:
    """One that has looked once."""
    looker = Looker(store)
    assert looker.look().is_silent
    return looker


def test_where_nothing_is_new_the_file_is_not_read(looker, store):
    assert all(looker.look().is_silent for _ in range(3 * RETRY_LOOKS))
    assert store.tries == 1


def test_what_came_is_told_once(looker, store):
    store.news = DESK
    assert looker.look() == Look(news=DESK)
    assert looker.look().is_silent


def test_a_notice_is_told_once_and_none_that_was_said_at_the_start(store):
    store.said = ["begun"]
    looker = Looker(store)
    assert looker.look().notices == ()
    store.said = ["begun", "damaged"]
    store.news = DESK
    assert looker.look().notices == ("damaged",)
    store.news = DESK
    assert looker.look().notices == ()


def test_a_file_that_cannot_be_reached_is_tried_now_and_then(looker, store):
    store.problem, store.is_stuck = "the folder is not there", True
    for _ in range(3 * RETRY_LOOKS):
        looker.look()
    # at once and then a few times running, for it may be back in a moment; then at every tenth look
    assert store.tries == 1 + EAGER_LOOKS + 3


def test_what_waited_is_told_when_it_is_in_the_file(looker, store):
    store.problem = "the disk is full"
    refresh = store.refresh

    def write() -> News:
        store.problem = None
        return refresh()

    store.refresh = write
    looks = [looker.look() for _ in range(RETRY_LOOKS)]
    assert [look.is_settled for look in looks].count(True) == 1


def test_a_trouble_is_told_once_until_it_is_over(looker, store):
    store.trouble, store.is_stuck = "the journal was taken to another place", True
    told = [looker.look().trouble for _ in range(2 * RETRY_LOOKS)]
    assert [one for one in told if one] == [store.trouble]
    store.trouble, store.is_stuck = "", False
    for _ in range(RETRY_LOOKS):
        looker.look()
    store.trouble, store.news = "again", DESK
    assert looker.look().trouble == "again"


def test_what_devices_disagree_on_is_told_when_it_changes_be_it_by_a_save_here(looker, store):
    one = Disagreement("nights", 1, "severity", (Side(4, None, "desk"), Side(6, None, "this machine")))
    store.news, store.open = DESK, [one]
    assert looker.look().open == (one,)
    assert looker.look().open is None
    store.open = []
    assert looker.look().open == ()
    assert looker.look().is_silent


@pytest.mark.parametrize(
    ("devices", "zone", "words"),
    [
        (("desk",), BERLIN, "merged 22:40 from desk"),
        (("desk", "phone"), BERLIN, "merged 22:40 from desk and phone"),
        (("desk", "phone", "an edit by hand"), BERLIN, "merged 22:40 from desk and 2 more"),
        ((), BERLIN, "merged 22:40"),
        (("desk",), None, "merged from desk"),
    ],
)
def test_a_merge_is_told_in_a_few_words(devices, zone, words):
    assert Merged(EVENING, devices).words(zone) == words
