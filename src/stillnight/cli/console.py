"""Saying things on a terminal or into a pipe."""

from __future__ import annotations

import json
import sys
import unicodedata


def say(text: str = "") -> None:
    """Print words that may hold anything somebody typed."""
    print(harmless(text))


def say_json(value: object, indent: int | None = None) -> None:
    """Print one JSON value, in any script the output can carry."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not unicode, indent=indent, allow_nan=False))


def warn(text: str) -> None:
    """Print one line on stderr: something to know that is no failure, or the reason of one."""
    print(f"stillnight: {harmless(' '.join(text.split()))}", file=sys.stderr)


def harmless(text: str) -> str:
    """The text without the signs that steer a terminal; line breaks and tabs stay."""
    return "".join(
        sign if sign in "\n\t" or not _steers(sign) else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def forgiving() -> None:
    """Let the output take every sign: what its encoding lacks is spelled out instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
