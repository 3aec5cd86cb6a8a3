"""A night's page in words: (label, words) lines for the screen, for plain text, beside another night's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stillnight.domain.factor import Factor
from stillnight.journal.browse import NightPage
from stillnight.journal.day_words import clock_words, episode_words, factor_words, recall_words
from stillnight.journal.sleep_words import all_measures, efficiency

Line = tuple[str, str]
"""What a line is about, and what it says."""

_RATINGS = (("pain", "Pain"), ("mood", "Mood"), ("disturbed", "Disturbed"))
_PLAIN = (("quality", "Quality", "of 5"), ("rested", "Rested", "of 5"), ("nwak", "Awakenings", ""))


def page_lines(page: NightPage, factors: Mapping[str, Factor]) -> list[Line]:
    """Everything known of a night, in the order of the form; what was not asked is not mentioned."""
    night = page.night
    lines = [("Urge", f"{night.severity} of 10")] if night.severity is not None else []
    if page.worst is not None and page.worst != night.severity:
        is_of_the_night = any(one.severity == page.worst for one in page.awake)
        lines.append(("Worst", f"{page.worst} of 10, in {'the night' if is_of_the_night else 'a bout'}"))
    lines += _given("First at", clock_words(night.get("onset")))
    lines += _given("Today", ", ".join(factor_words(night.values, factors)))
    lines += _given("Where", " ".join([*_list(night.get("parts")), *_list([night.get("side")])]))
    lines += _given("Feels", " ".join(_list(night.get("sensations"))).replace("_", " "))
    lines += [(label, f"{night.get(name)} of 10") for name, label in _RATINGS if night.get(name) is not None]
    lines += _given("Medicines", ", ".join(_dose_words(page)))
    lines += [("Awake" if one in page.awake else "Bout", episode_words(one)) for one in page.episodes]
    lines += [("Relief", episode_words(one)) for one in page.sessions]
    lines += list(_sleep_lines(page))
    lines += _given("Marked", ", ".join(mark.words for mark in page.marks))
    lines += _given("Note", night.note)
    lines += _given("Recalled", recall_words(page.recall))
    return [*lines, *_differing(page, factors)]


def _differing(page: NightPage, factors: Mapping[str, Factor]) -> list[Line]:
    """What devices disagree on; on most nights nothing is imported for it."""
    if not page.open:
        return []
    from stillnight.journal.side_words import SIGN, differ_words

    return [(f"{SIGN} Differs", f"{differ_words(page.open, factors)}; nobody has chosen yet")]


def _dose_words(page: NightPage) -> Iterator[str]:
    """Each medicine once: ``iron 1 tablet (afternoon, night)``."""
    slots: dict[str, list[str]] = {}
    for medicine, dose in page.doses:
        slots.setdefault(f"{medicine.name} {dose.amount_text}".rstrip(), []).append(dose.slot)
    for words, taken in slots.items():
        said = ", ".join(slot for slot in taken if slot)
        yield f"{words} ({said})" if said else words


def _sleep_lines(page: NightPage) -> Iterator[Line]:
    night, sleep = page.night, page.sleep
    times = (("lights_out", "Lights out"), ("final_wake", "Woke"), ("out_of_bed", "Up"))
    for name, label in times:
        if night.time(name) is not None:
            yield label, clock_words(night.get(name))
    yield from _given("Sleep", ", ".join(all_measures(sleep)))
    yield from _given("Efficiency", ", ".join(efficiency(sleep)))
    for name, label, unit in _PLAIN:
        if night.get(name) is not None:
            yield label, f"{night.get(name)} {unit}".rstrip()
    if (kicks := night.get("kicks_seen")) in (True, False):
        yield "Kicks", "seen" if kicks else "not seen"


def _list(value: object) -> list[str]:
    """The words of a list; a hand may have left something else in the file."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _given(label: str, words: str) -> list[Line]:
    return [(label, words)] if words else []
