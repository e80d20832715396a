"""The command line: one module a command, each with a click command named ``command``.

``medcloud name`` imports ``medcloud.cli.name`` and nothing else, so that a command pays only for
what it uses. Modules that begin with an underscore are shared helpers.
"""

from medcloud.cli._program import main

__all__ = ["main"]
