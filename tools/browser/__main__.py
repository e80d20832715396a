"""`python -m tools.browser status | install | shot FILE.html FILE.png [WIDTH [HEIGHT]]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from medcloud.text import Text
from tools.browser import BrowserMissing, find, install, opened


def main() -> int:
    """Run one command; 0 done, 1 refused with one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m tools.browser", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help=str(Text("浏览器在哪里", "where the browser is")))
    commands.add_parser("install", help=str(Text("安装", "install it with apt-get")))
    shot = commands.add_parser("shot", help=str(Text("截图", "take a picture of a whole page")))
    shot.add_argument("page", type=Path)
    shot.add_argument("picture", type=Path)
    shot.add_argument("width", type=int, nargs="?", default=1200)
    shot.add_argument("--language", choices=("zh", "en", "both"))
    args = parser.parse_args()
    try:
        if args.command == "shot":
            with opened(args.page, width=args.width) as page:
                if args.language:
                    page.value(f"document.querySelector('[data-language={args.language}]').click()")
                page.shot(args.picture)
        else:
            print(install() if args.command == "install" else find())
    except BrowserMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
