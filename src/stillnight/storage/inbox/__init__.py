"""The phone's inbox on the disk: found, read, written anew so that no line is lost, kept for a while."""
