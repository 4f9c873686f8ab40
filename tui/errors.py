"""Every refusal the program can make: whoever catches one sees them all here."""


class AfronteError(Exception):
    """Something the person can mend: its message is one line naming what is wrong and the cure."""


class StoppedError(AfronteError):
    """The person stopped it."""


class UnusableFileError(AfronteError):
    """The file cannot be read or written now, and a new one in its place would not help."""


class NotAllowedError(AfronteError):
    """The value is not one that the setting may have: the message says what is."""


class PatternError(AfronteError):
    """A regular expression that cannot be searched for; the message says why in a few words."""


class ThereAlreadyError(AfronteError):
    """A file of that name is there, and nobody has said that it may be replaced."""
