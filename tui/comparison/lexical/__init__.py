"""Words: which correspond, how different each is, and the findings that follow.

Numpy is imported by the modules below, not by this package.
"""
