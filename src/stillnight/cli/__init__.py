"""The command line: parses words, wires the rooms, prints plain lines."""
