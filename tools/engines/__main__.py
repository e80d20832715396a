"""`python -m tools.engines install | env | status`."""

from __future__ import annotations

import argparse
import json
import sys

from medcloud.text import Text
from tools.engines import home, official, table
from tools.engines.errors import EngineError
from tools.engines.progress import say


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused with one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m tools.engines", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    install = commands.add_parser("install", help=str(Text("构建或取得", "build or fetch what is missing")))
    install.add_argument("--only", metavar="NAME", help=str(Text("一个程序", "one program of the table")))
    install.add_argument("--all", action="store_true", help=str(Text("包括可选项", "optional programs too")))
    commands.add_parser("env", help=str(Text("供 eval", "shell lines for eval")))
    status = commands.add_parser("status", help=str(Text("现状", "what is there")))
    status.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    try:
        rows = table.load()
        if args.command == "install":
            where = home.install(rows, table.choose(rows, args.only, args.all))
            say(f"引擎已就绪：{where}", 'ready; use: eval "$(python -m tools.engines env)"')
        elif args.command == "env":
            print("\n".join(home.exports(rows)))
        else:
            return report(rows, args.json)
    except EngineError as error:
        said = error.text
        print(Text(f"错误: {said.zh}", f"error: {said.en}"), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(Text("已中断，下次从头构建", "interrupted; the next call builds it anew"), file=sys.stderr)
        return 130
    return 0


def report(rows: list[table.Row], as_json: bool) -> int:
    """Print what is there; 1 when something that is not optional is missing."""
    found = official.find(home.engine_row(rows))
    where = home.folder(rows, found)
    lines = [
        {
            "name": row.name,
            "program": row.program,
            "version": row.version,
            "optional": row.optional,
            "from": "built" if home.needed(row, found) else "official",
            "installed": not home.needed(row, found) or home.installed(row, where).exists(),
        }
        for row in rows
    ]
    if as_json:
        engine = {"path": str(found.path), "version": found.version} if found else None
        print(json.dumps({"home": str(where), "official": engine, "programs": lines}, indent=2))
    else:
        print(where)
        for line in lines:
            mark = "✓" if line["installed"] else ("-" if line["optional"] else "✗")
            print(f"{mark} {line['program']:<32} {line['version']:<10} {line['from']}")
    return int(any(not line["installed"] and not line["optional"] for line in lines))


if __name__ == "__main__":
    sys.exit(main())
