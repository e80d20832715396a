"""swift-container-sync with the lab's swift.conf: by itself the daemon looks for it in /etc/swift only."""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

import os

from swift.common import utils
from swift.container import sync


def main():
    """Run the daemon."""
    utils.set_swift_dir(os.environ["LAB_SWIFT_DIR"])
    sync.main()
