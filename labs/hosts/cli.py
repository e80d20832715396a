"""python -m labs.hosts: parse, call, print."""

from __future__ import annotations

import argparse
import json
import os
import sys

from labs.base.errors import LabError
from labs.hosts import api, clean, lifecycle, place, status, systems
from medcloud.text import Text

PROFILES = {
    "namespaces": ("namespace",),
    "uml": ("uml",),
    "emulator": ("emulator",),
    "all": ("namespace", "uml", "emulator"),
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="python -m labs.hosts",
        description=str(Text("可真实启动的一次性主机", "throw-away hosts that really boot")),
    )
    commands = top.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help=str(Text("启动", "bring hosts up; those that run are left alone")))
    up.add_argument("--profile", choices=sorted(PROFILES), default="namespaces")
    up.add_argument(
        "--hosts",
        type=int,
        metavar="N",
        help=str(Text("台数(默认每种系统一台)", "how many, one a system unless said")),
    )
    up.add_argument("--systems", default="", metavar="A,B", help=", ".join(systems.load()))
    commands.add_parser("down", help=str(Text("停止并清除", "end them and leave nothing behind")))
    old = commands.add_parser("clean", help=str(Text("清理不用的缓存", "remove bases that nobody uses")))
    old.add_argument(
        "--days", type=float, default=7, help=str(Text("未使用天数", "not used for so many days"))
    )
    state = commands.add_parser(
        "status", help=str(Text("运行状况", "what runs, where, with how much memory"))
    )
    state.add_argument("--json", action="store_true")
    run = commands.add_parser(
        "exec", help=str(Text("在主机内以 root 运行", "run as root inside: exec NAME -- CMD..."))
    )
    run.add_argument("--user", default="root")
    run.add_argument("name")
    run.add_argument("words", nargs=argparse.REMAINDER, metavar="CMD")
    for action, text in (
        ("reset", str(Text("恢复初始状态", "a pristine root again"))),
        ("reboot", str(Text("重启", "reboot, files stay"))),
        ("digest", str(Text("整机文件摘要", "digest of the whole file system"))),
    ):
        commands.add_parser(action, help=text).add_argument("name")
    commands.choices["digest"].add_argument(
        "--list", action="store_true", help=str(Text("逐项列出", "every path"))
    )
    return top


def main(words: list[str] | None = None) -> int:
    """Run a command. 0: done; 1: refused or failed, one line says why; 3: status of a lab that is not up."""
    args = parser().parse_args(words)
    where = place.of()
    try:
        return _run(args, where)
    except LabError as error:
        print(f"hostlab: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def _run(args: argparse.Namespace, where: place.Folders) -> int:
    if args.command == "up":
        lifecycle.up(where, wanted(args.profile, args.systems, args.hosts))
    elif args.command == "down":
        lifecycle.down(where)
    elif args.command == "clean":
        for name in clean.clean(args.days):
            print(Text(f"已删除 {name}", f"removed {name}"))
    elif args.command == "status":
        return status.show(where, as_json=args.json)
    elif args.command == "exec":
        command = args.words[1:] if args.words[:1] == ["--"] else args.words
        if not command:
            raise LabError("缺少命令", "no command: exec NAME -- CMD...")
        return api.host(args.name, where).call(command, user=args.user)
    elif args.command == "digest":
        digest = api.host(args.name, where).digest()
        print(json.dumps(digest.entries, indent=0, sort_keys=True) if args.list else digest.text())
    else:
        getattr(lifecycle, args.command)(where, args.name)
    return 0


MOST = 200  # hosts of each kind


def wanted(profile: str, names: str, count: int | None) -> list[tuple[str, str]]:
    """(system, kind) of each host: the systems in turn, `count` of them for each kind of the profile."""
    chosen = [system.id for system in systems.chosen(names)]
    many = len(chosen) if count is None else count
    if not 1 <= many <= MOST:
        raise LabError(f"主机台数须为 1 至 {MOST}", f"the number of hosts must be 1 to {MOST}")
    return [(chosen[i % len(chosen)], kind) for kind in PROFILES[profile] for i in range(many)]
