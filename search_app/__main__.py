"""``python -m search_app`` and the installed command: the command line.

Loading the program takes a second; Ctrl-C meanwhile ends it without a word.
"""

import os
import signal
import sys
from types import FrameType

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def main() -> int:
    """Load the program and run one command."""
    signal.signal(signal.SIGINT, _give_up)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # run.py has it wait
    from search_app import cli  # noqa: PLC0415

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return cli.main()
    except KeyboardInterrupt:  # while the command's options are read
        return _INTERRUPTED


def _give_up(_number: int, _frame: FrameType | None) -> None:
    os._exit(_INTERRUPTED)


if __name__ == "__main__":  # processes that share the work import this file too
    sys.exit(main())
