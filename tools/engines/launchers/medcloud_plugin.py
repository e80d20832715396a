"""Runs one plugin in its own Python: `medcloud_plugin.py ROOT PLUGIN ARGS…`.

Started by pulumi-language-python for policy packs and component providers. ROOT is the folder of
PulumiPolicy.yaml or PulumiPlugin.yaml.
"""

from __future__ import annotations

import runpy
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.engines.launchers import medcloud_errors as errors
else:
    import medcloud_errors as errors  # beside this file


def main() -> None:
    """Run the plugin until the engine stops it."""
    root, plugin = sys.argv[1], sys.argv[2]
    signal.signal(signal.SIGINT, errors.on_interrupt)
    path = Path(plugin)
    sys.argv = [plugin, *sys.argv[3:]]
    sys.path[0] = str(path if path.is_dir() else path.parent)
    try:
        runpy.run_path(plugin, run_name="__main__")
    except Exception as error:
        if not errors.engine_gone(error):
            print(errors.explain(error, root), file=sys.stderr)
        errors.leave(1)


if __name__ == "__main__":
    main()
