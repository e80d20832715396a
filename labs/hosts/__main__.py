"""`python -m labs.hosts`."""

import sys

from labs.hosts.cli import main

sys.exit(main())
