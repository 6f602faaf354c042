"""``python -m search_app`` and the installed command: the command line.

Loading the program takes a second; Ctrl-C meanwhile ends it without a word.
"""

import os
import signal
import sys
from types import FrameType


def main() -> int:
    """Load the program and run one command."""
    signal.signal(signal.SIGINT, _give_up)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # run.py has it wait
    from search_app import cli  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return cli.main()


def _give_up(_number: int, _frame: FrameType | None) -> None:
    os._exit(130)


if __name__ == "__main__":  # processes that share the work import this file too
    sys.exit(main())
