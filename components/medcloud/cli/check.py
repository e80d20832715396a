"""``medcloud check``: is this region file good?"""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._environment import environment
from medcloud.cli._json import print_json
from medcloud.model import RegionError
from medcloud.model.expansion import written_out
from medcloud.model.reading import expanded as expanded_region
from medcloud.region_files import Checked, checked_with_waivers
from medcloud.text import Text


@click.command(
    name="check",
    short_help=Text("校验区域文件", "Check a region file"),
    help=Text(
        "校验区域文件，一次列出全部问题。退出码：0 通过，1 不通过，2 无法读取。",
        "Check a region file and list all that is wrong at once. Exit: 0 good, 1 refused, 2 cannot be read.",
    ),
    cls=Command,
)
@click.argument("file")
@option("--json", "as_json", is_flag=True, help=Text("以 JSON 输出", "Print JSON."))
@option(
    "--expanded",
    is_flag=True,
    help=Text(
        "输出展开后的区域文件（缺省值、模板、按机构的业务、包含的文件都写出）",
        "Print the region file written out: defaults, templates, workloads of each tenant, included files.",
    ),
)
@environment
@click.pass_context
def command(ctx: click.Context, *, file: str, as_json: bool, expanded: bool, environment: str | None) -> None:
    """Load the file and print its findings."""
    found: Checked | None = None
    try:
        found = checked_with_waivers(file, environment)
    except RegionError as error:
        code, findings = error.exit_code, error.findings
    else:
        code, findings = 0, ()
    if as_json:
        report = {"file": file, "good": code == 0, "findings": [f.record() for f in findings]}
        report["waived"] = [w.record() for w in found.waived] if found else []
        report["idle_waivers"] = [f.record() for f in found.idle] if found else []
        if expanded and not code:
            report["region"] = expanded_region(file, environment)
        print_json("medcloud-check/1", report)
    elif code:
        for finding in findings:
            click.echo(str(finding))
        click.echo(Text(f"{len(findings)} 处问题", f"{len(findings)} to mend"), err=True)
    elif expanded:
        click.echo(written_out(expanded_region(file, environment)), nl=False)
    elif found:
        for advice in (*found.waived, *found.idle):
            click.echo(str(advice))
        region = found.region
        click.echo(
            Text(
                f"{file}: 通过: {region.region.name}（{region.region.id}），"
                f"{len(region.centres)} 个中心，{len(region.workloads)} 个业务",
                f"{file}: good: {region.region.name} ({region.region.id}), "
                f"{len(region.centres)} centres, {len(region.workloads)} workloads",
            )
        )
    ctx.exit(code)
