"""``python -m search_app``: the command line."""

import sys

from search_app.cli import main

if __name__ == "__main__":  # processes that share the work import this file too
    sys.exit(main())
