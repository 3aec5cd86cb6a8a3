"""The tests, room by room as in the source.

A package only here at the top: rooms hold files of the same name, and shared pieces are imported as
``tests.<piece>``.
"""
