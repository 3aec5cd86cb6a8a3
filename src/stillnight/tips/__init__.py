"""The library of things to try: tips, the gates that remove them, their sources."""
