"""python -m labs.openstack"""

import sys

from labs.openstack.cli import main

sys.exit(main())
