"""`medcloud ledger`: the record of every judgement."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from medcloud.cli._bilingual import Group, option
from medcloud.cli._findings import show
from medcloud.cli._signing import FILE, FOLDER, on_option, read_signer, signer_options
from medcloud.crypto import Refused, load_trust, refuse
from medcloud.evidence import ledger
from medcloud.text import Place, Text
from medcloud.text.reading.json_text import json_tree
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.place import finding
from medcloud.text.reading.source import Unreadable, decode
from medcloud.text.reading.tree import Table, data

_ENTRY = Kind(Text("账本条目", "an entry of the ledger"), Text("写 JSON 对象", "write a JSON object"))

_LEDGER = option(
    "--folder",
    type=FOLDER,
    default=Path("evidence/ledger"),
    show_default=True,
    help=Text("账本目录", "ledger"),
)


@click.group(
    "ledger",
    short_help=Text("账本：核验、签头、证明", "Ledger: verify, sign, prove"),
    cls=Group,
    help=Text("每次判定的账本：SM3 成链，头以 SM2 签名", "Every judgement, chained and signed."),
)
def command() -> None:
    """Every judgement, chained and signed."""


@command.command(
    "append", help=Text("追加一条，内容为标准输入的 JSON", "Append an entry with JSON from standard input.")
)
@_LEDGER
@click.argument("kind")
def append(folder: Path, kind: str) -> None:
    """Append an entry with JSON from standard input."""
    try:
        root, repeated = json_tree(decode(sys.stdin.buffer.read(), "-", _ENTRY), "-")
    except Unreadable as error:
        raise Refused(*error.findings) from None
    if repeated:
        raise Refused(*(finding(problem, "-", *place) for problem, *place in repeated))
    if not isinstance(root, Table):
        raise refuse(Place("-"), Text("应为 JSON 对象", "must be a JSON object"), Text("写 {…}", "write {…}"))
    entry = ledger.append(folder, kind, data(root))
    click.echo(f"{entry.n} {entry.hash}")


@command.command("head", help=Text("为账本现状签名", "Sign what the ledger holds now."))
@_LEDGER
@signer_options
def head(folder: Path, key_file: Path, cert_file: Path) -> None:
    """Sign what the ledger holds now."""
    path = ledger.sign_head(folder, *read_signer(key_file, cert_file))
    click.echo(
        Text(
            f"{path}: 请另存一份于他处: medcloud ledger verify --kept",
            f"{path}: keep a copy elsewhere: medcloud ledger verify --kept",
        )
    )


@command.command(
    "verify",
    help=Text("核验整个账本。退出码：0 完好，1 否。", "Verify the whole ledger. Exit: 0 good, 1 not."),
)
@_LEDGER
@option(
    "--trust",
    type=FOLDER,
    help=Text("信任目录  [账本旁的 trust/]", "trust folder  [trust/ beside the ledger]"),
)
@option("--kept", type=FILE, help=Text("另存的账本头", "a head kept elsewhere"))
@option("--strict", is_flag=True, help=Text("末尾未签名也算", "refuse entries after the last head"))
@on_option
@click.option("--json", "as_json", is_flag=True, help="JSON")
@click.pass_context
def verify(  # noqa: PLR0917  # click passes them by name
    ctx: click.Context,
    folder: Path,
    trust: Path | None,
    kept: Path | None,
    strict: bool,
    today: date,
    as_json: bool,
) -> None:
    """Verify the whole ledger. Exit: 0 good, 1 not."""
    report = ledger.verify(folder, load_trust(trust or folder.parent / "trust"), today=today, kept=kept)
    show(
        report.findings, as_json=as_json, entries=report.entries, heads=report.heads, unsigned=report.unsigned
    )
    if not as_json:
        click.echo(
            Text(
                f"{report.entries} 条，{report.heads} 个头，末尾 {report.unsigned} 条未签名",
                f"{report.entries} entries, {report.heads} heads, {report.unsigned} at the end unsigned",
            ),
            err=True,
        )
    ctx.exit(1 if report.findings or (strict and report.unsigned) else 0)


@command.command(
    "prove", help=Text("第 N 条在账本中的证明", "Proof that entry N is in it, for tools/ledger_audit.py.")
)
@_LEDGER
@click.argument("n", type=int)
def prove(folder: Path, n: int) -> None:
    """Proof that entry N is in it, for tools/ledger_audit.py."""
    click.echo(json.dumps(ledger.prove(folder, n), ensure_ascii=False, indent=2))
