"""The use-cases: record, amend, undo, browse, suggest. Knows a store and a clock, no file."""
