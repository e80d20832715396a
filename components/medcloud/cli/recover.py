"""`medcloud recover`: after an engine was killed, before the next `pulumi up`."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._json import print_json
from medcloud.cli._stack import stack_options
from medcloud.engine.stack import Stack
from medcloud.recover import SETTLE, read_events, recover
from medcloud.text import Text


@click.command(
    short_help=Text("引擎被终止之后", "After an engine was killed"),
    help=Text(
        "引擎被终止之后、下一次 pulumi up 之前运行。退出码：0 无须再定，1 须人工查看。",
        "After an engine was killed, before the next `pulumi up`. "
        "Exit: 0 nothing is left to decide, 1 a person must look.",
    ),
    cls=Command,
)
@stack_options
@option("--dry-run", is_flag=True, help=Text("只说明，不改动", "say what would be done, change nothing"))
@option(
    "--adopt",
    multiple=True,
    type=(str, str),
    metavar="URN ID",
    help=Text("人工查得的对象", "an object found by hand"),
)
@option(
    "--forget", multiple=True, metavar="URN", help=Text("人工确认不存在", "nothing was made, as seen by hand")
)
@option(
    "--events",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=Text("失败的那次运行的事件日志", "event log of the run that failed (pulumi up --event-log)"),
)
@option(
    "--settle",
    default=SETTLE,
    show_default=True,
    help=Text("等待在途请求的秒数", "seconds for requests under way"),
)
@click.option("--json", "as_json", is_flag=True, help="JSON")
def command(
    *,
    stack: str,
    program: Path,
    dry_run: bool,
    adopt: tuple[tuple[str, str], ...],
    forget: tuple[str, ...],
    events: Path | None,
    settle: float,
    as_json: bool,
) -> None:
    """Exit code 0 when nothing is left to decide, 1 when a person must look."""
    known = {**dict(adopt), **dict.fromkeys(forget, "")}
    log = read_events(events) if events else None
    report = recover(Stack(program.resolve(), stack), settle=settle, act=not dry_run, events=log, known=known)
    if as_json:
        print_json("medcloud-recover/2", report.data())
    else:
        click.echo("\n".join(report.lines()))
    raise SystemExit(1 if report.unresolved else 0)
