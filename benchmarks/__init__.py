"""Measurements of the program itself: see README.md."""
