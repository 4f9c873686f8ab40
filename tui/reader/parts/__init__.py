"""The parts of the reading screen, one subject each.

To add one: a file here with a `Part`, its keys in `bindings`, and a line in `ReadingScreen`.
"""
