"""A form's keys written in one line: ``6 . c2 s7 u L``.

The command line and whatever else has only lines read them here. Each key goes through the form's own
``press``, so it means what it means in the form; a line is taken whole or not at all.
"""
