"""The charts as lines, drawn without the screen library, so that the command line prints the same pictures.

Drawn by hand: plotille (MIT, kept, 14 ms) and plotext (a binary of 3 MB by now) scatter dots over an axis of
numbers in colours of their own, while here a column is a night, what happened stands under its own column,
gaps are blank and every colour has a name of the theme.
"""
