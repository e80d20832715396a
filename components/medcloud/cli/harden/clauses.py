"""`medcloud harden clauses`."""

from __future__ import annotations

import click

from medcloud.cli._bilingual import Command, option
from medcloud.cli._json import print_json
from medcloud.hosts.controls.clauses import clauses, met_by
from medcloud.text import Text


@click.command(
    "clauses",
    short_help=Text("等保条款由何满足", "what meets each clause of GB/T 22239"),
    cls=Command,
    help=Text(
        "每条由哪些控制项或证据满足。退出码：1 有空缺。", "What meets each clause. Exit: 1 some are open."
    ),
)
@click.option("--json", "as_json", is_flag=True, help="JSON")
@option("--open", "only_open", is_flag=True, help=Text("只列尚无控制项与证据者", "only what nothing meets"))
def command(*, as_json: bool, only_open: bool) -> None:
    """What meets each clause. Exit: 1 some are open."""
    found = met_by()
    unmet = [id_ for id_, clause in clauses().items() if not found[id_] and clause.evidence is None]
    chosen = unmet if only_open else list(clauses())
    if as_json:
        print_json("medcloud-clauses/1", {"clauses": [_row(id_, found[id_]) for id_ in chosen]})
    for id_ in () if as_json else chosen:
        clause = clauses()[id_]
        by = " ".join(found[id_]) or (
            Text(f"证据: {clause.evidence}", f"evidence: {clause.evidence}")
            if clause.evidence
            else Text("空缺", "open")
        )
        click.echo(f"{id_}  {clause.title}\n    {by}")
    click.echo(
        Text(f"{len(clauses())} 条，空缺 {len(unmet)}", f"{len(clauses())} clauses, {len(unmet)} open"),
        err=True,
    )
    raise SystemExit(1 if unmet else 0)


def _row(id_: str, controls: tuple[str, ...]) -> dict[str, object]:
    clause = clauses()[id_]
    return {
        "clause": id_,
        "title": clause.title._asdict(),
        "controls": list(controls),
        "evidence": clause.evidence._asdict() if clause.evidence else None,
    }
