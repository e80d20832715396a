"""`python -m tools.hostlab`."""

import sys

from tools.hostlab.cli import main

sys.exit(main())
