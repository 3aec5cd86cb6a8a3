"""An earlier state and what going back to it would change, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, tzinfo

from stillnight.domain.factor import Factor
from stillnight.domain.fields import FIELDS
from stillnight.domain.keeping import Compared, Differing, Fate, Kept, KeptAs
from stillnight.domain.ports import NIGHTS
from stillnight.journal.field_words import said_words
from stillnight.journal.restoring.proposal import Proposal, fates_of, nights_of, others_in

_ONE = {NIGHTS: "night", "episodes": "episode", "doses": "dose", "medicines": "medicine",
        "labs": "blood test", "marks": "mark", "flags": "red flag", "numbers": "number", "trials": "trial",
        "factors": "factor", "profile": "profile", "reliefs": "relief rating", "sessions": "session",
        "programmes": "programme"}  # fmt: skip

_DOES = {
    Fate.CHANGED: "as before",
    Fate.DELETED: "back from the bin",
    Fate.ADDED: "into the bin",
    Fate.PURGED: "back, though it was purged",
}


_LABELS = {"severity": "urge", "onset": "first at", "parts": "where", "sensations": "feels"}
"""Fields that people know by another name."""

_LEFT = {
    Fate.ADDED: ("added since, left alone", " (with --exactly: into the bin)"),
    Fate.PURGED: ("purged since, not brought back", " (--night DATE does)"),
}
"""Why something stays as it is; and what on the command line would take it along."""


def when_words(kept: Kept, zone: tzinfo) -> str:
    """When an earlier state was kept, on the user's wall clock: ``Thu 19 Nov 2026 22:40``."""
    if kept.at is None:
        return "no date"
    at = kept.at.astimezone(zone)
    return f"{at:%a} {at.day:>2} {at:%b %Y %H:%M}"


def since_words(compared: Compared) -> str:
    """What differs now: ``3 nights changed, 1 deleted, 2 added``."""
    fates = fates_of(compared.differing)
    called = {fate: fate.value for fate in Fate}
    if compared.is_damaged:
        called[Fate.ADDED] = "not to be found in it"  # nobody knows whether they ever were
    parts = [f"{number} {called[fate]}" for fate in Fate if (number := fates[fate])]
    if parts:
        first, _, rest = parts[0].partition(" ")
        parts[0] = f"{first} {'night' if first == '1' else 'nights'} {rest}"
    parts += [
        f"{len(some)} {plural(table, len(some))}" for table, some in others_in(compared.differing).items()
    ]
    parts += ["only in part readable"] if compared.is_damaged else []
    parts += ["another journal"] if compared.is_another else []
    return ", ".join(parts) or "as it is now"


def night_lines(differing: Iterable[Differing], factors: Mapping[str, Factor]) -> Iterator[tuple[date, str]]:
    """Each night with what it would become."""
    for night, some in nights_of(differing).items():
        own = [_night_words(one, factors) for one in some if one.table == NIGHTS]
        yield night, "; ".join([*own, *_counted(one for one in some if one.table != NIGHTS)])


def other_lines(differing: Iterable[Differing]) -> list[str]:
    """What would become of the records that belong to no night."""
    return list(_counted(one for some in others_in(differing).values() for one in some))


def count_words(differing: Sequence[Differing]) -> str:
    """How much it is: ``3 nights and 2 blood tests``."""
    nights = len(nights_of(differing))
    parts = [f"{nights} {'night' if nights == 1 else 'nights'}"] if nights else []
    parts += [f"{len(some)} {plural(table, len(some))}" for table, some in others_in(differing).items()]
    return " and ".join(parts) or "nothing"


def done_words(taken: Sequence[Differing]) -> str:
    """What was done: ``2 nights brought back, 1 night put in the bin``."""
    return _deed_words(taken, "{} brought back", "{} put in the bin")


def asked_words(taken: Sequence[Differing]) -> str:
    """What is about to be done: ``bring back 2 nights, put 1 night in the bin``."""
    return _deed_words(taken, "bring back {}", "put {} in the bin")


