"""The open program follows the file: a look once a second. Imported once Home has settled."""
