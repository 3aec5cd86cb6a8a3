"""What can be wrong with a file of trials."""

from __future__ import annotations

from stillnight.domain.errors import DocumentError


class TrialError(DocumentError):
    """The file of trials does not fit."""

    kind = "trial "
