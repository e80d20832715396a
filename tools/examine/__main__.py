"""python -m tools.examine HOST: see tools/examine/cli.py."""

from tools.examine.cli import main

raise SystemExit(main())
