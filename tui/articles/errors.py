"""What the person can mend."""


class AfronteError(Exception):
    """Something the person can mend: its message is one line naming what is wrong and the cure."""