def _deed_words(taken: Sequence[Differing], brought: str, binned: str) -> str:
    added = [one for one in taken if one.fate is Fate.ADDED]
    back = [one for one in taken if one.fate is not Fate.ADDED]
    parts = [brought.format(count_words(back))] if back else []
    parts += [binned.format(_records_words(added))] if added else []
    return ", ".join(parts)


def _records_words(some: Sequence[Differing]) -> str:
    """How many records it is, a night's episodes each by themselves: ``1 night and 2 episodes``."""
    tables = Counter(one.table for one in some)
    return " and ".join(f"{number} {plural(table, number)}" for table, number in tables.items())


def left_lines(proposal: Proposal, is_typed: bool = True) -> Iterator[str]:
    """What stays as it is, one line for each reason.

    Args:
        proposal: What is proposed.
        is_typed: Is it the command line? Then the option that would take it along is named.
    """
    for fate, (why, option) in _LEFT.items():
        some = [one for one in proposal.left if one.fate is fate]
        if some:
            days = [night.isoformat() for night in nights_of(some)]
            names = f": {', '.join(days[:5])}{' …' if len(days) > 5 else ''}" if days else ""
            if proposal.compared.is_damaged and fate is Fate.ADDED:
                why, option = "not to be found in it, left alone", ""
            yield f"{_whole_words(some)} {why}{option if is_typed else ''}{names}"


def _whole_words(some: Sequence[Differing]) -> str:
    """How much it is, a night with all that belongs to it as one; an episode of a night that stays is one."""
    whole = {night for night, own in nights_of(some).items() if own[0].table == NIGHTS}
    return _records_words([one for one in some if one.table == NIGHTS or one.night not in whole])


def label_of(kept: Kept, zone: tzinfo) -> str:
    """What bringing a state back is called where it can be undone."""
    if kept.at is None:
        return f"restore of {kept.file.rpartition('/')[2]}"
    return f"restore of {when_words(kept, zone)}"


def plural(table: str, number: int) -> str:
    """Some records of a table, as they are called."""
    one = _ONE.get(table, table)
    if number == 1 or table == "profile":
        return one
    return f"{one}s"


def kind_words(kept: Kept) -> str:
    """Why an earlier state is kept; an image goes without saying."""
    return "" if kept.kind is KeptAs.IMAGE else f"{kept.kind.value} {kept.name}".strip()


def _night_words(one: Differing, factors: Mapping[str, Factor]) -> str:
    then = ", ".join(said_words(one.then, factors)) or "no answers"
    if one.fate is Fate.ADDED:
        return f"into the bin: {', '.join(said_words(one.now, factors)) or 'no answers'}"
    if one.fate is not Fate.CHANGED:
        return f"{_DOES[one.fate]}: {then}"
    was, held = (
        [_plain(words, factors) for words in said_words(side, factors, one.fields)]
        for side in (one.then, one.now)
    )
    lost = [words for words in was if words not in held]
    stood = [words for words in held if words not in was]
    if not lost and not stood:
        return "details as before"
    return f"{', '.join(lost)} (now {', '.join(stood)})"


def _plain(words: str, factors: Mapping[str, Factor]) -> str:
    """What was not answered is not called cleared, since nobody cleared it, and never no."""
    name = words.removesuffix(" cleared")
    if name == words or name not in {*factors, *FIELDS}:
        return words
    label = factors[name].label if name in factors else _LABELS.get(name, name.replace("_", " "))
    return "no note" if name == "note" else f"{label} not asked"


def _counted(differing: Iterable[Differing]) -> Iterator[str]:
    counts: dict[tuple[str, Fate], int] = {}
    for one in differing:
        counts[one.table, one.fate] = counts.get((one.table, one.fate), 0) + 1
    for (table, fate), number in counts.items():
        yield f"{number} {plural(table, number)} {_DOES[fate]}"
