"""Where the command begins: with so little that Ctrl-C ends it without a trace from the first moment."""

import signal
import sys


def main() -> int:
    """Runs the command line and returns the exit code."""
    # The system's own way to end: while modules are loaded a KeyboardInterrupt would come out of any of them.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui.cli import main as run

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return run()


if __name__ == "__main__":
    sys.exit(main())
