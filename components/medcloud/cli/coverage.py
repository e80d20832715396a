"""``medcloud coverage``: what of the standard is decided, by what, and what is not."""

from __future__ import annotations

from pathlib import Path

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._json import print_json
from medcloud.matrix import checkout, explain, matrix, page, row_to_json, summary, table, to_json
from medcloud.text import Text, spoken


@click.command(
    name="coverage",
    short_help=Text("条款矩阵", "The clause matrix"),
    help=Text(
        "逐条列出标准 156 条由何处建模、推导、判定、设置、测试、举证，以及是否已有定论；"
        "写条款编号则详列。矩阵由代码与测试结果算出，没有手写的条目。",
        "Where each of the standard's items is modelled, derived, judged, set up, tested and"
        " evidenced, and whether it is decided; with ids, all about these. Computed from the code"
        " and its tests' results.",
    ),
    cls=Command,
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@option("--json", "as_json", is_flag=True, help=Text("以 JSON 输出", "Print JSON."))
@option(
    "--html",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=Text("写成网页", "Write a page (HTML)."),
)
def command(ids: tuple[str, ...], as_json: bool, file: Path | None) -> None:
    """Compute the matrix and print or write it."""
    if file is not None and (ids or as_json):
        raise click.UsageError(
            str(Text("--html 写整个矩阵，不与编号或 --json 并用", "--html writes all of it, alone"))
        )
    found = matrix(checkout())
    rows = {row.item.id: row for row in found.rows}
    for key in ids:
        if key not in rows:
            raise click.ClickException(str(Text(f"标准无此条: {key}", f"no such item: {key}")))
    if file is not None:
        file.write_text(page(found, spoken()), encoding="utf-8")
        click.echo("\n".join((*summary(found), str(Text(f"{file}: 已写", f"{file}: written")))))
    elif as_json:
        everything = to_json(found)
        chosen = [row_to_json(rows[key]) for key in ids] if ids else everything["items"]
        print_json("medcloud-coverage/1", {**everything, "items": chosen})
    elif ids:
        click.echo("\n\n".join("\n".join(explain(rows[key])) for key in ids))
    else:
        click.echo("\n".join(table(found)))
