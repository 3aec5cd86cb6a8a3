"""What can be wrong with a file of tips or gates."""

from __future__ import annotations

from stillnight.domain.errors import DocumentError


class TipError(DocumentError):
    """A file of tips or gates does not fit."""
