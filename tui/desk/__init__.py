"""The desk: what the person decided, kept."""
