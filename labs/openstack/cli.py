"""python -m labs.openstack: parse, call, print."""

import argparse
import json
import shlex
import sys

from labs.base.errors import LabError
from labs.openstack import clouds, lifecycle, place, record, status
from labs.openstack.lab import PROFILES
from medcloud.text import Text


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="python -m labs.openstack", description=str(Text("实验环境", "the OpenStack lab"))
    )
    commands = top.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help=str(Text("启动", "bring it up; what runs already is left alone")))
    up.add_argument("--profile", choices=sorted(PROFILES))
    down = commands.add_parser("down", help=str(Text("停止并清除", "end it and remove its state")))
    down.add_argument(
        "--purge", action="store_true", help=str(Text("连快照一并删除", "remove the snapshot too"))
    )
    state = commands.add_parser(
        "status", help=str(Text("运行状况", "what runs, where, with how much memory"))
    )
    state.add_argument("--json", action="store_true")
    commands.add_parser("env", help=str(Text("供 eval 使用的变量", "variables for eval")))
    for action in ("start", "stop", "restart"):
        one = commands.add_parser(action, help=str(Text("单个服务", "one service")))
        one.add_argument("service")
    host = commands.add_parser("host", help=str(Text("计算节点失效与恢复", "lose or regain a hypervisor")))
    host.add_argument("action", choices=("down", "up"))
    host.add_argument("host")
    return top


def main(words: list[str] | None = None) -> int:
    """Run a command. 0: done; 1: refused or failed, one line says why; 3: status of a lab that is not up."""
    args = parser().parse_args(words)
    where = place.of()
    try:
        return _run(args, where)
    except LabError as error:
        print(f"lab: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(args: argparse.Namespace, where: place.Folders) -> int:
    if args.command == "up":
        lifecycle.up(where, args.profile)
    elif args.command == "down":
        lifecycle.down(where, purge=args.purge)
    elif args.command == "status":
        return _status(where, as_json=args.json)
    elif args.command == "env":
        for name, value in clouds.exports(lifecycle.opened(where)).items():
            print(f"export {name}={shlex.quote(value)}")
    elif args.command == "host":
        lifecycle.host(where, args.action, args.host)
    else:
        lifecycle.service(where, args.command, args.service)
    return 0


def _status(where: place.Folders, *, as_json: bool) -> int:
    lab = lifecycle.opened(where) if record.load(where) else None
    data = status.as_data(lab, where)
    if as_json:
        print(json.dumps(data, indent=2))
    elif lab is None:
        print(Text("实验环境未启动", "the lab is not up"))
    else:
        print(status.as_text(lab))
    return 0 if data["up"] else 3
