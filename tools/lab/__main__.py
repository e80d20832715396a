"""python -m tools.lab"""

import sys

from tools.lab.cli import main

sys.exit(main())
