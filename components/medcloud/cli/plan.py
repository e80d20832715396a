"""``medcloud plan``: what a region file comes to."""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._environment import environment
from medcloud.cli._json import print_json
from medcloud.plan import to_json, to_text
from medcloud.plan.narrow import narrow
from medcloud.region_files import Opened, inspect
from medcloud.text import Text

_SHOWN = 5


@click.command(
    name="plan",
    short_help=Text("显示规划", "Show what a region file comes to"),
    help=Text(
        "显示区域规划：中心、机构、网络、业务、地址、引用的已有资源；业务多时按机构汇总。"
        "加 --write 才更新锁文件（区域文件旁的 *.lock.yaml）。",
        "Show the plan of a region: centres, tenants, networks, workloads, addresses, what is adopted;"
        " tenants alone where there are many workloads. Only --write updates the lock file"
        " (*.lock.yaml beside the region file).",
    ),
    cls=Command,
)
@click.argument("file")
@option("--json", "as_json", is_flag=True, help=Text("以 JSON 输出", "Print JSON."))
@option(
    "--write/--no-write",
    default=False,
    help=Text("写锁文件  [默认: --no-write]", "Write the lock file.  [default: --no-write]"),
)
@option("--tenant", default="", metavar="ID", help=Text("只看此机构", "Only this tenant."))
@option("--centre", default="", metavar="ID", help=Text("只看此中心", "Only this centre."))
@option("--workload", default="", metavar="ID", help=Text("只看此业务", "Only this workload."))
@option(
    "--details/--summary",
    default=None,
    help=Text(
        "逐个网络与业务，或只按机构汇总  [默认: 不多或有筛选时逐个]",
        "Every network and workload, or tenants alone.  [default: every one where they are few or chosen]",
    ),
)
@environment
def command(
    *,
    file: str,
    as_json: bool,
    write: bool,
    tenant: str,
    centre: str,
    workload: str,
    details: bool | None,
    environment: str | None,
) -> None:
    """Plan the file and print it; what concerns the lock file goes to stderr."""
    opened = inspect(file, write=write, environment=environment)
    plan = narrow(opened.plan, tenant=tenant, centre=centre, workload=workload)
    if as_json:
        print_json("medcloud-plan/1", to_json(plan))
    else:
        chosen = True if details is None and (tenant or centre or workload) else details
        click.echo(to_text(plan, details=chosen))
    for line in _about_lock(opened):
        click.echo(line, err=True)


def _about_lock(opened: Opened) -> list[str]:
    file = opened.lock_file
    if not opened.changed:
        return [str(Text(f"{file}: 已写", f"{file}: written"))] if opened.written else []
    lines = [f"+ {key}" for key in opened.added[:_SHOWN]] + [f"- {key}" for key in opened.freed[:_SHOWN]]
    hidden = len(opened.added) + len(opened.freed) - len(lines)
    lines += [f"  … {hidden}"] if hidden else []
    count = f"+{len(opened.added)} -{len(opened.freed)}"
    if opened.written:
        return [*lines, str(Text(f"{file}: 已写 ({count})", f"{file}: written ({count})"))]
    return [
        *lines,
        str(
            Text(
                f"{file}: 未写，加 --write 保存编号 ({count})",
                f"{file}: not written; keep these numbers with --write ({count})",
            )
        ),
    ]
