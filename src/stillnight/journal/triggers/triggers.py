"""What the nights say: the door for the screen, the pane and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

from stillnight.domain.factor import Factor
from stillnight.insight.knowing.knowing import Knowing, when_known
from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.look import Look
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.settings import OURS
from stillnight.journal.journal import Journal
from stillnight.journal.sealing import sealed_factors
from stillnight.journal.triggers.account import Account, Missing
from stillnight.journal.triggers.behind import NightsBehind
from stillnight.journal.triggers.later import KnowingLater
from stillnight.journal.triggers.looked_at import looked_at
from stillnight.journal.triggers.looking import Looking, Told, lines_of, prepare
from stillnight.journal.triggers.memo import LookMemo, RunMemo
from stillnight.journal.triggers.notation import read_look
from stillnight.journal.triggers.sums import KeptSums


@dataclass(frozen=True, slots=True)
class Read:
    """The journal as the model takes it.

    Attributes:
        diary: Every night.
        factors: The factors that are looked at.
        sealed: Those on which a trial runs. The model goes on looking at them, or the others would be
            blamed for what they do; but nothing that it says of them is handed out.
        reliefs: Those that are never looked at, because they are used on bad nights.
    """

    diary: Sequence[DiaryNight]
    factors: Sequence[Factor]
    sealed: frozenset[str]
    reliefs: tuple[Factor, ...]


class Triggers:
    """Looks at the nights of a journal; costly, so the screen asks on a thread."""

    def __init__(
        self,
        journal: Journal,
        memo: LookMemo | None = None,
        reliefs: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        """Look at this journal.

        Args:
            journal: The journal.
            memo: Keeps looks from one time to the next; for this run only where not given.
            reliefs: The ids of what is done against the legs. It is done on bad nights, so a diary makes it
                look harmful: a factor of the user's own with such a name is never looked at.
        """
        self._journal, self._memo, self._reliefs = journal, memo or RunMemo(), reliefs
        self._sums = KeptSums()
        self._lock = Lock()

    @property
    def sealed(self) -> frozenset[str]:
        """The factors on which a trial runs: nothing is told of them."""
        return sealed_factors(self._journal)

    def waiting(self) -> int:
        """How many nights have to be looked at before anything can be told; 0 or 1 is no recounting.

        See :func:`stillnight.journal.triggers.marks.is_recounting`; cheap beside looking.
        """
        read = self._read()
        return prepare(read.diary, read.factors, self._memo).waiting

    def patterns(self, as_of: date | None = None, told: Told | None = None) -> tuple[Pattern, ...]:
        """What the nights say of each factor, best first; a sealed one says nothing and stands last.

        Args:
            as_of: As of that night, with what is known now; tonight where not given.
            told: Is told how far it is; ``False`` leaves the rest for another time.

        Raises:
            LeftOff: If ``told`` wants no more.
        """
        return self.account(as_of, told).patterns

    def account(self, as_of: date | None = None, told: Told | None = None) -> Account:
        """Everything there is to be shown; takes and raises what :meth:`patterns` does."""
        night = as_of or self._journal.tonight
        with self._lock:
            read = self._read()
            looking = prepare(read.diary, read.factors, self._memo, self._sums)
            look = _last(lines_of(looking, self._memo, told), looking, night)
        diary = [one for one in read.diary if one.date <= night]
        patterns = look.patterns if look else tuple(Pattern(factor.slug) for factor in read.factors)
        return _account(night, patterns, diary, read)

    def history(self, told: Told | None = None) -> Iterator[tuple[date, tuple[Pattern, ...]]]:
        """Each night with what it and the nights before said, in order of date; raises what it does."""
        read = self._read()
        looking = prepare(read.diary, read.factors, self._memo)
        for line in lines_of(looking, self._memo, told):
            look = read_look(line)
            yield look.night, _shown(look.patterns, read.sealed)

    def behind(self) -> NightsBehind:
        """The nights behind what is said of any factor; none of one on which a trial runs."""
        read, tonight = self._read(), self._journal.tonight
        diary = [one for one in read.diary if one.date <= tonight]
        return NightsBehind(diary, (one for one in read.factors if one.slug not in read.sealed))

    def _read(self) -> Read:
        journal = self._journal
        nights = journal.browse.nights(date.min, date.max)
        last = max((night.date for night in nights), default=journal.tonight)
        asked, reliefs = looked_at(journal.ledgers.factors(), nights, last), self._reliefs()
        factors = [one for one in asked if one.slug not in reliefs]
        diary = read_diary(nights, factors, journal.desk.rollover)
        used = tuple(one for one in asked if one.slug in reliefs)
        return Read(diary, factors, sealed_factors(journal), used)


def _last(lines: Iterator[str], looking: Looking, night: date) -> Look | None:
    """The look as of a night; all nights are looked at, so that the next time finds them."""
    last = None
    for line, one in zip(lines, looking.diary, strict=False):
        last = line if one.date <= night else last
    return read_look(last) if last else None


def _shown(patterns: Sequence[Pattern], sealed: frozenset[str]) -> tuple[Pattern, ...]:
    """The patterns as they may be seen."""
    hidden = [Pattern(one.factor, nights=one.nights) for one in patterns if one.factor in sealed]
    return (*(one for one in patterns if one.factor not in sealed), *hidden)


def _account(night: date, patterns: Sequence[Pattern], diary: Sequence[DiaryNight], read: Read) -> Account:
    rated = [one for one in diary if one.severity is not None]
    open_ones = [one for one in read.factors if one.slug not in read.sealed]
    early = {one.factor for one in patterns if one.tier is Tier.TOO_EARLY}
    missing = {one.factor: lack for one in patterns if (lack := _missing(one))}
    return Account(
        night=night,
        patterns=_shown(patterns, read.sealed),
        factors={factor.slug: factor for factor in read.factors},
        sealed=read.sealed,
        reliefs=read.reliefs,
        rated=len(rated),
        left_out=Counter(one.left_out for one in rated if one.left_out),
        missing={slug: lack for slug, lack in missing.items() if slug not in read.sealed},
        knowing=KnowingLater(lambda: _knowing(diary, open_ones, early, read, night)),
    )


def _missing(pattern: Pattern) -> Missing | None:
    """What a factor needs before it can be looked at; nothing where the model has looked at it."""
    if pattern.probability is not None:
        return None
    each = OURS.least_each
    return Missing(
        max(OURS.least_nights - pattern.nights, 0),
        max(each - pattern.with_it, 0),
        max(each - pattern.without_it, 0),
    )


def _knowing(
    diary: Sequence[DiaryNight], factors: Sequence[Factor], early: set[str], read: Read, night: date
) -> Mapping[str, Knowing]:
    """When more can be known of what is too early, or held back."""
    found = when_known(diary, read.factors, night) if diary else {}
    wanted = {factor.slug for factor in factors}
    return {slug: one for slug, one in found.items() if slug in wanted and (slug in early or one.in_the_way)}
