"""A form's questions one by one, on plain lines: for screen readers, pipes and narrow terminals.

An answer goes through the form's own ``press``; nothing is checked a second time here.
"""
