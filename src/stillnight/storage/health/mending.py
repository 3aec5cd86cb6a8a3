"""Mending what ``verify`` found: this machine's own files, then the journal file and the replica."""

from __future__ import annotations

from stillnight.domain.errors import StoreError
from stillnight.domain.ports import Health
from stillnight.storage.health.examine import examine
from stillnight.storage.health.sickness import mend
from stillnight.storage.layout.lines import dump
from stillnight.storage.purging.scrub import look_once_more
from stillnight.storage.vault import Vault


def repair(vault: Vault) -> Health:
    """Mend what can be mended, and report.

    Raises:
        StoreError: If something in the state folder cannot be written.
    """
    try:
        before, was_due = vault.file.holds(dump(vault.state)), vault.folder.scrub.exists()
        with vault.still() as state:
            mended = mend(vault.folder, state)
            look_once_more(vault.folder)
    except OSError as error:
        words = error.strerror or error
        raise StoreError(f"{error.filename or vault.folder.path} could not be mended ({words})") from None
    vault.settle()
    if was_due and not vault.folder.scrub.exists():
        mended.append("what was purged was taken out of what this machine keeps")
    if not before and vault.problem is None:
        mended.append(f"{vault.file.path.name} written anew")
    return examine(vault)._replace(mended=mended)
