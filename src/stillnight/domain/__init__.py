"""The words of the journal: nights, fields, factors, times. Pure: no screen, no file, no clock."""
