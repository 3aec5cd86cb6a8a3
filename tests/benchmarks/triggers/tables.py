"""The printed tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.insight.patterns.pattern import Tier
from tests.benchmarks.triggers import score
from tests.benchmarks.triggers.track import Track

Told = Mapping[str, Sequence[Track]]
"""What each method said of the same diaries, by the method's name."""

NIGHTS = (30, 60, 90, 180)


def alarm_rows(kind: str, told: Told) -> str:
    """False alarms on one kind of diaries, a line a method."""
    lines = []
    for name, tracks in told.items():
        found = score.alarms(tracks)
        about = ", ".join(f"{slug} {count}" for slug, count in found.factors)
        lines.append(
            f"{kind:<34}{name:<9}{len(tracks):>5} {found.users!s:>12} "
            f"{found.onsets:6.2f} ±{found.onsets_half:4.2f} {100 * found.fooled:6.1f} %   {about}"
        )
    return "\n".join(lines)


ALARM_HEAD = f"{'kind':<34}{'method':<9}{'diary':>5} {'any false':>12} {'a year':>13} {'of looks':>8}   about"


def power_rows(kind: str, told: Told) -> str:
    """What was found of one planted trigger, a line a method."""
    lines = []
    for name, tracks in told.items():
        by = "  ".join(f"{score.power(tracks, night)!s:>9}" for night in NIGHTS)
        others = score.Share(sum(bool(track.false) for track in tracks), len(tracks))
        lines.append(
            f"{kind:<28}{name:<9}{len(score.planted(tracks)):>5}  {by} {score.wait(tracks):>7.0f} "
            f"{score.worth(tracks, 90)!s:>11} {others!s:>11}"
        )
    return "\n".join(lines)


POWER_HEAD = (
    f"{'planted':<28}{'method':<9}{'real':>5}  "
    + "  ".join(f"{f'by {night}':>9}" for night in NIGHTS)
    + f" {'median':>7} {'worth at 90':>11} {'any false':>11}"
)


def mixed_rows(told: Told) -> str:
    """Who was right in diaries in which a quarter of the factors are real."""
    lines = []
    for name, tracks in told.items():
        lines += [f"{name}, {len(tracks)} diaries, {len(score.planted(tracks))} real factors"]
        lines += [f"  false among the likely at 180: {score.false_share(tracks, 180, Tier.LIKELY)}"]
        lines += [f"  false among those ever likely: {score.false_share_ever(tracks)}"]
        worth = score.false_share(tracks, 180, Tier.WORTH_A_TEST)
        lines += [f"  real among worth a test at 180: {score.Share(worth.of - worth.hits, worth.of)}"]
        lines += ["  found by " + ", ".join(f"{n}: {score.power(tracks, n)}" for n in NIGHTS)]
        lines += _model_rows(tracks)
    return "\n".join(lines)


def _model_rows(tracks: Sequence[Track]) -> list[str]:
    classes = score.calibration(tracks, 180)
    if not classes:
        return []
    lines = ["  said → real at 180: " + ", ".join(f"{said:.3f} → {real}" for said, real in classes)]
    for night in (90, 180):
        everyone, likely = score.sizes(tracks, night), score.sizes(tracks, night, is_told=True)
        lines.append(
            f"  at {night}: 90 % interval holds {everyone.covered} (told {everyone.told:.2f}, true "
            f"{everyone.true:.2f}); of the likely {likely.covered} ({likely.told:.2f}, {likely.true:.2f})"
        )
    lines.append(
        f"  no sign at 180: of nothing {score.unlikely(tracks, 180, 0, 0.25)}, of 0.25-0.75 "
        f"{score.unlikely(tracks, 180, 0.25, 0.75)}, of more {score.unlikely(tracks, 180, 0.75)}"
    )
    return lines
