"""The phone's inbox: lines that some editor or shortcut appended to a text file beside the journal.

Everything here is pure: bytes and lines in, entries, reasons and the file's next text out.
"""
