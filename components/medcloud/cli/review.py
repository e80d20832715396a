"""`medcloud review`: what a change would do and which clauses it would break, for a pull request."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._environment import environment
from medcloud.text import Text, spoken

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    short_help=Text("评审改动", "Review a change for a pull request"),
    help=Text(
        "预览改动并由策略包判定，写成评审报告。退出码：0 通过，1 被策略拒绝或有改动未确认，2 未能完成。\n\n"
        "不给 --stack 时按全新的栈预览，不访问任何云。",
        "Preview a change, have the policy pack judge it, write reports. Exit: 0 good, 1 refused by "
        "policies or a change is not confirmed, 2 could not run.\n\n"
        "Without --stack a stack is previewed as new, and no cloud is asked.",
    ),
    cls=Command,
)
@click.argument("region_file", required=False, type=_FILE)
@option("-C", "--cwd", "project", type=_FOLDER, help=Text("含 Pulumi.yaml 的目录", "folder with Pulumi.yaml"))
@option("--stack", default="", help=Text("已有的栈", "an existing stack, by its own backend and settings"))
@option(
    "--pack", "packs", multiple=True, type=_FOLDER, help=Text("策略包，可多次", "policy pack, repeatable")
)
@option("--waivers", type=_FILE, help=Text("签名的豁免", "signed waivers (medcloud:waivers)"))
@option("--trust", type=_FOLDER, help=Text("豁免的信任目录", "their trust folder (medcloud:trust)"))
@option(
    "--base",
    default="",
    envvar="MEDCLOUD_BASE",
    show_envvar=True,
    metavar="REV",
    help=Text("与此 git 修订（或文件）比较", "compare the region file with this git revision, or file"),
)
@environment
@option("--events", type=_FILE, help=Text("读已有的事件日志而不运行", "read an event log instead of running"))
@option("--markdown", type=_FILE, help=Text("写评论", "write a comment"))
@option("--sarif", type=_FILE, help=Text("写 SARIF 2.1.0", "write SARIF 2.1.0"))
@option("--junit", type=_FILE, help=Text("写 JUnit", "write JUnit XML"))
@option("--json", type=_FILE, help=Text("写 JSON", "write JSON"))
@option("--html", type=_FILE, help=Text("写网页报告", "write a page for people"))
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    region_file: Path | None,
    project: Path | None,
    stack: str,
    packs: tuple[Path, ...],
    base: str,
    environment: str | None,
    waivers: Path | None,
    trust: Path | None,
    events: Path | None,
    **written: Path | None,
) -> None:
    """Make the review, write the reports, print the comment when none is asked for."""
    from medcloud.engine.errors import EngineFailed  # noqa: PLC0415  # --help need not wait for the pack
    from medcloud.review import ReviewFailed  # noqa: PLC0415
    from medcloud.review.render import FORMS  # noqa: PLC0415
    from medcloud.review.request import ReviewRequest, make_review  # noqa: PLC0415
    from medcloud.review.verdict import verdict  # noqa: PLC0415

    try:
        found = make_review(
            ReviewRequest(region_file, project, stack, packs, events, waivers, trust, base, environment)
        )
        for form, file in written.items():
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(FORMS[form](found, spoken()), encoding="utf-8")
    except (ReviewFailed, EngineFailed) as failed:
        click.echo(f"medcloud review: {failed}", err=True)
        ctx.exit(2)
    except OSError as failed:  # not 1, which says that policies refuse
        click.echo(f"medcloud review: {failed.filename}: {failed.strerror}", err=True)
        ctx.exit(2)
    if any(written.values()):
        files = ", ".join(str(file) for file in written.values() if file)
        click.echo(f"medcloud review: {Text(*verdict(found))} → {files}", err=True)
    else:
        click.echo(FORMS["markdown"](found, spoken()))
    ctx.exit(found.code)
