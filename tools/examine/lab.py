"""python -m tools.examine.lab WORDS...: the host lab's own command line, with room for OpenSCAP.

Its content takes some 200 MiB: a host with a kernel of its own and the lab's usual memory pages for ever.
"""

from __future__ import annotations

import sys

from labs.hosts import uml
from labs.hosts.cli import main

MEMORY = 1024  # MiB


if __name__ == "__main__":
    uml.MEMORY = MEMORY
    sys.exit(main())
