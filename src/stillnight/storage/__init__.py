"""The one room that knows TinyDB: the journal file, its stamps, saves, salvage and undo."""
