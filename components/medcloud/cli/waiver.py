"""`medcloud waiver`: signed, dated exceptions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from medcloud.cli._bilingual import Group, option
from medcloud.cli._signing import FILE, FOLDER, on_option, read_signer, signer_options
from medcloud.crypto import Refused, read_document
from medcloud.text import Text
from medcloud.waivers import WaiverRefused, check_waivers, load_waivers


@click.group(
    "waiver",
    short_help=Text("豁免：签名、校验", "Waivers: sign, check"),
    cls=Group,
    help=Text("豁免文件", "Files of waivers."),
)
def command() -> None:
    """Files of waivers."""


@command.command(
    "sign",
    help=Text(
        "以批准人身份签名；有错的不签", "Sign as who approves; nothing that would be refused is signed."
    ),
)
@click.argument("file", type=FILE)
@signer_options
@on_option
def sign(file: Path, key_file: Path, cert_file: Path, today: date) -> None:
    """Sign as who approves; nothing that would be refused is signed."""
    document = read_document(file)
    _, findings = check_waivers(document.payload, str(file), today)
    if findings:
        raise WaiverRefused(*findings)
    key, chain = read_signer(key_file, cert_file)
    file.write_bytes(document.signed(key, chain).render())
    click.echo(Text(f"{file}: 已签名: {chain[0].full_name}", f"{file}: signed: {chain[0].full_name}"))


@command.command(
    "check",
    help=Text(
        "校验豁免文件。退出码：0 有效，1 否。", "Check a file of waivers. Exit: 0 in force, 1 refused."
    ),
)
@click.argument("file", type=FILE)
@option("--trust", type=FOLDER, required=True, help=Text("信任目录", "trust folder"))
@on_option
@click.pass_context
def check(ctx: click.Context, file: Path, trust: Path, today: date) -> None:
    """Check a file of waivers. Exit: 0 in force, 1 refused."""
    try:
        found = load_waivers(file, trust=trust, today=today)
    except Refused as error:
        click.echo(str(error))
        ctx.exit(1)
    for waiver in found.waivers:
        targets = ", ".join(map(str, waiver.resources))
        until = Text(f"至 {waiver.until}", f"until {waiver.until}")
        click.echo(f"{waiver.id}  [{waiver.item}]  {until}  {waiver.approved_by}  {targets}")
