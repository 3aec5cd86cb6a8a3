"""The evening form as a pure state machine: a key goes in, the next state comes out.

The screen draws it and the command line can feed it the same keys, so a key means one thing everywhere.
"""
