"""``python -m govredact``."""

import sys

from govredact.cli import main

if __name__ == "__main__":
    sys.exit(main())
