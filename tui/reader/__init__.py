"""The reader: the Textual app."""
