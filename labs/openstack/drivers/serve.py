"""serve.py SPEC: run Python services of the lab, in this process or, if there are several, forked from it.

SPEC is a JSON file that labs/openstack/supervisor.py writes. This runs in the services' environment.
"""

import gc
import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

THREADS = 8  # of a WSGI server


def main() -> None:
    """Run what the file named on the command line says."""
    spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    services = spec["services"]
    if not spec["import"]:
        run(services[0])
        return
    os.environ.update(services[0]["env"])
    sys.argv = ["lab", *services[0]["args"]]
    for module in spec["import"].split(","):
        importlib.import_module(module)
    gc.freeze()  # what was imported is never collected, so its pages stay shared
    for service in services:
        pid = os.fork()
        if pid == 0:
            become(service)
            run(service)
            sys.exit(0)
        Path(service["pid"]).write_text(str(pid), encoding="ascii")


def become(service: dict[str, Any]) -> None:
    """Make a forked process a service of its own: its session, its output."""
    os.setsid()
    out = os.open(service["out"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(out, 1)
    os.dup2(out, 2)


def run(service: dict[str, Any]) -> None:
    """Be the service until it ends."""
    os.environ.update(service["env"])
    if service["script"]:
        sys.argv = [service["name"], *service["args"]]
        module, function = service["script"].split(":")
        sys.exit(getattr(importlib.import_module(module), function)())
    sys.argv = [service["wsgi"], *service["args"]]
    application = importlib.import_module(service["wsgi"]).application
    waitress = importlib.import_module("waitress")  # after the application patched what it patches

    waitress.serve(
        application,
        host="127.0.0.1",
        port=service["port"],
        threads=THREADS,
        connection_limit=500,
        channel_timeout=300,
        clear_untrusted_proxy_headers=False,
        _quiet=True,
    )


if __name__ == "__main__":
    main()
