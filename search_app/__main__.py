"""``python -m search_app``: the command line."""

import sys

from search_app.cli import main

sys.exit(main())
