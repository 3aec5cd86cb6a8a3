"""The terminal as it was left by the first frame: entered already, so it is not wiped again."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from stillnight.ui.first_frame import ENTER

_OTHER_SCREEN = ENTER.partition("h")[0] + "h"


class KeepingDriver(LinuxDriver):
    """Leaves out the step that would clear the frame drawn before Textual was there."""

    _has_entered = False

    def write(self, data: str) -> None:
        """Pass on what is drawn, but for the first switch to the other screen."""
        if not self._has_entered and _OTHER_SCREEN in data:
            self._has_entered = True
            data = data.replace(_OTHER_SCREEN, "", 1)
        super().write(data)
