"""What can be wrong with a file of rules."""

from __future__ import annotations

from stillnight.domain.errors import DocumentError


class RuleError(DocumentError):
    """A file of rules does not fit."""

    kind = "rule "
