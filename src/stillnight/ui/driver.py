"""Two things that Textual's own driver does otherwise: it wipes the first frame, and ends at an odd byte."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from stillnight.ui.first_frame import ENTER

_OTHER_SCREEN = ENTER.partition("h")[0] + "h"


class HearingDriver(LinuxDriver):
    """Goes on listening after bytes that are no text.

    A terminal of another encoding sends one for every ä or é, and Textual 8 ends the program then
    (https://github.com/Textualize/textual/issues/6456).
    """

    def run_input_thread(self) -> None:
        """Pass on what is typed until the program ends."""
        while True:
            try:
                super().run_input_thread()
            except UnicodeDecodeError as error:
                self._hear(error.object)
            else:
                return

    def _hear(self, typed: bytes) -> None:
        """Pass on what came together with a byte that is no text; that one is a sign without a meaning."""
        parser = XTermParser(self._debug)
        for event in parser.feed(typed.decode("utf-8", "replace")):
            self.process_message(event)


class KeepingDriver(HearingDriver):
    """Takes over the terminal as the first frame left it: entered already, so it is not wiped again."""

    _has_entered = False

    def write(self, data: str) -> None:
        """Pass on what is drawn, but for the first switch to the other screen."""
        if not self._has_entered and _OTHER_SCREEN in data:
            self._has_entered = True
            data = data.replace(_OTHER_SCREEN, "", 1)
        super().write(data)
